package no.utfall.method.rate;

import no.utfall.math.Beta;
import no.utfall.math.Normal;

/**
 * A share of a population, with its interval.
 *
 * <p>p = x / n, times {@code per}. With z the normal quantile at (1 + level) / 2 and α = 1 − level:
 *
 * <ul>
 *   <li>{@link Interval#WILSON}: (2x + z² ± z √(z² + 4x(1 − p))) / (2(n + z²))
 *   <li>{@link Interval#CLOPPER_PEARSON}: quantiles α/2 of Beta(x, n − x + 1) and 1 − α/2 of Beta(x + 1, n − x)
 *   <li>{@link Interval#AGRESTI_COULL}: the normal interval at x + z²/2 of n + z², cut to [0, 1]
 *   <li>{@link Interval#JEFFREYS}: quantiles α/2 and 1 − α/2 of Beta(x + ½, n − x + ½)
 * </ul>
 *
 * The lower limit is 0 when x = 0 and the upper is {@code per} when x = n, but for Agresti–Coull, whose limits never
 * collapse.
 *
 * @see "Wilson (1927), doi:10.1080/01621459.1927.10502953; Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404;
 *     Brown, Cai and DasGupta (2001), doi:10.1214/ss/1009213286. Wilson agrees with PHEindicatormethods::phe_proportion
 *     2.1.1, Clopper–Pearson with stats::binom.test."
 */
public final class Proportion extends IntervalKernel<Proportion.Interval, Proportion> {

  /** How the limits are made. */
  public enum Interval implements Coded {
    WILSON("wilson"),
    CLOPPER_PEARSON("clopper-pearson"),
    AGRESTI_COULL("agresti-coull"),
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

  /** A share with its limits, all multiplied by {@code per}. */
  public record Estimate(
      double value,
      double low,
      double high,
      double level,
      double per,
      double count,
      double population,
      Interval interval) {

    /** √(p(1 − p) / n), times {@code per}: 0 when p is 0 or 1, where the interval alone tells the uncertainty. */
    public double stdError() {
      double share = count / population;
      return per * Math.sqrt(share * (1 - share) / population);
    }
  }

  private static final Proportion DEFAULT = new Proportion(100, 0.95, Interval.WILSON);

  private final double z;

  private Proportion(double per, double level, Interval interval) {
    super(per, level, interval);
    this.z = -Normal.quantile((1 - level) / 2);
  }

  /** Percent, 95 %, Wilson. */
  public static Proportion withDefaults() {
    return DEFAULT;
  }

  @Override
  Proportion with(double perPeople, double confidence, Interval kind) {
    return new Proportion(perPeople, confidence, kind);
  }

  /**
   * The share and its interval.
   *
   * @param count x, a whole number
   * @param population n ≥ x, above zero
   */
  public Estimate estimate(double count, double population) {
    if (!(count >= 0 && count <= population && population > 0)) {
      throw new IllegalArgumentException(count + " of " + population + " is not a proportion");
    }
    double p = count / population;
    double low = low(count, population);
    double high = high(count, population);
    return new Estimate(per * p, per * low, per * high, level, per, count, population, interval);
  }

  private double low(double x, double n) {
    if (x == 0 && interval != Interval.AGRESTI_COULL) {
      return 0;
    }
    double tail = (1 - level) / 2;
    return switch (interval) {
      case WILSON -> x * x / (n * (n + z * z) * wilsonHigh(x, n));
      case CLOPPER_PEARSON -> Beta.quantile(tail, x, n - x + 1);
      case AGRESTI_COULL -> Math.max(0, agrestiCoull(x, n, -z));
      case JEFFREYS -> Beta.quantile(tail, x + 0.5, n - x + 0.5);
    };
  }

  private double high(double x, double n) {
    if (x == n && interval != Interval.AGRESTI_COULL) {
      return 1;
    }
    double tail = (1 - level) / 2;
    return switch (interval) {
      case WILSON -> wilsonHigh(x, n);
      case CLOPPER_PEARSON -> Beta.upperQuantile(tail, x + 1, n - x);
      case AGRESTI_COULL -> Math.min(1, agrestiCoull(x, n, z));
      case JEFFREYS -> Beta.upperQuantile(tail, x + 0.5, n - x + 0.5);
    };
  }

  /** The larger root; the product of the two roots is x² / (n (n + z²)). */
  private double wilsonHigh(double x, double n) {
    double square = z * z;
    double root = z * Math.sqrt(square + 4 * x * ((n - x) / n));
    return (2 * x + square + root) / (2 * (n + square));
  }

  private double agrestiCoull(double x, double n, double side) {
    double size = n + z * z;
    double centre = (x + z * z / 2) / size;
    return centre + side * Math.sqrt(centre * (1 - centre) / size);
  }
}
