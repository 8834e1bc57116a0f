package no.utfall.method.inequality;

import no.utfall.math.Normal;
import no.utfall.math.StudentT;

/**
 * One measure of one key.
 *
 * @param stdError {@code NaN} when it is not known
 * @param df degrees of freedom of Student's t, infinite for the normal distribution
 * @param tested whether zero is what no inequality gives, so that a test makes sense
 * @param how the column {@code method}
 * @param note why there is no estimate or no interval
 */
record Estimate(
    double value,
    double stdError,
    double df,
    Limits limits,
    boolean tested,
    String how,
    String status,
    String note) {

  static final String NO_ERRORS = "the values have no standard errors: no interval";

  static final String NO_INTERVAL = "this measure has no interval";

  /** Lower and upper limit at a confidence level. */
  interface Limits {
    double[] at(double level);
  }

  private static final String TOO_LARGE = "too large for a number";

  private static final Limits NONE = level -> new double[] {Double.NaN, Double.NaN};

  Estimate {
    if (Double.isInfinite(value)) {
      value = Double.NaN;
      stdError = Double.NaN;
      limits = NONE;
      tested = false;
      status = "not-estimable";
      note = TOO_LARGE;
    }
  }

  static Estimate none(String status, String note) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, NONE, false, "", status, note);
  }

  static Estimate notEstimable(String note) {
    return none("not-estimable", note);
  }

  /** A number alone. */
  static Estimate bare(double value, String how, String note) {
    return new Estimate(value, Double.NaN, Double.NaN, NONE, false, how, "ok", note);
  }

  /** Value plus and minus the quantile times the standard error. */
  static Estimate symmetric(double value, double stdError, double df, boolean tested, String how) {
    if (Double.isNaN(stdError)) {
      return bare(value, how, NO_ERRORS);
    }
    return new Estimate(
        value,
        stdError,
        df,
        level -> {
          double reach = stdError * quantile(level, df);
          return new double[] {value - reach, value + reach};
        },
        tested,
        how,
        "ok",
        "");
  }

  /** The same on the logarithms: for ratios. */
  static Estimate onLogs(double value, double logError, double df, String how) {
    if (Double.isNaN(logError)) {
      return bare(value, how, NO_ERRORS);
    }
    return with(
        value,
        value * logError,
        df,
        level -> {
          double factor = StrictMath.exp(logError * quantile(level, df));
          return new double[] {value / factor, value * factor};
        },
        how);
  }

  static Estimate with(double value, double stdError, double df, Limits limits, String how) {
    return new Estimate(value, stdError, df, limits, false, how, "ok", "");
  }

  /** Times a number above zero, as from a share to percent. */
  Estimate times(double factor) {
    return new Estimate(
        factor * value,
        factor * stdError,
        df,
        level -> {
          double[] of = limits.at(level);
          return new double[] {factor * of[0], factor * of[1]};
        },
        tested,
        how,
        status,
        note);
  }

  Estimate noted(String other) {
    return new Estimate(
        value, stdError, df, limits, tested, how, status, note.isEmpty() ? other : note);
  }

  boolean isKnown() {
    return !Double.isNaN(value);
  }

  double statistic() {
    return tested && stdError > 0 ? value / stdError : Double.NaN;
  }

  double pValue() {
    double t = statistic();
    if (Double.isNaN(t)) {
      return Double.NaN;
    }
    return Double.isInfinite(df) ? 2 * Normal.cumulative(-Math.abs(t)) : StudentT.twoSided(t, df);
  }

  /** The quantile of a two-sided level. */
  static double quantile(double level, double df) {
    double p = (1 + level) / 2;
    return Double.isInfinite(df) ? Normal.quantile(p) : StudentT.quantile(p, df);
  }
}
