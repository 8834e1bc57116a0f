package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class DistributionsTest {

  private static final double[] TAILS = {
    1e-100, 1e-30, 1e-12, 1e-5, 0.0005, 0.001, 0.025, 0.05, 0.2, 0.4, 0.5, 0.7, 0.975, 0.999
  };

  private static void close(double expected, double actual, double relative, String what) {
    assertTrue(
        Math.abs(actual - expected) <= relative * Math.abs(expected),
        () -> what + ": " + actual + " is not " + expected);
  }

  @Test
  void studentAgreesWithR() { // R 4.2.2: qt, 2 * pt, pt
    close(2.5705818356363137, StudentT.quantile(0.975, 5), 1e-13, "qt(.975, 5)");
    close(636.6192487687897, StudentT.quantile(0.9995, 1), 1e-12, "qt(.9995, 1)");
    close(1.9599663568141066, StudentT.quantile(0.975, 1e6), 1e-13, "qt(.975, 1e6)");
    close(-848.54334563347686, StudentT.quantile(1e-10, 3.5), 1e-13, "qt(1e-10, 3.5)");
    close(0.040992218585752874, StudentT.twoSided(-2.5, 7), 1e-13, "2 * pt(-2.5, 7)");
    close(7.8241713042559961e-15, StudentT.twoSided(12, 40), 1e-13, "2 * pt(-12, 40)");
    close(0.21132486540518713, StudentT.cumulative(-1, 2), 1e-14, "pt(-1, 2)");
  }

  @Test
  void studentWithOneDegreeIsCauchyAndWithInfinitelyManyNormal() {
    for (double t : new double[] {1e-6, 0.1, 1, 7, 1e5}) {
      close(0.5 + StrictMath.atan(t) / Math.PI, StudentT.cumulative(t, 1), 1e-14, "t = " + t);
    }
    close(Normal.quantile(0.975), StudentT.quantile(0.975, Double.POSITIVE_INFINITY), 0, "z");
    close(0.05, StudentT.twoSided(Normal.quantile(0.975), Double.POSITIVE_INFINITY), 1e-14, "p");
    close(0.05, StudentT.twoSided(Normal.quantile(0.975), 1e15), 1e-12, "many degrees");
  }

  @Test
  void studentIsSymmetricAndItsQuantileTurnsItRound() {
    for (double df : new double[] {0.7, 1, 2, 3, 4.5, 10, 30, 500, 1e6}) {
      assertEquals(0, StudentT.quantile(0.5, df));
      for (double p : TAILS) {
        if (p < 0.5 && p > 1e-40) {
          double t = StudentT.quantile(p, df);
          close(2 * p, StudentT.twoSided(t, df), 2e-12, "df " + df + ", p " + p);
          close(p, StudentT.cumulative(t, df), 2e-12, "df " + df + ", p " + p);
          assertEquals(1, StudentT.cumulative(t, df) + StudentT.cumulative(-t, df), 1e-15);
        }
      }
      assertEquals(-StudentT.quantile(0.25, df), StudentT.quantile(0.75, df));
    }
  }

  @Test
  void chiSquareAgreesWithR() { // R 4.2.2: qchisq, pchisq(lower = FALSE)
    close(3.841458820694124, ChiSquare.quantile(0.95, 1), 1e-13, "qchisq(.95, 1)");
    close(18.307038053275146, ChiSquare.upperQuantile(0.05, 10), 1e-13, "qchisq(.95, 10)");
    close(0.0011225825800018484, ChiSquare.quantile(1e-5, 3), 1e-13, "qchisq(1e-5, 3)");
    close(0.049999999999999975, ChiSquare.upperTail(3.841458820694124, 1), 1e-13, "5 %");
    close(5.4497019829205302e-17, ChiSquare.upperTail(100, 10), 1e-13, "pchisq(100, 10)");
    close(8.6361447785139703e-81, ChiSquare.upperTail(500, 40), 1e-12, "pchisq(500, 40)");
    assertEquals(1, ChiSquare.cumulative(7, 3) + ChiSquare.upperTail(7, 3), 1e-15);
  }

  @Test
  void gammaQuantileTurnsTheDistributionRound() {
    for (double shape :
        new double[] {0.5, 1, 1.5, 3, 10, 40, 100.5, 999, 50_000, 99_999, 1e5, 7_776_456, 1e9, 1e14
        }) {
      for (double p : TAILS) {
        String what = "shape " + shape + ", p " + p;
        // a step in the last place of x moves the tail by about √shape · z · 1e-16
        double slack = 4e-12 + 1e-16 * Math.sqrt(shape) * 25;
        if (p <= 0.5) {
          close(p, Gamma.cumulative(Gamma.quantile(p, shape), shape), slack, what);
        }
        close(p, Gamma.upperTail(Gamma.upperQuantile(p, shape), shape), slack, what);
      }
    }
    // R 4.2.2: qgamma
    close(7770991.3332971176, Gamma.quantile(0.025, 7776456), 1e-14, "qgamma(.025, 7776456)");
    close(7781923.5613601655, Gamma.upperQuantile(0.025, 7776457), 1e-14, "qgamma(.975, …)");
    close(0.00049103455858762809, Gamma.quantile(0.025, 0.5), 1e-13, "qgamma(.025, .5)");
  }

  @Test
  void gammaTailIsTheSumOfPoissonMasses() {
    MathContext digits = new MathContext(150);
    for (double mean : new double[] {0.125, 1, 3.5, 20, 64}) {
      BigDecimal exp = BigDecimal.ONE;
      BigDecimal x = BigDecimal.valueOf(mean);
      BigDecimal part = BigDecimal.ONE;
      for (int k = 1; k < 400; k++) {
        part = part.multiply(x).divide(BigDecimal.valueOf(k), digits);
        exp = exp.add(part, digits);
      }
      BigDecimal term = BigDecimal.ONE;
      BigDecimal sum = BigDecimal.ZERO;
      for (int k = 0; k < 60; k++) {
        sum = sum.add(term);
        double atMost = sum.divide(exp, digits).doubleValue();
        close(atMost, Gamma.upperTail(mean, k + 1), 1e-13, "P(X <= " + k + "), mean " + mean);
        double more = exp.subtract(sum).divide(exp, digits).doubleValue();
        // the logarithm of the mass has a last place: a tail of 1e-137 keeps 12.6 digits
        double slack = 1e-13 - 1e-15 * StrictMath.log(more);
        close(more, Gamma.cumulative(mean, k + 1), slack, "P(X > " + k + "), mean " + mean);
        term = term.multiply(x).divide(BigDecimal.valueOf(k + 1), digits);
      }
    }
  }

  @Test
  void theThreeWaysToAGammaTailMeetWithoutAStep() {
    double[] z = {-8, -3, -1, -0.1, 0, 0.1, 1, 3, 8};
    for (double step : z) {
      double below = tail(99_999.999999, step);
      double above = tail(100_000, step);
      close(below, above, 1e-10, "z = " + step);
    }
  }

  private static double tail(double shape, double z) {
    double x = shape + z * Math.sqrt(shape);
    return z < 0 ? Gamma.cumulative(x, shape) : Gamma.upperTail(x, shape);
  }

  @Test
  void betaAgreesWithR() { // R 4.2.2: qbeta, pbeta
    close(0.066739511177734467, Beta.quantile(0.025, 3, 8), 1e-13, "qbeta(.025, 3, 8)");
    close(0.1166389829048754, Beta.upperQuantile(0.025, 0.5, 20.5), 1e-13, "qbeta(.975, …)");
    close(0.57982500000000015, Beta.cumulative(0.3, 2, 5), 1e-14, "pbeta(.3, 2, 5)");
    close(0.092552301129898387, Beta.cumulative(1e-3, 0.5, 7), 1e-13, "pbeta(1e-3, .5, 7)");
  }

  @Test
  void betaTailIsTheSumOfBinomialMasses() {
    int n = 50;
    for (double p : new double[] {0.015625, 0.25, 0.5, 0.875}) {
      BigDecimal success = BigDecimal.valueOf(p);
      BigDecimal failure = BigDecimal.ONE.subtract(success);
      BigDecimal ways = BigDecimal.ONE;
      BigDecimal sum = BigDecimal.ZERO;
      for (int k = 0; k < n; k++) {
        sum = sum.add(ways.multiply(success.pow(k)).multiply(failure.pow(n - k)));
        close(sum.doubleValue(), Beta.upperTail(p, k + 1, n - k), 1e-13, "P(X <= " + k + ")");
        close(
            BigDecimal.ONE.subtract(sum).doubleValue(),
            Beta.cumulative(p, k + 1, n - k),
            1e-13,
            "P(X > " + k + ")");
        ways = ways.multiply(BigDecimal.valueOf(n - k)).divide(BigDecimal.valueOf(k + 1));
      }
    }
  }

  @Test
  void betaQuantileTurnsTheDistributionRound() {
    double[][] shapes = {
      {0.5, 0.5},
      {1, 1},
      {2, 3},
      {0.5, 10},
      {10, 0.5},
      {0.5, 1000.5},
      {100, 3},
      {1000.5, 2000},
      {1e4, 5e4},
      {5, 1e6},
      {0.5, 1e6},
      {1e7, 3e7}
    };
    for (double[] shape : shapes) {
      double a = shape[0];
      double b = shape[1];
      for (double p : TAILS) {
        if (p <= 0.5) {
          String what = "a " + a + ", b " + b + ", p " + p;
          double slack = 4e-12 + 1e-16 * Math.sqrt(Math.max(a, b)) * 25;
          close(p, Beta.cumulative(Beta.quantile(p, a, b), a, b), slack, what);
          assertEquals(1 - Beta.upperQuantile(p, b, a), Beta.quantile(p, a, b), 1e-14, what);
        }
      }
    }
  }

  @Test
  void fisherAgreesWithR() { // R 4.2.2: pf(lower = FALSE)
    close(0.022076999662362429, FisherF.upperTail(4, 3, 20), 1e-13, "pf(4, 3, 20)");
    close(0.12433342004656529, FisherF.upperTail(2.5, 1, 30), 1e-13, "pf(2.5, 1, 30)");
    close(4.5138918651147703e-08, FisherF.upperTail(60, 5, 12), 1e-13, "pf(60, 5, 12)");
    close(
        0.19914827347145581,
        FisherF.upperTail(1.5, 4, Double.POSITIVE_INFINITY),
        1e-13,
        "pf(1.5, 4, Inf)");
    close(StudentT.twoSided(2.3, 17), FisherF.upperTail(2.3 * 2.3, 1, 17), 1e-13, "t squared");
  }

  @Test
  void whatIsOutsideADistributionIsNotANumberAndItsEndsAreExact() {
    for (double bad : new double[] {-0.1, Double.NaN}) {
      assertTrue(Double.isNaN(Gamma.cumulative(bad, 2)));
      assertTrue(Double.isNaN(Gamma.quantile(bad, 2)));
      assertTrue(Double.isNaN(Beta.cumulative(bad, 2, 2)));
      assertTrue(Double.isNaN(Beta.quantile(bad, 2, 2)));
      assertTrue(Double.isNaN(Beta.quantile(0.5, bad, 2)));
      assertTrue(Double.isNaN(StudentT.quantile(bad, 2)));
      assertTrue(Double.isNaN(StudentT.twoSided(1, bad)));
      assertTrue(Double.isNaN(FisherF.upperTail(1, bad, 2)));
    }
    assertEquals(0, Gamma.quantile(0, 2));
    assertEquals(Double.POSITIVE_INFINITY, Gamma.quantile(1, 2));
    assertEquals(0, Gamma.cumulative(0, 2));
    assertEquals(1, Gamma.upperTail(0, 2));
    assertEquals(0, Gamma.upperTail(Double.POSITIVE_INFINITY, 2));
    assertEquals(1, Gamma.cumulative(3, 0));
    assertEquals(0, Beta.quantile(0, 2, 3));
    assertEquals(1, Beta.quantile(1, 2, 3));
    assertEquals(0, Beta.cumulative(0, 2, 3));
    assertEquals(1, Beta.cumulative(1, 2, 3));
    assertEquals(1, FisherF.upperTail(0, 2, 3));
    assertEquals(Double.NEGATIVE_INFINITY, StudentT.quantile(0, 3));
    assertEquals(Double.POSITIVE_INFINITY, StudentT.quantile(1, 3));
    assertEquals(0, StudentT.twoSided(Double.POSITIVE_INFINITY, 3));
    assertEquals(1, StudentT.twoSided(0, 3));
  }
}
