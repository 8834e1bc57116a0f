package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InequalityKernelsTest {

  @Test
  void riditsOfEqualRanksAreShared() {
    // weights 1, 3, 2, 4 of ten; ranks 2 and 2 tie
    assertArrayEquals(
        new double[] {0.05, 0.35, 0.35, 0.8},
        Ridits.of(new double[] {1, 3, 2, 4}, new double[] {1, 2, 2, 9}),
        1e-15);
  }

  @Test
  void giniIsHalfTheMeanDifferenceOfAllPairs() {
    double[] y = {3, 9, 1, 9, 4, 0};
    double[] p = {0.1, 0.2, 0.25, 0.05, 0.3, 0.1};
    double pairs = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        pairs += p[i] * p[j] * Math.abs(y[i] - y[j]) / 2;
      }
    }
    assertEquals(pairs, Lorenz.concentration(y, p, Ridits.of(p, y)), 1e-15);
  }

  @Test
  void lorenzCurveByHand() {
    double[] y = {4, 1, 5};
    double[] w = {1, 2, 1};
    int[] order = SortedIndex.of(y);
    // 11 in all: halfway 2 of it, three quarters 6; five eighths lies between
    assertArrayEquals(
        new double[] {1 / 11.0, 2 / 11.0, 4 / 11.0, 6 / 11.0, 1},
        Lorenz.curve(y, w, y, order, new double[] {0.25, 0.5, 0.625, 0.75, 1}),
        1e-15);
  }

  /** Every gradient against differences of its index. */
  @Test
  void gradientsAreSlopes() {
    double[] y = {3, 9, 1.5, 7, 4};
    double[] p = {0.1, 0.2, 0.3, 0.15, 0.25};
    check(y, v -> Entropy.generalised(v, p, 0));
    check(y, v -> Entropy.generalised(v, p, 1));
    check(y, v -> Entropy.generalised(v, p, 2.5));
    check(y, v -> Entropy.generalised(v, p, -1));
    check(y, v -> Entropy.atkinson(v, p, 1));
    check(y, v -> Entropy.atkinson(v, p, 0.5));
    check(y, v -> Entropy.atkinson(v, p, 2));
    check(y, v -> Entropy.kolm(v, p, 1.5));
    check(y, v -> Entropy.variance(v, p));
  }

  private static void check(double[] y, Function<double[], Entropy.Index> index) {
    double[] gradient = index.apply(y).gradient();
    for (int i = 0; i < y.length; i++) {
      double[] up = y.clone();
      double[] down = y.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      assertEquals((index.apply(up).value() - index.apply(down).value()) / 2e-5, gradient[i], 1e-8);
    }
  }

  @Test
  void aLineThroughItsOwnPointsIsFound() {
    double[] x = {0.1, 0.4, 0.9};
    double[] y = {1.3, 2.2, 3.7};
    WeightedLine line = WeightedLine.on(x, new double[] {5, 1, 2});
    assertEquals(1, WeightedLine.dot(line.at(0), y), 1e-14);
    assertEquals(3, WeightedLine.dot(line.slope(), y), 1e-14);
    assertEquals(0, Arrays.stream(line.scatter(y)).sum(), 1e-25);
    assertEquals(0, Arrays.stream(line.robust(y)).sum(), 1e-25);
  }

  @Test
  void aModelOfCountsHasItsScoreAtZero() {
    double[] x = {0.1, 0.3, 0.5, 0.7, 0.9};
    double[] y = {0.02, 0.05, 0.04, 0.09, 0.13};
    double[] w = {400, 380, 900, 250, 120};
    for (LinkedLine.Family family : LinkedLine.Family.values()) {
      LinkedLine line = LinkedLine.fit(family, x, y, w).orElseThrow();
      double a = 0;
      double b = 0;
      for (int i = 0; i < x.length; i++) {
        double mu = family.mean(line.intercept() + line.slope() * x[i]);
        double variance = family.variance(mu);
        double pull = w[i] * family.slope(mu) / variance * (y[i] - mu);
        a += pull;
        b += pull * x[i];
      }
      assertEquals(0, a, 1e-8, family.name());
      assertEquals(0, b, 1e-8, family.name());
      assertTrue(line.dispersion() > 0);
    }
  }

  @Test
  void separatedGroupsHaveNoModel() {
    double[] x = {0.25, 0.75};
    double[] w = {10, 10};
    assertTrue(LinkedLine.fit(LinkedLine.Family.BINOMIAL_LOGIT, x, new double[] {0, 1}, w)
        .isEmpty());
    assertTrue(
        LinkedLine.fit(LinkedLine.Family.POISSON_LOG, x, new double[] {0, 0}, w).isEmpty());
  }

  /** A difference of exponentials of independent numbers, against half a million draws. */
  @Test
  void quantilesOfATransformedPairAgreeWithDraws() {
    NormalPair pair = NormalPair.of(1, 0.04, 1.5, 0.09, -0.03);
    NormalPair.Joined difference = new NormalPair.Joined() {
      @Override
      public double of(double inner, double outer) {
        return Math.exp(outer) - Math.exp(inner);
      }

      @Override
      public double outer(double inner, double value) {
        double sum = value + Math.exp(inner);
        return sum > 0 ? Math.log(sum) : Double.NEGATIVE_INFINITY;
      }
    };
    Random random = new Random(3);
    double[] drawn = new double[500_000];
    for (int i = 0; i < drawn.length; i++) {
      double z = random.nextGaussian();
      double x = 1 + 0.2 * z;
      double y = 1.5 - 0.15 * z + Math.sqrt(0.09 - 0.0225) * random.nextGaussian();
      drawn[i] = Math.exp(y) - Math.exp(x);
    }
    Arrays.sort(drawn);
    for (double p : new double[] {0.001, 0.025, 0.5, 0.975, 0.999}) {
      double exact = pair.quantile(difference, p);
      int below = -Arrays.binarySearch(drawn, exact) - 1;
      assertEquals(p, below / (double) drawn.length, 4 * Math.sqrt(p * (1 - p) / drawn.length));
    }
  }

  /** With nothing transformed it is the normal distribution. */
  @Test
  void quantilesOfAPlainPairAreNormal() {
    NormalPair pair = NormalPair.of(10, 4, 13, 9, 2);
    NormalPair.Joined difference = new NormalPair.Joined() {
      @Override
      public double of(double inner, double outer) {
        return outer - inner;
      }

      @Override
      public double outer(double inner, double value) {
        return value + inner;
      }
    };
    for (double p : new double[] {0.001, 0.025, 0.3, 0.975}) {
      assertEquals(3 + 3 * Normal.quantile(p), pair.quantile(difference, p), 1e-9);
    }
  }

  @Test
  void fiellersLimitsAreOpenWhenTheDenominatorMayBeZero() {
    assertTrue(Double.isNaN(Fieller.limits(3, 1, 1, 1, 0, 1.96)[0]));
    // a certain denominator leaves the normal interval of the numerator
    assertArrayEquals(
        new double[] {1 - 0.98, 1 + 0.98}, Fieller.limits(2, 2, 1, 0, 0, 1.96), 1e-12);
  }

  @Test
  void strongAversionIsNotLostInPowersTooLargeForANumber() {
    double[] y = {1, 3};
    double[] p = {0.5, 0.5};
    // r = .5 and 1.5: .5 · (.5 (1 + 3^-1999))^(-1/1999), and 2 / α (α / 2 + ln .5)
    assertEquals(1 - 0.5 * Math.pow(2, 1 / 1999.0), Entropy.atkinson(y, p, 2000).value(), 1e-15);
    assertEquals(1 + 2 * Math.log(0.5) / 1e5, Entropy.kolm(y, p, 1e5).value(), 1e-14);
    assertEquals(1, Entropy.atkinson(new double[] {0, 3}, p, 2000).value());
  }
}
