package no.utfall.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import no.utfall.figure.Column;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.view.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Comma-separated values for machines, safe to open in a spreadsheet. */
final class CsvTable implements TableWriter {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d+)?\\s?%?");

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CSVPrinter printer = new CSVPrinter(
        text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    Column[] columns = table.columns().stream()
        .map(shown -> table.frame().column(shown.column()))
        .toArray(Column[]::new);
    for (Column column : columns) {
      printer.print(harmless(column.name()));
    }
    printer.println();
    for (int row = 0; row < table.frame().rows(); row++) {
      for (Column column : columns) {
        if (column instanceof NumberColumn number) {
          printer.print(Numerals.exact(number.value(row)));
        } else if (column instanceof TextColumn cells) {
          printer.print(harmless(cells.get(row)));
        }
      }
      printer.println();
    }
    printer.flush();
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
