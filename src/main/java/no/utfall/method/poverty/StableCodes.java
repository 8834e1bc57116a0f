package no.utfall.method.poverty;

import java.util.Arrays;
import no.utfall.figure.TextColumn;

/** Numbers for the texts of a column that do not depend on the order of the rows: by hash, then by the text itself. */
final class StableCodes {

  private StableCodes() {}

  /** The number of each level of the column, 0 … levels − 1. */
  static int[] of(TextColumn column) {
    int levels = column.levels();
    long[] keys = new long[levels];
    Arrays.parallelSetAll(keys, code -> ((long) column.level(code).hashCode() << 32) | code);
    Arrays.parallelSort(keys);
    int[] order = new int[levels];
    for (int i = 0; i < levels; i++) {
      order[i] = (int) keys[i];
    }
    for (int from = 0; from < levels; ) {
      int to = from + 1;
      while (to < levels && keys[to] >> 32 == keys[from] >> 32) {
        to++;
      }
      for (int i = from + 1; i < to; i++) {
        for (int j = i; j > from && isAfter(column, order[j - 1], order[j]); j--) {
          int later = order[j - 1];
          order[j - 1] = order[j];
          order[j] = later;
        }
      }
      from = to;
    }
    int[] number = new int[levels];
    for (int i = 0; i < levels; i++) {
      number[order[i]] = i;
    }
    return number;
  }

  private static boolean isAfter(TextColumn column, int a, int b) {
    return column.level(a).compareTo(column.level(b)) > 0;
  }
}
