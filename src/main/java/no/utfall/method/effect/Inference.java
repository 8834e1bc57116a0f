package no.utfall.method.effect;

import no.utfall.math.Normal;
import no.utfall.math.StudentT;

/**
 * From an effect and its standard error to an interval and a test.
 *
 * @param df degrees of freedom of Student's t; infinite for the normal distribution
 */
record Inference(double effect, double stdError, double df) {

  static Inference normal(double effect, double stdError) {
    return new Inference(effect, stdError, Double.POSITIVE_INFINITY);
  }

  boolean isKnown() {
    return !Double.isNaN(stdError);
  }

  private double reach(double level) {
    double p = (1 + level) / 2;
    return stdError * (Double.isInfinite(df) ? Normal.quantile(p) : StudentT.quantile(p, df));
  }

  double low(double level) {
    return effect - reach(level);
  }

  double high(double level) {
    return effect + reach(level);
  }

  double statistic() {
    return effect / stdError;
  }

  double pValue() {
    double t = statistic();
    return Double.isInfinite(df) ? 2 * Normal.cumulative(-Math.abs(t)) : StudentT.twoSided(t, df);
  }

  /** Whether the interval leaves out zero. */
  boolean isTold(double level) {
    return isKnown() && (low(level) > 0 || high(level) < 0);
  }
}
