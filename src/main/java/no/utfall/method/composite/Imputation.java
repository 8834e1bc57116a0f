package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.math.Ranks;
import no.utfall.math.Sums;
import no.utfall.method.Settings;
import no.utfall.panel.Period;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a value that is not known, when that was asked for: the mean or the median of the units it is
 * compared with, the mean of those of its group among them, or the latest known value of the unit itself before. A
 * hidden value keeps within its limits. Values that stand in are never made of others that do.
 *
 * @see "OECD and JRC (2008), Handbook on Constructing Composite Indicators, chapter 3, doi:10.1787/9789264043466-en.
 *     Agrees with COINr 1.1.14: i_mean, i_median, i_mean_grp, impute_panel (latest), within one period."
 */
enum Imputation {
  NONE("none"),
  MEAN("mean"),
  GROUP_MEAN("group-mean"),
  MEDIAN("median"),
  PREVIOUS("previous");

  private final String code;

  Imputation(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Imputation::code).toList();
  }

  static Imputation of(String code) {
    return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst().orElseThrow();
  }

  /**
   * One value that stands in.
   *
   * @param from what it was made of, in words
   */
  record Filled(double value, String from) {}

  /** Makes what stands in for the values of an indicator, by row; nothing to make it of gives none. */
  interface Source {
    IntFunction<Filled> of(double[] known);
  }

  static final Filled NOTHING = new Filled(Double.NaN, "");

  /**
   * Where values come from.
   *
   * @param peers the rows that are compared with each other
   */
  Source source(Frame data, Settings settings, int[][] peers) {
    return switch (this) {
      case NONE -> known -> row -> NOTHING;
      case MEAN -> among(data, peers, null, "mean", Imputation::mean);
      case MEDIAN -> among(data, peers, null, "median", x -> Ranks.quantile(x, 0.5));
      case GROUP_MEAN -> {
        if (!settings.has("group")) {
          throw Refusal.commandLine(
              "--impute group-mean needs the groups", "name their column with --group");
        }
        yield among(
            data, peers, data.text(settings.text("group")), "mean of the group", Imputation::mean);
      }
      case PREVIOUS -> {
        if (!settings.has("period")) {
          throw Refusal.commandLine(
              "--impute previous needs the periods", "name their column with --period");
        }
        yield before(data, settings);
      }
    };
  }

  private static double mean(double[] sorted) {
    return Sums.of(sorted) / sorted.length;
  }

  private static Source among(
      Frame data,
      int[][] peers,
      @Nullable TextColumn group,
      String what,
      ToDoubleFunction<double[]> statistic) {
    int[] setOf = new int[data.rows()];
    for (int set = 0; set < peers.length; set++) {
      for (int row : peers[set]) {
        setOf[row] = set;
      }
    }
    return known -> {
      Map<Long, Filled> made = new HashMap<>();
      return row -> {
        int own = group == null ? 0 : group.code(row);
        return made.computeIfAbsent((long) setOf[row] << 32 | own, key -> {
          double[] sorted = Arrays.stream(peers[setOf[row]])
              .filter(other -> group == null || group.code(other) == own)
              .mapToDouble(other -> known[other])
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
          return sorted.length == 0
              ? NOTHING
              : new Filled(statistic.applyAsDouble(sorted), what + " of " + sorted.length);
        });
      };
    };
  }

  /** The rows of each unit, the latest first. */
  private static Source before(Frame data, Settings settings) {
    TextColumn periods = data.text(settings.text("period"));
    Period[] ofLevel = new Period[periods.levels()];
    for (int code = 0; code < ofLevel.length; code++) {
      String name = periods.level(code);
      ofLevel[code] = Period.find(name)
          .orElseThrow(() -> Refusal.commandLine(
              "--period " + periods.name() + ": '" + name + "' is not a period",
              "name a column of years or other periods"));
    }
    List<String> keys = new ArrayList<>(settings.list("by"));
    keys.remove(periods.name());
    keys.add(settings.text("unit"));
    Map<List<String>, List<Integer>> history = new HashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      history.computeIfAbsent(names(data, keys, row), key -> new ArrayList<>()).add(row);
    }
    history
        .values()
        .forEach(rows ->
            rows.sort(Comparator.<Integer, Period>comparing(row -> ofLevel[periods.code(row)])
                .reversed()));
    return known -> row -> history.getOrDefault(names(data, keys, row), List.of()).stream()
        .filter(then -> ofLevel[periods.code(then)].compareTo(ofLevel[periods.code(row)]) < 0
            && !Double.isNaN(known[then]))
        .findFirst()
        .map(then -> new Filled(known[then], "value of " + periods.get(then)))
        .orElse(NOTHING);
  }

  private static List<String> names(Frame data, List<String> keys, int row) {
    return keys.stream().map(key -> data.text(key).get(row)).toList();
  }
}
