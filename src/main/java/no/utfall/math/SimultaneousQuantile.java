package no.utfall.math;

/**
 * The c with P(max |Z(j)| ≤ c) = level for jointly normal Z with mean 0: intervals of ± c standard errors hold for all
 * j at once.
 *
 * <p>The probability is an integral over the unit cube after Genz's transformation through the Cholesky root; it is
 * taken over the first points of Halton's sequence, so the same matrix always gives the same c: the root is found on
 * a few points, then corrected by one step on many. The answer lies between that of one dimension and Šidák's bound.
 * Error some 3e-4 at 95 percent and 3e-3 at 99 percent in eight dimensions.
 *
 * @see "Genz (1992), Numerical computation of multivariate normal probabilities, JCGS 1(2),
 *     doi:10.1080/10618600.1992.10477010; Halton (1960), Numerische Mathematik 2, doi:10.1007/BF01386213; Montiel Olea & Plagborg-Møller (2019), Simultaneous confidence bands, Journal
 *     of Applied Econometrics 34(1), doi:10.1002/jae.2656. Agrees with mvtnorm::qmvnorm(tail = both.tails)."
 */
public final class SimultaneousQuantile {

  private static final int FEW = 1024;
  private static final int MANY = 16384;
  private static final double STEP = 1e-3;
  private static final double DEPENDENT = 1e-10;
  private static final double PRECISE = 1e-6;

  private SimultaneousQuantile() {}

  /**
   * @param covariance symmetric, diagonal positive; may be singular
   * @param level between 0 and 1
   * @return NaN for an empty matrix
   */
  public static double of(double[][] covariance, double level) {
    int d = covariance.length;
    if (d == 0) {
      return Double.NaN;
    }
    double alone = Normal.quantile((1 + level) / 2);
    if (d == 1) {
      return alone;
    }
    double[][] root = Cholesky.of(correlation(covariance), DEPENDENT).lower();
    double low = alone;
    double high = Normal.quantile((1 + StrictMath.pow(level, 1.0 / d)) / 2);
    double near = between(root, level, low, high);
    double slope = (inside(root, near + STEP, FEW) - inside(root, near - STEP, FEW)) / (2 * STEP);
    double c = near - (inside(root, near, MANY) - level) / slope;
    return Math.max(low, Math.min(high, c));
  }

  /** Illinois variant of regula falsi on the probability, which rises with c. */
  private static double between(double[][] root, double level, double low, double high) {
    double left = low;
    double right = high;
    double below = inside(root, left, FEW) - level;
    double above = inside(root, right, FEW) - level;
    if (below >= 0) {
      return left;
    }
    if (above <= 0) {
      return right;
    }
    while (right - left > PRECISE) {
      double c = right - above * (right - left) / (above - below);
      double value = inside(root, c, FEW) - level;
      if (Math.abs(value) < PRECISE * (1 - level)) {
        return c;
      }
      if (value < 0) {
        left = c;
        below = value;
        above /= 2;
      } else {
        right = c;
        above = value;
        below /= 2;
      }
    }
    return 0.5 * (left + right);
  }

  /** P(|Z(j)| ≤ c for all j). */
  private static double inside(double[][] root, double c, int points) {
    int[] primes = primes(root.length - 1);
    double[] w = new double[primes.length];
    double sum = 0;
    for (int k = 1; k <= points; k++) {
      for (int j = 0; j < w.length; j++) {
        w[j] = mirrored(k, primes[j]);
      }
      sum += inside(root, c, w);
    }
    return sum / points;
  }

  private static double inside(double[][] root, double c, double[] w) {
    int d = root.length;
    double[] z = new double[d];
    double probability = 1;
    for (int i = 0; i < d; i++) {
      double shift = 0;
      for (int j = 0; j < i; j++) {
        shift += root[i][j] * z[j];
      }
      double scale = root[i][i];
      if (scale == 0) {
        // the row depends on those above: its value is known
        if (Math.abs(shift) > c) {
          return 0;
        }
        continue;
      }
      double from = Normal.cumulative((-c - shift) / scale);
      double to = Normal.cumulative((c - shift) / scale);
      probability *= to - from;
      if (i < d - 1) {
        z[i] = quantileInside(from + w[i] * (to - from));
      }
    }
    return probability;
  }

  private static double quantileInside(double p) {
    return Normal.quantile(Math.max(Double.MIN_NORMAL, Math.min(1 - 0x1p-53, p)));
  }

  /** The digits of k in this base, mirrored at the point. */
  private static double mirrored(int k, int base) {
    double value = 0;
    double place = 1;
    for (int rest = k; rest > 0; rest /= base) {
      place /= base;
      value += place * (rest % base);
    }
    return value;
  }

  private static int[] primes(int count) {
    int[] primes = new int[count];
    int candidate = 2;
    for (int found = 0; found < count; candidate++) {
      if (isPrime(candidate)) {
        primes[found++] = candidate;
      }
    }
    return primes;
  }

  private static boolean isPrime(int n) {
    for (int k = 2; k * k <= n; k++) {
      if (n % k == 0) {
        return false;
      }
    }
    return true;
  }

  private static double[][] correlation(double[][] covariance) {
    int d = covariance.length;
    double[][] correlation = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        correlation[i][j] = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    return correlation;
  }
}
