package no.utfall.figure;

/** The standing of a cell of data. Suppressed is never zero: it is an interval. */
public enum Status {
  KNOWN("known"),
  SUPPRESSED("suppressed"),
  MISSING("missing"),
  NOT_APPLICABLE("not-applicable"),
  NOT_CALCULATED("not-calculated"),
  NO_UNIT("no-unit"),
  ABSENT("absent");

  private static final Status[] VALUES = values();

  private final String code;

  Status(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Status at(int ordinal) {
    return VALUES[ordinal];
  }
}
