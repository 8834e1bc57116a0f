package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.math.Sums;
import no.utfall.problem.Finding;

/** Counts and populations as they stand in the rows, each summed, with the limits of those that are hidden. */
final class Cells extends ByStratum {

  private final Totals checks;
  private final Strata strata;
  private final TextColumn ages;
  private final NumberColumn counts;
  private final NumberColumn populations;

  private final double[] countLow;
  private final double[] countHigh;
  private final double[] sizeLow;
  private final double[] sizeHigh;
  private final int[] rowsOf;
  private boolean bounded;

  Cells(Frame data, Strata strata, String age, String count, String population) {
    super(strata.count());
    this.checks = new Totals(data, count, population, false);
    this.strata = strata;
    this.ages = data.text(age);
    this.counts = data.number(count);
    this.populations = data.number(population);
    int n = strata.count();
    this.countLow = new double[n];
    this.countHigh = new double[n];
    this.sizeLow = new double[n];
    this.sizeHigh = new double[n];
    this.rowsOf = new int[n];
  }

  @Override
  List<Finding> findings() {
    return checks.findings();
  }

  @Override
  void read(int[] rows) {
    for (double[] cells : List.of(countLow, countHigh, sizeLow, sizeHigh)) {
      Arrays.fill(cells, 0);
    }
    Arrays.fill(rowsOf, 0);
    int nowhere = 0;
    int impossible = 0;
    boolean known = true;
    boolean whole = true;
    for (int row : rows) {
      int s = strata.of(ages.code(row));
      if (checks.isImpossible(row)) {
        impossible++;
      } else if (s < 0) {
        nowhere++;
      } else {
        known &= counts.isKnown(row) && populations.isKnown(row);
        double x = counts.value(row);
        double n = populations.value(row);
        whole &= rowsOf[s] == 0 || (x == Math.rint(x) && n == Math.rint(n));
        rowsOf[s]++;
        count()[s] += x;
        size()[s] += n;
        countLow[s] += low(counts, row);
        countHigh[s] += counts.high(row);
        sizeLow[s] += populations.low(row);
        sizeHigh[s] += populations.high(row);
      }
    }
    bounded = impossible + nowhere == 0;
    if (impossible > 0) {
      stop(Standing.NOT_ESTIMABLE, Totals.impossible(impossible, rows.length));
    } else if (nowhere > 0) {
      stop(Standing.NOT_ESTIMABLE, nowhere + " of " + rows.length + " rows have an unknown age");
    } else if (!known) {
      tally(rows);
    } else {
      if (!whole) {
        sumAgain(rows);
      }
      checkBands(rows);
    }
  }

  private static double low(NumberColumn column, int row) {
    Status status = column.status(row);
    return status == Status.KNOWN || status == Status.SUPPRESSED ? column.low(row) : 0;
  }

  private void tally(int[] rows) {
    Tally tallyOfCounts = new Tally("count", "counts");
    Tally tallyOfSizes = new Tally("population", "populations");
    for (int row : rows) {
      tallyOfCounts.add(counts, row);
      tallyOfSizes.add(populations, row);
    }
    if (!tallyOfCounts.allKnown()) {
      stop(tallyOfCounts.standing(), tallyOfCounts.note());
    } else {
      stop(
          tallyOfSizes.standing() == Standing.SUPPRESSED
              ? Standing.SUPPRESSED
              : Standing.NOT_ESTIMABLE,
          tallyOfSizes.note());
    }
  }

  /** Numbers that are not whole are sorted before they are summed, stratum by stratum. */
  private void sumAgain(int[] rows) {
    for (int s = 0; s < strata.count(); s++) {
      double[] x = new double[rowsOf[s]];
      double[] n = new double[rowsOf[s]];
      int i = 0;
      for (int row : rows) {
        if (strata.of(ages.code(row)) == s) {
          x[i] = counts.value(row);
          n[i++] = populations.value(row);
        }
      }
      count()[s] = Sums.of(x);
      size()[s] = Sums.of(n);
    }
  }

  @Override
  Known ofKnown(int[] rows) {
    List<DoubleStream.Builder> x = new ArrayList<>();
    List<DoubleStream.Builder> n = new ArrayList<>();
    for (int s = 0; s < strata.count(); s++) {
      x.add(DoubleStream.builder());
      n.add(DoubleStream.builder());
    }
    int known = 0;
    for (int row : rows) {
      int s = strata.of(ages.code(row));
      if (s >= 0 && counts.value(row) >= 0 && populations.value(row) > 0) {
        x.get(s).add(counts.value(row));
        n.get(s).add(populations.value(row));
        known++;
      }
    }
    return new Known(
        known,
        x.stream().mapToDouble(cells -> Sums.of(cells.build().toArray())).toArray(),
        n.stream().mapToDouble(cells -> Sums.of(cells.build().toArray())).toArray());
  }

  private void checkBands(int[] rows) {
    for (int s = 0; s < strata.count(); s++) {
      if (rowsOf[s] == 0) {
        stop(Standing.MISSING, "no row of age " + strata.name(s));
        return;
      }
      if (size()[s] == 0) {
        if (isKnown()) {
          checks.tellEmpty(rows[0], "the population of age " + strata.name(s) + " is 0");
        }
        stop(Standing.NOT_ESTIMABLE, "the population of age " + strata.name(s) + " is 0");
        return;
      }
    }
  }

  /** What is missing counts as nothing, what is hidden as its lowest. */
  @Override
  double leastEvents() {
    return Sums.of(countLow);
  }

  /** The lowest the count can be, over the highest its population can be; what a row that belongs nowhere adds is not known. */
  @Override
  double[] lowestRates() {
    return rates(countLow, sizeHigh);
  }

  @Override
  double[] highestRates() {
    return rates(countHigh, sizeLow);
  }

  private double[] rates(double[] x, double[] n) {
    double[] rates = new double[x.length];
    for (int s = 0; s < x.length; s++) {
      rates[s] = bounded && rowsOf[s] > 0 && n[s] > 0 ? x[s] / n[s] : Double.NaN;
    }
    return rates;
  }
}
