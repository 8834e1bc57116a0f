package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import no.utfall.figure.Frame;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;

/** Events over population for every group: what proportions and rates share. */
final class Ratios {

  /** One estimate with its limits, and the method used. */
  record Limits(double value, double stdError, double low, double high, String method) {}

  /** From events and population at one confidence level. */
  interface Kernel {
    Limits at(double count, double population);
  }

  private final Words words;
  private final double per;
  private final boolean share;
  private final DoubleFunction<Kernel> kernels;

  /**
   * @param share whether the counted are part of the population
   * @param kernels the kernel of a confidence level
   */
  Ratios(Words words, double per, boolean share, DoubleFunction<Kernel> kernels) {
    this.words = words;
    this.per = per;
    this.share = share;
    this.kernels = kernels;
  }

  Result of(Frame data, Settings settings) {
    double[] levels = settings.numbers("conf-level");
    List<Kernel> atLevels = Arrays.stream(levels).mapToObj(kernels).toList();
    Grouped grouped = Grouped.of(data, settings);
    Tidy tidy = Tidy.keys(grouped.keys());
    Totals sums = new Totals(data, settings.text("count"), settings.text("population"), share);
    TooUncertain.Then then = TooUncertain.then(settings);
    List<Total> totals = sums.of(grouped);
    List<Shown> shown = new ArrayList<>();
    int uncertain = 0;
    boolean anyKnown = false;
    for (int g = 0; g < grouped.count(); g++) {
      List<String> names = grouped.names(g);
      Total total = totals.get(g);
      String why = total.isKnown() && then != TooUncertain.Then.IGNORE
          ? TooUncertain.why(share, total.count(), total.population())
          : "";
      boolean held = !why.isEmpty() && then == TooUncertain.Then.HOLD;
      uncertain += why.isEmpty() ? 0 : 1;
      for (int i = 0; i < levels.length; i++) {
        Tidy.Row row = tidy.row(names).measure(words.code()).unitOfMeasure(words.unitCode());
        if (!why.isEmpty()) {
          row.status(Standing.UNRELIABLE.code()).note(why);
        }
        if (held) {
          row.interval(Double.NaN, Double.NaN, levels[i]).n(total.rows());
        } else if (total.isKnown()) {
          Limits limits = fill(row, atLevels.get(i), total, levels[i]);
          if (i == 0) {
            shown.add(new Shown(names, limits.value(), limits.low(), limits.high()));
          }
        } else {
          row.interval(Double.NaN, Double.NaN, levels[i])
              .status(total.standing().code())
              .note(total.note());
        }
      }
      Bounds.add(tidy, names, per * total.lowest(), per * total.highest(), words.unitCode());
      Total known = sums.ofKnown(grouped, g, total);
      anyKnown |= known.isKnown();
      if (known.isKnown()) {
        for (int i = 0; i < levels.length; i++) {
          Tidy.Row row = tidy.row(names)
              .measure("of_known")
              .unitOfMeasure(words.unitCode())
              .note(known.rows() + " of " + total.rows() + " rows are known");
          fill(row, atLevels.get(i), known, levels[i]);
        }
      }
    }
    if (settings.has("compare-to")) {
      compare(tidy, grouped, totals, atLevels, levels, settings.text("compare-to"));
    }
    if (!anyKnown && totals.stream().noneMatch(Total::isAnswer)) {
      String note = totals.isEmpty() ? "there are no rows" : totals.get(0).note();
      throw grouped.refusal(settings.text("count"), note, sums.findings());
    }
    Story story = new Story(
        grouped.keys(),
        shown,
        grouped.count(),
        overall(totals),
        words,
        levels[0],
        settings.text("method"),
        data.file());
    return new GroupResult(
        tidy.frame(),
        new LazyTables().with("sizes", () -> sizes(grouped, totals)),
        story.charts(),
        TooUncertain.told(story.reading(), uncertain, totals.size()),
        sums.findings(),
        key -> grouped.explained(key, group -> arithmetic(totals.get(group), atLevels, levels)));
  }

  private static Limits fill(Tidy.Row row, Kernel kernel, Total total, double level) {
    Limits limits = kernel.at(total.count(), total.population());
    row.estimate(limits.value())
        .stdError(limits.stdError())
        .interval(limits.low(), limits.high(), level)
        .n(total.rows())
        .method(limits.method());
    return limits;
  }

  /** Every other group against the one of this key. */
  private void compare(
      Tidy tidy,
      Grouped grouped,
      List<Total> totals,
      List<Kernel> kernels,
      double[] levels,
      String key) {
    int reference = grouped.find(key);
    if (reference < 0) {
      throw Refusal.commandLine(
          "--compare-to: there is no group '" + key + "'",
          "write the cells of " + String.join(",", grouped.keys()) + " with commas");
    }
    Total second = totals.get(reference);
    for (int g = 0; g < totals.size(); g++) {
      Total first = totals.get(g);
      if (g == reference) {
        continue;
      }
      for (int i = 0; i < levels.length; i++) {
        Tidy.Row difference = tidy.row(grouped.names(g))
            .measure("difference")
            .unitOfMeasure(words.unitCode())
            .method("mover");
        Tidy.Row ratio = tidy.row(grouped.names(g))
            .measure("ratio")
            .unitOfMeasure("ratio")
            .method(share ? "koopman" : "conditional");
        if (!first.isKnown() || !second.isKnown()) {
          String why = first.isKnown() ? key + ": " + second.note() : first.note();
          for (Tidy.Row row : List.of(difference, ratio)) {
            row.interval(Double.NaN, Double.NaN, levels[i])
                .status(Standing.NOT_ESTIMABLE.code())
                .note(why);
          }
          continue;
        }
        Limits a = kernels.get(i).at(first.count(), first.population());
        Limits b = kernels.get(i).at(second.count(), second.population());
        TwoGroups.Compared r = ratio(first, second, levels[i]);
        TwoGroups.Compared d = TwoGroups.difference(
            a.value(), a.low(), a.high(), b.value(), b.low(), b.high(), r.pValue());
        put(difference, d, levels[i], "");
        put(ratio, r, levels[i], "no events in " + key);
      }
    }
  }

  private static void put(Tidy.Row row, TwoGroups.Compared c, double level, String why) {
    row.estimate(c.value())
        .interval(c.low(), c.high(), level)
        .test(Double.NaN, Double.NaN, c.pValue());
    if (Double.isNaN(c.value())) {
      row.status(Standing.NOT_ESTIMABLE.code()).note(why);
    }
  }

  private TwoGroups.Compared ratio(Total a, Total b, double level) {
    return share
        ? TwoGroups.ratioOfProportions(a.count(), a.population(), b.count(), b.population(), level)
        : TwoGroups.ratioOfRates(a.count(), a.population(), b.count(), b.population(), level);
  }

  private List<Text> arithmetic(Total total, List<Kernel> kernels, double[] levels) {
    Arithmetic lines = new Arithmetic();
    if (!total.isKnown()) {
      return lines.reason(total.note()).lines();
    }
    lines.line(
        "x = Σ count = {0}, n = Σ population = {1}  ({2} rows)",
        total.count(), total.population(), total.rows());
    for (int i = 0; i < levels.length; i++) {
      Limits limits = kernels.get(i).at(total.count(), total.population());
      if (i == 0) {
        lines.line(
            "{0} · x / n = {0} · {1} / {2} = {3}",
            per, total.count(), total.population(), limits.value());
      }
      lines.line(
          "{0}: {1} … {2}  (level {3})", limits.method(), limits.low(), limits.high(), levels[i]);
    }
    return lines.lines();
  }

  private static Frame sizes(Grouped grouped, List<Total> totals) {
    Tidy sizes = Tidy.keys(grouped.keys());
    for (int g = 0; g < totals.size(); g++) {
      Total total = totals.get(g);
      List<String> names = grouped.names(g);
      addSize(sizes, names, "events", total.count(), total);
      addSize(sizes, names, "population", total.population(), total);
    }
    return sizes.frame();
  }

  private static void addSize(
      Tidy sizes, List<String> names, String measure, double size, Total total) {
    sizes
        .row(names)
        .measure(measure)
        .estimate(size)
        .status(total.standing().code())
        .note(total.note());
  }

  private double overall(List<Total> totals) {
    double[] events =
        totals.stream().filter(Total::isKnown).mapToDouble(Total::count).toArray();
    double[] population =
        totals.stream().filter(Total::isKnown).mapToDouble(Total::population).toArray();
    return per * Sums.of(events) / Sums.of(population);
  }
}
