package no.utfall.method.inequality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.utfall.ReferenceCsv;
import no.utfall.Shared;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.MethodRun;
import no.utfall.method.Result;

/** Runs the method in tests and reads what came out. */
final class Runs {

  private Runs() {}

  /** Options in one line: {@code "group=g value=y measures=sii,rii reverse=true"}. */
  static Result run(Frame data, String options) {
    return MethodRun.of(new InequalityMethod(), data, options);
  }

  /**
   * A frame from lines of cells; a heading of capitals holds numbers, {@code "<5"} is hidden between 1 and 4, {@code "-"}
   * is missing.
   */
  static Frame frame(String text) {
    List<String[]> lines =
        text.strip().lines().map(line -> line.strip().split(" +")).toList();
    String[] heads = lines.get(0);
    List<Column> columns = new ArrayList<>();
    for (int k = 0; k < heads.length; k++) {
      int at = k;
      List<String> cells = lines.stream().skip(1).map(line -> line[at]).toList();
      columns.add(
          heads[k].equals(heads[k].toUpperCase(Locale.ROOT))
              ? numbers(heads[k], cells)
              : TextColumn.of(heads[k], cells));
    }
    return Frame.of(columns);
  }

  private static NumberColumn numbers(String name, List<String> cells) {
    NumberColumn.Builder builder = NumberColumn.builder(name);
    for (String cell : cells) {
      switch (cell) {
        case "<5" -> builder.addSuppressed(1, 4);
        case "-" -> builder.add(Double.NaN);
        default -> builder.add(Double.parseDouble(cell));
      }
    }
    return builder.build();
  }

  /** A file of the reference folder; the named columns are texts. */
  static Frame reference(String file, String... texts) {
    return ReferenceCsv.frame(rows(file), Set.of(texts));
  }

  static List<Map<String, String>> rows(String file) {
    Path path = Shared.require("reference/indicators/" + file);
    return ReferenceCsv.rows(path);
  }

  /** The first row with this measure; in front of it the keys, joined by spaces: {@code "a 2020 sii"}. */
  static int row(Frame tidy, String wanted) {
    List<String> keys = tidy.names().subList(0, tidy.names().indexOf("measure") + 1);
    for (int row = 0; row < tidy.rows(); row++) {
      StringBuilder name = new StringBuilder();
      for (String key : keys) {
        name.append(name.isEmpty() ? "" : " ").append(tidy.text(key).get(row));
      }
      if (name.toString().equals(wanted)) {
        return row;
      }
    }
    throw new AssertionError("no row " + wanted);
  }

  static double number(Result result, String wanted, String column) {
    return number(result.tidy(), wanted, column);
  }

  static double number(Frame tidy, String wanted, String column) {
    int row = row(tidy, wanted);
    return tidy.has(column) ? tidy.number(column).value(row) : Double.NaN;
  }

  static double estimate(Result result, String wanted) {
    return number(result, wanted, "estimate");
  }

  static String word(Result result, String wanted, String column) {
    Frame tidy = result.tidy();
    int row = row(tidy, wanted);
    return tidy.has(column) ? tidy.text(column).get(row) : "";
  }
}
