package no.utfall.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.report.Measured;
import no.utfall.text.Order;

/** What indicators come to, as columns that methods read: known, or hidden between limits, or not there. */
final class IndicatorColumns {

  private IndicatorColumns() {}

  /** {@code unit}, {@code period} and one column for each indicator, by its id; a row for all that any of them has. */
  static Frame panel(Collection<Measured> indicators) {
    TreeSet<String> keys = new TreeSet<>(Order.NATURAL);
    indicators.forEach(measured -> {
      for (int row = 0; row < measured.units().rows(); row++) {
        keys.add(key(measured.units(), row));
      }
    });
    TextColumn.Builder units = TextColumn.builder("unit");
    TextColumn.Builder periods = TextColumn.builder("period");
    keys.forEach(key -> {
      int end = key.indexOf('\n');
      units.add(key.substring(0, end));
      periods.add(key.substring(end + 1));
    });
    List<Column> columns = new ArrayList<>(List.of(units.build(), periods.build()));
    Frame rows = Frame.of(columns);
    indicators.forEach(measured ->
        columns.add(matched(rows, measured.units(), measured.indicator().id())));
    return Frame.of(columns);
  }

  /** The estimates of an indicator, row by row. */
  static NumberColumn of(Frame cells, String name) {
    NumberColumn.Builder builder = NumberColumn.builder(name);
    for (int row = 0; row < cells.rows(); row++) {
      add(builder, cells, row);
    }
    return builder.build();
  }

  /** The estimates of an indicator in the units and periods of other rows; absent where it has none. */
  static NumberColumn matched(Frame rows, Frame from, String name) {
    Map<String, Integer> at = new LinkedHashMap<>();
    for (int row = 0; row < from.rows(); row++) {
      at.put(key(from, row), row);
    }
    NumberColumn.Builder builder = NumberColumn.builder(name);
    for (int row = 0; row < rows.rows(); row++) {
      Integer there = at.get(key(rows, row));
      if (there != null) {
        add(builder, from, there);
      } else {
        builder.addMissing(Status.ABSENT);
      }
    }
    return builder.build();
  }

  private static String key(Frame cells, int row) {
    return cells.text("unit").get(row) + "\n" + cells.text("period").get(row);
  }

  /** An estimate with its standing: hidden between its limits where they are known. */
  private static void add(NumberColumn.Builder builder, Frame cells, int row) {
    double estimate = cells.number("estimate").value(row);
    if (!Double.isNaN(estimate)) {
      builder.add(estimate);
      return;
    }
    switch (cells.text("status").get(row)) {
      case "suppressed" ->
        builder.addSuppressed(limit(cells, "lowest", row), limit(cells, "highest", row));
      case "not-applicable" -> builder.addMissing(Status.NOT_APPLICABLE);
      default -> builder.addMissing(Status.MISSING);
    }
  }

  private static double limit(Frame cells, String name, int row) {
    return cells.has(name) ? cells.number(name).value(row) : Double.NaN;
  }
}
