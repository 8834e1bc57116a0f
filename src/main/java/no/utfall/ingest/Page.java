package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Location;

/**
 * A text as UTF-8 bytes, whatever it was before, and the places in it.
 *
 * @param from where the part that is read starts
 * @param to where it ends
 * @param firstLine the physical line of {@code from}
 * @param isSheet a sheet of a workbook: lines are its rows, and characters have no place
 * @param controls a bit for each control character below 32 that stands among the bytes
 */
record Page(
    String file, byte[] bytes, int from, int to, int firstLine, boolean isSheet, int controls) {

  Page(String file, byte[] bytes, int from, int to, int firstLine, boolean isSheet) {
    this(file, bytes, from, to, firstLine, isSheet, Utf8.of(bytes, 0).controls());
  }

  /** Whether a byte stands anywhere on the page. */
  boolean has(byte wanted) {
    return Utf8.mayHave(controls, wanted) && first(bytes, wanted, from, to) < to;
  }

  /** The first place of a byte, the end when there is none; looks at eight at a time. */
  static int first(byte[] bytes, byte wanted, int from, int to) {
    long pattern = Eight.of(wanted);
    int i = from;
    while (i + Long.BYTES <= to && !Eight.has(Eight.at(bytes, i), pattern)) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  /** This page from a physical line on. */
  Page fromLine(int line) {
    int at = from;
    int now = firstLine;
    while (now < line && at < to) {
      at = afterLine(at);
      now++;
    }
    return new Page(file, bytes, at, to, now, isSheet, controls);
  }

  Page until(int end) {
    return new Page(file, bytes, from, Math.max(from, end), firstLine, isSheet, controls);
  }

  /** The offset after the line that holds this offset. */
  int afterLine(int offset) {
    int i = offset;
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    if (i < to && bytes[i] == '\r' && i + 1 < to && bytes[i + 1] == '\n') {
      i++;
    }
    return Math.min(to, i + 1);
  }

  /** The offset of the first of the last so many physical lines. */
  int startOfLast(int lines) {
    int i = to;
    for (int n = 0; n < lines && i > from; n++) {
      i = lineStart(beforeEnd(i));
    }
    return i;
  }

  private int beforeEnd(int i) {
    int end = i;
    if (end > from && bytes[end - 1] == '\n') {
      end--;
      if (end > from && bytes[end - 1] == '\r') {
        end--;
      }
    } else if (end > from && bytes[end - 1] == '\r') {
      end--;
    }
    return end;
  }

  private int lineStart(int offset) {
    int i = offset;
    while (i > from && bytes[i - 1] != '\n' && bytes[i - 1] != '\r') {
      i--;
    }
    return i;
  }

  /** Physical lines between two offsets of which the first is a line start. */
  int linesBetween(int start, int end) {
    int lines = 0;
    for (int i = start; i < end; ) {
      i = afterLine(i);
      if (i <= end && (bytes[i - 1] == '\n' || bytes[i - 1] == '\r')) {
        lines++;
      }
    }
    return lines;
  }

  /** The place of a field of the record at hand. */
  Location place(Records records, int field) {
    if (isSheet) {
      return new Location(file, records.line(), field + 1, 0);
    }
    int at = records.rawStart(field);
    int line = records.line() + linesBetween(records.recordStart(), at);
    return new Location(file, line, field + 1, column(at));
  }

  /** The character of its line at which an offset stands, from 1. */
  int column(int offset) {
    return characters(lineStart(offset), offset) + 1;
  }

  int characters(int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        count++;
      }
    }
    return count;
  }

  /** The physical line around an offset, fit for a screen. */
  String excerpt(int offset) {
    int start = lineStart(offset);
    if (offset - start > 800) {
      start = offset - 800;
      while ((bytes[start] & 0xc0) == 0x80) {
        start++;
      }
    }
    int end = offset;
    int last = Math.min(to, offset + 800);
    while (end < last && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    while (end < to && (bytes[end] & 0xc0) == 0x80) {
      end++;
    }
    String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return Excerpt.of(line, characters(start, offset) + 1);
  }

  String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The first offset that is no blank, tab or no-break space. */
  int trimStart(int start, int end) {
    int i = start;
    while (i < end) {
      if (bytes[i] == ' ' || bytes[i] == '\t') {
        i++;
      } else if (bytes[i] == (byte) 0xc2 && i + 1 < end && bytes[i + 1] == (byte) 0xa0) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  /** The offset behind the last byte that is no blank, tab or no-break space. */
  int trimEnd(int start, int end) {
    int i = end;
    while (i > start) {
      if (bytes[i - 1] == ' ' || bytes[i - 1] == '\t') {
        i--;
      } else if (i - 1 > start && bytes[i - 1] == (byte) 0xa0 && bytes[i - 2] == (byte) 0xc2) {
        i -= 2;
      } else {
        break;
      }
    }
    return i;
  }

  /** Whether two records have the same text in a field, blanks around it apart. */
  boolean isEqual(Records one, Records other, int field) {
    if (field >= one.fields() || field >= other.fields()) {
      return text(one, field).equals(text(other, field));
    }
    int oneFrom = trimStart(one.start(field), one.end(field));
    int otherFrom = trimStart(other.start(field), other.end(field));
    return Arrays.equals(
        bytes,
        oneFrom,
        trimEnd(oneFrom, one.end(field)),
        bytes,
        otherFrom,
        trimEnd(otherFrom, other.end(field)));
  }

  private static String text(Records record, int field) {
    return field < record.fields() ? Reader.trimmed(record.text(field)) : "";
  }
}
