package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/** The result tables of every node as one: the node, the keys of all, then the columns every result has. */
final class AllResults {

  static final List<String> LAST = List.of(
      "measure",
      "estimate",
      "std_error",
      "conf_low",
      "conf_high",
      "conf_level",
      "statistic",
      "df",
      "p_value",
      "n",
      "unit_of_measure",
      "method",
      "status",
      "note");

  /** Those of the last columns that hold words. */
  static final Set<String> WORDS = Set.of("measure", "unit_of_measure", "method", "status", "note");

  static final List<String> NEEDED = List.of("node", "measure", "status");

  private AllResults() {}

  /** What tells one row from another: the node, the keys of the tables, the measure. */
  static List<String> keys(Frame results) {
    List<String> keys = new ArrayList<>(List.of("node"));
    results.names().stream()
        .filter(name -> !LAST.contains(name) && !name.equals("node"))
        .forEach(keys::add);
    keys.add("measure");
    return keys;
  }

  static Frame of(Map<String, List<Frame>> byNode) {
    Set<String> names = new LinkedHashSet<>(List.of("node"));
    Map<String, Boolean> numeric = new LinkedHashMap<>();
    byNode
        .values()
        .forEach(frames -> frames.forEach(frame -> frame.columns().forEach(column -> {
          numeric.put(column.name(), column instanceof NumberColumn);
          if (!LAST.contains(column.name())) {
            names.add(column.name());
          }
        })));
    LAST.stream().filter(numeric::containsKey).forEach(names::add);
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(numeric.getOrDefault(name, false) ? numbers(name, byNode) : words(name, byNode));
    }
    return Frame.of(columns);
  }

  private static Column numbers(String name, Map<String, List<Frame>> byNode) {
    NumberColumn.Builder builder = NumberColumn.builder(name);
    byNode
        .values()
        .forEach(frames -> frames.forEach(frame -> {
          NumberColumn column = frame.has(name) ? frame.number(name) : null;
          for (int row = 0; row < frame.rows(); row++) {
            builder.add(column == null ? Double.NaN : column.value(row));
          }
        }));
    return builder.build();
  }

  private static Column words(String name, Map<String, List<Frame>> byNode) {
    TextColumn.Builder builder = TextColumn.builder(name);
    byNode.forEach((node, frames) -> frames.forEach(frame -> {
      TextColumn column = !name.equals("node") && frame.has(name) ? frame.text(name) : null;
      String same = name.equals("node") ? node : "";
      for (int row = 0; row < frame.rows(); row++) {
        builder.add(column == null ? same : column.get(row));
      }
    }));
    return builder.build();
  }
}
