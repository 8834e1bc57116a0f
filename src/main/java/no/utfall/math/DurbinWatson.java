package no.utfall.math;

/**
 * Whether the rest of a line at one time resembles that at the time before.
 *
 * <p>d = Σ (e(t) − e(t−1))² / Σ e(t)², the first sum over times that follow each other without a gap; e are rests from a
 * weighted line y = a + b x, each divided by its standard deviation. Without dependence d has mean P / (n − 2) and variance
 * 2 (Q − P m) / ((n − 2) n) with m that mean, P = tr(MA), Q = tr(MAMA), A the matrix of the numerator, M = I − X(XᵀX)⁻¹Xᵀ.
 * The probability of a smaller d is that of a beta distribution on (0, 4) with this mean and variance.
 *
 * @param d from 0 to 4; below 2 when neighbours resemble each other
 * @param pValue of so small a d when the rests do not depend on each other
 * @see "Durbin and Watson (1951), Biometrika 38(1–2), doi:10.1093/biomet/38.1-2.159, also for the beta approximation"
 */
public record DurbinWatson(double d, double pValue) {

  /** So few times tell nothing. */
  public static final int FEWEST = 6;

  /**
   * @param e rests, each divided by its standard deviation
   * @param x times, ascending, of which two differ
   * @param w the weight of each in the line, above zero
   * @param follows whether each follows the one before without a gap; the first does not
   */
  public static DurbinWatson of(double[] e, double[] x, double[] w, boolean[] follows) {
    int n = e.length;
    double[][] m = rests(x, w);
    double[][] a = new double[n][n];
    double steps = 0;
    double squares = 0;
    for (int t = 0; t < n; t++) {
      squares += e[t] * e[t];
      if (t > 0 && follows[t]) {
        double step = e[t] - e[t - 1];
        steps += step * step;
        a[t][t]++;
        a[t - 1][t - 1]++;
        a[t][t - 1]--;
        a[t - 1][t]--;
      }
    }
    double[][] product = product(m, a);
    double p = 0;
    double q = 0;
    for (int i = 0; i < n; i++) {
      p += product[i][i];
      for (int j = 0; j < n; j++) {
        q += product[i][j] * product[j][i];
      }
    }
    double d = steps / squares;
    double df = n - 2.0;
    double mean = p / df / 4;
    double variance = 2 * (q - p * p / df) / (df * (df + 2)) / 16;
    double size = mean * (1 - mean) / variance - 1;
    return new DurbinWatson(d, Beta.cumulative(d / 4, mean * size, (1 - mean) * size));
  }

  /** I minus the projection on the line, of rests that have equal variances. */
  private static double[][] rests(double[] x, double[] w) {
    int n = x.length;
    WeightedLine line = WeightedLine.on(x, w);
    double[][] m = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] c = line.at(x[i]);
      for (int j = 0; j < n; j++) {
        m[i][j] = (i == j ? 1 : 0) - Math.sqrt(w[i] / w[j]) * c[j];
      }
    }
    return m;
  }

  private static double[][] product(double[][] m, double[][] a) {
    int n = m.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = Math.max(0, j - 1); k <= Math.min(n - 1, j + 1); k++) {
          product[i][j] += m[i][k] * a[k][j];
        }
      }
    }
    return product;
  }
}
