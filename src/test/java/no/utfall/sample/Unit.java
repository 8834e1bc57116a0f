package no.utfall.sample;

import java.util.List;

/**
 * A municipality as of 2024 with what it was made of.
 *
 * @param shock yearly shocks to the share outside
 * @param before places of 2012–2019: two to four after a merger, else one
 * @param shares of the places before
 */
record Unit(
    int index,
    Place now,
    double need,
    double wealth,
    double[] shock,
    List<Place> before,
    double[] shares,
    Standing standing) {

  /** Whether a unit's effect is known and may be estimated. */
  enum Standing {
    OK("ok"),
    MIXED("mixed"),
    NONE("none"),
    SPLIT("split");

    final String code;

    Standing(String code) {
      this.code = code;
    }
  }

  List<Place> places(int year) {
    return year < Years.REFORM ? before : List.of(now);
  }

  boolean merged() {
    return before.size() > 1;
  }

  Adoption adoption() {
    return now.adoption();
  }

  boolean adopted(Measure measure) {
    return standing == Standing.OK && adoption().measure() == measure;
  }

  boolean never() {
    return standing == Standing.NONE;
  }
}
