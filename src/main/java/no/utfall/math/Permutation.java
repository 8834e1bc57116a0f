package no.utfall.math;

import java.util.Arrays;

/** The order of rows by several numbers, so that what is summed in it does not depend on the order they came in. */
public final class Permutation {

  private Permutation() {}

  /**
   * The rows sorted by the first key, equal ones by the second, and so on. Rows equal in every key keep their order,
   * which then makes no difference.
   *
   * @param keys at least one, equally long, without NaN; not changed
   */
  public static int[] sorting(double[]... keys) {
    int n = keys[0].length;
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    sort(order, 0, n, keys, 0);
    return order;
  }

  private static void sort(int[] order, int from, int to, double[][] keys, int depth) {
    if (depth == keys.length || to - from < 2) {
      return;
    }
    double[] key = keys[depth];
    double[] sorted = new double[to - from];
    for (int i = from; i < to; i++) {
      sorted[i - from] = key[order[i]] + 0.0;
    }
    Arrays.sort(sorted);
    int[] start = starts(sorted);
    int[] next = start.clone();
    int[] placed = new int[to - from];
    for (int i = from; i < to; i++) {
      int at = start[Arrays.binarySearch(sorted, key[order[i]] + 0.0)];
      placed[next[at]++] = order[i];
    }
    System.arraycopy(placed, 0, order, from, placed.length);
    for (int first = 0; first < sorted.length; ) {
      int last = first + 1;
      while (last < sorted.length && sorted[last] == sorted[first]) {
        last++;
      }
      sort(order, from + first, from + last, keys, depth + 1);
      first = last;
    }
  }

  /** For each place the first place that holds the same number. */
  private static int[] starts(double[] sorted) {
    int[] start = new int[sorted.length];
    for (int i = 1; i < sorted.length; i++) {
      start[i] = sorted[i] == sorted[i - 1] ? start[i - 1] : i;
    }
    return start;
  }
}
