package no.utfall.math;

/**
 * The beta distribution: the regularised incomplete beta function and its inverse.
 *
 * <p>I_x(a, b) = ∫₀ˣ t^(a−1) (1−t)^(b−1) dt / B(a, b), by a continued fraction. Each tail t is precise to
 * about 1e-13 of itself, far out to |ln t| · 1e-15. Shapes are positive; other arguments give NaN.
 *
 * @see "DLMF 8.17.22, https://dlmf.nist.gov/8.17. Agrees with stats::pbeta and stats::qbeta."
 */
public final class Beta {

  private Beta() {}

  /** P(X ≤ x). */
  public static double cumulative(double x, double a, double b) {
    return lower(x, 1 - x, a, b);
  }

  /** P(X > x). */
  public static double upperTail(double x, double a, double b) {
    return lower(1 - x, x, b, a);
  }

  /** The x with P(X ≤ x) = p. */
  public static double quantile(double p, double a, double b) {
    return fromLogit(logitQuantile(p, 1 - p, a, b));
  }

  /** The x with P(X > x) = q; for small q more precise than {@code quantile(1 − q)}. */
  public static double upperQuantile(double q, double a, double b) {
    return fromLogit(logitQuantile(1 - q, q, a, b));
  }

  private static double fromLogit(double v) {
    return 1 / (1 + StrictMath.exp(-v));
  }

  /** I_x(a, b) with y = 1 − x given too, so that neither end loses digits. */
  static double lower(double x, double y, double a, double b) {
    if (!(x >= 0 && y >= 0 && a > 0 && b > 0)) {
      return Double.NaN;
    }
    if (x == 0) {
      return 0;
    }
    if (y == 0) {
      return 1;
    }
    return b * x <= a * y
        ? Math.min(1, fraction(x, y, a, b))
        : Math.max(0, 1 - fraction(y, x, b, a));
  }

  /** ln(x / (1 − x)) at the x with lower tail p and upper tail q = 1 − p. */
  static double logitQuantile(double p, double q, double a, double b) {
    if (!(p >= 0 && q >= 0 && a > 0 && b > 0)) {
      return Double.NaN;
    }
    if (p == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    boolean lower = p <= q;
    Roots.Tail tail = new Roots.Tail() {
      @Override
      public double at(double v) {
        return lower
            ? lower(fromLogit(v), fromLogit(-v), a, b)
            : lower(fromLogit(-v), fromLogit(v), b, a);
      }

      @Override
      public double slope(double v) {
        double rise = SaddlePoint.binomial(a, b, fromLogit(v), fromLogit(-v)) / (1 / a + 1 / b);
        return lower ? rise : -rise;
      }
    };
    double z = lower ? Normal.quantile(p) : -Normal.quantile(q);
    double start = StrictMath.log(a / b) + z * Math.sqrt(1 / a + 1 / b);
    return Roots.solve(tail, lower, lower ? p : q, start, -700, 700);
  }

  /** The even part of DLMF 8.17.22, which does not cancel where a and b differ much; x at most a / (a + b). */
  private static double fraction(double x, double y, double a, double b) {
    double value = Gamma.nonzero(a * (a * y - b * x + 1) / (a + 1));
    double c = value;
    double d = 0;
    double change = 0;
    for (int m = 1; m < 1_000_000 && Math.abs(change - 1) > 1e-16; m++) {
      double end = a + 2.0 * m - 1;
      double w = m * (b - m) * x / end;
      double numerator = (a + m - 1) * (a + b + m - 1) * x * w / end;
      double denominator = m + w + (a + m) * (a * y - b * x + 1 + m * (1 + y)) / (end + 2);
      d = 1 / Gamma.nonzero(denominator + numerator * d);
      c = Gamma.nonzero(denominator + numerator / c);
      change = c * d;
      value *= change;
    }
    return SaddlePoint.binomial(a, b, x, y) / (1 / a + 1 / b) / value;
  }
}
