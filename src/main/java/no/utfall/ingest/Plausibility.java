package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Numerals;

/**
 * What every cell of a panel passes on its own and the panel does not: a number a thousand times the others of its unit, a
 * year of shares among years of percent, a share that its count and population do not give, a population that stands still,
 * parts that are not their total, a year far from all others. Nothing is changed; each finding names its readings.
 */
final class Plausibility {

  /** Of more rows the series of every unit would fill the memory that the rows themselves may have. */
  static final int MOST_ROWS = 1_000_000;

  /** Fewer other years than this say nothing of what is usual for a unit. */
  private static final int OTHERS = 3;

  /** The others of a unit must lie within this factor of one another. */
  private static final double STEADY = 2.5;

  /** Numbers smaller than this jump by chance. */
  private static final double LARGE = 20;

  private static final double JUMP = 10;

  /** Years further than this from all others stand alone. */
  private static final int FAR = 10;

  /** Two parts that make a whole, and what wholes are called. */
  private static final List<List<String>> HALVES = List.of(
      List.of("kvinner", "menn"),
      List.of("k", "m"),
      List.of("jenter", "gutter"),
      List.of("women", "men"),
      List.of("females", "males"),
      List.of("female", "male"),
      List.of("f", "m"));

  private static final List<String> WHOLES = List.of(
      "i alt",
      "alle",
      "total",
      "totalt",
      "begge",
      "begge kjønn",
      "sum",
      "all",
      "both",
      "both sexes",
      "kjønn samlet",
      "t",
      "tot",
      "alle aldre",
      "alle aldrar",
      "all ages",
      "_t");

  /** Where what is found goes. */
  interface Told {
    void at(String finding, int row, String column, String cell, String message, String fix);
  }

  private final Frame frame;
  private final String unit;
  private final List<String> groups;
  private final int[] years;
  private final Told told;
  private final Groups units;
  private final int[][] rowsOf;

  /**
   * @param groups further text columns that tell rows apart
   * @param years the year of each row; 0 where there is none
   */
  Plausibility(Frame frame, String unit, List<String> groups, int[] years, Told told) {
    this.frame = frame;
    this.unit = unit;
    this.groups = groups;
    this.years = years;
    this.told = told;
    List<String> keys = new ArrayList<>(List.of(unit));
    keys.addAll(groups);
    this.units = frame.groups(keys);
    this.rowsOf = units.rows();
  }

  // --- time

  /** A year, in few rows, that lies far from all others of the file. */
  void lonelyYears(String period) {
    TreeMap<Integer, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < years.length; row++) {
      if (years[row] > 0) {
        rows.computeIfAbsent(years[row], y -> new ArrayList<>()).add(row);
      }
    }
    if (rows.size() <= OTHERS) {
      return;
    }
    rows.forEach((year, at) -> {
      Integer before = rows.lowerKey(year);
      Integer after = rows.higherKey(year);
      int nearest = Math.min(
          before == null ? Integer.MAX_VALUE : year - before,
          after == null ? Integer.MAX_VALUE : after - year);
      if (nearest > FAR && 5 * at.size() <= years.length) {
        TreeSet<Integer> others = new TreeSet<>(rows.keySet());
        others.remove(year);
        told.at(
            "W505",
            at.get(0),
            period,
            frame.text(period).get(at.get(0)),
            year + " lies far from the other years of the file, " + others.first() + "-"
                + others.last() + " (" + at.size() + (at.size() == 1 ? " row)" : " rows)"),
            "check the year");
      }
    });
  }

  // --- one series a unit

  /** A number far from all others of its unit, with the unit of measure that it would fit. */
  void jumps(String column) {
    jumps(column, JUMP);
  }

  /** As {@link #jumps}, only those that another unit of measure would explain: nobody says what the column holds. */
  void jumpsOfUnits(String column) {
    jumps(column, 100 / STEADY);
  }

  private void jumps(String column, double least) {
    NumberColumn numbers = frame.number(column);
    series(numbers).forEach(rows -> {
      if (rows.size() <= OTHERS) {
        return;
      }
      for (int row : rows) {
        double value = numbers.value(row);
        double[] others = rows.stream()
            .filter(other -> other != row)
            .mapToDouble(numbers::value)
            .sorted()
            .toArray();
        boolean steady = others[0] > 0 && others[others.length - 1] <= STEADY * others[0];
        double middle = median(others);
        if (steady && value > 0 && Math.max(value, middle) >= LARGE) {
          jump(row, column, value, middle, least);
        }
      }
    });
  }

  private void jump(int row, String column, double value, double middle, double least) {
    double ratio = value / middle;
    double times = ratio > 1 ? ratio : 1 / ratio;
    if (times < least) {
      return;
    }
    String reading = near(times, 1_000)
        ? "; read in thousands, or in units among thousands, it would fit"
        : near(times, 100)
            ? "; as a share among percent, or percent among shares, it would fit"
            : near(times, 1_000_000)
                ? "; read in millions, or in units among millions, it would fit"
                : "";
    told.at(
        "W607",
        row,
        column,
        Numerals.exact(value),
        column + " = " + Numerals.exact(value) + " is "
            + String.format(Locale.ROOT, "%.0f", times)
            + (ratio > 1 ? " times" : " times less than")
            + " what " + frame.text(unit).get(row) + " has in its other years (median "
            + Numerals.exact(middle) + ")" + reading,
        "check the unit of measure of the row");
  }

  private static boolean near(double times, double factor) {
    return times > factor / STEADY && times < factor * STEADY;
  }

  /** The rows of known numbers by unit and group, of those with a year. */
  private List<List<Integer>> series(NumberColumn numbers) {
    List<List<Integer>> series = new ArrayList<>();
    for (int[] rows : rowsOf) {
      series.add(known(numbers, rows));
    }
    return series;
  }

  private List<Integer> known(NumberColumn numbers, int[] rows) {
    return IntStream.of(rows)
        .filter(row -> numbers.isKnown(row) && years[row] > 0)
        .boxed()
        .toList();
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  // --- shares

  /** A year in which all percentages lie in 0–1 while they do not in others. */
  void yearsOfShares(String column) {
    yearsOfShares(column, row -> true);
  }

  /** As {@link #yearsOfShares(String)}, each group on its own of which this is said to be of percent. */
  void yearsOfShares(String column, String group, Predicate<String> isPercent) {
    TextColumn names = frame.text(group);
    for (int level = 0; level < names.levels(); level++) {
      int wanted = level;
      if (isPercent.test(names.level(level))) {
        yearsOfShares(column, row -> names.code(row) == wanted);
      }
    }
  }

  private void yearsOfShares(String column, IntPredicate isWanted) {
    NumberColumn numbers = frame.number(column);
    TreeMap<Integer, List<Integer>> byYear = new TreeMap<>();
    for (int row = 0; row < numbers.size(); row++) {
      if (numbers.isKnown(row) && years[row] > 0 && isWanted.test(row)) {
        byYear.computeIfAbsent(years[row], y -> new ArrayList<>()).add(row);
      }
    }
    Map<Integer, Double> middles = new TreeMap<>();
    byYear.forEach((year, rows) -> middles.put(
        year, median(rows.stream().mapToDouble(numbers::value).sorted().toArray())));
    byYear.forEach((year, rows) -> {
      boolean shares = rows.size() >= OTHERS
          && rows.stream().allMatch(row -> numbers.value(row) >= 0 && numbers.value(row) <= 1)
          && rows.stream().anyMatch(row -> numbers.value(row) > 0);
      double[] others = middles.entrySet().stream()
          .filter(entry -> !entry.getKey().equals(year))
          .mapToDouble(Map.Entry::getValue)
          .sorted()
          .toArray();
      double own = middles.getOrDefault(year, 0.0);
      if (shares && others.length > 0 && others[0] > 2 && others[0] > 20 * own) {
        told.at(
            "W606",
            rows.get(0),
            column,
            Numerals.exact(numbers.value(rows.get(0))),
            "all " + rows.size() + " values of " + year
                + " lie in 0-1, and those of other years do not: shares among percent?",
            "multiply the year by 100, or say what changed");
      }
    });
  }

  /**
   * A share in percent that its count and population do not give: by those of another year (W608), or not at all (W610).
   */
  void sharesOfParts(String share, String count, String population) {
    sharesOfParts(share, count, population, 100, 0);
  }

  /** As {@link #sharesOfParts(String, String, String)}, for what the rows show; a count may be off by one. */
  void sharesOfParts(Ratio ratio) {
    sharesOfParts(ratio.share, ratio.count, ratio.population, ratio.per, 1);
  }

  private void sharesOfParts(
      String share, String count, String population, double per, double off) {
    NumberColumn shares = frame.number(share);
    NumberColumn counts = frame.number(count);
    NumberColumn sizes = frame.number(population);
    List<Integer> wrong = new ArrayList<>();
    int right = 0;
    for (int row = 0; row < shares.size(); row++) {
      if (shares.isKnown(row)
          && counts.isKnown(row)
          && sizes.isKnown(row)
          && sizes.value(row) > 0) {
        double gap = Math.abs(per * counts.value(row) / sizes.value(row) - shares.value(row));
        if (gap <= off * per / sizes.value(row)
            || gives(shares.value(row), counts.value(row), sizes.value(row), per)) {
          right++;
        } else if (counts.value(row) <= sizes.value(row)) {
          wrong.add(row);
        }
      }
    }
    if (wrong.isEmpty()) {
      return;
    }
    if (right < wrong.size() && wrong.size() > 1) {
      int row = wrong.get(0);
      if (another(row, shares, counts, sizes, per) < 0) {
        told.at(
            "W610",
            row,
            share,
            Numerals.exact(shares.value(row)),
            wrong.size() + " of " + (right + wrong.size()) + " values of " + share
                + " are not " + Numerals.exact(per) + " * " + count + " / " + population
                + ", the first "
                + stands(row, shares, counts, sizes, per),
            "check that the columns belong together: the same year, the same persons, percent");
        return;
      }
    }
    for (int row : wrong) {
      int year = another(row, shares, counts, sizes, per);
      told.at(
          year < 0 ? "W610" : "W608",
          row,
          share,
          Numerals.exact(shares.value(row)),
          share + " is " + stands(row, shares, counts, sizes, per)
              + (year < 0 ? "" : "; it would be right with " + population + " of " + year),
          year < 0
              ? "mend the share, or leave it out and let it be computed"
              : "use numerator and denominator of one year");
    }
  }

  private static String stands(
      int row, NumberColumn shares, NumberColumn counts, NumberColumn sizes, double per) {
    double computed = per * counts.value(row) / sizes.value(row);
    return Numerals.exact(shares.value(row)) + ", and " + Numerals.exact(counts.value(row)) + " of "
        + Numerals.exact(sizes.value(row)) + " are " + String.format(Locale.ROOT, "%.2f", computed)
        + (per == 100 ? " %" : " per " + Numerals.exact(per));
  }

  /** Within the rounding of the share, which has no decimals or one. */
  private static boolean gives(double share, double count, double size, double per) {
    boolean isWhole = Numerals.exact(share).indexOf('.') < 0;
    double rounding = Math.max(isWhole ? 0.5 : 0.05, 1e-3 * Math.abs(share));
    return Math.abs(per * count / size - share) <= rounding * (1 + 1e-9);
  }

  /** Scales of rates, beside that of percent. */
  private static final double[] SCALES = {100, 1_000, 10_000, 100_000};

  /**
   * A relation that the rows themselves show.
   *
   * @param per so many persons
   */
  record Ratio(String share, String count, String population, double per) {}

  /**
   * The counts and populations that give this column in at least three of four rows, and in four rows; none when no two
   * columns do, or several pairs do.
   */
  Optional<Ratio> ratio(String share, List<String> columns) {
    List<Ratio> found = new ArrayList<>();
    for (String count : columns) {
      for (String population : columns) {
        for (double per : SCALES) {
          Ratio ratio = new Ratio(share, count, population, per);
          boolean differ =
              !count.equals(population) && !count.equals(share) && !population.equals(share);
          if (differ && holds(ratio)) {
            found.add(ratio);
          }
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private boolean holds(Ratio ratio) {
    NumberColumn shares = frame.number(ratio.share);
    NumberColumn counts = frame.number(ratio.count);
    NumberColumn sizes = frame.number(ratio.population);
    int right = 0;
    int all = 0;
    for (int row = 0; row < shares.size(); row++) {
      if (shares.isKnown(row)
          && shares.value(row) != 0
          && counts.isKnown(row)
          && sizes.isKnown(row)
          && sizes.value(row) > 0) {
        all++;
        right += gives(shares.value(row), counts.value(row), sizes.value(row), ratio.per) ? 1 : 0;
        if (all == 50 && right < 10) {
          return false;
        }
      }
    }
    return right > OTHERS && 4 * right >= 3 * all;
  }

  /** Rows whose count is larger than the population that it is a part of; none where such rates are published. */
  void overWhole(Ratio ratio) {
    NumberColumn shares = frame.number(ratio.share);
    NumberColumn counts = frame.number(ratio.count);
    NumberColumn sizes = frame.number(ratio.population);
    for (int row = 0; row < shares.size(); row++) {
      if (shares.isKnown(row) && shares.value(row) > ratio.per) {
        return;
      }
    }
    for (int row = 0; row < counts.size(); row++) {
      if (counts.isKnown(row) && sizes.isKnown(row) && counts.value(row) > sizes.value(row)) {
        told.at(
            "E603",
            row,
            ratio.count,
            Numerals.exact(counts.value(row)),
            ratio.count + " " + Numerals.exact(counts.value(row)) + " > " + ratio.population + " "
                + Numerals.exact(sizes.value(row)),
            "check that the columns are not swapped");
      }
    }
  }

  /** The other year whose population of the unit gives the share, alone; −1 when there is none. */
  private int another(
      int row, NumberColumn shares, NumberColumn counts, NumberColumn sizes, double per) {
    int found = -1;
    for (int other : known(sizes, rowsOf[units.of(row)])) {
      boolean near = other != row && Math.abs(years[other] - years[row]) <= 2;
      if (near
          && sizes.value(other) > 0
          && gives(shares.value(row), counts.value(row), sizes.value(other), per)) {
        if (found >= 0) {
          return -1;
        }
        found = years[other];
      }
    }
    return found;
  }

  /** Populations that are the same in two years for all units, and not in others: one year has the numbers of the other. */
  void standingStill(String population) {
    NumberColumn sizes = frame.number(population);
    Map<Integer, int[]> byYear = new TreeMap<>();
    Map<Integer, Integer> firstRow = new LinkedHashMap<>();
    series(sizes).forEach(rows -> {
      Map<Integer, Integer> at = new TreeMap<>();
      rows.forEach(row -> at.put(years[row], row));
      at.forEach((year, row) -> {
        Integer before = at.get(year - 1);
        if (before != null && sizes.value(row) >= 100) {
          int[] counted = byYear.computeIfAbsent(year, y -> new int[2]);
          counted[0]++;
          counted[1] += sizes.value(row) == sizes.value(before) ? 1 : 0;
          firstRow.merge(year, row, Math::min);
        }
      });
    });
    boolean moves = byYear.values().stream().anyMatch(counted -> 2 * counted[1] < counted[0]);
    byYear.forEach((year, counted) -> {
      int row = firstRow.getOrDefault(year, 0);
      if (moves && counted[0] >= OTHERS && counted[0] == counted[1]) {
        told.at(
            "W608",
            row,
            population,
            Numerals.exact(sizes.value(row)),
            population + " is the same in " + (year - 1) + " and " + year + " for all " + counted[0]
                + " units: are the numbers of " + year + " those of another year?",
            "fetch the population of " + year + ", or say that there is none yet");
      }
    });
  }

  // --- parts and wholes

  /** Rows of two halves and of the whole, told apart by this group; other groups are equal. */
  void halves(String column, String group) {
    NumberColumn numbers = frame.number(column);
    for (Map<String, Integer> cell : cells(group)) {
      for (List<String> halves : HALVES) {
        Integer one = cell.get(halves.get(0));
        Integer other = cell.get(halves.get(1));
        for (String name : WHOLES) {
          Integer whole = cell.get(name);
          if (one != null && other != null && whole != null) {
            half(numbers, group, one, other, whole);
          }
        }
      }
    }
  }

  /** By unit, year and all other groups: the rows by what stands in this group. */
  private List<Map<String, Integer>> cells(String group) {
    List<String> keys = new ArrayList<>(List.of(unit));
    keys.addAll(groups);
    keys.remove(group);
    TextColumn names = frame.text(group);
    TextColumn.Builder when = TextColumn.builder("\u0000year");
    for (int year : years) {
      when.add(String.valueOf(year));
    }
    keys.add("\u0000year");
    List<Map<String, Integer>> cells = new ArrayList<>();
    for (int[] rows : frame.with(when.build()).groups(keys).rows()) {
      Map<String, Integer> cell = new LinkedHashMap<>();
      for (int row : rows) {
        cell.put(names.get(row).strip().toLowerCase(Locale.ROOT), row);
      }
      cells.add(cell);
    }
    return cells;
  }

  /**
   * Rows of a group that is called a whole, held against the sum of all other groups, where the file shows that they are
   * its parts: they add up in at least three of four cells, and in more than {@value #OTHERS}.
   *
   * @return whether the file shows it
   */
  boolean wholes(String column, String group) {
    NumberColumn numbers = frame.number(column);
    List<int[]> wrong = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    int right = 0;
    for (Map<String, Integer> cell : cells(group)) {
      List<Integer> wholes =
          WHOLES.stream().filter(cell::containsKey).map(cell::get).toList();
      boolean isKnown = cell.values().stream().allMatch(numbers::isKnown);
      if (wholes.size() != 1 || cell.size() < 3 || !isKnown) {
        continue;
      }
      int whole = wholes.get(0);
      double sum = cell.values().stream()
          .filter(row -> row != whole)
          .mapToDouble(numbers::value)
          .sum();
      if (sum == numbers.value(whole)) {
        right += sum == 0 ? 0 : 1;
      } else {
        wrong.add(new int[] {whole, cell.size() - 1});
        sums.add(sum);
      }
    }
    if (right <= OTHERS || right < 3 * wrong.size()) {
      return false;
    }
    for (int i = 0; i < wrong.size(); i++) {
      int whole = wrong.get(i)[0];
      String stands = Numerals.exact(numbers.value(whole));
      told.at(
          "E612",
          whole,
          column,
          stands,
          frame.text(group).get(whole) + " = " + stands + ", but the other "
              + wrong.get(i)[1] + " add up to " + Numerals.exact(sums.get(i)),
          "mend the part or the total");
    }
    return true;
  }

  /**
   * Rows of a unit held against the sum of the units that lie in it, where the file shows that these are all of them: they
   * add up in at least three of four cells, and in more than {@value #OTHERS}.
   *
   * @param wholeOf the unit in which a unit lies; blank when it lies in none of the file
   * @param what units of that kind are called
   * @return whether the file shows it
   */
  boolean levels(String column, UnaryOperator<String> wholeOf, String what) {
    NumberColumn numbers = frame.number(column);
    TextColumn codes = frame.text(unit);
    String[] wholes = new String[codes.levels()];
    for (int level = 0; level < wholes.length; level++) {
      wholes[level] = wholeOf.apply(codes.level(level));
    }
    List<String> keys = new ArrayList<>(groups);
    TextColumn.Builder when = TextColumn.builder("\u0000year");
    for (int year : years) {
      when.add(String.valueOf(year));
    }
    keys.add("\u0000year");
    List<Integer> wrong = new ArrayList<>();
    List<double[]> sums = new ArrayList<>();
    int right = 0;
    for (int[] rows : frame.with(when.build()).groups(keys).rows()) {
      Map<String, Integer> at = new LinkedHashMap<>();
      Map<String, double[]> parts = new LinkedHashMap<>();
      for (int row : rows) {
        at.put(codes.get(row), row);
        String whole = wholes[codes.code(row)];
        if (!whole.isEmpty()) {
          double[] sum = parts.computeIfAbsent(whole, w -> new double[2]);
          sum[0] += numbers.isKnown(row) ? numbers.value(row) : Double.NaN;
          sum[1]++;
        }
      }
      for (Map.Entry<String, double[]> part : parts.entrySet()) {
        Integer whole = at.get(part.getKey());
        double sum = part.getValue()[0];
        if (whole == null || !numbers.isKnown(whole) || Double.isNaN(sum)) {
          continue;
        }
        if (sum == numbers.value(whole)) {
          right += sum == 0 || part.getValue()[1] < 2 ? 0 : 1;
        } else {
          wrong.add(whole);
          sums.add(part.getValue());
        }
      }
    }
    if (right <= OTHERS || right < 3 * wrong.size()) {
      return false;
    }
    for (int i = 0; i < wrong.size(); i++) {
      int whole = wrong.get(i);
      String stands = Numerals.exact(numbers.value(whole));
      told.at(
          "E612",
          whole,
          column,
          stands,
          codes.get(whole) + " has " + stands + ", but its " + Numerals.exact(sums.get(i)[1]) + " "
              + what + " add up to " + Numerals.exact(sums.get(i)[0]),
          "mend the part or the total");
    }
    return true;
  }

  private void half(NumberColumn numbers, String group, int one, int other, int whole) {
    if (!numbers.isKnown(one) || !numbers.isKnown(other) || !numbers.isKnown(whole)) {
      return;
    }
    double sum = numbers.value(one) + numbers.value(other);
    if (sum != numbers.value(whole)) {
      TextColumn names = frame.text(group);
      told.at(
          "E612",
          whole,
          numbers.name(),
          Numerals.exact(numbers.value(whole)),
          names.get(whole) + " = " + Numerals.exact(numbers.value(whole)) + ", but "
              + names.get(one) + " + " + names.get(other) + " = " + Numerals.exact(sum),
          "mend the part or the total");
    }
  }

  /** The years of a frame whose periods are four digits. */
  static int[] years(TextColumn periods, Map<String, String> known) {
    int[] years = new int[periods.size()];
    Arrays.setAll(years, row -> Integer.parseInt(known.getOrDefault(periods.get(row), "0")));
    return years;
  }

  /** The columns that start so, in the order of the frame. */
  static List<String> starting(Frame frame, String start) {
    List<String> names = new ArrayList<>();
    for (String name : frame.names()) {
      if (name.startsWith(start) && frame.column(name) instanceof NumberColumn) {
        names.add(name);
      }
    }
    return Collections.unmodifiableList(names);
  }
}
