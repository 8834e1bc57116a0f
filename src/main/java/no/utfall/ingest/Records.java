package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cursor over the records of delimited UTF-8 text. A quote opens a quoted field only as its first character, a
 * doubled quote stands for one, and fields may hold line ends when quoted; anything else is a fault of the record, and
 * the cursor goes on with the next physical line.
 *
 * <p>Every byte it looks for is ASCII, so it never decodes.
 */
final class Records {

  enum Fault {
    NONE,
    UNCLOSED_QUOTE,
    TEXT_AFTER_QUOTE
  }

  private static final byte QUOTED = 1;
  private static final byte DOUBLED = 2;

  private final byte[] bytes;
  private final int to;
  private final byte delimiter;
  private final boolean linesAreRecords;
  private final int maxFields;
  private final boolean[] stops = new boolean[256];

  private int at;
  private int nextLine;
  private int line;
  private int recordStart;
  private int recordEnd;
  private int fields;
  private int[] raw = new int[16];
  private int[] start = new int[16];
  private int[] end = new int[16];
  private byte[] marks = new byte[16];
  private Fault fault = Fault.NONE;
  private int faultField;
  private int swallowed;
  private int strayQuote;

  Records(Page page, byte delimiter, int maxFields) {
    this(page, delimiter, maxFields, page.from(), page.firstLine());
  }

  /** From a record that starts at this offset, on this line. */
  Records(Page page, byte delimiter, int maxFields, int from, int line) {
    this.bytes = page.bytes();
    this.to = page.to();
    this.delimiter = delimiter;
    this.linesAreRecords = page.isSheet();
    this.maxFields = maxFields;
    this.at = from;
    this.nextLine = line;
    stops[delimiter & 0xff] = true;
    stops['\n'] = true;
    stops['\r'] = true;
    stops['"'] = true;
  }

  /** The record that starts at this offset, on this line. */
  Records at(int from, int physicalLine) {
    at = from;
    nextLine = physicalLine;
    next();
    return this;
  }

  /** Where the next record starts. */
  int offset() {
    return at;
  }

  /** The physical line on which the next record starts. */
  int nextLine() {
    return nextLine;
  }

  boolean next() {
    if (at >= to) {
      return false;
    }
    recordStart = at;
    line = nextLine;
    fields = 0;
    fault = Fault.NONE;
    strayQuote = -1;
    while (true) {
      if (at < to && bytes[at] == '"') {
        quoted();
      } else {
        unquoted(at);
      }
      if (at >= to || bytes[at] != delimiter) {
        break;
      }
      at++;
    }
    recordEnd = at;
    if (at < to) {
      at += lineEnd(at);
      nextLine++;
    }
    return true;
  }

  private void unquoted(int from) {
    byte[] bytes = this.bytes;
    boolean[] stops = this.stops;
    int to = this.to;
    int i = from;
    while (true) {
      while (i < to && !stops[bytes[i] & 0xff]) {
        i++;
      }
      if (i == to || bytes[i] != '"') {
        break;
      }
      if (strayQuote < 0 && fault == Fault.NONE) {
        strayQuote = fields;
      }
      i++;
    }
    put(from, from, i, (byte) 0);
    at = i;
  }

  private void quoted() {
    byte[] bytes = this.bytes;
    int to = this.to;
    int open = at;
    int lines = 0;
    byte mark = QUOTED;
    int i = open + 1;
    while (i < to) {
      byte b = bytes[i];
      if (b == '"') {
        if (i + 1 < to && bytes[i + 1] == '"') {
          mark |= DOUBLED;
          i += 2;
          continue;
        }
        int after = i + 1;
        if (after >= to
            || bytes[after] == delimiter
            || bytes[after] == '\n'
            || bytes[after] == '\r') {
          put(open, open + 1, i, mark);
          at = after;
          if (!linesAreRecords) {
            nextLine += lines;
          }
          return;
        }
        if (lines == 0) {
          broken(Fault.TEXT_AFTER_QUOTE, 0);
          unquoted(open);
          return;
        }
        // a cell over several lines that ends in the middle of another: the opening quote is the
        // fault
        break;
      }
      if (b == '\n' || b == '\r') {
        lines++;
        i += lineEnd(i);
      } else {
        i++;
      }
    }
    broken(Fault.UNCLOSED_QUOTE, i >= to && to > open && ends(to - 1) ? lines : lines + 1);
    unquoted(open);
  }

  private boolean ends(int i) {
    return bytes[i] == '\n' || bytes[i] == '\r';
  }

  private void broken(Fault what, int lines) {
    if (fault == Fault.NONE) {
      fault = what;
      faultField = fields;
      swallowed = lines;
    }
  }

  private int lineEnd(int i) {
    return bytes[i] == '\r' && i + 1 < to && bytes[i + 1] == '\n' ? 2 : 1;
  }

  private void put(int rawStart, int from, int until, byte mark) {
    if (fields < maxFields + 1) {
      if (fields == start.length) {
        int room = Math.min(2 * fields, maxFields + 1);
        raw = Arrays.copyOf(raw, room);
        start = Arrays.copyOf(start, room);
        end = Arrays.copyOf(end, room);
        marks = Arrays.copyOf(marks, room);
      }
      raw[fields] = rawStart;
      start[fields] = from;
      end[fields] = until;
      marks[fields] = mark;
    }
    fields++;
  }

  /** The physical line on which the record starts. */
  int line() {
    return line;
  }

  int recordStart() {
    return recordStart;
  }

  /** The offset of the line end that closes the record. */
  int recordEnd() {
    return recordEnd;
  }

  int fields() {
    return fields;
  }

  /** A line with nothing on it, or blanks only. */
  boolean isBlank() {
    if (fields != 1 || isQuoted(0)) {
      return false;
    }
    for (int i = start[0]; i < end[0]; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Where the field starts, its quote included. */
  int rawStart(int field) {
    return raw[field];
  }

  int start(int field) {
    return start[field];
  }

  int end(int field) {
    return end[field];
  }

  boolean isQuoted(int field) {
    return (marks[field] & QUOTED) != 0;
  }

  boolean hasDoubledQuotes(int field) {
    return (marks[field] & DOUBLED) != 0;
  }

  Fault fault() {
    return fault;
  }

  int faultField() {
    return faultField;
  }

  /** How many lines an unclosed quote would have taken into its field. */
  int swallowed() {
    return swallowed;
  }

  /** The first unquoted field with a quote inside, −1 when there is none. */
  int strayQuote() {
    return strayQuote;
  }

  String text(int field) {
    String text =
        new String(bytes, start[field], end[field] - start[field], StandardCharsets.UTF_8);
    return hasDoubledQuotes(field) ? text.replace("\"\"", "\"") : text;
  }
}
