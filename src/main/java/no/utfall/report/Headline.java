package no.utfall.report;

import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.text.Text;

/**
 * The first estimate of a result, which is the one told to the reader, and whether the groups had parted before the
 * start: then a difference after it cannot be read as an effect.
 *
 * @param dip the difference in the last period before the start, where its interval leaves out none; NaN otherwise
 * @param parted a test of the courses before the start finds them different
 */
record Headline(
    double estimate,
    double low,
    double high,
    double dip,
    double dipLow,
    double dipHigh,
    boolean parted) {

  private static final double DIFFERENT_COURSES = 0.05;

  static Optional<Headline> of(Result result) {
    Frame tidy = result.tidy();
    for (int row = 0; row < tidy.rows(); row++) {
      double estimate = tidy.number("estimate").value(row);
      if (!Double.isNaN(estimate)) {
        return Optional.of(before(
            result, estimate, number(tidy, "conf_low", row), number(tidy, "conf_high", row)));
      }
    }
    return Optional.empty();
  }

  private static Headline before(Result result, double estimate, double low, double high) {
    boolean parted = parted(result.tidy());
    Frame table = result.tables().get("aggregations");
    if (table != null && table.has("event") && table.has("aggregation")) {
      for (int row = 0; row < table.rows(); row++) {
        double from = number(table, "conf_low", row);
        double to = number(table, "conf_high", row);
        if (table.text("aggregation").get(row).equals("dynamic")
            && table.text("event").get(row).equals("-1")
            && (from > 0 || to < 0)) {
          return new Headline(
              estimate, low, high, number(table, "estimate", row), from, to, parted);
        }
      }
    }
    return new Headline(estimate, low, high, Double.NaN, Double.NaN, Double.NaN, parted);
  }

  /** By the test over leads where there is one, since the one over all cells finds too much in small groups. */
  private static boolean parted(Frame tidy) {
    for (String measure : List.of("pretrend_leads", "pretrend")) {
      for (int row = 0; row < tidy.rows(); row++) {
        if (tidy.text("measure").get(row).equals(measure)
            && tidy.text("status").get(row).equals("ok")) {
          return number(tidy, "p_value", row) < DIFFERENT_COURSES;
        }
      }
    }
    return false;
  }

  private static double number(Frame frame, String name, int row) {
    return frame.has(name) ? frame.number(name).value(row) : Double.NaN;
  }

  private boolean isDifferent() {
    return low > 0 || high < 0;
  }

  private boolean hadParted() {
    return parted || !Double.isNaN(dip);
  }

  /** Whether the interval leaves out no difference, and nothing had happened before the start. */
  boolean isTold() {
    return isDifferent() && !hadParted();
  }

  boolean hasDip() {
    return !Double.isNaN(dip);
  }

  Optional<Effect.Part> dipPart() {
    return hasDip() ? Optional.of(new Effect.Part(dip, dipLow, dipHigh)) : Optional.empty();
  }

  /** Why it may or may not be told. */
  Text reason() {
    if (isTold()) {
      return Reasons.of("off 0");
    }
    return hasDip()
        ? Reasons.of("dip")
        : parted ? Reasons.of("different ways") : Reasons.of("holds 0");
  }

  Text standing() {
    if (isTold()) {
      return Text.of(
          "ja, om forutsetningene holder",
          "ja, om føresetnadene held",
          "yes, if the assumptions hold");
    }
    return isDifferent()
        ? Text.of(
            "nei, gruppene skilte seg før start",
            "nei, gruppene skilde seg før start",
            "no, the groups parted before the start")
        : Text.of("kan ikke avgjøres", "kan ikkje avgjerast", "cannot be told");
  }

  /** What happened in the last period before the start, where something did. */
  Optional<Text> warning() {
    if (Double.isNaN(dip)) {
      return Optional.empty();
    }
    return Optional.of(Text.of(
            "I siste periode før start hadde gruppene alt skilt seg, med {0}. Et uvanlig år like før start kan alene gi en forskjell etterpå, så denne analysen viser ikke at tiltaket virket.",
            "I siste periode før start hadde gruppene alt skilt seg, med {0}. Eit uvanleg år like før start kan åleine gje ein skilnad etterpå, så denne analysen viser ikkje at tiltaket verka.",
            "In the last period before the start the groups had parted already, by {0}. An unusual year just before the start can alone give a difference afterwards, so this analysis does not show that the measure worked.")
        .with(Phrases.withInterval(dip, dipLow, dipHigh)));
  }
}
