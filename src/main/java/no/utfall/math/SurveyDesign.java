package no.utfall.math;

import java.util.Arrays;

/**
 * Clusters drawn within strata, for variances of linearised statistics and for bootstrap weights.
 *
 * <p>For totals t of clusters, summed from weight times influence: v = Σₕ nₕ / (nₕ − 1) Σⱼ (tₕⱼ − t̄ₕ)², the first stage
 * as if drawn with replacement. A stratum with one cluster is centred at the mean of all clusters instead of its own.
 * Degrees of freedom: clusters less strata. Numbers of clusters and strata are those of the caller; the results do not
 * depend on which cluster has which number beyond the last bits.
 *
 * @see "Deville (1999), Survey Methodology 25(2), 193–203; Rao, Wu and Yue (1992), Survey Methodology 18(2), 209–217 for
 *     the bootstrap. Agrees with survey::svyrecvar 4.4-2; strata of one cluster as with survey.lonely.psu = adjust."
 */
public final class SurveyDesign {

  /** Below one element to so many clusters, sorting is faster than a place for every cluster. */
  private static final int FEW = 16;

  private final int[] cluster;
  private final int[] stratum;
  private final int[] sizes;
  private final int lone;

  /**
   * @param cluster the cluster of each element, 0 … c − 1
   * @param stratum the stratum of each cluster, 0 … s − 1, every one in use
   * @param strata s
   */
  public SurveyDesign(int[] cluster, int[] stratum, int strata) {
    this.cluster = cluster.clone();
    this.stratum = stratum.clone();
    this.sizes = new int[strata];
    for (int h : stratum) {
      sizes[h]++;
    }
    this.lone = (int) Arrays.stream(sizes).filter(size -> size == 1).count();
  }

  public int clusters() {
    return stratum.length;
  }

  public int strata() {
    return sizes.length;
  }

  /** Strata with one cluster, whose own variance cannot be told. */
  public int loneStrata() {
    return lone;
  }

  public int degreesOfFreedom() {
    return clusters() - strata();
  }

  /** Sums by cluster of the values of some elements. */
  public final class Totals {
    private final int[] clusters;
    private final double[] sums;

    private Totals(int[] clusters, double[] sums) {
      this.clusters = clusters;
      this.sums = sums;
    }

    private double of(int index) {
      if (clusters.length == stratum.length) {
        return sums[index];
      }
      int at = Arrays.binarySearch(clusters, index);
      return at < 0 ? 0 : sums[at];
    }

    /** In how many clusters these elements are. */
    public int size() {
      return clusters.length;
    }

    /** (Σ t)² / Σ t²: as many clusters of equal size would weigh the same (Kish). */
    public double effectiveSize() {
      double sum = 0;
      double squares = 0;
      for (double t : sums) {
        sum += t;
        squares += t * t;
      }
      return squares > 0 ? sum * sum / squares : 0;
    }
  }

  /**
   * Values times weights summed by cluster.
   *
   * @param elements the elements that have a value; all others count as zero
   */
  public Totals totals(int[] elements, double[] value, double[] weight) {
    if (FEW * elements.length < stratum.length) {
      return fewTotals(elements, value, weight);
    }
    double[] dense = new double[stratum.length];
    boolean[] touched = new boolean[stratum.length];
    int count = 0;
    for (int i = 0; i < elements.length; i++) {
      int c = cluster[elements[i]];
      dense[c] += value[i] * weight[i];
      if (!touched[c]) {
        touched[c] = true;
        count++;
      }
    }
    if (count == dense.length) {
      return new Totals(all(), dense);
    }
    int[] which = new int[count];
    double[] sums = new double[count];
    int n = 0;
    for (int c = 0; c < dense.length; c++) {
      if (touched[c]) {
        which[n] = c;
        sums[n++] = dense[c];
      }
    }
    return new Totals(which, sums);
  }

  private Totals fewTotals(int[] elements, double[] value, double[] weight) {
    long[] places = new long[elements.length];
    for (int i = 0; i < elements.length; i++) {
      places[i] = (long) cluster[elements[i]] << 32 | i;
    }
    Arrays.sort(places);
    int[] which = new int[elements.length];
    double[] sums = new double[elements.length];
    int n = 0;
    for (long place : places) {
      int c = (int) (place >> 32);
      int i = (int) place;
      if (n == 0 || which[n - 1] != c) {
        which[n++] = c;
      }
      sums[n - 1] += value[i] * weight[i];
    }
    return new Totals(Arrays.copyOf(which, n), Arrays.copyOf(sums, n));
  }

  private int[] all() {
    int[] all = new int[stratum.length];
    for (int c = 0; c < all.length; c++) {
      all[c] = c;
    }
    return all;
  }

  public double variance(Totals t) {
    return covariance(t, t);
  }

  /** The covariance of two estimates from their cluster totals; NaN without a degree of freedom. */
  public double covariance(Totals a, Totals b) {
    if (degreesOfFreedom() < 1) {
      return Double.NaN;
    }
    if (a.clusters.length > b.clusters.length) {
      return covariance(b, a);
    }
    int strata = sizes.length;
    double[] products = new double[strata];
    double[] sumsA = new double[strata];
    double[] sumsB = new double[strata];
    for (int i = 0; i < a.clusters.length; i++) {
      int c = a.clusters[i];
      products[stratum[c]] += a.sums[i] * (a == b ? a.sums[i] : b.of(c));
      sumsA[stratum[c]] += a.sums[i];
    }
    for (int i = 0; i < b.clusters.length; i++) {
      sumsB[stratum[b.clusters[i]]] += b.sums[i];
    }
    double meanA = Sums.of(sumsA) / clusters();
    double meanB = Sums.of(sumsB) / clusters();
    double sum = 0;
    for (int h = 0; h < strata; h++) {
      double n = sizes[h];
      sum += n == 1
          ? (sumsA[h] - meanA) * (sumsB[h] - meanB)
          : n / (n - 1) * (products[h] - sumsA[h] * sumsB[h] / n);
    }
    return a == b ? Math.max(0, sum) : sum;
  }

  /**
   * Factors of one bootstrap replicate: within each stratum nₕ − 1 clusters are drawn with replacement, and a cluster
   * drawn k times has the factor k nₕ / (nₕ − 1). A stratum with one cluster keeps it.
   */
  public double[] replicate(Draws draws) {
    int[] start = new int[sizes.length + 1];
    for (int h = 0; h < sizes.length; h++) {
      start[h + 1] = start[h] + sizes[h];
    }
    int[] members = new int[stratum.length];
    int[] next = start.clone();
    for (int c = 0; c < stratum.length; c++) {
      members[next[stratum[c]]++] = c;
    }
    double[] factor = new double[stratum.length];
    for (int h = 0; h < sizes.length; h++) {
      int n = sizes[h];
      if (n == 1) {
        factor[members[start[h]]] = 1;
      }
      double once = n / (n - 1.0);
      for (int draw = 1; draw < n; draw++) {
        factor[members[start[h] + draws.index(n)]] += once;
      }
    }
    double[] byElement = new double[cluster.length];
    for (int i = 0; i < cluster.length; i++) {
      byElement[i] = factor[cluster[i]];
    }
    return byElement;
  }
}
