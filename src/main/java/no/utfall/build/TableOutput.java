package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.utfall.build.Project.TableSpec;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Period;
import no.utfall.panel.UnitList;
import no.utfall.report.Measured;
import no.utfall.text.Language;
import no.utfall.text.Order;
import no.utfall.text.Text;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import org.jspecify.annotations.Nullable;

/** A declared table: units, periods or indicators down, indicators with their limits across. */
final class TableOutput {

  private final TableSpec spec;
  private final List<Measured> cols;
  private final @Nullable UnitList list;
  private final Language language;

  TableOutput(TableSpec spec, List<Measured> cols, @Nullable UnitList list, Language language) {
    this.spec = spec;
    this.cols = List.copyOf(cols);
    this.list = list;
    this.language = language;
  }

  Table table() {
    return spec.rows().equals("indicator") ? byIndicator() : across();
  }

  private Table across() {
    boolean byUnit = spec.rows().startsWith("unit");
    boolean byPeriod = !spec.rows().equals("unit");
    TreeSet<Key> keys = new TreeSet<>();
    List<Map<Key, Integer>> rowsOf = new ArrayList<>();
    for (Measured measured : cols) {
      Frame frame = byUnit ? measured.units() : measured.country();
      Period latest = byPeriod ? null : latest(frame);
      Map<Key, Integer> rows = new LinkedHashMap<>();
      for (int row = 0; row < frame.rows(); row++) {
        Period period = Period.parse(frame.text("period").get(row));
        if (latest == null || period.equals(latest)) {
          rows.put(
              new Key(
                  byUnit ? frame.text("unit").get(row) : "",
                  latest == null ? period : Period.year(1)),
              row);
        }
      }
      keys.addAll(rows.keySet());
      rowsOf.add(rows);
    }
    List<Column> columns = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    if (byUnit) {
      words(
          columns,
          shown,
          "unit",
          Text.of("Enhet", "Eining", "Unit"),
          keys.stream().map(Key::unit).toList());
      UnitList names = list;
      if (names != null) {
        words(
            columns,
            shown,
            "name",
            Text.of("Navn", "Namn", "Name"),
            keys.stream()
                .map(key -> names.name(key.unit(), key.nameYear()).orElse(""))
                .toList());
      }
    }
    if (byPeriod) {
      words(
          columns,
          shown,
          "period",
          Text.of("Periode", "Periode", "Period"),
          keys.stream().map(k -> k.period().toString()).toList());
    }
    for (int c = 0; c < cols.size(); c++) {
      Frame frame = byUnit ? cols.get(c).units() : cols.get(c).country();
      indicator(columns, shown, cols.get(c), frame, keys, rowsOf.get(c), byPeriod);
    }
    return new Table(spec.id(), title(), note(byPeriod), shown, Frame.of(columns));
  }

  /** The latest period with a known number; the last of all where there is none, nothing without rows. */
  private static @Nullable Period latest(Frame frame) {
    Period latest = null;
    boolean anyKnown = anyKnown(frame.number("estimate"));
    for (int row = 0; row < frame.rows(); row++) {
      Period period = Period.parse(frame.text("period").get(row));
      boolean counts = !anyKnown || frame.number("estimate").isKnown(row);
      if (counts && (latest == null || period.compareTo(latest) > 0)) {
        latest = period;
      }
    }
    return latest;
  }

  private void indicator(
      List<Column> columns,
      List<Shown> shown,
      Measured measured,
      Frame frame,
      TreeSet<Key> keys,
      Map<Key, Integer> rows,
      boolean byPeriod) {
    String id = measured.indicator().id();
    Period latest = byPeriod ? null : latest(frame);
    Text title = latest == null
        ? measured.indicator().title()
        : measured.indicator().title().plus(Text.same(", " + latest));
    Text low = title.plus(Text.of(", nedre grense", ", nedre grense", ", lower limit"));
    Text high = title.plus(Text.of(", øvre grense", ", øvre grense", ", upper limit"));
    number(columns, shown, id, title, frame.number("estimate"), keys, rows);
    if (anyKnown(frame.number("conf_low"))) {
      number(columns, shown, id + "_conf_low", low, frame.number("conf_low"), keys, rows);
      number(columns, shown, id + "_conf_high", high, frame.number("conf_high"), keys, rows);
    }
    TextColumn status = frame.text("status");
    List<String> standing =
        keys.stream().map(key -> status(status, rows.get(key))).toList();
    words(
        columns,
        shown,
        id + "_status",
        title.plus(Text.of(", status", ", status", ", status")),
        standing);
  }

  private static boolean anyKnown(NumberColumn column) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isKnown(row)) {
        return true;
      }
    }
    return false;
  }

  private static String status(TextColumn status, @Nullable Integer row) {
    return row == null ? "missing" : status.get(row);
  }

  private static void number(
      List<Column> columns,
      List<Shown> shown,
      String name,
      Text label,
      NumberColumn from,
      TreeSet<Key> keys,
      Map<Key, Integer> rows) {
    NumberColumn.Builder builder = NumberColumn.builder(name);
    double largest = 0;
    for (Key key : keys) {
      Integer row = rows.get(key);
      double value = row == null ? Double.NaN : from.value(row);
      largest = Math.max(largest, Double.isNaN(value) ? 0 : Math.abs(value));
      builder.add(value);
    }
    columns.add(builder.build());
    shown.add(new Shown(name, label, largest >= 1000 ? 0 : 1));
  }

  private static void words(
      List<Column> columns, List<Shown> shown, String name, Text label, List<String> cells) {
    columns.add(TextColumn.of(name, cells));
    shown.add(new Shown(name, label, Shown.AS_IS));
  }

  private Table byIndicator() {
    List<String> ids = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<String> periods = new ArrayList<>();
    List<String> units = new ArrayList<>();
    NumberColumn.Builder estimate = NumberColumn.builder("estimate");
    NumberColumn.Builder low = NumberColumn.builder("conf_low");
    NumberColumn.Builder high = NumberColumn.builder("conf_high");
    for (Measured measured : cols) {
      Frame country = measured.country();
      Period latest = latest(country);
      for (int row = 0; row < country.rows(); row++) {
        if (Period.parse(country.text("period").get(row)).equals(latest)) {
          ids.add(measured.indicator().id());
          titles.add(measured.indicator().title().in(language));
          periods.add(String.valueOf(latest));
          units.add(measured.indicator().unitOfMeasure());
          estimate.add(country.number("estimate").value(row));
          low.add(country.number("conf_low").value(row));
          high.add(country.number("conf_high").value(row));
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    words(columns, shown, "indicator", Text.of("Indikator", "Indikator", "Indicator"), ids);
    words(columns, shown, "title", Text.of("Tittel", "Tittel", "Title"), titles);
    words(columns, shown, "period", Text.of("Periode", "Periode", "Period"), periods);
    columns.addAll(List.of(estimate.build(), low.build(), high.build()));
    shown.add(new Shown("estimate", Text.of("Verdi", "Verdi", "Value"), Shown.BY_INTERVAL));
    shown.add(new Shown(
        "conf_low", Text.of("Nedre grense", "Nedre grense", "Lower limit"), Shown.BY_INTERVAL));
    shown.add(new Shown(
        "conf_high", Text.of("Øvre grense", "Øvre grense", "Upper limit"), Shown.BY_INTERVAL));
    words(
        columns,
        shown,
        "unit_of_measure",
        Text.of("Måleenhet", "Måleeining", "Unit of measure"),
        units);
    return new Table(spec.id(), title(), Text.none(), shown, Frame.of(columns));
  }

  private Text title() {
    return spec.title().isBlank() ? Text.same(spec.id()) : spec.title();
  }

  private static Text note(boolean byPeriod) {
    return byPeriod
        ? Text.none()
        : Text.of(
            "Siste periode med kjente tall for hver indikator.",
            "Siste periode med kjende tal for kvar indikator.",
            "The latest period with known numbers of each indicator.");
  }

  /** Where a row stands; without periods all are put in one. */
  private record Key(String unit, Period period) implements Comparable<Key> {
    int nameYear() {
      return period.year() == 1 ? Integer.MAX_VALUE : period.year();
    }

    @Override
    public int compareTo(Key other) {
      int byUnit = Order.NATURAL.compare(unit, other.unit);
      return byUnit != 0 ? byUnit : period.compareTo(other.period);
    }
  }
}
