package no.utfall.math;

/**
 * The covariance of a line y = a + b x whose rests resemble those of the times before.
 *
 * <p>n / (n − 2) · A⁻¹ M A⁻¹ with A = Σ w z zᵀ, z = (1, x), and M = Σ over all pairs of times (1 − l / (L + 1)) u(s) u(t)
 * z(s) z(t)ᵀ, l the steps between them, none beyond L; u is the weight times the rest, or the score of a generalised linear
 * model. L = ⌊4 (n / 100)^(2/9)⌋. Times may lack: a step is counted as long as it is.
 *
 * @see "Newey and West (1987), Econometrica 55(3), doi:10.2307/1913610; for L, Newey and West (1994), Review of Economic
 *     Studies 61(4), doi:10.2307/2297912. Agrees with sandwich::NeweyWest(lag = L, prewhite = FALSE, adjust = TRUE) as R
 *     computes it step by step."
 */
public final class NeweyWest {

  private NeweyWest() {}

  /** L for so many times. */
  public static int lag(int n) {
    return (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2.0 / 9));
  }

  /**
   * @param x times, of which two differ
   * @param weight w of each, above zero
   * @param score u of each
   * @param place which step each stands at, ascending
   * @param lag L
   */
  public static LinkedLine.Covariance of(
      double[] x, double[] weight, double[] score, int[] place, int lag) {
    int n = x.length;
    double w = 0;
    double wx = 0;
    double wxx = 0;
    for (int t = 0; t < n; t++) {
      w += weight[t];
      wx += weight[t] * x[t];
      wxx += weight[t] * x[t] * x[t];
    }
    double size = w * wxx - wx * wx;
    double variance = 0;
    double slope = 0;
    double between = 0;
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        int apart = Math.abs(place[s] - place[t]);
        if (apart <= lag) {
          double alike = (1 - apart / (lag + 1.0)) * score[s] * score[t];
          double aOfS = (wxx - wx * x[s]) / size;
          double aOfT = (wxx - wx * x[t]) / size;
          double bOfS = (w * x[s] - wx) / size;
          double bOfT = (w * x[t] - wx) / size;
          variance += alike * aOfS * aOfT;
          slope += alike * bOfS * bOfT;
          between += alike * (aOfS * bOfT + bOfS * aOfT) / 2;
        }
      }
    }
    double small = n / (n - 2.0);
    return new LinkedLine.Covariance(small * variance, small * slope, small * between);
  }
}
