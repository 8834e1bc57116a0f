package no.utfall.method.poverty;

import java.util.List;

/**
 * One number of one group, in the unit it is shown in.
 *
 * @param value not a number where there is none or it is withheld; {@code note} says why
 * @param error its standard error; not a number where there is none
 * @param limits one pair for each level asked for
 * @param method how the standard error was made, empty without one
 */
record Estimate(
    double value,
    double error,
    List<Limits> limits,
    double df,
    int n,
    String status,
    String note,
    String method) {

  static final String OK = "ok";
  static final String UNRELIABLE = "unreliable";

  static Estimate none(String status, String note, int n) {
    return new Estimate(Double.NaN, Double.NaN, List.of(), Double.NaN, n, status, note, "");
  }

  boolean isKnown() {
    return !Double.isNaN(value);
  }
}
