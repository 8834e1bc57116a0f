package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RandomEffectsTest {

  private static final double[][] ONES = {{1}, {1}, {1}};

  @Test
  void twoMomentsByHand() {
    double[] y = {0, 2, 4};
    double[] d = {1, 1, 1};
    // mean 2, Q(t) = (4 + 0 + 4) / (1 + t) = 2 at t = 3; DL: (8 − 2) / (3 − 1) = 3
    assertEquals(3, RandomEffects.pauleMandel(ONES, y, d), 1e-14);
    assertEquals(3, RandomEffects.derSimonianLaird(ONES, y, d), 1e-14);
    RandomEffects.Fit fit = RandomEffects.at(3, ONES, y, d);
    assertEquals(2, fit.b()[0], 1e-15);
    assertEquals(4 / 3.0, fit.covariance()[0][0], 1e-15);
    assertEquals(2, fit.q(), 1e-15);
  }

  @Test
  void noSpreadBeyondNoiseGivesZero() {
    double[] y = {1, 1.1, 0.9};
    double[] d = {1, 1, 1};
    assertEquals(0, RandomEffects.pauleMandel(ONES, y, d), 0);
    assertEquals(0, RandomEffects.derSimonianLaird(ONES, y, d), 0);
  }

  @Test
  void theRootSolvesItsEquation() {
    Draws draws = Draws.of(5, 0);
    double[][] x = new double[40][];
    double[] y = new double[40];
    double[] d = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i] = new double[] {1, draws.normal(), draws.normal()};
      d[i] = 0.01 + draws.uniform();
      y[i] = x[i][1] - x[i][2] + 2 * draws.normal();
    }
    double tau2 = RandomEffects.pauleMandel(x, y, d);
    assertEquals(37, RandomEffects.at(tau2, x, y, d).q(), 1e-11);
  }

  @Test
  void moneyInOtherUnitsScalesTheVariance() {
    double[] y = {0.1, 0.7, 0.3};
    double[] d = {0.01, 0.02, 0.005};
    double[] thousandY = {100, 700, 300};
    double[] thousandD = {1e4, 2e4, 5e3};
    assertEquals(
        1e6 * RandomEffects.pauleMandel(ONES, y, d),
        RandomEffects.pauleMandel(ONES, thousandY, thousandD),
        1e-7);
  }
}
