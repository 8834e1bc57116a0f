package no.utfall.math;

import java.util.Arrays;

/** Sums that do not depend on the order of the numbers. */
public final class Sums {

  private Sums() {}

  /**
   * The sum of all numbers, the same bits in whatever order they come: whole numbers are added exactly, others sorted
   * first and added with compensation.
   *
   * @param x not changed; NaN makes the sum NaN
   * @see "Neumaier (1974), Z. Angew. Math. Mech. 54(1), doi:10.1002/zamm.19740540106"
   */
  public static double of(double[] x) {
    double plain = 0;
    double size = 0;
    boolean whole = true;
    for (double v : x) {
      plain += v;
      size += Math.abs(v);
      whole &= isWhole(v);
    }
    return whole && size <= 0x1p53 ? plain : compensated(x);
  }

  /** Whether a number has no decimals; {@code NaN} is not whole, and what is larger than 2⁵² always is. */
  public static boolean isWhole(double x) {
    return x == (long) x || Math.abs(x) >= 0x1p52;
  }

  private static double compensated(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double lost = 0;
    for (double v : sorted) {
      double next = sum + v;
      lost += Math.abs(sum) >= Math.abs(v) ? sum - next + v : v - next + sum;
      sum = next;
    }
    return Double.isFinite(lost) ? sum + lost : sum;
  }
}
