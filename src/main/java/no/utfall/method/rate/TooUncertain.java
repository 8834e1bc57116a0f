package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.utfall.method.Option;
import no.utfall.method.Settings;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * When a share or a rate rests on too little to stand alone, by the presentation standards of the National Center for
 * Health Statistics. Widths are those of the exact 95 % interval, whatever interval and level are shown.
 *
 * <ul>
 *   <li>A share: fewer than 30 persons; or an interval at least 30 percentage points wide; or one wider than 5 points that
 *       is also more than 1.3 times as wide as the share itself.
 *   <li>A rate: fewer than 10 events, or fewer than 10 in the population. (The standard also asks for an interval of at most
 *       1.6 times the rate; from 10 events on it is at most 1.36 times.)
 *   <li>A directly standardised rate: fewer events than {@code --min-events}; or an interval, Fay and Feuer's, more than 1.6
 *       times as wide as the rate.
 *   <li>A standardised ratio: fewer than 10 events.
 * </ul>
 *
 * @see "Parker et al. (2017), Vital and Health Statistics 2(175), and Parker et al. (2023), Vital and Health Statistics 2(200)"
 */
final class TooUncertain {

  /** What is done with such an estimate. */
  enum Then {
    MARK,
    HOLD,
    IGNORE
  }

  static final Option OPTION = Option.choice(
      "too-uncertain",
      "mark",
      List.of("mark", "hold", "ignore"),
      Text.of(
          "Hva som skjer med tall som er for usikre til å stå alene: merkes, holdes tilbake, eller regelen brukes ikke",
          "Kva som skjer med tal som er for usikre til å stå åleine: blir merkte, haldne tilbake, eller regelen blir ikkje brukt",
          "What is done with numbers too uncertain to stand alone: marked, held back, or the rule is not used"));

  /** Where a rule of the method itself holds estimates back unless told otherwise. */
  static final Option WITH_OWN_RULE = Option.choice(
      OPTION.name(),
      null,
      OPTION.choices(),
      Text.of(
          "Hva som skjer med tall som er for usikre til å stå alene: merkes, holdes tilbake, eller reglene brukes ikke; ellers"
              + " holdes de tilbake som har for lite å bygge på, og de med for bredt intervall merkes",
          "Kva som skjer med tal som er for usikre til å stå åleine: blir merkte, haldne tilbake, eller reglane blir ikkje"
              + " brukte; elles blir dei haldne tilbake som har for lite å byggje på, og dei med for breitt intervall merkte",
          "What is done with numbers too uncertain to stand alone: marked, held back, or the rules are not used; else those that"
              + " rest on too little are held back, and those with too wide an interval are marked"));

  private static final double FEWEST_PERSONS = 30;
  private static final double NARROW = 0.05;
  private static final double WIDE = 0.30;
  private static final double WIDE_FOR_A_SHARE = 1.3;
  private static final double FEWEST_EVENTS = 10;
  private static final double WIDE_FOR_A_RATE = 1.6;

  /** From so many persons on the interval of any share is narrow, from 50 on it is never wide. */
  private static final double MANY_PERSONS = 2000;

  private static final double ENOUGH_PERSONS = 50;

  /** From so many counted on the interval is at most 1.29 times the share. */
  private static final double ENOUGH_COUNTED = 11;

  /** With so many events in effect, and no more than so much of the rate from one event more, the interval is at most 1.1 times the rate. */
  private static final double ENOUGH_IN_EFFECT = 20;

  private static final double LITTLE_FROM_ONE_MORE = 0.1;

  private static final DirectRate GAMMA =
      DirectRate.withDefaults().per(1).interval(DirectRate.Interval.FAY_FEUER);
  private static final Proportion SHARE =
      Proportion.withDefaults().per(1).interval(Proportion.Interval.CLOPPER_PEARSON);

  private TooUncertain() {}

  static Then then(Settings settings) {
    return Then.valueOf(settings.text(OPTION.name()).toUpperCase(Locale.ROOT));
  }

  /** What is done where the method has a rule of its own: nothing when nothing was said. */
  static @Nullable Then thenOrNull(Settings settings) {
    return settings.has(OPTION.name()) ? then(settings) : null;
  }

  /** Why a standardised ratio of so many events is too uncertain; empty when it is not. */
  static String ratio(double events) {
    return events < FEWEST_EVENTS ? fewer(FEWEST_EVENTS) + " events" : "";
  }

  /**
   * Why a directly standardised rate is too uncertain by the width of its interval; empty when it is not.
   *
   * @param count events, one entry a stratum, as in {@code population} and {@code weight}
   */
  static String width(
      DirectRate.Estimate estimate, double[] count, double[] population, double[] weight) {
    double rate = estimate.value();
    double inEffect = rate * rate / (estimate.stdError() * estimate.stdError());
    if (estimate.count() == 0
        || (inEffect >= ENOUGH_IN_EFFECT && estimate.step() <= LITTLE_FROM_ONE_MORE * rate)) {
      return "";
    }
    DirectRate.Estimate exact = GAMMA.estimate(count, population, weight);
    return exact.high() - exact.low() > WIDE_FOR_A_RATE * exact.value()
        ? "too uncertain: the 95 % interval is more than " + WIDE_FOR_A_RATE + " times the rate"
        : "";
  }

  /** What is read, and how many numbers cannot stand alone. */
  static List<Text> told(List<Text> reading, int uncertain, int groups) {
    if (uncertain == 0) {
      return reading;
    }
    List<Text> all = new ArrayList<>(reading);
    all.add(Text.of(
            "{0} av {1} tall er for usikre til å stå alene: for få hendelser eller personer (--too-uncertain).",
            "{0} av {1} tal er for usikre til å stå åleine: for få hendingar eller personar (--too-uncertain).",
            "{0} of {1} numbers are too uncertain to stand alone: too few events or persons (--too-uncertain).")
        .with(uncertain, groups));
    return all;
  }

  private static String fewer(double least) {
    return "too uncertain: fewer than " + Numerals.exact(least);
  }

  /** Why the number is too uncertain; empty when it is not. */
  static String why(boolean share, double count, double population) {
    return share ? share(count, population) : rate(count, population);
  }

  private static String share(double count, double persons) {
    if (persons < FEWEST_PERSONS) {
      return fewer(FEWEST_PERSONS) + " persons";
    }
    if (persons >= MANY_PERSONS || (persons >= ENOUGH_PERSONS && count >= ENOUGH_COUNTED)) {
      return "";
    }
    Proportion.Estimate exact = SHARE.estimate(count, persons);
    double width = exact.high() - exact.low();
    if (width <= NARROW) {
      return "";
    }
    if (width >= WIDE) {
      return "too uncertain: the 95 % interval is 30 percentage points wide or more";
    }
    return width > WIDE_FOR_A_SHARE * exact.value()
        ? "too uncertain: the 95 % interval is more than " + WIDE_FOR_A_SHARE + " times the share"
        : "";
  }

  private static String rate(double count, double population) {
    if (count < FEWEST_EVENTS || population < FEWEST_EVENTS) {
      String what = count < FEWEST_EVENTS ? " events" : " in the population";
      return fewer(FEWEST_EVENTS) + what;
    }
    return "";
  }
}
