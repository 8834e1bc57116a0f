package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.List;

/** Where the uncertainty of a line comes from. */
enum Errors {
  /** The standard errors of the values. */
  SAMPLING("sampling"),
  /** The scatter of the groups about the line, the same everywhere. */
  RESIDUAL("residual"),
  /** The scatter of the groups about the line, place by place: HC1. */
  ROBUST("robust");

  private final String code;

  Errors(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Errors::code).toList();
  }

  static Errors of(String code) {
    return Arrays.stream(values()).filter(e -> e.code.equals(code)).findFirst().orElseThrow();
  }
}
