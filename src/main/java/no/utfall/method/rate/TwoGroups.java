package no.utfall.method.rate;

import no.utfall.math.Beta;
import no.utfall.math.Normal;

/**
 * The difference and the ratio of two rates or two proportions, with intervals.
 *
 * <ul>
 *   <li>Difference d = a − b, both kinds, by the limits of each (l, u): d − √((a − l)² + (u′ − b)²) … d + √((u − a)² +
 *       (b − l′)²), primes for b. With Wilson limits this is Newcombe's method 10.
 *   <li>Ratio of rates, exact given the sum of the events: with Clopper–Pearson limits π of x among x + x′, the limits
 *       are π/(1 − π) · n′/n. p is twice the smaller tail of the binomial.
 *   <li>Ratio of proportions, Koopman's score interval: all ratios that the score test does not reject. p is that of
 *       Pearson's chi-square test, without correction.
 * </ul>
 *
 * No events in the second: no upper limit of the ratio ({@code NaN}); in neither: no ratio at all.
 *
 * @see "Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I; Donner and Zou
 *     (2012), doi:10.1177/0962280210383082; Koopman (1984), doi:10.2307/2531405. The ratio of rates agrees with
 *     stats::poisson.test, the p-value of proportions with stats::prop.test(correct = FALSE)."
 */
final class TwoGroups {

  /** A comparison with its limits and the p-value of equality; {@code NaN} where there is none. */
  record Compared(double value, double low, double high, double pValue) {}

  private TwoGroups() {}

  static Compared difference(
      double a, double low, double high, double b, double lowB, double highB, double pValue) {
    double d = a - b;
    return new Compared(
        d,
        d - StrictMath.hypot(a - low, highB - b),
        d + StrictMath.hypot(high - a, b - lowB),
        pValue);
  }

  /** x of n over y of m person-years. */
  static Compared ratioOfRates(double x, double n, double y, double m, double level) {
    double p = pOfRates(x, n, y, m);
    if (x + y == 0) {
      return new Compared(Double.NaN, Double.NaN, Double.NaN, p);
    }
    double tail = (1 - level) / 2;
    double low = x == 0 ? 0 : Beta.quantile(tail, x, y + 1);
    double value = y == 0 ? Double.NaN : x / n / (y / m);
    double high = y == 0 ? Double.NaN : odds(Beta.upperQuantile(tail, x + 1, y)) * m / n;
    return new Compared(value, odds(low) * m / n, high, p);
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  static double pOfRates(double x, double n, double y, double m) {
    double share = n / (n + m);
    double atLeast = x == 0 ? 1 : Beta.cumulative(share, x, y + 1);
    double atMost = y == 0 ? 1 : Beta.upperTail(share, x + 1, y);
    return Math.min(1, 2 * Math.min(atLeast, atMost));
  }

  /** x among n over y among m. */
  static Compared ratioOfProportions(double x, double n, double y, double m, double level) {
    double p = pOfProportions(x, n, y, m);
    if (x + y == 0) {
      return new Compared(Double.NaN, Double.NaN, Double.NaN, p);
    }
    double z = -Normal.quantile((1 - level) / 2);
    double value = y == 0 ? Double.NaN : x / n / (y / m);
    double start = StrictMath.log((x + 0.5) / (n + 0.5) / ((y + 0.5) / (m + 0.5)));
    double low = x == 0 ? 0 : StrictMath.exp(limit(x, n, y, m, z * z, start, -1));
    double high = y == 0 ? Double.NaN : StrictMath.exp(limit(x, n, y, m, z * z, start, 1));
    return new Compared(value, low, high, p);
  }

  static double pOfProportions(double x, double n, double y, double m) {
    return x + y == 0 || x + y == n + m
        ? 1
        : 2 * Normal.cumulative(-Math.sqrt(score(x, n, y, m, 0)));
  }

  /** The logarithm of the ratio, on this side of the estimate, at which the score reaches its bound. */
  private static double limit(
      double x, double n, double y, double m, double bound, double start, int side) {
    double near = x > 0 && y > 0 ? StrictMath.log(x / n / (y / m)) : start - side;
    double far = near + side;
    while (score(x, n, y, m, far) < bound) {
      far += side * Math.abs(far - near);
    }
    for (int i = 0; i < 200 && Math.abs(far - near) > 1e-15 * Math.max(1, Math.abs(far)); i++) {
      double middle = 0.5 * (near + far);
      if (score(x, n, y, m, middle) < bound) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return 0.5 * (near + far);
  }

  /** Koopman's statistic at the ratio e^u, as the sum over both groups at their most likely proportions. */
  private static double score(double x, double n, double y, double m, double u) {
    double ratio = StrictMath.exp(u);
    double a = (n + m) * ratio;
    double b = n * ratio + x + m + y * ratio;
    double c = x + y;
    double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    double second = Math.min(1, 2 * c / (b + root));
    double first = Math.min(1, ratio * second);
    return distance(x, n, first) + distance(y, m, second);
  }

  /** (x − n p)² / (n p (1 − p)). */
  private static double distance(double x, double n, double p) {
    double away = x - n * p;
    double spread = n * p * (1 - p);
    return spread > 0 ? away * away / spread : away == 0 ? 0 : Double.POSITIVE_INFINITY;
  }
}
