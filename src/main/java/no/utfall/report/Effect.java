package no.utfall.report;

import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.panel.Direction;
import no.utfall.text.Text;

/**
 * What an analysis found, and what may be said of it. The estimate is the one without the last period before the start
 * where the method gives it, since units may have started because that period was bad.
 *
 * @param stdError NaN when not known
 * @param decided whether the method itself judged the estimate
 * @param reason of the word
 * @param withYear the estimate with the last period before the start
 * @param dip the last period before the start against those before it
 * @param placebo a start pretended earlier
 * @param otherData what the same estimate is on other data
 */
public record Effect(
    double estimate,
    double stdError,
    double low,
    double high,
    String unitOfMeasure,
    boolean lowerIsBetter,
    Word word,
    boolean decided,
    Text reason,
    Optional<Part> withYear,
    Optional<Part> dip,
    Optional<Part> placebo,
    Optional<OtherData> otherData) {

  private static final double Z = 1.959963984540054;

  /** What may be said. */
  public enum Word {
    SHOWN("shown"),
    NOT_SHOWN("not-shown"),
    CANNOT_TELL("cannot-tell");

    private final String code;

    Word(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** An estimate with its interval. */
  public record Part(double estimate, double low, double high) {
    boolean isOffZero() {
      return low > 0 || high < 0;
    }
  }

  /**
   * The same estimate on other data.
   *
   * @param outcome of an outcome that should not change
   * @param without some periods, which {@code periods} names
   * @param lowest with every hidden number at its lowest, {@code highest} at its highest
   * @param hidden numbers that are hidden
   * @param units that are in only by those
   */
  public record OtherData(
      Optional<Part> outcome,
      Optional<Part> without,
      String periods,
      Optional<Part> lowest,
      Optional<Part> highest,
      double hidden,
      double units) {

    static OtherData of(Frame guards) {
      int left = row(guards, "periods_left_out", "measure");
      int numbers = row(guards, "hidden_numbers", "measure");
      int units = row(guards, "hidden_units", "measure");
      return new OtherData(
          part(guards, "placebo-outcome"),
          part(guards, "without-periods"),
          left < 0 ? "" : guards.text("note").get(left),
          part(guards, "hidden-lowest"),
          part(guards, "hidden-highest"),
          numbers < 0 ? 0 : number(guards, "estimate", numbers),
          units < 0 ? 0 : number(guards, "estimate", units));
    }

    private static int row(Frame guards, String word, String column) {
      for (int row = 0; row < guards.rows(); row++) {
        if (guards.text(column).get(row).equals(word)) {
          return row;
        }
      }
      return -1;
    }
  }

  /** Empty when nothing was estimated. */
  public static Optional<Effect> of(Estimated estimated) {
    return estimated
        .result()
        .flatMap(
            result -> of(result, estimated.indicator().direction() == Direction.LOWER_IS_BETTER));
  }

  private static Optional<Effect> of(Result result, boolean lowerIsBetter) {
    Frame guards = result.tables().get("guards");
    int row = guards == null ? -1 : row(guards, "without-year-before");
    Frame from = row >= 0 && guards != null ? guards : result.tidy();
    int at = row >= 0 ? row : firstKnown(from);
    if (at < 0) {
      return Optional.empty();
    }
    double estimate = number(from, "estimate", at);
    double error = number(from, "std_error", at);
    double low = number(from, "conf_low", at);
    double high = number(from, "conf_high", at);
    String unit = from.has("unit_of_measure") ? from.text("unit_of_measure").get(at) : "";
    int verdict = guards == null ? -1 : row(guards, "verdict", true);
    if (guards == null || verdict < 0) {
      Optional<Headline> headline = Headline.of(result);
      Word word = headline.isPresent() && headline.get().isTold()
          ? Word.SHOWN
          : headline.isPresent() && headline.get().hasDip() ? Word.NOT_SHOWN : Word.CANNOT_TELL;
      return Optional.of(new Effect(
          estimate,
          error,
          low,
          high,
          unit,
          lowerIsBetter,
          word,
          false,
          headline.map(Headline::reason).orElse(Reasons.of("")),
          Optional.empty(),
          headline.flatMap(Headline::dipPart),
          Optional.empty(),
          Optional.empty()));
    }
    String code = guards.text("status").get(verdict);
    Word word = code.equals("shown")
        ? Word.SHOWN
        : code.equals("not-shown") ? Word.NOT_SHOWN : Word.CANNOT_TELL;
    return Optional.of(new Effect(
        estimate,
        error,
        low,
        high,
        unit,
        lowerIsBetter,
        word,
        true,
        Reasons.of(guards.text("note").get(verdict)),
        part(guards, "with-year-before"),
        part(guards, "dip"),
        part(guards, "placebo-date"),
        Optional.of(OtherData.of(guards))));
  }

  private static int firstKnown(Frame tidy) {
    for (int row = 0; row < tidy.rows(); row++) {
      if (tidy.number("estimate").isKnown(row)) {
        return row;
      }
    }
    return -1;
  }

  private static int row(Frame guards, String guard) {
    return row(guards, guard, false);
  }

  private static int row(Frame guards, String guard, boolean unknown) {
    for (int row = 0; row < guards.rows(); row++) {
      if (guards.text("guard").get(row).equals(guard)
          && (unknown || guards.number("estimate").isKnown(row))) {
        return row;
      }
    }
    return -1;
  }

  private static Optional<Part> part(Frame guards, String guard) {
    int row = row(guards, guard);
    return row < 0
        ? Optional.empty()
        : Optional.of(new Part(
            number(guards, "estimate", row),
            number(guards, "conf_low", row),
            number(guards, "conf_high", row)));
  }

  private static double number(Frame frame, String name, int row) {
    return frame.has(name) ? frame.number(name).value(row) : Double.NaN;
  }

  /** Turned so that + is better. */
  public double better() {
    return lowerIsBetter ? 0 - estimate : estimate;
  }

  public double betterLow() {
    return lowerIsBetter ? 0 - high : low;
  }

  public double betterHigh() {
    return lowerIsBetter ? 0 - low : high;
  }

  /** Whether it is shown, and to the better. */
  public boolean isShown() {
    return word == Word.SHOWN && better() > 0;
  }

  /** Whether it is shown, and to the worse. */
  boolean isHarm() {
    return word == Word.SHOWN && better() < 0;
  }

  /** Whether it is shown and P(effect &gt; smallest) ≥ .95. */
  boolean isBeyond(double smallest) {
    return isShown() && better() - 1.6448536269514722 * stdError >= smallest;
  }

  /** What would be found in four of five cases at the 5 percent level. */
  double detectable() {
    return (Z + 0.8416212335729143) * stdError;
  }
}
