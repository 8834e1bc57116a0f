package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** A table of pipes. */
final class MarkdownTable implements TableWriter {

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    append(text, table, language);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static void append(StringBuilder text, Table table, Language language) {
    Cells cells = new Cells(table, language);
    String title = table.title().in(language);
    if (!title.isBlank()) {
      text.append("**").append(escaped(title.strip())).append("**\n\n");
    }
    for (int column = 0; column < cells.columns(); column++) {
      text.append("| ").append(escaped(cells.label(column))).append(' ');
    }
    text.append("|\n");
    for (int column = 0; column < cells.columns(); column++) {
      text.append(cells.numeric(column) ? "| ---: " : "| --- ");
    }
    text.append("|\n");
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        text.append("| ").append(escaped(cells.at(column, row))).append(' ');
      }
      text.append("|\n");
    }
    for (String note : cells.notes()) {
      text.append('\n').append(paragraph(note)).append('\n');
    }
  }

  /** Text that stays text within a line. */
  static String escaped(String text) {
    String shown = Visible.inline(text);
    StringBuilder out = new StringBuilder(shown.length() + 8);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      boolean marks = switch (c) {
        case '\\', '`', '*', '[', ']', '<', '>', '&', '|', '~', '$' -> true;
        case '_' -> !(letter(shown, i - 1) && letter(shown, i + 1));
        case ':' -> shown.startsWith("://", i);
        default -> false;
      };
      out.append(marks ? "\\" : "").append(c);
    }
    return out.toString();
  }

  /** Text that stays text at the start of a line too. */
  static String paragraph(String text) {
    String line = escaped(text.strip());
    int digits = 0;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    if (digits < line.length()) {
      char c = line.charAt(digits);
      boolean numbered = digits > 0 && (c == '.' || c == ')');
      boolean marked = digits == 0 && (c == '#' || c == '+' || c == '-' || c == '=');
      if (numbered || marked) {
        return line.substring(0, digits) + "\\" + line.substring(digits);
      }
    }
    return line;
  }

  private static boolean letter(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }
}
