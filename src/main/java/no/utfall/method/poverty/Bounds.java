package no.utfall.method.poverty;

import no.utfall.math.WeightedQuantile;

/**
 * The lowest and the highest a poverty rate can be when some incomes are not known and may be anything. Where u of the
 * unknown weight is poor and the rest at the top, the median is the known income at (W + U) / 2 − u; the highest rate is
 * the largest over every u, the lowest has all unknown incomes at the median.
 */
final class Bounds {

  private Bounds() {}

  /**
   * @param all the known incomes of all who share the line
   * @param unknown the weight of those of them whose income is not known
   * @param part the known incomes of the group, {@code unknownPart} as {@code unknown}
   * @param share the line as a share of the median; not a number when it is an amount
   * @return shares of persons; from 0 to 1 when more than half of the incomes are not known
   */
  static Limits of(
      Incomes all, double unknown, Incomes part, double unknownPart, double share, double amount) {
    double size = part.weight() + unknownPart;
    if (!(size > 0)) {
      return Limits.NONE;
    }
    if (Double.isNaN(share)) {
      double poor = poor(part, amount);
      return new Limits(poor / size, (poor + unknownPart) / size);
    }
    if (unknown == 0) {
      double median = all.quantile(0.5, WeightedQuantile.Rule.EUROSTAT);
      double poor = poor(part, share * median);
      return new Limits(poor / size, poor / size);
    }
    double half = (all.weight() + unknown) / 2;
    if (half - unknown <= 0) {
      return new Limits(0, 1);
    }
    double low = poor(part, share * all.income(reaching(all, half - unknown))) / size;
    double high = 0;
    for (int i = reaching(all, half - unknownPart); i < all.size(); i++) {
      double most = Math.min(unknownPart, half - all.weightTo(i - 1));
      if (most < 0) {
        break;
      }
      high = Math.max(high, (poor(part, share * all.income(i)) + most) / size);
    }
    return new Limits(low, Math.min(1, high));
  }

  private static double poor(Incomes part, double line) {
    return part.weightTo(part.below(line) - 1);
  }

  private static int reaching(Incomes all, double goal) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.weightTo(middle) >= goal) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
