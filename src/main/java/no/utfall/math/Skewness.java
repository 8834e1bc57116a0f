package no.utfall.math;

import java.util.Arrays;

/**
 * Long tails of a sample, and what they are cut to.
 *
 * @see "Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47(1),
 *     doi:10.1111/1467-9884.00122: G1 and G2. Agrees with e1071::skewness and e1071::kurtosis, type = 2."
 */
public final class Skewness {

  private static final double MOST_SKEWNESS = 2;
  private static final double MOST_KURTOSIS = 3.5;

  private Skewness() {}

  /** G1; NaN for fewer than three numbers or equal ones. */
  public static double of(double[] x) {
    double n = x.length;
    double[] m = moments(x);
    return n < 3 ? Double.NaN : Math.sqrt(n * (n - 1)) / (n - 2) * m[1] / (m[0] * Math.sqrt(m[0]));
  }

  /** G2, excess over the normal distribution; NaN for fewer than four numbers or equal ones. */
  public static double kurtosis(double[] x) {
    double n = x.length;
    double[] m = moments(x);
    return n < 4
        ? Double.NaN
        : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m[2] / (m[0] * m[0]) - 3) + 6);
  }

  private static double[] moments(double[] x) {
    double mean = Sums.of(x) / x.length;
    double[][] powers = new double[3][x.length];
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - mean;
      powers[0][i] = d * d;
      powers[1][i] = d * d * d;
      powers[2][i] = d * d * d * d;
    }
    return new double[] {
      Sums.of(powers[0]) / x.length, Sums.of(powers[1]) / x.length, Sums.of(powers[2]) / x.length
    };
  }

  /** Whether both are beyond what an indicator can have: |G1| above 2 and G2 above 3.5. */
  public static boolean isLongTailed(double[] x) {
    return Math.abs(of(x)) > MOST_SKEWNESS && kurtosis(x) > MOST_KURTOSIS;
  }

  /**
   * The limits that cut the long tail off: the most extreme numbers are brought to the next, one at a time, until the
   * tail is short or so many are moved.
   *
   * @return the lowest and highest number left
   */
  public static double[] winsorised(double[] x, int most) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    for (int moved = 1; moved <= Math.min(most, last) && isLongTailed(sorted); moved++) {
      if (of(sorted) > 0) {
        Arrays.fill(sorted, last - moved + 1, last + 1, sorted[last - moved]);
      } else {
        Arrays.fill(sorted, 0, moved, sorted[moved]);
      }
    }
    return new double[] {sorted[0], sorted[last]};
  }
}
