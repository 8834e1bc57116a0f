package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.build.Project.LedgerSpec;
import no.utfall.build.Project.RegisterSpec;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;
import no.utfall.problem.Finding;

/**
 * A register or ledger as it was read.
 *
 * @param table its columns under the names of their roles; empty where a needed one is not there
 * @param roles of the columns that are there
 */
record Registers(RegisterSpec spec, Frame table, Set<String> roles, List<Finding> findings) {

  private static final Map<String, Type> ROLES = Map.ofEntries(
      Map.entry("measure", Type.TEXT),
      Map.entry("level", Type.TEXT),
      Map.entry("comparison", Type.TEXT),
      Map.entry("by", Type.TEXT),
      Map.entry("date", Type.TEXT),
      Map.entry("effect-date", Type.TEXT),
      Map.entry("budget", Type.TEXT),
      Map.entry("moved-to", Type.TEXT),
      Map.entry("kind", Type.TEXT),
      Map.entry("cost", Type.SIZE),
      Map.entry("cost-per-capita", Type.SIZE),
      Map.entry("payer", Type.NUMBER),
      Map.entry("gainer", Type.NUMBER),
      Map.entry("retained", Type.NUMBER),
      Map.entry("unit-value", Type.NUMBER));
  private static final Map<String, List<String>> OF = Map.of(
      "measures", List.of("measure", "cost", "cost-per-capita"),
      "indicators", List.of("level", "comparison", "cost", "by"),
      "decisions", List.of("date", "effect-date"),
      "ledger",
          List.of(
              "measure",
              "budget",
              "payer",
              "gainer",
              "retained",
              "moved-to",
              "kind",
              "unit-value"));
  private static final Map<String, List<String>> NEEDED = Map.of(
      "measures", List.of("measure"),
      "indicators", List.of("level"),
      "decisions", List.of("date", "effect-date"),
      "ledger", List.of("measure", "budget", "payer"));

  Registers {
    roles = Set.copyOf(roles);
    findings = List.copyOf(findings);
  }

  boolean has(String role) {
    return roles.contains(role);
  }

  /** Whether every needed column is there. */
  boolean isUsable() {
    return roles.containsAll(NEEDED.getOrDefault(spec.id(), List.of()));
  }

  static Registers read(RegisterSpec spec, Tables tables) {
    return read(spec, tables, Map.of());
  }

  static Registers read(LedgerSpec spec, Tables tables) {
    return read(spec.table(), tables, spec.where());
  }

  private static Registers read(RegisterSpec spec, Tables tables, Map<String, String> where) {
    List<String> there = tables.columns(spec.file());
    Map<String, Type> types = new LinkedHashMap<>();
    Map<String, String> named = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (String role : OF.getOrDefault(spec.id(), List.of())) {
      String column = spec.column(role);
      if (there.contains(column) || spec.columns().containsKey(role)) {
        named.put(role, column);
        types.put(column, ROLES.getOrDefault(role, Type.TEXT));
      }
    }
    where.keySet().forEach(column -> types.put(column, Type.TEXT));
    List<String> lacking = NEEDED.getOrDefault(spec.id(), List.of()).stream()
        .filter(role -> !named.containsKey(role))
        .toList();
    if (!lacking.isEmpty()) {
      findings.add(Finding.warning(
          "W818",
          spec.place(),
          spec.id(),
          "'" + spec.id() + "' is not used: which column of " + spec.file() + " is "
              + String.join(", ", lacking) + " is not said",
          "name it: {file: " + spec.file() + ", " + lacking.get(0) + ": COLUMN}; columns there: "
              + String.join(", ", there)));
      return new Registers(spec, Frame.of(), Set.of(), findings);
    }
    Frame read = tables.read(spec.file(), types);
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < read.rows(); row++) {
      int at = row;
      if (where.entrySet().stream()
          .allMatch(e -> read.text(e.getKey()).get(at).equals(e.getValue()))) {
        kept.add(row);
      }
    }
    int[] rows = kept.stream().mapToInt(Integer::intValue).toArray();
    List<Column> columns = new ArrayList<>();
    Frame chosen = read.rows(rows);
    named.forEach((role, column) -> columns.add(chosen.column(column).named(role)));
    Frame table = chosen.origin().map(Frame.of(columns)::from).orElseGet(() -> Frame.of(columns));
    return new Registers(spec, table, named.keySet(), findings);
  }
}
