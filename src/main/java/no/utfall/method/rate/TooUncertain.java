package no.utfall.method.rate;

import java.util.List;
import java.util.Locale;
import no.utfall.method.Option;
import no.utfall.method.Settings;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/**
 * When a share or a rate rests on too little to stand alone, by the presentation standards of the National Center for
 * Health Statistics. Widths are those of the exact 95 % interval, whatever interval and level are shown.
 *
 * <ul>
 *   <li>A share: fewer than 30 persons; or an interval at least 30 percentage points wide; or one wider than 5 points that
 *       is also more than 1.3 times as wide as the share itself.
 *   <li>A rate: fewer than 10 events, or fewer than 10 in the population. (The standard also asks for an interval of at most
 *       1.6 times the rate; from 10 events on it is at most 1.36 times.)
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

  private static final double FEWEST_PERSONS = 30;
  private static final double NARROW = 0.05;
  private static final double WIDE = 0.30;
  private static final double WIDE_FOR_A_SHARE = 1.3;
  private static final double FEWEST_EVENTS = 10;

  /** From so many persons on the interval of any share is narrow, from 50 on it is never wide. */
  private static final double MANY_PERSONS = 2000;

  private static final double ENOUGH_PERSONS = 50;

  /** From so many counted on the interval is at most 1.29 times the share. */
  private static final double ENOUGH_COUNTED = 11;

  private static final Proportion SHARE =
      Proportion.withDefaults().per(1).interval(Proportion.Interval.CLOPPER_PEARSON);

  private TooUncertain() {}

  static Then then(Settings settings) {
    return Then.valueOf(settings.text(OPTION.name()).toUpperCase(Locale.ROOT));
  }

  /** Why the number is too uncertain; empty when it is not. */
  static String why(boolean share, double count, double population) {
    return share ? share(count, population) : rate(count, population);
  }

  private static String share(double count, double persons) {
    if (persons < FEWEST_PERSONS) {
      return "too uncertain: fewer than " + Numerals.exact(FEWEST_PERSONS) + " persons";
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
      return "too uncertain: fewer than " + Numerals.exact(FEWEST_EVENTS) + what;
    }
    return "";
  }
}
