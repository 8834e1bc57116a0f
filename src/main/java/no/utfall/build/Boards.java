package no.utfall.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import no.utfall.build.Project.ColumnSpec;
import no.utfall.build.Project.ContrastSpec;
import no.utfall.build.Project.IndicatorSpec;
import no.utfall.build.Project.Reference;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Sums;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Tidy;
import no.utfall.panel.Direction;
import no.utfall.panel.Indicator;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.panel.UnitList;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.report.Contrasted;
import no.utfall.report.Effect;
import no.utfall.report.Estimated;
import no.utfall.report.Measured;
import no.utfall.text.Numerals;
import no.utfall.text.Order;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The boards of a contrast: M, the measures with the money that went to them; U, the units that adopted one, with their
 * own effects and spending. What cannot be made is told with its reason.
 */
final class Boards {

  private static final int YEARS = Spending.YEARS;
  private static final int LEAST_MEASURES = 4;

  private final ContrastSpec spec;
  private final Project project;
  private final Map<String, SourceData> sources;
  private final Map<String, Measured> indicators;
  private final Map<String, Estimated> analyses;
  private final Map<String, Adoptions> adoptions;
  private final @Nullable Registers register;
  private final @Nullable UnitList list;
  private final Function<String, Optional<Method>> methods;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Text> lacking = new ArrayList<>();
  private final List<Frame> tidy = new ArrayList<>();
  private Optional<Contrasted.Need> adjusted = Optional.empty();

  Boards(
      ContrastSpec spec,
      Project project,
      Map<String, SourceData> sources,
      Map<String, Measured> indicators,
      Map<String, Estimated> analyses,
      Map<String, Adoptions> adoptions,
      @Nullable Registers register,
      @Nullable UnitList list,
      Function<String, Optional<Method>> methods) {
    this.spec = spec;
    this.project = project;
    this.sources = sources;
    this.indicators = indicators;
    this.analyses = analyses;
    this.adoptions = adoptions;
    this.register = register;
    this.list = list;
    this.methods = methods;
  }

  /** A contrast with its result tables. */
  record Run(Contrasted contrasted, List<Frame> tidy) {
    Run {
      tidy = List.copyOf(tidy);
    }
  }

  Run run() {
    Spending spending = spending();
    List<Contrasted.Measure> measures = measures(spending);
    measureBoard(measures);
    Optional<Result> units = unitBoard(spending);
    return new Run(
        new Contrasted(
            spec.id(),
            spec.title(),
            spec.options().getOrDefault("reads", "neutral"),
            inputIndicator(),
            measures,
            units,
            adjusted,
            lacking,
            levels(spending),
            findings),
        tidy);
  }

  private Optional<String> inputIndicator() {
    return project.indicators().values().stream()
        .filter(indicator -> indicators.containsKey(indicator.id()))
        .filter(indicator -> {
          Reference cost = indicator.columns().get("cost");
          return cost != null && cost.toString().equals(spec.input().toString());
        })
        .map(IndicatorSpec::id)
        .findFirst();
  }

  private Spending spending() {
    SourceData data = source(spec.input());
    ColumnSpec column = column(spec.input());
    ColumnSpec people = data.spec().role("population");
    if (people == null) {
      throw new Refusal(
          Fault.PROJECT_FILE,
          Finding.error(
              "E809",
              spec.input().place(),
              spec.input().toString(),
              "the source '" + spec.input().source()
                  + "' has no column with the role 'population': spending per person cannot be made",
              "give the people of the target group the role 'population'"));
    }
    Map<String, TreeMap<Period, double[]>> byUnit = new TreeMap<>(Order.NATURAL);
    Period last = null;
    Frame frame = data.frame();
    for (int row = 0; row < frame.rows(); row++) {
      double money = frame.number(spec.input().column()).value(row);
      double persons = frame.number(people.as()).value(row);
      if (money + persons > Double.NEGATIVE_INFINITY && persons > 0) {
        Period period = Period.parse(frame.text("period").get(row));
        last = last == null || period.compareTo(last) > 0 ? period : last;
        byUnit
            .computeIfAbsent(frame.text("unit").get(row), unit -> new TreeMap<>())
            .merge(period, new double[] {money, persons}, (a, b) ->
                new double[] {a[0] + b[0], a[1] + b[1]});
      }
    }
    return new Spending(byUnit, Optional.ofNullable(last), nok(column.unit()));
  }

  /** Kroner in one of these. */
  private static double nok(String unit) {
    if (unit.startsWith("1000")) {
      return 1e3;
    }
    return unit.startsWith("million") ? 1e6 : 1;
  }

  private SourceData source(Reference reference) {
    SourceData data = sources.get(reference.source());
    if (data == null) {
      throw new IllegalStateException("built before: " + reference);
    }
    return data;
  }

  private ColumnSpec column(Reference reference) {
    ColumnSpec column = source(reference).spec().columns().get(reference.column());
    if (column == null) {
      throw new IllegalStateException("checked by the reader: " + reference);
    }
    return column;
  }

  private List<Contrasted.Measure> measures(Spending spending) {
    List<Contrasted.Measure> measures = new ArrayList<>();
    for (String id : spec.effects()) {
      Project.AnalysisSpec analysis = project.analyses().get(id);
      Estimated estimated = analyses.get(id);
      Adoptions adopted = analysis == null ? null : adoptions.get(analysis.of());
      if (estimated == null || adopted == null || analysis == null) {
        String why = "the analysis '" + id + "' was not made";
        findings.add(lacking("W718", "board M lacks '" + id + "': " + why));
        continue;
      }
      double money = money(analysis.of(), adopted, spending);
      if (Double.isNaN(money)) {
        findings.add(lacking(
            "W718", "the money of '" + analysis.of() + "' is not known: it stands without money"));
      }
      measures.add(new Contrasted.Measure(
          analysis.of(),
          id,
          adopted.title(),
          money,
          spending.last().map(Period::toString).orElse(""),
          adopted.starts().size()));
    }
    return measures;
  }

  private Finding lacking(String code, String message) {
    return Finding.warning(code, spec.place(), spec.id(), spec.id() + ": " + message, "");
  }

  /** Kroner in the last period: of the register, in total or times the people of the adopters; else their spending. */
  private double money(String intervention, Adoptions adopted, Spending spending) {
    List<double[]> latest = adopted.starts().keySet().stream()
        .map(spending::latest)
        .flatMap(Optional::stream)
        .toList();
    if (register != null && register.isUsable()) {
      Frame table = register.table();
      double nok = costUnit(register.spec().costUnit());
      for (int row = 0; row < table.rows(); row++) {
        if (table.text("measure").get(row).equals(intervention)) {
          if (register.has("cost") && table.number("cost").isKnown(row)) {
            return nok * table.number("cost").value(row);
          }
          if (register.has("cost-per-capita")) {
            double people = Sums.of(latest.stream().mapToDouble(l -> l[1]).toArray());
            return nok * table.number("cost-per-capita").value(row) * people;
          }
        }
      }
      return Double.NaN;
    }
    return latest.isEmpty()
        ? Double.NaN
        : Sums.of(latest.stream().mapToDouble(l -> l[0]).toArray());
  }

  static double costUnit(String word) {
    return switch (word) {
      case "million-nok" -> 1e6;
      case "1000-nok" -> 1e3;
      default -> 1;
    };
  }

  private Optional<Effect> effect(Contrasted.Measure measure) {
    Estimated estimated = analyses.get(measure.analysis());
    return estimated == null ? Optional.empty() : Effect.of(estimated);
  }

  private void measureBoard(List<Contrasted.Measure> measures) {
    Tidy board = Tidy.keys("board", "axis", "intervention");
    TextColumn.Builder names = TextColumn.builder("intervention");
    NumberColumn.Builder values = NumberColumn.builder("effect");
    NumberColumn.Builder errors = NumberColumn.builder("std_error");
    NumberColumn.Builder money = NumberColumn.builder("money");
    int known = 0;
    for (Contrasted.Measure measure : measures) {
      Tidy.Row row = board.row("M", "board", measure.intervention()).measure("effect");
      Optional<Effect> effect = effect(measure);
      if (effect.isPresent() && effect.get().stdError() > 0) {
        Effect e = effect.get();
        row.estimate(e.better())
            .stdError(e.stdError())
            .interval(e.betterLow(), e.betterHigh(), 0.95)
            .unitOfMeasure(e.unitOfMeasure())
            .note(e.word().code());
        if (!Double.isNaN(measure.nok())) {
          names.add(measure.intervention());
          values.add(e.better());
          errors.add(e.stdError());
          money.add(measure.nok());
          known++;
        }
      } else {
        row.status("not-estimable").note("no estimate with a standard error");
      }
      Tidy.Row spent = board
          .row("M", "board", measure.intervention())
          .measure("money")
          .estimate(measure.nok())
          .unitOfMeasure("NOK");
      if (Double.isNaN(measure.nok())) {
        spent.status("missing").note("the money of the measure is not known");
      }
    }
    tidy.add(board.frame());
    if (known >= LEAST_MEASURES) {
      Map<String, String> given = new LinkedHashMap<>(spec.options());
      given.putAll(Map.of(
          "unit", "intervention",
          "value", "effect",
          "std-error", "std_error",
          "cost-per-capita", "money",
          "population", "one",
          "board", "M"));
      given.put("smallest-important", String.valueOf(smallestImportant()));
      Frame data = Frame.of(
          names.build(),
          values.build(),
          errors.build(),
          money.build(),
          NumberColumn.of(
              "one",
              Collections.nCopies(known, 1.0).stream()
                  .mapToDouble(Double::doubleValue)
                  .toArray()));
      contrast("M", data, given).ifPresent(result -> tidy.add(result.tidy()));
    } else if (!measures.isEmpty()) {
      findings.add(Finding.note(
          "N718",
          spec.place(),
          spec.id(),
          spec.id() + ": board M has " + known
              + " measures with an effect and money; pairs of measures are" + " compared from "
              + LEAST_MEASURES + " on, so effects and money stand side by side",
          ""));
    }
  }

  private Optional<Result> contrast(String board, Frame data, Map<String, String> given) {
    Method method = methods.apply("contrast").orElseThrow();
    try {
      Result result =
          new Once(method.apply(data, Checked.settings(method.card(), given, spec.place())));
      result.findings().stream()
          .filter(finding -> finding.severity() != Severity.NOTE)
          .map(finding -> new Finding(
              finding.code(),
              finding.severity(),
              spec.place(),
              spec.id(),
              "",
              spec.id() + ", board " + board + ": " + finding.message(),
              finding.fix().replace("--", "")))
          .forEach(findings::add);
      return Optional.of(result);
    } catch (Refusal refusal) {
      if (refusal.fault() != Fault.ANALYSIS && refusal.fault() != Fault.COMMAND_LINE) {
        throw refusal;
      }
      refusal
          .findings()
          .forEach(finding -> findings.add(
              lacking("W718", "board " + board + " cannot be made: " + finding.message())));
      lacking.add(Text.of(
              "Brett {0} kunne ikke lages: {1}.",
              "Brett {0} kunne ikkje lagast: {1}.", "Board {0} could not be made: {1}.")
          .with(board, refusal.findings().get(0).message()));
      return Optional.empty();
    }
  }

  private Optional<Measured> outcome() {
    return spec.effects().stream()
        .map(project.analyses()::get)
        .filter(analysis -> analysis != null)
        .map(analysis -> indicators.get(analysis.on()))
        .filter(measured -> measured != null)
        .findFirst();
  }

  private double smallestImportant() {
    double given =
        outcome().map(Measured::indicator).map(Indicator::smallestImportant).orElse(Double.NaN);
    return Double.isNaN(given) ? 0 : given;
  }

  private Optional<Result> unitBoard(Spending spending) {
    Optional<Measured> outcome = outcome();
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    Set<String> on = new TreeSet<>();
    spec.effects().stream()
        .map(project.analyses()::get)
        .filter(analysis -> analysis != null)
        .forEach(analysis -> on.add(analysis.on()));
    if (on.size() > 1) {
      findings.add(lacking(
          "W718",
          "board U cannot be made: the analyses are of several outcomes (" + String.join(", ", on)
              + "), and effects on different outcomes are not compared"));
      lacking.add(
          Text.of(
              "Enhetene er ikke stilt mot hverandre, fordi analysene gjelder ulike utfall.",
              "Einingane er ikkje stilte mot kvarandre, fordi analysane gjeld ulike utfall.",
              "The units are not set against each other, because the analyses are of different outcomes."));
      return Optional.empty();
    }
    Activity activity = new Activity();
    TextColumn.Builder units = TextColumn.builder("unit");
    TextColumn.Builder groups = TextColumn.builder("measure_adopted");
    NumberColumn.Builder values = NumberColumn.builder("effect");
    NumberColumn.Builder errors = NumberColumn.builder("std_error");
    NumberColumn.Builder each = NumberColumn.builder("spending");
    NumberColumn.Builder people = NumberColumn.builder("population");
    NumberColumn.Builder volume = NumberColumn.builder("activity");
    NumberColumn.Builder needs = NumberColumn.builder("need");
    NumberColumn.Builder spread = NumberColumn.builder("spending_error");
    Optional<Need> need = need(spending);
    Map<String, Double> relative = spending.relativeErrors();
    double common = Double.POSITIVE_INFINITY;
    Map<String, String> names = new Names(list).of(project, adoptions);
    Set<String> seen = new LinkedHashSet<>();
    Set<String> measures = new LinkedHashSet<>();
    int without = 0;
    for (String id : spec.effects()) {
      Project.AnalysisSpec analysis = project.analyses().get(id);
      Frame effects = unitEffects(id);
      if (effects == null || analysis == null) {
        continue;
      }
      for (int row = 0; row < effects.rows(); row++) {
        String unit = effects.text("unit").get(row);
        Optional<double[]> spent = spending.recent(unit);
        if (spent.isEmpty() || !seen.add(unit)) {
          without++;
          continue;
        }
        units.add(names.getOrDefault(unit, unit));
        groups.add(analysis.of());
        measures.add(analysis.of());
        values.add(effects.number("estimate").value(row));
        errors.add(effects.number("std_error").value(row));
        each.add(spent.get()[0]);
        people.add(spent.get()[1]);
        volume.add(activity.recent(unit));
        needs.add(need.map(found -> found.index().get(unit)).orElse(Double.NaN));
        spread.add(spent.get()[0] * relative.getOrDefault(unit, Double.NaN));
      }
      common = Math.min(common, commonVariance(id));
    }
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    if (without > 0) {
      findings.add(Finding.note(
          "N719",
          spec.place(),
          spec.id(),
          spec.id() + ": " + without + " units have an effect and no spending in the last " + YEARS
              + " periods, and are not on board U",
          ""));
    }
    Frame data = Frame.of(
        units.build(),
        groups.build(),
        values.build(),
        errors.build(),
        each.build(),
        people.build());
    Map<String, String> given = new LinkedHashMap<>(spec.options());
    given.putAll(Map.of(
        "unit", "unit",
        "value", "effect",
        "std-error", "std_error",
        "cost-per-capita", "spending",
        "population", "population",
        "board", "U"));
    given.put("smallest-important", String.valueOf(smallestImportant()));
    given.put(
        "direction",
        outcome.get().indicator().direction() == Direction.LOWER_IS_BETTER
            ? "lower-is-better"
            : "higher-is-better");
    if (measures.size() > 1) {
      given.put("group", "measure_adopted");
    }
    NumberColumn volumes = volume.build();
    if (activity.isKnown() && volumes.size() > 0) {
      data = data.with(volumes);
      given.put("activity", "activity");
    }
    if (need.isPresent()) {
      data = data.with(needs.build());
      given.put("need", "need");
    }
    if (!relative.isEmpty()) {
      data = data.with(spread.build());
      given.put("input-std-error", "spending_error");
    }
    given.putIfAbsent(
        "common-variance", Numerals.exact(common < Double.POSITIVE_INFINITY ? common : 0));
    Optional<Result> result = contrast("U", data, given);
    result.ifPresent(made -> {
      tidy.add(made.tidy());
      Frame headline = made.tables().get("headline");
      if (headline != null) {
        tidy.add(headline);
      }
    });
    return result;
  }

  /** What the units of every cohort share of their variance at the least; 0 where it is not known. */
  private double commonVariance(String id) {
    Estimated estimated = analyses.get(id);
    Frame errors = estimated == null
        ? null
        : estimated.result().map(Result::tables).map(t -> t.get("unit-errors")).orElse(null);
    for (int row = 0; errors != null && row < errors.rows(); row++) {
      if (errors.text("measure").get(row).equals("common_variance_least")
          && errors.number("estimate").isKnown(row)) {
        return errors.number("estimate").value(row);
      }
    }
    return 0;
  }

  /** What the units needed before any of the measures; empty when it is not asked for or cannot be made. */
  private Optional<Need> need(Spending spending) {
    if (spec.need().isEmpty()) {
      return Optional.empty();
    }
    List<Measured> told = spec.need().stream()
        .map(indicators::get)
        .filter(measured -> measured != null)
        .toList();
    Optional<Period> earliest = spec.effects().stream()
        .map(project.analyses()::get)
        .filter(analysis -> analysis != null)
        .map(analysis -> adoptions.get(analysis.of()))
        .filter(adopted -> adopted != null)
        .flatMap(adopted -> adopted.starts().values().stream())
        .min(Period::compareTo);
    Optional<Need> need = told.size() < spec.need().size()
        ? Optional.empty()
        : earliest.flatMap(start -> Need.of(spending, told, start));
    if (need.isEmpty()) {
      findings.add(lacking(
          "W718",
          "spending is not adjusted for need: there are too few units with spending and "
              + String.join(", ", spec.need()) + " before the first measure started"));
    }
    need.ifPresent(found -> adjusted = Optional.of(new Contrasted.Need(
        told.stream().map(measured -> measured.indicator().title()).toList(),
        found.from().toString(),
        found.to().toString(),
        found.explained())));
    return need;
  }

  /** The rows of an estimate for each unit that adopted; {@code null} when the analysis has none, which is told. */
  private @Nullable Frame unitEffects(String id) {
    Estimated estimated = analyses.get(id);
    Frame table = estimated == null
        ? null
        : estimated.result().map(Result::tables).map(t -> t.get("unit-effects")).orElse(null);
    if (table == null || !table.has("unit") || !table.has("std_error")) {
      findings.add(lacking(
          "W718", "board U cannot be made of '" + id + "': it has no effect for each unit"));
      lacking.add(Text.of(
          "Enhetene er ikke stilt mot hverandre, fordi effekten i hver enkelt ikke er anslått.",
          "Einingane er ikkje stilte mot kvarandre, fordi effekten i kvar einskild ikkje er rekna ut.",
          "The units are not set against each other, because no effect of each is estimated."));
      return null;
    }
    List<Integer> rows = new ArrayList<>();
    String measure = "";
    for (int row = 0; row < table.rows(); row++) {
      boolean known = table.number("estimate").isKnown(row)
          && table.number("std_error").value(row) > 0
          && !table.text("unit").get(row).isEmpty();
      if (known) {
        measure = measure.isEmpty() ? table.text("measure").get(row) : measure;
        if (table.text("measure").get(row).equals(measure)) {
          rows.add(row);
        }
      }
    }
    return table.rows(rows.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The volume of activity of each unit, as a mean over the last three periods. */
  private final class Activity {
    private final Map<String, TreeMap<Period, Double>> byUnit = new TreeMap<>(Order.NATURAL);

    Activity() {
      Reference reference = spec.activity();
      if (reference != null) {
        Frame frame = source(reference).frame();
        for (int row = 0; row < frame.rows(); row++) {
          double value = frame.number(reference.column()).value(row);
          if (!Double.isNaN(value)) {
            byUnit
                .computeIfAbsent(frame.text("unit").get(row), unit -> new TreeMap<>())
                .merge(Period.parse(frame.text("period").get(row)), value, Double::sum);
          }
        }
      }
    }

    boolean isKnown() {
      return !byUnit.isEmpty();
    }

    double recent(String unit) {
      TreeMap<Period, Double> own = byUnit.getOrDefault(unit, new TreeMap<>());
      double[] recent = own.descendingMap().values().stream()
          .limit(YEARS)
          .mapToDouble(Double::doubleValue)
          .toArray();
      return recent.length == 0 ? Double.NaN : Sums.of(recent) / recent.length;
    }
  }

  /** What the units of a board are called: their name where it is theirs alone. */
  private record Names(@Nullable UnitList list) {
    Map<String, String> of(Project project, Map<String, Adoptions> adoptions) {
      Map<String, String> names = new LinkedHashMap<>();
      Integer year = project.units().year();
      if (list == null) {
        return names;
      }
      Map<String, Integer> times = new LinkedHashMap<>();
      int at = year == null ? Integer.MAX_VALUE : year;
      adoptions
          .values()
          .forEach(adopted -> adopted.starts().keySet().forEach(unit -> {
            if (!names.containsKey(unit)) {
              String name = list.name(unit, at).orElse(unit);
              names.put(unit, name);
              times.merge(name, 1, Integer::sum);
            }
          }));
      names.replaceAll((unit, name) -> times.getOrDefault(name, 1) > 1 ? name + " " + unit : name);
      return names;
    }
  }

  /** How spending and the first outcome go together over all units, where there is no effect to set it against. */
  private boolean isIndex(Measured measured) {
    IndicatorSpec declared = project.indicators().get(measured.indicator().id());
    return declared != null && declared.isIndex();
  }

  private Optional<Contrasted.Levels> levels(Spending spending) {
    Measured outcome = outcome()
        .or(() -> indicators.values().stream()
            .filter(measured -> measured.indicator().level() == Level.OUTCOME)
            .filter(measured -> !isIndex(measured))
            .findFirst())
        .orElse(null);
    Optional<Method> agree = methods.apply("agree");
    if (outcome == null || agree.isEmpty()) {
      return Optional.empty();
    }
    Map<String, TreeMap<Period, Double>> seen = new TreeMap<>(Order.NATURAL);
    Frame cells = outcome.units();
    for (int row = 0; row < cells.rows(); row++) {
      double value = cells.number("estimate").value(row);
      if (!Double.isNaN(value)) {
        seen.computeIfAbsent(cells.text("unit").get(row), unit -> new TreeMap<>())
            .put(Period.parse(cells.text("period").get(row)), value);
      }
    }
    NumberColumn.Builder input = NumberColumn.builder("input");
    NumberColumn.Builder level = NumberColumn.builder("outcome");
    seen.forEach((unit, own) -> spending.recent(unit).ifPresent(spent -> {
      double[] last = own.descendingMap().values().stream()
          .limit(YEARS)
          .mapToDouble(Double::doubleValue)
          .toArray();
      input.add(spent[0]);
      level.add(Sums.of(last) / last.length);
    }));
    Frame data = Frame.of(input.build(), level.build());
    try {
      Frame result = agree
          .get()
          .apply(
              data,
              Checked.settings(
                  agree.get().card(),
                  Map.of("value", "input", "other", "outcome", "draws", "200"),
                  spec.place()))
          .tidy();
      for (int row = 0; row < result.rows(); row++) {
        if (result.text("measure").get(row).equals("spearman")) {
          return Optional.of(new Contrasted.Levels(
              outcome.indicator().id(),
              result.number("estimate").value(row),
              result.number("conf_low").value(row),
              result.number("conf_high").value(row),
              data.rows()));
        }
      }
      return Optional.empty();
    } catch (Refusal refusal) {
      findings.add(lacking(
          "W718",
          "spending and outcome cannot be set side by side: "
              + refusal.findings().get(0).message()));
      return Optional.empty();
    }
  }
}
