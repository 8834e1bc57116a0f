package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Rows made into a balanced panel with starts; what is left out on the way stands in a list with its reason. */
final class StaggeredDesign {

  private final Frame data;
  private final Settings settings;
  private final Outcome outcome;
  private final int anticipation;
  private final Groups groups;
  private final int[] starts;
  private final int[] others;
  private final double[] sizes;
  private final List<Dropped> dropped = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final Adoption panel;
  private final int[] unitsOfPanel;

  private StaggeredDesign(Frame data, Settings settings, Outcome outcome) {
    this.data = data;
    this.settings = settings;
    this.outcome = outcome;
    this.anticipation = settings.integer("anticipation");
    this.groups = data.groups(List.of(settings.text("unit")));
    this.sizes = sizes(settings.textOrNull(settings.has("weight") ? "weight" : "population"));
    Periods times = Periods.of(data, settings.text("period"));
    this.starts = Starts.of(data, settings, groups, times);
    this.others = Starts.ofOthers(data, settings, groups);
    int[] all = times.distinct();
    int[][] rows = rows(times, all);
    int[] seen = withOutcome(rows, all);
    refuseIfNobodyStarts(all[all.length - 1]);
    int[] used = balanced(rows, all, seen);
    int[] kept = comparable(used, seen);
    this.panel = panel(rows, all, kept, used);
    this.unitsOfPanel = used;
    countDropped();
  }

  static StaggeredDesign of(Frame data, Settings settings, Outcome outcome) {
    return new StaggeredDesign(data, settings, outcome);
  }

  Adoption panel() {
    return panel;
  }

  /** The mean size of each unit of the panel, in its order: the weight, else the population, else NaN. */
  double[] sizes() {
    return Arrays.stream(unitsOfPanel).mapToDouble(u -> sizes[u]).toArray();
  }

  /** The codes of the units of the panel, in its order. */
  List<String> units() {
    return units;
  }

  /** The cluster of each unit of the panel; the unit itself where none is named. */
  List<String> clusters() {
    String cluster = settings.textOrNull("cluster");
    if (cluster == null) {
      return units();
    }
    List<String> names = new ArrayList<>();
    for (int u : unitsOfPanel) {
      names.add(data.text(cluster).get(groups.first(u)));
    }
    return names;
  }

  /** Units left out because they adopted another measure. */
  int adoptedOther() {
    return (int)
        dropped.stream().filter(d -> d.cause() == Dropped.Cause.OTHER_MEASURE).count();
  }

  List<Dropped> dropped() {
    return dropped;
  }

  List<Finding> notes() {
    return notes;
  }

  /** The row of each unit and period, −1 where there is none. */
  private int[][] rows(Periods times, int[] all) {
    int[][] rows = new int[groups.count()][all.length];
    for (int[] row : rows) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < data.rows(); i++) {
      int t = Arrays.binarySearch(all, times.at(i));
      int u = groups.of(i);
      if (rows[u][t] >= 0) {
        throw new Refusal(
            Fault.INPUT_DATA,
            Finding.error(
                "E501",
                data.place(i, settings.text("unit")),
                code(u),
                "unit '" + code(u) + "' has two rows for period " + all[t],
                "keep one row per unit and period; for groups of people name the column with --group"));
      }
      rows[u][t] = i;
    }
    return rows;
  }

  /** The periods in which any unit has an outcome. */
  private int[] withOutcome(int[][] rows, int[] all) {
    int[] seen = Arrays.stream(all)
        .filter(period -> {
          int t = Arrays.binarySearch(all, period);
          return Arrays.stream(rows).anyMatch(row -> row[t] >= 0 && outcome.isKnown(row[t]));
        })
        .toArray();
    if (seen.length < all.length) {
      note(
          "N711",
          (all.length - seen.length) + " of " + all.length
              + " periods have no outcome at all and are left out",
          "");
    }
    if (seen.length < 2) {
      throw refusal(
          "E705",
          outcome.label() + " is known in period " + seen[0] + " only",
          "add a period before and one after the start");
    }
    return seen;
  }

  private void refuseIfNobodyStarts(int last) {
    if (Arrays.stream(starts).allMatch(start -> start > last || start == Starts.UNKNOWN)) {
      String column = settings.has("cohort") ? settings.text("cohort") : settings.text("treated");
      throw refusal(
          "E709",
          "nobody is treated: by column " + column + " none of " + groups.count()
              + " units starts by " + last,
          "name the right column, or add units with the measure");
    }
  }

  /** The units that have an outcome in every period seen, and a period before their start. */
  private int[] balanced(int[][] rows, int[] all, int[] seen) {
    int first = seen[0];
    boolean needsTwoBefore = isPreMean();
    List<Integer> used = new ArrayList<>();
    for (int u = 0; u < rows.length; u++) {
      String missing = missing(rows[u], all, seen);
      if (starts[u] == Starts.UNKNOWN) {
        drop(u, rows[u], Dropped.Cause.NO_START, "the start of treatment is not known");
      } else if (others[u] <= seen[seen.length - 1]) {
        drop(u, rows[u], Dropped.Cause.OTHER_MEASURE, otherMeasure(others[u]));
      } else if (!missing.isEmpty()) {
        drop(u, rows[u], Dropped.Cause.NO_OUTCOME, missing);
      } else if (starts[u] <= first + anticipation) {
        drop(u, rows[u], Dropped.Cause.ALWAYS_TREATED, noPeriodBefore(starts[u], first));
      } else if (settings.has("weight") && !(sizes[u] > 0)) {
        drop(u, rows[u], Dropped.Cause.NO_WEIGHT, "no " + settings.text("weight") + " above 0");
      } else if (needsTwoBefore && starts[u] <= seen[1] + anticipation) {
        drop(
            u,
            rows[u],
            Dropped.Cause.ONE_PERIOD_BEFORE,
            "one period before its start (" + starts[u] + "), which the base pre-mean leaves out");
      } else {
        used.add(u);
      }
    }
    if (used.isEmpty() || noneStarts(used, seen[seen.length - 1])) {
      throw nobodyLeft(seen[0]);
    }
    return used.stream().mapToInt(u -> u).toArray();
  }

  private boolean isPreMean() {
    return settings.text("base").equals(CallawaySantanna.Base.PRE_MEAN.code());
  }

  private static String otherMeasure(int start) {
    return start == Starts.UNKNOWN
        ? "whether it adopted another measure is not known"
        : "adopted another measure in " + start;
  }

  private String noPeriodBefore(int start, int first) {
    return "no period before its start (" + start + "); the data begin in " + first
        + (anticipation == 0 ? "" : " and the anticipation is " + anticipation);
  }

  private boolean noneStarts(List<Integer> used, int last) {
    return used.stream().allMatch(u -> starts[u] > last);
  }

  private Refusal nobodyLeft(int first) {
    List<Dropped> early =
        dropped.stream().filter(d -> d.cause() == Dropped.Cause.ALWAYS_TREATED).toList();
    if (!early.isEmpty()) {
      boolean mark = settings.has("treated");
      return refusal(
          "E705",
          early.get(0).unit() + " has " + early.get(0).reason()
              + (early.size() > 1 ? "; nor has any of " + early.size() + " treated units" : "")
              + ". Difference-in-differences needs at least 1",
          mark
              ? "add earlier years; if " + settings.text("treated")
                  + " marks the group at all times, name the 0/1 column of the time with --post and use --estimator 2x2"
              : "add years before " + first);
    }
    Dropped one = dropped.get(0);
    if (dropped.stream().anyMatch(d -> d.cause() == Dropped.Cause.ONE_PERIOD_BEFORE)) {
      return refusal(
          "E705",
          "no treated unit has two periods before its start, and the base pre-mean leaves out the last of them",
          "add years before " + first + ", or use --base universal");
    }
    if (dropped.stream().anyMatch(d -> d.cause() != Dropped.Cause.NO_OUTCOME)) {
      return refusal(
          "E710",
          "no treated unit is left: " + leftOut() + "; the first is " + one.unit() + " ("
              + one.reason() + ")",
          "add units, or leave fewer out: --other-cohort and --weight set units aside too");
    }
    return refusal(
        "E710",
        "no treated unit has an outcome in every period: " + dropped.size() + " of "
            + groups.count() + " units have gaps, the first " + one.unit() + " (" + one.reason()
            + ")",
        "leave out the periods that lack most, or fill the gaps at the source");
  }

  private String missing(int[] row, int[] all, int[] seen) {
    List<String> gaps = new ArrayList<>();
    for (int period : seen) {
      int at = row[Arrays.binarySearch(all, period)];
      if (at < 0) {
        gaps.add(period + " (no row)");
      } else if (!outcome.isKnown(at)) {
        gaps.add(period + " (" + outcome.why(at) + ")");
      }
    }
    if (gaps.isEmpty()) {
      return "";
    }
    return gaps.size() <= 3
        ? "no outcome in " + String.join(", ", gaps)
        : "no outcome in " + gaps.size() + " of " + seen.length + " periods, the first "
            + gaps.get(0);
  }

  /** The periods in which somebody is still untreated. */
  private int[] comparable(int[] used, int[] seen) {
    int last = seen[seen.length - 1];
    int latest = Arrays.stream(used).map(u -> starts[u]).max().orElseThrow();
    if (latest > last + anticipation) {
      return seen;
    }
    long cohorts = Arrays.stream(used).map(u -> starts[u]).distinct().count();
    if (settings.text("control").equals(CallawaySantanna.Control.NEVER_TREATED.code())) {
      throw refusal(
          "E704",
          "no unit is never treated: all " + used.length + " start by " + latest,
          cohorts > 1
              ? "compare with those that start later: --control not-yet-treated"
              : "add units without the measure");
    }
    int[] before =
        Arrays.stream(seen).filter(period -> period < latest - anticipation).toArray();
    // the last of them is no comparison where the period before a start is not to be looked at
    int[] kept = isPreMean() ? Arrays.copyOf(before, before.length - 1) : before;
    boolean anyStart =
        kept.length > 1 && Arrays.stream(used).anyMatch(u -> starts[u] <= kept[kept.length - 1]);
    if (!anyStart) {
      throw refusal(
          "E704",
          "everybody is treated: all " + used.length + " units start by " + latest
              + ", and nobody is left to compare with after the first start",
          "add units without the measure");
    }
    note(
        "N712",
        "periods from " + seen[kept.length] + " on are left out: every unit is treated by "
            + latest,
        "add units without the measure to use them");
    return kept;
  }

  /** The mean of a column over its known periods by unit; NaN where none is known. */
  private double[] sizes(@Nullable String name) {
    double[] means = new double[groups.count()];
    Arrays.fill(means, Double.NaN);
    if (name != null) {
      NumberColumn column = data.number(name);
      int[][] rows = groups.rows();
      for (int u = 0; u < means.length; u++) {
        means[u] = Arrays.stream(rows[u])
            .filter(column::isKnown)
            .mapToDouble(column::value)
            .sorted()
            .average()
            .orElse(Double.NaN);
      }
    }
    return means;
  }

  private Adoption panel(int[][] rows, int[] all, int[] periods, int[] used) {
    double[][] y = new double[used.length][periods.length];
    int[] start = new int[used.length];
    for (int i = 0; i < used.length; i++) {
      units.add(code(used[i]));
      start[i] = starts[used[i]];
      for (int t = 0; t < periods.length; t++) {
        y[i][t] = outcome.value(rows[used[i]][Arrays.binarySearch(all, periods[t])]);
      }
    }
    Adoption adoption = Adoption.of(y, periods, start);
    String cluster = settings.textOrNull("cluster");
    return cluster == null ? adoption : adoption.clustered(clusters(cluster, used));
  }

  private int[] clusters(String name, int[] used) {
    TextColumn column = data.text(name);
    Groups groupsOfClusters = data.groups(List.of(name));
    for (int i = 0; i < data.rows(); i++) {
      int first = groups.first(groups.of(i));
      if (column.code(i) != column.code(first)) {
        throw Starts.error(
            "E713",
            data,
            i,
            name,
            "unit '" + code(groups.of(i)) + "' is in two clusters: " + column.get(first) + " and "
                + column.get(i),
            "give every row of a unit the same cluster");
      }
    }
    int[] raw =
        Arrays.stream(used).map(u -> groupsOfClusters.of(groups.first(u))).toArray();
    return numbered(raw);
  }

  /** The same groups numbered from 0 without gaps, in the same order. */
  static int[] numbered(int[] raw) {
    int[] distinct = Arrays.stream(raw).distinct().sorted().toArray();
    return Arrays.stream(raw).map(c -> Arrays.binarySearch(distinct, c)).toArray();
  }

  private void countDropped() {
    if (dropped.isEmpty()) {
      return;
    }
    note(
        "N710",
        dropped.size() + " of " + groups.count() + " units are left out: " + leftOut(),
        "--table dropped names them");
  }

  /** How many are left out for each cause. */
  private String leftOut() {
    List<String> parts = new ArrayList<>();
    for (Dropped.Cause cause : Dropped.Cause.values()) {
      long count = dropped.stream().filter(d -> d.cause() == cause).count();
      if (count > 0) {
        parts.add(count + " " + cause.words());
      }
    }
    return String.join(", ", parts);
  }

  private void drop(int unit, int[] rows, Dropped.Cause cause, String reason) {
    int count = (int) Arrays.stream(rows).filter(row -> row >= 0).count();
    dropped.add(new Dropped(code(unit), cause, reason, count));
  }

  private String code(int unit) {
    return data.text(settings.text("unit")).get(groups.first(unit));
  }

  private void note(String code, String message, String fix) {
    notes.add(Finding.note(code, Location.ofFile(data.file()), "", message, fix));
  }

  private Refusal refusal(String code, String message, String fix) {
    return Refusal.analysis(code, data.file(), message, fix);
  }
}
