package no.utfall.method.poverty;

import no.utfall.text.Numerals;

/**
 * When a sample is too small to be shown, or shown only with a warning: Eurostat's rule for EU-SILC by default.
 *
 * @param hidden fewer observations than this are not shown
 * @param marked fewer than this are shown as unreliable
 * @param show whether what would not be shown is shown all the same
 * @see "Eurostat, publication rules of EU-SILC: below 20 observations, or more than 50 % of the values missing, not
 *     published; 20 to 49, or more than 20 % missing, published with the flag u"
 */
record Few(double hidden, double marked, boolean show) {

  private static final double MOST_MISSING = 0.5;
  private static final double MANY_MISSING = 0.2;

  /** What the rule says of one number. */
  record Ruling(boolean unreliable, boolean withheld, String note) {}

  private static final Ruling FINE = new Ruling(false, false, "");

  /**
   * @param observations that the number rests on: the poor alone for the gap of the poor
   * @param asked all whose value is known, of whom these are some
   * @param missing how many more would have been asked if none were unknown
   */
  Ruling of(int observations, int asked, int missing) {
    if (marked == 0) {
      return FINE;
    }
    double share = missing == 0 ? 0 : (double) missing / (asked + missing);
    String few = observations + (observations == 1 ? " observation" : " observations");
    String unknown = missing + " of " + (asked + missing) + " values are not known";
    if (observations < hidden) {
      return new Ruling(true, !show, few + ", fewer than " + Numerals.exact(hidden));
    }
    if (share > MOST_MISSING) {
      return new Ruling(true, !show, unknown + ", more than half");
    }
    if (observations < marked) {
      return new Ruling(true, false, few + ", fewer than " + Numerals.exact(marked));
    }
    return share > MANY_MISSING ? new Ruling(true, false, unknown + ", more than a fifth") : FINE;
  }
}
