package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import no.utfall.math.SortedIndex;
import no.utfall.math.SurveyDesign;

/**
 * The persons that share one poverty line, such as a country in a year: their incomes together and by group, and how
 * they were drawn. Elements are numbered by income, weight, group and tie, whatever the order of the rows.
 */
final class Sample {

  /** The columns of a sample before it is put in order; every row has a known income and a weight above zero. */
  record Columns(
      int[] row,
      double[] income,
      double[] weight,
      int[] group,
      int[] cluster,
      int[] stratum,
      int[] tie,
      boolean[] counts) {}

  private final int[] rows;
  private final int[] groupOf;
  private final Incomes all;
  private final Incomes[] groups;
  private final SurveyDesign design;

  private Sample(int[] rows, int[] groupOf, Incomes all, Incomes[] groups, SurveyDesign design) {
    this.rows = rows;
    this.groupOf = groupOf;
    this.all = all;
    this.groups = groups;
    this.design = design;
  }

  /**
   * Puts a sample in order.
   *
   * @param columns group: 0 … groups − 1; cluster and stratum: small numbers that do not depend on the order of rows,
   *     empty for none; tie: what else tells rows apart, empty for nothing; counts: false for those that were drawn and
   *     are left out, empty when there are none
   */
  static Sample of(Columns columns, int groups) {
    int n = columns.row.length;
    List<double[]> keys = new ArrayList<>(List.of(columns.income, columns.weight));
    if (groups > 1) {
      keys.add(doubles(columns.group));
    }
    if (columns.tie.length > 0) {
      keys.add(doubles(columns.tie));
    }
    int[] order = SortedIndex.of(keys.toArray(double[][]::new));
    int[] rows = new int[n];
    int[] groupOf = new int[n];
    int[] sizes = new int[groups];
    int counted = 0;
    for (int e = 0; e < n; e++) {
      int at = order[e];
      rows[e] = columns.row[at];
      int group = groups == 1 ? 0 : columns.group[at];
      boolean counts = columns.counts.length == 0 || columns.counts[at];
      groupOf[e] = counts ? group : -1;
      if (counts) {
        sizes[group]++;
        counted++;
      }
    }
    Incomes all = parts(columns, order, new int[] {counted}, e -> groupOf[e] < 0 ? -1 : 0)[0];
    Incomes[] parts =
        groups == 1 ? new Incomes[] {all} : parts(columns, order, sizes, e -> groupOf[e]);
    return new Sample(rows, groupOf, all, parts, design(columns, order));
  }

  private static Incomes[] parts(
      Columns columns, int[] order, int[] sizes, IntUnaryOperator groupOf) {
    int groups = sizes.length;
    double[][] income = new double[groups][];
    double[][] weight = new double[groups][];
    int[][] element = new int[groups][];
    for (int g = 0; g < groups; g++) {
      income[g] = new double[sizes[g]];
      weight[g] = new double[sizes[g]];
      element[g] = new int[sizes[g]];
    }
    int[] next = new int[groups];
    for (int e = 0; e < order.length; e++) {
      int g = groupOf.applyAsInt(e);
      if (g >= 0) {
        income[g][next[g]] = columns.income[order[e]];
        weight[g][next[g]] = columns.weight[order[e]];
        element[g][next[g]++] = e;
      }
    }
    Incomes[] parts = new Incomes[groups];
    for (int g = 0; g < groups; g++) {
      parts[g] = Incomes.of(income[g], weight[g], element[g]);
    }
    return parts;
  }

  private static SurveyDesign design(Columns columns, int[] order) {
    int n = order.length;
    int[] stratum = new int[n];
    int strata = 1;
    if (columns.stratum.length > 0) {
      strata = dense(columns.stratum, order, stratum);
    }
    int[] cluster = new int[n];
    int clusters = n;
    if (columns.cluster.length > 0) {
      clusters = strata == 1
          ? dense(columns.cluster, order, cluster)
          : pairs(columns, order, stratum, cluster);
    } else {
      for (int e = 0; e < n; e++) {
        cluster[e] = e;
      }
    }
    int[] stratumOf = new int[clusters];
    for (int e = 0; e < n; e++) {
      stratumOf[cluster[e]] = stratum[e];
    }
    return new SurveyDesign(cluster, stratumOf, n == 0 ? 0 : strata);
  }

  /** Clusters are numbered within strata, so that one name in two strata is two clusters. */
  private static int pairs(Columns columns, int[] order, int[] stratum, int[] cluster) {
    int n = order.length;
    double[] keys = new double[n];
    double[] second = new double[n];
    for (int e = 0; e < n; e++) {
      keys[e] = columns.cluster[order[e]];
      second[e] = stratum[e];
    }
    int[] sorted = SortedIndex.of(keys, second);
    int count = -1;
    for (int i = 0; i < n; i++) {
      int e = sorted[i];
      if (i == 0 || keys[e] != keys[sorted[i - 1]] || second[e] != second[sorted[i - 1]]) {
        count++;
      }
      cluster[e] = count;
    }
    return count + 1;
  }

  /** The numbers in use as 0 … count − 1, in their order. */
  private static int dense(int[] values, int[] order, int[] into) {
    int most = 0;
    for (int value : values) {
      most = Math.max(most, value);
    }
    int[] number = new int[most + 1];
    for (int value : values) {
      number[value] = 1;
    }
    int count = 0;
    for (int v = 0; v <= most; v++) {
      number[v] = number[v] == 0 ? -1 : count++;
    }
    for (int e = 0; e < order.length; e++) {
      into[e] = number[values[order[e]]];
    }
    return count;
  }

  private static double[] doubles(int[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** The row of the data that each element is. */
  int row(int element) {
    return rows[element];
  }

  int elements() {
    return rows.length;
  }

  /** The group of an element; −1 for one that is left out. */
  int group(int element) {
    return groupOf[element];
  }

  Incomes all() {
    return all;
  }

  Incomes part(int group) {
    return groups[group];
  }

  int groups() {
    return groups.length;
  }

  /** Every measure is about the whole of its group, and nothing is unknown. */
  Estimator.Parts parts() {
    return new Estimator.Parts() {
      @Override
      public Incomes of(Measure measure, int group) {
        return groups[group];
      }

      @Override
      public int unknown(Measure measure, int group) {
        return 0;
      }
    };
  }

  SurveyDesign design() {
    return design;
  }
}
