package no.utfall.method.inequality;

import no.utfall.math.Cholesky;
import org.jspecify.annotations.Nullable;

/** Variances of the values of the groups, with their covariances when a cluster has persons in several groups. */
final class Spread {

  private final double[] variance;
  private final double @Nullable [][] covariance;
  private final double df;

  private Spread(double[] variance, double @Nullable [][] covariance, double df) {
    this.variance = variance;
    this.covariance = covariance;
    this.df = df;
  }

  /** Independent values. */
  static Spread of(double[] variance, double df) {
    return new Spread(variance.clone(), null, df);
  }

  static Spread of(double[][] covariance, double df) {
    double[] variance = new double[covariance.length];
    for (int i = 0; i < variance.length; i++) {
      variance[i] = covariance[i][i];
    }
    return new Spread(variance, covariance, df);
  }

  /** Degrees of freedom; infinite when the variances are taken as known. */
  double df() {
    return df;
  }

  double variance(int i) {
    return variance[i];
  }

  double between(int i, int j) {
    return i == j ? variance[i] : covariance == null ? 0 : covariance[i][j];
  }

  /** cᵀ V d: the covariance of the sums Σ c y and Σ d y. */
  double form(double[] c, double[] d) {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += c[i] * d[i] * variance[i];
      for (int j = 0; covariance != null && j < c.length; j++) {
        sum += i == j ? 0 : c[i] * d[j] * covariance[i][j];
      }
    }
    return sum;
  }

  /**
   * 2 tr(A V A V) with A = diag(p) − p pᵀ: what the noise of the values adds to the variance of Σ p (y − μ)², beside that
   * of its slope; exact for normal values.
   */
  double ofSquares(double[] p) {
    int k = p.length;
    double[][] product = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int l = 0; l < k; l++) {
          product[i][j] += ((i == l ? p[i] : 0) - p[i] * p[l]) * between(l, j);
        }
      }
    }
    double trace = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        trace += product[i][j] * product[j][i];
      }
    }
    return 2 * trace;
  }

  double stdError(double[] c) {
    return Math.sqrt(Math.max(0, form(c, c)));
  }

  /** With every value times the factor of its group. */
  Spread scaled(double[] factor) {
    double[][] scaled = new double[variance.length][variance.length];
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j < scaled.length; j++) {
        scaled[i][j] = factor[i] * factor[j] * between(i, j);
      }
    }
    return covariance == null ? of(diagonal(scaled), df) : of(scaled, df);
  }

  private static double[] diagonal(double[][] matrix) {
    double[] diagonal = new double[matrix.length];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = matrix[i][i];
    }
    return diagonal;
  }

  /** L with L Lᵀ = V. */
  double[][] root() {
    if (covariance != null) {
      return Cholesky.of(covariance, 1e-12).lower();
    }
    double[][] root = new double[variance.length][variance.length];
    for (int i = 0; i < root.length; i++) {
      root[i][i] = Math.sqrt(variance[i]);
    }
    return root;
  }
}
