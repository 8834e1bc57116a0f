package no.utfall.method.rate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.Shared;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Runs methods in tests and reads what came out. */
final class Runs {

  private Runs() {}

  /** {@code settings}: name, value, name, value … */
  static Result run(Method method, Frame data, String... settings) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      given.put(settings[i], settings[i + 1]);
    }
    return method.apply(data, Settings.of(method.card(), given));
  }

  static Result proportion(Frame data, String... more) {
    return run(new ProportionMethod(), data, with(more, "count", "x", "population", "n"));
  }

  static Result rate(Frame data, String... more) {
    return run(new RateMethod(), data, with(more, "count", "x", "population", "n"));
  }

  static Result mean(Frame data, String... more) {
    return run(new MeanMethod(), data, with(more, "value", "x"));
  }

  private static String[] with(String[] more, String... roles) {
    String[] all = Arrays.copyOf(roles, roles.length + more.length);
    System.arraycopy(more, 0, all, roles.length, more.length);
    return all;
  }

  /** A frame from lines like {@code "a 3 10"}: the key g, the count x, the population n. */
  static Frame counts(String... lines) {
    TextColumn.Builder key = TextColumn.builder("g");
    NumberColumn.Builder x = NumberColumn.builder("x");
    NumberColumn.Builder n = NumberColumn.builder("n");
    for (String line : lines) {
      String[] cells = line.split(" ");
      key.add(cells[0]);
      add(x, cells[1]);
      add(n, cells[2]);
    }
    return Frame.of(key.build(), x.build(), n.build());
  }

  /** A number, {@code ..} for missing, {@code :} for hidden, {@code 1-4} for hidden between two bounds. */
  static void add(NumberColumn.Builder column, String cell) {
    int dash = cell.indexOf('-', 1);
    if (cell.equals("..")) {
      column.addMissing(Status.MISSING);
    } else if (cell.equals(".")) {
      column.addMissing(Status.NOT_APPLICABLE);
    } else if (cell.equals(":")) {
      column.addSuppressed(Double.NaN, Double.NaN);
    } else if (dash > 0) {
      column.addSuppressed(
          Double.parseDouble(cell.substring(0, dash)),
          Double.parseDouble(cell.substring(dash + 1)));
    } else {
      column.add(Double.parseDouble(cell));
    }
  }

  static List<CSVRecord> reference(String name) throws IOException {
    Path path = Shared.require("reference/indicators/" + name);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  /** Columns of a reference file: {@code +} before the name makes it numbers. */
  static Frame frame(List<CSVRecord> records, String... columns) {
    return Frame.of(Arrays.stream(columns)
        .map(column -> column.startsWith("+")
            ? NumberColumn.of(
                column.substring(1),
                records.stream()
                    .mapToDouble(row -> Double.parseDouble(row.get(column.substring(1))))
                    .toArray())
            : TextColumn.of(column, records.stream().map(row -> row.get(column)).toList()))
        .toList());
  }
}
