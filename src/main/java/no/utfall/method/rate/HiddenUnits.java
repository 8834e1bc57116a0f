package no.utfall.method.rate;

import java.util.Arrays;

/**
 * Which quantile groups units can belong to when some values are only known to lie between two limits: a unit stands lowest
 * when it is at its lower limit and all others are at their upper ones.
 */
final class HiddenUnits {

  private final double[] low;
  private final double[] high;
  private final double[] lows;
  private final double[] highs;
  private final int groups;
  private final int units;
  private final boolean any;

  /** Limits of every unit, equal where it is known, {@code NaN} where it does not count. */
  HiddenUnits(double[] low, double[] high, int groups) {
    this.low = low;
    this.high = high;
    this.groups = groups;
    this.lows = Arrays.stream(low).filter(v -> !Double.isNaN(v)).sorted().toArray();
    this.highs = Arrays.stream(high).filter(v -> !Double.isNaN(v)).sorted().toArray();
    this.units = lows.length;
    this.any = !Arrays.equals(lows, highs);
  }

  /** The group of the unit that so many others come before; equal values share the smallest rank. */
  static int group(int units, int groups, int rank) {
    long share = (units + 1L - rank) * groups;
    return (int) (groups + 1 - (share + units - 1) / units);
  }

  private boolean isOpen(int unit) {
    return any && units >= groups && !Double.isNaN(low[unit]);
  }

  /** The lowest group it can be in; {@code NaN} when nothing is hidden. */
  double lowest(int unit) {
    return isOpen(unit)
        ? group(units, groups, 1 + QuantileMethod.below(highs, low[unit]))
        : Double.NaN;
  }

  double highest(int unit) {
    if (!isOpen(unit)) {
      return Double.NaN;
    }
    // its own lower limit is below its upper one, and is no other unit
    int itself = low[unit] < high[unit] ? 1 : 0;
    return group(units, groups, 1 + QuantileMethod.below(lows, high[unit]) - itself);
  }
}
