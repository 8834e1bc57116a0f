package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.method.Settings;

/** Runs the method in tests and reads what came out. */
final class Runs {

  private Runs() {}

  /** {@code settings}: name, value, name, value … */
  static Result run(Frame data, String... settings) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      given.put(settings[i], settings[i + 1]);
    }
    PovertyMethod method = new PovertyMethod();
    return method.apply(data, Settings.of(method.card(), given));
  }

  /** With income y and weight w, and no rule of small samples. */
  static Result low(Frame data, String... settings) {
    String[] all = Arrays.copyOf(
        new String[] {"income", "y", "weight", "w", "few", "0,0"}, 6 + settings.length);
    System.arraycopy(settings, 0, all, 6, settings.length);
    return run(data, all);
  }

  /** Columns from a header and lines; {@code y w lw} are numbers, {@code ..} missing, {@code :} hidden. */
  static Frame frame(String header, String... lines) {
    List<String> names = List.of(header.split(" "));
    Column[] columns = new Column[names.size()];
    for (int k = 0; k < columns.length; k++) {
      int at = k;
      List<String> cells =
          Arrays.stream(lines).map(line -> line.split(" ", -1)[at]).toList();
      columns[k] = List.of("y", "w", "lw", "size", "children").contains(names.get(k))
          ? numbers(names.get(k), cells)
          : TextColumn.of(names.get(k), cells);
    }
    return Frame.of(columns);
  }

  private static NumberColumn numbers(String name, List<String> cells) {
    NumberColumn.Builder column = NumberColumn.builder(name);
    for (String cell : cells) {
      switch (cell) {
        case ".." -> column.addMissing(Status.MISSING);
        case ":" -> column.addSuppressed(Double.NaN, Double.NaN);
        default -> column.add(Double.parseDouble(cell));
      }
    }
    return column.build();
  }

  /** The row of these keys (all key columns joined by a space) and this measure. */
  static int row(Frame tidy, String keys, String measure) {
    for (int i = 0; i < tidy.rows(); i++) {
      StringBuilder key = new StringBuilder();
      for (String name : tidy.names().subList(0, tidy.names().indexOf("measure"))) {
        key.append(key.isEmpty() ? "" : " ").append(tidy.text(name).get(i));
      }
      if (key.toString().equals(keys) && tidy.text("measure").get(i).equals(measure)) {
        return i;
      }
    }
    throw new AssertionError("no row '" + keys + "' " + measure);
  }

  static double number(Frame tidy, String keys, String measure, String column) {
    return tidy.has(column) ? tidy.number(column).value(row(tidy, keys, measure)) : Double.NaN;
  }

  static double estimate(Frame tidy, String keys, String measure) {
    return number(tidy, keys, measure, "estimate");
  }

  static String word(Frame tidy, String keys, String measure, String column) {
    return tidy.has(column) ? tidy.text(column).get(row(tidy, keys, measure)) : "";
  }
}
