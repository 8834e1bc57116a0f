package no.utfall.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
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

  private CodeChanges(Map<String, TreeMap<Integer, List<Part>>> byCode) {
    this.byCode = byCode;
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
    return new CodeChanges(Map.of());
  }

  /**
   * From a table {@code from_code;to_code;year;weight}; a missing weight is 1, which only a code that goes to one other
   * may have. Where the weights of a split do not sum to one, E512 is found and the change is left out.
   *
   * @param findings where what is wrong with the table is added
   */
  public static CodeChanges of(Frame table, List<Finding> findings) {
    TextColumn from = table.text("from_code");
    TextColumn to = table.text("to_code");
    TextColumn year = table.text("year");
    NumberColumn weight = table.has("weight") ? table.number("weight") : null;
    Map<String, TreeMap<Integer, List<Part>>> byCode = new HashMap<>();
    Map<String, Integer> firstRow = new LinkedHashMap<>();
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
      double share = weight == null || !weight.isKnown(row) ? 1 : weight.value(row);
      byCode
          .computeIfAbsent(from.get(row), c -> new TreeMap<>())
          .computeIfAbsent(at, y -> new ArrayList<>())
          .add(new Part(to.get(row), share));
      firstRow.putIfAbsent(from.get(row) + "\n" + at, row);
    }
    firstRow.forEach((key, row) -> {
      String code = from.get(row);
      TreeMap<Integer, List<Part>> changes = byCode.getOrDefault(code, new TreeMap<>());
      int at = Integer.parseInt(year.get(row).substring(0, 4));
      double[] shares = changes.getOrDefault(at, List.of()).stream()
          .mapToDouble(Part::weight)
          .sorted()
          .toArray();
      double sum = 0;
      for (double share : shares) {
        sum += share;
      }
      if (shares.length > 0 && (Math.abs(sum - 1) > WEIGHT_TOLERANCE || shares[0] < 0)) {
        changes.remove(at);
        findings.add(Finding.error(
            "E512",
            table.place(row, "weight"),
            code,
            "the shares of '" + code + "' in " + at + " sum to " + sum + ", not to 1",
            "give each part of a split its weight; together they are 1"));
      }
    });
    return new CodeChanges(byCode);
  }

  public boolean isEmpty() {
    return byCode.isEmpty();
  }

  /** Where a code of one year has gone by another: codes with their shares, which sum to one. */
  public Map<String, Double> shares(String code, int year, int target) {
    Map<String, Double> shares = new TreeMap<>(Order.NATURAL);
    follow(code, year, target, 1, shares);
    return Collections.unmodifiableMap(shares);
  }

  private void follow(String code, int year, int target, double share, Map<String, Double> shares) {
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
   * The other codes that held in a year and have gone, in part or whole, to this code by the target year.
   *
   * @param list the codes there are, or {@code null} when only the changes are known
   */
  public Set<String> parts(String code, int year, int target, @Nullable UnitList list) {
    Set<String> parts = new TreeSet<>(Order.NATURAL);
    for (String from : byCode.keySet()) {
      boolean held = list != null && list.knows(from) ? list.holds(from, year) : !comesAfter(from, year);
      if (held && !from.equals(code) && shares(from, year, target).containsKey(code)) {
        parts.add(from);
      }
    }
    return parts;
  }

  private boolean comesAfter(String code, int year) {
    return byCode.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(code))
        .flatMap(entry -> entry.getValue().tailMap(year, false).values().stream())
        .flatMap(List::stream)
        .anyMatch(part -> part.code().equals(code));
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
   * @param list the codes there are, or {@code null} when only the changes are known
   */
  public Brought bring(
      Frame frame,
      String unit,
      String period,
      List<String> keys,
      Set<String> counts,
      @Nullable UnitList list,
      int target) {
    Move move = new Move(frame, unit, period, keys, counts, list, target);
    return move.bring();
  }

  /** One run of {@link #bring}. */
  private final class Move {
    private final Frame frame;
    private final String unit;
    private final String period;
    private final List<String> keys;
    private final Set<String> counts;
    private final @Nullable UnitList list;
    private final int target;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> expired = new LinkedHashMap<>();

    Move(
        Frame frame,
        String unit,
        String period,
        List<String> keys,
        Set<String> counts,
        @Nullable UnitList list,
        int target) {
      this.frame = frame;
      this.unit = unit;
      this.period = period;
      this.keys = keys;
      this.counts = counts;
      this.list = list;
      this.target = target;
    }

    Brought bring() {
      TextColumn codes = frame.text(unit);
      List<Integer> rows = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      TextColumn.Builder moved = TextColumn.builder(unit);
      Map<String, Map<String, Double>> known = new HashMap<>();
      List<Integer> reclassified = new ArrayList<>();
      for (int row = 0; row < frame.rows(); row++) {
        String code = codes.get(row);
        int year = yearOf(row);
        Map<String, Double> shares = known.computeIfAbsent(
            code + "\n" + year, k -> shares(code, startOf(code, year), target));
        if (list != null
            && list.knows(code)
            && !list.holds(code, year)
            && list.lastYear(code) < year) {
          expired.putIfAbsent(code, row);
        }
        boolean same = shares.size() == 1 && shares.containsKey(code);
        if (!same) {
          reclassified.add(row);
        }
        for (Map.Entry<String, Double> share : shares.entrySet()) {
          rows.add(row);
          weights.add(share.getValue());
          moved.add(share.getKey());
        }
      }
      tellExpired();
      int[] index = rows.stream().mapToInt(Integer::intValue).toArray();
      double[] weight = weights.stream().mapToDouble(Double::doubleValue).toArray();
      Frame spread = frame.rows(index).with(moved.build());
      return new Brought(sum(spread, weight, index), reclassified, findings);
    }

    private int yearOf(int row) {
      return Period.find(frame.text(period).get(row)).map(Period::year).orElse(target);
    }

    /** The year from which changes of a code are followed. */
    private int startOf(String code, int year) {
      if (list == null || !list.knows(code) || list.holds(code, year)) {
        return year;
      }
      return list.holds(code, target) ? target : Math.min(year, list.lastYear(code));
    }

    private void tellExpired() {
      expired.forEach((code, row) -> {
        if (list != null && !list.holds(code, target)) {
          Map<String, Double> now = shares(code, list.lastYear(code), target);
          boolean followed = !now.containsKey(code);
          String message = "'" + code + "' held until " + list.lastYear(code) + " and stands in "
              + frame.text(period).get(row);
          Location place = frame.place(row, unit);
          findings.add(
              followed
                  ? Finding.warning(
                      "W511",
                      place,
                      code,
                      message + "; read as " + String.join(" and ", now.keySet()),
                      "use the code of the year")
                  : Finding.error(
                      "E508",
                      place,
                      code,
                      message,
                      "use the code of " + target
                          + ", or name a table of changes (units: changes)"));
        }
      });
    }

    private Frame sum(Frame spread, double[] weight, int[] rowOf) {
      List<String> by = new ArrayList<>(List.of(unit, period));
      by.addAll(keys);
      Groups groups = spread.groups(by);
      int[][] members = groups.rows();
      int[] first = new int[groups.count()];
      for (int g = 0; g < first.length; g++) {
        first[g] = groups.first(g);
      }
      Set<Integer> broken = brokenSums(spread, members, rowOf);
      Frame result = spread.rows(first);
      int refused = 0;
      int firstRefused = -1;
      for (var column : spread.columns()) {
        if (column instanceof NumberColumn numbers) {
          NumberColumn.Builder builder = NumberColumn.builder(numbers.name());
          for (int g = 0; g < members.length; g++) {
            boolean whole = members[g].length == 1 && weight[members[g][0]] == 1;
            if (whole && !broken.contains(g)) {
              builder.addFrom(numbers, members[g][0]);
            } else if (!counts.contains(numbers.name())) {
              builder.addMissing(Status.NOT_CALCULATED);
              refused++;
              firstRefused = firstRefused < 0 ? first[g] : firstRefused;
            } else if (broken.contains(g)) {
              builder.addMissing(Status.MISSING);
            } else {
              add(builder, numbers, members[g], weight);
            }
          }
          result = result.with(builder.build());
        }
      }
      if (refused > 0) {
        findings.add(Finding.warning(
            "W513",
            spread.place(firstRefused, unit),
            "",
            refused
                + " rates of merged or split units were not carried over: a rate cannot be summed",
            "give the counts it was made of, and let it be computed again"));
      }
      return result;
    }

    /** Sums of predecessors of which one has no row in the period. */
    private Set<Integer> brokenSums(Frame spread, int[][] members, int[] rowOf) {
      Map<String, Set<String>> there = new HashMap<>();
      for (int row = 0; row < frame.rows(); row++) {
        there
            .computeIfAbsent(frame.text(period).get(row), p -> new HashSet<>())
            .add(frame.text(unit).get(row));
      }
      Set<Integer> broken = new HashSet<>();
      Map<String, Set<String>> needed = new HashMap<>();
      Map<String, Integer> told = new LinkedHashMap<>();
      for (int g = 0; g < members.length; g++) {
        int row = members[g][0];
        String code = spread.text(unit).get(row);
        String when = spread.text(period).get(row);
        boolean fromOld = false;
        for (int member : members[g]) {
          fromOld |= !frame.text(unit).get(rowOf[member]).equals(code);
        }
        if (!fromOld) {
          continue;
        }
        int year = yearOf(rowOf[row]);
        Set<String> parts =
            needed.computeIfAbsent(code + "\n" + year, k -> parts(code, year, target, list));
        Set<String> absent = new TreeSet<>(Order.NATURAL);
        absent.addAll(parts);
        absent.removeAll(there.getOrDefault(when, Set.of()));
        if (!absent.isEmpty()) {
          broken.add(g);
          told.putIfAbsent(
              "'" + code + "' in " + when + " lacks its part " + String.join(" ", absent), row);
        }
      }
      told.forEach((message, row) -> findings.add(Finding.warning(
          "W514",
          spread.place(row, unit),
          spread.text(unit).get(row),
          message + "; the sum is missing",
          "add the rows, or start later")));
      return broken;
    }

  }

  private static void add(
      NumberColumn.Builder builder, NumberColumn numbers, int[] members, double[] weight) {
    double[] lows = new double[members.length];
    double[] highs = new double[members.length];
    boolean hidden = false;
    boolean split = false;
    int n = 0;
    Status without = null;
    for (int member : members) {
      Status status = numbers.status(member);
      if (status == Status.NO_UNIT || status == Status.NOT_APPLICABLE) {
        continue;
      }
      if (status != Status.KNOWN && status != Status.SUPPRESSED) {
        without = status;
      }
      hidden |= status == Status.SUPPRESSED;
      split |= weight[member] != 1;
      lows[n] = weight[member] * numbers.low(member);
      highs[n++] = weight[member] * numbers.high(member);
    }
    if (n == 0) {
      builder.addFrom(numbers, members[0]);
      return;
    }
    if (without != null) {
      builder.addMissing(Status.MISSING);
    } else if (hidden) {
      builder.addSuppressed(sorted(lows, n), sorted(highs, n));
    } else {
      builder.add(sorted(lows, n));
    }
    for (Flag flag : Flag.values()) {
      boolean any = flag == Flag.ESTIMATED && split;
      for (int member : members) {
        any |= numbers.has(member, flag);
      }
      if (any) {
        builder.flag(flag);
      }
    }
  }

  /** A sum that does not depend on the order of the rows; NaN when any part is. */
  private static double sorted(double[] x, int n) {
    double[] parts = Arrays.copyOf(x, n);
    Arrays.sort(parts);
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
