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

  // a record's own two are only made when they are first called, which takes as long as reading a
  // small file

  @Override
  public boolean equals(Object other) {
    return other instanceof Asked asked
        && measure == asked.measure
        && Double.compare(parameter, asked.parameter) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * measure.hashCode() + Double.hashCode(parameter);
  }

  /** In the column {@code measure}: {@code gini}, {@code atkinson_0.5}. */
  String id() {
    return Double.isNaN(parameter) ? measure.id() : measure.id() + "_" + Numerals.exact(parameter);
  }
}
