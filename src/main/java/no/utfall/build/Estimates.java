package no.utfall.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/** The rows of one measure of a result table, at its first confidence level: the first of each key. */
final class Estimates {

  private Estimates() {}

  /**
   * @return the keys, {@code estimate, conf_low, conf_high, status, note}, and {@code lowest, highest}: what an estimate
   *     lies between that rests on hidden numbers
   */
  static Frame of(Frame tidy, List<String> keys, String measure) {
    double level = Double.NaN;
    List<Integer> rows = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (int row = 0; row < tidy.rows(); row++) {
      if (tidy.text("measure").get(row).equals(measure)) {
        double own = number(tidy, "conf_level", row);
        level = Double.isNaN(level) ? own : level;
        int at = row;
        boolean first =
            seen.add(keys.stream().map(key -> tidy.text(key).get(at)).toList());
        if ((Double.isNaN(own) || own == level) && first) {
          rows.add(row);
        }
      }
    }
    int[] index = rows.stream().mapToInt(Integer::intValue).toArray();
    List<Column> columns = new ArrayList<>();
    keys.forEach(key -> columns.add(tidy.text(key).rows(index)));
    for (String name : List.of("estimate", "conf_low", "conf_high")) {
      NumberColumn.Builder builder = NumberColumn.builder(name);
      for (int row : index) {
        builder.add(number(tidy, name, row));
      }
      columns.add(builder.build());
    }
    for (String name : List.of("status", "note")) {
      TextColumn.Builder builder = TextColumn.builder(name);
      for (int row : index) {
        builder.add(tidy.has(name) ? tidy.text(name).get(row) : "");
      }
      columns.add(builder.build());
    }
    columns.add(limits(tidy, keys, "lowest", index));
    columns.add(limits(tidy, keys, "highest", index));
    return Frame.of(columns);
  }

  private static NumberColumn limits(Frame tidy, List<String> keys, String measure, int[] index) {
    Map<List<String>, Double> known = new HashMap<>();
    for (int row = 0; row < tidy.rows(); row++) {
      if (tidy.text("measure").get(row).equals(measure)) {
        known.put(key(tidy, keys, row), number(tidy, "estimate", row));
      }
    }
    NumberColumn.Builder builder = NumberColumn.builder(measure);
    for (int row : index) {
      builder.add(
          known.isEmpty() ? Double.NaN : known.getOrDefault(key(tidy, keys, row), Double.NaN));
    }
    return builder.build();
  }

  private static List<String> key(Frame tidy, List<String> keys, int row) {
    return keys.stream().map(name -> tidy.text(name).get(row)).toList();
  }

  private static double number(Frame tidy, String name, int row) {
    return tidy.has(name) ? tidy.number(name).value(row) : Double.NaN;
  }
}
