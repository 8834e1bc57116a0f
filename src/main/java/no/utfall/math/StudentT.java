package no.utfall.math;

/**
 * Student's t distribution with any positive degrees of freedom; infinitely many give the normal distribution. Degrees
 * of freedom that are not positive give NaN.
 *
 * @see "Student (1908), Biometrika 6(1), doi:10.1093/biomet/6.1.1. Agrees with stats::pt and stats::qt."
 */
public final class StudentT {

  private StudentT() {}

  /** P(T ≤ t). */
  public static double cumulative(double t, double df) {
    double half = 0.5 * twoSided(t, df);
    return t < 0 ? half : 1 - half;
  }

  /** P(|T| > |t|): the p-value of a statistic. */
  public static double twoSided(double t, double df) {
    if (df == Double.POSITIVE_INFINITY) {
      return Gamma.upperTail(t * t / 2, 0.5);
    }
    double ratio = t / Math.sqrt(df);
    double square = ratio * ratio;
    if (square == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return Beta.lower(1 / (1 + square), square / (1 + square), df / 2, 0.5);
  }

  /** The t with P(T ≤ t) = p. */
  public static double quantile(double p, double df) {
    if (!(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    if (df == Double.POSITIVE_INFINITY) {
      return Normal.quantile(p);
    }
    double tails = 2 * Math.min(p, 1 - p);
    double square = df * StrictMath.exp(Beta.logitQuantile(1 - tails, tails, 0.5, df / 2));
    return p < 0.5 ? -Math.sqrt(square) : Math.sqrt(square);
  }
}
