package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.math.WeightedQuantile;
import no.utfall.method.Checks;
import no.utfall.method.Settings;
import no.utfall.panel.Period;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import no.utfall.text.Numerals;
import org.jspecify.annotations.Nullable;

/** What one run was asked for: the options, checked against each other and against the data. */
final class Plan {

  private final Settings settings;
  private final List<String> keys;
  private final @Nullable String period;
  private final boolean periodAssumed;
  private final List<String> lineKeys;
  private final WeightedQuantile.Rule rule;
  private final List<Measure> measures;

  private Plan(
      Settings settings,
      List<String> keys,
      @Nullable String period,
      boolean periodAssumed,
      List<String> lineKeys) {
    this.settings = settings;
    this.keys = keys;
    this.period = period;
    this.periodAssumed = periodAssumed;
    this.lineKeys = lineKeys;
    this.rule = WeightedQuantile.Rule.find(settings.text("quantile-rule")).orElseThrow();
    this.measures = wanted();
  }

  static Plan of(Frame data, Settings settings) {
    check(settings);
    List<String> keys = new ArrayList<>(settings.list("by").stream().distinct().toList());
    String period = settings.textOrNull("period");
    boolean assumed = false;
    if (period == null) {
      period = keys.stream().filter(key -> isPeriod(data.text(key))).findFirst().orElse(null);
      assumed = period != null;
    } else if (!keys.contains(period)) {
      keys.add(period);
    }
    List<String> lineKeys = settings.has("threshold-by")
        ? settings.list("threshold-by").stream().distinct().toList()
        : period == null ? List.of() : List.of(period);
    for (String key : lineKeys) {
      if (!keys.contains(key)) {
        throw Refusal.commandLine(
            "--threshold-by " + key + ": the line differs by a column that is not among --by",
            "name it in --by too");
      }
    }
    return new Plan(settings, List.copyOf(keys), period, assumed, lineKeys);
  }

  private static boolean isPeriod(TextColumn column) {
    return Period.isName(column.name())
        && column.levels() > 0
        && IntStream.range(0, column.levels())
            .allMatch(code -> Period.find(column.level(code)).isPresent());
  }

  private static void check(Settings settings) {
    if (settings.has("income") == settings.has("category")) {
      throw Refusal.commandLine(
          settings.has("income")
              ? "--income and --category are both given"
              : "poverty needs --income, or --category for another state of persons",
          "name one of the two columns");
    }
    if (settings.has("category") && !settings.has("state")) {
      throw Refusal.commandLine(
          "--category is given without --state",
          "name the category that counts, for example --state neet");
    }
    for (double share : settings.numbers("threshold")) {
      if (!(share > 0 && share < 2)) {
        throw Refusal.commandLine(
            "--threshold " + Numerals.exact(share) + " is not a share of the median",
            share >= 2 && share <= 200
                ? "did you mean " + Numerals.exact(share / 100) + "?"
                : "write for example --threshold 0.6");
      }
    }
    for (double p : settings.numbers("probs")) {
      if (!(p >= 0 && p <= 1)) {
        throw Refusal.commandLine(
            "--probs " + Numerals.exact(p) + " is not between 0 and 1", "write for example 0.5");
      }
    }
    Arrays.stream(settings.numbers("conf-level")).forEach(Checks::level);
    for (String option : List.of("per", "index-per")) {
      if (!(settings.number(option) > 0)) {
        throw Refusal.commandLine(
            "--" + option + " is not above zero", "write for example --" + option + " 100");
      }
    }
    if (settings.integer("shares") < 2 || settings.integer("shares") > 100) {
      throw Refusal.commandLine("--shares is not from 2 to 100", "write for example --shares 5");
    }
    if (settings.integer("draws") < 2) {
      throw Refusal.commandLine("--draws is below 2", "write for example --draws 1000");
    }
    double[] few = settings.numbers("few");
    if (few.length != 2 || few[0] < 0 || few[1] < few[0]) {
      throw Refusal.commandLine(
          "--few needs two numbers, the smaller first",
          "write --few 20,50: below 20 not shown, below 50 unreliable; 0,0 for no rule");
    }
    Equivalence scale = Equivalence.find(settings.text("scale")).orElseThrow();
    if (scale != Equivalence.NONE && !settings.has("household") && !settings.has("size")) {
      throw Refusal.commandLine(
          "--scale needs to know the households",
          "name the column with --household where rows are persons, or --size where rows are"
              + " households");
    }
    if (scale.needsAges() && settings.has("household") && !settings.has("age")) {
      throw Refusal.commandLine("--scale needs the ages", "name the column with --age");
    }
    if (scale.needsAges() && !settings.has("household") && !settings.has("children")) {
      throw Refusal.commandLine(
          "--scale needs the number of children", "name the column with --children");
    }
  }

  private List<Measure> wanted() {
    List<String> names = settings.list("measures");
    if (names.isEmpty()) {
      names = List.of(isIncome() ? "arpr" : "rate");
    }
    List<String> all = Measure.names();
    List<Measure> wanted = new ArrayList<>();
    for (String name : names) {
      if (!all.contains(name)) {
        throw Refusal.commandLine(
            "--measures: '" + name + "' is not a measure of poverty",
            Nearest.to(name, all)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("one of: " + String.join(" ", all)));
      }
      List<Measure> these = Measure.of(name, settings, rule);
      for (Measure measure : these) {
        boolean fits =
            measure.movement().map(one -> one != Movement.RATE || !isIncome()).orElse(isIncome());
        if (!fits) {
          throw Refusal.commandLine(
              "--measures: '" + name + "' needs " + (isIncome() ? "--category" : "--income"),
              isIncome() ? "did you mean 'arpr'?" : "did you mean 'rate'?");
        }
        if (measure.needsPanel() && (period == null || !person(settings).isPresent())) {
          throw Refusal.commandLine(
              "--measures: '" + name + "' follows persons through time",
              "name the person with --unit and the year with --period");
        }
        if (measure.children() && !settings.has("age")) {
          throw Refusal.commandLine(
              "--measures: '" + name + "' needs the ages", "name the column with --age");
        }
      }
      wanted.addAll(these);
    }
    return List.copyOf(wanted);
  }

  private static Optional<String> person(Settings settings) {
    return Optional.ofNullable(
        settings.has("key") ? settings.textOrNull("key") : settings.textOrNull("unit"));
  }

  /** The column of persons who are followed. */
  String person() {
    return person(settings).orElseThrow();
  }

  boolean isIncome() {
    return settings.has("income");
  }

  Settings settings() {
    return settings;
  }

  /** The columns that name a group of the result: those of {@code --by}, and the period. */
  List<String> keys() {
    return keys;
  }

  @Nullable String period() {
    return period;
  }

  /** Whether the period was told by the name of a key alone. */
  boolean periodAssumed() {
    return periodAssumed;
  }

  /** The columns within whose cells persons share one line. */
  List<String> lineKeys() {
    return lineKeys;
  }

  WeightedQuantile.Rule rule() {
    return rule;
  }

  List<Measure> measures() {
    return measures;
  }

  boolean isPanel() {
    return period != null && person(settings).isPresent();
  }

  /** The lines that make up who is poor: each a share of the median, or one amount. */
  double[] shares() {
    return settings.has("line") ? new double[] {Double.NaN} : settings.numbers("threshold");
  }

  double[] levels() {
    return settings.numbers("conf-level");
  }

  Few few() {
    double[] few = settings.numbers("few");
    return new Few(few[0], few[1], settings.flag("show-unreliable"));
  }

  boolean isBootstrap() {
    return settings.text("variance").equals("bootstrap");
  }
}
