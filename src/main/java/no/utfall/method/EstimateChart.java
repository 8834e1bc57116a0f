package no.utfall.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/**
 * Estimates of one measure with their intervals as a chart: from highest to lowest, or over time.
 *
 * @param id before the kind of the chart
 * @param keys the columns that name a group
 * @param shown in the order of their keys
 * @param title the message, without full stop
 * @param heading the measure with its unit, for an axis
 * @param file where the data are from
 * @param note below the numbers of the chart
 */
public record EstimateChart(
    String id,
    List<String> keys,
    List<Shown> shown,
    Text title,
    Text subtitle,
    Text heading,
    String file,
    Text note) {

  public EstimateChart {
    keys = List.copyOf(keys);
    shown = List.copyOf(shown);
  }

  /**
   * From highest to lowest; the groups have one key.
   *
   * @param alt what is seen, before the message
   * @param behind what else is drawn, below the estimates
   */
  public Chart bySize(Text alt, List<Mark> behind) {
    List<Shown> sorted = new ArrayList<>(shown);
    sorted.sort(Comparator.comparingDouble(Shown::estimate).reversed());
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Text> names = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Shown row = sorted.get(i);
      names.add(Text.same(row.name()));
      points.add(new Point(row.estimate(), i));
      if (row.hasInterval()) {
        spans.add(new Span(i, row.low(), row.high()));
      }
    }
    List<Mark> marks = new ArrayList<>(behind);
    marks.add(new Mark.Intervals(Text.none(), Tone.FOCUS, spans, false));
    marks.add(new Mark.Dots(Text.none(), Tone.FOCUS, points));
    return chart(
        "intervals",
        alt,
        Axis.number(heading, decimals()),
        Axis.categories(Text.same(keys.get(0)), names),
        marks,
        sorted);
  }

  /**
   * Over time; the last key of every group is a year.
   *
   * @param name of the line
   * @param alt what is seen, before the message
   */
  public Chart overTime(Text name, Text alt) {
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Point> dots = new ArrayList<>();
    int expected = period(shown.get(0));
    for (Shown row : shown) {
      int period = period(row);
      if (period > expected) {
        points.add(new Point(expected, Double.NaN));
        spans.add(new Span(expected, Double.NaN, Double.NaN));
      }
      points.add(new Point(period, row.estimate()));
      dots.add(new Point(period, row.estimate()));
      spans.add(new Span(period, row.low(), row.high()));
      expected = period + 1;
    }
    return chart(
        "trend",
        alt,
        Axis.whole(Text.same(keys.get(keys.size() - 1))),
        Axis.number(heading, decimals()),
        List.of(
            new Mark.Band(Text.none(), Tone.FOCUS, spans),
            new Mark.Line(name, Tone.FOCUS, points),
            new Mark.Dots(Text.none(), Tone.FOCUS, dots)),
        shown);
  }

  private static int period(Shown row) {
    return Integer.parseInt(row.lastKey());
  }

  /** So many that the ticks of the whole range can be told apart. */
  public int decimals() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Shown row : shown) {
      low = Math.min(low, row.hasInterval() ? row.low() : row.estimate());
      high = Math.max(high, row.hasInterval() ? row.high() : row.estimate());
    }
    return Numerals.decimalsFor(low, high);
  }

  private Chart chart(String kind, Text alt, Axis x, Axis y, List<Mark> marks, List<Shown> rows) {
    return new Chart(
        id + "-" + kind,
        title,
        subtitle,
        file.equals("result") ? Text.none() : Text.same(file),
        alt.plus(title).plus(Text.same(".")),
        x,
        y,
        marks,
        twin(id + "-" + kind, rows));
  }

  private Table twin(String name, List<Shown> rows) {
    List<Column> cells = new ArrayList<>();
    List<Table.Shown> columns = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      int key = k;
      cells.add(TextColumn.of(
          keys.get(k), rows.stream().map(row -> row.keys().get(key)).toList()));
      columns.add(new Table.Shown(keys.get(k), Text.same(keys.get(k)), Table.Shown.AS_IS));
    }
    cells.add(
        NumberColumn.of("estimate", rows.stream().mapToDouble(Shown::estimate).toArray()));
    cells.add(NumberColumn.of("conf_low", rows.stream().mapToDouble(Shown::low).toArray()));
    cells.add(
        NumberColumn.of("conf_high", rows.stream().mapToDouble(Shown::high).toArray()));
    columns.add(new Table.Shown("estimate", heading, Table.Shown.BY_INTERVAL));
    columns.add(new Table.Shown(
        "conf_low",
        Text.of("Nedre grense", "Nedre grense", "Lower limit"),
        Table.Shown.BY_INTERVAL));
    columns.add(new Table.Shown(
        "conf_high",
        Text.of("Øvre grense", "Øvre grense", "Upper limit"),
        Table.Shown.BY_INTERVAL));
    return new Table(name, subtitle, note, columns, Frame.of(cells));
  }
}
