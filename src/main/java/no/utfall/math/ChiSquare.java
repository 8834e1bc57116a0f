package no.utfall.math;

/** The chi-square distribution: twice a {@link Gamma} of half the degrees of freedom. */
public final class ChiSquare {

  private ChiSquare() {}

  /** P(X ≤ x). */
  public static double cumulative(double x, double df) {
    return Gamma.cumulative(x / 2, df / 2);
  }

  /** P(X > x): the p-value of a statistic. */
  public static double upperTail(double x, double df) {
    return Gamma.upperTail(x / 2, df / 2);
  }

  /** The x with P(X ≤ x) = p. */
  public static double quantile(double p, double df) {
    return 2 * Gamma.quantile(p, df / 2);
  }

  /** The x with P(X > x) = q. */
  public static double upperQuantile(double q, double df) {
    return 2 * Gamma.upperQuantile(q, df / 2);
  }
}
