package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.utfall.build.Project.AnalysisSpec;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.math.Sums;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.panel.Period;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.report.Estimated;
import no.utfall.report.Measured;
import no.utfall.report.Used;
import no.utfall.text.Order;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** A method of effects on the panel of an indicator, with the starts of an intervention. */
final class AnalysisRunner {

  private static final Text MIXED = Text.of(
      "slått sammen av deler der ikke alle startet samtidig",
      "slått saman av delar der ikkje alle starta samstundes",
      "made of parts of which not all started at once");
  private static final Text OTHER = Text.of(
      "har innført et annet tiltak", "har innført eit anna tiltak", "adopted another intervention");
  private static final String WEIGHT = "weight";
  private static final String GROUP = "group";
  private static final String PLACEBO = "placebo";
  private static final String GROUP_ORDER = "group-order";
  private static final Set<String> GIVEN = Set.of("unit", "period", "cohort");

  private final AnalysisSpec spec;
  private final Method method;
  private final Measured outcome;
  private final Map<String, Measured> indicators;
  private final Adoptions adoptions;
  private final Map<String, Adoptions> others;
  private final Optional<Frame> people;
  private final Optional<Frame> groups;

  /**
   * @param people {@code unit, period, weight} of the outcome, where its persons are known
   * @param groups the outcome by {@code unit, period, group}, where the effect is asked for in each
   */
  AnalysisRunner(
      AnalysisSpec spec,
      Method method,
      Map<String, Measured> indicators,
      Measured outcome,
      Adoptions adoptions,
      Map<String, Adoptions> others,
      Optional<Frame> people,
      Optional<Frame> groups) {
    this.spec = spec;
    this.method = method;
    this.outcome = outcome;
    this.indicators = indicators;
    this.adoptions = adoptions;
    this.others = others;
    this.people = people;
    this.groups = groups;
  }

  /** An estimate, or the reason why there is none: a refusal of the analysis is an answer, any other goes on. */
  Estimated run() {
    List<Estimated.LeftOut> leftOut = new ArrayList<>();
    Set<String> out = leftOut(leftOut);
    List<Finding> findings = new ArrayList<>();
    Optional<Result> result = Optional.empty();
    Map<String, String> given = options();
    var settings = Checked.settings(method.card(), given, spec.place());
    try {
      Result made = new Once(method.apply(data(given, out), settings));
      findings.addAll(made.findings());
      result = Optional.of(made);
    } catch (Refusal refusal) {
      if (refusal.fault() != Fault.ANALYSIS) {
        throw refusal;
      }
      findings.addAll(refusal.findings());
    }
    Card card = method.card();
    Optional<Estimated.Grouped> grouped =
        groups.flatMap(cells -> grouped(cells, out, given, findings));
    return new Estimated(
        spec.id(),
        spec.title(),
        adoptions.title(),
        adoptions.starts(),
        persons(),
        outcome.indicator(),
        Optional.ofNullable(indicators.get(spec.options().getOrDefault(PLACEBO, "")))
            .map(Measured::indicator),
        Used.of(card, settings),
        result,
        grouped,
        leftOut,
        findings.stream().map(this::placed).toList());
  }

  /** The same in each group of people; what cannot be made of it does not stop the rest. */
  private Optional<Estimated.Grouped> grouped(
      Frame cells, Set<String> out, Map<String, String> given, List<Finding> findings) {
    if (method.card().option(GROUP).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> asked = new LinkedHashMap<>(given);
    asked.remove(WEIGHT);
    asked.remove(PLACEBO);
    asked.put(GROUP, GROUP);
    if (spec.options().containsKey(GROUP_ORDER)) {
      asked.put(GROUP_ORDER, spec.options().get(GROUP_ORDER));
    }
    Frame kept = without(cells, out);
    Frame data = Frame.of(
        kept.column("unit"),
        kept.column("period"),
        kept.column(GROUP),
        IndicatorColumns.of(kept, spec.on()),
        cohorts(kept));
    try {
      Result result =
          new Once(method.apply(data, Checked.settings(method.card(), asked, spec.place())));
      List<String> order = asked.containsKey(GROUP_ORDER)
          ? List.of(asked.getOrDefault(GROUP_ORDER, "").split("\\s*,\\s*"))
          : names(kept);
      Project.GroupsSpec named = spec.groups();
      return Optional.of(new Estimated.Grouped(
          named == null ? Text.none() : named.title(),
          named == null ? Map.of() : named.names(),
          result,
          mean(kept, order.get(0)),
          mean(kept, order.get(order.size() - 1))));
    } catch (Refusal refusal) {
      if (refusal.fault() != Fault.ANALYSIS && refusal.fault() != Fault.COMMAND_LINE) {
        throw refusal;
      }
      refusal
          .findings()
          .forEach(finding -> findings.add(Finding.warning(
              "W718",
              spec.place(),
              spec.id(),
              "no effect by group: " + finding.message(),
              finding.fix())));
      return Optional.empty();
    }
  }

  private static List<String> names(Frame cells) {
    Set<String> names = new TreeSet<>(Order.NATURAL);
    for (int row = 0; row < cells.rows(); row++) {
      names.add(cells.text(GROUP).get(row));
    }
    return List.copyOf(names);
  }

  /** The mean number of people in each unit, where they are known. */
  private Map<String, Double> persons() {
    Map<String, List<Double>> each = new TreeMap<>(Order.NATURAL);
    people.ifPresent(all -> {
      NumberColumn weights = weights(outcome.units(), all);
      for (int row = 0; row < weights.size(); row++) {
        if (weights.isKnown(row)) {
          each.computeIfAbsent(outcome.units().text("unit").get(row), unit -> new ArrayList<>())
              .add(weights.value(row));
        }
      }
    });
    Map<String, Double> means = new LinkedHashMap<>();
    each.forEach((unit, known) -> {
      double[] sorted = known.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      means.put(unit, Sums.of(sorted) / sorted.length);
    });
    return means;
  }

  private static double mean(Frame cells, String group) {
    List<Double> known = new ArrayList<>();
    for (int row = 0; row < cells.rows(); row++) {
      if (cells.text(GROUP).get(row).equals(group) && cells.number("estimate").isKnown(row)) {
        known.add(cells.number("estimate").value(row));
      }
    }
    double[] values = known.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Sums.of(values) / values.length;
  }

  /** Findings of a method speak of its data; in a project they belong to the analysis. */
  private Finding placed(Finding finding) {
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.place().line() > 0 ? finding.place() : spec.place(),
        finding.value().isEmpty() ? spec.id() : finding.value(),
        finding.excerpt(),
        spec.id() + ": " + finding.message(),
        finding.fix().replace("--", ""));
  }

  private Set<String> leftOut(List<Estimated.LeftOut> reasons) {
    Set<String> there = new TreeSet<>(Order.NATURAL);
    TextColumn units = outcome.units().text("unit");
    for (int row = 0; row < units.size(); row++) {
      there.add(units.get(row));
    }
    Set<String> out = new TreeSet<>(Order.NATURAL);
    Set<String> mixed = new TreeSet<>(adoptions.mixed());
    mixed.retainAll(there);
    out.addAll(mixed);
    if (!mixed.isEmpty()) {
      reasons.add(new Estimated.LeftOut(mixed, MIXED));
    }
    if (spec.excludeOther()) {
      Set<String> other = new TreeSet<>();
      others.values().forEach(o -> {
        if (!o.id().equals(adoptions.id())) {
          other.addAll(o.starts().keySet());
          other.addAll(o.mixed());
        }
      });
      other.retainAll(there);
      other.removeAll(out);
      out.addAll(other);
      if (!other.isEmpty()) {
        reasons.add(new Estimated.LeftOut(other, OTHER));
      }
    }
    return out;
  }

  private Map<String, String> options() {
    Map<String, String> given = new LinkedHashMap<>();
    for (String role : GIVEN) {
      if (method.card().option(role).isPresent()) {
        given.put(role, role);
      }
    }
    if (method.card().option("outcome").isPresent()) {
      given.put("outcome", spec.on());
    }
    if (people.isPresent() && method.card().option(WEIGHT).isPresent()) {
      given.put(WEIGHT, WEIGHT);
    }
    given.putAll(spec.options());
    given.remove(GROUP_ORDER);
    return given;
  }

  private Frame data(Map<String, String> given, Set<String> out) {
    Frame kept = without(outcome.units(), out);
    List<Column> columns = new ArrayList<>(List.of(kept.column("unit"), kept.column("period")));
    columns.add(IndicatorColumns.of(kept, spec.on()));
    columns.add(cohorts(kept));
    people.ifPresent(all -> columns.add(weights(kept, all)));
    for (Option option : method.card().options()) {
      if (option.isColumn() && spec.options().containsKey(option.name())) {
        for (String name : spec.options().get(option.name()).split(",")) {
          Measured other = indicators.get(name);
          if (other != null && columns.stream().noneMatch(c -> c.name().equals(name))) {
            columns.add(IndicatorColumns.matched(kept, other.units(), name));
          }
        }
      }
    }
    Frame data = Frame.of(columns);
    refuseUnknownColumns(given, data);
    return data;
  }

  private static Frame without(Frame cells, Set<String> out) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < cells.rows(); row++) {
      if (!out.contains(cells.text("unit").get(row))) {
        rows.add(row);
      }
    }
    return cells.rows(rows.stream().mapToInt(Integer::intValue).toArray());
  }

  private void refuseUnknownColumns(Map<String, String> given, Frame data) {
    given.forEach((name, value) -> {
      Optional<Option> option = method.card().option(name);
      if (option.isPresent() && option.get().isColumn()) {
        for (String column : value.split(",")) {
          if (!data.has(column)) {
            throw new Refusal(
                Fault.PROJECT_FILE,
                Finding.error(
                    "E808",
                    spec.place(),
                    column,
                    "'analyses." + spec.id() + "." + name + "' cannot be '" + column + "'",
                    "name an indicator, or unit or period"));
          }
        }
      }
    });
  }

  private static NumberColumn weights(Frame rows, Frame people) {
    Map<String, Double> at = new LinkedHashMap<>();
    for (int row = 0; row < people.rows(); row++) {
      if (people.number(WEIGHT).isKnown(row)) {
        at.merge(
            people.text("unit").get(row) + "\n" + people.text("period").get(row),
            people.number(WEIGHT).value(row),
            Double::sum);
      }
    }
    NumberColumn.Builder builder = NumberColumn.builder(WEIGHT);
    for (int row = 0; row < rows.rows(); row++) {
      builder.add(at.getOrDefault(
          rows.text("unit").get(row) + "\n" + rows.text("period").get(row), Double.NaN));
    }
    return builder.build();
  }

  private Column cohorts(Frame rows) {
    boolean text =
        method.card().option("cohort").map(o -> o.type() == Type.TEXT).orElse(true);
    TextColumn.Builder words = TextColumn.builder("cohort");
    NumberColumn.Builder numbers = NumberColumn.builder("cohort");
    for (int row = 0; row < rows.rows(); row++) {
      Period start = adoptions.starts().get(rows.text("unit").get(row));
      words.add(start == null ? "" : start.toString());
      numbers.add(year(start));
    }
    return text ? words.build() : numbers.build();
  }

  private static double year(@Nullable Period start) {
    return start == null ? Double.NaN : start.year();
  }
}
