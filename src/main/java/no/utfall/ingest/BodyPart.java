package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of rows read by one thread: cells go into the columns, and what is odd about the rows is remembered for
 * {@link Body}, which tells of it in the order of the file.
 */
final class BodyPart {

  /** What can be said of a row although it is taken: the first place of each, and how often it was met. */
  enum Oddity {
    STRAY_QUOTE,
    TRAILING,
    SPACES
  }

  /**
   * @param start of the record, which stands on this line
   */
  record Met(int start, int line, int field, int count) {
    Met and(Met other) {
      boolean isFirst = start < other.start || (start == other.start && field <= other.field);
      Met first = isFirst ? this : other;
      return new Met(first.start, first.line, first.field, count + other.count);
    }
  }

  private final Page page;
  private final Fit.Stretch stretch;
  private final byte delimiter;
  private final int maxColumns;
  private final int maxCell;
  private final boolean shortRows;
  private final int columns;
  private final int slot;
  private final int[] starts;
  private final int[] lines;
  private final TextCells.@Nullable Part[] texts;
  private final @Nullable TextLook[] looks;
  private final NumberCells.@Nullable Part[] numbers;
  private final Map<Oddity, Met> oddities = new TreeMap<>();
  private final Cut cut;
  private int rows;
  private int read;
  private int[] brokenStarts = new int[0];
  private int[] brokenLines = new int[0];
  private int broken;
  private int firstBlank;
  private int blanks;
  private int blanksAtEnd;
  private int firstBlankAtEnd;

  /**
   * @param slot the row from which starts and lines are written
   */
  BodyPart(
      Reader reader,
      Fit.Stretch stretch,
      int slot,
      int[] starts,
      int[] lines,
      @Nullable TextCells[] texts,
      @Nullable TextLook[] looks,
      @Nullable NumberCells[] numbers) {
    this.page = reader.page();
    this.stretch = stretch;
    this.delimiter = reader.delimiter();
    this.maxColumns = reader.limits().maxColumns();
    this.maxCell = reader.limits().maxCell();
    this.shortRows = page.isSheet() || reader.profile().is("short-rows");
    this.columns = texts.length;
    this.cut = new Cut(columns, stretch.records() + stretch.blanks());
    this.slot = slot;
    this.starts = starts;
    this.lines = lines;
    this.texts = new TextCells.Part[columns];
    this.looks = new TextLook[columns];
    this.numbers = new NumberCells.Part[columns];
    for (int c = 0; c < columns; c++) {
      TextCells text = texts[c];
      NumberCells number = numbers[c];
      this.texts[c] = text == null ? null : text.part(slot);
      this.looks[c] = looks[c] == null ? null : new TextLook(page.bytes());
      this.numbers[c] = number == null ? null : number.part(slot);
    }
  }

  void read() {
    if (stretch.even() == columns && columns > 1) {
      lines();
    } else {
      records(stretch.from(), stretch.to(), stretch.line());
    }
  }

  /** Lines that are all alike need no second look. */
  private void lines() {
    int line = stretch.line();
    for (int at = stretch.from(); at < stretch.to(); ) {
      int next = cut.lines(page.bytes(), at, stretch.to(), delimiter);
      int count = cut.rows();
      if (cut.longest() > maxCell) {
        cut.clear();
        records(at, next, line);
      } else {
        for (int row = 0; row < count; row++) {
          starts[slot + rows + row] = cut.starts()[row];
          lines[slot + rows + row] = line + row;
        }
        read += count;
        cells();
      }
      line += count;
      at = next;
    }
  }

  private void records(int from, int to, int line) {
    Records records = new Records(page, delimiter, maxColumns, from, line);
    while (records.offset() < to && records.next()) {
      if (columns > 1 && records.isBlank()) {
        firstBlankAtEnd = blanksAtEnd++ == 0 ? records.line() : firstBlankAtEnd;
        continue;
      }
      if (blanksAtEnd > 0) {
        firstBlank = blanks == 0 ? firstBlankAtEnd : firstBlank;
        blanks += blanksAtEnd;
        blanksAtEnd = 0;
      }
      read++;
      if (isWhole(records)) {
        row(records);
      } else {
        breaks(records);
      }
    }
    cells();
  }

  private void breaks(Records records) {
    if (broken == brokenStarts.length) {
      brokenStarts = Arrays.copyOf(brokenStarts, Math.max(16, 2 * broken));
      brokenLines = Arrays.copyOf(brokenLines, brokenStarts.length);
    }
    brokenStarts[broken] = records.recordStart();
    brokenLines[broken++] = records.line();
  }

  /** Whether a record can be put into columns. */
  private boolean isWhole(Records records) {
    if (records.fault() != Records.Fault.NONE) {
      return false;
    }
    int fields = Math.min(records.fields(), maxColumns + 1);
    boolean whole = true;
    if (records.recordEnd() - records.recordStart() > maxCell) {
      for (int f = 0; f < fields; f++) {
        whole &= !isTooLong(page, records, f, maxCell);
      }
    }
    if (fields < columns && !shortRows) {
      return false;
    }
    if (fields > columns) {
      if (hasSurplus(page, records, columns, fields)) {
        return false;
      }
      meet(Oddity.TRAILING, records.recordStart(), records.line(), columns, 1);
    }
    if (records.strayQuote() >= 0) {
      meet(Oddity.STRAY_QUOTE, records.recordStart(), records.line(), records.strayQuote(), 1);
    }
    return whole;
  }

  static boolean isTooLong(Page page, Records records, int field, int maxCell) {
    return records.end(field) - records.start(field) > maxCell
        && page.characters(records.start(field), records.end(field)) > maxCell;
  }

  static boolean hasSurplus(Page page, Records records, int columns, int fields) {
    for (int f = columns; f < fields; f++) {
      if (page.trimStart(records.start(f), records.end(f)) < records.end(f)) {
        return true;
      }
    }
    return false;
  }

  private void meet(Oddity oddity, int start, int line, int field, int count) {
    oddities.merge(oddity, new Met(start, line, field, count), Met::and);
  }

  private void row(Records records) {
    starts[slot + rows + cut.rows()] = records.recordStart();
    lines[slot + rows + cut.rows()] = records.line();
    int fields = records.fields();
    for (int c = 0; c < columns; c++) {
      if (c >= fields) {
        cut.put(c, 0, 0);
      } else if (numbers[c] == null && records.hasDoubledQuotes(c)) {
        String text = records.text(c);
        String trimmed = Reader.trimmed(text);
        if (!trimmed.isEmpty() && trimmed.length() < text.length()) {
          meet(Oddity.SPACES, records.recordStart(), records.line(), c, 1);
        }
        cut.put(c, trimmed.getBytes(StandardCharsets.UTF_8));
      } else {
        cut.put(c, records.start(c), records.end(c));
      }
    }
    cut.endRow();
    if (cut.isFull()) {
      cells();
    }
  }

  /** Gives each column its cells of the rows that are cut. */
  private void cells() {
    for (int c = 0; c < columns; c++) {
      NumberCells.Part number = numbers[c];
      TextCells.Part text = texts[c];
      TextLook look = looks[c];
      if (number != null) {
        number.add(page, cut, c);
        continue;
      }
      int[] trimmed = cut.trim(page, c);
      if (trimmed[1] > 0) {
        int at = slot + rows + trimmed[0];
        meet(Oddity.SPACES, starts[at], lines[at], c, trimmed[1]);
      }
      if (text != null) {
        text.add(cut, c);
      } else if (look != null) {
        look.add(cut, c);
      }
    }
    rows += cut.rows();
    cut.clear();
  }

  int slot() {
    return slot;
  }

  int rows() {
    return rows;
  }

  /** Records that are not blank. */
  int records() {
    return read;
  }

  int broken() {
    return broken;
  }

  int brokenStart(int index) {
    return brokenStarts[index];
  }

  int brokenLine(int index) {
    return brokenLines[index];
  }

  /** Lines without anything in front of the last record. */
  int blanks() {
    return blanks;
  }

  int firstBlank() {
    return firstBlank;
  }

  /** Lines without anything behind the last record. */
  int blanksAtEnd() {
    return blanksAtEnd;
  }

  int firstBlankAtEnd() {
    return firstBlankAtEnd;
  }

  Map<Oddity, Met> oddities() {
    return oddities;
  }

  TextCells.@Nullable Part text(int column) {
    return texts[column];
  }

  @Nullable TextLook look(int column) {
    return looks[column];
  }

  NumberCells.@Nullable Part number(int column) {
    return numbers[column];
  }
}
