package no.utfall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/** Plain comma-separated files of the reference folder. */
public final class ReferenceCsv {

  private ReferenceCsv() {}

  public static List<Map<String, String>> rows(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      String[] header = lines.get(0).split(",");
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int k = 0; k < header.length; k++) {
          row.put(header[k], cells[k]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double number(String cell) {
    return cell.equals("NA") || cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** Text in the named columns, numbers in all others. */
  public static Frame frame(List<Map<String, String>> rows, Set<String> texts) {
    List<Column> columns = new ArrayList<>();
    for (String name : rows.get(0).keySet()) {
      if (texts.contains(name)) {
        columns.add(TextColumn.of(name, rows.stream().map(r -> r.get(name)).toList()));
      } else {
        columns.add(NumberColumn.of(
            name, rows.stream().mapToDouble(r -> number(r.get(name))).toArray()));
      }
    }
    return Frame.of(columns);
  }

  /** The column {@code what} of a result by the texts of its keys, joined with dots. */
  public static Map<String, Double> byKeys(Frame frame, String what, String... keys) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int row = 0; row < frame.rows(); row++) {
      List<String> key = new ArrayList<>();
      for (String name : keys) {
        key.add(frame.text(name).get(row));
      }
      values.put(String.join(".", key), frame.number(what).value(row));
    }
    return values;
  }
}
