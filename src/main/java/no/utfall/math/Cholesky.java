package no.utfall.math;

/** The root L of a small symmetric positive definite matrix A = L Lᵀ. */
final class Cholesky {

  private Cholesky() {}

  /**
   * The root of A.
   *
   * @param a its lower triangle is read
   * @return lower triangular; NaN on the diagonal where A is not positive definite
   */
  static double[][] of(double[][] a) {
    int p = a.length;
    double[][] l = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
    }
    return l;
  }

  /** A⁻¹ from its root. */
  static double[][] inverse(double[][] root) {
    int p = root.length;
    double[][] lower = new double[p][p];
    for (int j = 0; j < p; j++) {
      lower[j][j] = 1 / root[j][j];
      for (int i = j + 1; i < p; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum -= root[i][k] * lower[k][j];
        }
        lower[i][j] = sum / root[i][i];
      }
    }
    double[][] inverse = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = Math.max(i, j); k < p; k++) {
          inverse[i][j] += lower[k][i] * lower[k][j];
        }
      }
    }
    return inverse;
  }
}
