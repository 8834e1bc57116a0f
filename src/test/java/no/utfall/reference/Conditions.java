package no.utfall.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns, each with the cells that are wanted; several are alternatives. */
record Conditions(Map<String, List<String>> wanted) {

  static final Conditions NONE = new Conditions(Map.of());

  static Conditions of(Yaml.Entries entries) {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    entries.values().forEach((column, cells) -> wanted.put(column, Yaml.words(cells)));
    return new Conditions(wanted);
  }

  boolean hold(Sheet.Row row) {
    for (Map.Entry<String, List<String>> condition : wanted.entrySet()) {
      String cell = row.get(condition.getKey());
      if (condition.getValue().stream().noneMatch(word -> Sheet.same(word, cell))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return wanted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + String.join("/", entry.getValue()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("all rows");
  }
}
