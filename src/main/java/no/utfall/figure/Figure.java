package no.utfall.figure;

/** One number as a statistical office would publish it. */
public sealed interface Figure {

  record Known(double value) implements Figure {}

  /** Hidden by a rule that leaves it between two limits; {@code NaN} where the limit is not known. */
  record Suppressed(double low, double high) implements Figure {}

  /** No number, and why: any status but {@code KNOWN} and {@code SUPPRESSED}. */
  record Missing(Status status) implements Figure {}
}
