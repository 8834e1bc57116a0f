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

  /** Of a file of which nothing could be read. */
  public static Ledger unread(String file) {
    return new Ledger(file, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Of the same file, when none of its rows can be used. */
  public Ledger refused() {
    return new Ledger(file, read, 0, 0, 0, read, 0, 0, 0);
  }

  public Ledger withAbsent(long rows) {
    return new Ledger(
        file, read, used, suppressed, duplicated, setAside, unknownUnit, rows, reclassified);
  }

  public Ledger withReclassified(long rows) {
    return new Ledger(
        file, read, used, suppressed, duplicated, setAside, unknownUnit, absent, rows);
  }
}
