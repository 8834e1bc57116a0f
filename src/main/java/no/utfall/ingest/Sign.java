package no.utfall.ingest;

import no.utfall.figure.Status;

/**
 * What a sign in the place of a number stands for.
 *
 * @param status {@code KNOWN} only for the sign of a true zero
 * @param low the lowest the hidden number can be, {@code NaN} when that is not known
 * @param isOfAnyType whether the limits hold for every number column, not only for counts
 */
record Sign(Status status, double low, double high, boolean isUnreliable, boolean isOfAnyType) {

  static Sign of(Status status) {
    return new Sign(status, Double.NaN, Double.NaN, false, false);
  }

  static Sign suppressed(double low, double high) {
    return new Sign(Status.SUPPRESSED, low, high, false, false);
  }

  /** As the user declares it: the limits hold wherever the sign stands. */
  static Sign declaredSuppressed(double low, double high) {
    return new Sign(Status.SUPPRESSED, low, high, false, true);
  }

  static Sign unreliable() {
    return new Sign(Status.NOT_CALCULATED, Double.NaN, Double.NaN, true, false);
  }

  static Sign zero() {
    return new Sign(Status.KNOWN, 0, 0, false, false);
  }

  /** What the sign was read as, for people. */
  String word() {
    return switch (status) {
      case KNOWN -> "zero";
      case SUPPRESSED -> "confidential";
      case NOT_APPLICABLE -> "not applicable";
      case NOT_CALCULATED -> isUnreliable ? "unreliable" : "not calculated";
      default -> "missing";
    };
  }
}
