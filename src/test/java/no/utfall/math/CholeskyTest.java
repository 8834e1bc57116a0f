package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Test
  void rootAndInverseFormByHand() {
    // [[4, 2], [2, 5]] = [[2, 0], [1, 2]] times its transpose; its inverse is [[5, -2], [-2, 4]] /
    // 16
    Cholesky root = Cholesky.of(new double[][] {{4, 2}, {2, 5}}, 1e-12);
    assertArrayEquals(new double[] {2, 0}, root.lower()[0]);
    assertArrayEquals(new double[] {1, 2}, root.lower()[1]);
    assertFalse(root.isSingular());
    assertEquals(
        (5 * 9 - 2 * 2 * 3 * 1 + 4 * 1) / 16.0, root.inverseForm(new double[] {3, 1}), 1e-14);
  }

  @Test
  void aRowThatDependsOnOthersIsFoundAndNotDividedBy() {
    Cholesky root = Cholesky.of(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 2}}, 1e-12);
    assertTrue(root.isSingular());
    assertArrayEquals(new double[] {1, 0, 0}, root.lower()[1]);
    assertTrue(Double.isNaN(root.inverseForm(new double[] {1, 1, 1})));
  }
}
