package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.Checks;
import no.utfall.method.LazyTables;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** The method {@code life-expectancy}: {@link LifeTable} for every group, at every age. */
public final class LifeExpectancyMethod implements Method {

  private static final String METHOD = "chiang-silcocks";
  private static final double WIDEST = 20;

  @Override
  public Card card() {
    return LifeExpectancyCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    return new Run(data, settings).result();
  }

  /**
   * One group: its deaths and person-years, or why there are none.
   *
   * @param table nothing when there is no table
   * @param pooled the groups that were put together, with commas; blank for one alone
   * @param known the known rows alone, when others are hidden or missing; nothing when they are no whole table
   */
  private record Life(
      Standing standing,
      String note,
      double[] deaths,
      double[] population,
      double[] lowestRates,
      double[] highestRates,
      @Nullable LifeTable table,
      String pooled,
      @Nullable OfKnown known) {}

  /**
   * @param rule why it is too uncertain; empty when it is not
   * @param note how many rows are known
   */
  private record OfKnown(LifeTable table, String rule, String note) {}

  /** One run: the same settings for every group. */
  private static final class Run {
    private final Frame data;
    private final Settings settings;
    private final String age;
    private final double[] levels;
    private final double[] z;
    private final double least;
    private final TooUncertain.@Nullable Then then;
    private final Strata strata;
    private final double[] from;
    private final YearsLost lost;
    private final Cells cells;
    private final Grouped grouped;
    private final List<Life> lives = new ArrayList<>();
    private final List<Finding> findings;

    Run(Frame data, Settings settings) {
      this.data = data;
      this.settings = settings;
      this.age = settings.text("age");
      this.levels =
          Arrays.stream(settings.numbers("conf-level")).map(Checks::level).toArray();
      this.z =
          Arrays.stream(levels).map(level -> -Normal.quantile((1 - level) / 2)).toArray();
      this.least = settings.number("min-population");
      this.then = TooUncertain.thenOrNull(settings);
      this.strata = Strata.ofLife(data, age);
      this.from = strata.bands().stream().mapToDouble(AgeBand::from).toArray();
      this.lost = new YearsLost(strata.bands(), settings.number("lost-before"));
      this.cells =
          new Cells(data, strata, age, settings.text("count"), settings.text("population"));
      this.grouped = Grouped.of(data, settings);
      if (grouped.keys().contains(age)) {
        throw Refusal.commandLine(
            "--by holds the age column '" + age + "'", "take it out: there is a row for each age");
      }
      this.findings = new ArrayList<>(strata.findings());
    }

    Result result() {
      checkBands();
      for (int g = 0; g < grouped.count(); g++) {
        cells.fill(grouped.rows(g));
        lives.add(life(g, cells.count().clone(), cells.size().clone(), ""));
      }
      if (settings.has("pool")) {
        pool();
      }
      findings.addAll(cells.findings());
      if (lives.stream()
          .noneMatch(life -> life.table() != null
              || life.known() != null
              || life.standing() == Standing.SUPPRESSED)) {
        throw grouped.refusal(
            settings.text("count"),
            lives.isEmpty() ? "there are no rows" : lives.get(0).note(),
            findings);
      }
      List<String> keys = new ArrayList<>(grouped.keys());
      keys.add(age);
      Tidy tidy = Tidy.keys(keys);
      List<Shown> shown = new ArrayList<>();
      for (int g = 0; g < lives.size(); g++) {
        add(tidy, grouped.names(g), lives.get(g), shown);
      }
      Story story = new Story(
          grouped.keys(),
          shown,
          grouped.count(),
          together(),
          Words.lifeExpectancy(strata.name(0)),
          levels[0],
          METHOD,
          data.file());
      return new GroupResult(
          tidy.frame(),
          new LazyTables().with("life-table", this::lifeTable).with("years-lost", this::yearsLost),
          story.charts(),
          story.reading(),
          findings,
          key -> grouped.explained(key, group -> arithmetic(lives.get(group))));
    }

    /** From the first age on, without a gap, to a band that has no end. */
    private void checkBands() {
      List<AgeBand> bands = strata.bands();
      String what = null;
      for (int i = 1; i < bands.size() && what == null; i++) {
        AgeBand before = bands.get(i - 1);
        if (before.until() != bands.get(i).from()) {
          what = "the ages " + before.name() + " and " + bands.get(i).name()
              + " do not follow each other";
        }
      }
      if (what == null && (bands.isEmpty() || !bands.get(bands.size() - 1).isOpen())) {
        what = "no age band is open";
      }
      if (what != null) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.error(
            "E722",
            Location.ofFile(data.file()),
            age,
            what + ": a life table needs every age, the last without end",
            "give every band from the first age to one such as 85+, each once"));
        throw new Refusal(Fault.INPUT_DATA, all);
      }
    }

    private Life life(int group, double[] deaths, double[] population, String pooled) {
      if (!cells.isKnown() && pooled.isEmpty()) {
        return new Life(
            cells.standing(),
            cells.note(),
            deaths,
            population,
            cells.lowestRates(),
            cells.highestRates(),
            null,
            "",
            ofKnown(grouped.rows(group)));
      }
      double[] none = {};
      String why = fault(deaths, population);
      if (!why.isEmpty()) {
        return new Life(
            Standing.NOT_ESTIMABLE, why, deaths, population, none, none, null, pooled, null);
      }
      LifeTable table = LifeTable.of(from, deaths, population);
      String rule = rule(table, population);
      return new Life(
          rule.isEmpty() ? Standing.OK : Standing.UNRELIABLE,
          rule,
          deaths,
          population,
          none,
          none,
          table,
          pooled,
          null);
    }

    /** Why a table is too uncertain; empty when it is not. */
    private String rule(LifeTable table, double[] population) {
      double people = Sums.of(population);
      double span = 2 * -Normal.quantile(0.025) * table.stdError(0);
      return people <= least
          ? "at most " + (long) least + " person-years"
          : span > WIDEST ? "the 95 % interval is wider than " + (long) WIDEST + " years" : "";
    }

    /** The table of the known rows, where there is one at every age. */
    private @Nullable OfKnown ofKnown(int[] rows) {
      ByStratum.Known known = cells.ofKnown(rows);
      boolean whole =
          cells.standing() == Standing.SUPPRESSED || cells.standing() == Standing.MISSING;
      if (!whole || !fault(known.count(), known.size()).isEmpty()) {
        return null;
      }
      LifeTable table = LifeTable.of(from, known.count(), known.size());
      return new OfKnown(
          table,
          then == TooUncertain.Then.IGNORE ? "" : rule(table, known.size()),
          known.rows() + " of " + rows.length + " rows are known");
    }

    /** Why there is no table; empty when there is one. */
    private String fault(double[] deaths, double[] population) {
      for (int i = 0; i < deaths.length; i++) {
        if (deaths[i] > population[i] || population[i] == 0) {
          return "more deaths than person-years at age " + strata.name(i);
        }
      }
      return deaths[deaths.length - 1] == 0
          ? "no deaths at age " + strata.name(deaths.length - 1) + ", where life must end"
          : "";
    }

    /** Groups too small to stand alone are put together with the others too small that have the same cell here. */
    private void pool() {
      TextColumn column = data.text(settings.text("pool"));
      Map<List<String>, List<Integer>> pools = new LinkedHashMap<>();
      for (int g = 0; g < lives.size(); g++) {
        Life life = lives.get(g);
        boolean small = life.standing() == Standing.UNRELIABLE
            || (life.standing() == Standing.NOT_ESTIMABLE && life.lowestRates().length == 0);
        if (small) {
          List<String> names = grouped.names(g);
          List<String> pool =
              new ArrayList<>(names.subList(Math.min(1, names.size()), names.size()));
          pool.add(only(column, g));
          pools.computeIfAbsent(pool, key -> new ArrayList<>()).add(g);
        }
      }
      pools.forEach((key, groups) -> {
        if (groups.size() > 1) {
          double[] deaths = new double[from.length];
          double[] population = new double[from.length];
          for (int i = 0; i < from.length; i++) {
            int band = i;
            deaths[i] = Sums.of(
                groups.stream().mapToDouble(g -> lives.get(g).deaths()[band]).toArray());
            population[i] = Sums.of(groups.stream()
                .mapToDouble(g -> lives.get(g).population()[band])
                .toArray());
          }
          String names = String.join(
              ", ", groups.stream().map(g -> grouped.names(g).get(0)).toList());
          Life together = life(groups.get(0), deaths, population, names);
          groups.forEach(g -> lives.set(g, together));
        }
      });
    }

    /** The cell of a column that is the same in every row of a group. */
    private String only(TextColumn column, int group) {
      String cell = column.get(grouped.rows(group)[0]);
      for (int row : grouped.rows(group)) {
        if (!column.get(row).equals(cell)) {
          throw Refusal.commandLine(
              "--pool " + column.name() + ": group '" + String.join(",", grouped.names(group))
                  + "' has more than one cell there",
              "name a column that is the same in every row of a group");
        }
      }
      return cell;
    }

    private void add(Tidy tidy, List<String> names, Life life, List<Shown> shown) {
      boolean uncertain = life.standing() == Standing.UNRELIABLE;
      boolean ignored = uncertain && then == TooUncertain.Then.IGNORE;
      boolean held = uncertain && !ignored && holds();
      Standing standing = ignored ? Standing.OK : life.standing();
      boolean hidden = life.table() == null && life.standing() == Standing.SUPPRESSED;
      Optional<LifeTable> shortest = hidden ? ofRates(life.highestRates()) : Optional.empty();
      Optional<LifeTable> longest = hidden ? ofRates(life.lowestRates()) : Optional.empty();
      String note = ignored ? pooled(life) : note(life, held);
      List<String> keys = new ArrayList<>(names);
      keys.add("");
      for (int band = 0; band < from.length; band++) {
        keys.set(names.size(), strata.name(band));
        for (int i = 0; i < levels.length; i++) {
          double level = levels[i];
          Tidy.Row row = tidy.row(keys)
              .measure("life_expectancy")
              .unitOfMeasure("years")
              .status(standing.code())
              .note(note);
          LifeTable table = life.table();
          if (table == null || held) {
            row.interval(Double.NaN, Double.NaN, level);
            continue;
          }
          fill(row, table, band, i);
          if (band == 0 && i == 0 && standing == Standing.OK) {
            double e = table.expectancy(0);
            double half = z[0] * table.stdError(0);
            shown.add(new Shown(names, e, Math.max(0, e - half), e + half));
          }
        }
        Bounds.add(tidy, keys, expectancy(shortest, band), expectancy(longest, band), "years");
        OfKnown known = life.known();
        for (int i = 0; known != null && i < levels.length; i++) {
          addOfKnown(tidy.row(keys), known, band, i);
        }
      }
    }

    /** Whether what is too uncertain is held back. */
    private boolean holds() {
      return then == TooUncertain.Then.HOLD || (then == null && !settings.flag("show-unreliable"));
    }

    private void addOfKnown(Tidy.Row row, OfKnown known, int band, int i) {
      String rule = known.rule();
      row.measure("of_known")
          .unitOfMeasure("years")
          .note(rule.isEmpty() ? known.note() : known.note() + "; " + rule);
      if (!rule.isEmpty()) {
        row.status(Standing.UNRELIABLE.code());
      }
      if (rule.isEmpty() || !holds()) {
        fill(row, known.table(), band, i);
      } else {
        row.interval(Double.NaN, Double.NaN, levels[i]);
      }
    }

    private void fill(Tidy.Row row, LifeTable table, int band, int i) {
      double e = table.expectancy(band);
      double error = table.stdError(band);
      double half = z[i] * error;
      row.estimate(e)
          .stdError(error)
          .interval(Math.max(0, e - half), e + half, levels[i])
          .method(METHOD)
          .n(from.length - band);
    }

    private static String pooled(Life life) {
      return life.pooled().isEmpty() ? "" : "pooled: " + life.pooled();
    }

    private static String note(Life life, boolean held) {
      String pooled = pooled(life);
      String rule = held ? life.note() + ": held back" : life.note();
      return pooled.isEmpty() || rule.isEmpty() ? pooled + rule : rule + "; " + pooled;
    }

    /** More deaths at any age never lengthen life, so the bounds of the rates give those of the years. */
    private Optional<LifeTable> ofRates(double[] rates) {
      double[] ones = new double[rates.length];
      Arrays.fill(ones, 1);
      boolean known = Arrays.stream(rates).allMatch(rate -> rate >= 0 && rate < Double.MAX_VALUE);
      return known && rates[rates.length - 1] > 0
          ? Optional.of(LifeTable.of(from, rates, ones))
          : Optional.empty();
    }

    private static double expectancy(Optional<LifeTable> table, int band) {
      return table.map(found -> found.expectancy(band)).orElse(Double.NaN);
    }

    private double together() {
      double[] deaths = new double[from.length];
      double[] population = new double[from.length];
      Set<Life> seen = Collections.newSetFromMap(new IdentityHashMap<>()); // a pool counts once
      List<Life> known =
          lives.stream().filter(life -> life.table() != null && seen.add(life)).toList();
      for (int i = 0; i < from.length; i++) {
        int band = i;
        deaths[i] =
            Sums.of(known.stream().mapToDouble(life -> life.deaths()[band]).toArray());
        population[i] =
            Sums.of(known.stream().mapToDouble(life -> life.population()[band]).toArray());
      }
      return known.isEmpty()
          ? Double.NaN
          : LifeTable.of(from, deaths, population).expectancy(0);
    }

    private Frame lifeTable() {
      List<String> keys = new ArrayList<>(grouped.keys());
      keys.add(age);
      Tidy tidy = Tidy.keys(keys);
      for (int g = 0; g < lives.size(); g++) {
        Life life = lives.get(g);
        LifeTable table = life.table();
        if (table == null) {
          continue;
        }
        for (int band = 0; band < from.length; band++) {
          List<String> names = new ArrayList<>(grouped.names(g));
          names.add(strata.name(band));
          cell(tidy, names, "deaths", life.deaths()[band], "persons");
          cell(tidy, names, "population", life.population()[band], "person-years");
          cell(tidy, names, "rate", table.rate(band), "per person-year");
          cell(tidy, names, "dying", table.dying(band), "probability");
          cell(tidy, names, "living", table.living(band), "of 100000");
          cell(tidy, names, "years", table.years(band), "years");
          cell(tidy, names, "years_from", table.yearsFrom(band), "years");
          cell(tidy, names, "life_expectancy", table.expectancy(band), "years");
        }
      }
      return tidy.frame();
    }

    private static void cell(
        Tidy tidy, List<String> keys, String measure, double value, String unit) {
      tidy.row(keys).measure(measure).estimate(value).unitOfMeasure(unit);
    }

    /** Years between death and {@code --lost-before}, and the same over the population below that age. */
    private Frame yearsLost() {
      Tidy tidy = Tidy.keys(grouped.keys());
      for (int g = 0; g < lives.size(); g++) {
        addLost(tidy, grouped.names(g), lives.get(g));
      }
      return tidy.frame();
    }

    private void addLost(Tidy tidy, List<String> names, Life life) {
      boolean known = hasLost(life);
      String why = !lost.fault().isEmpty() ? lost.fault() : life.note();
      double people = lost.below(life.population());
      String uncertain = known && then != TooUncertain.Then.IGNORE
          ? TooUncertain.why(false, lost.below(life.deaths()), people)
          : "";
      boolean held = !uncertain.isEmpty() && then == TooUncertain.Then.HOLD;
      String note = Stream.of(
              "before age " + Numerals.exact(settings.number("lost-before")),
              pooled(life),
              held ? uncertain + ": held back" : uncertain)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining("; "));
      for (boolean rate : new boolean[] {false, true}) {
        String measure = rate ? "years_lost_rate" : "years_lost";
        String unit = rate ? "per 100000" : "years";
        for (double level : levels) {
          Tidy.Row row = tidy.row(names)
              .measure(measure)
              .unitOfMeasure(unit)
              .interval(Double.NaN, Double.NaN, level);
          if (!known) {
            Standing standing = lost.fault().isEmpty() ? life.standing() : Standing.NOT_ESTIMABLE;
            row.status(standing.code()).note(why);
            continue;
          }
          row.note(note);
          if (!uncertain.isEmpty()) {
            row.status(Standing.UNRELIABLE.code());
          }
          if (!held) {
            DirectRate.Estimate e = rate
                ? lost.rate(life.deaths(), life.population(), level)
                : lost.years(life.deaths(), level);
            row.estimate(e.value())
                .stdError(e.stdError())
                .interval(e.low(), e.high(), level)
                .method("dobson");
          }
        }
        if (!known && lost.fault().isEmpty() && life.standing() == Standing.SUPPRESSED) {
          double low = lost.atRates(life.lowestRates(), life.population());
          double high = lost.atRates(life.highestRates(), life.population());
          Bounds.add(
              tidy,
              names,
              measure,
              rate ? lost.perPerson(low, life.population()) : low,
              rate ? lost.perPerson(high, life.population()) : high,
              unit);
        }
      }
    }

    /** Years lost need the ages below alone; a row that is impossible or of no age could be of any. */
    private boolean hasLost(Life life) {
      boolean astray = life.standing() == Standing.NOT_ESTIMABLE && life.lowestRates().length > 0;
      return lost.fault().isEmpty() && !astray && lost.isKnown(life.deaths(), life.population());
    }

    private List<Text> arithmetic(Life life) {
      Arithmetic lines = new Arithmetic();
      LifeTable table = life.table();
      if (table == null) {
        lines.reason(life.note());
        if (hasLost(life)) {
          lost.arithmetic(lines, life.deaths(), life.population());
        }
        return lines.lines();
      }
      for (int band = 0; band < from.length; band++) {
        lines.line(
            "{0}: M = {1} / {2} = {3}; q = {4}; l = {5}; L = {6}; e = T / l = {7} / {5} = {8}",
            strata.name(band),
            life.deaths()[band],
            life.population()[band],
            table.rate(band),
            table.dying(band),
            table.living(band),
            table.years(band),
            table.yearsFrom(band),
            table.expectancy(band));
      }
      for (int i = 0; i < levels.length; i++) {
        double half = z[i] * table.stdError(0);
        lines.line(
            "e ± z · SE = {0} ± {1} = {2} … {3}  (level {4})",
            table.expectancy(0),
            half,
            Math.max(0, table.expectancy(0) - half),
            table.expectancy(0) + half,
            levels[i]);
      }
      if (hasLost(life)) {
        lost.arithmetic(lines, life.deaths(), life.population());
      }
      return lines.lines();
    }
  }
}
