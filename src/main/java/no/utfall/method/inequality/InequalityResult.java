package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.math.Entropy;
import no.utfall.math.Lorenz;
import no.utfall.math.SortedIndex;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import org.jspecify.annotations.Nullable;

/** Estimates of every key, and what stands behind them. */
final class InequalityResult implements Result {

  private final Plan plan;
  private final List<String> keys;
  private final @Nullable String period;
  private final double[] probs;
  private final List<Keyed> results;
  private final List<Finding> findings;
  private final Story story;

  InequalityResult(
      String file,
      Plan plan,
      List<String> keys,
      @Nullable String period,
      double[] probs,
      List<Keyed> results,
      List<Finding> findings) {
    this.plan = plan;
    this.keys = keys;
    this.period = period;
    this.probs = probs;
    this.results = List.copyOf(results);
    this.findings = List.copyOf(findings);
    this.story = new Story(file, plan, keys, results);
  }

  @Override
  public Frame tidy() {
    Tidy tidy = Tidy.keys(keys);
    Rows rows = new Rows(plan);
    for (Keyed keyed : results) {
      keyed.estimates().forEach((asked, estimate) -> {
        Measure.Unit unit = asked.measure().unit();
        rows.add(tidy, keyed.names(), asked.id(), unit, estimate, keyed.n());
        Estimate known = keyed.known().get(asked);
        if (known != null) {
          rows.add(tidy, keyed.names(), asked.id() + "_known", unit, known, keyed.n());
        }
        double[] bounds = keyed.bounds().get(asked);
        if (bounds != null) {
          rows.addBound(
              tidy, keyed.names(), asked.id() + "_lowest", unit, bounds[0], groups(keyed));
          rows.addBound(
              tidy, keyed.names(), asked.id() + "_highest", unit, bounds[1], groups(keyed));
        }
      });
    }
    return tidy.frame();
  }

  private static int groups(Keyed keyed) {
    return keyed.groups() == null ? keyed.n() : keyed.groups().count();
  }

  @Override
  public Map<String, Frame> tables() {
    LazyTables tables = new LazyTables();
    if (results.stream().anyMatch(keyed -> keyed.groups() != null)) {
      tables.with("groups", this::groups);
    }
    if (results.stream().anyMatch(keyed -> keyed.line() != null)) {
      tables.with("model", this::model);
    }
    tables.with("curve", this::curve);
    if (results.stream().anyMatch(Keyed::isDivided)) {
      tables.with("decomposition", this::decomposition);
    }
    if (period != null) {
      tables.with("trend", new Trend(plan, keys, period, results)::frame);
    }
    return tables;
  }

  /** Value, share and place of every group, and where the line goes. */
  private Frame groups() {
    List<String> names = new ArrayList<>(keys);
    names.add("group");
    Tidy tidy = Tidy.keys(names);
    for (Keyed keyed : results) {
      GroupSet set = keyed.groups();
      if (set == null) {
        continue;
      }
      double[] shares = set.shares();
      double[] places = set.places();
      for (int i = 0; i < set.count(); i++) {
        List<String> cells = new ArrayList<>(keyed.names());
        cells.add(set.names().get(i));
        Tidy.Row row =
            tidy.row(cells).measure("value").estimate(set.value()[i]).unitOfMeasure(plan.unit());
        if (Double.isNaN(set.value()[i])) {
          row.status("suppressed").note("not known");
        } else if (set.spread() != null) {
          row.stdError(Math.sqrt(set.spread().variance(i)));
        }
        tidy.row(cells).measure("population_share").estimate(shares[i]);
        if (plan.ordered()) {
          tidy.row(cells).measure("place").estimate(places[i]);
        }
      }
    }
    return tidy.frame();
  }

  /** The line through the groups: on its own scale, and at both ends. */
  private Frame model() {
    Tidy tidy = Tidy.keys(keys);
    Rows rows = new Rows(plan);
    for (Keyed keyed : results) {
      Slope line = keyed.line();
      if (line != null) {
        List<String> names = keyed.names();
        rows.add(tidy, names, "intercept", Measure.Unit.INDEX, line.intercept(), keyed.n());
        rows.add(tidy, names, "slope", Measure.Unit.INDEX, line.slope(), keyed.n());
        String how = plan.model().code();
        rows.add(
            tidy,
            names,
            "fitted_bottom",
            Measure.Unit.VALUE,
            Estimate.bare(line.bottom(), how, ""),
            keyed.n());
        rows.add(
            tidy,
            names,
            "fitted_top",
            Measure.Unit.VALUE,
            Estimate.bare(line.top(), how, ""),
            keyed.n());
      }
    }
    return tidy.frame();
  }

  /** Points of the Lorenz curve, and of the concentration curve where there is a rank. */
  private Frame curve() {
    List<String> names = new ArrayList<>(keys);
    names.add("share");
    Tidy tidy = Tidy.keys(names);
    for (Keyed keyed : results) {
      Persons persons = keyed.persons();
      GroupSet set = keyed.groups();
      if (persons != null) {
        addCurve(tidy, keyed, "lorenz", persons.y(), persons.w(), persons.y());
        if (persons.rank() != null) {
          addCurve(tidy, keyed, "concentration", persons.y(), persons.w(), persons.rank());
        }
      } else if (set != null && set.isWhole()) {
        addCurve(tidy, keyed, "lorenz", set.value(), set.size(), set.value());
        if (plan.ordered()) {
          addCurve(tidy, keyed, "concentration", set.value(), set.size(), set.rank());
        }
      }
    }
    return tidy.frame();
  }

  private void addCurve(
      Tidy tidy, Keyed keyed, String measure, double[] y, double[] w, double[] rank) {
    boolean possible =
        Arrays.stream(y).min().orElse(-1) >= 0 && Arrays.stream(y).max().orElse(0) > 0;
    double[] shares = Lorenz.curve(y, w, rank, SortedIndex.of(rank, y, w), probs);
    for (int k = 0; k < probs.length; k++) {
      List<String> cells = new ArrayList<>(keyed.names());
      cells.add(Numerals.exact(probs[k]));
      Tidy.Row row = tidy.row(cells).measure(measure).unitOfMeasure("share").n(keyed.n());
      if (possible) {
        row.estimate(shares[k]);
      } else {
        row.status("not-estimable").note("a curve needs values from 0, not all of them 0");
      }
    }
  }

  /** Generalised entropy within and between groups. */
  private Frame decomposition() {
    List<String> names = new ArrayList<>(keys);
    names.add("component");
    Tidy tidy = Tidy.keys(names);
    for (Keyed keyed : results) {
      Persons persons = keyed.persons();
      GroupSet means = keyed.groups();
      if (persons == null || means == null || !keyed.isDivided()) {
        continue;
      }
      for (Asked asked : plan.asked()) {
        double alpha = switch (asked.measure()) {
          case THEIL -> 1;
          case MLD -> 0;
          case GE -> asked.parameter();
          default -> Double.NaN;
        };
        Estimate total = keyed.estimates().get(asked);
        if (!Double.isNaN(alpha) && total != null && total.isKnown()) {
          double between =
              Entropy.generalised(means.value(), means.shares(), alpha).value();
          addComponent(tidy, keyed, asked, "total", total.value());
          addComponent(tidy, keyed, asked, "within", persons.within(alpha));
          addComponent(tidy, keyed, asked, "between", between);
        }
      }
    }
    return tidy.frame();
  }

  private static void addComponent(
      Tidy tidy, Keyed keyed, Asked asked, String component, double value) {
    List<String> cells = new ArrayList<>(keyed.names());
    cells.add(component);
    tidy.row(cells).measure(asked.id()).estimate(value).unitOfMeasure("index").n(keyed.n());
  }

  @Override
  public Optional<List<Text>> explain(String key) {
    return results.stream()
        .filter(keyed -> keyed.names().isEmpty()
            ? key.equals("all")
            : String.join(",", keyed.names()).equals(key))
        .findFirst()
        .map(keyed -> Working.of(plan, keyed));
  }

  @Override
  public List<Chart> charts() {
    return story.charts();
  }

  @Override
  public List<Text> reading() {
    return story.reading();
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }
}
