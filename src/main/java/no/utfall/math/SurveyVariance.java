package no.utfall.math;

import java.util.Arrays;

/**
 * Variances and covariances of estimated totals under a design of strata and clusters, drawn with replacement in each
 * stratum: Σ n/(n − 1) Σ (z − z̄)(z − z̄)ᵀ, where z are the sums of scores in the n clusters of a stratum. For other
 * estimates the scores are their linearisation.
 *
 * <p>A stratum with one cluster says nothing of its own variance: its cluster is compared with the mean of all.
 *
 * @see "Deville (1999), Variance estimation for complex statistics and estimators, Survey Methodology 25(2), 193–203.
 *     Agrees with survey::svytotal of R, the lone cluster with options(survey.lonely.psu = \"adjust\")."
 */
public final class SurveyVariance {

  private final int[] cluster;
  private final int[] stratum;
  private final int[] size;

  private SurveyVariance(int[] cluster, int[] stratum, int[] size) {
    this.cluster = cluster;
    this.stratum = stratum;
    this.size = size;
  }

  /**
   * @param cluster the number of the cluster of each row, 0 …; a number belongs to one stratum
   * @param strata the number of the stratum of each row, 0 …
   */
  public static SurveyVariance of(int[] cluster, int[] strata) {
    int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
    int[] stratum = new int[clusters];
    Arrays.fill(stratum, -1);
    for (int row = 0; row < cluster.length; row++) {
      stratum[cluster[row]] = strata[row];
    }
    int[] size = new int[Arrays.stream(strata).max().orElse(-1) + 1];
    for (int of : stratum) {
      if (of >= 0) {
        size[of]++;
      }
    }
    return new SurveyVariance(cluster.clone(), stratum, size);
  }

  /** Clusters less strata. */
  public double df() {
    int strata = (int) Arrays.stream(size).filter(n -> n > 0).count();
    return Arrays.stream(size).sum() - strata;
  }

  /** The variance of the sum of these scores, one a row; NaN with one cluster in all. */
  public double of(double[] scores) {
    return of(new double[][] {scores})[0][0];
  }

  /** The covariance matrix of several sums of scores. */
  public double[][] of(double[][] scores) {
    int m = scores.length;
    double[][] sums = new double[m][];
    for (int j = 0; j < m; j++) {
      sums[j] = deviations(scores[j]);
    }
    double[][] covariance = new double[m][m];
    double[] products = new double[stratum.length];
    for (int j = 0; j < m; j++) {
      for (int l = 0; l <= j; l++) {
        for (int c = 0; c < stratum.length; c++) {
          products[c] = stratum[c] < 0 ? 0 : factor(size[stratum[c]]) * sums[j][c] * sums[l][c];
        }
        covariance[j][l] = df() > 0 ? Sums.of(products) : Double.NaN;
        covariance[l][j] = covariance[j][l];
      }
    }
    return covariance;
  }

  private static double factor(int n) {
    return n == 1 ? 1 : n / (n - 1.0);
  }

  private double[] deviations(double[] scores) {
    double[] sums = new double[stratum.length];
    for (int row = 0; row < scores.length; row++) {
      sums[cluster[row]] += scores[row];
    }
    double[] means = new double[size.length];
    double all = 0;
    int clusters = 0;
    for (int c = 0; c < sums.length; c++) {
      if (stratum[c] >= 0) {
        means[stratum[c]] += sums[c] / size[stratum[c]];
        all += sums[c];
        clusters++;
      }
    }
    for (int c = 0; c < sums.length; c++) {
      if (stratum[c] >= 0) {
        sums[c] -= size[stratum[c]] == 1 ? all / clusters : means[stratum[c]];
      }
    }
    return sums;
  }
}
