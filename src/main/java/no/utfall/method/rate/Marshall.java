package no.utfall.method.rate;

import no.utfall.math.Sums;

/**
 * Rates drawn towards the mean of their neighbourhood, by moments: m + w (r − m), w = A / (A + m / n).
 *
 * <p>Over the units of the neighbourhood m = ΣO / Σn and A = max(0, Σ n (r − c)² / Σn − m / n̄), n̄ the mean of n. The centre c
 * is m, or, for {@link Centre#NEIGHBOURS}, the m of each unit's own neighbourhood.
 *
 * @see "Marshall (1991), Applied Statistics 40(2), doi:10.2307/2347593. Agrees with spdep 1.2.7: EBest, and EBlocal with
 *     geoda = FALSE (neighbours) and TRUE (own)."
 */
final class Marshall {

  /** What the rates of a neighbourhood are held against when their spread is measured. */
  enum Centre {
    NEIGHBOURS,
    OWN
  }

  private final double[] count;
  private final double[] size;
  private final int[][] neighbours;
  private final Centre centre;
  private final double[] means;
  private final double[] variances;

  /** @param neighbours of each unit, itself among them, ascending */
  Marshall(double[] count, double[] size, int[][] neighbours, Centre centre) {
    this.count = count;
    this.size = size;
    this.neighbours = neighbours;
    this.centre = centre;
    this.means = new double[count.length];
    this.variances = new double[count.length];
    for (int i = 0; i < means.length; i++) {
      means[i] =
          isAsBefore(i) ? means[i - 1] : sum(count, neighbours[i]) / sum(size, neighbours[i]);
    }
    for (int i = 0; i < means.length; i++) {
      variances[i] = isAsBefore(i) ? variances[i - 1] : spread(i);
    }
  }

  /** Whether a unit shares the neighbourhood of the one before. */
  private boolean isAsBefore(int unit) {
    return unit > 0 && neighbours[unit] == neighbours[unit - 1];
  }

  private static double sum(double[] all, int[] some) {
    double[] cells = new double[some.length];
    for (int i = 0; i < some.length; i++) {
      cells[i] = all[some[i]];
    }
    return Sums.of(cells);
  }

  /** The mean of the neighbourhood of a unit. */
  double mean(int unit) {
    return means[unit];
  }

  /** The variance of true rates in the neighbourhood, 0 where they differ no more than by chance. */
  double variance(int unit) {
    return variances[unit];
  }

  private double spread(int unit) {
    int[] around = neighbours[unit];
    double[] squares = new double[around.length];
    for (int i = 0; i < around.length; i++) {
      int j = around[i];
      double away = count[j] / size[j] - (centre == Centre.OWN ? means[unit] : means[j]);
      squares[i] = size[j] * away * away;
    }
    double total = sum(size, around);
    return Math.max(0, Sums.of(squares) / total - means[unit] * around.length / total);
  }

  /** The weight of the unit's own rate. */
  double weight(int unit) {
    return weight(unit, size[unit]);
  }

  private double weight(int around, double sizeOfUnit) {
    double variance = variances[around];
    return variance == 0 ? 0 : variance / (variance + means[around] / sizeOfUnit);
  }

  double smoothed(int unit) {
    return smoothed(unit, count[unit] / size[unit], size[unit]);
  }

  /** A unit of this rate and size, drawn to the mean of the neighbourhood of another. */
  double smoothed(int around, double rate, double sizeOfUnit) {
    return means[around] + weight(around, sizeOfUnit) * (rate - means[around]);
  }
}
