package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class NormalPosteriorTest {

  private static final int N = 12;
  private static final double COMMON = 0.03;
  private final double[] y = new double[N];
  private final double[] d = new double[N];
  private final double[][] x = new double[N][];

  NormalPosteriorTest() {
    Draws draws = Draws.of(20, 1);
    for (int i = 0; i < N; i++) {
      x[i] = new double[] {1, draws.normal()};
      d[i] = 0.05 + draws.uniform();
      y[i] = 0.4 * x[i][1] + draws.normal();
    }
  }

  /** m = y − V P y and V − V P V with P = Ω − ΩX(XᵀΩX)⁻¹XᵀΩ, Ω = (V + τ²I)⁻¹, V = D + c 1 1ᵀ: all in full matrices. */
  private RealMatrix[] direct(double tau2) {
    RealMatrix v = MatrixUtils.createRealDiagonalMatrix(d);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        v.addToEntry(i, j, COMMON);
      }
    }
    RealMatrix design = MatrixUtils.createRealMatrix(x);
    RealMatrix omega = inverse(v.add(MatrixUtils.createRealIdentityMatrix(N).scalarMultiply(tau2)));
    RealMatrix middle = inverse(design.transpose().multiply(omega).multiply(design));
    RealMatrix p = omega.subtract(
        omega.multiply(design).multiply(middle).multiply(design.transpose()).multiply(omega));
    RealMatrix covariance = v.subtract(v.multiply(p).multiply(v));
    RealVector mean = MatrixUtils.createRealVector(y)
        .subtract(v.multiply(p).operate(MatrixUtils.createRealVector(y)));
    return new RealMatrix[] {covariance, MatrixUtils.createColumnRealMatrix(mean.toArray())};
  }

  private static RealMatrix inverse(RealMatrix m) {
    return new LUDecomposition(m).getSolver().getInverse();
  }

  @Test
  void meanAndCovarianceEqualTheFullMatrixForm() {
    for (double tau2 : new double[] {0.02, 0.5, 3}) {
      NormalPosterior fast = NormalPosterior.at(tau2, x, y, d, COMMON);
      RealMatrix[] slow = direct(tau2);
      for (int i = 0; i < N; i++) {
        assertEquals(slow[1].getEntry(i, 0), fast.mean(i), 1e-12);
        assertEquals(Math.sqrt(slow[0].getEntry(i, i)), fast.sd(i), 1e-12);
        for (int j = 0; j < N; j++) {
          assertEquals(slow[0].getEntry(i, j), fast.covariance(i, j), 1e-12);
          double variance =
              slow[0].getEntry(i, i) + slow[0].getEntry(j, j) - 2 * slow[0].getEntry(i, j);
          if (i != j) {
            double z = (slow[1].getEntry(j, 0) - slow[1].getEntry(i, 0)) / Math.sqrt(variance);
            assertEquals(Normal.cumulative(z), fast.below(i, j, 0), 1e-11);
          }
        }
      }
    }
  }

  @Test
  void drawsHaveTheMeanAndCovarianceOfThePosterior() {
    NormalPosterior posterior = NormalPosterior.at(0.5, x, y, d, COMMON);
    int draws = 40_000;
    double sum = 0;
    double square = 0;
    double product = 0;
    for (int r = 0; r < draws; r++) {
      double[] theta = posterior.draw(Draws.of(3, r));
      double a = theta[0] - posterior.mean(0);
      double b = theta[1] - posterior.mean(1);
      sum += a / draws;
      square += a * a / draws;
      product += a * b / draws;
    }
    double variance = posterior.covariance(0, 0);
    assertEquals(0, sum, 4 * Math.sqrt(variance / draws));
    assertEquals(variance, square, 4 * variance * Math.sqrt(2.0 / draws));
    double spread = Math.sqrt(variance * posterior.covariance(1, 1));
    assertEquals(posterior.covariance(0, 1), product, 4 * spread * Math.sqrt(1.1 / draws));
  }

  @Test
  void aMixtureOverTauLiesBetweenItsEndsAndIsWiderThanAPlugIn() {
    NormalPosterior mixed = NormalPosterior.overTau(200, x, y, d, COMMON);
    double tau2 = RandomEffects.pauleMandel(x, y, d);
    NormalPosterior plugIn = NormalPosterior.at(tau2, x, y, d, COMMON);
    double wider = 0;
    for (int i = 0; i < N; i++) {
      wider += mixed.sd(i) - plugIn.sd(i);
      assertEquals(1, mixed.below(0, 1, 0) + mixed.below(1, 0, 0), 1e-9);
    }
    assertTrue(wider > 0, "wider by " + wider);
  }

  @Test
  void aFlatPriorLeavesTheEstimatesAlone() {
    NormalPosterior flat = NormalPosterior.flat(y, d, COMMON);
    assertEquals(y[3], flat.mean(3), 0);
    assertEquals(Math.sqrt(d[3] + COMMON), flat.sd(3), 1e-15);
    assertEquals(
        Normal.cumulative((y[1] - y[0]) / Math.sqrt(d[0] + d[1])), flat.below(0, 1, 0), 1e-15);
    assertEquals(0, flat.covariance(0, 1) - COMMON, 1e-15);
  }

  @Test
  void dropsTheCommonPartOnlyWhereAsked() {
    NormalPosterior flat = NormalPosterior.flat(new double[] {1, 2}, new double[] {0.5, 1}, 0.5);
    // by hand: (0 − 1) / √1 and (0 − 1) / √.5
    assertEquals(Normal.cumulative(-1), flat.below(0, 0.0), 1e-15);
    assertEquals(Normal.cumulative(-1 / Math.sqrt(0.5)), flat.belowWithoutCommon(0, 0.0), 1e-15);
  }
}
