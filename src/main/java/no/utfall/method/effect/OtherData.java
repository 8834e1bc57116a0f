package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;

/**
 * The same estimate on other data, and what would be said of it alone: some periods left out, hidden numbers at their
 * lowest or highest, or an outcome that the measure should not change.
 */
final class OtherData {

  /** What is other about the data. */
  enum Kind {
    OUTCOME("placebo-outcome"),
    PERIODS("without-periods"),
    LOWEST("hidden-lowest"),
    HIGHEST("hidden-highest");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** A panel estimated and judged. */
  record Judged(
      StaggeredDesign design,
      GroupTimeEffects effects,
      GroupTimeEffects.Effect told,
      Guards guards) {

    /** @throws Refusal when nothing can be estimated */
    static Judged of(
        StaggeredDesign design, CallawaySantanna estimator, Settings settings, double level) {
      GroupTimeEffects effects = estimator.estimate(design.panel());
      CallawaySantanna.Base base = CallawaySantanna.Base.of(settings.text("base"));
      return new Judged(
          design,
          effects,
          OtherData.told(settings, effects),
          new Guards(effects, estimator, base, horizon(settings, effects), level));
    }
  }

  private final Kind kind;
  private final Outcome outcome;
  private final Optional<Judged> judged;
  private final String why;

  private OtherData(Kind kind, Outcome outcome, Optional<Judged> judged, String why) {
    this.kind = kind;
    this.outcome = outcome;
    this.judged = judged;
    this.why = why;
  }

  /** The horizon asked for, empty when none was or no unit is observed so long. */
  static OptionalInt horizon(Settings settings, GroupTimeEffects effects) {
    return settings.has("horizon") && effects.reaches(settings.integer("horizon"))
        ? OptionalInt.of(settings.integer("horizon"))
        : OptionalInt.empty();
  }

  /** The average the reader is told first: the horizon asked for, else the mean over treated units. */
  static GroupTimeEffects.Effect told(Settings settings, GroupTimeEffects effects) {
    OptionalInt horizon = horizon(settings, effects);
    return horizon.isPresent()
        ? effects.fromHorizon(horizon.getAsInt())
        : effects.group().overall();
  }

  /** Every one that the settings ask for and the data allow. */
  static List<OtherData> all(
      Frame data, Settings settings, Outcome outcome, CallawaySantanna estimator, double level) {
    List<OtherData> all = new ArrayList<>();
    if (settings.has("placebo")) {
      Outcome placebo = Outcome.of(data.number(settings.text("placebo")));
      all.add(of(Kind.OUTCOME, data, settings, placebo, estimator, level));
    }
    if (settings.has("without-periods")) {
      Frame kept = withoutPeriods(data, settings);
      Outcome left = Outcome.as(kept, settings);
      all.add(of(Kind.PERIODS, kept, settings, left, estimator, level));
    }
    if (outcome.hasHidden()) {
      all.add(of(Kind.LOWEST, data, settings, outcome.hiddenAt(false), estimator, level));
      all.add(of(Kind.HIGHEST, data, settings, outcome.hiddenAt(true), estimator, level));
    }
    return all;
  }

  private static Frame withoutPeriods(Frame data, Settings settings) {
    List<String> out = settings.list("without-periods");
    TextColumn periods = data.text(settings.text("period"));
    for (String period : out) {
      boolean there = false;
      for (int level = 0; level < periods.levels(); level++) {
        there |= periods.level(level).equals(period);
      }
      if (!there) {
        throw Refusal.commandLine(
            "--without-periods: there is no period '" + period + "' in the data",
            "write periods as they stand in column " + settings.text("period") + ", with commas");
      }
    }
    int[] rows = IntStream.range(0, data.rows())
        .filter(row -> !out.contains(periods.get(row)))
        .toArray();
    Frame kept = data.rows(rows);
    return data.origin().map(kept::from).orElse(kept);
  }

  private static OtherData of(
      Kind kind,
      Frame data,
      Settings settings,
      Outcome outcome,
      CallawaySantanna estimator,
      double level) {
    try {
      StaggeredDesign design = StaggeredDesign.of(data, settings, outcome);
      return new OtherData(
          kind, outcome, Optional.of(Judged.of(design, estimator, settings, level)), "");
    } catch (Refusal refusal) {
      if (refusal.fault() != Fault.ANALYSIS) {
        throw refusal;
      }
      return new OtherData(
          kind, outcome, Optional.empty(), refusal.findings().get(0).message());
    }
  }

  Kind kind() {
    return kind;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Empty when nothing can be estimated, {@link #why} says the reason. */
  Optional<Judged> judged() {
    return judged;
  }

  String why() {
    return why;
  }

  /** What may be said after all of these: a word that other data would change cannot be told. */
  static Guards.Reason reason(Guards own, List<OtherData> others, double level) {
    for (OtherData other : others) {
      if (own.word() == Guards.Word.CANNOT_TELL) {
        return own.reason();
      }
      if (other.contradicts(own, level)) {
        return switch (other.kind) {
          case OUTCOME -> Guards.Reason.OTHER_OUTCOME;
          case PERIODS -> Guards.Reason.OTHER_PERIODS;
          case LOWEST, HIGHEST -> Guards.Reason.HIDDEN;
        };
      }
    }
    return own.reason();
  }

  private boolean contradicts(Guards own, double level) {
    if (judged.isEmpty()) {
      return false;
    }
    Guards theirs = judged.get().guards();
    if (kind == Kind.OUTCOME) {
      return Guards.inference(judged.get().told()).isTold(level);
    }
    return theirs.word() != own.word()
        || (own.word() == Guards.Word.SHOWN && theirs.isRise() != own.isRise());
  }
}
