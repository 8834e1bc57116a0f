package no.utfall.math;

import java.util.Arrays;

/**
 * Gini coefficient of weighted values, as methods are held against it.
 *
 * <p>G = Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| / (2 W² μ), with W = Σ w and μ = Σ w x / W; computed from values in ascending order as
 * 2 Σ wᵢ xᵢ (Cᵢ − wᵢ / 2) / (W Σ w x) − 1, Cᵢ the weight up to and including i.
 *
 * <ul>
 *   <li>The unit of the weights and of the values cancels out, and a value may be split in two of half its weight.
 *   <li>All values equal: 0. Everything in one of n equal weights: 1 − 1 / n; no correction for small samples.
 *   <li>Negative values are taken as they are: the coefficient can then be above 1.
 *   <li>No weight, or a sum that is not above zero: NaN; callers turn it into a reasoned empty result.
 * </ul>
 *
 * @see "Gini (1912), Variabilità e mutabilità; Langel and Tillé (2013), J. R. Stat. Soc. A 176(2),
 *     doi:10.1111/j.1467-985X.2012.01048.x. Agrees with laeken::gini 0.5.2 and ineq::Gini 0.2-13; not on purpose with
 *     convey::svygini 1.0.1, which subtracts Σ w x for Σ w² x and so changes with the unit of the weights."
 */
public final class Gini {

  private Gini() {}

  /** Values of equal weight, in any order; not changed. */
  public static double of(double[] x) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return of(x, ones);
  }

  /** Values in any order with their weights, none below zero; not changed. */
  public static double of(double[] x, double[] weight) {
    int[] order = SortedIndex.of(x, weight);
    double[] sorted = new double[x.length];
    double[] weights = new double[x.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = x[order[i]];
      weights[i] = weight[order[i]];
    }
    double size = 0;
    double total = 0;
    double ranked = 0;
    for (int i = 0; i < x.length; i++) {
      double part = weights[i] * sorted[i];
      ranked += part * (size + weights[i] / 2);
      size += weights[i];
      total += part;
    }
    return total > 0 && size > 0 ? 2 * ranked / (size * total) - 1 : Double.NaN;
  }
}
