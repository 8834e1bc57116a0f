package no.utfall.ingest;

import java.util.stream.IntStream;

/** The rows of a page by the bytes of their key, without keeping the keys: equal hashes are compared in the file. */
final class Doubles {

  /** So many rows are hashed by one thread in one go. */
  private static final int STRETCH = 1 << 16;

  private final Page page;
  private final int[] fields;
  private final int[] starts;
  private final int[] hashes;
  private final int[] slots;
  private final Records here;
  private final Records there;

  /**
   * @param fields of the key
   * @param starts of the rows in the page
   */
  Doubles(Page page, byte delimiter, int maxFields, int[] fields, int[] starts, int rows) {
    this.page = page;
    this.fields = fields;
    this.starts = starts;
    this.hashes = new int[rows];
    int room = Integer.highestOneBit(Math.max(1, rows)) << 1;
    this.slots = new int[room < rows + (rows >> 1) ? room << 1 : room];
    this.here = new Records(page, delimiter, maxFields);
    this.there = new Records(page, delimiter, maxFields);
    IntStream stretches = IntStream.range(0, (rows + STRETCH - 1) / STRETCH);
    (rows > STRETCH ? stretches.parallel() : stretches).forEach(k -> {
      Records row = new Records(page, delimiter, maxFields);
      for (int i = k * STRETCH; i < Math.min(rows, (k + 1) * STRETCH); i++) {
        hashes[i] = hash(row.at(starts[i], 0));
      }
    });
  }

  /** The first row with the key of this one, −1 when it is itself the first. Rows are asked for in order. */
  int firstOf(int row) {
    int mask = slots.length - 1;
    int slot = (hashes[row] ^ hashes[row] >>> 15) & mask;
    boolean isAt = false;
    while (slots[slot] != 0) {
      int before = slots[slot] - 1;
      if (hashes[before] == hashes[row]) {
        if (!isAt) {
          here.at(starts[row], 0);
          isAt = true;
        }
        there.at(starts[before], 0);
        if (isEqual()) {
          return before;
        }
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = row + 1;
    return -1;
  }

  /** The row that was asked for last, when it is not the first with its key. */
  Records here() {
    return here;
  }

  /** The first row with the key of the row that was asked for last. */
  Records there() {
    return there;
  }

  private int hash(Records row) {
    int hash = 17;
    for (int field : fields) {
      if (field < row.fields()) {
        int end = page.trimEnd(row.start(field), row.end(field));
        for (int i = page.trimStart(row.start(field), end); i < end; i++) {
          hash = 31 * hash + page.bytes()[i];
        }
      }
      hash = 31 * hash + 1;
    }
    hash *= 0x9E3779B1;
    return hash ^ hash >>> 16;
  }

  private boolean isEqual() {
    for (int field : fields) {
      if (!page.isEqual(here, there, field)) {
        return false;
      }
    }
    return true;
  }
}
