package no.utfall.report;

import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.method.Result;

/** The first estimate of a result, which is the one told to the reader. */
record Headline(double estimate, double low, double high, double n) {

  static Optional<Headline> of(Result result) {
    Frame tidy = result.tidy();
    for (int row = 0; row < tidy.rows(); row++) {
      double estimate = tidy.number("estimate").value(row);
      if (!Double.isNaN(estimate)) {
        return Optional.of(new Headline(
            estimate,
            number(tidy, "conf_low", row),
            number(tidy, "conf_high", row),
            number(tidy, "n", row)));
      }
    }
    return Optional.empty();
  }

  private static double number(Frame frame, String name, int row) {
    return frame.has(name) ? frame.number(name).value(row) : Double.NaN;
  }

  /** Whether the interval leaves out no difference. */
  boolean isTold() {
    return low > 0 || high < 0;
  }
}
