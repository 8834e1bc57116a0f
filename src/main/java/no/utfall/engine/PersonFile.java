package no.utfall.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of person rows. */
public sealed interface PersonFile {

  /** A Parquet file; its own header says what its columns hold. */
  record OfParquet() implements PersonFile {}

  /**
   * A delimited text.
   *
   * @param encoding {@code UTF-8}, or {@code windows-1252} or {@code ISO-8859-1} as far as they are the same
   * @param headerLine the line of the header, from 1
   * @param columns names in the order of the fields; blank for a field without a name
   * @param decimal the decimal mark, {@code null} when the numbers show it
   * @param missing signs of a missing number, besides {@code .} and {@code ..}
   * @param isPacked by gzip
   */
  record OfText(
      String encoding,
      char delimiter,
      int headerLine,
      List<String> columns,
      @Nullable Character decimal,
      List<String> missing,
      boolean isPacked)
      implements PersonFile {
    public OfText {
      columns = List.copyOf(columns);
      missing = List.copyOf(missing);
    }
  }
}
