package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GiniTest {

  @Test
  void byHand() {
    // |1−2| + |1−3| + |2−3| = 4, twice over, by 2 · 3² · 2
    assertEquals(8.0 / 36, Gini.of(new double[] {3, 1, 2}), 1e-15);
    assertEquals(0, Gini.of(new double[] {7, 7, 7}), 1e-15);
    assertEquals(0.75, Gini.of(new double[] {0, 0, 5, 0}), 1e-15);
    // the same as 1, 1, 2: differences 0, 1, 1, twice over, by 2 · 3² · 4/3
    assertEquals(4.0 / 24, Gini.of(new double[] {2, 1}, new double[] {1, 2}), 1e-15);
    // a negative value: differences 2, 7, 5, twice over, by 2 · 3² · 2
    assertEquals(28.0 / 36, Gini.of(new double[] {-1, 1, 6}), 1e-15);
    assertTrue(Double.isNaN(Gini.of(new double[] {-1, 1})));
    assertTrue(Double.isNaN(Gini.of(new double[0])));
  }

  @Test
  void unitsAndHalvedWeightsCancelOut() {
    double[] x = {8.26, 51.74, 11.31, 11.57, 6.06, 11.31};
    double[] w = {0.562, 2.972, 2.066, 3.29, 3.154, 1};
    double gini = Gini.of(x, w);
    assertEquals(slow(x, w), gini, 1e-14);
    assertEquals(gini, Gini.of(times(x, 1000), times(w, 0.01)), 1e-14);
    double[] split = {8.26, 51.74, 11.31, 11.57, 6.06, 11.31, 51.74};
    double[] halves = {0.562, 1.486, 2.066, 3.29, 3.154, 1, 1.486};
    assertEquals(gini, Gini.of(split, halves), 1e-14);
  }

  private static double slow(double[] x, double[] w) {
    double size = 0;
    double total = 0;
    double apart = 0;
    for (int i = 0; i < x.length; i++) {
      size += w[i];
      total += w[i] * x[i];
      for (int j = 0; j < x.length; j++) {
        apart += w[i] * w[j] * Math.abs(x[i] - x[j]);
      }
    }
    return apart / (2 * size * total);
  }

  private static double[] times(double[] x, double factor) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] *= factor;
    }
    return y;
  }
}
