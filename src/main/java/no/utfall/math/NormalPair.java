package no.utfall.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Quantiles of a difference or ratio of two jointly normal numbers that were transformed, as exponentials or logistic
 * shares: what a simulation tends to with infinitely many draws, by integrating over one and inverting the other.
 *
 * <p>P(g(Y) − g(X) ≤ s) = ∫ φ(z) Φ((g⁻¹(s + g(x)) − E(Y | x)) / sd(Y | x)) dz, with x = E X + z·sd X; the trapezoid rule
 * on the whole line converges faster than any power of the step. Error below 1e-10 of the standard error.
 */
public final class NormalPair {

  /** Every so many places are enough when X moves the bound by less than this many conditional deviations. */
  private static final int COARSE = 4;

  private static final double SMOOTH = 2;
  private static final double REACH = 8.5;
  private static final int STEPS = 340;
  private static final double[] PLACES = new double[STEPS + 1];
  private static final double[] WEIGHTS = new double[STEPS + 1];

  static {
    double step = 2 * REACH / STEPS;
    for (int i = 0; i <= STEPS; i++) {
      PLACES[i] = -REACH + i * step;
      WEIGHTS[i] = step * StrictMath.exp(-PLACES[i] * PLACES[i] / 2) / Math.sqrt(2 * StrictMath.PI);
    }
  }

  /** What an outer and an inner number give together, rising in the outer; and the outer that gives a value. */
  public interface Joined {
    double of(double inner, double outer);

    double outer(double inner, double value);
  }

  private final double innerMean;
  private final double innerSd;
  private final double outerMean;
  private final double slope;
  private final double restSd;

  private NormalPair(
      double innerMean, double innerSd, double outerMean, double slope, double restSd) {
    this.innerMean = innerMean;
    this.innerSd = innerSd;
    this.outerMean = outerMean;
    this.slope = slope;
    this.restSd = restSd;
  }

  /**
   * @param inner mean of X
   * @param outer mean of Y
   * @param covariance less than perfect
   */
  public static NormalPair of(
      double inner, double varInner, double outer, double varOuter, double covariance) {
    double slope = covariance / varInner;
    double rest = varOuter - covariance * slope;
    return new NormalPair(inner, Math.sqrt(varInner), outer, slope, Math.sqrt(Math.max(0, rest)));
  }

  /** The value with P(joined ≤ value) = p; NaN when Y follows from X. */
  public double quantile(Joined joined, double p) {
    if (!(restSd > 0) || !(innerSd > 0)) {
      return Double.NaN;
    }
    double outerSd = Math.sqrt(restSd * restSd + slope * slope * innerSd * innerSd);
    DoubleUnaryOperator below = value -> cumulative(joined, value) - p;
    double byInner = joined.of(innerMean + innerSd, outerMean) - joined.of(innerMean, outerMean);
    double byOuter = joined.of(innerMean, outerMean + outerSd) - joined.of(innerMean, outerMean);
    double step = Math.abs(byInner) + Math.abs(byOuter);
    double low = joined.of(innerMean, outerMean) + Normal.quantile(p) * step / 2;
    double high = low;
    while (below.applyAsDouble(low) > 0) {
      low -= step;
    }
    while (below.applyAsDouble(high) < 0) {
      high += step;
    }
    return low < high ? root(below, low, high) : low;
  }

  private double cumulative(Joined joined, double value) {
    boolean smooth = innerSd * (1 + Math.abs(slope)) <= SMOOTH * restSd;
    int stride = smooth ? COARSE : 1;
    double sum = 0;
    for (int i = 0; i <= STEPS; i += stride) {
      double inner = innerMean + PLACES[i] * innerSd;
      double bound = joined.outer(inner, value);
      double given = outerMean + slope * (inner - innerMean);
      sum += WEIGHTS[i] * Normal.cumulative((bound - given) / restSd);
    }
    return stride * sum;
  }

  /** Illinois variant of regula falsi on a rising function. */
  private static double root(DoubleUnaryOperator rising, double from, double to) {
    double left = from;
    double right = to;
    double below = rising.applyAsDouble(left);
    double above = rising.applyAsDouble(right);
    int side = 0;
    for (int i = 0; i < 200; i++) {
      double next =
          i % 3 == 2 ? 0.5 * (left + right) : (left * above - right * below) / (above - below);
      if (!(next > left && next < right)) {
        next = 0.5 * (left + right);
      }
      double value = rising.applyAsDouble(next);
      if (Math.abs(value) < 1e-15 || right - left <= 1e-13 * (Math.abs(left) + Math.abs(right))) {
        return next;
      }
      if (value < 0) {
        left = next;
        below = value;
        above = side == -1 ? above / 2 : above;
        side = -1;
      } else {
        right = next;
        above = value;
        below = side == 1 ? below / 2 : below;
        side = 1;
      }
    }
    return 0.5 * (left + right);
  }
}
