package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimultaneousQuantileTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10, 20})
  void unrelatedVariablesGiveSidak(int d) {
    double[][] identity = new double[d][d];
    for (int i = 0; i < d; i++) {
      identity[i][i] = 1 + i;
    }
    double sidak = Normal.quantile((1 + Math.pow(0.95, 1.0 / d)) / 2);
    assertEquals(sidak, SimultaneousQuantile.of(identity, 0.95), 1e-6);
  }

  @Test
  void oneVariableSeenTwiceCountsOnce() {
    assertEquals(
        Normal.quantile(0.975),
        SimultaneousQuantile.of(new double[][] {{4, 2}, {2, 1}}, 0.95),
        1e-6);
    assertEquals(Normal.quantile(0.975), SimultaneousQuantile.of(new double[][] {{9}}, 0.95));
    assertTrue(Double.isNaN(SimultaneousQuantile.of(new double[0][0], 0.95)));
  }

  @ParameterizedTest
  @CsvSource({"0.9, 1e-3", "0.95, 1e-3", "0.99, 3e-3"})
  void commonFactorAgreesWithTheOneDimensionalIntegral(double level, double precision) {
    // Z(j) = (F + E(j)) / √2: P(max |Z| ≤ c) = ∫ [Φ(c√2 − f) − Φ(−c√2 − f)]^d φ(f) df
    int d = 8;
    double[][] covariance = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        covariance[i][j] = i == j ? 1 : 0.5;
      }
    }
    double c = SimultaneousQuantile.of(covariance, level);
    double sum = 0;
    double step = 1e-3;
    for (double f = -9; f <= 9; f += step) {
      double inside =
          Normal.cumulative(c * Math.sqrt(2) - f) - Normal.cumulative(-c * Math.sqrt(2) - f);
      sum += Math.pow(inside, d) * Math.exp(-f * f / 2) / Math.sqrt(2 * Math.PI) * step;
    }
    // an error in c moves the tail beyond it by about c times the tail
    assertEquals(level, sum, precision * c * (1 - level));
  }
}
