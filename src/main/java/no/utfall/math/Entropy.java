package no.utfall.math;

import java.util.Arrays;

/**
 * Inequality from functions of each value relative to the mean; weights count persons, and only their shares matter.
 *
 * <p>With shares p, mean μ = Σ p y and r = y / μ. Every index is 0 when all values are equal. Each comes with its
 * gradient, the change of the index with each value, for standard errors.
 */
public final class Entropy {

  private Entropy() {}

  /** An index and how it changes with each value. */
  public record Index(double value, double[] gradient) {}

  /** Σ p y of shares that sum to 1. */
  public static double mean(double[] y, double[] p) {
    return WeightedLine.dot(p, y);
  }

  /**
   * Generalised entropy: (Σ p r^α − 1) / (α(α − 1)); α = 1: Theil's T, Σ p r ln r; α = 0: mean log deviation,
   * −Σ p ln r.
   *
   * @param y not negative, mean above 0; above 0 where α ≤ 0
   * @param p shares that sum to 1
   * @see "Shorrocks (1980), The class of additively decomposable inequality measures, Econometrica 48(3),
   *     doi:10.2307/1913126. Agrees with ineq::entropy and IC2::calcGEI."
   */
  public static Index generalised(double[] y, double[] p, double alpha) {
    double mean = mean(y, p);
    double[] gradient = new double[y.length];
    double sum = 0;
    if (alpha == 0) {
      for (int i = 0; i < y.length; i++) {
        sum -= p[i] * StrictMath.log(y[i] / mean);
        gradient[i] = p[i] * (1 / mean - 1 / y[i]);
      }
      return new Index(Math.max(0, sum), gradient);
    }
    if (alpha == 1) {
      for (int i = 0; i < y.length; i++) {
        double r = y[i] / mean;
        sum += r == 0 ? 0 : p[i] * r * StrictMath.log(r);
      }
      for (int i = 0; i < y.length; i++) {
        gradient[i] = p[i] / mean * (StrictMath.log(y[i] / mean) - sum);
      }
      return new Index(Math.max(0, sum), gradient);
    }
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * StrictMath.pow(y[i] / mean, alpha);
    }
    for (int i = 0; i < y.length; i++) {
      double power = StrictMath.pow(y[i] / mean, alpha - 1);
      gradient[i] = p[i] / (mean * (alpha - 1)) * (power - sum);
    }
    return new Index(Math.max(0, (sum - 1) / (alpha * (alpha - 1))), gradient);
  }

  /**
   * Atkinson: 1 − e / μ, with the equally distributed equivalent e = (Σ p y^(1 − ε))^(1/(1 − ε)); ε = 1: the geometric
   * mean.
   *
   * @param y not negative, mean above 0; with a zero the index is 1 from ε = 1 on
   * @param epsilon aversion to inequality, above 0
   * @see "Atkinson (1970), On the measurement of inequality, Journal of Economic Theory 2(3),
   *     doi:10.1016/0022-0531(70)90039-6. Agrees with ineq::Atkinson."
   */
  public static Index atkinson(double[] y, double[] p, double epsilon) {
    double mean = mean(y, p);
    // from the least on, so that no power of a strong aversion is too large for a number
    double unit = epsilon > 1 ? least(y) / mean : 1;
    double sum = 0;
    for (int i = 0; unit > 0 && i < y.length; i++) {
      double r = y[i] / mean / unit;
      sum += p[i] * (epsilon == 1 ? StrictMath.log(r) : StrictMath.pow(r, 1 - epsilon));
    }
    double equal = unit == 0
        ? 0
        : unit * (epsilon == 1 ? StrictMath.exp(sum) : StrictMath.pow(sum, 1 / (1 - epsilon)));
    double[] gradient = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double pull = StrictMath.pow(equal * mean / y[i], epsilon);
      gradient[i] = p[i] / mean * (equal - pull);
    }
    return new Index(Math.max(0, 1 - equal), gradient);
  }

  /**
   * Kolm: (μ / α) ln Σ p exp(α(1 − r)), in the unit of the values; α counts per mean, so that the index grows with the
   * unit of measure as the values do.
   *
   * @param alpha aversion to inequality, above 0; Kolm's own parameter is α / μ
   * @see "Kolm (1976), Unequal inequalities I, Journal of Economic Theory 12(3), doi:10.1016/0022-0531(76)90037-5. Agrees
   *     with ineq::Kolm of values over their mean, times the mean."
   */
  public static Index kolm(double[] y, double[] p, double alpha) {
    double mean = mean(y, p);
    double least = least(y) / mean;
    double sum = 0;
    double relative = 0;
    double[] pull = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double r = y[i] / mean;
      pull[i] = p[i] * StrictMath.exp(alpha * (least - r));
      sum += pull[i];
      relative += pull[i] * r;
    }
    double log = alpha * (1 - least) + StrictMath.log(sum);
    double[] gradient = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      gradient[i] = p[i] * log / alpha + (p[i] * relative - pull[i]) / sum;
    }
    return new Index(Math.max(0, mean / alpha * log), gradient);
  }

  private static double least(double[] y) {
    return Arrays.stream(y).min().orElse(Double.NaN);
  }

  /** The variance Σ p (y − μ)². */
  public static Index variance(double[] y, double[] p) {
    double mean = mean(y, p);
    double sum = 0;
    double[] gradient = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * (y[i] - mean) * (y[i] - mean);
      gradient[i] = 2 * p[i] * (y[i] - mean);
    }
    return new Index(sum, gradient);
  }
}
