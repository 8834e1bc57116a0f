package no.utfall.method.rate;

/** What is done about neighbouring periods that resemble each other. */
enum TrendError implements Coded {
  /** Nothing: periods are taken as independent. */
  OLS("ols"),
  /** The line stands, its uncertainty is measured with them. */
  NEWEY_WEST("newey-west"),
  /** The line is fitted to what is new in each period. */
  PRAIS_WINSTEN("prais-winsten");

  private final String code;

  TrendError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
