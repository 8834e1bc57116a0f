package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.List;
import no.utfall.math.StudentT;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** The lines of {@code --explain}: symbols and exact numbers, the same in every language. */
final class Arithmetic {

  private final List<Text> lines = new ArrayList<>();

  /** {@code {0}}, {@code {1}} … in a pattern stand for numbers and words. */
  static String fill(String pattern, Object... parts) {
    String filled = pattern;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i] instanceof Number number
          ? Numerals.exact(number.doubleValue())
          : String.valueOf(parts[i]);
      filled = filled.replace("{" + i + "}", part);
    }
    return filled;
  }

  Arithmetic line(String pattern, Object... parts) {
    lines.add(Text.same(fill(pattern, parts)));
    return this;
  }

  /** Why there is no estimate. */
  Arithmetic reason(String measure, String note) {
    lines.add(
        Text.of("{0}: ikke noe anslag: {1}", "{0}: ikkje noko anslag: {1}", "{0}: no estimate: {1}")
            .with(measure, note));
    return this;
  }

  /** From the statistic p to what stands in the row. */
  Arithmetic result(Measure measure, double p, Estimate made, double factor, double level) {
    if (factor != 1) {
      line("{0} · {1} = {2}", factor, p, made.value());
    }
    if (made.method().isEmpty() || made.limits().isEmpty()) {
      return this;
    }
    Limits limits = made.limits().get(0);
    line("s = {0} ({1})", made.error(), made.method());
    if (Double.isNaN(made.df())) {
      return line("{0} … {1}  (level {2})", limits.low(), limits.high(), level);
    }
    double t = StudentT.quantile((1 + level) / 2, made.df());
    line("df = clusters − strata = {0}, t = {1}", made.df(), t);
    double s = made.error() / factor;
    if (measure.scale() != Measure.Scale.PERSONS) {
      return line(
          "{0} ± t · s: {1} … {2}  (level {3})", made.value(), limits.low(), limits.high(), level);
    }
    if (p > 0 && p < 1 && s > 0) {
      line("n* = p (1 − p) / s² = {0}", p * (1 - p) / (s * s));
    }
    return line(
        "(p + t²/(2n*) ± t √(p (1 − p)/n* + t²/(4n*²))) / (1 + t²/n*): {0} … {1}  (level {2})",
        limits.low(), limits.high(), level);
  }

  List<Text> lines() {
    return List.copyOf(lines);
  }
}
