package no.utfall.math;

import java.util.Arrays;

/**
 * How far two orders of the same n ≥ 3 units agree; ties are allowed.
 *
 * <p>With C concordant and D discordant of the n (n − 1) / 2 pairs: S = C − D, τ_b = S / √((N − ties in x) (N − ties
 * in y)), Somers' d of y given x = S / (N − ties in x). Their errors are those of the delta method over the joint
 * distribution (ASE); Spearman's coefficient is Pearson's of the mid-ranks. A variable without variation gives NaN.
 *
 * <p>The error of τ_b is as the peer has it: the term of the ties in y is multiplied by their share of untied pairs
 * where the delta method divides by it. The difference is nil without ties in y and below 1e-3 of the error otherwise.
 *
 * @see "Agresti (2010), Analysis of Ordinal Categorical Data, doi:10.1002/9780470594001; Kendall (1938), Biometrika
 *     30(1–2), doi:10.1093/biomet/30.1-2.81. Agrees with DescTools 0.99.59 KendallTauB and SpearmanRho, Kendall 2.2.1
 *     (single precision there) and stats::cor.test(exact = FALSE)."
 */
public final class RankCorrelation {

  private static final int EXACT_UP_TO = 50;

  private final int n;
  private final double s;
  private final double pairs;
  private final double pairsX;
  private final double pairsY;
  private final double varianceOfS;
  private final boolean ties;
  private final double tauError;
  private final double somersError;
  private final double spearman;

  private RankCorrelation(double[] x, double[] y) {
    n = x.length;
    pairs = n * (n - 1.0) / 2;
    double[] tiedX = tieSizes(x);
    double[] tiedY = tieSizes(y);
    double[] net = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sign = Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
        net[i] += sign;
        net[j] += sign;
      }
    }
    s = sum(net) / 2;
    double inX = 0;
    double inY = 0;
    double varX = 0;
    double varY = 0;
    double thirdX = 0;
    double thirdY = 0;
    for (int i = 0; i < n; i++) {
      // each unit stands for its share of its group of ties, so that sums over units are sums over
      // groups
      double t = tiedX[i];
      double u = tiedY[i];
      inX += (t - 1) / 2;
      inY += (u - 1) / 2;
      varX += (t - 1) * (2 * t + 5);
      varY += (u - 1) * (2 * u + 5);
      thirdX += (t - 1) * (t - 2);
      thirdY += (u - 1) * (u - 2);
    }
    ties = inX + inY > 0;
    pairsX = pairs - inX;
    pairsY = pairs - inY;
    double m = n;
    varianceOfS = (m * (m - 1) * (2 * m + 5) - varX - varY) / 18
        + thirdX * thirdY / (9 * m * (m - 1) * (m - 2))
        + 2 * inX * inY / (m * (m - 1));
    tauError = tauError(net, tiedX, tiedY);
    somersError = somersError(net, tiedX);
    spearman = pearson(Ranks.ascending(x), Ranks.ascending(y));
  }

  public static RankCorrelation of(double[] x, double[] y) {
    return new RankCorrelation(x, y);
  }

  /** Spearman's coefficient alone. */
  public static double spearman(double[] x, double[] y) {
    return pearson(Ranks.ascending(x), Ranks.ascending(y));
  }

  /** δ² of x and y is the share of ordered pairs that are not tied. */
  private double tauError(double[] net, double[] tiedX, double[] tiedY) {
    double deltaX = Math.sqrt(2 * pairsX) / n;
    double deltaY = Math.sqrt(2 * pairsY) / n;
    double size = 2 * s / n / n;
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      double x = size * tiedX[i] / n * deltaY / deltaX;
      double y = size * tiedY[i] / n * deltaY * deltaX;
      slope[i] = 2 * net[i] / n * deltaX * deltaY + x + y;
    }
    double square = deltaX * deltaX * deltaY * deltaY;
    return spread(slope) / square / Math.sqrt(n);
  }

  private double somersError(double[] net, double[] tiedX) {
    double untied = 2 * pairsX / n / n;
    double size = 2 * s / n / n;
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      slope[i] = 2 * (net[i] / n + size * tiedX[i] / n / untied) / untied;
    }
    return spread(slope) / Math.sqrt(n);
  }

  private static double spread(double[] x) {
    double mean = sum(x) / x.length;
    double variance = 0;
    for (double v : x) {
      variance += (v - mean) * (v - mean) / x.length;
    }
    return Math.sqrt(variance);
  }

  private static double[] tieSizes(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] size = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int at = Arrays.binarySearch(sorted, x[i]);
      int from = at;
      while (from > 0 && sorted[from - 1] == x[i]) {
        from--;
      }
      while (at < sorted.length && sorted[at] == x[i]) {
        at++;
      }
      size[i] = at - from;
    }
    return size;
  }

  private static double pearson(double[] a, double[] b) {
    double middle = (a.length + 1) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - middle) * (b[i] - middle);
      aa += (a[i] - middle) * (a[i] - middle);
      bb += (b[i] - middle) * (b[i] - middle);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum;
  }

  public int n() {
    return n;
  }

  /** Concordant less discordant pairs. */
  public double s() {
    return s;
  }

  /** What S would be at most, ties counted: the denominator of τ_b. */
  public double denominator() {
    return Math.sqrt(pairsX) * Math.sqrt(pairsY);
  }

  /** The variance of S where the orders have nothing to do with each other. */
  public double varianceOfS() {
    return varianceOfS;
  }

  public double tauB() {
    return s / denominator();
  }

  public double tauBError() {
    return tauError;
  }

  public double somersD() {
    return s / pairsX;
  }

  public double somersDError() {
    return somersError;
  }

  public double spearman() {
    return spearman;
  }

  /** (|S| − 1) / √Var S with the sign of S. */
  public double correctedZ() {
    return Math.signum(s) * Math.max(0, Math.abs(s) - 1) / Math.sqrt(varianceOfS);
  }

  /** Two-sided, that the orders have nothing to do with each other: normal with continuity correction. */
  public double normalP() {
    return StudentT.twoSided(correctedZ(), Double.POSITIVE_INFINITY);
  }

  /** Whether {@link #tauP} counts permutations: no ties and at most 50 units. */
  public boolean isExact() {
    return !ties && n <= EXACT_UP_TO;
  }

  /** Two-sided, exact over all permutations where {@link #isExact}, else {@link #normalP}. */
  public double tauP() {
    if (!isExact()) {
      return normalP();
    }
    int inversions = (int) Math.round((pairs - Math.abs(s)) / 2);
    double[] probability = {1};
    for (int k = 2; k <= n; k++) {
      double[] next = new double[probability.length + k - 1];
      for (int i = 0; i < next.length; i++) {
        for (int j = Math.max(0, i - probability.length + 1); j <= Math.min(i, k - 1); j++) {
          next[i] += probability[i - j] / k;
        }
      }
      probability = next;
    }
    double tail = 0;
    for (int i = 0; i <= inversions; i++) {
      tail += probability[i];
    }
    return Math.min(1, 2 * tail);
  }

  /** Fisher's interval of Spearman's coefficient, tanh(atanh r ± z / √(n − 3)); NaN for n ≤ 3. */
  public double[] spearmanInterval(double level) {
    double z = Normal.quantile(0.5 + level / 2) / Math.sqrt(n - 3.0);
    double centre = 0.5 * StrictMath.log((1 + spearman) / (1 - spearman));
    return new double[] {StrictMath.tanh(centre - z), StrictMath.tanh(centre + z)};
  }

  /** r √((n − 2) / (1 − r²)), t with n − 2 degrees of freedom. */
  public double spearmanT() {
    return spearman * Math.sqrt((n - 2) / (1 - spearman * spearman));
  }
}
