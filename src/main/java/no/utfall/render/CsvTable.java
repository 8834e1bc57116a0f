package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  /** So many characters go out at once. */
  private static final int CHUNK = 1 << 15;

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
    StringBuilder text = new StringBuilder(2 * CHUNK);
    List<Cells> cells = new ArrayList<>();
    for (Column column : columns) {
      if (names) {
        FORMAT.print(harmless(column.name()), text, cells.isEmpty());
      }
      cells.add(cells(column, cells.isEmpty()));
    }
    text.append(names ? "\n" : "");
    for (int row = 0; row < table.frame().rows(); row++) {
      for (Cells each : cells) {
        each.append(text, row);
      }
      text.append('\n');
      if (text.length() > CHUNK) {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Writes the cells of one column, each with the comma before it. */
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
    return first
        ? (text, row) -> FORMAT.print(Numerals.exact(numbers.value(row)), text, true)
        : (text, row) -> text.append(',').append(Numerals.exact(numbers.value(row)));
  }

  /** Each distinct text is put into quotes once, where it needs them. */
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
