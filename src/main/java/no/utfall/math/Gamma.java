package no.utfall.math;

/**
 * The gamma distribution with scale 1: regularised incomplete gamma functions and their inverses.
 *
 * <p>P(a, x) = ∫₀ˣ t^(a−1) e^−t dt / Γ(a), Q = 1 − P. Series for x below a, continued fraction above, Temme's uniform
 * expansion for a from 100 000 near x. Each tail t is precise to about 1e-13 of itself, far out to
 * |ln t| · 1e-15.
 *
 * <p>Shape zero is all mass at zero. Negative or NaN arguments give NaN.
 *
 * @see "Temme (1979), SIAM J. Math. Anal. 10(4), doi:10.1137/0510071. Agrees with stats::pgamma and stats::qgamma."
 */
public final class Gamma {

  private static final double LARGE = 1e5;
  private static final double[][] TEMME = {
    {
      -1.0 / 3,
      1.0 / 12,
      -2.0 / 135,
      1.0 / 864,
      1.0 / 2835,
      -139.0 / 777600,
      1.0 / 25515,
      -571.0 / 261273600
    },
    {-1.0 / 540, -1.0 / 288, 1.0 / 378, -77.0 / 77760, 1.0 / 4860},
    {25.0 / 6048, -139.0 / 51840, 1.0 / 1296},
    {101.0 / 155520}
  };

  private Gamma() {}

  /** ln Γ(x), x > 0. */
  public static double log(double x) {
    return SaddlePoint.stirlingError(x)
        + (x - 0.5) * StrictMath.log(x)
        - x
        + 0.5 * StrictMath.log(2 * Math.PI);
  }

  /**
   * ψ(x + k) − ψ(x), ψ the derivative of ln Γ, x > 0 and k ≥ 0: 1/x + … + 1/(x + k − 1) for whole k. Precise also where
   * the two are all but equal.
   */
  public static double digammaRise(double x, double k) {
    double sum = 0;
    double y = x;
    for (; y < 12; y++) {
      sum += k / (y * (y + k));
    }
    return sum + StrictMath.log1p(k / y) + (rest(y) - rest(y + k));
  }

  /** ln x − ψ(x) for x from 12 on. */
  private static double rest(double x) {
    double r = 1 / (x * x);
    double series = 1.0 / 132 - r * (691.0 / 32760);
    series = 1.0 / 240 - r * series;
    series = 1.0 / 252 - r * series;
    series = 1.0 / 120 - r * series;
    series = 1.0 / 12 - r * series;
    return 0.5 / x + r * series;
  }

  /** P(X ≤ x). */
  public static double cumulative(double x, double shape) {
    if (!(x >= 0 && shape >= 0)) {
      return Double.NaN;
    }
    if (shape == 0 || x == Double.POSITIVE_INFINITY) {
      return 1;
    }
    if (x == 0) {
      return 0;
    }
    if (isUniform(x, shape)) {
      return temme(x, shape, -1);
    }
    return x < shape + 1 ? series(x, shape) : 1 - fraction(x, shape);
  }

  /** P(X > x). */
  public static double upperTail(double x, double shape) {
    if (!(x >= 0 && shape >= 0)) {
      return Double.NaN;
    }
    if (shape == 0 || x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (x == 0) {
      return 1;
    }
    if (isUniform(x, shape)) {
      return temme(x, shape, 1);
    }
    return x < shape + 1 ? 1 - series(x, shape) : fraction(x, shape);
  }

  /** The density x^(a−1) e^−x / Γ(a), x > 0. */
  public static double density(double x, double shape) {
    return shape / x * SaddlePoint.poisson(shape, x);
  }

  /** The x with P(X ≤ x) = p. */
  public static double quantile(double p, double shape) {
    return quantile(p, 1 - p, shape);
  }

  /** The x with P(X > x) = q; for small q more precise than {@code quantile(1 − q)}. */
  public static double upperQuantile(double q, double shape) {
    return quantile(1 - q, q, shape);
  }

  private static double quantile(double p, double q, double shape) {
    if (!(p >= 0 && q >= 0 && shape >= 0)) {
      return Double.NaN;
    }
    if (p == 0 || shape == 0) {
      return 0;
    }
    if (q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    boolean lower = p <= q;
    Roots.Tail tail = new Roots.Tail() {
      @Override
      public double at(double u) {
        double x = shape * StrictMath.exp(u);
        return lower ? cumulative(x, shape) : upperTail(x, shape);
      }

      @Override
      public double slope(double u) {
        double rise = shape * SaddlePoint.poisson(shape, shape * StrictMath.exp(u));
        return lower ? rise : -rise;
      }
    };
    double z = lower ? Normal.quantile(p) : -Normal.quantile(q);
    double cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    double start = cube > 0.1 ? 3 * StrictMath.log(cube) : StrictMath.log(p) / shape;
    return shape * StrictMath.exp(Roots.solve(tail, lower, lower ? p : q, start, -745, 700));
  }

  private static boolean isUniform(double x, double shape) {
    return shape >= LARGE && Math.abs(x - shape) < 0.05 * shape;
  }

  private static double series(double x, double a) {
    double term = 1;
    double sum = 1;
    for (double n = a + 1; term > sum * 1e-17; n++) {
      term *= x / n;
      sum += term;
    }
    return Math.min(1, SaddlePoint.poisson(a, x) * sum);
  }

  /** Legendre's continued fraction, by the method of Lentz and Thompson. */
  private static double fraction(double x, double a) {
    double b = x + 1 - a;
    double c = 1 / Double.MIN_NORMAL;
    double d = 1 / b;
    double h = d;
    double change = 0;
    for (int i = 1; i < 100_000 && Math.abs(change - 1) > 1e-16; i++) {
      double numerator = -i * (i - a);
      b += 2;
      d = 1 / nonzero(numerator * d + b);
      c = nonzero(b + numerator / c);
      change = d * c;
      h *= change;
    }
    return Math.min(1, SaddlePoint.poisson(a, x) * a * h);
  }

  static double nonzero(double x) {
    return x == 0 ? Double.MIN_NORMAL : x;
  }

  /** The upper tail (side 1) or the lower (side −1). */
  private static double temme(double x, double a, int side) {
    double y = SaddlePoint.deviance(a, x);
    double eta = Math.copySign(Math.sqrt(2 * y / a), x - a);
    double sum = 0;
    for (int k = TEMME.length - 1; k >= 0; k--) {
      double c = 0;
      for (int j = TEMME[k].length - 1; j >= 0; j--) {
        c = c * eta + TEMME[k][j];
      }
      sum = sum / a + c;
    }
    double half = 0.5 * upperTail(y, 0.5);
    double normal = side * eta >= 0 ? half : 1 - half;
    return normal + side * StrictMath.exp(-y) / Math.sqrt(2 * Math.PI * a) * sum;
  }
}
