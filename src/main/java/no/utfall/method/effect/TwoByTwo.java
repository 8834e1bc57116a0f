package no.utfall.method.effect;

import java.util.Arrays;
import java.util.List;

/**
 * Difference-in-differences of two groups and two times, from four means.
 *
 * <pre>effect = (treated after − treated before) − (others after − others before)</pre>
 *
 * It is the interaction in the regression y ~ treated × after. With e the distance of a row from the mean of its cell,
 * c = ±1/n(cell) the weight of the row in the effect, N rows and K = 4 coefficients, the variance is
 *
 * <ul>
 *   <li>iid: Σe² / (N − K) · Σ 1/n(cell), N − K degrees of freedom;
 *   <li>hetero (HC1): N / (N − K) · Σ (c e)², N − K degrees of freedom;
 *   <li>cluster: G / (G − 1) · (N − 1) / (N − K) · Σ over the G clusters of (Σ c e)², G − 1 degrees of freedom.
 * </ul>
 *
 * With iid and hetero a cell of one row, and clustered a group in one cluster, shows no spread: the standard error is
 * NaN.
 *
 * @see "Agrees with fixest::feols 0.14.2, y ~ treat * post, vcov iid, hetero or ~unit, default ssc()."
 */
public final class TwoByTwo {

  /** What the standard error lets rows share. */
  public enum Errors {
    CLUSTER("cluster"),
    HETERO("hetero"),
    IID("iid");

    private final String code;

    Errors(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private static final int COEFFICIENTS = 4;

  /** Below this share of the largest mean a standard error is rounding. */
  private static final double ROUNDING = 1e-13;

  private static final TwoByTwo DEFAULT = new TwoByTwo(Errors.CLUSTER);

  private final Errors errors;

  private TwoByTwo(Errors errors) {
    this.errors = errors;
  }

  /** Errors clustered, which is right when a unit is seen several times. */
  public static TwoByTwo withDefaults() {
    return DEFAULT;
  }

  public TwoByTwo errors(Errors kind) {
    return new TwoByTwo(kind);
  }

  /** One of the four cells. */
  public record Cell(boolean treated, boolean after, int rows, double mean, double variance) {}

  /**
   * A weighted sum of the four means.
   *
   * @param df NaN when there is no standard error
   */
  public record Contrast(double value, double stdError, double df) {}

  /**
   * The four cells, and the four coefficients of the regression.
   *
   * @param effect treated × after
   * @param cells others before, treated before, others after, treated after
   */
  public record Estimate(
      Contrast effect,
      Contrast intercept,
      Contrast treated,
      Contrast after,
      List<Cell> cells,
      int clusters) {}

  /**
   * @param y outcome of each row
   * @param treated whether the row belongs to the group that is treated at some time
   * @param after whether the row lies after the start, for either group
   * @param cluster of each row, numbered from 0 without gaps
   * @throws IllegalArgumentException when one of the four cells is empty
   */
  public Estimate estimate(double[] y, boolean[] treated, boolean[] after, int[] cluster) {
    int[] cell = new int[y.length];
    int[] rows = new int[4];
    double[] mean = new double[4];
    for (int i = 0; i < y.length; i++) {
      cell[i] = (treated[i] ? 1 : 0) + (after[i] ? 2 : 0);
      rows[cell[i]]++;
      mean[cell[i]] += y[i];
    }
    for (int k = 0; k < 4; k++) {
      if (rows[k] == 0) {
        throw new IllegalArgumentException("cell " + k + " of the four is empty");
      }
      mean[k] /= rows[k];
    }
    double[] residual = new double[y.length];
    double[] squares = new double[4];
    for (int i = 0; i < y.length; i++) {
      residual[i] = y[i] - mean[cell[i]];
      squares[cell[i]] += residual[i] * residual[i];
    }
    Sample sample = new Sample(cell, rows, residual, squares, treated, cluster);
    Cell[] cells = new Cell[4];
    for (int k = 0; k < 4; k++) {
      cells[k] = new Cell(k % 2 == 1, k >= 2, rows[k], mean[k], squares[k] / (rows[k] - 1));
    }
    return new Estimate(
        sample.contrast(mean, 1, -1, -1, 1),
        sample.contrast(mean, 1, 0, 0, 0),
        sample.contrast(mean, -1, 1, 0, 0),
        sample.contrast(mean, -1, 0, 1, 0),
        List.of(cells),
        sample.clusters);
  }

  private final class Sample {
    private final int[] cell;
    private final int[] rows;
    private final double[] residual;
    private final double[] squares;
    private final int[] cluster;
    private final int clusters;
    private final boolean spread;

    Sample(
        int[] cell,
        int[] rows,
        double[] residual,
        double[] squares,
        boolean[] treated,
        int[] cluster) {
      this.cell = cell;
      this.rows = rows;
      this.residual = residual;
      this.squares = squares;
      this.cluster = cluster;
      this.clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
      this.spread = errors == Errors.CLUSTER
          ? clustersWith(treated, true) > 1 && clustersWith(treated, false) > 1
          : Arrays.stream(rows).min().orElse(0) > 1;
    }

    private int clustersWith(boolean[] treated, boolean which) {
      boolean[] seen = new boolean[clusters];
      int count = 0;
      for (int i = 0; i < cluster.length; i++) {
        if (treated[i] == which && !seen[cluster[i]]) {
          seen[cluster[i]] = true;
          count++;
        }
      }
      return count;
    }

    Contrast contrast(double[] mean, double... weights) {
      double value = 0;
      for (int k = 0; k < 4; k++) {
        value += weights[k] * mean[k];
      }
      double n = residual.length;
      double error = n > COEFFICIENTS && spread ? Math.sqrt(variance(weights, n)) : 0;
      if (!(error > ROUNDING * magnitude(mean))) {
        return new Contrast(value, Double.NaN, Double.NaN);
      }
      return new Contrast(value, error, errors == Errors.CLUSTER ? clusters - 1 : n - COEFFICIENTS);
    }

    private double magnitude(double[] mean) {
      return Arrays.stream(mean).map(Math::abs).max().orElse(0);
    }

    private double variance(double[] weights, double n) {
      double sum = 0;
      switch (errors) {
        case IID -> {
          double all = Arrays.stream(squares).sum();
          for (int k = 0; k < 4; k++) {
            sum += weights[k] * weights[k] / rows[k];
          }
          return all / (n - COEFFICIENTS) * sum;
        }
        case HETERO -> {
          for (int k = 0; k < 4; k++) {
            double c = weights[k] / rows[k];
            sum += c * c * squares[k];
          }
          return n / (n - COEFFICIENTS) * sum;
        }
        case CLUSTER -> {
          double[] score = new double[clusters];
          for (int i = 0; i < residual.length; i++) {
            score[cluster[i]] += weights[cell[i]] / rows[cell[i]] * residual[i];
          }
          for (double s : score) {
            sum += s * s;
          }
          double g = clusters;
          return g / (g - 1) * (n - 1) / (n - COEFFICIENTS) * sum;
        }
      }
      throw new IllegalStateException(errors.code());
    }
  }
}
