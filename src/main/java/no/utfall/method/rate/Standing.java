package no.utfall.method.rate;

/** What became of the estimate of a group; the words of the column {@code status}. */
enum Standing {
  OK("ok"),
  UNRELIABLE("unreliable"),
  SUPPRESSED("suppressed"),
  MISSING("missing"),
  NOT_APPLICABLE("not-applicable"),
  NOT_ESTIMABLE("not-estimable");

  private final String code;

  Standing(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
