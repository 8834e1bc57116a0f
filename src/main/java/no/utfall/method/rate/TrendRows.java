package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.math.Sums;
import no.utfall.method.Settings;
import no.utfall.panel.Period;
import no.utfall.problem.Finding;

/** Makes the series of a run out of its rows: counts over populations are summed within a period, values stand once. */
final class TrendRows {

  private final Frame data;
  private final String period;
  private final NumberColumn number;
  private final NumberColumn population;
  private final NumberColumn error;
  private final boolean counts;
  private final Totals totals;
  private final List<Finding> findings = new ArrayList<>();

  /** @param share whether counts are part of their population */
  TrendRows(Frame data, Settings settings, boolean share) {
    this.data = data;
    this.period = settings.text("period");
    this.counts = settings.has("count");
    this.number = data.number(settings.text(counts ? "count" : "value"));
    this.population = counts ? data.number(settings.text("population")) : number;
    this.error = settings.has("std-error") ? data.number(settings.text("std-error")) : number;
    this.totals = new Totals(data, number.name(), population.name(), share);
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(totals.findings());
    all.addAll(findings);
    return all;
  }

  List<TrendSeries> series(List<String> keys) {
    List<String> all = new ArrayList<>(keys);
    all.add(period);
    Grouped grouped = Grouped.of(data, all);
    Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    for (int g = 0; g < grouped.count(); g++) {
      groups
          .computeIfAbsent(grouped.names(g).subList(0, keys.size()), key -> new ArrayList<>())
          .add(g);
    }
    List<TrendSeries> series = new ArrayList<>();
    groups.forEach((names, cells) -> series.add(one(names, cells, grouped)));
    return series;
  }

  private TrendSeries one(List<String> names, List<Integer> cells, Grouped grouped) {
    List<TrendSeries.Moment> moments = new ArrayList<>();
    for (int cell : cells) {
      int[] rows = grouped.rows(cell);
      List<String> all = grouped.names(cell);
      String text = all.get(all.size() - 1);
      Optional<Period> when = Period.find(text);
      if (when.isEmpty()) {
        findings.add(
            Finding.error(
                "E726",
                data.place(rows[0], period),
                text,
                period + " = '" + text
                    + "' is not a year, school year, quarter, month or span of years",
                "leave the rows out, or write the period as 2024, 2024/25, 2024Q1, 2024-01 or 2020-2024"));
        return TrendSeries.none(names, "'" + text + "' is not a period");
      }
      if (!counts && rows.length > 1) {
        findings.add(Finding.error(
            "E501",
            data.place(rows[1], period),
            text,
            "there are " + rows.length + " values for " + String.join(",", all),
            "name the columns that tell the rows apart in --by"));
        return TrendSeries.none(names, text + " stands twice");
      }
      moments.add(counts ? count(when.get(), rows) : value(when.get(), rows[0]));
    }
    TrendSeries series = TrendSeries.of(names, moments);
    if (!series.fault().isEmpty()) {
      findings.add(Finding.error(
          "E726",
          data.place(grouped.rows(cells.get(0))[0], period),
          String.join(",", names),
          String.join(",", names) + (names.isEmpty() ? "" : ": ")
              + "the periods do not follow each other: " + series.fault(),
          "choose the rows of one kind of period, none of them overlapping"));
    }
    return series;
  }

  private TrendSeries.Moment count(Period when, int[] rows) {
    Total total = totals.of(rows);
    double[] sizes = new double[rows.length];
    boolean broken = false;
    for (int i = 0; i < rows.length; i++) {
      sizes[i] = population.value(rows[i]);
      broken |= number.has(rows[i], Flag.BREAK) || population.has(rows[i], Flag.BREAK);
    }
    return new TrendSeries.Moment(
        when,
        total.standing(),
        total.note(),
        total.isKnown() ? total.count() / total.population() : Double.NaN,
        Sums.of(sizes),
        Double.NaN,
        total.lowest(),
        total.highest(),
        broken);
  }

  private TrendSeries.Moment value(Period when, int row) {
    Tally tally = new Tally("value", "values");
    tally.add(number, row);
    boolean withError = error != number;
    double wrong = withError ? error.value(row) : Double.NaN;
    Standing standing = tally.standing();
    String note = tally.allKnown() ? "" : tally.note();
    if (standing == Standing.OK && withError && !(wrong > 0)) {
      standing = Standing.NOT_ESTIMABLE;
      note = "its standard error is not above 0";
    }
    return new TrendSeries.Moment(
        when,
        standing,
        note,
        standing == Standing.OK ? number.value(row) : Double.NaN,
        Double.NaN,
        wrong,
        number.low(row),
        number.high(row),
        number.has(row, Flag.BREAK));
  }
}
