package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.List;

/** What each group weighs in the line. */
enum Weighting {
  POPULATION("population"),
  INVERSE_VARIANCE("inverse-variance"),
  EQUAL("equal");

  private final String code;

  Weighting(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Weighting::code).toList();
  }

  static Weighting of(String code) {
    return Arrays.stream(values()).filter(w -> w.code.equals(code)).findFirst().orElseThrow();
  }
}
