package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;
import no.utfall.problem.Finding;

/**
 * Counts and populations of one group by stratum, the same whatever the order of the rows. Filled anew for each group:
 * what is read from it stands until the next.
 */
abstract class ByStratum {

  private final double[] count;
  private final double[] size;
  private Standing standing = Standing.OK;
  private String note = "";

  ByStratum(int strata) {
    this.count = new double[strata];
    this.size = new double[strata];
  }

  /** Reads the rows of a group. */
  void fill(int[] rows) {
    Arrays.fill(count, 0);
    Arrays.fill(size, 0);
    standing = Standing.OK;
    note = "";
    read(rows);
  }

  abstract void read(int[] rows);

  /** What was wrong in the rows so far. */
  abstract List<Finding> findings();

  final void stop(Standing why, String reason) {
    standing = why;
    note = reason;
  }

  final boolean isKnown() {
    return standing == Standing.OK;
  }

  final Standing standing() {
    return standing;
  }

  final String note() {
    return note;
  }

  /** Not to be changed from outside, nor any other array here. */
  final double[] count() {
    return count;
  }

  final double[] size() {
    return size;
  }

  /** The variance of each count: the count itself where events are independent. */
  double[] spread() {
    return count;
  }

  /**
   * The known rows of a group alone, by stratum; no stratum has people where there are none.
   *
   * @param rows how many are known
   */
  record Known(int rows, double[] count, double[] size) {}

  /** The rows of the group that are known; not those that are impossible or belong nowhere. */
  Known ofKnown(int[] rows) {
    return new Known(0, new double[count.length], new double[count.length]);
  }

  /** At least so many events; infinite where nothing is known of those that are hidden or missing. */
  double leastEvents() {
    return Double.POSITIVE_INFINITY;
  }

  /** The lowest that the rate of each stratum can be; {@code NaN} when not known. */
  double[] lowestRates() {
    return unknown();
  }

  double[] highestRates() {
    return unknown();
  }

  private double[] unknown() {
    double[] rates = new double[count.length];
    Arrays.fill(rates, Double.NaN);
    return rates;
  }
}
