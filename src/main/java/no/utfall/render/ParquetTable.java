package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import no.utfall.engine.Parquet;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** Parquet for machines; the engine is loaded only to write it. */
final class ParquetTable implements TableWriter {

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    Parquet.write(
        table.columns().stream()
            .map(shown -> table.frame().column(shown.column()))
            .toList(),
        out);
  }
}
