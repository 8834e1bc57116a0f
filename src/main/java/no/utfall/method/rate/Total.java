package no.utfall.method.rate;

/**
 * Events and population of one group, summed.
 *
 * @param note why there is no estimate, empty when there is one
 * @param count {@code NaN} where not known, as is {@code population}
 * @param lowest the smallest that count / population can be when cells are hidden, {@code NaN} when not known
 */
record Total(
    Standing standing,
    String note,
    int rows,
    double count,
    double population,
    double lowest,
    double highest) {

  static Total known(int rows, double count, double population) {
    return new Total(Standing.OK, "", rows, count, population, Double.NaN, Double.NaN);
  }

  static Total none(Standing standing, String note, int rows) {
    return new Total(standing, note, rows, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  boolean isKnown() {
    return standing == Standing.OK;
  }

  /** Whether this says something of the group: a number, or that it is hidden. */
  boolean isAnswer() {
    return standing == Standing.OK || standing == Standing.SUPPRESSED;
  }
}
