package no.utfall.panel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;

/** A table of codes that ships with the program beside this class. */
final class CodeFile {

  private CodeFile() {}

  /** Semicolons between cells, none quoted; lines with {@code #} say where the table comes from. */
  static Frame table(String name) {
    try (InputStream in = CodeFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is packed without " + name);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> cells = lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";", -1))
          .toList();
      List<Column> columns = new ArrayList<>();
      for (int field = 0; field < cells.get(0).length; field++) {
        TextColumn.Builder column = TextColumn.builder(cells.get(0)[field]);
        for (String[] row : cells.subList(1, cells.size())) {
          column.add(row[field]);
        }
        columns.add(column.build());
      }
      return Frame.of(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
