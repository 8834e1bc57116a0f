package no.utfall.math;

/** The F distribution, for Wald tests of several restrictions. */
public final class FisherF {

  private FisherF() {}

  /**
   * P(F > f): the p-value of a statistic.
   *
   * @param df1 of the numerator
   * @param df2 of the denominator; infinite gives the chi-square test
   * @see "Agrees with stats::pf(lower.tail = FALSE)."
   */
  public static double upperTail(double f, double df1, double df2) {
    if (!(df1 > 0 && df2 > 0) || Double.isNaN(f)) {
      return Double.NaN;
    }
    if (f <= 0) {
      return 1;
    }
    if (df2 == Double.POSITIVE_INFINITY) {
      return ChiSquare.upperTail(df1 * f, df1);
    }
    double ratio = df1 * f / df2;
    return Beta.lower(1 / (1 + ratio), 1 / (1 + 1 / ratio), df2 / 2, df1 / 2);
  }
}
