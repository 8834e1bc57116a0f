package no.utfall.math;

/**
 * Limits of the ratio of two jointly normal estimates whose covariance is known: all r for which the difference of
 * numerator and r times denominator is not significant. No approximation; where the denominator is far from zero, the
 * limits are the quantiles that a simulation of the ratio tends to.
 *
 * @see "Fieller (1954), Some problems in interval estimation, Journal of the Royal Statistical Society B 16(2),
 *     doi:10.1111/j.2517-6161.1954.tb00159.x"
 */
public final class Fieller {

  private Fieller() {}

  /**
   * @param quantile of the normal or t distribution for the level wanted
   * @return lower and upper limit; both NaN when the denominator may be zero at this level, so that no finite interval
   *     holds the ratio
   */
  public static double[] limits(
      double numerator,
      double denominator,
      double varNumerator,
      double varDenominator,
      double covariance,
      double quantile) {
    double square = quantile * quantile;
    double a = denominator * denominator - square * varDenominator;
    double b = numerator * denominator - square * covariance;
    double c = numerator * numerator - square * varNumerator;
    double discriminant = b * b - a * c;
    if (!(a > 0) || !(discriminant >= 0)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double root = Math.sqrt(discriminant);
    return new double[] {(b - root) / a, (b + root) / a};
  }
}
