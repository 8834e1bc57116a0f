package no.utfall.method.rate;

import java.util.List;
import no.utfall.method.Tidy;

/** The rows of a measure that rests on hidden cells: the smallest and the largest that it can be. */
final class Bounds {

  private Bounds() {}

  /** A bound that is not known has no row. */
  static void add(Tidy tidy, List<String> keys, double lowest, double highest, String unit) {
    add(tidy, keys, "lowest", lowest, unit);
    add(tidy, keys, "highest", highest, unit);
  }

  /** Of one measure among several. */
  static void add(
      Tidy tidy, List<String> keys, String measure, double lowest, double highest, String unit) {
    add(tidy, keys, measure + "_lowest", lowest, unit);
    add(tidy, keys, measure + "_highest", highest, unit);
  }

  private static void add(Tidy tidy, List<String> keys, String measure, double bound, String unit) {
    if (Double.isFinite(bound)) {
      tidy.row(keys).measure(measure).estimate(bound).unitOfMeasure(unit);
    }
  }
}
