package no.utfall.build;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/** The rows of one measure of a result table, at its first confidence level. */
final class Estimates {

  private Estimates() {}

  /** @return the keys, {@code estimate, conf_low, conf_high, status, note} */
  static Frame of(Frame tidy, List<String> keys, String measure) {
    double level = Double.NaN;
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < tidy.rows(); row++) {
      if (tidy.text("measure").get(row).equals(measure)) {
        double own = number(tidy, "conf_level", row);
        level = Double.isNaN(level) ? own : level;
        if (Double.isNaN(own) || own == level) {
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
    return Frame.of(columns);
  }

  private static double number(Frame tidy, String name, int row) {
    return tidy.has(name) ? tidy.number(name).value(row) : Double.NaN;
  }
}
