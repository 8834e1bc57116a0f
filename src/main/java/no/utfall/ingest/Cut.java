package no.utfall.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of some rows that follow one another stand on a page, column by column, so that each column takes its
 * cells in one go.
 */
final class Cut {

  /** So many cells at most, about: they and their places fit in a processor's nearest memory. */
  private static final int CELLS = 1 << 11;

  private static final int FEWEST_ROWS = 16;

  private final int columns;
  private final int room;
  private final int[] starts;
  private final int[] ends;
  private final List<byte[]> besides = new ArrayList<>();
  private int rows;
  private int longest;

  /**
   * @param most rows that there are to cut
   */
  Cut(int columns, int most) {
    this.columns = columns;
    this.room = Math.min(Math.max(1, most), Math.max(FEWEST_ROWS, CELLS / columns));
    this.starts = new int[columns * room];
    this.ends = new int[columns * room];
  }

  int rows() {
    return rows;
  }

  boolean isFull() {
    return rows == room;
  }

  /** Where the cells start: those of a column in the order of the rows, from {@link #first} on. */
  int[] starts() {
    return starts;
  }

  /** Where the cells end; below 0 for those that do not stand on the page as they are. */
  int[] ends() {
    return ends;
  }

  int first(int column) {
    return column * room;
  }

  /** The text of a cell that does not stand on the page as it is, by what stands for its end. */
  byte[] beside(int end) {
    return besides.get(~end);
  }

  /** The length of the longest line, in bytes. */
  int longest() {
    return longest;
  }

  void clear() {
    rows = 0;
    longest = 0;
    besides.clear();
  }

  /** A cell of the row at hand; where it starts and ends is 0 when the record is too short. */
  void put(int column, int start, int end) {
    starts[first(column) + rows] = start;
    ends[first(column) + rows] = end;
  }

  /** A cell that does not stand on the page as it is. */
  void put(int column, byte[] text) {
    besides.add(text);
    put(column, 0, ~(besides.size() - 1));
  }

  void endRow() {
    rows++;
  }

  /**
   * Cuts lines that all have a cell for each column, two or more, and no quote.
   *
   * @return where the next line starts
   */
  int lines(byte[] bytes, int from, int to, byte delimiter) {
    clear();
    long apart = Eight.of(delimiter);
    long lineFeed = Eight.of((byte) '\n');
    long carriageReturn = Eight.of((byte) '\r');
    int[] starts = this.starts;
    int[] ends = this.ends;
    int room = this.room;
    int row = 0;
    int cell = 0;
    int last = first(columns - 1);
    int line = from;
    int start = from;
    for (int i = Eight.start(from); i <= to; i += Long.BYTES) {
      long eight = i >= from && i + Long.BYTES <= to
          ? Eight.at(bytes, i)
          : Eight.within(bytes, i, from, to, (byte) '\n');
      long marks = Eight.equal(eight, apart);
      if (Eight.hasControl(eight)) {
        marks |= Eight.equal(eight, lineFeed) | Eight.equal(eight, carriageReturn);
      }
      while (marks != 0) {
        long mark = marks & -marks;
        marks ^= mark;
        int at = i + Eight.place(mark);
        if (at < start || (at >= to && line >= to)) {
          continue; // not of these lines, or the second half of a line end
        }
        starts[cell] = start;
        ends[cell] = at;
        start = at + 1;
        if (cell < last) {
          cell += room;
        } else {
          start += at < to && bytes[at] == '\r' && start < to && bytes[start] == '\n' ? 1 : 0;
          longest = Math.max(longest, at - line);
          line = start;
          cell = ++row;
          if (row == room) {
            rows = row;
            return start;
          }
        }
      }
    }
    rows = row;
    return to;
  }

  /**
   * Leaves blanks out at both ends of the cells of a column.
   *
   * @return the first row with a text from which some were left out, and how many such rows there are
   */
  int[] trim(Page page, int column) {
    byte[] bytes = page.bytes();
    int first = -1;
    int count = 0;
    int from = first(column);
    for (int cell = from; cell < from + rows; cell++) {
      int start = starts[cell];
      int end = ends[cell];
      if (start < end && (isOuter(bytes[start]) || isOuter(bytes[end - 1]))) {
        starts[cell] = page.trimStart(start, end);
        ends[cell] = page.trimEnd(starts[cell], end);
        int left = ends[cell] - starts[cell];
        if (left > 0 && left < end - start) {
          first = count++ == 0 ? cell - from : first;
        }
      }
    }
    return new int[] {first, count};
  }

  /** Whether a blank may start or end with this byte: a space, a tab, a part of the no-break space. */
  private static boolean isOuter(byte b) {
    return b == ' ' || b == '\t' || b == (byte) 0xc2 || b == (byte) 0xa0;
  }
}
