package no.utfall.math;

<<<<<<< HEAD
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
=======
/** The root L of a small symmetric positive definite matrix A = L Lᵀ. */
final class Cholesky {

  private Cholesky() {}

  /**
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
>>>>>>> contrast
  }
}
