package no.utfall.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every unit of one year with what it is in another: one line a unit, and one a part of a unit that was split. */
public record Crosswalk(List<Line> lines) {

  /** What became of a unit. */
  public enum Kind {
    SAME("same"),
    RENUMBERED("renumbered"),
    MERGED("merged"),
    SPLIT("split");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * One way from a unit to another.
   *
   * @param weight the share of the numbers that goes this way; NaN when none is declared
   */
  public record Line(Unit from, Unit to, double weight, Kind kind) {}

  public Crosswalk {
    lines = List.copyOf(lines);
  }

  /** From the codes of a year to those of a later one. */
  public static Crosswalk of(UnitList list, CodeChanges changes, int from, int to) {
    Map<String, Integer> sources = new HashMap<>();
    for (Unit unit : list.units(from)) {
      changes
          .shares(unit.code(), from, to)
          .keySet()
          .forEach(code -> sources.merge(code, 1, Integer::sum));
    }
    List<Line> lines = new ArrayList<>();
    for (Unit unit : list.units(from)) {
      Map<String, Double> shares = changes.shares(unit.code(), from, to);
      shares.forEach((code, weight) -> lines.add(new Line(
          unit,
          new Unit(code, list.name(code, to).orElse("")),
          weight,
          kind(unit.code(), code, shares.size(), sources.getOrDefault(code, 1)))));
    }
    return new Crosswalk(lines);
  }

  private static Kind kind(String from, String to, int parts, int sources) {
    if (parts > 1) {
      return Kind.SPLIT;
    }
    if (sources > 1) {
      return Kind.MERGED;
    }
    return from.equals(to) ? Kind.SAME : Kind.RENUMBERED;
  }
}
