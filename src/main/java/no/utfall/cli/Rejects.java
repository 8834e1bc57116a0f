package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.ingest.Check;
import no.utfall.render.Format;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** The rows set aside as CSV, written as they come. */
final class Rejects implements Consumer<Check.Rejected> {

  /** So many rows become a table at once. */
  private static final int AT_ONCE = 1_024;

  private final OutputStream out;
  private final boolean ofSeveralFiles;
  private final List<Check.Rejected> waiting = new ArrayList<>();
  private boolean isBegun;

  Rejects(OutputStream out, boolean ofSeveralFiles) {
    this.out = out;
    this.ofSeveralFiles = ofSeveralFiles;
  }

  @Override
  public void accept(Check.Rejected rejected) {
    waiting.add(rejected);
    if (waiting.size() == AT_ONCE) {
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes what waits, and the names of the columns when nothing was written yet. */
  void flush() throws IOException {
    if (!isBegun) {
      Format.CSV.write(table(), Language.EN, out);
    } else {
      Format.CSV.writeMore(table(), Language.EN, out);
    }
    isBegun = true;
    waiting.clear();
  }

  private Table table() {
    TextColumn.Builder file = TextColumn.builder("file");
    NumberColumn.Builder line = NumberColumn.builder("line");
    TextColumn.Builder row = TextColumn.builder("row");
    TextColumn.Builder code = TextColumn.builder("code");
    TextColumn.Builder reason = TextColumn.builder("reason");
    for (Check.Rejected rejected : waiting) {
      file.add(rejected.file());
      line.add(rejected.line());
      row.add(rejected.row());
      code.add(rejected.code());
      reason.add(rejected.reason());
    }
    List<Column> columns =
        new ArrayList<>(List.of(line.build(), row.build(), code.build(), reason.build()));
    if (ofSeveralFiles) {
      columns.add(0, file.build());
    }
    return Table.plain("rejects", Frame.of(columns));
  }
}
