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
    Met and(Met later) {
      return new Met(start, line, field, count + later.count);
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
    Records records = new Records(page, delimiter, maxColumns, stretch.from(), stretch.line());
    while (records.offset() < stretch.to() && records.next()) {
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
      meet(Oddity.TRAILING, records, columns);
    }
    if (records.strayQuote() >= 0) {
      meet(Oddity.STRAY_QUOTE, records, records.strayQuote());
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

  private void meet(Oddity oddity, Records records, int field) {
    oddities.merge(oddity, new Met(records.recordStart(), records.line(), field, 1), Met::and);
  }

  private void row(Records records) {
    starts[slot + rows] = records.recordStart();
    lines[slot + rows] = records.line();
    rows++;
    byte[] bytes = page.bytes();
    int fields = records.fields();
    for (int c = 0; c < columns; c++) {
      NumberCells.Part number = numbers[c];
      int start = 0;
      int end = 0;
      if (c < fields) {
        start = page.trimStart(records.start(c), records.end(c));
        end = page.trimEnd(start, records.end(c));
      }
      if (number != null) {
        number.add(bytes, start, end);
        continue;
      }
      if (c < fields && end > start && end - start < records.end(c) - records.start(c)) {
        meet(Oddity.SPACES, records, c);
      }
      TextCells.Part text = texts[c];
      TextLook look = looks[c];
      if (c < fields && records.hasDoubledQuotes(c)) {
        byte[] plain = Reader.trimmed(records.text(c)).getBytes(StandardCharsets.UTF_8);
        if (text != null) {
          text.add(plain);
        } else if (look != null) {
          look.add(plain);
        }
      } else if (text != null) {
        text.add(start, end);
      } else if (look != null) {
        look.add(start, end);
      }
    }
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
