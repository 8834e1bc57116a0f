package no.utfall.math;

/**
 * The place of each weighted item on a scale from 0, the lowest, to 1, the highest: the share of all weight below it
 * and half of the weight at its own rank. Items of equal rank share their place.
 *
 * @see "Bross (1958), How to use ridit analysis, Biometrics 14(1), doi:10.2307/2527727"
 */
public final class Ridits {

  private Ridits() {}

  /**
   * @param weight not negative, their sum above 0
   * @param rank any numbers; only their order counts
   * @return mean Σ w x / Σ w = 1/2
   */
  public static double[] of(double[] weight, double[] rank) {
    return of(weight, rank, SortedIndex.of(rank, weight));
  }

  /** The same for rows whose order by rank is known. */
  public static double[] of(double[] weight, double[] rank, int[] order) {
    double[] place = new double[weight.length];
    double below = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double tied = 0;
      while (to < order.length && rank[order[to]] == rank[order[from]]) {
        tied += weight[order[to++]];
      }
      for (int i = from; i < to; i++) {
        place[order[i]] = below + tied / 2;
      }
      below += tied;
      from = to;
    }
    for (int i = 0; i < place.length; i++) {
      place[i] /= below;
    }
    return place;
  }
}
