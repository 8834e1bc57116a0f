package no.utfall.ingest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.engine.Parquet;
import no.utfall.figure.Type;

/** A Parquet file as a page of tab-separated text: a row a line, below the names of the columns. */
final class ParquetSheet {

  private ParquetSheet() {}

  /**
   * The page of a file.
   *
   * @param types of the columns, as they are declared
   */
  static Page page(
      String file, Path path, Map<String, Type> types, Found found, List<String> evidence) {
    Set<String> numbers = new HashSet<>();
    Set<String> codes = new HashSet<>();
    types.forEach((name, type) -> (type == Type.TEXT ? codes : numbers).add(name));
    Parquet.Sheet sheet = Parquet.sheet(file, path, numbers, codes);
    evidence.add("Parquet, " + sheet.columns() + " columns");
    if (!sheet.nested().isEmpty()) {
      found.ofFile(
          "W217",
          "columns of lists or records are left out: " + String.join(", ", sheet.nested()),
          "write them as columns of text or numbers if they are needed");
    }
    sheet.shortened().forEach(column -> found.add(column.finding(file)));
    return new Page(file, sheet.text(), 0, sheet.text().length, 1, true);
  }
}
