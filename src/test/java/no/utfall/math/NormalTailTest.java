package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTailTest {

  @Test
  void agreesWithTheErrorFunctionFromTheCentreToTheFarTail() {
    for (double z = -37; z <= 8; z += 0.0137) {
      double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
      assertEquals(1, Normal.cumulative(z) / expected, 4e-13, "z = " + z);
    }
  }

  @Test
  void knownPointsAreMet() {
    // R 4.2.2: pnorm(c(-10, -5, -1.959963984540054, -0.5, 3))
    assertEquals(7.619853024160526e-24, Normal.cumulative(-10), 1e-37);
    assertEquals(2.866515718791939e-07, Normal.cumulative(-5), 1e-21);
    assertEquals(0.025, Normal.cumulative(-1.959963984540054), 1e-16);
    assertEquals(0.3085375387259869, Normal.cumulative(-0.5), 1e-16);
    assertEquals(0.9986501019683699, Normal.cumulative(3), 1e-16);
    assertEquals(0.5, Normal.cumulative(0), 0);
  }

  @Test
  void endsAreReachedAndNothingIsNotANumber() {
    assertEquals(0, Normal.cumulative(Double.NEGATIVE_INFINITY), 0);
    assertEquals(1, Normal.cumulative(Double.POSITIVE_INFINITY), 0);
    assertTrue(Double.isNaN(Normal.cumulative(Double.NaN)));
  }
}
