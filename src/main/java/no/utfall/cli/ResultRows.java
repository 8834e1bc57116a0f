package no.utfall.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A result that another command has written, read again for its estimates: one row for each key, of one measure. A hidden
 * estimate has the rows lowest and highest beside it; they are its limits here, and no estimates of their own. What is of the
 * known rows alone is left out, and of several confidence levels the first is taken.
 */
final class ResultRows {

  private static final String MEASURE = "measure";
  private static final String ESTIMATE = "estimate";
  private static final String STATUS = "status";
  private static final String LOWEST = "lowest";
  private static final String HIGHEST = "highest";
  private static final Set<String> BESIDE = Set.of(LOWEST, HIGHEST, "of_known");
  private static final List<String> NEEDED = List.of(MEASURE, ESTIMATE, STATUS);
  private static final List<String> LIMITS = List.of("conf_low", "conf_high", "conf_level");

  private final Frame data;
  private final TextColumn measures;
  private final Groups keys;

  private ResultRows(Frame data, List<String> keys) {
    this.data = data;
    this.measures = data.text(MEASURE);
    this.keys = data.groups(keys);
  }

  /** Whether these columns can be those of a result, so that the others of the file are needed too. */
  static boolean areOf(Map<String, Type> used) {
    return used.get(ESTIMATE) == Type.NUMBER && !used.containsKey(MEASURE);
  }

  /**
   * The rows of one measure, where the file is a result and its estimates are asked for; else the file as it is.
   *
   * @param used the columns that the options name
   * @param measure the one that was asked for; null where none was
   */
  static Frame of(Frame data, Map<String, Type> used, @Nullable String measure) {
    if (!areOf(used) || !data.names().containsAll(NEEDED)) {
      if (measure != null) {
        throw Refusal.commandLine(
            "--measure is for a result of utfall whose column estimate is used",
            "leave --measure out, or name estimate, for example with --value estimate");
      }
      return data;
    }
    List<String> keys = data.names().subList(0, data.names().indexOf(MEASURE)).stream()
        .filter(name -> data.column(name) instanceof TextColumn)
        .toList();
    boolean levels = LIMITS.stream().noneMatch(used::containsKey);
    return new ResultRows(data, keys).rows(measure, levels);
  }

  private Frame rows(@Nullable String measure, boolean firstLevel) {
    String chosen = chosen(measure);
    boolean one = plain().size() == 1;
    List<Integer> kept = new ArrayList<>();
    Map<Integer, Double> lowest = new HashMap<>();
    Map<Integer, Double> highest = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    NumberColumn estimates = data.number(ESTIMATE);
    for (int row = 0; row < data.rows(); row++) {
      String name = measures.get(row);
      int key = keys.of(row);
      if (name.equals(chosen)) {
        if (seen.add(key) || !firstLevel) {
          kept.add(row);
        }
      } else if (name.equals(chosen + "_" + LOWEST) || (one && name.equals(LOWEST))) {
        lowest.put(key, estimates.value(row));
      } else if (name.equals(chosen + "_" + HIGHEST) || (one && name.equals(HIGHEST))) {
        highest.put(key, estimates.value(row));
      }
    }
    int[] rows = kept.stream().mapToInt(row -> row).toArray();
    TextColumn standing = data.text(STATUS);
    NumberColumn.Builder values = NumberColumn.builder(ESTIMATE, rows.length);
    for (int row : rows) {
      boolean hidden =
          standing.get(row).equals("suppressed") && estimates.status(row) == Status.MISSING;
      if (hidden) {
        values.addSuppressed(
            lowest.getOrDefault(keys.of(row), Double.NaN),
            highest.getOrDefault(keys.of(row), Double.NaN));
      } else {
        values.addFrom(estimates, row);
      }
    }
    return data.rows(rows).with(values.build());
  }

  private String chosen(@Nullable String measure) {
    Set<String> plain = plain();
    if (measure == null && plain.size() > 1) {
      throw Refusal.commandLine(
          "the result that is read has several measures: " + String.join(" ", plain),
          "choose one of them, for example --measure " + plain.iterator().next());
    }
    if (measure != null && !plain.contains(measure)) {
      throw Refusal.commandLine(
          "--measure: the result that is read has no measure '" + measure + "'",
          "one of: " + String.join(" ", plain));
    }
    return measure != null ? measure : plain.stream().findFirst().orElse("");
  }

  /** The measures that are no bounds of others. */
  private Set<String> plain() {
    Set<String> all = new LinkedHashSet<>();
    for (int row = 0; row < measures.size(); row++) {
      all.add(measures.get(row));
    }
    Set<String> plain = new LinkedHashSet<>();
    for (String name : all) {
      int end = name.lastIndexOf('_');
      boolean bound = BESIDE.contains(name)
          || (end > 0
              && all.contains(name.substring(0, end))
              && Set.of(LOWEST, HIGHEST, "known").contains(name.substring(end + 1)));
      if (!bound) {
        plain.add(name);
      }
    }
    return plain;
  }
}
