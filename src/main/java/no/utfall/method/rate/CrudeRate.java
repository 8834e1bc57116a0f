package no.utfall.method.rate;

import no.utfall.math.Gamma;
import no.utfall.math.Normal;
import no.utfall.math.Roots;

/**
 * Events over person-years, with an interval for Poisson counts.
 *
 * <p>r = x / n, times {@code per}. With z the normal quantile at (1 + level) / 2 and α = 1 − level, the limits of the
 * expected count are
 *
 * <ul>
 *   <li>{@link Interval#EXACT}: quantiles α/2 of Gamma(x) and 1 − α/2 of Gamma(x + 1)
 *   <li>{@link Interval#BYAR}: x (1 − 1/(9x) − z/(3√x))³ and, with y = x + 1, y (1 − 1/(9y) + z/(3√y))³; exact below
 *       ten events
 *   <li>{@link Interval#MID_P}: λ with P(X &gt; x) + ½P(X = x) = α/2, and P(X &lt; x) + ½P(X = x) = α/2
 *   <li>{@link Interval#JEFFREYS}: quantiles α/2 and 1 − α/2 of Gamma(x + ½)
 * </ul>
 *
 * each divided by n; the lower limit is 0 when x = 0.
 *
 * @see "Garwood (1936), doi:10.1093/biomet/28.3-4.437; Breslow and Day (1987), IARC Scientific Publications 82. Byar
 *     agrees with PHEindicatormethods::phe_rate 2.1.1, exact with stats::poisson.test."
 */
public final class CrudeRate extends IntervalKernel<CrudeRate.Interval, CrudeRate> {

  /** How the limits are made. */
  public enum Interval implements Coded {
    BYAR("byar"),
    EXACT("exact"),
    MID_P("mid-p"),
    JEFFREYS("jeffreys");

    private final String code;

    Interval(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * A rate with its limits, all multiplied by {@code per}.
   *
   * @param interval the one used: exact where Byar was asked for and there are fewer than ten events
   */
  public record Estimate(
      double value,
      double low,
      double high,
      double level,
      double per,
      double count,
      double population,
      Interval interval) {

    /** √x / n, times {@code per}: 0 when nothing happened, where the interval alone tells the uncertainty. */
    public double stdError() {
      return per * Math.sqrt(count) / population;
    }
  }

  private static final int ENOUGH_FOR_BYAR = 10;
  private static final CrudeRate DEFAULT = new CrudeRate(100_000, 0.95, Interval.BYAR);

  private final double z;

  private CrudeRate(double per, double level, Interval interval) {
    super(per, level, interval);
    this.z = -Normal.quantile((1 - level) / 2);
  }

  /** Per 100 000, 95 %, Byar. */
  public static CrudeRate withDefaults() {
    return DEFAULT;
  }

  @Override
  CrudeRate with(double perPeople, double confidence, Interval kind) {
    return new CrudeRate(perPeople, confidence, kind);
  }

  /**
   * The rate and its interval.
   *
   * @param count x, a whole number
   * @param population n, persons or person-years above zero
   */
  public Estimate estimate(double count, double population) {
    if (!(count >= 0 && population > 0)) {
      throw new IllegalArgumentException(count + " over " + population + " is not a rate");
    }
    Interval used =
        interval == Interval.BYAR && count < ENOUGH_FOR_BYAR ? Interval.EXACT : interval;
    double low = count == 0 ? 0 : low(used, count);
    double high = high(used, count);
    double scale = per / population;
    return new Estimate(
        scale * count, scale * low, scale * high, level, per, count, population, used);
  }

  private double low(Interval used, double x) {
    double tail = (1 - level) / 2;
    return switch (used) {
      case BYAR -> byar(x, -z);
      case EXACT -> Gamma.quantile(tail, x);
      case MID_P -> midP(x, true);
      case JEFFREYS -> Gamma.quantile(tail, x + 0.5);
    };
  }

  private double high(Interval used, double x) {
    double tail = (1 - level) / 2;
    return switch (used) {
      case BYAR -> byar(x + 1, z);
      case EXACT -> Gamma.upperQuantile(tail, x + 1);
      case MID_P -> midP(x, false);
      case JEFFREYS -> Gamma.upperQuantile(tail, x + 0.5);
    };
  }

  private static double byar(double x, double z) {
    double root = Math.max(0, 1 - 1 / (9 * x) + z / (3 * Math.sqrt(x)));
    return x * root * root * root;
  }

  /** Half of P(X = x) belongs to each tail: the mean of the tails of Gamma(x) and Gamma(x + 1). */
  private double midP(double x, boolean lower) {
    Roots.Tail tail = new Roots.Tail() {
      @Override
      public double at(double logLambda) {
        double lambda = StrictMath.exp(logLambda);
        return lower
            ? 0.5 * (Gamma.cumulative(lambda, x) + Gamma.cumulative(lambda, x + 1))
            : 0.5 * (Gamma.upperTail(lambda, x) + Gamma.upperTail(lambda, x + 1));
      }

      @Override
      public double slope(double logLambda) {
        double lambda = StrictMath.exp(logLambda);
        double rise = 0.5 * lambda * (Gamma.density(lambda, x) + Gamma.density(lambda, x + 1));
        return lower ? rise : -rise;
      }
    };
    double start = StrictMath.log(lower ? x : x + 1);
    return StrictMath.exp(Roots.solve(tail, lower, (1 - level) / 2, start, -745, 709));
  }
}
