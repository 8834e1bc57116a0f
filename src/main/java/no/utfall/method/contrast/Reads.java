package no.utfall.method.contrast;

/** How a high input is read; it has no default. */
public enum Reads {
  MORE_IS_BETTER("more-is-better"),
  CHEAP_IS_BETTER("cheap-is-better"),
  /** Ordered as more is better, and worded only as a difference. */
  NEUTRAL("neutral");

  private final String code;

  Reads(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Reads of(String code) {
    for (Reads reads : values()) {
      if (reads.code.equals(code)) {
        return reads;
      }
    }
    throw new IllegalArgumentException("no reading " + code);
  }
}
