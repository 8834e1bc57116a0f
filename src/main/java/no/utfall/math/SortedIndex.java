package no.utfall.math;

/** The order of rows by one number and, where that is equal, by the next. */
public final class SortedIndex {

  private static final int BITS = 11;
  private static final int DIGITS = 6;
  private static final int SIZE = 1 << BITS;

  private SortedIndex() {}

  /**
   * The rows in ascending order: by the first key, ties by the second, and so on; rows equal in all keys stay in the
   * order they came. Radix sort, so the time grows with the number of rows alone.
   *
   * @param keys columns of equal length without NaN; not changed; −0 is 0
   */
  public static int[] of(double[]... keys) {
    int n = keys[0].length;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int k = keys.length - 1; k >= 0; k--) {
      order = sorted(order, keys[k]);
    }
    return order;
  }

  private static int[] sorted(int[] order, double[] key) {
    int n = order.length;
    long[] codes = new long[n];
    int[][] counts = new int[DIGITS][SIZE];
    for (int i = 0; i < n; i++) {
      long code = code(key[order[i]]);
      codes[i] = code;
      for (int d = 0; d < DIGITS; d++) {
        counts[d][digit(code, d)]++;
      }
    }
    int[] from = order;
    int[] to = new int[n];
    long[] nextCodes = new long[n];
    for (int d = 0; d < DIGITS; d++) {
      int[] place = counts[d];
      if (n > 0 && place[digit(codes[0], d)] == n) {
        continue;
      }
      int sum = 0;
      for (int v = 0; v < SIZE; v++) {
        int count = place[v];
        place[v] = sum;
        sum += count;
      }
      for (int i = 0; i < n; i++) {
        int at = place[digit(codes[i], d)]++;
        nextCodes[at] = codes[i];
        to[at] = from[i];
      }
      long[] codesDone = codes;
      codes = nextCodes;
      nextCodes = codesDone;
      int[] done = from;
      from = to;
      to = done;
    }
    return from;
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
