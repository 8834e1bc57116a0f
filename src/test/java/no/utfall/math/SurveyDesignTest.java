package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyDesignTest {

  /** Five elements in four clusters: 0, 0 | 1 | 2 | 3, the first two clusters in one stratum. */
  private static final SurveyDesign FOUR =
      new SurveyDesign(new int[] {0, 0, 1, 2, 3}, new int[] {0, 0, 1, 1}, 2);

  private static SurveyDesign.Totals totals(SurveyDesign design, double... values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return design.totals(IntStream.range(0, values.length).toArray(), values, ones);
  }

  @Test
  void varianceByHand() {
    // totals 3, 4 | 5, 9: 2/1 · (0.5² + 0.5²) + 2/1 · (2² + 2²)
    assertEquals(17, FOUR.variance(totals(FOUR, 1, 2, 4, 5, 9)), 1e-14);
    assertEquals(2, FOUR.degreesOfFreedom());
    // only two elements have a value: totals 0, 4 | 5, 0
    SurveyDesign.Totals part =
        FOUR.totals(new int[] {2, 3}, new double[] {2, 5}, new double[] {2, 1});
    assertEquals(16 + 25, FOUR.variance(part), 1e-14);
    assertEquals(81.0 / 41, part.effectiveSize(), 1e-14);
    // 2/1 · ((3 − 3.5)(0 − 2) + (4 − 3.5)(4 − 2)) + 2/1 · ((5 − 7)(5 − 2.5) + (9 − 7)(0 − 2.5))
    double both = FOUR.covariance(totals(FOUR, 1, 2, 4, 5, 9), part);
    assertEquals(4 - 20, both, 1e-14);
    assertEquals(both, FOUR.covariance(part, totals(FOUR, 1, 2, 4, 5, 9)), 1e-14);
  }

  @Test
  void aSampleWithoutClustersHasTheVarianceOfAMean() {
    SurveyDesign simple = simple(4);
    // R: var(c(1, 2, 4, 9)) = 12.66667, times 4
    assertEquals(4 * 38 / 3.0, simple.variance(totals(simple, 1, 2, 4, 9)), 1e-12);
    SurveyDesign one = simple(1);
    assertTrue(Double.isNaN(one.variance(totals(one, 5))));
  }

  @Test
  void aLoneClusterIsCentredAtTheMeanOfAll() {
    SurveyDesign design = new SurveyDesign(new int[] {0, 1, 2}, new int[] {0, 0, 1}, 2);
    assertEquals(1, design.loneStrata());
    // totals 1, 3 | 8 with mean 4: 2/1 · (1² + 1²) + (8 − 4)²
    assertEquals(4 + 16, design.variance(totals(design, 1, 3, 8)), 1e-14);
  }

  @Test
  void replicatesHaveTheVarianceOfTheDesign() {
    double[] y = {1, 2, 4, 5, 9};
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < draws; r++) {
      double[] factor = FOUR.replicate(Draws.of(3, r));
      double total = 0;
      for (int i = 0; i < y.length; i++) {
        total += factor[i] * y[i];
      }
      sum += total;
      squares += total * total;
    }
    double mean = sum / draws;
    assertEquals(21, mean, 0.1);
    assertEquals(17, squares / draws - mean * mean, 0.7);
    assertArrayEquals(FOUR.replicate(Draws.of(3, 5)), FOUR.replicate(Draws.of(3, 5)));
    assertArrayEquals(new double[] {1}, simple(1).replicate(Draws.of(1, 1)));
  }

  /** Every element a cluster of its own, in one stratum. */
  private static SurveyDesign simple(int elements) {
    return new SurveyDesign(IntStream.range(0, elements).toArray(), new int[elements], 1);
  }
}
