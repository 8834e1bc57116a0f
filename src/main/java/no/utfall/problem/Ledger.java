package no.utfall.problem;

/**
 * What became of the rows of one file. {@code read = used + suppressed + duplicated + setAside + unknownUnit}; a row
 * with any known value is used. Absent rows (units that should be there) and reclassified ones stand outside the sum.
 */
public record Ledger(
    String file,
    long read,
    long used,
    long suppressed,
    long duplicated,
    long setAside,
    long unknownUnit,
    long absent,
    long reclassified) {

  public Ledger {
    long sum = used + suppressed + duplicated + setAside + unknownUnit;
    if (read != sum) {
      throw new IllegalArgumentException("the ledger of " + file + " does not add up: " + read
          + " read, " + sum + " accounted for");
    }
  }
}
