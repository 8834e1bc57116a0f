package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.math.Sums;
import no.utfall.problem.Finding;
import no.utfall.text.Numerals;
import org.jspecify.annotations.Nullable;

/**
 * Sums counts and populations within groups. A group of one row is summed like any other; what cannot be summed says
 * why, and stops nothing else.
 */
final class Totals {

  private final Frame data;
  private final NumberColumn count;
  private final NumberColumn population;
  private final boolean share;
  private final boolean whole;
  private final boolean faultless;
  private final List<Finding> findings = new ArrayList<>();

  /** @param share whether the counted are part of the population */
  Totals(Frame data, String count, String population, boolean share) {
    this(data, count, population, share, true);
  }

  /** @param whole whether a count with decimals is a fault */
  Totals(Frame data, String count, String population, boolean share, boolean whole) {
    this.data = data;
    this.count = data.number(count);
    this.population = data.number(population);
    this.share = share;
    this.whole = whole;
    this.faultless = this.count.isPlain() && this.population.isPlain() && isFaultless();
  }

  /** Whether no row is impossible, nothing being hidden or flagged: then no group need be asked row by row. */
  private boolean isFaultless() {
    for (int row = 0; row < count.size(); row++) {
      double x = count.value(row);
      double n = population.value(row);
      if (!(x >= 0 && n >= 0 && (!whole || Sums.isWhole(x)) && (!share || x <= n))) {
        return false;
      }
    }
    return true;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** One for each group. */
  List<Total> of(Grouped grouped) {
    double[] counts = faultless ? wholeSums(count, grouped) : null;
    double[] sizes = counts == null ? null : wholeSums(population, grouped);
    List<Total> totals = new ArrayList<>(grouped.count());
    if (counts == null || sizes == null) {
      for (int g = 0; g < grouped.count(); g++) {
        totals.add(of(grouped.rows(g)));
      }
      return totals;
    }
    int[] rows = new int[grouped.count()];
    for (int row = 0; row < count.size(); row++) {
      rows[grouped.of(row)]++;
    }
    for (int g = 0; g < rows.length; g++) {
      totals.add(known(rows[g], grouped.first(g), counts[g], sizes[g]));
    }
    return totals;
  }

  /** Sums of whole numbers, exact in whatever order the rows come; none where there are decimals. */
  private static double @Nullable [] wholeSums(NumberColumn column, Grouped grouped) {
    double[] sums = new double[grouped.count()];
    double all = 0;
    for (int row = 0; row < column.size(); row++) {
      double value = column.value(row);
      if (!Sums.isWhole(value)) {
        return null;
      }
      sums[grouped.of(row)] += value;
      all += value;
    }
    return all <= 0x1p53 ? sums : null;
  }

  Total of(int[] rows) {
    return faultless ? known(rows) : asked(rows);
  }

  private Total asked(int[] rows) {
    Tally counts = new Tally("count", "counts");
    Tally populations = new Tally("population", "populations");
    int impossible = 0;
    for (int row : rows) {
      counts.add(count, row);
      populations.add(population, row);
      if (isImpossible(row)) {
        impossible++;
      }
    }
    int n = rows.length;
    if (impossible > 0) {
      return Total.none(Standing.NOT_ESTIMABLE, impossible(impossible, n), n);
    }
    if (counts.standing() != Standing.OK && counts.standing() != Standing.SUPPRESSED) {
      return Total.none(counts.standing(), counts.note(), n);
    }
    if (populations.standing() != Standing.OK && populations.standing() != Standing.SUPPRESSED) {
      return Total.none(Standing.NOT_ESTIMABLE, populations.note(), n);
    }
    if (!counts.allKnown() || !populations.allKnown()) {
      return hidden(rows, counts.allKnown() ? populations.note() : counts.note());
    }
    return known(rows);
  }

  private Total known(int[] rows) {
    return known(rows.length, rows[0], sum(count, rows), sum(population, rows));
  }

  private Total known(int rows, int first, double events, double size) {
    if (size == 0) {
      findings.add(Finding.warning(
          "W604",
          data.place(first, population.name()),
          "0",
          population.name() + " = 0: the estimate is undefined and left empty",
          "give the population, or leave the group out"));
      return Total.none(Standing.NOT_ESTIMABLE, "the population is 0", rows);
    }
    return Total.known(rows, events, size);
  }

  static String impossible(int some, int rows) {
    return some + " of " + rows + (rows == 1 ? " row is impossible" : " rows are impossible");
  }

  /** The rows of a group that are known, where others are hidden or missing; not known where there are none. */
  Total ofKnown(Grouped grouped, int group, Total all) {
    if (all.standing() != Standing.SUPPRESSED && all.standing() != Standing.MISSING) {
      return Total.none(Standing.NOT_ESTIMABLE, all.note(), 0);
    }
    int[] known = Arrays.stream(grouped.rows(group))
        .filter(row -> count.isKnown(row) && population.isKnown(row))
        .toArray();
    double size = sum(population, known);
    return size > 0
        ? Total.known(known.length, sum(count, known), size)
        : Total.none(Standing.NOT_ESTIMABLE, all.note(), 0);
  }

  /** Whether no such row can be; told in a finding. */
  boolean isImpossible(int row) {
    double x = count.value(row);
    double n = population.value(row);
    if (x < 0) {
      return found("E601", row, count, "a count cannot be negative", "correct the count");
    }
    if (n < 0) {
      return found("E601", row, population, "a population cannot be negative", "correct it");
    }
    if (whole && count.isKnown(row) && !Sums.isWhole(x) && !count.has(row, Flag.ESTIMATED)) {
      return found("E602", row, count, "a count must be whole", "correct the count");
    }
    if (share && x > n) {
      String more = "more than " + population.name() + " = " + Numerals.exact(n);
      return found("E603", row, count, more, "correct one of the two, or ask for a rate");
    }
    return false;
  }

  private boolean found(String code, int row, NumberColumn column, String what, String fix) {
    String value = Numerals.exact(column.value(row));
    findings.add(Finding.error(
        code,
        data.place(row, column.name()),
        value,
        column.name() + " = " + value + ": " + what,
        fix));
    return true;
  }

  /** A population of 0: no rate there. */
  void tellEmpty(int row, String what) {
    findings.add(Finding.warning(
        "W604",
        data.place(row, population.name()),
        "0",
        what + ": the estimate is undefined and left empty",
        "give the population, or put it together with a neighbouring group"));
  }

  private static double sum(NumberColumn column, int[] rows) {
    double[] cells = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      cells[i] = column.value(rows[i]);
    }
    return Sums.of(cells);
  }

  /** Within a share a hidden count is at most its population, and a hidden population at least its count. */
  private Total hidden(int[] rows, String note) {
    double[] countLow = new double[rows.length];
    double[] countHigh = new double[rows.length];
    double[] sizeLow = new double[rows.length];
    double[] sizeHigh = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      countLow[i] = count.low(row);
      sizeHigh[i] = population.high(row);
      countHigh[i] = share ? Math.min(count.high(row), sizeHigh[i]) : count.high(row);
      sizeLow[i] = share ? Math.max(population.low(row), countHigh[i]) : population.low(row);
    }
    return new Total(
        Standing.SUPPRESSED,
        note,
        rows.length,
        Double.NaN,
        Double.NaN,
        bound(Sums.of(countLow), Sums.of(sizeHigh)),
        bound(Sums.of(countHigh), Sums.of(sizeLow)));
  }

  private static double bound(double x, double n) {
    return n > 0 ? x / n : Double.NaN;
  }
}
