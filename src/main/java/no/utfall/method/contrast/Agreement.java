package no.utfall.method.contrast;

import java.util.Arrays;
import java.util.Comparator;
import no.utfall.math.Draws;
import no.utfall.math.RankCorrelation;
import no.utfall.math.Ranks;

/**
 * How far two numbers put the same units in the same order: Kendall's τ_b, Somers' d and Spearman's coefficient, with
 * analytic and percentile-bootstrap intervals.
 *
 * @see RankCorrelation
 * @see "Efron and Tibshirani (1993), An Introduction to the Bootstrap, doi:10.1201/9780429246593"
 */
public final class Agreement {

  private static final Agreement DEFAULT = new Agreement(0.95, 2000, 1);

  private final double confLevel;
  private final int draws;
  private final long seed;

  private Agreement(double confLevel, int draws, long seed) {
    this.confLevel = confLevel;
    this.draws = draws;
    this.seed = seed;
  }

  public static Agreement withDefaults() {
    return DEFAULT;
  }

  public Agreement confLevel(double level) {
    return new Agreement(level, draws, seed);
  }

  public Agreement draws(int number, long from) {
    return new Agreement(confLevel, number, from);
  }

  /**
   * The coefficients of two numbers per unit.
   *
   * @param x one number for each unit, at least 4
   * @param y the other; pairs in any order
   */
  public Estimate estimate(double[] x, double[] y) {
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
    double[] a = new double[x.length];
    double[] b = new double[x.length];
    for (int k = 0; k < order.length; k++) {
      a[k] = x[order[k]];
      b[k] = y[order[k]];
    }
    double[] spearman = new double[draws];
    int made = 0;
    double[] againA = new double[a.length];
    double[] againB = new double[a.length];
    for (int r = 0; r < draws; r++) {
      Draws stream = Draws.of(seed, r);
      for (int k = 0; k < a.length; k++) {
        int i = stream.index(a.length);
        againA[k] = a[i];
        againB[k] = b[i];
      }
      double rho = RankCorrelation.spearman(againA, againB);
      if (!Double.isNaN(rho)) {
        spearman[made++] = rho;
      }
    }
    double[] sorted = Arrays.copyOf(spearman, made);
    Arrays.sort(sorted);
    double tail = (1 - confLevel) / 2;
    return new Estimate(
        RankCorrelation.of(a, b), Ranks.quantile(sorted, tail), Ranks.quantile(sorted, 1 - tail));
  }

  /**
   * The coefficients, and the bootstrap interval of Spearman's.
   *
   * @param bootLow lower limit of Spearman's coefficient, percentile bootstrap of units
   * @param bootHigh upper limit
   */
  public record Estimate(RankCorrelation correlation, double bootLow, double bootHigh) {}
}
