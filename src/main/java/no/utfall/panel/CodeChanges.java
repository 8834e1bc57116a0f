package no.utfall.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Numerals;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/**
 * Mergers, splits and renumberings of units, by the year in which the new code holds. Brings a table to the codes of
 * one year: counts are summed, and split by declared weights; rates of merged or split units are refused, since they
 * can only be computed again from counts. Immutable.
 */
public final class CodeChanges {

  private static final double WEIGHT_TOLERANCE = 1e-6;

  private final Map<String, TreeMap<Integer, List<Part>>> byCode;
  private final Map<String, Step> direct;
  private final boolean ownWeights;

  private CodeChanges(
      Map<String, TreeMap<Integer, List<Part>>> byCode,
      Map<String, Step> direct,
      boolean ownWeights) {
    this.byCode = byCode;
    this.direct = direct;
    this.ownWeights = ownWeights;
  }

  /** Whether the weights of splits were given by the user, and are not a convention of ours. */
  boolean hasOwnWeights() {
    return ownWeights;
  }

  /**
   * One line of a table of changes.
   *
   * @param year the first year of the new code
   * @param weight the share that goes to it; NaN where a split has no declared weights
   * @param lastYear {@link #STEP_BY_STEP}, or the last year of a code whose area is known to have gone to the new code
   *     whole, whatever became of its successors in between
   */
  public record Step(String from, String to, int year, double weight, int lastYear) {
    public static final int STEP_BY_STEP = Integer.MIN_VALUE;

    boolean isDirect() {
      return lastYear != STEP_BY_STEP;
    }
  }

  /** A share of a unit that goes to a code. */
  private record Part(String code, double weight) {}

  /**
   * A table brought to one year of codes.
   *
   * @param moved rows of the table as it was that stood under another code, or were split
   */
  public record Brought(Frame frame, List<Integer> moved, List<Finding> findings) {
    public Brought {
      moved = List.copyOf(moved);
      findings = List.copyOf(findings);
    }

    public long reclassified() {
      return moved.size();
    }
  }

  public static CodeChanges none() {
    return new CodeChanges(Map.of(), Map.of(), true);
  }

  /** From lines that are known to be sound: the shares of a split sum to one, or are not declared. */
  static CodeChanges of(List<Step> steps) {
    Map<String, TreeMap<Integer, List<Part>>> byCode = new HashMap<>();
    Map<String, Step> direct = new HashMap<>();
    for (Step step : steps) {
      if (step.isDirect()) {
        direct.put(step.from(), step);
      } else {
        byCode
            .computeIfAbsent(step.from(), c -> new TreeMap<>())
            .computeIfAbsent(step.year(), y -> new ArrayList<>())
            .add(new Part(step.to(), step.weight()));
      }
    }
    return new CodeChanges(byCode, direct, false);
  }

  /**
   * From tables {@code from_code;to_code;year;weight}; a missing weight is 1. Of a code that goes to several and for which
   * no weight is given, as in the lists of publishers, the shares are not declared: {@link #shares} gives NaN. Where the
   * weights of a split are given and do not sum to one, E516 is found and the change is left out.
   *
   * @param findings where what is wrong with the tables is added
   */
  public static CodeChanges of(List<Frame> tables, List<Finding> findings) {
    Map<String, TreeMap<Integer, List<Part>>> byCode = new LinkedHashMap<>();
    Map<String, Location> first = new HashMap<>();
    for (Frame table : tables) {
      TextColumn from = table.text("from_code");
      TextColumn to = table.text("to_code");
      TextColumn year = table.text("year");
      NumberColumn weight = table.has("weight") ? table.number("weight") : null;
      for (int row = 0; row < table.rows(); row++) {
        if (!year.get(row).matches("[0-9]{4}(-[0-9]{2}-[0-9]{2})?")) {
          findings.add(Finding.error(
              "E503",
              table.place(row, "year"),
              year.get(row),
              "'" + year.get(row) + "' is not a year",
              "write the first year of the new code"));
          continue;
        }
        int at = Integer.parseInt(year.get(row).substring(0, 4));
        double share = weight == null || !weight.isKnown(row) ? Double.NaN : weight.value(row);
        byCode
            .computeIfAbsent(from.get(row), c -> new TreeMap<>())
            .computeIfAbsent(at, y -> new ArrayList<>())
            .add(new Part(to.get(row), share));
        first.putIfAbsent(from.get(row) + "\n" + at, table.place(row, "weight"));
      }
    }
    byCode.forEach((code, changes) -> changes.entrySet().removeIf(change -> {
      Location place =
          first.getOrDefault(code + "\n" + change.getKey(), Location.ofFile("changes"));
      return !settled(code, change, place, findings);
    }));
    return new CodeChanges(byCode, Map.of(), true);
  }

  /** Puts 1 for the one weight that is missing; false, after a finding, when the weights of a split do not sum to one. */
  private static boolean settled(
      String code, Map.Entry<Integer, List<Part>> change, Location place, List<Finding> findings) {
    List<Part> distinct = change.getValue().stream().distinct().toList();
    boolean undeclared = distinct.stream().allMatch(part -> Double.isNaN(part.weight));
    if (undeclared && distinct.size() > 1) {
      change.setValue(distinct);
      return true;
    }
    List<Part> whole = (undeclared ? distinct : change.getValue())
        .stream()
            .map(part -> Double.isNaN(part.weight) ? new Part(part.code, 1) : part)
            .toList();
    double[] shares = whole.stream().mapToDouble(Part::weight).sorted().toArray();
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    if (Math.abs(sum - 1) > WEIGHT_TOLERANCE || shares[0] < 0) {
      findings.add(Finding.error(
          "E516",
          place,
          code,
          "the shares of '" + code + "' in " + change.getKey() + " sum to " + Numerals.exact(sum)
              + ", not to 1",
          "give each part of a split its weight; together they are 1"));
      return false;
    }
    change.setValue(whole);
    return true;
  }

  public boolean isEmpty() {
    return byCode.isEmpty();
  }

  /**
   * Where a code of one year has gone by another: codes with their shares, which sum to one. A share that nobody has
   * declared is NaN.
   */
  public Map<String, Double> shares(String code, int year, int target) {
    Map<String, Double> shares = new TreeMap<>(Order.NATURAL);
    follow(code, year, target, 1, shares);
    return Collections.unmodifiableMap(shares);
  }

  /** Every line of the table, by code and year; what is told of an area stands after its steps. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>(Order.NATURAL);
    codes.addAll(byCode.keySet());
    codes.addAll(direct.keySet());
    for (String code : codes) {
      byCode
          .getOrDefault(code, new TreeMap<>())
          .forEach((year, parts) -> parts.forEach(part ->
              steps.add(new Step(code, part.code(), year, part.weight(), Step.STEP_BY_STEP))));
      Step whole = direct.get(code);
      if (whole != null) {
        steps.add(whole);
      }
    }
    return List.copyOf(steps);
  }

  private void follow(String code, int year, int target, double share, Map<String, Double> shares) {
    Step whole = direct.get(code);
    if (whole != null && year <= whole.lastYear() && whole.year() <= target) {
      follow(whole.to(), whole.year(), target, share, shares);
      return;
    }
    TreeMap<Integer, List<Part>> changes = byCode.get(code);
    Map.Entry<Integer, List<Part>> next = changes == null ? null : changes.higherEntry(year);
    if (next == null || next.getKey() > target) {
      shares.merge(code, share, Double::sum);
      return;
    }
    for (Part part : next.getValue()) {
      follow(part.code(), next.getKey(), target, share * part.weight(), shares);
    }
  }

  /**
   * By code of the target year, the other codes that held in a year and have gone to it, in part or whole.
   *
   * @param list the codes there are, or {@code null} when only the changes are known
   */
  public Map<String, Set<String>> parts(int year, int target, @Nullable UnitList list) {
    Set<String> later = new HashSet<>();
    byCode.forEach((from, changes) -> changes
        .tailMap(year, false)
        .values()
        .forEach(parts ->
            parts.stream().map(Part::code).filter(to -> !to.equals(from)).forEach(later::add)));
    Map<String, Set<String>> parts = new HashMap<>();
    for (String from : byCode.keySet()) {
      boolean held =
          list != null && list.knows(from) ? list.holds(from, year) : !later.contains(from);
      if (held) {
        shares(from, year, target).keySet().stream()
            .filter(to -> !to.equals(from))
            .forEach(to ->
                parts.computeIfAbsent(to, t -> new TreeSet<>(Order.NATURAL)).add(from));
      }
    }
    return parts;
  }

  /**
   * Brings rows to the codes of one year. A row under a code that did not hold in its period but holds in the target
   * year was brought there by its publisher and is left alone.
   *
   * <ul>
   *   <li>All parts of a sum known: known. A hidden part: hidden, between the sums of the limits. Any other part without
   *       a number: missing.
   *   <li>A predecessor that has no row in a period in which another of the same successor has one: the sum is missing.
   *   <li>Split by weights: flagged estimated.
   *   <li>A column that is no count, of a unit that was merged or split: not calculated.
   * </ul>
   *
   * @param unit the text column of codes; {@code period} that of periods, whose year decides which codes held
   * @param keys further text columns that identify a row
   * @param counts number columns that may be summed; every other number column is a rate
   * @param whole those of them that count whole things: parts of a split are whole too and add up to what was split, by
   *     largest remainder
   * @param list the codes there are, or {@code null} when only the changes are known
   */
  public Brought bring(
      Frame frame,
      String unit,
      String period,
      List<String> keys,
      Set<String> counts,
      Set<String> whole,
      @Nullable UnitList list,
      int target) {
    return new Recoding(this, frame, unit, period, keys, counts, whole, list, target).brought();
  }
}
