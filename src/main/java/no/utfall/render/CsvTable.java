package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  /** So many rows are made at once, and so many such blocks are kept. */
  private static final int BLOCK = 1 << 10;

  private static final int AT_ONCE = 8;

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
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    writeRows(cells, table.frame().rows(), out);
    out.flush();
  }

  /** Blocks of rows are made side by side, as many as are kept at once, and written one after the other. */
  private static void writeRows(List<Cells> cells, int rows, OutputStream out) throws IOException {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    for (int first = 0; first < blocks; first += AT_ONCE) {
      IntStream some = IntStream.range(first, Math.min(blocks, first + AT_ONCE));
      List<byte[]> made = (blocks > 1 ? some.parallel() : some)
          .mapToObj(block -> block(cells, block * BLOCK, Math.min(rows, (block + 1) * BLOCK)))
          .toList();
      for (byte[] bytes : made) {
        out.write(bytes);
      }
    }
  }

  private static byte[] block(List<Cells> cells, int from, int to) {
    StringBuilder text = new StringBuilder((to - from) * ROW);
    try {
      for (int row = from; row < to; row++) {
        for (Cells each : cells) {
          each.append(text, row);
        }
        text.append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the cells of one column, each with the comma before it; several rows at the same time. */
  private interface Cells {
    void append(StringBuilder text, int row) throws IOException;
  }

  private static Cells cells(Column column, boolean first) {
    if (column instanceof TextColumn texts) {
      return texts.levels() > texts.size() / 2
          ? (text, row) -> FORMAT.print(harmless(texts.get(row)), text, first)
          : repeated(texts, first);
    }
    NumberColumn numbers = (NumberColumn) column;
    if (first) {
      return (text, row) -> FORMAT.print(Numerals.exact(numbers.value(row)), text, true);
    }
    if (isConstant(numbers)) {
      String cell = "," + Numerals.exact(numbers.value(0));
      return (text, row) -> text.append(cell);
    }
    return (text, row) -> text.append(',').append(Numerals.exact(numbers.value(row)));
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
    String[] written = new String[texts.levels()];
    return (text, row) -> {
      int code = texts.code(row);
      String cell = written[code];
      if (cell == null) {
        StringBuilder one = new StringBuilder();
        FORMAT.print(harmless(texts.level(code)), one, first);
        cell = one.toString();
        written[code] = cell;
      }
      text.append(cell);
    };
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
