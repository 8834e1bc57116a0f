package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/**
 * The same estimate within each group of people, and the gap between the last group and the first.
 *
 * <p>The same units stand in every group, so that the gap's variance is Σ (ψ(i, last)/n(last) − ψ(i, first)/n(first))²
 * over units or clusters, where one that is missing from a group has no influence there.
 */
final class GroupedResult implements Result {

  private static final String METHOD = "cs";

  private final Settings settings;
  private final Outcome outcome;
  private final double[] levels;
  private final Map<String, StaggeredResult> estimated = new LinkedHashMap<>();
  private final Map<String, Refusal> refused = new LinkedHashMap<>();
  private final List<String> order;

  private GroupedResult(Frame data, Settings settings, double[] levels) {
    this.settings = settings;
    this.levels = levels.clone();
    this.outcome = Outcome.of(data, settings);
    Groups groups = data.groups(List.of(settings.text("group")));
    TextColumn names = data.text(settings.text("group"));
    Map<String, int[]> rows = new LinkedHashMap<>();
    for (int g = 0; g < groups.count(); g++) {
      rows.put(names.get(groups.first(g)), groups.rows()[g]);
    }
    this.order = order(new ArrayList<>(rows.keySet()), settings.list("group-order"));
    for (String group : order) {
      Frame own = data.rows(rows.getOrDefault(group, new int[0]));
      try {
        estimated.put(group, StaggeredResult.of(own, settings, Outcome.of(own, settings), levels));
      } catch (Refusal refusal) {
        if (refusal.fault() != Fault.ANALYSIS) {
          throw refusal;
        }
        refused.put(group, refusal);
      }
    }
    if (estimated.isEmpty()) {
      throw refused.values().iterator().next();
    }
  }

  static GroupedResult of(Frame data, Settings settings, double[] levels) {
    return new GroupedResult(data, settings, levels);
  }

  private static List<String> order(List<String> found, List<String> asked) {
    if (asked.isEmpty()) {
      return found;
    }
    if (!(asked.containsAll(found) && found.containsAll(asked) && asked.size() == found.size())) {
      throw Refusal.commandLine(
          "--group-order " + String.join(",", asked) + " is not every group once; the data have "
              + String.join(", ", found),
          "write each group once, from the lowest to the highest");
    }
    return asked;
  }

  private String first() {
    return order.get(0);
  }

  private String last() {
    return order.get(order.size() - 1);
  }

  @Override
  public Frame tidy() {
    Tidy table = Tidy.keys("group", "aggregation");
    for (String group : order) {
      StaggeredResult result = estimated.get(group);
      Refusal refusal = refused.get(group);
      if (result != null) {
        rows(table, group, result);
      } else if (refusal != null) {
        table
            .row(group, "")
            .measure("att")
            .method(METHOD)
            .status("not-estimable")
            .note(refusal.findings().get(0).message());
      }
    }
    gap().ifPresent(gap -> gapRow(table, aggregation(), gap));
    return table.frame();
  }

  private void rows(Tidy table, String group, StaggeredResult result) {
    for (double level : levels) {
      result
          .rows()
          .fill(table.row(group, result.aggregation()).measure("att"), result.headline(), level);
    }
    table
        .row(group, "")
        .measure("verdict")
        .method(METHOD)
        .note(result.reason().word().code() + ": " + result.reason().words());
    count(table, group, "", "treated_units", result.headline().treated());
    count(table, group, "", "dropped_units", result.dropped());
  }

  private static void count(Tidy table, String group, String key, String measure, int units) {
    table
        .row(group, key)
        .measure(measure)
        .estimate(units)
        .unitOfMeasure("units")
        .method(METHOD);
  }

  private String aggregation() {
    return estimated.values().iterator().next().aggregation();
  }

  /** The effect in the last group less that in the first; empty when one of them has none, or there is one group. */
  private Optional<Inference> gap() {
    StaggeredResult low = estimated.get(first());
    StaggeredResult high = estimated.get(last());
    if (low == null
        || high == null
        || order.size() < 2
        || !low.aggregation().equals(high.aggregation())) {
      return Optional.empty();
    }
    return Optional.of(gap(
        low.headline(), low.design().clusters(), high.headline(), high.design().clusters()));
  }

  private static Inference gap(
      GroupTimeEffects.Effect low,
      List<String> lowClusters,
      GroupTimeEffects.Effect high,
      List<String> highClusters) {
    Map<String, Double> influence = new LinkedHashMap<>();
    add(influence, high, highClusters, 1);
    add(influence, low, lowClusters, -1);
    double sum = 0;
    for (double one : influence.values()) {
      sum += one * one;
    }
    boolean known = Guards.inference(low).isKnown() && Guards.inference(high).isKnown();
    return Inference.normal(high.att() - low.att(), known ? Math.sqrt(sum) : Double.NaN);
  }

  private static void add(
      Map<String, Double> into,
      GroupTimeEffects.Effect effect,
      List<String> clusters,
      double sign) {
    double[] influence = effect.influence();
    for (int i = 0; i < influence.length; i++) {
      into.merge(clusters.get(i), sign * influence[i] / influence.length, Double::sum);
    }
  }

  @Override
  public Map<String, Frame> tables() {
    return new LazyTables().with("guards", this::guards).with("dropped", this::dropped);
  }

  /** The estimate in each group on other data, and the gap there. */
  private Frame guards() {
    Tidy table = Tidy.keys("group", "guard");
    for (OtherData.Kind kind : OtherData.Kind.values()) {
      Map<String, OtherData.Judged> judged = new LinkedHashMap<>();
      estimated.forEach((group, result) -> result.others().stream()
          .filter(other -> other.kind() == kind)
          .flatMap(other -> other.judged().stream())
          .forEach(found -> judged.put(group, found)));
      judged.forEach((group, found) -> {
        StaggeredResult result = estimated.get(group);
        if (result != null) {
          for (double level : levels) {
            result
                .rows(found.effects(), result.outcome())
                .fill(table.row(group, kind.code()).measure("att"), found.told(), level);
          }
          count(table, group, kind.code(), "treated_units", found.told().treated());
        }
      });
      Optional.ofNullable(judged.get(first()))
          .ifPresent(low -> Optional.ofNullable(judged.get(last()))
              .filter(high -> order.size() > 1)
              .ifPresent(high -> gapRow(
                  table,
                  kind.code(),
                  gap(
                      low.told(),
                      low.design().clusters(),
                      high.told(),
                      high.design().clusters()))));
    }
    return table.frame();
  }

  private void gapRow(Tidy table, String key, Inference gap) {
    for (double level : levels) {
      Tidy.Row row = table
          .row(last() + " - " + first(), key)
          .measure("att_gap")
          .estimate(gap.effect())
          .stdError(gap.stdError())
          .unitOfMeasure(outcome.unitOfMeasure())
          .method(METHOD);
      if (gap.isKnown()) {
        row.interval(gap.low(level), gap.high(level), level)
            .test(gap.statistic(), Double.NaN, gap.pValue());
      } else {
        row.status("unreliable").note("no standard error in one of the groups");
      }
    }
  }

  private Frame dropped() {
    TextColumn.Builder groups = TextColumn.builder("group");
    TextColumn.Builder units = TextColumn.builder(Dropped.key(settings.text("unit")));
    TextColumn.Builder reasons = TextColumn.builder("reason");
    NumberColumn.Builder rows = NumberColumn.builder("rows");
    estimated.forEach((group, result) -> {
      for (Dropped one : result.design().dropped()) {
        groups.add(group);
        units.add(one.unit());
        reasons.add(one.reason());
        rows.add(one.rows());
      }
    });
    return Frame.of(groups.build(), units.build(), reasons.build(), rows.build());
  }

  @Override
  public List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    estimated.forEach((group, result) ->
        sentences.add(Text.same(group + ": ").plus(result.reading().get(0))));
    gap().filter(Inference::isKnown).ifPresent(gap -> sentences.add(told(gap)));
    sentences.add(Verdict.notProof());
    return sentences;
  }

  private Text told(Inference gap) {
    double low = gap.low(levels[0]);
    double high = gap.high(levels[0]);
    int decimals = Numerals.decimalsFor(low, high);
    Text rest = gap.isTold(levels[0])
        ? Text.of(
            "Tiltaket endret avstanden mellom dem.",
            "Tiltaket endra avstanden mellom dei.",
            "The measure changed the distance between them.")
        : Text.of(
            "Om tiltaket endret avstanden mellom dem, kan ikke avgjøres.",
            "Om tiltaket endra avstanden mellom dei, kan ikkje avgjerast.",
            "Whether the measure changed the distance between them cannot be told.");
    return Text.of(
            "Virkningen i gruppen «{0}» minus den i «{1}» er {2}{5} ({3} til {4}). ",
            "Verknaden i gruppa «{0}» minus den i «{1}» er {2}{5} ({3} til {4}). ",
            "The effect in the group “{0}” less that in “{1}” is {2}{5} ({3} to {4}). ")
        .with(
            last(),
            first(),
            Numerals.rounded(gap.effect(), decimals),
            Numerals.rounded(low, decimals),
            Numerals.rounded(high, decimals),
            outcome.unitInWords())
        .plus(rest);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    estimated.forEach(
        (group, result) -> result.findings().forEach(finding -> all.add(of(group, finding))));
    refused.forEach(
        (group, refusal) -> refusal.findings().forEach(finding -> all.add(of(group, finding))));
    return all;
  }

  private static Finding of(String group, Finding finding) {
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.place(),
        finding.value(),
        finding.excerpt(),
        "group " + group + ": " + finding.message(),
        finding.fix());
  }
}
