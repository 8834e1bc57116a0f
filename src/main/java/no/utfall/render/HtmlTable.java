package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** A table element with caption and scopes, followed by its notes. */
final class HtmlTable implements TableWriter {

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    Markup markup = new Markup();
    Cells cells = new Cells(table, language);
    appendTable(markup, table, cells, language);
    appendNotes(markup, cells);
    out.write(markup.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static void appendTable(Markup markup, Table table, Cells cells, Language language) {
    markup.open("table").line();
    String title = table.title().in(language);
    if (!title.isBlank()) {
      markup.element("caption", title).line();
    }
    markup.open("thead").open("tr");
    for (int column = 0; column < cells.columns(); column++) {
      if (cells.numeric(column)) {
        markup.element("th", cells.label(column), "scope", "col", "class", "number");
      } else {
        markup.element("th", cells.label(column), "scope", "col");
      }
    }
    markup.close().close().line().open("tbody").line();
    for (int row = 0; row < cells.rows(); row++) {
      markup.open("tr");
      for (int column = 0; column < cells.columns(); column++) {
        appendCell(markup, cells, column, row, language);
      }
      markup.close().line();
    }
    markup.close().close().line();
  }

  static void appendNotes(Markup markup, Cells cells) {
    for (String note : cells.notes()) {
      markup.element("p", note, "class", "note").line();
    }
  }

  private static void appendCell(
      Markup markup, Cells cells, int column, int row, Language language) {
    String cell = cells.at(column, row);
    Sign sign = cells.sign(column, row);
    if (sign != null) {
      markup
          .open("td", "class", "number")
          .element("abbr", cell, "title", sign.meaning.in(language))
          .close();
    } else if (cells.numeric(column)) {
      markup.element("td", cell, "class", "number");
    } else if (column == 0) {
      markup.element("th", cell, "scope", "row");
    } else {
      markup.element("td", cell);
    }
  }
}
