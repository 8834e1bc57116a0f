package no.utfall.method.effect;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an estimate must withstand before it is called shown: the same estimate with and without the last period before
 * the start, which units may have chosen because it was bad; a start pretended earlier; the courses before the start.
 *
 * <p>The last period before the start is in none of the tests of the periods before it: a dip there is not a different
 * course, it is what the two estimates tell apart.
 */
final class Guards {

  /** What may be said. */
  enum Word {
    SHOWN("shown"),
    NOT_SHOWN("not-shown"),
    CANNOT_TELL("cannot-tell");

    private final String code;

    Word(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Why it may be said. */
  enum Reason {
    OFF_ZERO(
        Word.SHOWN,
        "off 0 without the period before the start, and of one sign with it and without it"),
    DIP(
        Word.NOT_SHOWN,
        "the dip: a bad year before adoption alone would give this; without that period the estimate is near 0"),
    NO_ESTIMATE(
        Word.CANNOT_TELL,
        "no estimate without the period before the start: no cohort has two periods before it and reaches the horizon"),
    NO_ERROR(Word.CANNOT_TELL, "no standard error"),
    FEW(
        Word.CANNOT_TELL,
        "fewer than " + StaggeredResult.FEW
            + " independent treated units: intervals are too narrow"),
    COURSES(Word.CANNOT_TELL, "the groups went different ways before the start"),
    PLACEBO(Word.CANNOT_TELL, "a start pretended two periods earlier shows a difference too"),
    UNTESTED(Word.CANNOT_TELL, "too few periods before the start to test the comparison"),
    OTHER_OUTCOME(
        Word.CANNOT_TELL,
        "an outcome that the measure should not change differs after the start too"),
    OTHER_PERIODS(
        Word.CANNOT_TELL,
        "the verdict or the sign is another one when the periods of --without-periods are left out"),
    HIDDEN(
        Word.CANNOT_TELL,
        "the verdict or the sign is another one with the hidden numbers at their lowest or highest"),
    SIGNS(
        Word.CANNOT_TELL,
        "the estimates with and without the period before the start have different signs"),
    HOLDS_ZERO(
        Word.CANNOT_TELL, "the interval holds 0, with the period before the start and without it");

    private final Word word;
    private final String words;

    Reason(Word word, String words) {
      this.word = word;
      this.words = words;
    }

    Word word() {
      return word;
    }

    String words() {
      return words;
    }
  }

  private final Optional<GroupTimeEffects.Effect> withYearBefore;
  private final Optional<GroupTimeEffects.Effect> withoutYearBefore;
  private final Optional<GroupTimeEffects.Effect> dip;
  private final Optional<GroupTimeEffects.Effect> placebo;
  private final GroupTimeEffects.Pretrend leads;
  private final int treatedClusters;
  private final double level;
  private final Reason reason;

  /**
   * @param effects the estimate itself, made by the estimator
   * @param horizon of the estimate told to the reader; empty for the average by cohort
   * @param level at which an interval leaves out 0 or does not
   */
  Guards(
      GroupTimeEffects effects,
      CallawaySantanna estimator,
      CallawaySantanna.Base base,
      OptionalInt horizon,
      double level) {
    Adoption panel = effects.panel();
    boolean isPreMean = base == CallawaySantanna.Base.PRE_MEAN;
    this.level = level;
    GroupTimeEffects last =
        isPreMean ? estimator.base(CallawaySantanna.Base.UNIVERSAL).estimate(panel) : effects;
    GroupTimeEffects preMean =
        isPreMean ? effects : estimator.base(CallawaySantanna.Base.PRE_MEAN).estimate(panel);
    GroupTimeEffects pretended = estimator.pretendedStart(panel);
    this.withYearBefore = told(last, horizon);
    this.withoutYearBefore = told(preMean, horizon);
    this.dip = preMean.hasCells() ? Optional.of(preMean.dip()) : Optional.empty();
    this.placebo = pretended.hasCells() ? Optional.of(pretended.everyCell()) : Optional.empty();
    this.leads = preMean.leads();
    this.treatedClusters = preMean.treatedClusters();
    this.reason = decide();
  }

  private static Optional<GroupTimeEffects.Effect> told(
      GroupTimeEffects effects, OptionalInt horizon) {
    if (!effects.reaches(horizon.orElse(0))) {
      return Optional.empty();
    }
    return Optional.of(
        horizon.isPresent()
            ? effects.fromHorizon(horizon.getAsInt())
            : effects.group().overall());
  }

  private Reason decide() {
    if (withYearBefore.isEmpty() || withoutYearBefore.isEmpty()) {
      return Reason.NO_ESTIMATE;
    }
    Inference with = inference(withYearBefore.get());
    Inference without = inference(withoutYearBefore.get());
    if (!with.isKnown() || !without.isKnown()) {
      return Reason.NO_ERROR;
    }
    if (treatedClusters < StaggeredResult.FEW) {
      return Reason.FEW;
    }
    if (leads.pValue() < Verdict.DIFFERENT_COURSES) {
      return Reason.COURSES;
    }
    if (placebo.isPresent() && inference(placebo.get()).isTold(level)) {
      return Reason.PLACEBO;
    }
    if (!without.isTold(level)) {
      return with.isTold(level) ? Reason.DIP : Reason.HOLDS_ZERO;
    }
    if (with.effect() > 0 != without.effect() > 0) {
      return Reason.SIGNS;
    }
    return placebo.isEmpty() && Double.isNaN(leads.pValue()) ? Reason.UNTESTED : Reason.OFF_ZERO;
  }

  static Inference inference(GroupTimeEffects.Effect effect) {
    return Inference.normal(effect.att(), effect.stdError());
  }

  Reason reason() {
    return reason;
  }

  Word word() {
    return reason.word;
  }

  /** Whether the estimate without the last period before the start is above 0. */
  boolean isRise() {
    return withoutYearBefore.isPresent() && withoutYearBefore.get().att() > 0;
  }

  /** Measured from the last period before the start. */
  Optional<GroupTimeEffects.Effect> withYearBefore() {
    return withYearBefore;
  }

  /** Measured from the mean of the periods before that one. */
  Optional<GroupTimeEffects.Effect> withoutYearBefore() {
    return withoutYearBefore;
  }

  /** The last period before the start against the mean of those before it. */
  Optional<GroupTimeEffects.Effect> dip() {
    return dip;
  }

  Optional<GroupTimeEffects.Effect> placebo() {
    return placebo;
  }

  /** Of the periods before the last one. */
  GroupTimeEffects.Pretrend leads() {
    return leads;
  }
}
