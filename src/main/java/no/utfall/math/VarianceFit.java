package no.utfall.math;

import java.util.Arrays;

/**
 * The variance of numbers with mean zero as a sum of known terms with coefficients that are not negative: squares
 * e(i)² regressed on x(i), each weighted by 1 / fitted(i)², since the standard deviation of a squared normal number is
 * proportional to its mean.
 *
 * <p>The least sum of squares with no coefficient below 0 is found among the plain fits on every subset of the terms, so
 * terms are meant to be few. Squares that are all zero give coefficients of zero.
 */
public final class VarianceFit {

  private static final int ROUNDS = 20;

  private VarianceFit() {}

  /**
   * @param x terms x[number][term], none negative, the first above zero
   * @param squares of the numbers
   * @return the coefficient of each term, at least 0
   */
  public static double[] of(double[][] x, double[] squares) {
    double[] weights = new double[squares.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (x[i][0] * x[i][0]);
    }
    double[] found = notNegative(x, squares, weights);
    for (int round = 0; round < ROUNDS && Arrays.stream(found).sum() > 0; round++) {
      for (int i = 0; i < weights.length; i++) {
        double fitted = dot(x[i], found);
        weights[i] = 1 / (fitted * fitted);
      }
      found = notNegative(x, squares, weights);
    }
    return found;
  }

  private static double[] notNegative(double[][] x, double[] y, double[] w) {
    int terms = x[0].length;
    double[] best = new double[terms];
    double least = Double.POSITIVE_INFINITY;
    for (int subset = 1; subset < 1 << terms; subset++) {
      double[] found = fit(x, y, w, subset);
      double rest = rest(x, y, w, found);
      if (Arrays.stream(found).allMatch(c -> c >= 0) && rest < least) {
        best = found;
        least = rest;
      }
    }
    return best;
  }

  private static double rest(double[][] x, double[] y, double[] w, double[] c) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double e = y[i] - dot(x[i], c);
      sum += w[i] * e * e;
    }
    return sum;
  }

  /** Weighted least squares on the terms whose bit is set; NaN where they depend on each other. */
  private static double[] fit(double[][] x, double[] y, double[] w, int subset) {
    int[] chosen = new int[Integer.bitCount(subset)];
    for (int k = 0, bits = subset; k < chosen.length; k++, bits &= bits - 1) {
      chosen[k] = Integer.numberOfTrailingZeros(bits);
    }
    double[][] information = new double[chosen.length][chosen.length];
    double[] moment = new double[chosen.length];
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < chosen.length; k++) {
        moment[k] += w[i] * x[i][chosen[k]] * y[i];
        for (int l = 0; l <= k; l++) {
          information[k][l] += w[i] * x[i][chosen[k]] * x[i][chosen[l]];
        }
      }
    }
    double[][] inverse = Cholesky.of(information, 1e-12).inverse();
    double[] found = new double[x[0].length];
    for (int k = 0; k < chosen.length; k++) {
      found[chosen[k]] = dot(inverse[k], moment);
    }
    return found;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
