package no.utfall.method.contrast;

import java.util.Arrays;
import no.utfall.math.Normal;

/**
 * What the raw estimates alone say of the pairs: how many are reversed, and how many of the one-sided tests of "not
 * reversed" are rejected at 5 %.
 *
 * <p>Pairs that share a unit violate the dependence under which Benjamini–Hochberg is proven.
 *
 * @param pairs not tied on the axis
 * @param somersD (same way − reversed) / pairs
 * @param holm share of the pairs rejected with the family-wise error at 5 %
 * @param benjaminiHochberg share rejected with the false discovery rate at 5 %, were the tests independent
 * @param benjaminiYekutieli share rejected with the false discovery rate at 5 % under any dependence
 */
record PairTests(
    long pairs, double somersD, double holm, double benjaminiHochberg, double benjaminiYekutieli) {

  private static final double ERROR = 0.05;

  static PairTests of(double[] x, double[] y, double[] d) {
    int n = x.length;
    double[] p = new double[n * (n - 1) / 2];
    int pairs = 0;
    long balance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (x[i] != x[j]) {
          double gap = x[i] > x[j] ? y[i] - y[j] : y[j] - y[i];
          p[pairs++] = Normal.cumulative(gap / Math.sqrt(d[i] + d[j]));
          balance += (long) Math.signum(gap);
        }
      }
    }
    p = Arrays.copyOf(p, pairs);
    Arrays.sort(p);
    double harmonic = 0;
    for (int k = 1; k <= pairs; k++) {
      harmonic += 1.0 / k;
    }
    int holm = 0;
    while (holm < pairs && p[holm] <= ERROR / (pairs - holm)) {
      holm++;
    }
    int hochberg = 0;
    int yekutieli = 0;
    for (int k = 1; k <= pairs; k++) {
      if (p[k - 1] <= ERROR * k / pairs) {
        hochberg = k;
      }
      if (p[k - 1] <= ERROR * k / (pairs * harmonic)) {
        yekutieli = k;
      }
    }
    double total = pairs;
    return new PairTests(pairs, balance / total, holm / total, hochberg / total, yekutieli / total);
  }

  double reversed() {
    return (1 - somersD) / 2;
  }
}
