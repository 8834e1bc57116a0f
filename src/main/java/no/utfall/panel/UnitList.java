package no.utfall.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Nearest;

/** The codes there are, with their names and the years in which they hold. Immutable. */
public final class UnitList {

  private final Map<String, List<Validity>> byCode;

  private UnitList(Map<String, List<Validity>> byCode) {
    this.byCode = byCode;
  }

  /** Years from and to, both included. */
  private record Validity(String name, int from, int to) {
    boolean holds(int year) {
      return from <= year && year <= to;
    }
  }

  /**
   * From a table {@code code;name;valid_from;valid_to}. A blank start or end is open. An end that is a year is the last
   * year in which the code holds; an end that is a date is the first day on which it does not, unless it is the last
   * day of a year.
   */
  public static UnitList of(Frame table) {
    TextColumn code = table.text("code");
    Map<String, List<Validity>> byCode = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      byCode
          .computeIfAbsent(code.get(row), c -> new ArrayList<>())
          .add(new Validity(
              cell(table, "name", row),
              start(cell(table, "valid_from", row)),
              end(cell(table, "valid_to", row))));
    }
    return new UnitList(byCode);
  }

  private static String cell(Frame table, String column, int row) {
    return table.has(column) ? table.text(column).get(row) : "";
  }

  private static int start(String text) {
    return text.isEmpty() ? Integer.MIN_VALUE : year(text);
  }

  private static int end(String text) {
    if (text.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    boolean lastYear = text.length() == 4 || text.endsWith("-12-31");
    return lastYear ? year(text) : year(text) - 1;
  }

  private static int year(String text) {
    if (!text.matches("[0-9]{4}(-[0-9]{2}-[0-9]{2}.*)?")) {
      throw new IllegalArgumentException("'" + text + "' is not a year or a date");
    }
    return Integer.parseInt(text.substring(0, 4));
  }

  public boolean knows(String code) {
    return byCode.containsKey(code);
  }

  public boolean holds(String code, int year) {
    return byCode.getOrDefault(code, List.of()).stream().anyMatch(v -> v.holds(year));
  }

  /** The last year in which a known code holds. */
  public int lastYear(String code) {
    return byCode.getOrDefault(code, List.of()).stream()
        .mapToInt(Validity::to)
        .max()
        .orElse(Integer.MIN_VALUE);
  }

  /** The first year in which a known code holds. */
  public int firstYear(String code) {
    return byCode.getOrDefault(code, List.of()).stream()
        .mapToInt(Validity::from)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Every code there has been, in the order of the list. */
  public List<String> codes() {
    return List.copyOf(byCode.keySet());
  }

  /** A code under the names it has had, in the order of the list. */
  public List<Named> history(String code) {
    return byCode.getOrDefault(code, List.of()).stream()
        .map(v -> new Named(code, v.name(), v.from(), v.to()))
        .toList();
  }

  /**
   * A code under one name.
   *
   * @param from the first year, or {@link Integer#MIN_VALUE} when the list does not say
   * @param to the last year, or {@link Integer#MAX_VALUE} when it still holds
   */
  public record Named(String code, String name, int from, int to) {}

  /** The name of a code in a year, or in any year when it has none then. */
  public Optional<String> name(String code, int year) {
    List<Validity> all = byCode.getOrDefault(code, List.of());
    return all.stream()
        .filter(v -> v.holds(year))
        .findFirst()
        .or(() -> all.stream().reduce((a, b) -> b))
        .map(Validity::name)
        .filter(name -> !name.isEmpty());
  }

  /** Every name with the codes that ever had it. */
  Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    byCode.forEach((code, all) ->
        all.forEach(v -> names.computeIfAbsent(v.name(), n -> new ArrayList<>()).add(code)));
    return names;
  }

  /** The units of a year, in the order of the list. */
  public List<Unit> units(int year) {
    List<Unit> units = new ArrayList<>();
    byCode.forEach((code, all) -> {
      if (holds(code, year)) {
        units.add(new Unit(code, name(code, year).orElse("")));
      }
    });
    return units;
  }

  /**
   * Codes that are not on the list: E506 when only a leading zero is lost, otherwise E507. One finding a code, at its
   * first row, with how many more there are.
   */
  public List<Finding> check(Frame frame, String unit) {
    TextColumn codes = frame.text(unit);
    Map<String, Integer> first = new LinkedHashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (int row = 0; row < frame.rows(); row++) {
      if (!byCode.containsKey(codes.get(row))) {
        first.putIfAbsent(codes.get(row), row);
        count.merge(codes.get(row), 1, Integer::sum);
      }
    }
    List<Finding> findings = new ArrayList<>();
    first.forEach((code, row) ->
        findings.add(unknown(code, frame.place(row, unit), count.getOrDefault(code, 1) - 1)));
    return findings;
  }

  private Finding unknown(String code, Location place, int more) {
    String further = more == 0 ? "" : " (" + more + " more rows)";
    if (byCode.containsKey("0" + code)) {
      return Finding.error(
          "E506",
          place,
          code,
          "'" + code + "' has lost its leading zero: 0" + code + further,
          "export the column as text");
    }
    String near =
        Nearest.to(code, byCode.keySet()).map(c -> "; nearest is '" + c + "'").orElse("");
    return Finding.error(
        "E507",
        place,
        code,
        "unit '" + code + "' is not in the list of codes" + near + further,
        "mend the code, or add it to the list (units: list)");
  }
}
