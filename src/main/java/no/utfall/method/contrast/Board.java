package no.utfall.method.contrast;

/** What stands in the rows of a contrast; boards are never mixed, and each has the words it allows. */
public enum Board {
  /** Measures, each with an effect estimate: the word effect is allowed. */
  MEASURES("M"),
  /** Units that adopted a measure: the effect of the measure here. */
  UNITS("U"),
  /** All units against what is expected: above or below expected, never effect. */
  RESIDUALS("R");

  private final String code;

  Board(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Board of(String code) {
    for (Board board : values()) {
      if (board.code.equals(code)) {
        return board;
      }
    }
    throw new IllegalArgumentException("no board " + code);
  }
}
