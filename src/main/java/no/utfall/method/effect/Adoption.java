package no.utfall.method.effect;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A balanced panel of outcomes, the period in which each unit was first treated, and its weight. Immutable. */
public final class Adoption {

  /** The start of a unit that is never treated; any start after the last period means the same here. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final double[][] byPeriod;
  private final int[] periods;
  private final int[] start;
  private final int[] ascending;
  private final int[] cluster;
  private final int clusters;
  private final double[] weight;

  private Adoption(
      double[][] byPeriod,
      int[] periods,
      int[] start,
      int[] cluster,
      int clusters,
      double[] weight) {
    this.byPeriod = byPeriod;
    this.periods = periods;
    this.start = start;
    this.ascending = start.clone();
    Arrays.sort(ascending);
    this.cluster = cluster;
    this.clusters = clusters;
    this.weight = weight;
  }

  /**
   * Each unit is its own cluster and weighs 1.
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
    double[] alike = new double[n];
    Arrays.fill(alike, 1);
    return new Adoption(byPeriod, periods.clone(), start.clone(), own, n, alike);
  }

  /**
   * The same panel with units that may share shocks.
   *
   * @param of the cluster of each unit, numbered from 0 without gaps
   */
  public Adoption clustered(int[] of) {
    int count = Arrays.stream(of).max().orElse(-1) + 1;
    return new Adoption(byPeriod, periods, start, of.clone(), count, weight);
  }

  /**
   * The same panel with units that do not count alike, such as by the people in them.
   *
   * @param of the weight of each unit, above 0
   * @throws IllegalArgumentException when a weight is not above 0 and finite
   */
  public Adoption weighted(double[] of) {
    for (double w : of) {
      if (!(w > 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight of " + w);
      }
    }
    return new Adoption(byPeriod, periods, start, cluster, clusters, of.clone());
  }

  /** The panel of these units alone, in this order. */
  Adoption only(int[] chosen) {
    double[][] rows = new double[byPeriod.length][];
    for (int t = 0; t < rows.length; t++) {
      double[] row = byPeriod[t];
      rows[t] = Arrays.stream(chosen).mapToDouble(i -> row[i]).toArray();
    }
    int[] own =
        StaggeredDesign.numbered(Arrays.stream(chosen).map(i -> cluster[i]).toArray());
    return new Adoption(
        rows,
        periods,
        Arrays.stream(chosen).map(i -> start[i]).toArray(),
        own,
        Arrays.stream(own).max().orElse(-1) + 1,
        Arrays.stream(chosen).mapToDouble(i -> weight[i]).toArray());
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

  public double weight(int unit) {
    return weight[unit];
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

  /** Units first treated in this period or later, or never. */
  int startingFrom(long period) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] < period) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return ascending.length - from;
  }

  /** Units first treated in this period. */
  public int size(int cohort) {
    return startingFrom(cohort) - startingFrom(cohort + 1L);
  }

  /** The weights of the units first treated in this period, added. */
  double weightOf(int cohort) {
    double sum = 0;
    for (int i = 0; i < start.length; i++) {
      if (start[i] == cohort) {
        sum += weight[i];
      }
    }
    return sum;
  }

  /** Clusters with a unit first treated in this period. */
  int clustersOf(int cohort) {
    return clusters(start -> start == cohort);
  }

  /** Clusters with a unit of one of these cohorts. */
  int treatedClusters(int[] cohorts) {
    return clusters(start -> Arrays.binarySearch(cohorts, start) >= 0);
  }

  /** Clusters with a unit that starts after this cohort, or never. */
  int clustersAfter(int cohort) {
    return clusters(start -> start > cohort);
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

  /** The mean outcome of each unit over the periods at these places, both ends in; not to be changed. */
  double[] outcomes(int from, int to) {
    if (from == to) {
      return byPeriod[from];
    }
    double[] mean = new double[start.length];
    for (int t = from; t <= to; t++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += byPeriod[t][i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= to - from + 1;
    }
    return mean;
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
