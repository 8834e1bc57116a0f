package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VarianceFitTest {

  @Test
  void squaresThatFollowTheTermsAreFitted() {
    double[][] x = {{1, 0.5}, {2, 0.1}, {1, 3}, {0.5, 1}};
    double[] squares = new double[4];
    for (int i = 0; i < 4; i++) {
      squares[i] = 2 * x[i][0] + 3 * x[i][1];
    }
    assertArrayEquals(new double[] {2, 3}, VarianceFit.of(x, squares), 1e-10);
  }

  @Test
  void oneTermIsAMeanOfRatios() {
    // weights 1/x², then 1/(c x)²: the mean of 4/2, 3/1 and 0/1 either way
    assertArrayEquals(
        new double[] {5.0 / 3},
        VarianceFit.of(new double[][] {{2}, {1}, {1}}, new double[] {4, 3, 0}),
        1e-14);
  }

  @Test
  void aTermThatWouldLowerTheVarianceIsLeftOut() {
    double[][] x = {{1, 1}, {1, 2}, {1, 3}, {1, 4}};
    assertArrayEquals(new double[] {2.5, 0}, VarianceFit.of(x, new double[] {4, 3, 2, 1}), 1e-12);
    assertArrayEquals(new double[] {0, 0}, VarianceFit.of(x, new double[] {0, 0, 0, 0}));
  }

  @Test
  void termsThatDependOnEachOtherCountOnce() {
    double[][] x = {{1, 2}, {2, 4}, {3, 6}};
    double[] found = VarianceFit.of(x, new double[] {3, 6, 9});
    assertEquals(3, found[0] + 2 * found[1], 1e-12);
  }

  @Test
  void plantedVariancesAreFoundInNoise() {
    SplittableRandom random = new SplittableRandom(4);
    int n = 40_000;
    double[][] x = new double[n][];
    double[] squares = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {1, random.nextDouble() * 4};
      double z = Normal.quantile(random.nextDouble() * (1 - 1e-12) + 5e-13);
      squares[i] = z * z * (0.5 + 0.25 * x[i][1]);
    }
    double[] found = VarianceFit.of(x, squares);
    // standard errors about .012 and .008
    assertEquals(0.5, found[0], 0.04);
    assertEquals(0.25, found[1], 0.025);
  }
}
