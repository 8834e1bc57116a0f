package no.utfall.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.utfall.text.Order;

/** Rows put together by equal keys; the groups stand in the natural order of their keys, whatever the row order. */
public final class Groups {

  /** So many pairs of keys may have a place each, however few rows there are. */
  private static final int DENSE = 1 << 16;

  private final int[] group;
  private final int[] first;

  private Groups(int[] group, int[] first) {
    this.group = group;
    this.first = first;
  }

  static Groups of(List<TextColumn> keys, int rows) {
    int[] group = new int[rows];
    int count = rows == 0 ? 0 : 1;
    for (TextColumn key : keys) {
      count = refine(group, count, key);
    }
    int[] first = new int[count];
    Arrays.fill(first, -1);
    for (int i = 0; i < rows; i++) {
      if (first[group[i]] < 0) {
        first[group[i]] = i;
      }
    }
    int[] order = IntStream.range(0, count).toArray();
    for (int k = keys.size() - 1; k >= 0; k--) {
      order = sorted(order, first, keys.get(k));
    }
    int[] rank = new int[count];
    int[] sortedFirst = new int[count];
    for (int i = 0; i < count; i++) {
      rank[order[i]] = i;
      sortedFirst[i] = first[order[i]];
    }
    for (int i = 0; i < rows; i++) {
      group[i] = rank[group[i]];
    }
    return new Groups(group, sortedFirst);
  }

  /** Parts every group by one more key, and numbers the parts by first appearance. */
  private static int refine(int[] group, int count, TextColumn key) {
    long product = (long) count * key.levels();
    if (product > Math.max(DENSE, 4L * group.length)) {
      return refineSparse(group, key);
    }
    int[] part = new int[(int) product];
    int parts = 0;
    for (int i = 0; i < group.length; i++) {
      int pair = group[i] * key.levels() + key.code(i);
      if (part[pair] == 0) {
        part[pair] = ++parts;
      }
      group[i] = part[pair] - 1;
    }
    return parts;
  }

  /** The same with open addressing, for pairs too many to have a place each. */
  private static int refineSparse(int[] group, TextColumn key) {
    int size = Integer.highestOneBit(Math.max(16, group.length)) << 2;
    int shift = Long.numberOfLeadingZeros(size - 1L);
    long[] pairs = new long[size];
    int[] part = new int[size];
    int parts = 0;
    for (int i = 0; i < group.length; i++) {
      long pair = ((long) group[i] << 32) | key.code(i);
      int at = (int) (pair * 0x9E3779B97F4A7C15L >>> shift);
      while (part[at] != 0 && pairs[at] != pair) {
        at = (at + 1) & (size - 1);
      }
      if (part[at] == 0) {
        pairs[at] = pair;
        part[at] = ++parts;
      }
      group[i] = part[at] - 1;
    }
    return parts;
  }

  /** Groups by the rank of one key; equal ones keep their order. */
  private static int[] sorted(int[] order, int[] first, TextColumn key) {
    int[] ranks = ranks(key, first);
    int[] start = new int[key.levels() + 1];
    for (int g : order) {
      start[ranks[key.code(first[g])] + 1]++;
    }
    for (int rank = 0; rank < key.levels(); rank++) {
      start[rank + 1] += start[rank];
    }
    int[] sorted = new int[order.length];
    for (int g : order) {
      sorted[start[ranks[key.code(first[g])]]++] = g;
    }
    return sorted;
  }

  /** The place in natural order of each distinct text that stands in one of these rows. */
  private static int[] ranks(TextColumn key, int[] rows) {
    boolean[] used = new boolean[key.levels()];
    for (int row : rows) {
      used[key.code(row)] = true;
    }
    List<Integer> codes = new ArrayList<>();
    for (int code = 0; code < used.length; code++) {
      if (used[code]) {
        codes.add(code);
      }
    }
    Comparator<String> order =
        areDigitsOfOneLength(key, codes) ? Comparator.naturalOrder() : Order.NATURAL;
    codes.sort((a, b) -> order.compare(key.level(a), key.level(b)));
    int[] ranks = new int[used.length];
    for (int i = 0; i < codes.size(); i++) {
      ranks[codes.get(i)] = i;
    }
    return ranks;
  }

  /** Then the natural order is that of the letters. */
  private static boolean areDigitsOfOneLength(TextColumn key, List<Integer> codes) {
    int length = codes.isEmpty() ? 0 : key.level(codes.get(0)).length();
    for (int code : codes) {
      String level = key.level(code);
      if (level.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (level.charAt(i) < '0' || level.charAt(i) > '9') {
          return false;
        }
      }
    }
    return true;
  }

  public int count() {
    return first.length;
  }

  /** The group of a row, 0 … {@link #count()} − 1. */
  public int of(int row) {
    return group[row];
  }

  /** The first row of a group: its keys stand there. */
  public int first(int index) {
    return first[index];
  }

  /** The rows of each group, ascending. */
  public int[][] rows() {
    int[] sizes = new int[first.length];
    for (int g : group) {
      sizes[g]++;
    }
    int[][] rows = new int[first.length][];
    for (int g = 0; g < rows.length; g++) {
      rows[g] = new int[sizes[g]];
    }
    Arrays.fill(sizes, 0);
    for (int i = 0; i < group.length; i++) {
      rows[group[i]][sizes[group[i]]++] = i;
    }
    return rows;
  }
}
