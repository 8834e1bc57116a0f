package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.List;
import no.utfall.math.Ridits;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one key, from first to last.
 *
 * @param size persons in each, above 0; all 1 when they are not known
 * @param rank the declared order; equal for groups that share their place
 * @param value {@code NaN} where hidden or missing
 * @param low the lowest each value can be, {@code NaN} when nothing is known
 * @param spread of the values, when all are known
 * @param limits of the values as they were given, lower and upper, when they were
 * @param counts events in each, when the values were made from them
 */
record GroupSet(
    List<String> names,
    double[] size,
    double[] rank,
    double[] value,
    double[] low,
    double[] high,
    @Nullable Spread spread,
    double @Nullable [][] limits,
    double @Nullable [] counts) {

  GroupSet {
    names = List.copyOf(names);
  }

  int count() {
    return size.length;
  }

  boolean isWhole() {
    for (double v : value) {
      if (Double.isNaN(v)) {
        return false;
      }
    }
    return true;
  }

  double[] shares() {
    double total = 0;
    for (double s : size) {
      total += s;
    }
    double[] shares = new double[size.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = size[i] / total;
    }
    return shares;
  }

  /** The place of each group from 0 to 1. */
  double[] places() {
    return Ridits.of(size, rank);
  }

  /** The groups with a value, at the places they have among all. */
  int[] known() {
    int[] known = new int[value.length];
    int n = 0;
    for (int i = 0; i < value.length; i++) {
      if (!Double.isNaN(value[i])) {
        known[n++] = i;
      }
    }
    return Arrays.copyOf(known, n);
  }
}
