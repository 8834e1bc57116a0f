package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedIndexTest {

  @Test
  void sortsByTheFirstKeyThenByTheNext() {
    double[] first = {2, -1, 2, 0.0, -0.0, Double.NEGATIVE_INFINITY};
    double[] second = {5, 1, 4, 2, 1, 0};
    assertArrayEquals(new int[] {5, 1, 4, 3, 2, 0}, SortedIndex.of(first, second));
    assertArrayEquals(new int[0], SortedIndex.of(new double[0]));
  }

  @Test
  void agreesWithASortByComparison() {
    Draws draws = Draws.of(7, 1);
    double[] x = IntStream.range(0, 3000)
        .mapToDouble(i -> Math.rint(20 * draws.normal()) * (i % 3 == 0 ? 1e-300 : 1e5))
        .toArray();
    int[] slow = IntStream.range(0, x.length)
        .boxed()
        .sorted((a, b) -> Double.compare(x[a] + 0.0, x[b] + 0.0))
        .mapToInt(Integer::intValue)
        .toArray();
    assertArrayEquals(slow, SortedIndex.of(x));
  }
}
