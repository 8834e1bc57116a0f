package no.utfall.math;

/**
 * Poisson and binomial masses at any real argument, with full relative precision also where the logarithms of gamma
 * functions would cancel.
 *
 * @see "Loader (2000), Fast and accurate computation of binomial probabilities. Agrees with stats::dpois and dbinom."
 */
final class SaddlePoint {

  private static final double TWO_PI = 2 * Math.PI;

  private SaddlePoint() {}

  /** λ^k e^−λ / Γ(k + 1), k ≥ 0 and λ > 0 real. */
  static double poisson(double k, double lambda) {
    if (k == 0) {
      return StrictMath.exp(-lambda);
    }
    return StrictMath.exp(-stirlingError(k) - deviance(k, lambda)) / Math.sqrt(TWO_PI * k);
  }

  /** Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) x^a y^b, with a, b > 0 real and y = 1 − x. */
  static double binomial(double a, double b, double x, double y) {
    double n = a + b;
    double exponent = stirlingError(n)
        - stirlingError(a)
        - stirlingError(b)
        - deviance(a, n * x)
        - deviance(b, n * y);
    return StrictMath.exp(exponent) * Math.sqrt(n / a / b / TWO_PI);
  }

  /** ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π. */
  static double stirlingError(double n) {
    double sum = 0;
    double m = n;
    for (; m < 16; m++) {
      sum += (m + 0.5) * StrictMath.log1p(1 / m) - 1;
    }
    double r = 1 / (m * m);
    double series = 1.0 / 1188 - r * (691.0 / 360360);
    series = 1.0 / 1680 - r * series;
    series = 1.0 / 1260 - r * series;
    series = 1.0 / 360 - r * series;
    series = 1.0 / 12 - r * series;
    return sum + series / m;
  }

  /** x ln(x / m) + m − x, without cancellation where x is near m. */
  static double deviance(double x, double m) {
    double d = x - m;
    if (Math.abs(d) >= 0.1 * (x + m)) {
      return x * StrictMath.log(x / m) - d;
    }
    double v = d / (x + m);
    double sum = d * v;
    double term = 2 * x * v;
    for (int j = 3; ; j += 2) {
      term *= v * v;
      double next = sum + term / j;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
