package no.utfall.method.poverty;

import no.utfall.math.WeightedQuantile;

/**
 * The lowest and the highest a statistic can be when some incomes are not known and may be anything. Where u of the
 * unknown weight is poor and the rest at the top, the median is the known income at (W + U) / 2 − u; the highest rate is
 * the largest over every u, the lowest has all unknown incomes at the median. A quantile is lowest with all unknown
 * incomes below all others, and highest with all of them above.
 */
final class Bounds {

  private Bounds() {}

  /**
   * Of the share of persons below a line.
   *
   * @param all the known incomes of all who share the line
   * @param unknown the weight of those of them whose income is not known
   * @param part the known incomes of the group, {@code unknownPart} as {@code unknown}
   * @param share the line as a share of the median; not a number when it is an amount
   * @return shares of persons; from 0 to 1 when more than half of the incomes are not known; none without persons
   */
  static Limits of(
      Incomes all,
      double unknown,
      Incomes part,
      double unknownPart,
      double share,
      double amount,
      WeightedQuantile.Rule rule) {
    double size = part.weight() + unknownPart;
    if (!(size > 0)) {
      return Limits.NONE;
    }
    if (Double.isNaN(share)) {
      double poor = poor(part, amount);
      return new Limits(poor / size, (poor + unknownPart) / size);
    }
    if (unknown == 0) {
      double poor = poor(part, share * all.quantile(0.5, rule));
      return new Limits(poor / size, poor / size);
    }
    double half = (all.weight() + unknown) / 2;
    if (half - unknown <= 0) {
      return new Limits(0, 1);
    }
    double low = poor(part, share * all.income(all.reaching(half - unknown))) / size;
    double high = 0;
    for (int i = all.reaching(half - unknownPart); i < all.size(); i++) {
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

  /** Of a share of persons in a state, {@code in} and {@code out} the weights of those whose state is known. */
  static Limits of(double in, double out, double unknown) {
    double size = in + out + unknown;
    return size > 0 ? new Limits(in / size, (in + unknown) / size) : Limits.NONE;
  }

  /**
   * Of a quantile under a rule that takes one income or the middle of two; not a number at an end that has no limit,
   * when so much is unknown that the quantile itself may be.
   */
  static Limits ofQuantile(Incomes known, double unknown, double p, WeightedQuantile.Rule rule) {
    double goal = p * (known.weight() + unknown);
    double below = (goal - unknown) / known.weight();
    double above = goal / known.weight();
    return new Limits(
        unknown == 0 || below > 0 ? known.quantile(unknown == 0 ? p : below, rule) : Double.NaN,
        unknown == 0 || above < 1 ? known.quantile(unknown == 0 ? p : above, rule) : Double.NaN);
  }

  /** Whether a rule takes one income or the middle of two, as the bounds suppose. */
  static boolean fit(WeightedQuantile.Rule rule) {
    return switch (rule) {
      case EUROSTAT, LOWER, UPPER -> true;
      case INTERPOLATED, FREQUENCY -> false;
    };
  }
}
