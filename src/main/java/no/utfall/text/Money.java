package no.utfall.text;

/** Amounts of kroner as people say them. */
public final class Money {

  /** From here on an amount is billions, rounded to one decimal. */
  private static final double BILLION = 9.95e8;

  private static final double MILLION = 9.5e5;

  private Money() {}

  /** In the largest unit that leaves a whole number, or one decimal of billions. */
  public static Text of(double nok) {
    if (Math.abs(nok) >= BILLION) {
      return Text.of("{0} mrd. kr", "{0} mrd. kr", "NOK {0}bn")
          .with(Numerals.rounded(nok / 1e9, 1));
    }
    return Math.abs(nok) >= MILLION
        ? millions(nok, 0)
        : Text.of("{0} kr", "{0} kr", "NOK {0}").with(Numerals.rounded(nok, 0));
  }

  /** The same, but with these decimals of millions from a tenth of a million up to this amount. */
  public static Text of(double nok, int decimals, double upTo) {
    return Math.abs(nok) >= 1e5 && Math.abs(nok) < Math.min(upTo, BILLION)
        ? millions(nok, decimals)
        : of(nok);
  }

  private static Text millions(double nok, int decimals) {
    return Text.of("{0} mill. kr", "{0} mill. kr", "NOK {0}m")
        .with(Numerals.rounded(nok / 1e6, decimals));
  }
}
