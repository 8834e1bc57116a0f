package no.utfall.math;

/** Where a tail probability has a given size. */
public final class Roots {

  /** A monotone positive function with its slope. */
  public interface Tail {
    double at(double u);

    double slope(double u);
  }

  private Roots() {}

  /**
   * The u in (low, high) with tail(u) = target, by Newton's method on the logarithm of the tail, kept inside a
   * shrinking bracket.
   *
   * @param rising whether the tail rises with u
   * @return u to about 1e-14; the nearer end of the bracket when the root lies outside
   */
  public static double solve(
      Tail tail, boolean rising, double target, double start, double low, double high) {
    double left = low;
    double right = high;
    double u = Math.max(low, Math.min(high, start));
    for (int i = 0; i < 200; i++) {
      double value = tail.at(u);
      if (value == target) {
        return u;
      }
      if (value < target == rising) {
        left = u;
      } else {
        right = u;
      }
      double step = StrictMath.log(target / value) * value / tail.slope(u);
      double next = u + step;
      if (!(next >= left && next <= right)) {
        next = 0.5 * (left + right);
        step = right - left;
      }
      if (Math.abs(step) <= 1e-10 * Math.max(1e-3, Math.abs(u))) {
        return next;
      }
      u = next;
    }
    return u;
  }
}
