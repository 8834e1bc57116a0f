package no.utfall.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.utfall.figure.Type;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of person rows.
 *
 * @param by columns whose texts together name a cell
 * @param counts columns of whole numbers from 0, as the 0 and 1 of a state
 * @param population a column of persons or person-years, or the name under which the rows are counted
 * @param weight a column of survey weights
 * @param values columns of numbers
 * @param income a column of incomes
 * @param bins the distribution of the income is asked for, not the cells
 */
public record Question(
    List<String> by,
    List<String> counts,
    @Nullable String population,
    @Nullable String weight,
    List<String> values,
    @Nullable String income,
    @Nullable Bins bins) {

  /** How the distribution of an income is cut: classes of one width, put together until each has so many persons. */
  public record Bins(double width, int fewest) {
    public Bins {
      if (!(width > 0) || fewest < 1) {
        throw new IllegalArgumentException(width + " wide, " + fewest + " persons");
      }
    }
  }

  public Question {
    by = List.copyOf(by);
    counts = List.copyOf(counts);
    values = List.copyOf(values);
  }

  /** A column that is summed. */
  record Measure(String column, Type type) {}

  /** The columns that are summed, when the population is a column of the file. */
  List<Measure> measures(Set<String> columns) {
    List<Measure> measures = new ArrayList<>();
    counts.forEach(column -> measures.add(new Measure(column, Type.COUNT)));
    if (population != null && columns.contains(population)) {
      measures.add(new Measure(population, Type.SIZE));
    }
    if (weight != null) {
      measures.add(new Measure(weight, Type.SIZE));
    }
    values.forEach(column -> measures.add(new Measure(column, Type.NUMBER)));
    if (income != null) {
      measures.add(new Measure(income, Type.NUMBER));
    }
    return measures;
  }

  /** Every name given, in order. */
  public List<String> named() {
    List<String> named = new ArrayList<>(by);
    measures(population == null ? Set.of() : Set.of(population))
        .forEach(measure -> named.add(measure.column()));
    return named;
  }

  /** A name that stands in two roles; {@code null} when there is none. */
  public @Nullable String namedTwice() {
    Set<String> seen = new HashSet<>();
    return named().stream().filter(name -> !seen.add(name)).findFirst().orElse(null);
  }
}
