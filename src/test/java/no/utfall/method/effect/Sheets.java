package no.utfall.method.effect;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Origin;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Small CSV files as frames, and the method run as the command line runs it. */
final class Sheets {

  private Sheets() {}

  static Result did(Frame data, String... options) {
    return new DifferenceInDifferences().apply(data, settings(options));
  }

  /** Options as on the command line: {@code "--unit", "id", …}. */
  static Settings settings(String... options) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i].substring(2), options[i + 1]);
    }
    return Settings.of(new DifferenceInDifferences().card(), given);
  }

  static Result did(Path file, char delimiter, String... options) {
    return did(read(file, delimiter, settings(options).columns()), options);
  }

  static List<CSVRecord> records(Path file, char delimiter) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return CSVFormat.DEFAULT
          .builder()
          .setDelimiter(delimiter)
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Frame read(Path file, char delimiter, Map<String, Type> columns) {
    List<CSVRecord> records = records(file, delimiter);
    List<Column> read = new ArrayList<>();
    Map<String, Integer> fields = new HashMap<>();
    columns.forEach((name, type) -> {
      if (type == Type.TEXT) {
        TextColumn.Builder builder = TextColumn.builder(name);
        records.forEach(record -> builder.add(record.get(name)));
        read.add(builder.build());
      } else {
        NumberColumn.Builder builder = NumberColumn.builder(name);
        records.forEach(record -> builder.add(number(record.get(name))));
        read.add(builder.build());
      }
      fields.put(name, records.get(0).getParser().getHeaderNames().indexOf(name) + 1);
    });
    int[] lines = new int[records.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = i + 2;
    }
    return Frame.of(read).from(new Origin(file.getFileName().toString(), lines, fields));
  }

  static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** The first row in which these text columns have these texts: {@code "measure", "att", …}. */
  static int row(Frame frame, String... where) {
    for (int i = 0; i < frame.rows(); i++) {
      boolean found = true;
      for (int k = 0; k < where.length; k += 2) {
        found &= frame.text(where[k]).get(i).equals(where[k + 1]);
      }
      if (found) {
        return i;
      }
    }
    throw new AssertionError("no row " + List.of(where));
  }

  static double at(Frame frame, String column, String... where) {
    return frame.number(column).value(row(frame, where));
  }
}
