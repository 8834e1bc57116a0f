package no.utfall.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.utfall.text.Order;

/** Rows put together by equal keys; the groups stand in the natural order of their keys, whatever the row order. */
public final class Groups {

  /** So many pairs of keys may have a place each, however few rows there are. */
  private static final int DENSE = 1 << 16;

  /** A number of so many digits and the code of a level fit into one long. */
  private static final int SHORT = 12;

  private static final int CODE_BITS = 23;

  private final int[] group;
  private final int[] first;

  private Groups(int[] group, int[] first) {
    this.group = group;
    this.first = first;
  }

  static Groups of(List<TextColumn> keys, int rows) {
    int[] group = new int[rows];
    int count = refine(group, keys);
    int[] first = new int[count];
    for (int i = 0, met = 0; met < count; i++) {
      if (group[i] == met) { // groups are numbered by first appearance
        first[met++] = i;
      }
    }
    int[] numbers = IntStream.range(0, count).toArray();
    int[] order = numbers;
    for (int k = keys.size() - 1; k >= 0; k--) {
      order = sorted(order, first, keys.get(k));
    }
    if (Arrays.equals(order, numbers)) {
      return new Groups(group, first);
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

  /** How many groups there are. */
  static int count(List<TextColumn> keys, int rows) {
    return refine(new int[rows], keys);
  }

  private static int refine(int[] group, List<TextColumn> keys) {
    int count = group.length == 0 ? 0 : 1;
    for (TextColumn key : keys) {
      count = refine(group, count, key);
    }
    return count;
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
    int size = Integer.highestOneBit(Math.max(16, group.length + group.length / 2)) << 1;
    int shift = Long.numberOfLeadingZeros(size - 1L);
    long[] pairs = new long[16];
    int[] part = new int[size];
    int parts = 0;
    for (int i = 0; i < group.length; i++) {
      long pair = ((long) group[i] << 32) | key.code(i);
      int at = (int) (pair * 0x9E3779B97F4A7C15L >>> shift);
      while (part[at] != 0 && pairs[part[at] - 1] != pair) {
        at = (at + 1) & (size - 1);
      }
      if (part[at] == 0) {
        pairs = parts < pairs.length ? pairs : Arrays.copyOf(pairs, 2 * parts);
        pairs[parts] = pair;
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
    int[] codes = IntStream.range(0, used.length).filter(code -> used[code]).toArray();
    int[] sorted =
        areShortNumbers(key, codes) ? sortedNumbers(key, codes) : sortedTexts(key, codes);
    int[] ranks = new int[used.length];
    for (int i = 0; i < sorted.length; i++) {
      ranks[sorted[i]] = i;
    }
    return ranks;
  }

  private static int[] sortedTexts(TextColumn key, int[] codes) {
    return IntStream.of(codes)
        .boxed()
        .sorted((a, b) -> Order.NATURAL.compare(key.level(a), key.level(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Number and code side by side in one long. */
  private static int[] sortedNumbers(TextColumn key, int[] codes) {
    return IntStream.of(codes)
        .mapToLong(code -> Long.parseLong(key.level(code)) << CODE_BITS | code)
        .sorted()
        .mapToInt(pair -> (int) (pair & ((1 << CODE_BITS) - 1)))
        .toArray();
  }

  /** Digits only, all equally many, so that the natural order is that of the numbers. */
  private static boolean areShortNumbers(TextColumn key, int[] codes) {
    if (key.levels() > 1 << CODE_BITS || codes.length == 0) {
      return false;
    }
    int length = key.level(codes[0]).length();
    return length > 0
        && length <= SHORT
        && IntStream.of(codes).allMatch(code -> areDigits(key.level(code), length));
  }

  private static boolean areDigits(String text, int length) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() == length;
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
