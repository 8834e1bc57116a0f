package no.utfall.method.poverty;

import java.util.Arrays;
import no.utfall.math.Ranks;
import no.utfall.math.StudentT;

/**
 * Confidence limits of one estimate.
 *
 * @see "Dean and Pagano (2015), Journal of Survey Statistics and Methodology 3(4), doi:10.1093/jssam/smv024, for the
 *     Wilson interval with an effective sample size"
 */
record Limits(double low, double high) {

  static final Limits NONE = new Limits(Double.NaN, Double.NaN);

  /** estimate ± t · s, t of Student; not below zero where the statistic cannot be. */
  static Limits symmetric(
      double estimate, double error, double level, double df, boolean nonnegative) {
    if (!Double.isFinite(error) || df < 1) {
      return NONE;
    }
    double reach = StudentT.quantile((1 + level) / 2, df) * error;
    double low = estimate - reach;
    return new Limits(nonnegative ? Math.max(0, low) : low, estimate + reach);
  }

  /** Of a ratio above zero, by its logarithm: estimate · exp(± t s / estimate). */
  static Limits ratio(double estimate, double error, double level, double df) {
    if (!Double.isFinite(error) || df < 1 || !(estimate > 0)) {
      return NONE;
    }
    double factor = StrictMath.exp(StudentT.quantile((1 + level) / 2, df) * error / estimate);
    return new Limits(estimate / factor, estimate * factor);
  }

  /**
   * Wilson's interval of a share p that rests on n = p (1 − p) / s² persons drawn singly, with t of Student for the
   * normal quantile.
   *
   * @param fallback the size of the sample when nothing varies (p is 0 or 1, or s is 0)
   */
  static Limits wilson(double p, double error, double fallback, double level, double df) {
    boolean varies = p > 0 && p < 1;
    if ((varies && !Double.isFinite(error)) || df < 1) {
      return NONE;
    }
    double n = varies && error > 0 ? p * (1 - p) / (error * error) : fallback;
    if (!(n > 0)) {
      return NONE;
    }
    double t = StudentT.quantile((1 + level) / 2, df);
    double square = t * t / n;
    double centre = p + square / 2;
    double reach = t * Math.sqrt((p * (1 - p) + square / 4) / n);
    double low = p == 0 ? 0 : (centre - reach) / (1 + square);
    double high = p == 1 ? 1 : (centre + reach) / (1 + square);
    return new Limits(Math.max(0, low), Math.min(1, high));
  }

  /** Quantiles of the replicates that gave a number; none when more than a tenth gave none. */
  static Limits percentile(double[] replicates, double level) {
    double[] known = known(replicates);
    if (known.length < 0.9 * replicates.length || known.length < 2) {
      return NONE;
    }
    Arrays.sort(known);
    return new Limits(
        Ranks.quantile(known, (1 - level) / 2), Ranks.quantile(known, (1 + level) / 2));
  }

  /** The standard deviation of the replicates that gave a number; not a number when more than a tenth gave none. */
  static double deviation(double[] replicates) {
    double[] known = known(replicates);
    if (known.length < 0.9 * replicates.length || known.length < 2) {
      return Double.NaN;
    }
    double sum = 0;
    for (double x : known) {
      sum += x;
    }
    double mean = sum / known.length;
    double squares = 0;
    for (double x : known) {
      squares += (x - mean) * (x - mean);
    }
    return Math.sqrt(squares / (known.length - 1));
  }

  private static double[] known(double[] replicates) {
    return Arrays.stream(replicates).filter(Double::isFinite).toArray();
  }

  boolean isNone() {
    return Double.isNaN(low) && Double.isNaN(high);
  }

  Limits times(double factor) {
    return new Limits(factor * low, factor * high);
  }
}
