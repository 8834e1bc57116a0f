package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** {@code contrast}: input and activity set against effect on one board. */
public final class ContrastMethod implements Method {

  private static final int LEAST_UNITS = 4;

  @Override
  public Card card() {
    return ContrastCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    String unit = settings.text("unit");
    if (unit.equals("board") || unit.equals("axis")) {
      throw Refusal.commandLine(
          "the unit column cannot be named '" + unit + "': the result has a key of that name",
          "rename the column in the data");
    }
    double level = Options.readLevel(settings.number("conf-level"));
    double common = settings.number("common-variance");
    if (common < 0) {
      throw Refusal.commandLine("--common-variance cannot be negative", "write a variance");
    }
    Estimates rows = read(data, settings, unit);
    checkVariances(rows, settings, unit, common);
    Contrast.Estimate estimate = Contrast.withDefaults()
        .board(Board.of(settings.text("board")))
        .reads(Reads.of(settings.text("reads")))
        .commonVariance(common)
        .smallestImportant(settings.number("smallest-important"))
        .inputMargin(settings.number("input-margin"))
        .confLevel(level)
        .draws(Options.readDraws(settings), settings.integer("seed"))
        .estimate(scores(rows, settings, unit));
    if (estimate.axes().isEmpty()) {
      throw Refusal.analysis(
          "E703",
          data.file(),
          "every unit has the same input and activity: there is no order to set against effect",
          "give an input or activity that varies");
    }
    return new ContrastResult(
        estimate, unit, Options.nok(settings), findings(rows, estimate, settings));
  }

  private static Estimates read(Frame data, Settings settings, String unit) {
    List<String> needed =
        new ArrayList<>(List.of(settings.text("value"), settings.text("std-error")));
    List<String> positive = new ArrayList<>(List.of(settings.text("std-error")));
    boolean input = settings.has("cost") || settings.has("cost-per-capita");
    if (!input && !settings.has("activity-score")) {
      throw Refusal.commandLine(
          "there is nothing to set against effect",
          "name a column: --cost, --cost-per-capita or --activity-score");
    }
    for (String total : List.of("cost", "activity")) {
      if (settings.has(total)
          && settings.has(total.equals("cost") ? "cost-per-capita" : "activity-score")) {
        throw Refusal.commandLine(
            "--" + total + " is given twice, as a total and as a score", "leave one out");
      }
    }
    if (settings.has("cost") && !settings.has("population")) {
      throw Refusal.commandLine(
          "--cost is a total: it needs --population to become an input per person",
          "name the population, or give --cost-per-capita");
    }
    if (settings.has("activity")
        && !settings.has("cost")
        && !(settings.has("cost-per-capita") && settings.has("population"))) {
      throw Refusal.commandLine(
          "--activity is a volume: it needs the money to become a score",
          "give --cost, or give --activity-score");
    }
    for (String role : List.of("need", "input-std-error")) {
      if (settings.has(role) && !input) {
        throw Refusal.commandLine(
            "--" + role + " belongs to the input, and none is named",
            "name the money: --cost or --cost-per-capita");
      }
    }
    for (String role : List.of(
        "cost",
        "cost-per-capita",
        "activity",
        "activity-score",
        "population",
        "need",
        "input-std-error")) {
      if (settings.has(role)) {
        needed.add(settings.text(role));
      }
    }
    for (String role : List.of("cost", "population", "need", "input-std-error")) {
      if (settings.has(role)) {
        positive.add(settings.text(role));
      }
    }
    return Estimates.read(data, unit, needed, positive, LEAST_UNITS);
  }

  private static void checkVariances(
      Estimates rows, Settings settings, String unit, double common) {
    double[] errors = rows.numbers(settings.text("std-error"));
    List<Finding> small = new ArrayList<>();
    for (int k = 0; k < errors.length; k++) {
      if (errors[k] * errors[k] <= common) {
        small.add(Finding.error(
            "E783",
            rows.data().place(rows.rows()[k], settings.text("std-error")),
            String.valueOf(errors[k]),
            "the variance of '" + rows.units(unit)[k]
                + "' is not above the common variance, which is a part of it",
            "give a smaller --common-variance"));
      }
    }
    if (!small.isEmpty()) {
      throw new Refusal(Fault.ANALYSIS, small);
    }
  }

  private static Scores scores(Estimates rows, Settings settings, String unit) {
    Scores scores = Scores.of(
        rows.units(unit), rows.turned(settings), rows.numbers(settings.text("std-error")));
    if (settings.has("group")) {
      scores = scores.withGroup(rows.units(settings.text("group")));
    }
    double[] population = null;
    double[] money = null;
    if (settings.has("population")) {
      population = rows.numbers(settings.text("population"));
      scores = scores.withPopulation(population);
    }
    if (settings.has("cost") && population != null) {
      money = rows.numbers(settings.text("cost"));
      scores = scores.withInput(over(money, population));
    } else if (settings.has("cost-per-capita")) {
      double[] perPerson = rows.numbers(settings.text("cost-per-capita"));
      scores = scores.withInput(perPerson);
      money = population == null ? null : times(population, perPerson);
    }
    if (money != null) {
      scores = scores.withMoney(money);
    }
    if (settings.has("need")) {
      scores = scores.withNeed(rows.numbers(settings.text("need")));
    }
    if (settings.has("input-std-error")) {
      scores = scores.withInputError(rows.numbers(settings.text("input-std-error")));
    }
    if (settings.has("activity-score")) {
      scores = scores.withActivity(rows.numbers(settings.text("activity-score")));
    } else if (settings.has("activity") && money != null) {
      scores = scores.withActivity(over(rows.numbers(settings.text("activity")), money));
    }
    return scores;
  }

  private static double[] over(double[] a, double[] b) {
    double[] ratio = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      ratio[i] = a[i] / b[i];
    }
    return ratio;
  }

  private static double[] times(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  private static List<Finding> findings(
      Estimates rows, Contrast.Estimate estimate, Settings settings) {
    List<Finding> findings = new ArrayList<>(rows.findings());
    if (!estimate.isRankable()) {
      findings.add(Finding.warning(
          "W784",
          Location.ofFile(rows.data().file()),
          "",
          estimate.fit().isDistinguishable()
              ? "half of the units have a reliability below 0.4: no order of units is given"
              : "the effects show no differences between units beyond chance: no order of units is given",
          "pool years, or compare groups of units"));
    }
    if (estimate.axes().stream().anyMatch(axis -> axis.money() == null)) {
      findings.add(Finding.note(
          "N785",
          Location.ofFile(rows.data().file()),
          "",
          "the money is not known: no share of money by effect",
          settings.has("population")
              ? "give --cost"
              : "give --population beside --cost-per-capita"));
    }
    return findings;
  }
}
