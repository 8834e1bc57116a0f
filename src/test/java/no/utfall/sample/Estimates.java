package no.utfall.sample;

import java.util.List;

/**
 * Plain comparisons of adopters with units that never adopted, written apart from the tool's own methods.
 *
 * <p>The outcome is y[unit][year]; an adopter's change is its mean from two years after the start minus its base; the
 * comparison's change is taken over the same years; adopters count alike, which weights cohorts by size.
 */
final class Estimates {

  /** What the outcome after adoption is compared with. */
  enum Base {
    LAST_YEAR,
    SECOND_LAST_YEAR,
    ALL_YEARS_TO_SECOND_LAST;

    private double of(double[] y, int start) {
      return switch (this) {
        case LAST_YEAR -> y[Years.at(start - 1)];
        case SECOND_LAST_YEAR -> y[Years.at(start - 2)];
        case ALL_YEARS_TO_SECOND_LAST -> mean(y, Years.FIRST, start - 2);
      };
    }
  }

  /** An estimate with its standard error. */
  record Estimate(double value, double standardError) {}

  private Estimates() {}

  static Estimate differenceInDifferences(
      double[][] y, List<Unit> adopters, List<Unit> controls, Base base) {
    double[] change = new double[adopters.size()];
    double[] compared = new double[controls.size()];
    for (int a = 0; a < change.length; a++) {
      Unit adopter = adopters.get(a);
      int start = adopter.adoption().start();
      double sum = 0;
      for (int c = 0; c < compared.length; c++) {
        double control = change(y[controls.get(c).index()], start, base);
        compared[c] += control / change.length;
        sum += control;
      }
      change[a] = change(y[adopter.index()], start, base) - sum / compared.length;
    }
    return new Estimate(
        mean(change),
        StrictMath.sqrt(variance(change) / change.length + variance(compared) / compared.length));
  }

  static Estimate beforeAfter(double[][] y, List<Unit> adopters) {
    double[] change = new double[adopters.size()];
    for (int a = 0; a < change.length; a++) {
      Unit adopter = adopters.get(a);
      change[a] = change(y[adopter.index()], adopter.adoption().start(), Base.LAST_YEAR);
    }
    return new Estimate(mean(change), StrictMath.sqrt(variance(change) / change.length));
  }

  static Estimate crossSection(double[][] y, List<Unit> adopters, List<Unit> controls) {
    double[] with = last(y, adopters);
    double[] without = last(y, controls);
    return new Estimate(
        mean(with) - mean(without),
        StrictMath.sqrt(variance(with) / with.length + variance(without) / without.length));
  }

  /** The change of one unit from a base to the mean of two years after a start and later. */
  static double change(double[] y, int start, Base base) {
    return mean(y, start + 2, Years.LAST) - base.of(y, start);
  }

  static double correlation(double[] x, double[] y) {
    double mx = mean(x);
    double my = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / StrictMath.sqrt(xx * yy);
  }

  static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  static double variance(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double v : x) {
      sum += (v - mean) * (v - mean);
    }
    return sum / (x.length - 1);
  }

  /** Mean over years, both ends in. */
  static double mean(double[] y, int from, int to) {
    double sum = 0;
    for (int year = from; year <= to; year++) {
      sum += y[Years.at(year)];
    }
    return sum / (to - from + 1);
  }

  private static double[] last(double[][] y, List<Unit> units) {
    return units.stream().mapToDouble(u -> mean(y[u.index()], 2022, Years.LAST)).toArray();
  }
}
