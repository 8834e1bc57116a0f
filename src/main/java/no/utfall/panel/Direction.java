package no.utfall.panel;

/** Which way is better. */
public enum Direction {
  HIGHER_IS_BETTER("higher-is-better"),
  LOWER_IS_BETTER("lower-is-better");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
