package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.MethodRun;
import no.utfall.method.Result;

/** Runs the method in tests and reads what came out. */
final class Runs {

  private Runs() {}

  /** Options in one line: {@code "by=g measures=arpr,gini"}. */
  static Result run(Frame data, String options) {
    return MethodRun.of(new PovertyMethod(), data, options);
  }

  /** With income y and weight w, and no rule of small samples. */
  static Result low(Frame data, String options) {
    return run(data, ("income=y weight=w few=0,0 " + options).strip());
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

  static double estimate(Frame tidy, String keys, String measure) {
    return MethodRun.number(tidy, keys, measure, "estimate");
  }
}
