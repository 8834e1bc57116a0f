package no.utfall.sample;

/** The years of the world; positions count from 0. */
final class Years {

  static final int FIRST = 2012;
  static final int LAST = 2024;
  static final int COUNT = LAST - FIRST + 1;
  static final int REFORM = 2020;
  static final int SPLIT = 2024;

  private Years() {}

  static int at(int year) {
    return year - FIRST;
  }

  /** National movement of the share outside, in percentage points. */
  static double movement(int year) {
    double bump = year == 2020 ? 0.8 : year == 2021 ? 0.4 : 0;
    return -0.6 * (year - FIRST) / (LAST - FIRST) + bump;
  }
}
