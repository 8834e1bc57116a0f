package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
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

  /** So many elements are worked on at once. */
  private static final int PART = 1 << 16;

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
    ForkJoinTask<SurveyDesign> design =
        ForkJoinTask.adapt(() -> design(columns, order)).fork();
    int[] rows = new int[n];
    int[] groupOf = new int[n];
    double[] income = new double[n];
    double[] weight = new double[n];
    inParts(n, (from, to) -> {
      for (int e = from; e < to; e++) {
        int at = order[e];
        rows[e] = columns.row[at];
        income[e] = columns.income[at];
        weight[e] = columns.weight[at];
        boolean counts = columns.counts.length == 0 || columns.counts[at];
        groupOf[e] = !counts ? -1 : groups == 1 ? 0 : columns.group[at];
      }
    });
    boolean whole = columns.counts.length == 0;
    int[] everyone = new int[n];
    for (int e = 0; e < n; e++) {
      everyone[e] = e;
    }
    Incomes all = whole
        ? Incomes.of(income, weight, everyone)
        : parts(income, weight, 1, e -> Math.min(groupOf[e], 0))[0];
    Incomes[] parts =
        groups == 1 ? new Incomes[] {all} : parts(income, weight, groups, e -> groupOf[e]);
    return new Sample(rows, groupOf, all, parts, design.join());
  }

  /** A piece of work on a range of elements. */
  interface Range {
    void work(int from, int to);
  }

  /** Ranges side by side: what stands in the rows is looked up all over the memory, and waiting for it can be shared. */
  static void inParts(int n, Range range) {
    IntStream.range(0, (n + PART - 1) / PART)
        .parallel()
        .forEach(part -> range.work(part * PART, Math.min(n, (part + 1) * PART)));
  }

  private static Incomes[] parts(
      double[] income, double[] weight, int groups, IntUnaryOperator groupOf) {
    int[] sizes = new int[groups];
    for (int e = 0; e < income.length; e++) {
      int g = groupOf.applyAsInt(e);
      if (g >= 0) {
        sizes[g]++;
      }
    }
    double[][] incomes = new double[groups][];
    double[][] weights = new double[groups][];
    int[][] elements = new int[groups][];
    for (int g = 0; g < groups; g++) {
      incomes[g] = new double[sizes[g]];
      weights[g] = new double[sizes[g]];
      elements[g] = new int[sizes[g]];
    }
    int[] next = new int[groups];
    for (int e = 0; e < income.length; e++) {
      int g = groupOf.applyAsInt(e);
      if (g >= 0) {
        incomes[g][next[g]] = income[e];
        weights[g][next[g]] = weight[e];
        elements[g][next[g]++] = e;
      }
    }
    Incomes[] parts = new Incomes[groups];
    for (int g = 0; g < groups; g++) {
      parts[g] = Incomes.of(incomes[g], weights[g], elements[g]);
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
    for (int e = 0; e < n && strata > 1; e++) {
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
    inParts(order.length, (from, to) -> {
      for (int e = from; e < to; e++) {
        into[e] = number[values[order[e]]];
      }
    });
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
