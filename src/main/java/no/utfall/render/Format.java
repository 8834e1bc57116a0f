package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** The forms a table can take. */
public enum Format {
  TEXT("text"),
  CSV("csv"),
  JSON("json"),
  NDJSON("ndjson"),
  MD("md"),
  HTML("html");

  private final String code;

  Format(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Writes a table; the stream is flushed, not closed. */
  public void write(Table table, Language language, OutputStream out) throws IOException {
    throw new UnsupportedOperationException("not yet");
  }
}
