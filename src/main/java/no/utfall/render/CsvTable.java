package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.view.Table;
import org.apache.commons.csv.CSVFormat;

/** Comma-separated values for machines, safe to open in a spreadsheet. */
final class CsvTable implements TableWriter {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d+)?\\s?%?");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** So many rows are made in one go, and so many such blocks before the first of them is written. */
  private static final int BLOCK = 1 << 10;

  private static final int SIDE_BY_SIDE = 8;

  /** Rows are seldom longer. */
  private static final int ROW = 160;

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    write(table, true, out);
  }

  @Override
  public void writeMore(Table table, Language language, OutputStream out) throws IOException {
    write(table, false, out);
  }

  private static void write(Table table, boolean names, OutputStream out) throws IOException {
    List<Column> columns = table.columns().stream()
        .map(shown -> (Column) table.frame().column(shown.column()))
        .toList();
    StringBuilder text = new StringBuilder();
    List<Cells> cells = new ArrayList<>();
    for (Column column : columns) {
      if (names) {
        FORMAT.print(harmless(column.name()), text, cells.isEmpty());
      }
      cells.add(cells(column, cells.isEmpty()));
    }
    text.append(names ? "\n" : "");
    out.write(bytes(text.toString()));
    writeRows(cells, table.frame().rows(), out);
    out.flush();
  }

  /** Blocks of rows are made side by side, so many at a time, and written in their order. */
  private static void writeRows(List<Cells> cells, int rows, OutputStream out) throws IOException {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    for (int first = 0; first < blocks; first += SIDE_BY_SIDE) {
      IntStream some = IntStream.range(first, Math.min(blocks, first + SIDE_BY_SIDE));
      List<Bytes> made = (blocks > 1 ? some.parallel() : some)
          .mapToObj(b -> block(cells, b * BLOCK, Math.min(rows, (b + 1) * BLOCK)))
          .toList();
      for (Bytes block : made) {
        block.writeTo(out);
      }
    }
  }

  private static Bytes block(List<Cells> cells, int from, int to) {
    Bytes bytes = new Bytes((to - from) * ROW);
    for (int row = from; row < to; row++) {
      for (Cells each : cells) {
        each.append(bytes, row);
      }
      bytes.append('\n');
    }
    return bytes;
  }

  /** Rows as they grow. */
  private static final class Bytes {
    private byte[] bytes;
    private int size;

    Bytes(int room) {
      bytes = new byte[room];
    }

    void append(byte[] cell) {
      if (cell.length > bytes.length - size) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length + cell.length);
      }
      System.arraycopy(cell, 0, bytes, size, cell.length);
      size += cell.length;
    }

    void append(char ascii) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length + 1);
      }
      bytes[size++] = (byte) ascii;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(bytes, 0, size);
    }
  }

  /** Writes the cells of one column, each with the comma before it; several rows at the same time. */
  private interface Cells {
    void append(Bytes bytes, int row);
  }

  private static Cells cells(Column column, boolean first) {
    if (column instanceof TextColumn texts) {
      return texts.levels() > texts.size() / 2
          ? (bytes, row) -> bytes.append(printed(harmless(texts.get(row)), first))
          : repeated(texts, first);
    }
    NumberColumn numbers = (NumberColumn) column;
    if (first) {
      return (bytes, row) -> bytes.append(printed(Numerals.exact(numbers.value(row)), true));
    }
    if (isConstant(numbers)) {
      byte[] cell = bytes("," + Numerals.exact(numbers.value(0)));
      return (bytes, row) -> bytes.append(cell);
    }
    return (bytes, row) -> {
      bytes.append(',');
      bytes.append(bytes(Numerals.exact(numbers.value(row))));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isConstant(NumberColumn numbers) {
    for (int row = 1; row < numbers.size(); row++) {
      if (Double.compare(numbers.value(row), numbers.value(0)) != 0) {
        return false;
      }
    }
    return numbers.size() > 0;
  }

  /** Each distinct text is put into quotes where it needs them, and kept; two threads may both do it, alike. */
  private static Cells repeated(TextColumn texts, boolean first) {
    AtomicReferenceArray<byte[]> written = new AtomicReferenceArray<>(texts.levels());
    return (bytes, row) -> {
      int code = texts.code(row);
      byte[] cell = written.get(code);
      if (cell == null) {
        cell = printed(harmless(texts.level(code)), first);
        written.set(code, cell);
      }
      bytes.append(cell);
    };
  }

  private static byte[] printed(String cell, boolean first) {
    StringBuilder text = new StringBuilder(cell.length() + 1);
    try {
      FORMAT.print(cell, text, first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(text.toString());
  }

  /**
   * Text that a spreadsheet would take for a formula is led by an apostrophe; numbers, and signs standing alone, are
   * left as they are.
   */
  static String harmless(String cell) {
    int first = 0;
    while (first < cell.length() && skipped(cell.charAt(first))) {
      first++;
    }
    if (first == cell.length() || cell.length() == 1 || !starts(cell.charAt(first))) {
      return cell;
    }
    return NUMBER.matcher(cell).matches() ? cell : "'" + cell;
  }

  private static boolean skipped(char c) {
    return c == ' ' || c == '"' || c == '\u00a0' || c == '\u202f';
  }

  private static boolean starts(char c) {
    return switch (c) {
      case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> true;
      default -> false;
    };
  }
}
