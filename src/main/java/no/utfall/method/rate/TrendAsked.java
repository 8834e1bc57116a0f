package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.utfall.method.Checks;
import no.utfall.method.Settings;
import no.utfall.panel.Direction;
import no.utfall.panel.Period;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a run of {@code trend} asks for.
 *
 * @param share whether counts are part of their population
 * @param widen whether scatter beyond chance widens the intervals
 * @param error what is done about periods that resemble each other
 * @param from where the forecast begins; null when the line is through all periods
 * @param ahead forecast so many periods beyond the last
 */
record TrendAsked(
    boolean counts,
    boolean share,
    TrendForm form,
    boolean widen,
    TrendError error,
    double per,
    List<Double> levels,
    List<Double> fan,
    @Nullable Period from,
    int ahead,
    @Nullable Direction direction) {

  static TrendAsked of(Settings settings) {
    boolean counts = settings.has("count");
    if (counts == settings.has("value") || counts != settings.has("population")) {
      throw Refusal.commandLine(
          "trend needs --count with --population, or --value",
          "name the columns of one of the two");
    }
    boolean share = settings.text("kind").equals("proportion");
    if (counts && settings.has("std-error")) {
      throw Refusal.commandLine(
          "--std-error belongs to --value; counts have their own", "leave --std-error out");
    }
    TrendForm form = settings.has("form")
        ? Coded.of(TrendForm.class, settings.text("form"))
        : counts ? TrendForm.LOG_LINEAR : TrendForm.LINEAR;
    if (form == TrendForm.LOGIT && !(counts && share)) {
      throw Refusal.commandLine(
          "--form logit is for proportions", "use --form log-linear, or --kind proportion");
    }
    TrendError error = Coded.of(TrendError.class, settings.text("error"));
    if (error == TrendError.PRAIS_WINSTEN && counts) {
      throw Refusal.commandLine(
          "--error prais-winsten is for values: counts have no rests of one variance",
          "use --error newey-west, or give the rates with --value and --std-error");
    }
    double usual = !counts ? 1 : share ? 100 : 100_000;
    return new TrendAsked(
        counts,
        counts && share,
        form,
        settings.text("overdispersion").equals("multiplicative"),
        error,
        counts && settings.has("per") ? Checks.per(settings.number("per")) : usual,
        levels(settings, "conf-level"),
        levels(settings, "fan").stream().sorted().toList(),
        start(settings),
        ahead(settings),
        direction(settings));
  }

  private static List<Double> levels(Settings settings, String option) {
    return Arrays.stream(settings.numbers(option))
        .map(level -> Checks.level(option, level))
        .boxed()
        .toList();
  }

  private static @Nullable Period start(Settings settings) {
    String text = settings.textOrNull("from");
    if (text == null) {
      return null;
    }
    return Period.find(text)
        .orElseThrow(() -> Refusal.commandLine(
            "--from " + text + " is not a period", "write for example --from 2020"));
  }

  private static int ahead(Settings settings) {
    int ahead = settings.integer("ahead");
    if (ahead < 0 || ahead > 100) {
      throw Refusal.commandLine(
          "--ahead " + ahead + " is not from 0 to 100", "write for example --ahead 3");
    }
    return ahead;
  }

  private static @Nullable Direction direction(Settings settings) {
    String text = settings.textOrNull("direction");
    return text == null
        ? null
        : Arrays.stream(Direction.values())
            .filter(direction -> direction.code().equals(text))
            .findFirst()
            .orElseThrow();
  }

  /** What the yearly change is called. */
  String measure() {
    return form.isRelative() ? "annual_percent_change" : "slope";
  }

  Words words() {
    return !counts ? Words.value() : share ? Words.proportion(per) : Words.rate(per);
  }

  /** The unit of the number itself. */
  String unit() {
    return words().unitCode();
  }

  String unitOfSlope() {
    return switch (form) {
      case LINEAR ->
        !counts ? "a year" : share && per == 100 ? "percentage points a year" : unit() + " a year";
      case LOG_LINEAR -> "log a year";
      case LOGIT -> "logit a year";
    };
  }

  String unitOfChange() {
    return form == TrendForm.LOGIT ? "percent of the odds a year" : "percent a year";
  }

  String method(boolean weighted) {
    String line =
        counts ? (share ? "binomial" : "poisson") : weighted ? "weighted" : "least-squares";
    return error == TrendError.OLS ? line : line + " " + error.code();
  }

  Optional<Direction> better() {
    return Optional.ofNullable(direction);
  }
}
