package no.utfall.method.effect;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A balanced panel of outcomes, and the period in which each unit was first treated. Immutable. */
public final class Adoption {

  /** The start of a unit that is never treated; any start after the last period means the same here. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final double[][] byPeriod;
  private final int[] periods;
  private final int[] start;
  private final int[] cluster;
  private final int clusters;

  private Adoption(double[][] byPeriod, int[] periods, int[] start, int[] cluster, int clusters) {
    this.byPeriod = byPeriod;
    this.periods = periods;
    this.start = start;
    this.cluster = cluster;
    this.clusters = clusters;
  }

  /**
   * Each unit is its own cluster.
   *
   * @param y outcome, y[unit][period], every one known
   * @param periods ascending
   * @param start first treated period of each unit, or {@link #NEVER}
   * @throws IllegalArgumentException when the sizes differ, periods do not ascend, or an outcome is not finite
   */
  public static Adoption of(double[][] y, int[] periods, int[] start) {
    int n = y.length;
    if (start.length != n) {
      throw new IllegalArgumentException(n + " units, " + start.length + " starts");
    }
    for (int t = 1; t < periods.length; t++) {
      if (periods[t] <= periods[t - 1]) {
        throw new IllegalArgumentException("periods do not ascend at " + periods[t]);
      }
    }
    double[][] byPeriod = new double[periods.length][n];
    for (int i = 0; i < n; i++) {
      if (y[i].length != periods.length) {
        throw new IllegalArgumentException(
            "unit " + i + " has " + y[i].length + " periods, not " + periods.length);
      }
      for (int t = 0; t < periods.length; t++) {
        if (!Double.isFinite(y[i][t])) {
          throw new IllegalArgumentException("unit " + i + " has no outcome in " + periods[t]);
        }
        byPeriod[t][i] = y[i][t];
      }
    }
    int[] own = new int[n];
    Arrays.setAll(own, i -> i);
    return new Adoption(byPeriod, periods.clone(), start.clone(), own, n);
  }

  /**
   * The same panel with units that may share shocks.
   *
   * @param of the cluster of each unit, numbered from 0 without gaps
   */
  public Adoption clustered(int[] of) {
    int count = Arrays.stream(of).max().orElse(-1) + 1;
    return new Adoption(byPeriod, periods, start, of.clone(), count);
  }

  public int units() {
    return start.length;
  }

  public int clusters() {
    return clusters;
  }

  public int[] periods() {
    return periods.clone();
  }

  public int start(int unit) {
    return start[unit];
  }

  public int first() {
    return periods[0];
  }

  public int last() {
    return periods[periods.length - 1];
  }

  /** The starts within the periods, ascending. */
  public int[] cohorts() {
    return Arrays.stream(start).filter(g -> g <= last()).distinct().sorted().toArray();
  }

  /** Units first treated in this period. */
  public int size(int cohort) {
    int size = 0;
    for (int g : start) {
      if (g == cohort) {
        size++;
      }
    }
    return size;
  }

  /** Clusters with a unit first treated in this period. */
  int clustersOf(int cohort) {
    return clusters(start -> start == cohort);
  }

  /** Clusters with a unit first treated within the periods. */
  int treatedClusters() {
    return clusters(start -> start <= last());
  }

  /** Clusters with a unit that starts after the first cohort, or never. */
  int comparisonClusters() {
    int[] cohorts = cohorts();
    return clusters(start -> start > cohorts[0]);
  }

  private int clusters(IntPredicate withStart) {
    boolean[] seen = new boolean[clusters];
    int count = 0;
    for (int i = 0; i < start.length; i++) {
      if (withStart.test(start[i]) && !seen[cluster[i]]) {
        seen[cluster[i]] = true;
        count++;
      }
    }
    return count;
  }

  /** The outcome of each unit in the period at this place; not to be changed. */
  double[] outcomes(int place) {
    return byPeriod[place];
  }

  /** One number per unit summed within clusters. */
  double[] byCluster(double[] perUnit) {
    double[] sums = new double[clusters];
    for (int i = 0; i < perUnit.length; i++) {
      sums[cluster[i]] += perUnit[i];
    }
    return sums;
  }

  /** The largest outcome in size: what a rounding error is measured against. */
  double magnitude() {
    double largest = 0;
    for (double[] row : byPeriod) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
