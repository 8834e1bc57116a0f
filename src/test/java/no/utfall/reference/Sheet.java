package no.utfall.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.utfall.text.Nearest;
import no.utfall.text.Numerals;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV table as text. */
record Sheet(String name, List<String> columns, List<Row> rows) {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Numbers as programs write them; {@code 0301} is a code, not a number. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  /** These two tables cannot be compared, and why. */
  static final class Incomparable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Incomparable(String why) {
      super(why);
    }
  }

  /** One row of a table. */
  record Row(String table, Map<String, String> cells) {
    String get(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        String mend = Nearest.to(column, cells.keySet())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("it has " + String.join(", ", cells.keySet()));
        throw new Incomparable(table + " has no column '" + column + "'; " + mend);
      }
      return cell;
    }
  }

  static Sheet parse(String name, String csv) {
    String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      List<String> columns = parser.getHeaderNames();
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (!record.isConsistent()) {
          throw new Incomparable(name + ", record " + record.getRecordNumber() + ": "
              + record.size() + " fields, the header has " + columns.size());
        }
        rows.add(new Row(name, Collections.unmodifiableMap(record.toMap())));
      }
      return new Sheet(name, List.copyOf(columns), rows);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new Incomparable(name + " is not a table: " + e.getMessage());
    }
  }

  /** The one text of a cell under which equal cells meet: numbers by value, all else as written. */
  static String canonical(String cell) {
    return NUMBER.matcher(cell).matches() ? Numerals.exact(Double.parseDouble(cell)) : cell;
  }

  static boolean same(String a, String b) {
    return a.equals(b) || canonical(a).equals(canonical(b));
  }
}
