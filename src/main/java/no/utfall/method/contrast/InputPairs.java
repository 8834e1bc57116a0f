package no.utfall.method.contrast;

import no.utfall.math.Normal;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of units differ on an axis, and how sure their order on it is. Two units are practically equal where they
 * are nearer than a margin or, with errors, cannot be told apart by them at the 5 percent level: such pairs are counted,
 * and are in no share. With errors the order of the others on the axis is not taken as given either.
 *
 * @param x higher is more, in the direction of reading
 * @param error standard errors of x; {@code null} when x is known
 * @param margin units nearer than this are practically equal; 0 leaves ties alone out
 */
record InputPairs(double[] x, double @Nullable [] error, double margin) {

  private static final double SEPARATE = Normal.quantile(0.975);

  int size() {
    return x.length;
  }

  boolean differ(int i, int j) {
    double gap = Math.abs(x[i] - x[j]);
    return gap > 0 && gap >= margin && (error == null || gap > SEPARATE * width(error, i, j));
  }

  /** Whether the first of two units that differ has more. */
  boolean isMore(int i, int j) {
    return x[i] > x[j];
  }

  /**
   * The probability that the one with more has less effect.
   *
   * @param below that the effect of the first is below that of the second
   */
  double reversed(int i, int j, double below) {
    double p = isMore(i, j) ? below : 1 - below;
    if (error == null || width(error, i, j) == 0) {
      return p;
    }
    double order = Normal.cumulative(Math.abs(x[i] - x[j]) / width(error, i, j));
    return order * p + (1 - order) * (1 - p);
  }

  private static double width(double[] error, int i, int j) {
    return Math.sqrt(error[i] * error[i] + error[j] * error[j]);
  }
}
