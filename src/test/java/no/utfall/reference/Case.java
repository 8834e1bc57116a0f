package no.utfall.reference;

import java.util.List;
import java.util.Map;

/**
 * One run of the command line and what is expected of it.
 *
 * @param dir the folder below the folder of reference numbers
 * @param run the arguments
 * @param skips rows of the expected files that are left out, by name
 * @param why the reason for the tolerance
 */
record Case(
    String name, String dir, List<String> run, List<Expect> expects, List<Skip> skips, String why) {

  /**
   * One expected file.
   *
   * @param keys our key column to theirs
   * @param values their column to the place of the number in our table
   * @param blank what our row shows where their cell is blank; empty: our cell is blank too
   */
  record Expect(
      String file,
      Conditions filter,
      Map<String, String> keys,
      Map<String, Source> values,
      Map<String, String> blank,
      Tolerance tolerance) {}

  /** A column of our table, in the one row of a key that meets the conditions. */
  record Source(String column, Conditions where) {}

  /** Rows of an expected file that are not compared, and the reason. */
  record Skip(Conditions where, String why) {}

  /** Whether every row is left out: the case stands by name only. */
  boolean isSkipped() {
    return skips.stream().anyMatch(skip -> skip.where().wanted().isEmpty());
  }
}
