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
}
