package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  @Test
  void fourUnitsByHand() {
    // pairs: 12 +, 13 +, 14 +, 23 −, 24 +, 34 +: S = 4, tau = 4 / 6
    RankCorrelation c =
        RankCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {10, 30, 20, 40});
    assertEquals(4, c.s(), 0);
    assertEquals(4 / 6.0, c.tauB(), 1e-15);
    assertEquals(0.8, c.spearman(), 1e-15);
    // permutations of 4 with at most 1 inversion: 4 of 24, two-sided 8 / 24
    assertEquals(8 / 24.0, c.tauP(), 1e-15);
    assertTrue(c.isExact());
  }

  @Test
  void tiesAreTakenOutOfTheDenominators() {
    RankCorrelation c = RankCorrelation.of(new double[] {1, 1, 2, 3}, new double[] {1, 2, 2, 4});
    // S: 12 0, 13 +, 14 +, 23 0, 24 +, 34 + = 4; one tie in each of 6 pairs: 4 / 5
    assertEquals(0.8, c.tauB(), 1e-15);
    assertEquals(0.8, c.somersD(), 1e-15);
    assertFalse(c.isExact());
  }

  @Test
  void somersDIsReversedWhenTheOtherIsTurned() {
    double[] x = {3, 1, 4, 1, 5, 9, 2, 6};
    double[] y = {2, 7, 1, 8, 2, 8, 1, 8};
    double[] turned = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      turned[i] = -y[i];
    }
    RankCorrelation one = RankCorrelation.of(x, y);
    RankCorrelation other = RankCorrelation.of(x, turned);
    assertEquals(-one.somersD(), other.somersD(), 1e-15);
    assertEquals(-one.tauB(), other.tauB(), 1e-15);
    assertEquals(one.tauBError(), other.tauBError(), 1e-15);
    assertEquals(one.somersDError(), other.somersDError(), 1e-15);
    assertEquals(-one.spearman(), other.spearman(), 1e-15);
  }

  @Test
  void theErrorsAreThoseOfLeavingOneUnitOut() {
    int n = 200;
    Draws draws = Draws.of(3, 0);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.rint(3 * draws.normal());
      y[i] = Math.rint(2 * x[i] + 6 * draws.normal());
    }
    double[] d = new double[n];
    double[] tau = new double[n];
    for (int out = 0; out < n; out++) {
      double[] a = new double[n - 1];
      double[] b = new double[n - 1];
      for (int i = 0; i < n - 1; i++) {
        a[i] = x[i < out ? i : i + 1];
        b[i] = y[i < out ? i : i + 1];
      }
      d[out] = RankCorrelation.of(a, b).somersD();
      tau[out] = RankCorrelation.of(a, b).tauB();
    }
    RankCorrelation whole = RankCorrelation.of(x, y);
    // jackknife, equal to the delta method up to terms of order 1/n
    assertEquals(1, jackknife(d) / whole.somersDError(), 0.02);
    assertEquals(1, jackknife(tau) / whole.tauBError(), 0.02);
  }

  private static double jackknife(double[] leftOut) {
    double mean = 0;
    for (double v : leftOut) {
      mean += v / leftOut.length;
    }
    double square = 0;
    for (double v : leftOut) {
      square += (v - mean) * (v - mean);
    }
    return Math.sqrt(square * (leftOut.length - 1) / leftOut.length);
  }

  @Test
  void theIntervalOfTauCoversNearItsLevel() {
    int worlds = 400;
    int covered = 0;
    for (int w = 0; w < worlds; w++) {
      Draws draws = Draws.of(9, w);
      double[] x = new double[80];
      double[] y = new double[80];
      for (int i = 0; i < 80; i++) {
        x[i] = draws.normal();
        y[i] = 0.5 * x[i] + Math.sqrt(0.75) * draws.normal();
      }
      RankCorrelation c = RankCorrelation.of(x, y);
      // tau of a binormal with correlation .5 is 2 asin(.5) / pi = 1/3
      covered += Math.abs(c.tauB() - 1 / 3.0) <= 1.959964 * c.tauBError() ? 1 : 0;
    }
    assertEquals(0.95, covered / (double) worlds, 3.5 * Math.sqrt(0.95 * 0.05 / worlds));
  }
}
