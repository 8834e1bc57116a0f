package no.utfall.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Delimited text in a random dialect, the same for the same seed, and what was meant by each of its records. */
final class Dialect {

  static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|', ':', '^', '~', '#');

  private static final List<String> PIECES = List.of(
      "a",
      "Ø",
      "12",
      "0301",
      "0,5",
      "1.5",
      "x y",
      "Kárášjohka",
      "–",
      "'",
      "\\",
      " ",
      " ",
      "\t",
      "\u00a0",
      "\"",
      "\n",
      "\r\n",
      "\r",
      "",
      "\uD83D\uDE00");

  enum Kind {
    WHOLE,
    /** Fewer cells than the header. */
    SHORT,
    /** More cells than the header, and something in them. */
    LONG,
    /** More cells than the header, and nothing in them. */
    TRAILING,
    /** A line with nothing on it, or blanks only. */
    BLANK
  }

  /**
   * @param line the physical line on which the record starts
   */
  record Row(Kind kind, int line) {}

  private enum Quoting {
    NEEDED,
    ALWAYS,
    TEXTS,
    AT_RANDOM
  }

  private final SplittableRandom random;
  private final char delimiter;
  private final Quoting quoting;
  private final List<String> ends;
  private final boolean hasUnnamedColumn;
  private final boolean isRagged;
  private final boolean hasBlankLines;
  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private final List<Row> rows = new ArrayList<>();

  Dialect(int seed) {
    random = new SplittableRandom(seed);
    delimiter = one(DELIMITERS);
    quoting = one(List.of(Quoting.values()));
    ends = one(List.of(List.of("\n"), List.of("\r\n"), List.of("\n", "\r\n")));
    columns = 1 + random.nextInt(6);
    hasUnnamedColumn = random.nextInt(8) == 0;
    // a surplus cell would stand in the unnamed column
    isRagged = !hasUnnamedColumn && random.nextInt(3) == 0;
    hasBlankLines = random.nextInt(3) == 0;
    write();
  }

  char delimiter() {
    return delimiter;
  }

  /** The columns that have a name. */
  int columns() {
    return columns;
  }

  boolean hasUnnamedColumn() {
    return hasUnnamedColumn;
  }

  /** Below the header. */
  List<Row> rows() {
    return rows;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same text behind a byte order mark, as another program may have written it. */
  byte[] bytes(Charset charset) {
    ByteBuffer marked = charset.encode("\ufeff" + text);
    byte[] bytes = new byte[marked.remaining()];
    marked.get(bytes);
    return bytes;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void write() {
    List<String> header = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      header.add(random.nextInt(4) == 0 ? "k" + c + content() : "k" + c);
    }
    record(header, columns);
    rows.clear();
    int records = 1 + random.nextInt(8);
    for (int r = 0; r < records; r++) {
      if (hasBlankLines && r > 0 && random.nextInt(4) == 0) {
        blank();
      }
      int cells = columns;
      if (isRagged && r > 0 && random.nextInt(4) == 0) {
        cells = Math.max(1, columns - 2 + random.nextInt(5));
      }
      List<String> record = new ArrayList<>();
      for (int c = 0; c < cells; c++) {
        record.add(c >= columns && random.nextBoolean() ? "" : content());
      }
      record(record, columns);
    }
    if (random.nextInt(3) == 0 && !text.substring(text.length() - 2).isBlank()) {
      text.setLength(text.length() - (text.charAt(text.length() - 2) == '\r' ? 2 : 1));
    }
  }

  private String content() {
    StringBuilder cell = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      cell.append(random.nextInt(12) == 0 ? String.valueOf(one(DELIMITERS)) : one(PIECES));
    }
    return cell.toString();
  }

  private void blank() {
    int line = nextLine();
    String blanks = one(List.of("", "", "  ", delimiter == '\t' ? " " : "\t "));
    text.append(blanks).append(one(ends));
    // a table of one column may have an empty cell
    boolean isCell = columns == 1 && !hasUnnamedColumn;
    rows.add(new Row(isCell ? Kind.WHOLE : Kind.BLANK, line));
  }

  private void record(List<String> cells, int wanted) {
    int line = nextLine();
    int start = text.length();
    boolean hasSurplus = false;
    for (int c = 0; c < cells.size(); c++) {
      text.append(c == 0 ? "" : String.valueOf(delimiter)).append(written(cells.get(c)));
      hasSurplus |= c >= wanted && !Reader.trimmed(cells.get(c)).isEmpty();
    }
    text.append(hasUnnamedColumn ? String.valueOf(delimiter) : "");
    int fields = cells.size() + (hasUnnamedColumn ? 1 : 0);
    int headings = wanted + (hasUnnamedColumn ? 1 : 0);
    Kind kind = fields < headings
        ? Kind.SHORT
        : fields == headings ? Kind.WHOLE : hasSurplus ? Kind.LONG : Kind.TRAILING;
    boolean isBlank = fields == 1 && headings > 1 && text.substring(start).isBlank();
    text.append(one(ends));
    rows.add(new Row(isBlank ? Kind.BLANK : kind, line));
  }

  private String written(String cell) {
    boolean isNeeded = cell.indexOf('"') >= 0
        || cell.indexOf('\n') >= 0
        || cell.indexOf('\r') >= 0
        || cell.indexOf(delimiter) >= 0;
    boolean isQuoted = isNeeded
        || switch (quoting) {
          case NEEDED -> false;
          case ALWAYS -> true;
          case TEXTS -> !cell.matches("[0-9.,]+");
          case AT_RANDOM -> random.nextBoolean();
        };
    return isQuoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  private int nextLine() {
    return 1
        + (int) text.toString()
            .replace("\r\n", "\n")
            .chars()
            .filter(c -> c == '\n' || c == '\r')
            .count();
  }
}
