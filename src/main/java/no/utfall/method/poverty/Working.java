package no.utfall.method.poverty;

import no.utfall.math.StudentT;
import no.utfall.method.Arithmetic;

/** The last lines of the arithmetic of one measure. */
final class Working {

  private Working() {}

  /** From the statistic p to what stands in the row. */
  static void add(
      Arithmetic lines, Measure measure, double p, Estimate made, double factor, double level) {
    if (factor != 1) {
      lines.line("{0} · {1} = {2}", factor, p, made.value());
    }
    if (made.method().isEmpty() || made.limits().isEmpty()) {
      return;
    }
    Limits limits = made.limits().get(0);
    lines.line("s = {0} ({1})", made.error(), made.method());
    if (Double.isNaN(made.df())) {
      lines.line("{0} … {1}  (level {2})", limits.low(), limits.high(), level);
      return;
    }
    double t = StudentT.quantile((1 + level) / 2, made.df());
    lines.line("df = clusters − strata = {0}, t = {1}", made.df(), t);
    double s = made.error() / factor;
    if (measure.scale() == Measure.Scale.RATIO) {
      lines.line(
          "{0} · exp(± t · s / {0}): {1} … {2}  (level {3})",
          made.value(), limits.low(), limits.high(), level);
      return;
    }
    if (measure.scale() != Measure.Scale.PERSONS) {
      lines.line(
          "{0} ± t · s: {1} … {2}  (level {3})", made.value(), limits.low(), limits.high(), level);
      return;
    }
    if (p > 0 && p < 1 && s > 0) {
      lines.line("n* = p (1 − p) / s² = {0}", p * (1 - p) / (s * s));
    }
    lines.line(
        "(p + t²/(2n*) ± t √(p (1 − p)/n* + t²/(4n*²))) / (1 + t²/n*): {0} … {1}  (level {2})",
        limits.low(), limits.high(), level);
  }
}
