package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.LazyTables;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** The method {@code dsr}: {@link DirectRate} for every group. */
public final class DsrMethod implements Method {

  static final String SPREAD_OF_REPEATS = "event-frequency";

  @Override
  public Card card() {
    return DsrCard.CARD;
  }

  @Override
  public Map<String, Map<String, Type>> files() {
    return Map.of(
        "standard",
        Map.of(StandardPopulation.AGE, Type.TEXT, StandardPopulation.POPULATION, Type.SIZE));
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    return new Run(data, settings).result();
  }

  /** One run: the same settings for every group. */
  private static final class Run {
    private final Frame data;
    private final Settings settings;
    private final double[] levels;
    private final List<DirectRate> kernels;
    private final DirectRate.Interval interval;
    private final double per;
    private final double enough;
    private final double least;
    private final TooUncertain.@Nullable Then then;
    private final boolean independent;
    private final Strata strata;
    private final ByStratum sums;
    private final Weights weights;
    private final Grouped grouped;
    private int tooUncertain;

    Run(Frame data, Settings settings) {
      this.data = data;
      this.settings = settings;
      this.levels = settings.numbers("conf-level");
      this.per = settings.number("per");
      this.interval = Coded.of(DirectRate.Interval.class, settings.text("method"));
      DirectRate kernel = DirectRate.withDefaults().per(per).interval(interval);
      this.kernels = Arrays.stream(levels).mapToObj(kernel::level).toList();
      this.enough = settings.number("min-events");
      this.then = TooUncertain.thenOrNull(settings);
      boolean shown = settings.flag("show-unreliable")
          || then == TooUncertain.Then.MARK
          || then == TooUncertain.Then.IGNORE;
      this.least = shown ? 0 : enough;
      String age = settings.text("age");
      this.strata = settings.column("standard").isPresent()
          ? Strata.of(data, age)
          : Strata.joined(data, age, standard(settings));
      this.independent = !settings.has(SPREAD_OF_REPEATS);
      if (!independent && interval == DirectRate.Interval.FAY_FEUER) {
        throw Refusal.commandLine(
            "--method fay-feuer holds for independent events only",
            "use --method dobson with --" + SPREAD_OF_REPEATS);
      }
      this.sums = independent
          ? new Cells(data, strata, age, settings.text("count"), settings.text("population"))
          : new Repeats(data, strata, settings);
      this.weights = new Weights(data, strata, age, settings.column("standard").orElse(""));
      this.grouped = Grouped.of(data, settings);
    }

    private static StandardPopulation standard(Settings settings) {
      return settings.table("standard").map(StandardPopulation::of).orElseGet(() -> {
        String name = settings.text("standard");
        if (!StandardPopulation.NAMES.contains(name)) {
          throw Refusal.commandLine(
              "--standard: there is no standard population '" + name + "'",
              "one of: " + String.join(" ", StandardPopulation.NAMES) + ", or col:COLUMN");
        }
        return StandardPopulation.named(name);
      });
    }

    /** Reads a group; why there is no estimate stands in {@link #standing} and {@link #note}. */
    private void fill(int group) {
      sums.fill(grouped.rows(group));
      weights.fill(grouped.rows(group));
    }

    private Standing standing() {
      return sums.isKnown() && !weights.note().isEmpty()
          ? Standing.NOT_ESTIMABLE
          : isFewKnown() ? Standing.UNRELIABLE : sums.standing();
    }

    private String note() {
      String why = sums.note().isEmpty() ? weights.note() : sums.note();
      return isFewKnown() ? why + ", and fewer than " + (long) least + " events are known" : why;
    }

    private boolean isFewKnown() {
      return sums.standing() == Standing.MISSING && sums.leastEvents() < least;
    }

    private DirectRate.Estimate estimate(DirectRate kernel) {
      return kernel.estimate(sums.count(), sums.spread(), sums.size(), weights.weight());
    }

    Result result() {
      Tidy tidy = Tidy.keys(grouped.keys());
      Words words = Words.standardised(per);
      List<Shown> shown = new ArrayList<>();
      Pool pool = new Pool(strata.count());
      boolean anyAnswer = false;
      String firstNote = "there are no rows";
      for (int g = 0; g < grouped.count(); g++) {
        List<String> names = grouped.names(g);
        fill(g);
        Standing standing = standing();
        if (standing == Standing.OK) {
          anyAnswer = true;
          pool.add(sums, weights.weight());
          add(tidy, words, names, grouped.rows(g).length, shown);
          continue;
        }
        firstNote = anyAnswer || g > 0 ? firstNote : note();
        anyAnswer |= standing == Standing.SUPPRESSED;
        for (double level : levels) {
          tidy.row(names)
              .measure("dsr")
              .interval(Double.NaN, Double.NaN, level)
              .unitOfMeasure(words.unitCode())
              .status(standing.code())
              .note(note());
        }
        if (weights.note().isEmpty()) {
          Bounds.add(
              tidy,
              names,
              per * weighted(sums.lowestRates()),
              per * weighted(sums.highestRates()),
              words.unitCode());
        }
        if (standing != Standing.NOT_ESTIMABLE) {
          anyAnswer |= addOfKnown(tidy, words, names, grouped.rows(g));
        }
      }
      List<Finding> findings = new ArrayList<>(strata.findings());
      findings.addAll(sums.findings());
      findings.addAll(weights.findings());
      if (!anyAnswer) {
        throw grouped.refusal(settings.text("count"), firstNote, findings);
      }
      Story story = new Story(
          grouped.keys(),
          shown,
          grouped.count(),
          pool.rate(per),
          words,
          levels[0],
          interval.code(),
          data.file());
      return new GroupResult(
          tidy.frame(),
          new LazyTables().with("bands", this::bands).with("sizes", this::sizes),
          story.charts(),
          TooUncertain.told(story.reading(), tooUncertain, grouped.count()),
          findings,
          key -> grouped.explained(key, this::arithmetic));
    }

    private void add(Tidy tidy, Words words, List<String> names, int rows, List<Shown> shown) {
      double[] weight = weights.weight();
      DirectRate.Estimate first = estimate(kernels.get(0));
      String why = uncertain(first, sums.count(), sums.size(), weight);
      tooUncertain += why.isEmpty() ? 0 : 1;
      for (int i = 0; i < levels.length; i++) {
        DirectRate.Estimate e = i == 0 ? first : estimate(kernels.get(i));
        boolean held = e.count() < least || (!why.isEmpty() && then == TooUncertain.Then.HOLD);
        Tidy.Row row = tidy.row(names)
            .measure("dsr")
            .unitOfMeasure(words.unitCode())
            .method(interval.code())
            .n(rows);
        if (!why.isEmpty()) {
          row.status(Standing.UNRELIABLE.code()).note(held ? why + ": held back" : why);
        }
        if (held) {
          row.interval(Double.NaN, Double.NaN, levels[i]);
          continue;
        }
        fill(row, e, levels[i]);
        if (i == 0 && e.count() >= enough) {
          shown.add(new Shown(names, e.value(), e.low(), e.high()));
        }
      }
    }

    private static void fill(Tidy.Row row, DirectRate.Estimate e, double level) {
      row.estimate(e.value()).stdError(e.stdError()).interval(e.low(), e.high(), level);
    }

    /** Why a rate is too uncertain to stand alone; empty when it is not. */
    private String uncertain(
        DirectRate.Estimate e, double[] count, double[] size, double[] weight) {
      if (then == TooUncertain.Then.IGNORE) {
        return "";
      }
      return e.count() < enough
          ? "fewer than " + (long) enough + " events"
          : independent ? TooUncertain.width(e, count, size, weight) : "";
    }

    /** The rate of the known rows, over the ages that have one; whether there is any. */
    private boolean addOfKnown(Tidy tidy, Words words, List<String> names, int[] rows) {
      ByStratum.Known known = sums.ofKnown(rows);
      int[] there = IntStream.range(0, strata.count())
          .filter(s -> known.size()[s] > 0 && weights.weight()[s] > 0)
          .toArray();
      if (there.length == 0) {
        return false;
      }
      double[] count = IntStream.of(there).mapToDouble(s -> known.count()[s]).toArray();
      double[] size = IntStream.of(there).mapToDouble(s -> known.size()[s]).toArray();
      double[] weight =
          IntStream.of(there).mapToDouble(s -> weights.weight()[s]).toArray();
      String note = known.rows() + " of " + rows.length + " rows are known";
      if (there.length < strata.count()) {
        note += "; standardised without the ages "
            + IntStream.range(0, strata.count())
                .filter(s -> Arrays.binarySearch(there, s) < 0)
                .mapToObj(strata::name)
                .collect(Collectors.joining(", "));
      }
      for (int i = 0; i < levels.length; i++) {
        DirectRate.Estimate e = kernels.get(i).estimate(count, size, weight);
        String why = uncertain(e, count, size, weight);
        Tidy.Row row = tidy.row(names)
            .measure("of_known")
            .unitOfMeasure(words.unitCode())
            .method(interval.code())
            .n(known.rows())
            .note(why.isEmpty() ? note : note + "; " + why);
        if (!why.isEmpty()) {
          row.status(Standing.UNRELIABLE.code());
        }
        if (e.count() < least || (!why.isEmpty() && then == TooUncertain.Then.HOLD)) {
          row.interval(Double.NaN, Double.NaN, levels[i]);
        } else {
          fill(row, e, levels[i]);
        }
      }
      return true;
    }

    /** The mean of the rates of the strata in the standard population. */
    private double weighted(double[] rates) {
      double[] weight = weights.weight();
      double sum = 0;
      double total = 0;
      for (int s = 0; s < rates.length; s++) {
        sum += weight[s] * rates[s];
        total += weight[s];
      }
      return sum / total;
    }

    private Frame bands() {
      List<String> keys = new ArrayList<>(grouped.keys());
      keys.add(settings.text("age"));
      Tidy tidy = Tidy.keys(keys);
      String unit = Words.standardised(per).unitCode();
      for (int g = 0; g < grouped.count(); g++) {
        fill(g);
        if (standing() != Standing.OK) {
          continue;
        }
        double total = 0;
        for (double weight : weights.weight()) {
          total += weight;
        }
        for (int s = 0; s < strata.count(); s++) {
          List<String> names = new ArrayList<>(grouped.names(g));
          names.add(strata.name(s));
          double rate = per * sums.count()[s] / sums.size()[s];
          double share = weights.weight()[s] / total;
          tidy.row(names).measure("events").estimate(sums.count()[s]).unitOfMeasure("events");
          tidy.row(names).measure("population").estimate(sums.size()[s]).unitOfMeasure("persons");
          tidy.row(names).measure("rate").estimate(rate).unitOfMeasure(unit);
          tidy.row(names).measure("weight").estimate(share).unitOfMeasure("share");
          tidy.row(names).measure("contribution").estimate(rate * share).unitOfMeasure(unit);
        }
      }
      return tidy.frame();
    }

    private Frame sizes() {
      Tidy tidy = Tidy.keys(grouped.keys());
      String unit = Words.standardised(per).unitCode();
      for (int g = 0; g < grouped.count(); g++) {
        List<String> names = grouped.names(g);
        fill(g);
        boolean known = standing() == Standing.OK;
        double events = known ? Sums.of(sums.count()) : Double.NaN;
        double people = known ? Sums.of(sums.size()) : Double.NaN;
        size(tidy, names, "events", events, "events");
        size(tidy, names, "population", people, "persons");
        size(tidy, names, "crude_rate", per * events / people, unit);
      }
      return tidy.frame();
    }

    private void size(Tidy tidy, List<String> names, String measure, double value, String unit) {
      Tidy.Row row = tidy.row(names).measure(measure).estimate(value).unitOfMeasure(unit);
      if (Double.isNaN(value)) {
        row.status(standing().code()).note(note());
      }
    }

    private List<Text> arithmetic(int group) {
      Arithmetic lines = new Arithmetic();
      fill(group);
      if (standing() != Standing.OK) {
        return lines.reason(note()).lines();
      }
      double sum = 0;
      double total = 0;
      for (int s = 0; s < strata.count(); s++) {
        double weight = weights.weight()[s];
        double part = weight * sums.count()[s] / sums.size()[s];
        sum += part;
        total += weight;
        lines.line(
            "{0}: w · x / n = {1} · {2} / {3} = {4}",
            strata.name(s), weight, sums.count()[s], sums.size()[s], part);
      }
      for (int i = 0; i < levels.length; i++) {
        DirectRate.Estimate e = estimate(kernels.get(i));
        if (i == 0) {
          lines.line(
              "D = {0} · Σ(w · x / n) / Σw = {0} · {1} / {2} = {3}", per, sum, total, e.value());
          lines.line("√V = {0}, X = Σx = {1}", e.stdError(), e.count());
        }
        if (interval == DirectRate.Interval.DOBSON) {
          lines.line(
              "X: {0} … {1}; D + √(V / X) · (… − X): {2} … {3}  (level {4})",
              e.countLow(), e.countHigh(), e.low(), e.high(), levels[i]);
        } else {
          lines.line("Gamma: {0} … {1}  (level {2})", e.low(), e.high(), levels[i]);
        }
      }
      return lines.lines();
    }
  }

  /** All known groups together. */
  private static final class Pool {
    private final double[] count;
    private final double[] size;
    private double[] weight = {};
    private boolean same = true;

    Pool(int strata) {
      count = new double[strata];
      size = new double[strata];
    }

    void add(ByStratum sums, double[] weights) {
      if (weight.length == 0) {
        weight = weights.clone();
      }
      same &= Arrays.equals(weight, weights);
      for (int s = 0; s < count.length; s++) {
        count[s] += sums.count()[s];
        size[s] += sums.size()[s];
      }
    }

    /** {@code NaN} when groups have different standards. */
    double rate(double per) {
      return same && weight.length > 0
          ? DirectRate.withDefaults().per(per).estimate(count, size, weight).value()
          : Double.NaN;
    }
  }

  /** The standard population by stratum: one for all groups, or as a column of the data says. */
  private static final class Weights {
    private final Frame data;
    private final Strata strata;
    private final TextColumn ages;
    private final String column;
    private final double[] weight;
    private final List<Finding> findings = new ArrayList<>();
    private String note = "";

    Weights(Frame data, Strata strata, String age, String column) {
      this.data = data;
      this.strata = strata;
      this.ages = data.text(age);
      this.column = column;
      this.weight = new double[strata.count()];
      for (int s = 0; s < weight.length; s++) {
        weight[s] = strata.weight(s);
      }
    }

    void fill(int[] rows) {
      if (column.isEmpty()) {
        return;
      }
      note = "";
      Arrays.fill(weight, Double.NaN);
      NumberColumn standard = data.number(column);
      int told = strata.count();
      for (int row : rows) {
        int s = strata.of(ages.code(row));
        double w = standard.value(row);
        if (s >= 0 && w > 0) {
          weight[s] = Double.isNaN(weight[s]) ? w : Math.min(weight[s], w);
        } else if (s >= 0 && s < told) {
          told = s;
          note = "the standard population of age " + strata.name(s) + " is not above 0";
        }
      }
      for (int row : rows) {
        int s = strata.of(ages.code(row));
        double w = standard.value(row);
        if (s >= 0 && w > weight[s]) {
          String two = "age " + strata.name(s) + " has two standard populations";
          findings.add(Finding.error(
              "E723",
              data.place(row, column),
              Numerals.exact(w),
              two,
              "give every row of one age the same number in " + column));
          note = s < told ? two : note;
          told = Math.min(told, s);
        }
      }
    }

    String note() {
      return note;
    }

    double[] weight() {
      return weight;
    }

    List<Finding> findings() {
      return List.copyOf(findings);
    }
  }
}
