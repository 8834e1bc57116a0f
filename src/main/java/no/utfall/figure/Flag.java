package no.utfall.figure;

/** What a publisher says of a number beside the number; several may stand together. */
public enum Flag {
  PROVISIONAL("provisional"),
  ESTIMATED("estimated"),
  BREAK("break"),
  UNRELIABLE("unreliable");

  private final String code;

  Flag(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  int bit() {
    return 1 << ordinal();
  }
}
