package no.utfall.math;

/**
 * Regression of estimates with known sampling variances on covariates, with a variance τ² of what the covariates do
 * not explain: y ~ N(X b, D + τ² I).
 *
 * <p>With w_i = 1 / (d_i + τ²): b = (XᵀWX)⁻¹ XᵀWy, Q(τ²) = Σ w_i (y_i − x_iᵀb)².
 *
 * <p>Letters: n estimates, p covariates (the constant among them), {@code x[n][p]}, {@code y[n]}, {@code d[n]} > 0.
 */
public final class RandomEffects {

  /**
   * The regression at one τ².
   *
   * @param b coefficients
   * @param covariance of b, (XᵀWX)⁻¹
   * @param q Q(τ²)
   * @param logLikelihood restricted log likelihood, up to a constant
   */
  public record Fit(
      double tau2, double[] b, double[][] covariance, double q, double logLikelihood) {}

  private RandomEffects() {}

  public static Fit at(double tau2, double[][] x, double[] y, double[] d) {
    int p = x[0].length;
    double[][] information = new double[p][p];
    double[] score = new double[p];
    double logWeights = 0;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (d[i] + tau2);
      logWeights += StrictMath.log(w);
      for (int a = 0; a < p; a++) {
        score[a] += w * x[i][a] * y[i];
        for (int c = 0; c <= a; c++) {
          information[a][c] += w * x[i][a] * x[i][c];
        }
      }
    }
    Cholesky factored = Cholesky.of(information, 0);
    double[][] root = factored.lower();
    double[][] covariance = factored.inverse();
    double[] b = new double[p];
    double logRoot = 0;
    for (int a = 0; a < p; a++) {
      logRoot += StrictMath.log(root[a][a]);
      for (int c = 0; c < p; c++) {
        b[a] += covariance[a][c] * score[c];
      }
    }
    double q = 0;
    for (int i = 0; i < y.length; i++) {
      double e = y[i] - product(x[i], b);
      q += e * e / (d[i] + tau2);
    }
    return new Fit(tau2, b, covariance, q, 0.5 * (logWeights - q) - logRoot);
  }

  /**
   * The τ² with Q(τ²) = n − p; 0 if Q(0) is not above. Q falls and is convex in τ², so Newton's method from 0 climbs
   * to the root without passing it.
   *
   * @see "Paule and Mandel (1982), J. Res. Natl. Bur. Stand. 87(5), doi:10.6028/jres.087.022. Agrees with metafor::rma
   *     method PM."
   */
  public static double pauleMandel(double[][] x, double[] y, double[] d) {
    double target = y.length - x[0].length;
    double tau2 = 0;
    for (int step = 0; step < 200; step++) {
      Fit fit = at(tau2, x, y, d);
      double slope = 0;
      for (int i = 0; i < y.length; i++) {
        double e = (y[i] - product(x[i], fit.b())) / (d[i] + tau2);
        slope += e * e;
      }
      double next = tau2 + (fit.q() - target) / slope;
      if (!(next > tau2 * (1 + 1e-15))) {
        return tau2;
      }
      tau2 = next;
    }
    return tau2;
  }

  /**
   * max(0, (Q(0) − (n − p)) / (Σw − tr[(XᵀWX)⁻¹ XᵀW²X])), weights at τ² = 0.
   *
   * @see "DerSimonian and Laird (1986), Controlled Clinical Trials 7(3), doi:10.1016/0197-2456(86)90046-2. Agrees with
   *     metafor::rma method DL."
   */
  public static double derSimonianLaird(double[][] x, double[] y, double[] d) {
    Fit fit = at(0, x, y, d);
    double trace = 0;
    double weights = 0;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / d[i];
      weights += w;
      trace += w * w * quadratic(x[i], fit.covariance());
    }
    return Math.max(0, (fit.q() - (y.length - x[0].length)) / (weights - trace));
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double quadratic(double[] x, double[][] m) {
    double sum = 0;
    for (int a = 0; a < x.length; a++) {
      sum += x[a] * product(m[a], x);
    }
    return sum;
  }
}
