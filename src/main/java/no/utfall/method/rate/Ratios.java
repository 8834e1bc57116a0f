package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.math.Sums;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;

/** Events over population for every group: what proportions and rates share. */
final class Ratios {

  /** One estimate with its limits, and the method used. */
  record Limits(double value, double low, double high, String method) {}

  /** From events and population at one confidence level. */
  interface Kernel {
    Limits at(double count, double population, double level);
  }

  private final Words words;
  private final double per;
  private final boolean share;
  private final Kernel kernel;

  Ratios(Words words, double per, boolean share, Kernel kernel) {
    this.words = words;
    this.per = per;
    this.share = share;
    this.kernel = kernel;
  }

  Result of(Frame data, Settings settings) {
    double[] levels = settings.numbers("conf-level");
    for (double level : levels) {
      Checks.level(level);
    }
    Grouped grouped = Grouped.of(data, settings);
    Tidy tidy = Tidy.keys(grouped.keys());
    Tidy sizes = Tidy.keys(grouped.keys());
    Totals totals = new Totals(data, settings.text("count"), settings.text("population"), share);
    List<Shown> shown = new ArrayList<>();
    List<Total> known = new ArrayList<>();
    Standing first = Standing.OK;
    String note = "";
    boolean anything = false;
    for (int g = 0; g < grouped.count(); g++) {
      List<String> names = grouped.names(g);
      Total total = totals.of(grouped.rows()[g]);
      addSizes(sizes, names, total);
      for (int i = 0; i < levels.length; i++) {
        Tidy.Row row = tidy.row(names).measure(words.code()).unitOfMeasure(words.unitCode());
        if (total.isKnown()) {
          Limits limits = kernel.at(total.count(), total.population(), levels[i]);
          row.estimate(limits.value())
              .interval(limits.low(), limits.high(), levels[i])
              .n(total.rows())
              .method(limits.method());
          if (i == 0) {
            shown.add(new Shown(names, limits.value(), limits.low(), limits.high()));
            known.add(total);
          }
        } else {
          row.interval(Double.NaN, Double.NaN, levels[i])
              .status(total.standing().code())
              .note(total.note());
        }
      }
      addBound(tidy, names, "lowest", total.lowest());
      addBound(tidy, names, "highest", total.highest());
      anything |= total.isKnown() || total.standing() == Standing.SUPPRESSED;
      if (g == 0) {
        first = total.standing();
        note = total.note();
      }
    }
    if (!anything) {
      throw grouped.refusal(settings.text("count"), first, note, totals.findings());
    }
    Story story = new Story(
        grouped.keys(),
        shown,
        grouped.count(),
        overall(known),
        words,
        levels[0],
        settings.text("method"),
        data.file());
    return new GroupResult(
        tidy.frame(),
        Map.of("sizes", sizes.frame()),
        story.charts(),
        story.reading(),
        totals.findings());
  }

  private void addBound(Tidy tidy, List<String> names, String measure, double bound) {
    if (Double.isFinite(bound)) {
      tidy.row(names).measure(measure).estimate(per * bound).unitOfMeasure(words.unitCode());
    }
  }

  private static void addSizes(Tidy sizes, List<String> names, Total total) {
    sizes
        .row(names)
        .measure("events")
        .estimate(total.count())
        .status(total.standing().code())
        .note(total.note());
    sizes
        .row(names)
        .measure("population")
        .estimate(total.population())
        .status(total.standing().code())
        .note(total.note());
  }

  private double overall(List<Total> known) {
    double events = Sums.of(known.stream().mapToDouble(Total::count).toArray());
    double population = Sums.of(known.stream().mapToDouble(Total::population).toArray());
    return per * events / population;
  }
}
