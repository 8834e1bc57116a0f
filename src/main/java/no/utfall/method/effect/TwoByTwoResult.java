package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;

/** Two groups and two times, from the rows as they are. */
final class TwoByTwoResult implements Result {

  private static final String METHOD = "2x2";

  private final Frame data;
  private final Settings settings;
  private final Outcome outcome;
  private final double[] levels;
  private final Groups units;
  private final boolean[] treated;
  private final boolean[] after;
  private final int[] rows;
  private final List<Dropped> dropped = new ArrayList<>();
  private final TwoByTwo.Estimate estimate;
  private final TwoByTwo.Errors errors;

  private TwoByTwoResult(Frame data, Settings settings, Outcome outcome, double[] levels) {
    this.data = data;
    this.settings = settings;
    this.outcome = outcome;
    this.levels = levels;
    this.units = data.groups(List.of(settings.text("unit")));
    this.treated = new boolean[data.rows()];
    this.after = new boolean[data.rows()];
    boolean[] placed = new boolean[data.rows()];
    if (settings.has("post")) {
      markByColumns(placed);
    } else {
      markByStart(placed);
    }
    this.rows = usable(placed);
    this.errors = Arrays.stream(TwoByTwo.Errors.values())
        .filter(kind -> kind.code().equals(settings.text("vcov")))
        .findFirst()
        .orElseThrow();
    this.estimate = estimate();
  }

  static TwoByTwoResult of(Frame data, Settings settings, Outcome outcome, double[] levels) {
    return new TwoByTwoResult(data, settings, outcome, levels);
  }

  private void markByColumns(boolean[] placed) {
    String group = settings.textOrNull("treated");
    if (group == null) {
      throw Refusal.analysis(
          "E709",
          data.file(),
          "--post says when, but no column says who was treated",
          "name the 0/1 column of the group with --treated COLUMN");
    }
    NumberColumn who = data.number(group);
    NumberColumn when = data.number(settings.text("post"));
    for (int i = 0; i < data.rows(); i++) {
      placed[i] = who.isKnown(i) && when.isKnown(i);
      treated[i] = who.isKnown(i) && Starts.isOn(data, who, i);
      after[i] = when.isKnown(i) && Starts.isOn(data, when, i);
    }
    for (int[] ofUnit : units.rows()) {
      int first = ofUnit[0];
      for (int i : ofUnit) {
        if (placed[i] && placed[first] && treated[i] != treated[first]) {
          throw Starts.error(
              "E712",
              data,
              i,
              group,
              "unit '" + unit(i) + "' is in both groups: " + group + " is 0 and 1",
              "mark the group the same at all times, or leave out --post and let " + group
                  + " tell the start");
        }
      }
    }
  }

  private void markByStart(boolean[] placed) {
    Periods periods = Periods.of(data, settings.text("period"));
    int[] starts = Starts.of(data, settings, units, periods);
    int[] all = periods.distinct();
    int[] within = Arrays.stream(starts)
        .filter(start -> start != Starts.UNKNOWN && start <= all[all.length - 1])
        .distinct()
        .sorted()
        .toArray();
    if (within.length > 1) {
      throw Refusal.analysis(
          "E716",
          data.file(),
          "2x2 needs one start, the data have " + within.length + ": " + Arrays.toString(within),
          "use --estimator cs, which compares each start with those not treated yet");
    }
    if (within.length == 1 && within[0] <= all[0] && settings.has("treated")) {
      throw Refusal.analysis(
          "E705",
          data.file(),
          settings.text("treated") + " is 1 from the first period (" + all[0]
              + ") on: no period before the start is known",
          "name the 0/1 column of the time after the start with --post COLUMN");
    }
    for (int i = 0; i < data.rows(); i++) {
      int start = starts[units.of(i)];
      placed[i] = start != Starts.UNKNOWN;
      treated[i] = placed[i] && within.length == 1 && start == within[0];
      after[i] = within.length == 1 && periods.at(i) >= within[0];
    }
  }

  /** Rows with an outcome and a place in one of the four cells; the rest goes to the list of what is left out. */
  private int[] usable(boolean[] placed) {
    List<Integer> used = new ArrayList<>();
    for (int[] ofUnit : units.rows()) {
      int without = 0;
      int unplaced = 0;
      for (int i : ofUnit) {
        if (!placed[i]) {
          unplaced++;
        } else if (!outcome.isKnown(i)) {
          without++;
        } else {
          used.add(i);
        }
      }
      String unit = unit(ofUnit[0]);
      if (unplaced > 0) {
        dropped.add(new Dropped(
            unit,
            Dropped.Cause.NO_START,
            "group or time not known in " + unplaced + " rows",
            unplaced));
      }
      if (without > 0) {
        dropped.add(new Dropped(
            unit,
            Dropped.Cause.ROWS,
            "no outcome in " + without + " of " + ofUnit.length + " rows",
            without));
      }
    }
    return used.stream().mapToInt(i -> i).toArray();
  }

  private TwoByTwo.Estimate estimate() {
    double[] y = new double[rows.length];
    boolean[] group = new boolean[rows.length];
    boolean[] time = new boolean[rows.length];
    int[] cluster = new int[rows.length];
    Groups clusters =
        settings.has("cluster") ? data.groups(List.of(settings.text("cluster"))) : units;
    // within a unit the rows are put in order of their values, so that shuffled rows give the same
    // sums
    int[] order = ordered();
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      y[k] = outcome.value(i);
      group[k] = treated[i];
      time[k] = after[i];
      cluster[k] = clusters.of(i);
    }
    refuseEmptyCells(group, time);
    return TwoByTwo.withDefaults()
        .errors(errors)
        .estimate(y, group, time, StaggeredDesign.numbered(cluster));
  }

  private int[] ordered() {
    return Arrays.stream(rows)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(units::of)
            .thenComparing(i -> after[i])
            .thenComparingDouble(outcome::value))
        .mapToInt(i -> i)
        .toArray();
  }

  private void refuseEmptyCells(boolean[] group, boolean[] time) {
    int[] count = new int[4];
    for (int i = 0; i < group.length; i++) {
      count[(group[i] ? 1 : 0) + (time[i] ? 2 : 0)]++;
    }
    if (count[1] + count[3] == 0) {
      throw Refusal.analysis(
          "E709",
          data.file(),
          "nobody is treated in these rows",
          "name the right column with --treated");
    }
    if (count[0] + count[2] == 0) {
      throw Refusal.analysis(
          "E704",
          data.file(),
          "everybody is treated: nobody to compare with",
          "add units without the measure");
    }
    if (count[0] == 0 || count[1] == 0) {
      throw Refusal.analysis(
          "E705", data.file(), "a group has no row before the start", "add earlier periods");
    }
    if (count[2] == 0 || count[3] == 0) {
      throw Refusal.analysis(
          "E705", data.file(), "a group has no row after the start", "add later periods");
    }
  }

  private String unit(int row) {
    return data.text(settings.text("unit")).get(row);
  }

  private int units(boolean ofTreated) {
    return (int) Arrays.stream(rows)
        .filter(i -> treated[i] == ofTreated)
        .map(units::of)
        .distinct()
        .count();
  }

  @Override
  public Frame tidy() {
    Tidy table = Tidy.keys("aggregation");
    for (double level : levels) {
      fill(table.row("overall").measure("att"), estimate.effect(), level);
    }
    count(table, "treated_units", units(true), "units");
    count(table, "control_units", units(false), "units");
    count(table, "rows", rows.length, "rows");
    count(table, "dropped_rows", data.rows() - rows.length, "rows");
    if (errors == TwoByTwo.Errors.CLUSTER) {
      count(table, "clusters", estimate.clusters(), "clusters");
    }
    return table.frame();
  }

  private static void count(Tidy table, String measure, int number, String of) {
    table.row("").measure(measure).estimate(number).unitOfMeasure(of).method(METHOD);
  }

  private void fill(Tidy.Row row, TwoByTwo.Contrast contrast, double level) {
    Inference inference = inference(contrast);
    row.estimate(contrast.value())
        .stdError(contrast.stdError())
        .n(units(true) + units(false))
        .unitOfMeasure(outcome.unitOfMeasure())
        .method(METHOD);
    if (inference.isKnown()) {
      row.interval(inference.low(level), inference.high(level), level)
          .test(inference.statistic(), contrast.df(), inference.pValue())
          .note("standard error: " + errors.code());
    } else {
      row.interval(Double.NaN, Double.NaN, level)
          .status("unreliable")
          .note("standard error withheld: "
              + (errors == TwoByTwo.Errors.CLUSTER
                  ? "a group stands in one cluster, or nothing varies"
                  : "a cell has one row, or nothing varies"));
    }
  }

  private static Inference inference(TwoByTwo.Contrast contrast) {
    return new Inference(contrast.value(), contrast.stdError(), contrast.df());
  }

  @Override
  public Map<String, Frame> tables() {
    return new LazyTables()
        .with("coefficients", this::coefficients)
        .with("cells", this::cells)
        .with("dropped", () -> Dropped.table(settings.text("unit"), dropped));
  }

  private String groupName() {
    return settings.has("treated") ? settings.text("treated") : "treated";
  }

  private String timeName() {
    return settings.has("post") ? settings.text("post") : "post";
  }

  private Frame coefficients() {
    Tidy table = Tidy.keys("term");
    for (double level : levels) {
      fill(table.row("(Intercept)").measure("coefficient"), estimate.intercept(), level);
      fill(table.row(groupName()).measure("coefficient"), estimate.treated(), level);
      fill(table.row(timeName()).measure("coefficient"), estimate.after(), level);
      fill(
          table.row(groupName() + ":" + timeName()).measure("coefficient"),
          estimate.effect(),
          level);
    }
    return table.frame();
  }

  private Frame cells() {
    TextColumn.Builder group = TextColumn.builder("treat");
    TextColumn.Builder time = TextColumn.builder("post");
    NumberColumn.Builder mean = NumberColumn.builder("mean");
    NumberColumn.Builder n = NumberColumn.builder("n");
    NumberColumn.Builder variance = NumberColumn.builder("variance");
    for (TwoByTwo.Cell cell : estimate.cells()) {
      group.add(cell.treated() ? "1" : "0");
      time.add(cell.after() ? "1" : "0");
      mean.add(cell.mean());
      n.add(cell.rows());
      variance.add(cell.variance());
    }
    return Frame.of(group.build(), time.build(), mean.build(), n.build(), variance.build());
  }

  @Override
  public List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    sentences.add(Verdict.effect(inference(estimate.effect()), levels[0], outcome));
    sentences.add(Text.of(
            "{0} med tiltaket {2} sammenlignet med {1} uten.",
            "{0} med tiltaket {2} samanlikna med {1} utan.",
            "{0} with the measure {2} compared with {1} without.")
        .with(Words.units(units(true)), Words.units(units(false)), Words.are(units(true))));
    sentences.add(Text.of(
        "Forutsetningen er at utviklingen uten tiltaket ville vært den samme i begge gruppene (parallelle forløp)."
            + " Den er ikke prøvd her.",
        "Føresetnaden er at utviklinga utan tiltaket ville vore den same i begge gruppene (parallelle forløp)."
            + " Han er ikkje prøvd her.",
        "The assumption is that without the measure both groups would have changed alike (parallel trends). It is"
            + " not tested here."));
    if (errors == TwoByTwo.Errors.CLUSTER && units(true) < StaggeredResult.FEW) {
      sentences.add(Verdict.few(units(true)));
    }
    sentences.add(Verdict.notProof());
    return sentences;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    if (!dropped.isEmpty()) {
      all.add(Finding.note(
          "N710",
          Location.ofFile(data.file()),
          "",
          data.rows() - rows.length + " of " + data.rows() + " rows are left out, in "
              + dropped.size() + " units",
          "--table dropped names them"));
    }
    if (errors != TwoByTwo.Errors.CLUSTER && units.count() < rows.length) {
      all.add(Finding.warning(
          "W717",
          Location.ofFile(data.file()),
          "",
          "units are seen several times, and --vcov " + errors.code()
              + " counts their rows as unrelated",
          "use --vcov cluster"));
    }
    return all;
  }
}
