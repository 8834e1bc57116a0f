package no.utfall.math;

import java.util.Arrays;

/** Ranks of numbers; ties get the mean of their places. */
public final class Ranks {

  private Ranks() {}

  /** Mid-ranks, 1 is the highest. */
  public static double[] descending(double[] x) {
    double[] rank = ascending(x);
    for (int i = 0; i < rank.length; i++) {
      rank[i] = rank.length + 1 - rank[i];
    }
    return rank;
  }

  /** Mid-ranks, 1 is the lowest. */
  public static double[] ascending(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] place = new double[x.length];
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      Arrays.fill(place, from, to, 0.5 * (from + 1 + to));
      from = to;
    }
    double[] rank = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      rank[i] = place[Arrays.binarySearch(sorted, x[i])];
    }
    return rank;
  }

  /** The middle number, or half way between the two in the middle; in any order, not changed, at least one. */
  public static double median(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  /**
   * The quantile of sorted numbers by linear interpolation between order statistics.
   *
   * @see "Hyndman and Fan (1996), The American Statistician 50(4), doi:10.1080/00031305.1996.10473566, type 7"
   */
  public static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
