package no.utfall.math;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Confidence sets for the ranks of true values from independent estimates y_i with standard errors s_i; 1 is the
 * highest.
 *
 * <p>Unit i is shown to lie above unit j when (y_i − y_j) / √(s_i² + s_j²) exceeds a critical value: the quantile of
 * the largest such difference of pure noise over the family of ordered pairs not yet rejected. Step-down repeats this
 * until nothing more is rejected. The set of i is 1 + (units shown above it) … n − (units shown below it).
 *
 * <p>Simultaneous sets have one family, all ordered pairs; marginal sets one family per unit, the pairs it is in. No
 * pair is stored: with e = z / s the standardised difference of i and j is at most √(e_i² + e_j²), so going through the
 * units by |e| the search of the largest ends early. Time O(draws · n log n), about.
 *
 * @see "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91(1), doi:10.1093/restud/rdad006.
 *     Agrees with csranks 1.2.3, csranks(x, diag(s^2), cstype two-sided), within its simulation error."
 */
public final class RankSets {

  private final double[] y;
  private final double[] s;
  private final double[] critical;
  private final int[] best;
  private final int[] worst;

  private RankSets(double[] y, double[] s, double[] critical) {
    this.y = y;
    this.s = s;
    this.critical = critical;
    int n = y.length;
    best = new int[n];
    worst = new int[n];
    for (int i = 0; i < n; i++) {
      int above = 0;
      int below = 0;
      for (int j = 0; j < n; j++) {
        if (j != i) {
          double t = statistic(y, s, i, j);
          above += -t > critical[i] ? 1 : 0;
          below += t > critical[i] ? 1 : 0;
        }
      }
      best[i] = 1 + above;
      worst[i] = n - below;
    }
  }

  /** One statement about all ranks holds with the given probability. */
  public static RankSets simultaneous(
      double[] y, double[] s, double level, boolean stepDown, int draws, long seed) {
    Sample sample = new Sample(y.length, draws, seed);
    double critical = Double.POSITIVE_INFINITY;
    for (boolean more = true; more; ) {
      double[] maxima = new double[draws];
      for (int r = 0; r < draws; r++) {
        maxima[r] = largest(y, s, sample.noise(r), critical);
      }
      Arrays.sort(maxima);
      double next = Ranks.quantile(maxima, level);
      more = stepDown && anyBetween(y, s, next, critical);
      critical = Math.min(next, critical);
    }
    double[] all = new double[y.length];
    Arrays.fill(all, critical);
    return new RankSets(y.clone(), s.clone(), all);
  }

  /** Each statement about one rank holds with the given probability. */
  public static RankSets marginal(
      double[] y, double[] s, double level, boolean stepDown, int draws, long seed) {
    int n = y.length;
    Sample sample = new Sample(n, draws, seed);
    double[] critical = new double[n];
    Arrays.fill(critical, Double.POSITIVE_INFINITY);
    boolean[] open = new boolean[n];
    Arrays.fill(open, true);
    for (boolean more = true; more; ) {
      double[][] maxima = new double[n][draws];
      for (int r = 0; r < draws; r++) {
        Noise noise = sample.noise(r);
        for (int i = 0; i < n; i++) {
          if (open[i]) {
            maxima[i][r] = largestWith(i, y, s, noise, critical[i]);
          }
        }
      }
      more = false;
      for (int i = 0; i < n; i++) {
        if (open[i]) {
          Arrays.sort(maxima[i]);
          double next = Ranks.quantile(maxima[i], level);
          open[i] = stepDown && anyBetween(i, y, s, next, critical[i]);
          critical[i] = Math.min(next, critical[i]);
          more |= open[i];
        }
      }
    }
    return new RankSets(y.clone(), s.clone(), critical);
  }

  /** The best rank in the set of unit i. */
  public int best(int i) {
    return best[i];
  }

  /** The worst rank in the set of unit i. */
  public int worst(int i) {
    return worst[i];
  }

  /** Whether unit i is shown to lie above unit j; a statement of i's family. */
  public boolean isAbove(int i, int j) {
    return statistic(y, s, i, j) > critical[i];
  }

  /** What a standardised difference in the family of unit i must exceed. */
  double critical(int i) {
    return critical[i];
  }

  private static double statistic(double[] y, double[] s, int i, int j) {
    return (y[i] - y[j]) / Math.sqrt(s[i] * s[i] + s[j] * s[j]);
  }

  private static double largest(double[] y, double[] s, Noise noise, double remaining) {
    double largest = 0;
    int[] order = noise.order;
    for (int a = 0; a < order.length; a++) {
      double ea = noise.e[order[a]];
      for (int b = a + 1; b < order.length; b++) {
        double eb = noise.e[order[b]];
        if (ea * ea + eb * eb <= largest * largest) {
          break;
        }
        largest = larger(largest, order[a], order[b], y, s, noise.e, remaining);
      }
      if (2 * ea * ea <= largest * largest) {
        break;
      }
    }
    return largest;
  }

  private static double largestWith(int i, double[] y, double[] s, Noise noise, double remaining) {
    double largest = 0;
    double ei = noise.e[i];
    for (int j : noise.order) {
      double ej = noise.e[j];
      if (ei * ei + ej * ej <= largest * largest) {
        break;
      }
      if (j != i) {
        largest = larger(largest, i, j, y, s, noise.e, remaining);
      }
    }
    return largest;
  }

  /** The larger of a maximum so far and the difference of one pair, if its hypothesis is not yet rejected. */
  private static double larger(
      double largest, int i, int j, double[] y, double[] s, double[] e, double remaining) {
    double width = Math.sqrt(s[i] * s[i] + s[j] * s[j]);
    double difference = (s[i] * e[i] - s[j] * e[j]) / width;
    if (Math.abs(difference) <= largest) {
      return largest;
    }
    double observed = (y[i] - y[j]) / width;
    boolean open = (difference > 0 ? observed : -observed) <= remaining;
    return open ? Math.abs(difference) : largest;
  }

  private static boolean anyBetween(double[] y, double[] s, double low, double high) {
    for (int i = 0; i < y.length; i++) {
      if (anyBetween(i, y, s, low, high)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyBetween(int i, double[] y, double[] s, double low, double high) {
    for (int j = 0; j < y.length; j++) {
      double t = Math.abs(statistic(y, s, i, j));
      if (j != i && t > low && t <= high) {
        return true;
      }
    }
    return false;
  }

  /** Standard normal noise of one draw, and the units by its size, the largest first. */
  private static final class Noise {
    private final double[] e;
    private final int[] order;

    private Noise(double[] e, int[] order) {
      this.e = e;
      this.order = order;
    }

    static Noise of(int n, Draws draws) {
      double[] e = new double[n];
      long[] bySize = new long[n];
      for (int i = 0; i < e.length; i++) {
        e[i] = draws.normal();
        // sizes as the high bits of a long, positions as the low ones: one primitive sort
        long size = Double.doubleToLongBits(Math.abs(e[i])) >>> 20;
        bySize[i] = size << 20 | i;
      }
      Arrays.sort(bySize);
      int[] order = new int[e.length];
      for (int k = 0; k < order.length; k++) {
        order[k] = (int) (bySize[order.length - 1 - k] & 0xFFFFF);
      }
      return new Noise(e, order);
    }
  }

  /** The noise of every draw, kept between the steps as long as it is small. */
  private static final class Sample {
    private static final long KEPT = 10_000_000;
    private final int n;
    private final long seed;
    private final @Nullable Noise[] kept;

    Sample(int n, int draws, long seed) {
      this.n = n;
      this.seed = seed;
      this.kept = new Noise[(long) n * draws <= KEPT ? draws : 0];
    }

    Noise noise(int replicate) {
      if (kept.length == 0) {
        return Noise.of(n, Draws.of(seed, replicate));
      }
      Noise noise = kept[replicate];
      if (noise == null) {
        noise = Noise.of(n, Draws.of(seed, replicate));
        kept[replicate] = noise;
      }
      return noise;
    }
  }
}
