package no.utfall.method.poverty;

import no.utfall.math.WeightedQuantile;

/**
 * The density of incomes at a point, by a Gaussian kernel of one width for the whole sample: what the sampling error of
 * a quantile rests on.
 *
 * @param width h, in the unit of the incomes
 * @param smooth whether the income at a quantile is the kernel mean around it, as Osier has it, or the quantile itself
 * @see "Silverman (1986), Density estimation, equation 3.31, with the effective number of clusters for n; Osier (2009),
 *     Survey Research Methods 3(3), doi:10.18148/srm/2009.v3i3.369, with the population for n, as in convey 1.0.1."
 */
record Kernel(double width, boolean smooth) {

  /** Beyond so many widths the kernel is below the last bit of its middle. */
  private static final double REACH = 8.6;

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** h = 0.9 min(s, IQR / 1.349) n^(−1/5): neither the unit of the weights nor a person split in two changes it. */
  static Kernel silverman(Incomes all, double effectiveSize) {
    double quarter = all.quantile(0.25, WeightedQuantile.Rule.LOWER);
    double spread = (all.quantile(0.75, WeightedQuantile.Rule.LOWER) - quarter) / 1.349;
    double deviation = deviation(all);
    double smaller = spread > 0 ? Math.min(deviation, spread) : deviation;
    return new Kernel(0.9 * smaller * StrictMath.pow(effectiveSize, -0.2), false);
  }

  /** h = s N^(−1/5), N the sum of the weights. */
  static Kernel osier(Incomes all) {
    return new Kernel(deviation(all) * StrictMath.pow(all.weight(), -0.2), true);
  }

  private static double deviation(Incomes all) {
    double mean = all.mean();
    double squares = 0;
    for (int i = 0; i < all.size(); i++) {
      double apart = all.income(i) - mean;
      squares += all.weight(i) * apart * apart;
    }
    return Math.sqrt(squares / all.weight());
  }

  /** The share of these persons per unit of income at this income; not a number when all incomes are equal. */
  double density(Incomes incomes, double at) {
    double sum = 0;
    int to = to(incomes, at);
    for (int i = from(incomes, at); i < to; i++) {
      sum += incomes.weight(i) * height(incomes.income(i), at);
    }
    return sum / (ROOT_TWO_PI * width * incomes.weight());
  }

  /** The income of those at a quantile, by which the sum below it grows when the quantile takes in more of them. */
  double incomeAt(Incomes incomes, double at) {
    if (!smooth) {
      return at;
    }
    double sum = 0;
    double weight = 0;
    int to = to(incomes, at);
    for (int i = from(incomes, at); i < to; i++) {
      double part = incomes.weight(i) * height(incomes.income(i), at);
      sum += part * incomes.income(i);
      weight += part;
    }
    return sum / weight;
  }

  private int from(Incomes incomes, double at) {
    return incomes.upTo(at - REACH * width);
  }

  private int to(Incomes incomes, double at) {
    return incomes.upTo(at + REACH * width);
  }

  private double height(double income, double at) {
    double u = (at - income) / width;
    return StrictMath.exp(-u * u / 2);
  }
}
