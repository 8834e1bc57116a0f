package no.utfall.math;

import java.util.HashSet;
import java.util.Set;

/**
 * How far two ordered lists agree, the top counting most: a reader goes on from one place to the next with probability
 * p, and sees the share of both lists' first d that is common to them.
 *
 * <p>With X_d common among the first d of both, s and l the lengths of the shorter and the longer list:
 *
 * <pre>
 * extrapolated = (1 − p) / p · (Σ_{d ≤ l} X_d / d · p^d + Σ_{s < d ≤ l} X_s (d − s) / (s d) · p^d)
 *              + ((X_l − X_s) / l + X_s / s) p^l
 * </pre>
 *
 * <p>Lists hold no item twice; an empty list gives NaN.
 *
 * @see "Webber, Moffat and Zobel (2010), ACM Transactions on Information Systems 28(4), doi:10.1145/1852102.1852106,
 *     equation 32. Agrees with changyaochen/rbo, rbo_ext and rbo."
 */
public final class RankBiasedOverlap {

  private final int[] common;
  private final int shorter;

  private RankBiasedOverlap(int[] common, int shorter) {
    this.common = common;
    this.shorter = shorter;
  }

  /**
   * Compares two lists.
   *
   * @param first items by number, the best first
   * @param second likewise
   */
  public static RankBiasedOverlap of(int[] first, int[] second) {
    int longer = Math.max(first.length, second.length);
    int[] common = new int[longer];
    Set<Integer> seen = new HashSet<>();
    int both = 0;
    for (int d = 0; d < longer; d++) {
      if (d < first.length && !seen.add(first[d])) {
        both++;
      }
      if (d < second.length && !seen.add(second[d])) {
        both++;
      }
      common[d] = both;
    }
    return new RankBiasedOverlap(common, Math.min(first.length, second.length));
  }

  /** The overlap were both lists to go on as they do: 1 for equal lists. */
  public double extrapolated(double p) {
    if (shorter == 0) {
      return Double.NaN;
    }
    int longer = common.length;
    double atShort = common[shorter - 1];
    double power = 1;
    double sum = 0;
    for (int d = 1; d <= longer; d++) {
      power *= p;
      double agreed = common[d - 1];
      if (d > shorter) {
        agreed += atShort * (d - shorter) / shorter;
      }
      sum += agreed / d * power;
    }
    double last = (common[longer - 1] - atShort) / longer + atShort / shorter;
    return (1 - p) / p * sum + last * power;
  }
}
