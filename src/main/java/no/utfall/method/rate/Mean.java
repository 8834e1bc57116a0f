package no.utfall.method.rate;

import no.utfall.math.StudentT;
import no.utfall.math.Sums;
import no.utfall.method.Checks;

/**
 * The mean of values, with Student's interval.
 *
 * <p>x̄ ± t s / √n, with s² = Σ(x − x̄)² / (n − 1) and t the quantile (1 + level) / 2 of Student's t with n − 1 degrees
 * of freedom. One value: the mean is known, its spread and interval are NaN.
 *
 * @see "Student (1908), doi:10.1093/biomet/6.1.1. Agrees with PHEindicatormethods::phe_mean 2.1.1 and stats::t.test."
 */
public final class Mean {

  /** A mean with its spread (n − 1) and limits. */
  public record Estimate(
      double value,
      double stdDev,
      double stdError,
      double low,
      double high,
      double level,
      double df,
      int n) {}

  private static final Mean DEFAULT = new Mean(0.95);

  private final double level;

  private Mean(double level) {
    this.level = level;
  }

  /** 95 %. */
  public static Mean withDefaults() {
    return DEFAULT;
  }

  public Mean level(double confidence) {
    return new Mean(Checks.level(confidence));
  }

  /**
   * The mean, its spread and its interval.
   *
   * @param x at least one value, in any order; not changed
   */
  public Estimate estimate(double[] x) {
    int n = x.length;
    if (n == 0) {
      throw new IllegalArgumentException("there is no value");
    }
    double mean = Sums.of(x) / n;
    if (n == 1) {
      return new Estimate(mean, Double.NaN, Double.NaN, Double.NaN, Double.NaN, level, 0, 1);
    }
    double[] squares = new double[n];
    for (int i = 0; i < n; i++) {
      squares[i] = (x[i] - mean) * (x[i] - mean);
    }
    double deviation = Math.sqrt(Sums.of(squares) / (n - 1));
    double error = deviation / Math.sqrt(n);
    double half = -StudentT.quantile((1 - level) / 2, n - 1.0) * error;
    return new Estimate(mean, deviation, error, mean - half, mean + half, level, n - 1.0, n);
  }
}
