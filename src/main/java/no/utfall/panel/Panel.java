package no.utfall.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.utfall.figure.Column;
import no.utfall.figure.Figure;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.text.Order;

/**
 * Series over units and periods: units in the natural order of their codes, periods in time. A cell nobody gave is
 * {@link Status#ABSENT}. Immutable.
 */
public final class Panel {

  private final List<String> units;
  private final List<Period> periods;
  private final Map<String, NumberColumn> series;

  private Panel(List<String> units, List<Period> periods, Map<String, NumberColumn> series) {
    this.units = List.copyOf(units);
    this.periods = List.copyOf(periods);
    this.series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
  }

  /**
   * From a long table.
   *
   * @param names the number columns to take; each unit and period may stand there once
   * @throws IllegalArgumentException when a unit and period stands twice, or a period is none
   */
  public static Panel of(Frame frame, String unit, String period, List<String> names) {
    TextColumn who = frame.text(unit);
    TextColumn when = frame.text(period);
    TreeSet<String> codes = new TreeSet<>(Order.NATURAL);
    TreeSet<Period> times = new TreeSet<>();
    for (int row = 0; row < frame.rows(); row++) {
      codes.add(who.get(row));
      times.add(Period.parse(when.get(row)));
    }
    List<String> units = List.copyOf(codes);
    List<Period> periods = List.copyOf(times);
    int[] rowOf = new int[units.size() * periods.size()];
    Arrays.fill(rowOf, -1);
    Map<String, Integer> unitAt = positions(units);
    Map<Period, Integer> periodAt = positions(periods);
    for (int row = 0; row < frame.rows(); row++) {
      int cell = unitAt.getOrDefault(who.get(row), 0) * periods.size()
          + periodAt.getOrDefault(Period.parse(when.get(row)), 0);
      if (rowOf[cell] >= 0) {
        throw new IllegalArgumentException(
            "unit " + who.get(row) + " stands twice in " + when.get(row));
      }
      rowOf[cell] = row;
    }
    Map<String, NumberColumn> series = new LinkedHashMap<>();
    for (String name : names) {
      NumberColumn column = frame.number(name);
      NumberColumn.Builder builder = NumberColumn.builder(name);
      for (int row : rowOf) {
        if (row < 0) {
          builder.addMissing(Status.ABSENT);
        } else {
          builder.addFrom(column, row);
        }
      }
      series.put(name, builder.build());
    }
    return new Panel(units, periods, series);
  }

  private static <T> Map<T, Integer> positions(List<T> all) {
    Map<T, Integer> at = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      at.put(all.get(i), i);
    }
    return at;
  }

  public List<String> units() {
    return units;
  }

  public List<Period> periods() {
    return periods;
  }

  public List<String> series() {
    return List.copyOf(series.keySet());
  }

  /** The cell of a unit and a period; absent when either is not in the panel. */
  public Figure figure(String name, String unit, Period period) {
    int u = Collections.binarySearch(units, unit, Order.NATURAL);
    int p = Collections.binarySearch(periods, period);
    return u < 0 || p < 0
        ? new Figure.Missing(Status.ABSENT)
        : column(name).figure(u * periods.size() + p);
  }

  private NumberColumn column(String name) {
    NumberColumn column = series.get(name);
    if (column == null) {
      throw new IllegalArgumentException("no series " + name + " among " + series.keySet());
    }
    return column;
  }

  /** One row a unit and period, units first; cells that nobody gave included. */
  public Frame longFrame(String unit, String period) {
    TextColumn.Builder who = TextColumn.builder(unit);
    TextColumn.Builder when = TextColumn.builder(period);
    for (String code : units) {
      for (Period time : periods) {
        who.add(code);
        when.add(time.toString());
      }
    }
    List<Column> columns = new ArrayList<>(List.of(who.build(), when.build()));
    columns.addAll(series.values());
    return Frame.of(columns);
  }

  /**
   * With one more series: amount / population · per. Known only where both are and the population is above zero; hidden,
   * with limits, where the amount is hidden.
   */
  public Panel perCapita(String amount, String population, double per, String as) {
    NumberColumn top = column(amount);
    NumberColumn below = column(population);
    return with(Scaled.of(
            top,
            cell ->
                below.isKnown(cell) && below.value(cell) > 0 ? per / below.value(cell) : Double.NaN)
        .named(as));
  }

  /** With one more series: the amount in the prices of the base. A period the index does not hold is missing. */
  public Panel deflated(String amount, PriceIndex index, Period base, String as) {
    TextColumn times = longFrame("unit", "period").text("period");
    return with(index.deflated(column(amount), times, base).named(as));
  }

  private Panel with(NumberColumn column) {
    Map<String, NumberColumn> more = new LinkedHashMap<>(series);
    more.put(column.name(), column);
    return new Panel(units, periods, more);
  }
}
