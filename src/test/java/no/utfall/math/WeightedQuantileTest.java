package no.utfall.math;

import static no.utfall.math.WeightedQuantile.Rule.EUROSTAT;
import static no.utfall.math.WeightedQuantile.Rule.FREQUENCY;
import static no.utfall.math.WeightedQuantile.Rule.INTERPOLATED;
import static no.utfall.math.WeightedQuantile.Rule.LOWER;
import static no.utfall.math.WeightedQuantile.Rule.UPPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.utfall.math.WeightedQuantile.Rule;
import org.junit.jupiter.api.Test;

class WeightedQuantileTest {

  private static double quantile(double p, Rule rule, double... cumulative) {
    double[] x = new double[cumulative.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = 10 * (i + 1);
    }
    return WeightedQuantile.ofSorted(x, cumulative, p, rule);
  }

  @Test
  void everyRuleByHand() {
    // four equal weights: half of the weight is reached at the second
    assertEquals(25, quantile(0.5, EUROSTAT, 1, 2, 3, 4), 0);
    assertEquals(20, quantile(0.5, LOWER, 1, 2, 3, 4), 0);
    assertEquals(30, quantile(0.5, UPPER, 1, 2, 3, 4), 0);
    assertEquals(20, quantile(0.5, INTERPOLATED, 1, 2, 3, 4), 1e-14);
    assertEquals(24, quantile(0.6, INTERPOLATED, 1, 2, 3, 4), 1e-13);
    // place 1 + 3 · 0.6 = 2.8: between the second and the third
    assertEquals(28, quantile(0.6, FREQUENCY, 1, 2, 3, 4), 1e-13);
    // weights 3, 1: all of them in the first until place 3, then on to the second
    assertEquals(15, quantile(0.5 / 3 + 2.0 / 3, FREQUENCY, 3, 4), 1e-12);
  }

  @Test
  void theEndsAreTheSmallestAndTheLargest() {
    for (Rule rule : Rule.values()) {
      assertEquals(10, quantile(0, rule, 1, 2, 3), 0, rule.code());
      assertEquals(30, quantile(1, rule, 1, 2, 3), 0, rule.code());
      assertEquals(10, quantile(0.4, rule, 2), 0, rule.code());
      assertTrue(Double.isNaN(quantile(0.4, rule)), rule.code());
      assertTrue(Double.isNaN(quantile(1.1, rule, 1, 2)), rule.code());
    }
  }

  @Test
  void aTieIsATieWhateverTheUnitOfTheWeights() {
    // 0.7 · 10 is a little above 7 in binary
    assertEquals(75, quantile(0.7, EUROSTAT, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0);
    double tenth = 0.1;
    double[] sums = new double[10];
    for (int i = 0; i < 10; i++) {
      sums[i] = (i == 0 ? 0 : sums[i - 1]) + tenth;
    }
    assertEquals(75, quantile(0.7, EUROSTAT, sums), 0);
  }
}
