package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.math.SimultaneousQuantile;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** Effects under staggered adoption as tables, a chart and sentences. */
final class StaggeredResult implements Result {

  private static final String METHOD = "cs";

  /** (z(.975) + z(.8)) standard errors: what is found in four of five samples at the 5 percent level. */
  private static final double DETECTABLE = Normal.quantile(0.975) + Normal.quantile(0.8);

  /** Fewer treated units or clusters than this, and large-sample intervals are too narrow. */
  static final int FEW = 10;

  /** Treated units for each effect, below which the large-sample test before the start is not to be trusted. */
  private static final int ENOUGH = 20;

  private final Frame data;
  private final Settings settings;
  private final Outcome outcome;
  private final StaggeredDesign design;
  private final double[] levels;
  private final GroupTimeEffects effects;
  private final GroupTimeEffects.Average dynamic;
  private final GroupTimeEffects.Average group;
  private final GroupTimeEffects.Average calendar;
  private final GroupTimeEffects.Pretrend pretrend;
  private final GroupTimeEffects.Pretrend leads;
  private final Map<String, GroupTimeEffects.Effect> overall = new LinkedHashMap<>();
  private final Map<String, GroupTimeEffects.Effect> weightedLess = new LinkedHashMap<>();
  private final EffectRows rows;
  private final Guards guards;
  private final CallawaySantanna estimator;
  private final List<OtherData> others;
  private final Guards.Reason reason;

  private StaggeredResult(
      Frame data, Settings settings, Outcome outcome, StaggeredDesign design, double[] levels) {
    this.data = data;
    this.settings = settings;
    this.outcome = outcome;
    this.design = design;
    this.levels = levels;
    this.estimator = estimator(settings);
    OtherData.Judged own = OtherData.Judged.of(design, estimator, settings, levels[0]);
    this.effects = own.effects();
    this.dynamic = effects.dynamic();
    this.group = effects.group();
    this.calendar = effects.calendar();
    this.pretrend = effects.pretrend();
    this.leads = effects.leads();
    OptionalInt horizon = OtherData.horizon(settings, effects);
    Optional<GroupTimeEffects> weighted = settings.has("weight")
        ? Optional.of(estimator.estimate(design.panel().weighted(design.sizes())))
        : Optional.empty();
    horizon.ifPresent(
        h -> put("horizon", effects.fromHorizon(h), weighted.map(w -> w.fromHorizon(h))));
    put("group", group.overall(), weighted.map(w -> w.group().overall()));
    overall.put("simple", effects.simple());
    overall.put("dynamic", dynamic.overall());
    overall.put("calendar", calendar.overall());
    this.rows = rows(effects, outcome);
    this.guards = own.guards();
    this.others = OtherData.all(data, settings, outcome, estimator, levels[0]);
    this.reason = OtherData.reason(guards, others, levels[0]);
  }

  EffectRows rows(GroupTimeEffects of, Outcome what) {
    return new EffectRows(of, what.unitOfMeasure(), METHOD, settings.has("cluster"));
  }

  private void put(
      String name, GroupTimeEffects.Effect effect, Optional<GroupTimeEffects.Effect> weighted) {
    overall.put(name, effect);
    weighted.ifPresent(w -> {
      overall.put(name + "-weighted", w);
      weightedLess.put(name + "-weighted", effects.difference(w, effect));
    });
  }

  static StaggeredResult of(Frame data, Settings settings, Outcome outcome, double[] levels) {
    StaggeredDesign design = StaggeredDesign.of(data, settings, outcome);
    return new StaggeredResult(data, settings, outcome, design, levels);
  }

  private static CallawaySantanna estimator(Settings settings) {
    boolean never = settings.text("control").equals(CallawaySantanna.Control.NEVER_TREATED.code());
    return CallawaySantanna.withDefaults()
        .control(
            never
                ? CallawaySantanna.Control.NEVER_TREATED
                : CallawaySantanna.Control.NOT_YET_TREATED)
        .base(CallawaySantanna.Base.of(settings.text("base")))
        .anticipation(settings.integer("anticipation"));
  }

  @Override
  public Frame tidy() {
    Tidy table = Tidy.keys("aggregation");
    if (settings.has("horizon") && !overall.containsKey("horizon")) {
      table
          .row("horizon")
          .measure("att")
          .unitOfMeasure(outcome.unitOfMeasure())
          .method(METHOD)
          .status("not-estimable")
          .note(horizonNotReached());
    }
    overall.forEach((name, effect) -> {
      for (double level : levels) {
        rows.fill(table.row(name).measure("att"), effect, level);
      }
    });
    weightedLess.forEach((name, effect) -> {
      for (double level : levels) {
        rows.fill(table.row(name).measure("att_difference"), effect, level);
      }
    });
    detectable(table);
    table
        .row("")
        .measure("verdict")
        .method(METHOD)
        .note(reason.word().code() + ": " + reason.words());
    test(table, "", "pretrend", pretrend);
    test(table, "", "pretrend_leads", leads);
    count(table, "", "treated_units", group.overall().treated());
    count(table, "", "control_units", effects.controls());
    count(table, "", "never_treated_units", neverTreated());
    count(table, "", "units", effects.panel().units());
    count(table, "", "dropped_units", design.dropped().size());
    if (settings.has("other-cohort")) {
      count(table, "", "other_measure_units", design.adoptedOther());
    }
    count(table, "", "cohorts", group.keys().length);
    count(table, "", "periods", effects.panel().periods().length);
    return table.frame();
  }

  private void detectable(Tidy table) {
    Tidy.Row row = table
        .row(aggregation())
        .measure("mde")
        .unitOfMeasure(outcome.unitOfMeasure())
        .method(METHOD);
    if (inference().isKnown()) {
      row.estimate(DETECTABLE * headline().stdError());
    } else {
      row.status("not-estimable").note("no standard error");
    }
  }

  private void test(Tidy table, String key, String measure, GroupTimeEffects.Pretrend test) {
    Tidy.Row row = table
        .row(key)
        .measure(measure)
        .method(METHOD)
        .n(effects.panel().units())
        .test(test.statistic(), test.df(), test.pValue());
    if (!test.why().isEmpty()) {
      row.status("not-estimable").note(test.why());
    } else if (Double.isFinite(test.dfBelow())) {
      row.note(
          "F with " + test.df() + " and " + Numerals.exact(test.dfBelow()) + " degrees of freedom");
    } else if (treatedClusters() < ENOUGH * test.df()) {
      row.status("unreliable")
          .note("a large-sample test of " + test.df() + " effects with " + treatedClusters()
              + " treated units finds differences too often; read pretrend_leads");
    }
  }

  private static void count(Tidy table, String key, String measure, int number) {
    String unit = measure.endsWith("units") ? "units" : measure;
    table.row(key).measure(measure).estimate(number).unitOfMeasure(unit).method(METHOD);
  }

  private int neverTreated() {
    int last = effects.panel().last();
    int count = 0;
    for (int i = 0; i < effects.panel().units(); i++) {
      if (effects.panel().start(i) > last) {
        count++;
      }
    }
    return count;
  }

  /** Of the test of the periods before the last one before the start; NaN when they cannot be tested. */
  double pretrendP() {
    return guards.leads().pValue();
  }

  @Override
  public Map<String, Frame> tables() {
    return new LazyTables()
        .with("aggregations", this::aggregations)
        .with("guards", this::guardTable)
        .with("by-size", this::bySize)
        .with("unit-effects", () -> unitTables().effects())
        .with("unit-errors", () -> unitTables().errors())
        .with("att-gt", this::cells)
        .with("influence", this::influence)
        .with("vcov", this::covariance)
        .with("bands", this::bands)
        .with("dropped", () -> Dropped.table(settings.text("unit"), design.dropped()));
  }

  private Frame aggregations() {
    Tidy table = Tidy.keys("aggregation", "level", "event");
    for (double level : levels) {
      overall.forEach((name, effect) -> {
        rows.fill(table.row(name, "overall", "").measure("att"), effect, level);
        switch (name) {
          case "dynamic" -> fillEach(table, name, "event_time", dynamic, level);
          case "group" -> fillEach(table, name, "group", group, level);
          case "calendar" -> fillEach(table, name, "calendar_time", calendar, level);
          default -> {
            // an average of cells has no parts
          }
        }
      });
    }
    return table.frame();
  }

  /** Without rows where no size of a unit is known. */
  private Frame bySize() {
    double[] sizes = design.sizes();
    return Arrays.stream(sizes).allMatch(size -> size > 0)
        ? new BySize(design.panel(), sizes, estimator, settings, of -> rows(of, outcome))
            .table(levels)
        : Tidy.keys("quarter").frame();
  }

  private UnitTables unitTables() {
    int horizon = settings.has("horizon") ? settings.integer("horizon") : 0;
    return new UnitTables(
        new UnitEffects(design.panel(), design.sizes(), horizon, settings.integer("anticipation")),
        design,
        Dropped.key(settings.text("unit")),
        horizon,
        outcome.unitOfMeasure(),
        levels);
  }

  private Frame guardTable() {
    Tidy table = Tidy.keys("guard");
    guardRow(table, "with-year-before", "att", guards.withYearBefore());
    guardRow(table, "without-year-before", "att", guards.withoutYearBefore());
    guardRow(table, "dip", "dip", guards.dip());
    guardRow(table, "placebo-date", "att", guards.placebo());
    test(table, "pretrend", "pretrend_leads", guards.leads());
    weightedLess.forEach((name, effect) -> {
      if (aggregation().concat("-weighted").equals(name)) {
        guardRow(table, "weights", "att_difference", Optional.of(effect));
      }
    });
    if (settings.has("other-cohort")) {
      count(table, "clean-controls", "other_measure_units", design.adoptedOther());
    }
    others.forEach(other -> guardRow(table, other));
    if (settings.has("without-periods")) {
      List<String> out = settings.list("without-periods");
      table
          .row(OtherData.Kind.PERIODS.code())
          .measure("periods_left_out")
          .estimate(out.size())
          .unitOfMeasure("periods")
          .method(METHOD)
          .note(String.join(", ", out));
    }
    if (outcome.hasHidden()) {
      hidden(table);
    }
    table
        .row("verdict")
        .measure("verdict")
        .method(METHOD)
        .status(reason.word().code())
        .note(reason.words());
    return table.frame();
  }

  private void guardRow(
      Tidy table, String guard, String measure, Optional<GroupTimeEffects.Effect> effect) {
    for (double level : levels) {
      Tidy.Row row = table.row(guard).measure(measure);
      effect.ifPresentOrElse(
          known -> rows.fill(row, known, level),
          () -> row.method(METHOD)
              .status("not-estimable")
              .note("too few periods before the start, or none so late after it"));
    }
  }

  private void guardRow(Tidy table, OtherData other) {
    for (double level : levels) {
      Tidy.Row row = table.row(other.kind().code()).measure("att");
      other
          .judged()
          .ifPresentOrElse(
              judged -> rows(judged.effects(), other.outcome()).fill(row, judged.told(), level),
              () -> row.method(METHOD).status("not-estimable").note(other.why()));
    }
  }

  /** How many numbers are hidden, and the units and people that are in the estimate only by their limits. */
  private void hidden(Tidy table) {
    TextColumn units = data.text(settings.text("unit"));
    Set<String> with = new HashSet<>();
    for (OtherData other : others) {
      if (other.kind() == OtherData.Kind.LOWEST) {
        other.judged().ifPresent(judged -> with.addAll(judged.design().units()));
      }
    }
    int numbers = 0;
    for (int row = 0; row < data.rows(); row++) {
      numbers += outcome.isHidden(row) && with.contains(units.get(row)) ? 1 : 0;
    }
    count(table, "hidden", "hidden_numbers", numbers);
    with.removeAll(new HashSet<>(design.units()));
    count(table, "hidden", "hidden_units", with.size());
  }

  private void fillEach(
      Tidy table, String name, String key, GroupTimeEffects.Average average, double level) {
    int[] keys = average.keys();
    for (int k = 0; k < keys.length; k++) {
      rows.fill(
          table.row(name, key, Integer.toString(keys[k])).measure("att"),
          average.effects().get(k),
          level);
    }
  }

  private Frame cells() {
    Tidy table = Tidy.keys("cohort", "period");
    for (double level : levels) {
      for (GroupTimeEffects.Cell cell : effects.cells()) {
        Tidy.Row row = table
            .row(Integer.toString(cell.cohort()), Integer.toString(cell.period()))
            .measure("att");
        if (cell.isEstimable()) {
          rows.fill(row, effects.effect(cell), level);
        } else {
          row.method(METHOD).status("not-estimable").note("no unit to compare with");
        }
      }
    }
    return table.frame();
  }

  private Frame influence() {
    TextColumn.Builder units = TextColumn.builder(Dropped.key(settings.text("unit")));
    TextColumn.Builder cohorts = TextColumn.builder("cohort");
    Adoption panel = effects.panel();
    for (int i = 0; i < panel.units(); i++) {
      units.add(design.units().get(i));
      cohorts.add(panel.start(i) > panel.last() ? "" : Integer.toString(panel.start(i)));
    }
    List<Column> columns = new ArrayList<>(List.of(units.build(), cohorts.build()));
    for (GroupTimeEffects.Cell cell : effects.cells()) {
      if (cell.isEstimable()) {
        columns.add(NumberColumn.of(
            "g" + cell.cohort() + "_t" + cell.period(), effects.effect(cell).influence()));
      }
    }
    return Frame.of(columns);
  }

  private Frame covariance() {
    TextColumn.Builder terms = TextColumn.builder("term");
    int[] events = dynamic.keys();
    for (int event : events) {
      terms.add("e" + event);
    }
    double[][] covariance = effects.covariance(dynamic.effects());
    List<Column> columns = new ArrayList<>(List.of(terms.build()));
    for (int k = 0; k < events.length; k++) {
      columns.add(NumberColumn.of("e" + events[k], covariance[k]));
    }
    return Frame.of(columns);
  }

  /** Intervals that hold for all periods since the start at once. */
  private Frame bands() {
    int[] events = dynamic.keys();
    int[] known = IntStream.range(0, events.length)
        .filter(k -> !Double.isNaN(dynamic.effects().get(k).stdError()))
        .toArray();
    List<GroupTimeEffects.Effect> chosen =
        Arrays.stream(known).mapToObj(dynamic.effects()::get).toList();
    double[][] covariance = effects.covariance(chosen);
    Tidy table = Tidy.keys("event");
    for (double level : levels) {
      double critical = SimultaneousQuantile.of(covariance, level);
      table
          .row("")
          .measure("critical_value")
          .estimate(critical)
          .interval(Double.NaN, Double.NaN, level)
          .method(METHOD);
      for (int k = 0; k < known.length; k++) {
        GroupTimeEffects.Effect effect = chosen.get(k);
        double reach = critical * effect.stdError();
        Tidy.Row row = table
            .row(Integer.toString(events[known[k]]))
            .measure("att")
            .estimate(effect.att())
            .stdError(effect.stdError())
            .interval(effect.att() - reach, effect.att() + reach, level)
            .n(effect.units())
            .unitOfMeasure(outcome.unitOfMeasure())
            .method(METHOD);
        rows.explain(row, effect);
      }
    }
    return table.frame();
  }

  @Override
  public List<Chart> charts() {
    return List.of(new EventStudy(this).chart());
  }

  @Override
  public List<Text> reading() {
    return new Verdict(this).sentences();
  }

  @Override
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>(design.notes());
    if (settings.has("horizon") && !overall.containsKey("horizon")) {
      all.add(Finding.error(
          "E715",
          Location.ofFile(data.file()),
          "",
          horizonNotReached(),
          "ask for a shorter --horizon"));
    }
    if (treatedClusters() < FEW) {
      all.add(Finding.warning(
          "W713",
          Location.ofFile(data.file()),
          "",
          "only " + treatedClusters() + " treated "
              + (settings.has("cluster") ? "clusters" : "units")
              + ": large-sample intervals are too narrow",
          "read the intervals as a lower bound of the uncertainty"));
    }
    return all;
  }

  private String horizonNotReached() {
    return "no treated unit is observed " + settings.integer("horizon")
        + " periods after its start";
  }

  EffectRows rows() {
    return rows;
  }

  StaggeredDesign design() {
    return design;
  }

  /** The name of the average the reader is told first. */
  String aggregation() {
    return overall.keySet().iterator().next();
  }

  /** The average the reader is told first: the horizon asked for, else the mean over treated units. */
  GroupTimeEffects.Effect headline() {
    return overall.values().iterator().next();
  }

  boolean headlineIsHorizon() {
    return overall.containsKey("horizon");
  }

  Inference inference() {
    return Inference.normal(headline().att(), headline().stdError());
  }

  double level() {
    return levels[0];
  }

  GroupTimeEffects effects() {
    return effects;
  }

  GroupTimeEffects.Average dynamic() {
    return dynamic;
  }

  Guards guards() {
    return guards;
  }

  /** Why what may be said may be said, after every guard. */
  Guards.Reason reason() {
    return reason;
  }

  /** The same estimate on other data. */
  List<OtherData> others() {
    return others;
  }

  Outcome outcome() {
    return outcome;
  }

  Settings settings() {
    return settings;
  }

  String file() {
    return data.origin().isPresent() ? data.file() : "";
  }

  int dropped() {
    return design.dropped().size();
  }

  int adoptedOther() {
    return design.adoptedOther();
  }

  int treatedClusters() {
    return effects.treatedClusters();
  }
}
