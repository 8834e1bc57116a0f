package no.utfall.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.utfall.text.Order;

/** Rows put together by equal keys; the groups stand in the natural order of their keys, whatever the row order. */
public final class Groups {

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
      Map<Long, Integer> seen = new HashMap<>();
      for (int i = 0; i < rows; i++) {
        long pair = ((long) group[i] << 32) | key.code(i);
        Integer id = seen.get(pair);
        if (id == null) {
          id = seen.size();
          seen.put(pair, id);
        }
        group[i] = id;
      }
      count = seen.size();
    }
    int[] first = new int[count];
    Arrays.fill(first, -1);
    for (int i = 0; i < rows; i++) {
      if (first[group[i]] < 0) {
        first[group[i]] = i;
      }
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Comparator<Integer> byKey = (a, b) -> 0;
    for (TextColumn key : keys) {
      int[] ranks = ranks(key, first);
      byKey = byKey.thenComparingInt(g -> ranks[key.code(first[g])]);
    }
    Arrays.sort(order, byKey);
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
    codes.sort((a, b) -> Order.NATURAL.compare(key.level(a), key.level(b)));
    int[] ranks = new int[used.length];
    for (int i = 0; i < codes.size(); i++) {
      ranks[codes.get(i)] = i;
    }
    return ranks;
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
