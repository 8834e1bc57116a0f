package no.utfall.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Numerals;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/** One run of {@link CodeChanges#bring}: rows spread over the codes they went to, then summed. */
final class Recoding {

  private final CodeChanges changes;
  private final Frame frame;
  private final String unit;
  private final List<String> by;
  private final Set<String> counts;
  private final Set<String> whole;
  private final @Nullable UnitList list;
  private final int target;
  private final int[] years;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Integer> moved = new ArrayList<>();
  /** The row and the share of each spread row. */
  private int[] rowOf = {};

  private double[] weight = {};

  Recoding(
      CodeChanges changes,
      Frame frame,
      String unit,
      String period,
      List<String> keys,
      Set<String> counts,
      Set<String> whole,
      @Nullable UnitList list,
      int target) {
    this.changes = changes;
    this.frame = frame;
    this.unit = unit;
    this.by = new ArrayList<>(List.of(unit, period));
    this.by.addAll(keys);
    this.counts = counts;
    this.whole = whole;
    this.list = list;
    this.target = target;
    this.years = years(frame.text(period), target);
  }

  private static int[] years(TextColumn periods, int target) {
    int[] byLevel = new int[periods.levels()];
    for (int level = 0; level < byLevel.length; level++) {
      byLevel[level] = Period.find(periods.level(level)).map(Period::year).orElse(target);
    }
    return IntStream.range(0, periods.size())
        .map(row -> byLevel[periods.code(row)])
        .toArray();
  }

  CodeChanges.Brought brought() {
    Frame spread = spread();
    Groups groups = spread.groups(by);
    int[][] members = groups.rows();
    Set<Integer> broken = broken(spread, members);
    int[] first = IntStream.range(0, members.length).map(groups::first).toArray();
    Frame result = spread.rows(first);
    for (Column column : spread.columns()) {
      if (column instanceof NumberColumn numbers) {
        result = result.with(
            counts.contains(numbers.name())
                ? summed(numbers, members, broken)
                : carried(numbers, members, broken, spread));
      }
    }
    return new CodeChanges.Brought(result, moved, findings);
  }

  /**
   * What the rows of one code in one period become.
   *
   * @param codes of today, by their numbers in the column that is made
   * @param stays whether it is the code it was, and whole
   */
  private record Parts(int[] codes, double[] weights, boolean stays) {}

  private Frame spread() {
    TextColumn codes = frame.text(unit);
    TextColumn periods = frame.text(by.get(1));
    TextColumn.Builder now = TextColumn.builder(unit, frame.rows());
    Parts[][] known = new Parts[periods.levels()][codes.levels()];
    Map<String, Integer> expired = new LinkedHashMap<>();
    Map<Map<String, Double>, Integer> split = new LinkedHashMap<>();
    rowOf = new int[frame.rows()];
    weight = new double[frame.rows()];
    int size = 0;
    for (int row = 0; row < frame.rows(); row++) {
      Parts parts = known[periods.code(row)][codes.code(row)];
      if (parts == null) {
        String code = codes.get(row);
        int year = years[row];
        if (list != null && list.knows(code) && list.lastYear(code) < year) {
          expired.putIfAbsent(code, row);
        }
        Map<String, Double> shares = changes.shares(code, start(code, year), target);
        if (shares.size() > 1) {
          split.putIfAbsent(shares, row);
        }
        parts = new Parts(
            shares.keySet().stream().mapToInt(now::code).toArray(),
            shares.values().stream().mapToDouble(Double::doubleValue).toArray(),
            shares.size() == 1 && shares.containsKey(code));
        known[periods.code(row)][codes.code(row)] = parts;
      }
      if (!parts.stays) {
        moved.add(row);
      }
      for (int k = 0; k < parts.codes.length; k++) {
        if (size == rowOf.length) {
          rowOf = Arrays.copyOf(rowOf, 2 * size);
          weight = Arrays.copyOf(weight, 2 * size);
        }
        rowOf[size] = row;
        weight[size++] = parts.weights[k];
        now.addCode(parts.codes[k]);
      }
    }
    rowOf = Arrays.copyOf(rowOf, size);
    weight = Arrays.copyOf(weight, size);
    expired.forEach(this::tellExpired);
    split.forEach(this::tellSplit);
    return frame.rows(rowOf).with(now.build());
  }

  private void tellSplit(Map<String, Double> shares, int row) {
    String code = frame.text(unit).get(row);
    boolean declared = shares.values().stream().noneMatch(share -> Double.isNaN(share));
    String parts = shares.entrySet().stream()
        .map(share -> (declared ? Numerals.exact(share.getValue()) + " to " : "") + share.getKey())
        .collect(Collectors.joining(", "));
    if (declared && changes.hasOwnWeights()) {
      findings.add(Finding.note(
          "N516",
          frame.place(row, unit),
          code,
          "'" + code + "' is split by the weights declared: " + parts
              + "; counts are estimates, rates are not carried over",
          ""));
      return;
    }
    findings.add(Finding.warning(
        "W516",
        frame.place(row, unit),
        code,
        declared
            ? "'" + code + "' is split by declared weights: " + parts
                + "; counts are estimates, rates are not carried over"
            : "'" + code + "' has gone to " + parts
                + ", and no weights are declared; its numbers are missing",
        declared
            ? "give data on the new borders, or weights of your own (units: changes)"
            : "give data of smaller units, or weights of your own (units: changes)"));
  }

  /** The year from which changes of a code are followed. */
  private int start(String code, int year) {
    if (list == null || !list.knows(code) || list.holds(code, year)) {
      return year;
    }
    return list.holds(code, target) ? target : Math.min(year, list.lastYear(code));
  }

  private void tellExpired(String code, int row) {
    if (list == null || list.holds(code, target)) {
      return;
    }
    Set<String> now = changes.shares(code, list.lastYear(code), target).keySet();
    Location place = frame.place(row, unit);
    String message =
        "'" + code + "' held until " + list.lastYear(code) + " and stands in " + years[row];
    findings.add(
        now.contains(code)
            ? Finding.error(
                "E508",
                place,
                code,
                message,
                "use the code of " + target + ", or name a table of changes (units: changes)")
            : Finding.warning(
                "W511",
                place,
                code,
                message + "; read as " + String.join(" and ", now),
                "use the code of the year"));
  }

  /** Sums of predecessors of which one has no row in the period. */
  private Set<Integer> broken(Frame spread, int[][] members) {
    TextColumn codes = frame.text(unit);
    TextColumn now = spread.text(unit);
    TextColumn when = spread.text(by.get(1));
    BitSet[] there = new BitSet[when.levels()];
    Arrays.setAll(there, period -> new BitSet());
    for (int row = 0; row < frame.rows(); row++) {
      there[frame.text(by.get(1)).code(row)].set(codes.code(row));
    }
    Map<String, Integer> levelOf = new HashMap<>();
    IntStream.range(0, codes.levels()).forEach(level -> levelOf.put(codes.level(level), level));
    Map<Integer, Map<String, Set<String>>> needed = new HashMap<>();
    Map<String, Integer> told = new LinkedHashMap<>();
    Set<Integer> broken = new HashSet<>();
    for (int g = 0; g < members.length; g++) {
      int row = members[g][0];
      String code = now.get(row);
      if (Arrays.stream(members[g]).anyMatch(member -> !codes.get(rowOf[member]).equals(code))) {
        TreeSet<String> absent = new TreeSet<>(Order.NATURAL);
        absent.addAll(needed
            .computeIfAbsent(years[rowOf[row]], year -> changes.parts(year, target, list))
            .getOrDefault(code, Set.of()));
        absent.removeIf(
            part -> there[when.code(row)].get(levelOf.getOrDefault(part, codes.levels())));
        if (!absent.isEmpty()) {
          broken.add(g);
          told.putIfAbsent(
              "'" + code + "' in " + when.get(row) + " lacks its part " + String.join(" ", absent),
              row);
        }
      }
    }
    told.forEach((message, row) -> findings.add(Finding.warning(
        "W514",
        spread.place(row, unit),
        now.get(row),
        message + "; the sum is missing",
        "add the rows, or start later")));
    return broken;
  }

  private boolean isWhole(int[] rows) {
    return rows.length == 1 && weight[rows[0]] == 1;
  }

  /** A rate: kept where nothing was merged or split. */
  private NumberColumn carried(
      NumberColumn numbers, int[][] members, Set<Integer> broken, Frame spread) {
    NumberColumn.Builder builder = NumberColumn.builder(numbers.name());
    int refused = 0;
    int first = -1;
    for (int g = 0; g < members.length; g++) {
      if (isWhole(members[g]) && !broken.contains(g)) {
        builder.addFrom(numbers, members[g][0]);
      } else {
        builder.addMissing(Status.NOT_CALCULATED);
        first = refused++ == 0 ? members[g][0] : first;
      }
    }
    if (refused > 0) {
      findings.add(Finding.warning(
          "W513",
          spread.place(first, numbers.name()),
          numbers.name(),
          refused + " values of '" + numbers.name()
              + "' are of merged or split units and were not carried over: a rate cannot be summed",
          "give the counts it was made of, and let it be computed again"));
    }
    return builder.build();
  }

  private NumberColumn summed(NumberColumn numbers, int[][] members, Set<Integer> broken) {
    double[] low = new double[rowOf.length];
    double[] high = new double[rowOf.length];
    share(numbers, low, high);
    NumberColumn.Builder builder = NumberColumn.builder(numbers.name());
    for (int g = 0; g < members.length; g++) {
      if (broken.contains(g)) {
        builder.addMissing(Status.MISSING);
      } else if (isWhole(members[g])) {
        builder.addFrom(numbers, members[g][0]);
      } else {
        add(builder, numbers, members[g], low, high);
      }
    }
    return builder.build();
  }

  /** What each spread row has of its number; parts of a split stand next to one another. */
  private void share(NumberColumn numbers, double[] low, double[] high) {
    boolean inWholes = whole.contains(numbers.name());
    for (int from = 0; from < rowOf.length; ) {
      int to = from + 1;
      while (to < rowOf.length && rowOf[to] == rowOf[from]) {
        to++;
      }
      double[] shares = Arrays.copyOfRange(weight, from, to);
      for (int i = from; i < to; i++) {
        low[i] = weight[i] * numbers.low(from);
        high[i] = weight[i] * numbers.high(from);
      }
      if (inWholes && shares.length > 1) {
        if (numbers.isKnown(from)) {
          double[] parts = largestRemainder(numbers.value(from), shares);
          System.arraycopy(parts, 0, low, from, parts.length);
          System.arraycopy(parts, 0, high, from, parts.length);
        } else {
          for (int i = from; i < to; i++) {
            low[i] = Math.floor(low[i]);
            high[i] = Math.ceil(high[i]);
          }
        }
      }
      from = to;
    }
  }

  /** Whole parts of a whole that add up to it; ties go to the first. */
  private static double[] largestRemainder(double total, double[] shares) {
    if (total != Math.rint(total)) {
      return Arrays.stream(shares).map(share -> share * total).toArray();
    }
    double[] parts =
        Arrays.stream(shares).map(share -> Math.floor(share * total)).toArray();
    long left = Math.round(total - Arrays.stream(parts).sum());
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> parts[i] - shares[i] * total))
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }

  private void add(
      NumberColumn.Builder builder, NumberColumn numbers, int[] rows, double[] low, double[] high) {
    int[] there = Arrays.stream(rows)
        .filter(row ->
            numbers.status(row) != Status.NO_UNIT && numbers.status(row) != Status.NOT_APPLICABLE)
        .toArray();
    if (there.length == 0) {
      builder.addFrom(numbers, rows[0]);
      return;
    }
    boolean hidden = Arrays.stream(there).anyMatch(row -> numbers.status(row) == Status.SUPPRESSED);
    boolean missing = Arrays.stream(there)
        .anyMatch(row -> Double.isNaN(weight[row])
            || (!numbers.isKnown(row) && numbers.status(row) != Status.SUPPRESSED));
    double lowest = sum(low, there);
    if (missing) {
      builder.addMissing(Status.MISSING);
    } else if (hidden) {
      builder.addSuppressed(lowest, sum(high, there));
    } else {
      builder.add(lowest);
    }
    boolean split = Arrays.stream(there).anyMatch(row -> weight[row] != 1);
    for (Flag flag : Flag.values()) {
      if ((flag == Flag.ESTIMATED && split)
          || Arrays.stream(there).anyMatch(row -> numbers.has(row, flag))) {
        builder.flag(flag);
      }
    }
  }

  /** In order of size, so that the order of rows does not matter. */
  private static double sum(double[] x, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> x[row]).sorted().reduce(0, Double::sum);
  }
}
