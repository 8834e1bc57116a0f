package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void tiesShareTheMeanOfTheirPlaces() {
    assertArrayEquals(
        new double[] {2.5, 1, 4, 2.5}, Ranks.descending(new double[] {5, 9, 1, 5}), 0);
    assertArrayEquals(new double[] {2.5, 4, 1, 2.5}, Ranks.ascending(new double[] {5, 9, 1, 5}), 0);
    assertArrayEquals(new double[] {1.5, 1.5}, Ranks.ascending(new double[] {0.0, -0.0}), 0);
  }

  @Test
  void quantilesAreInterpolated() {
    double[] sorted = {1, 2, 4, 8};
    // R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .9, 1))
    assertEquals(1, Ranks.quantile(sorted, 0), 0);
    assertEquals(1.75, Ranks.quantile(sorted, 0.25), 1e-15);
    assertEquals(3, Ranks.quantile(sorted, 0.5), 1e-15);
    assertEquals(6.8, Ranks.quantile(sorted, 0.9), 1e-14);
    assertEquals(8, Ranks.quantile(sorted, 1), 0);
  }

  @Test
  void aReplicateIsTheSameInWhateverOrderItIsMade() {
    double late = Draws.of(1, 5).normal();
    Draws.of(1, 4).normal();
    assertEquals(late, Draws.of(1, 5).normal(), 0);
    assertNotEquals(late, Draws.of(2, 5).normal());
    assertNotEquals(late, Draws.of(1, 6).normal());
  }

  @Test
  void normalDrawsHaveMeanZeroAndVarianceOne() {
    double sum = 0;
    double square = 0;
    int n = 0;
    for (int r = 0; r < 200; r++) {
      Draws draws = Draws.of(11, r);
      for (int k = 0; k < 200; k++, n++) {
        double z = draws.normal();
        sum += z;
        square += z * z;
      }
    }
    assertEquals(0, sum / n, 4 / Math.sqrt(n));
    assertEquals(1, square / n, 4 * Math.sqrt(2.0 / n));
  }

  @Test
  void theMedianIsInTheMiddleAndLeavesTheNumbersAsTheyWere() {
    double[] x = {5, 1, 3};
    assertEquals(3, Ranks.median(x), 0);
    assertEquals(5, x[0], 0);
    assertEquals(2.5, Ranks.median(new double[] {4, 1, 2, 3}), 0);
    assertEquals(7, Ranks.median(new double[] {7}), 0);
  }
}
