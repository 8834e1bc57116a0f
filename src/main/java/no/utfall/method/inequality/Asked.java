package no.utfall.method.inequality;

import no.utfall.text.Numerals;

/**
 * One measure of one run.
 *
 * @param parameter of the family, {@code NaN} when the measure has none
 */
record Asked(Measure measure, double parameter) {

  static Asked of(Measure measure) {
    return new Asked(measure, Double.NaN);
  }

  /** In the column {@code measure}: {@code gini}, {@code atkinson_0.5}. */
  String id() {
    return Double.isNaN(parameter) ? measure.id() : measure.id() + "_" + Numerals.exact(parameter);
  }
}
