package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import no.utfall.figure.TextColumn;

/** The samples of a run, one for each line, and which groups of the result each of them holds. */
final class Samples {

  private final Persons persons;
  private final int[][] groupsOf;
  private final int[] localGroup;
  private final int[][] rowsOf;
  private final Codes clusters;
  private final Codes strata;
  private final Codes units;

  Samples(Persons persons) {
    this.persons = persons;
    int lines = persons.lines().count();
    List<List<Integer>> groups = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      groups.add(new ArrayList<>());
    }
    this.localGroup = new int[persons.groups().count()];
    for (int g = 0; g < localGroup.length; g++) {
      List<Integer> there = groups.get(line(g));
      localGroup[g] = there.size();
      there.add(g);
    }
    this.groupsOf = groups.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
    this.rowsOf = persons.lines().rows();
    this.clusters = Codes.of(persons.text("cluster"));
    this.strata = Codes.of(persons.text("strata"));
    this.units = Codes.of(
        persons.plan().isPanel()
            ? Optional.of(persons.data().text(persons.plan().person()))
            : Optional.empty());
  }

  /** The numbers of the texts of a column; of none when there is no column. */
  private record Codes(Optional<TextColumn> column, int[] ofLevel) {
    static Codes of(Optional<TextColumn> column) {
      return new Codes(column, column.map(StableCodes::of).orElseGet(() -> new int[0]));
    }

    int[] of(int[] rows) {
      if (column.isEmpty()) {
        return new int[0];
      }
      TextColumn text = column.get();
      int[] codes = new int[rows.length];
      Sample.inParts(rows.length, (from, to) -> {
        for (int i = from; i < to; i++) {
          codes[i] = ofLevel[text.code(rows[i])];
        }
      });
      return codes;
    }
  }

  private static int[] chosen(int[] rows, IntPredicate chosen) {
    int[] some = new int[rows.length];
    int n = 0;
    for (int row : rows) {
      if (chosen.test(row)) {
        some[n++] = row;
      }
    }
    return n == rows.length ? some : Arrays.copyOf(some, n);
  }

  int count() {
    return groupsOf.length;
  }

  /** The sample of a group. */
  int line(int group) {
    return persons.lines().of(persons.groups().first(group));
  }

  /** The number of a group within its sample. */
  int place(int group) {
    return localGroup[group];
  }

  /** The groups in a sample; the number of each within it is its place here. */
  int[] groups(int line) {
    return groupsOf[line];
  }

  /** Every usable row of one line, with its own income and weight. */
  Sample sample(int line) {
    return sample(line, persons::isUsable, persons::income, persons::weight);
  }

  /** The rows of one line that pass, with these incomes and weights. */
  Sample sample(
      int line, IntPredicate chosen, IntToDoubleFunction income, IntToDoubleFunction weight) {
    int[] rows = chosen(rowsOf[line], chosen);
    boolean positive = persons.plan().settings().flag("positive");
    boolean[] counts = new boolean[positive ? rows.length : 0];
    double[] incomes = new double[rows.length];
    double[] weights = new double[rows.length];
    int[] groups = new int[rows.length];
    Sample.inParts(rows.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        incomes[i] = income.applyAsDouble(rows[i]);
        weights[i] = weight.applyAsDouble(rows[i]);
        groups[i] = localGroup[persons.groups().of(rows[i])];
        if (positive) {
          counts[i] = incomes[i] > 0;
        }
      }
    });
    return Sample.of(
        new Sample.Columns(
            rows,
            incomes,
            weights,
            groups,
            clusters.of(rows),
            strata.of(rows),
            units.of(rows),
            counts),
        groupsOf[line].length);
  }
}
