package no.utfall.method.effect;

import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** Numbers inside sentences. */
final class Words {

  private Words() {}

  static Text count(int n) {
    return Numerals.rounded(n, 0);
  }

  /** {@code 1 unit}, {@code 480 units}. */
  static Text units(int n) {
    return n == 1
        ? Text.of("1 enhet", "1 eining", "1 unit")
        : Text.of("{0} enheter", "{0} einingar", "{0} units").with(count(n));
  }

  /** The verb that goes with so many. */
  static Text are(int n) {
    return Text.of("er", "er", n == 1 ? "is" : "are");
  }

  /** {@code p = 0.17}, {@code p < 0.001}. */
  static Text pValue(double p) {
    return p < 0.001
        ? Text.same("p < ").plus(Numerals.rounded(0.001, 3))
        : Text.same("p = ").plus(Numerals.rounded(p, p < 0.1 ? 3 : 2));
  }
}
