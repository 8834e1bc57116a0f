package no.utfall.math;

import java.util.Arrays;

/** The order of rows by one number and, where that is equal, by the next. */
public final class SortedIndex {

  private static final int BITS = 11;
  private static final int DIGITS = 6;
  private static final int SIZE = 1 << BITS;

  /** Sign, exponent and the first bits of the fraction: most numbers that differ at all differ here. */
  private static final int LEADING = 3;

  private static final int SHORT = 48;

  private final double[][] keys;
  private final long[] codes;
  private final int[] order;

  private SortedIndex(double[][] keys) {
    this.keys = keys;
    int n = keys[0].length;
    this.order = new int[n];
    this.codes = new long[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
      codes[i] = code(keys[0][i]);
    }
  }

  /**
   * The rows in ascending order: by the first key, ties by the second, and so on; rows equal in all keys stay in the
   * order they came. A radix sort by the leading digits of the first key, then within what these leave together.
   *
   * @param keys columns of equal length without NaN; not changed; −0 is 0
   */
  public static int[] of(double[]... keys) {
    SortedIndex index = new SortedIndex(keys);
    int n = index.order.length;
    if (n <= SHORT) {
      index.insert(0, n);
      return index.order;
    }
    index.radix(0, n, DIGITS - LEADING);
    int shift = BITS * (DIGITS - LEADING);
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && index.codes[to] >>> shift == index.codes[from] >>> shift) {
        to++;
      }
      index.finish(from, to);
      from = to;
    }
    return index.order;
  }

  /** Puts rows in order that agree in the leading digits of the first key. */
  private void finish(int from, int to) {
    if (to - from <= SHORT) {
      insert(from, to);
      return;
    }
    for (int k = keys.length - 1; k >= 0; k--) {
      for (int i = from; i < to; i++) {
        codes[i] = code(keys[k][order[i]]);
      }
      radix(from, to, 0);
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = order[i];
      long code = codes[i];
      int at = i;
      while (at > from && isAfter(codes[at - 1], order[at - 1], code, row)) {
        order[at] = order[at - 1];
        codes[at] = codes[at - 1];
        at--;
      }
      order[at] = row;
      codes[at] = code;
    }
  }

  private boolean isAfter(long code, int row, long other, int otherRow) {
    int compared = Long.compareUnsigned(code, other);
    for (int k = 1; k < keys.length && compared == 0; k++) {
      compared = Double.compare(keys[k][row] + 0.0, keys[k][otherRow] + 0.0);
    }
    return compared > 0;
  }

  /** A stable sort of a part by its codes from this digit on; a digit that is the same everywhere is passed over. */
  private void radix(int from, int to, int firstDigit) {
    int n = to - from;
    int[][] counts = new int[DIGITS][SIZE];
    for (int i = from; i < to; i++) {
      for (int d = firstDigit; d < DIGITS; d++) {
        counts[d][digit(codes[i], d)]++;
      }
    }
    int[] rows = Arrays.copyOfRange(order, from, to);
    long[] values = Arrays.copyOfRange(codes, from, to);
    int[] nextRows = new int[n];
    long[] nextValues = new long[n];
    for (int d = firstDigit; d < DIGITS; d++) {
      int[] place = counts[d];
      if (place[digit(values[0], d)] == n) {
        continue;
      }
      int sum = 0;
      for (int v = 0; v < SIZE; v++) {
        int count = place[v];
        place[v] = sum;
        sum += count;
      }
      for (int i = 0; i < n; i++) {
        int at = place[digit(values[i], d)]++;
        nextValues[at] = values[i];
        nextRows[at] = rows[i];
      }
      long[] doneValues = values;
      values = nextValues;
      nextValues = doneValues;
      int[] doneRows = rows;
      rows = nextRows;
      nextRows = doneRows;
    }
    System.arraycopy(rows, 0, order, from, n);
    System.arraycopy(values, 0, codes, from, n);
  }

  private static int digit(long code, int place) {
    return (int) (code >>> place * BITS) & (SIZE - 1);
  }

  /** A number whose unsigned order is that of the doubles. */
  private static long code(double x) {
    long bits = Double.doubleToRawLongBits(x + 0.0);
    return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
  }
}
