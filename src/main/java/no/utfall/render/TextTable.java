package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** Columns aligned for a terminal, numbers on their decimal mark. */
final class TextTable implements TableWriter {

  private static final String GAP = "  ";

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    Cells cells = new Cells(table, language);
    List<List<String>> columns = new ArrayList<>();
    for (int column = 0; column < cells.columns(); column++) {
      columns.add(aligned(cells, column));
    }
    StringBuilder text = new StringBuilder();
    String title = Visible.inline(table.title().in(language));
    if (!title.isBlank()) {
      text.append(title).append("\n\n");
    }
    for (int line = 0; line <= cells.rows(); line++) {
      int start = text.length();
      for (int column = 0; column < columns.size(); column++) {
        text.append(column == 0 ? "" : GAP).append(columns.get(column).get(line));
      }
      stripEnd(text, start);
      text.append('\n');
    }
    List<String> notes = cells.notes();
    if (!notes.isEmpty()) {
      text.append('\n');
      notes.forEach(note -> text.append(Visible.inline(note)).append('\n'));
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The header and the cells of a column, all of one width. */
  private static List<String> aligned(Cells cells, int column) {
    List<String> lines = new ArrayList<>();
    lines.add(Visible.of(cells.label(column)));
    boolean numeric = cells.numeric(column);
    char mark = cells.decimalMark(column);
    int fraction = 0;
    for (int row = 0; row < cells.rows(); row++) {
      String cell = Visible.of(cells.at(column, row));
      lines.add(cell);
      fraction = Math.max(fraction, numeric ? fraction(cell, mark) : 0);
    }
    if (numeric) {
      for (int i = 1; i < lines.size(); i++) {
        String cell = lines.get(i);
        lines.set(i, cell + " ".repeat(fraction - fraction(cell, mark)));
      }
    }
    int width = lines.stream().mapToInt(TextTable::width).max().orElse(0);
    lines.replaceAll(line -> {
      String room = " ".repeat(width - width(line));
      return numeric ? room + line : line + room;
    });
    return lines;
  }

  /** How many characters stand from the decimal mark on; none in a whole number or a sign. */
  private static int fraction(String cell, char mark) {
    int at = cell.indexOf(mark);
    return at <= 0 || cell.equals(Sign.NOT_AVAILABLE.mark) ? 0 : cell.length() - at;
  }

  /** The cells a text takes in a terminal: none for combining marks, two for wide letters. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0x303e
        || c >= 0x3041 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0xffe0 && c <= 0xffe6
        || c >= 0x1f300 && c <= 0x1f64f
        || c >= 0x1f900 && c <= 0x1f9ff
        || c >= 0x20000 && c <= 0x3fffd;
    return wide ? 2 : 1;
  }

  private static void stripEnd(StringBuilder text, int start) {
    int end = text.length();
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }
}
