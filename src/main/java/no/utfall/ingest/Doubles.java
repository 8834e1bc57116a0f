package no.utfall.ingest;

/** The rows of a page by the bytes of their key, without keeping the keys: equal hashes are compared in the file. */
final class Doubles {

  private final Page page;
  private final int[] fields;
  private final int[] starts;
  private final int[] slots;
  private final byte[] tags;
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
    int room = Integer.highestOneBit(Math.max(1, rows)) << 1;
    this.slots = new int[room < rows + (rows >> 1) ? room << 1 : room];
    this.tags = new byte[slots.length];
    this.here = new Records(page, delimiter, maxFields);
    this.there = new Records(page, delimiter, maxFields);
  }

  /** The first row with the key of this one, −1 when it is itself the first. Rows are asked for in order. */
  int firstOf(int row) {
    here.at(starts[row], 0);
    int hash = hash();
    int mask = slots.length - 1;
    byte tag = (byte) (hash >>> 24);
    int slot = (hash ^ hash >>> 15) & mask;
    while (slots[slot] != 0) {
      if (tags[slot] == tag) {
        there.at(starts[slots[slot] - 1], 0);
        if (isEqual()) {
          return slots[slot] - 1;
        }
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = row + 1;
    tags[slot] = tag;
    return -1;
  }

  private int hash() {
    int hash = 17;
    for (int field : fields) {
      if (field < here.fields()) {
        int end = page.trimEnd(here.start(field), here.end(field));
        for (int i = page.trimStart(here.start(field), end); i < end; i++) {
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
