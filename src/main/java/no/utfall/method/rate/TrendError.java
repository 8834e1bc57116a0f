package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;

/** What is done about neighbouring periods that resemble each other. */
enum TrendError {
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

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(TrendError::code).toList();
  }

  static TrendError of(String code) {
    return Arrays.stream(values())
        .filter(error -> error.code.equals(code))
        .findFirst()
        .orElseThrow();
  }
}
