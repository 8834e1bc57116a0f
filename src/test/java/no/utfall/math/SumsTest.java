package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsTest {

  @Test
  void sumIsTheSameBitsInEveryOrder() {
    long seed = 7;
    Random random = new Random(seed);
    double[] x = new double[999];
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian() * Math.pow(10, random.nextInt(12));
      exact = exact.add(new BigDecimal(x[i]));
    }
    double sum = Sums.of(x);
    assertEquals(exact.doubleValue(), sum, Math.ulp(sum), "seed " + seed);
    for (int turn = 0; turn < 50; turn++) {
      for (int i = x.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double held = x[i];
        x[i] = x[j];
        x[j] = held;
      }
      assertEquals(sum, Sums.of(x), 0, "seed " + seed);
    }
  }

  @Test
  void smallNumbersSurviveLargeOnes() {
    assertEquals(2.5, Sums.of(new double[] {1e100, 1.25, -1e100, 1.25}));
    assertEquals(0, Sums.of(new double[0]));
    assertEquals(9, Sums.of(new double[] {2, 3, 4}));
    assertTrue(Double.isNaN(Sums.of(new double[] {1, Double.NaN})));
    assertEquals(Double.POSITIVE_INFINITY, Sums.of(new double[] {0.5, Double.POSITIVE_INFINITY}));
  }
}
