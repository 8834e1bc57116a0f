package no.utfall.method.inequality;

/** Which values a measure can be made of. */
final class Domain {

  private Domain() {}

  /** Why there is no such number; empty when there is one. */
  static String undefined(Asked asked, double[] y) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double v : y) {
      lowest = Math.min(lowest, v);
    }
    double p = asked.parameter();
    boolean positive = switch (asked.measure()) {
      case MLD -> true;
      case GE -> p <= 0;
      case ATKINSON -> p >= 1;
      default -> false;
    };
    if (positive && lowest <= 0) {
      return "a value is not above 0";
    }
    boolean notNegative = switch (asked.measure()) {
      case THEIL,
          GE,
          ATKINSON,
          GINI,
          GINI_CORRECTED,
          HOOVER,
          HERFINDAHL,
          ROSENBLUTH,
          LORENZ_ASYMMETRY -> true;
      default -> false;
    };
    return notNegative && lowest < 0 ? "a value is below 0" : "";
  }
}
