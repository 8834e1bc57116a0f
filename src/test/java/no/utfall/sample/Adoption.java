package no.utfall.sample;

/**
 * What was adopted and when.
 *
 * @param start first year, 0 without a measure
 * @param tau full effect on the share outside, percentage points fewer; 0 for all but Veiviser
 * @param exposure share of the young people who live where it was adopted
 */
record Adoption(Measure measure, int start, double tau, double exposure) {

  static final Adoption NONE = new Adoption(Measure.NONE, 0, 0, 0);

  private static final double[] PHASE = {0.25, 0.6, 1};

  /** 0 before the start, the exposure from then on. */
  double active(int year) {
    return start > 0 && year >= start ? exposure : 0;
  }

  /** Percentage points fewer outside in a year. */
  double effect(int year) {
    return active(year) > 0 ? exposure * tau * PHASE[Math.min(year - start, PHASE.length - 1)] : 0;
  }

  Adoption exposed(double share) {
    return new Adoption(measure, start, tau, share);
  }
}
