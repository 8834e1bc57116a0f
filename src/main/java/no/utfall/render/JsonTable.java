package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import no.utfall.figure.Column;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.view.Table;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Rows as objects, one a line: in an array, or bare. */
final class JsonTable implements TableWriter {

  private final boolean bare;

  JsonTable(boolean bare) {
    this.bare = bare;
  }

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    List<Column> columns = table.columns().stream()
        .map(shown -> table.frame().column(shown.column()))
        .toList();
    JsonFactory factory = JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .rootValueSeparator("")
        .build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      if (!bare) {
        json.writeRaw('[');
      }
      int rows = table.frame().rows();
      for (int row = 0; row < rows; row++) {
        if (!bare) {
          json.writeRaw(row == 0 ? "\n" : ",\n");
        }
        writeRow(json, columns, row);
        if (bare) {
          json.writeRaw('\n');
        }
      }
      if (!bare) {
        json.writeRaw(rows == 0 ? "]\n" : "\n]\n");
      }
    }
    out.flush();
  }

  @Override
  public void writeMore(Table table, Language language, OutputStream out) throws IOException {
    if (!bare) {
      TableWriter.super.writeMore(table, language, out);
    }
    write(table, language, out);
  }

  private static void writeRow(JsonGenerator json, List<Column> columns, int row) {
    json.writeStartObject();
    for (Column column : columns) {
      json.writeName(Visible.encodable(column.name()));
      if (column instanceof NumberColumn number) {
        writeNumber(json, number.value(row));
      } else if (column instanceof TextColumn text) {
        json.writeString(Visible.encodable(text.get(row)));
      }
    }
    json.writeEndObject();
  }

  private static void writeNumber(JsonGenerator json, double value) {
    if (Double.isNaN(value)) {
      json.writeNull();
    } else if (Double.isInfinite(value)) {
      json.writeString(Numerals.exact(value));
    } else {
      json.writeNumber(Numerals.exact(value));
    }
  }
}
