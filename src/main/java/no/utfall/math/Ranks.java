package no.utfall.math;

import java.util.Arrays;
import java.util.Comparator;

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
    int[] order = order(x);
    double[] rank = new double[x.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && x[order[to]] == x[order[from]]) {
        to++;
      }
      for (int k = from; k < to; k++) {
        rank[order[k]] = 0.5 * (from + 1 + to);
      }
      from = to;
    }
    return rank;
  }

  /** The positions of the numbers from the lowest to the highest; equal numbers keep their order. */
  public static int[] order(double[] x) {
    Integer[] boxed = new Integer[x.length];
    Arrays.setAll(boxed, i -> i);
    Arrays.sort(boxed, Comparator.comparingDouble(i -> x[i]));
    int[] order = new int[x.length];
    Arrays.setAll(order, k -> boxed[k]);
    return order;
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
