package no.utfall.method.contrast;

import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** Numbers and amounts inside sentences. */
final class Words {

  private Words() {}

  /** To the precision of its own size: two digits that count. */
  static Text twoDigits(double x) {
    return x == 0 ? Text.same("0") : Numerals.rounded(x, Numerals.decimalsFor(0, x));
  }

  /** An estimate with its interval, as precise as the interval allows. */
  static Text interval(double x, double low, double high) {
    int decimals = Numerals.decimalsFor(low, high);
    Text to = low < 0
        ? Text.of("{0} ({1} til {2})", "{0} ({1} til {2})", "{0} ({1} to {2})")
        : Text.same("{0} ({1}–{2})");
    return to.with(
        Numerals.rounded(x, decimals),
        Numerals.rounded(low, decimals),
        Numerals.rounded(high, decimals));
  }

  /** Kroner, in the largest unit that leaves a whole number. */
  static Text money(double nok) {
    double size = Math.abs(nok);
    if (size >= 9.95e8) {
      return Text.of("{0} mrd. kr", "{0} mrd. kr", "NOK {0}bn")
          .with(Numerals.rounded(nok / 1e9, 1));
    }
    if (size >= 9.5e5) {
      return Text.of("{0} mill. kr", "{0} mill. kr", "NOK {0}m")
          .with(Numerals.rounded(nok / 1e6, 0));
    }
    return Text.of("{0} kr", "{0} kr", "NOK {0}").with(Numerals.rounded(nok, 0));
  }

  /** Shares in whole percent that sum to 100: the largest remainders are rounded up. */
  static long[] hundredths(double... shares) {
    long[] whole = new long[shares.length];
    long left = 100;
    for (int k = 0; k < shares.length; k++) {
      whole[k] = (long) Math.floor(100 * shares[k]);
      left -= whole[k];
    }
    for (; left > 0; left--) {
      int next = 0;
      for (int k = 1; k < shares.length; k++) {
        if (100 * shares[k] - whole[k] > 100 * shares[next] - whole[next]) {
          next = k;
        }
      }
      whole[next]++;
    }
    return whole;
  }
}
