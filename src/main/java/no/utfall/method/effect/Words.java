package no.utfall.method.effect;

import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** Numbers inside sentences. */
final class Words {

  private Words() {}

  static Text number(double x, int decimals) {
    return Text.of(
        Numerals.rounded(x, decimals, Language.NB),
        Numerals.rounded(x, decimals, Language.NN),
        Numerals.rounded(x, decimals, Language.EN));
  }

  static Text count(int n) {
    return number(n, 0);
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

  /** A level as percent without needless decimals: 95, 99.8. */
  static Text percent(double level) {
    double percent = 100 * level;
    return number(percent, Math.abs(percent - Math.rint(percent)) < 1e-9 ? 0 : 1);
  }

  /** {@code p = 0.17}, {@code p < 0.001}. */
  static Text pValue(double p) {
    return p < 0.001
        ? Text.same("p < ").plus(number(0.001, 3))
        : Text.same("p = ").plus(number(p, p < 0.1 ? 3 : 2));
  }
}
