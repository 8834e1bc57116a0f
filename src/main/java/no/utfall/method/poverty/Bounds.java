package no.utfall.method.poverty;

import no.utfall.math.WeightedQuantile;

/**
 * The lowest and the highest a statistic can be when some incomes are not known and may be anything; for the gaps up to the
 * line, Watts, the mean and Gini anything from 0 on.
 *
 * <ul>
 *   <li>Below a line. Where u of the unknown weight is poor and the rest at the top, the median is the known income at
 *       (W + U) / 2 − u; the highest rate is the largest over every u, the lowest has the lowest line, and no unknown income below it. The
 *       same of the gaps, where an unknown poor income is 0 and its gap 1, and of Watts, which has no highest: ln(t / 0).
 *   <li>A quantile is lowest with all unknown incomes below all others, and highest with all of them above.
 *   <li>Gini is lowest with all unknown incomes alike, at a known income x or without end: at any given sum, to make them
 *       equal takes from the differences, and between two known incomes G(x) = (D + U Σ w |y − x|) / ((W + U)(S + U x)) is one
 *       line over another and so rises or falls all the way; D = Σ w w' |y − y'| over pairs, S = Σ w y. Its limit without end
 *       is W / (W + U). It is highest with each of them at 0 or without end, being quasi-convex: all at 0, or, as the limit
 *       that it comes as near to as one likes, the one of least weight u without end: 1 − u / (W + U).
 * </ul>
 */
final class Bounds {

  /** Σ w (1 − y / t)^α over the incomes below a line t. */
  private record Gaps(Incomes incomes, int alpha, double[] squares) {

    static Gaps of(Incomes incomes, int alpha) {
      double[] squares = new double[alpha < 2 ? 0 : incomes.size()];
      double sum = 0;
      for (int i = 0; i < squares.length; i++) {
        sum += incomes.weight(i) * incomes.income(i) * incomes.income(i);
        squares[i] = sum;
      }
      return new Gaps(incomes, alpha, squares);
    }

    double upTo(double line) {
      int last = incomes.below(line) - 1;
      double weight = incomes.weightTo(last);
      if (alpha == 0 || last < 0) {
        return weight;
      }
      double first = incomes.sumTo(last) / line;
      return alpha == 1 ? weight - first : weight - 2 * first + squares[last] / (line * line);
    }
  }

  private Bounds() {}

  /**
   * Of the mean gap up to a line, to the power of α: 0 for the share of persons below it, 1 or 2 for incomes that are not below 0.
   *
   * @param all the known incomes of all who share the line
   * @param unknown the weight of those of them whose income is not known
   * @param part the known incomes of the group, {@code unknownPart} as {@code unknown}
   * @param share the line as a share of the median; not a number when it is an amount
   * @return shares of persons; from 0 to 1 when more than half of the incomes are not known; none without persons
   */
  static Limits of(
      int alpha,
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
    Gaps gaps = Gaps.of(part, alpha);
    if (Double.isNaN(share)) {
      double poor = gaps.upTo(amount);
      return new Limits(poor / size, (poor + unknownPart) / size);
    }
    if (unknown == 0) {
      double poor = gaps.upTo(share * all.quantile(0.5, rule));
      return new Limits(poor / size, poor / size);
    }
    double half = (all.weight() + unknown) / 2;
    if (half - unknown <= 0) {
      return new Limits(0, 1);
    }
    double low = gaps.upTo(share * ofQuantile(all, unknown, 0.5, rule).low()) / size;
    double high = 0;
    for (int i = all.reaching(half - unknownPart); i < all.size(); i++) {
      double most = Math.min(unknownPart, half - all.weightTo(i - 1));
      if (most < 0) {
        break;
      }
      high = Math.max(high, (gaps.upTo(share * all.income(i)) + most) / size);
    }
    return new Limits(low, Math.min(1, high));
  }

  /** Of a share of persons in a state, {@code in} and {@code out} the weights of those whose state is known. */
  static Limits of(double in, double out, double unknown) {
    double size = in + out + unknown;
    return size > 0 ? new Limits(in / size, (in + unknown) / size) : Limits.NONE;
  }

  /**
   * Of Watts: infinite above, where an unknown income can be as near to 0 as one likes.
   *
   * @param line the lowest that the line can be
   */
  static Limits ofWatts(Incomes known, double unknown, double line) {
    Deprivation.Watts watts = new Deprivation.Watts();
    double low = !Double.isNaN(line) && watts.obstacle(known, line).isEmpty()
        ? watts.value(known, line) * known.weight() / (known.weight() + unknown)
        : Double.NaN;
    return new Limits(low, Double.POSITIVE_INFINITY);
  }

  /** Of the mean: infinite above. */
  static Limits ofMean(Incomes known, double unknown) {
    return new Limits(known.sum() / (known.weight() + unknown), Double.POSITIVE_INFINITY);
  }

  /**
   * Of Gini.
   *
   * @param known not below 0
   * @param unknown their weight, above 0
   * @param least the weight of the one of them that has least
   */
  static Limits ofGini(Incomes known, double unknown, double least) {
    double total = known.weight() + unknown;
    double differences = 0;
    for (int i = 0; i < known.size(); i++) {
      differences +=
          known.weight(i) * (known.income(i) * known.weightTo(i - 1) - known.sumTo(i - 1));
    }
    double low = known.weight() / total;
    for (int i = 0; i < known.size(); i++) {
      double x = known.income(i);
      double apart =
          x * (2 * known.weightTo(i) - known.weight()) + known.sum() - 2 * known.sumTo(i);
      double mean = known.sum() + unknown * x;
      low = mean > 0 ? Math.min(low, (differences + unknown * apart) / (total * mean)) : low;
    }
    double sum = known.sum();
    double atZero = sum > 0 ? (differences + unknown * sum) / (total * sum) : 0;
    return new Limits(Math.max(0, low), Math.max(atZero, 1 - least / total));
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
