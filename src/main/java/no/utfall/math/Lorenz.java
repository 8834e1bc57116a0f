package no.utfall.math;

/**
 * Inequality from the order of values: Gini, concentration, Hoover, and points of the curves. Weights count persons;
 * only their shares matter. Items of equal rank share their place.
 *
 * @see "Lorenz (1905), Publications of the American Statistical Association 9(70), doi:10.2307/2276207"
 */
public final class Lorenz {

  private Lorenz() {}

  /**
   * 2 cov(y, R), with R the place of each item by a ranking: the absolute (generalised) concentration index; by the
   * ranking of the values themselves, the absolute Gini index.
   *
   * @param p shares that sum to 1
   * @param place see {@link Ridits}
   * @see "Kakwani, Wagstaff and van Doorslaer (1997), Journal of Econometrics 77(1), doi:10.1016/S0304-4076(96)01807-6.
   *     Agrees with rineq::ci(type = \"CIg\", method = \"direct\") where no ranks are tied."
   */
  public static double concentration(double[] y, double[] p, double[] place) {
    double mean = Entropy.mean(y, p);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * (y[i] - mean) * (place[i] - 0.5);
    }
    return 2 * sum;
  }

  /** Half the mean absolute deviation from the mean, over the mean: the share that would have to move. */
  public static double hoover(double[] y, double[] p) {
    double mean = Entropy.mean(y, p);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * Math.abs(y[i] - mean);
    }
    return sum / (2 * mean);
  }

  /**
   * The share of all y that belongs to the first shares of items in a ranking, by straight lines between items; tied
   * items are one item.
   *
   * @param order rows by rank, from {@link SortedIndex}
   * @param at shares of items, 0 to 1
   */
  public static double[] curve(double[] y, double[] p, double[] rank, int[] order, double[] at) {
    double total = 0;
    double size = 0;
    for (int i : order) {
      total += p[i] * y[i];
      size += p[i];
    }
    double[] shares = new double[at.length];
    for (int k = 0; k < at.length; k++) {
      shares[k] = share(y, p, rank, order, at[k] * size) / total;
    }
    return shares;
  }

  private static double share(double[] y, double[] p, double[] rank, int[] order, double wanted) {
    double items = 0;
    double sum = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double tied = 0;
      double held = 0;
      while (to < order.length && rank[order[to]] == rank[order[from]]) {
        tied += p[order[to]];
        held += p[order[to]] * y[order[to]];
        to++;
      }
      if (items + tied >= wanted) {
        return tied == 0 ? sum : sum + held * (wanted - items) / tied;
      }
      items += tied;
      sum += held;
      from = to;
    }
    return sum;
  }
}
