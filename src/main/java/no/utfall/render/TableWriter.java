package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** One form of a table. */
interface TableWriter {

  /** Writes all of it; the stream is flushed, not closed. */
  void write(Table table, Language language, OutputStream out) throws IOException;

  /** The rows alone, to stand below those of another table. */
  default void writeMore(Table table, Language language, OutputStream out) throws IOException {
    throw new UnsupportedOperationException("rows of this form cannot follow one another");
  }
}
