package no.utfall.math;

import java.util.Arrays;

/**
 * Lower triangular root of a symmetric positive semidefinite matrix, A = L Lᵀ, that says when rows depend on each
 * other instead of dividing by noise.
 */
public final class Cholesky {

  private final double[][] lower;
  private final int rank;

  private Cholesky(double[][] lower, int rank) {
    this.lower = lower;
    this.rank = rank;
  }

  /**
   * @param a symmetric, rows × rows; only the lower triangle is read, nothing is changed
   * @param tolerance a pivot of at most this share of its diagonal element counts as zero: its row depends on the rows
   *     above and gets a zero column in L
   */
  public static Cholesky of(double[][] a, double tolerance) {
    int n = a.length;
    double[][] lower = new double[n][n];
    int rank = 0;
    for (int j = 0; j < n; j++) {
      double pivot = a[j][j] - dot(lower[j], lower[j], j);
      if (!(pivot > tolerance * a[j][j])) {
        continue;
      }
      double root = Math.sqrt(pivot);
      lower[j][j] = root;
      rank++;
      for (int i = j + 1; i < n; i++) {
        lower[i][j] = (a[i][j] - dot(lower[i], lower[j], j)) / root;
      }
    }
    return new Cholesky(lower, rank);
  }

  private static double dot(double[] x, double[] y, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  public boolean isSingular() {
    return rank < lower.length;
  }

  /** L[row][column], zero above the diagonal. */
  public double[][] lower() {
    double[][] copy = new double[lower.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = lower[i].clone();
    }
    return copy;
  }

  /**
   * bᵀ A⁻¹ b, the length of a Wald statistic.
   *
   * @return NaN when A is singular
   */
  public double inverseForm(double[] b) {
    if (isSingular()) {
      return Double.NaN;
    }
    double[] z = new double[b.length];
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      z[i] = (b[i] - dot(lower[i], z, i)) / lower[i][i];
      sum += z[i] * z[i];
    }
    return sum;
  }

  /**
   * A⁻¹.
   *
   * @return NaN everywhere when A is singular
   */
  public double[][] inverse() {
    int n = lower.length;
    double[][] inverse = new double[n][n];
    if (isSingular()) {
      for (double[] row : inverse) {
        Arrays.fill(row, Double.NaN);
      }
      return inverse;
    }
    double[][] root = new double[n][n];
    for (int j = 0; j < n; j++) {
      root[j][j] = 1 / lower[j][j];
      for (int i = j + 1; i < n; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum -= lower[i][k] * root[k][j];
        }
        root[i][j] = sum / lower[i][i];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = Math.max(i, j); k < n; k++) {
          inverse[i][j] += root[k][i] * root[k][j];
        }
      }
    }
    return inverse;
  }
}
