package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.utfall.math.Entropy;
import no.utfall.math.SortedIndex;
import no.utfall.math.SurveyDesign;
import org.jspecify.annotations.Nullable;

/**
 * The persons, or units, of one key, sorted so that nothing depends on the order of the rows.
 *
 * @param y values, ascending
 * @param w weights, above 0
 * @param rank what orders them, when something does
 * @param group the number of the group of each, when there are groups
 * @param groups the names of the groups, by number
 * @param places the declared place of each group, by number; empty when there is no order
 * @param design of the sample
 */
record Persons(
    double[] y,
    double[] w,
    double @Nullable [] rank,
    int @Nullable [] group,
    List<String> groups,
    double[] places,
    SurveyDesign design) {

  Persons {
    groups = List.copyOf(groups);
  }

  /** Sorted by value, weight and rank. */
  static Persons of(
      double[] y,
      double[] w,
      double @Nullable [] rank,
      int @Nullable [] group,
      List<String> groups,
      double[] places,
      int[] cluster,
      int[] strata) {
    double[][] keys = rank == null ? new double[][] {y, w} : new double[][] {y, w, rank};
    int[] order = SortedIndex.of(keys);
    return new Persons(
        chosen(y, order),
        chosen(w, order),
        rank == null ? null : chosen(rank, order),
        group == null ? null : chosen(group, order),
        groups,
        places,
        design(chosen(cluster, order), chosen(strata, order)));
  }

  /** Clusters and strata are numbered as they come in the sorted rows. */
  private static SurveyDesign design(int[] cluster, int[] strata) {
    Map<Integer, Integer> numbers = new HashMap<>();
    Map<Integer, Integer> strataNumbers = new HashMap<>();
    int[] clusters = new int[cluster.length];
    int[] stratum = new int[cluster.length];
    for (int i = 0; i < cluster.length; i++) {
      int in = strataNumbers.computeIfAbsent(strata[i], key -> strataNumbers.size());
      clusters[i] = numbers.computeIfAbsent(cluster[i], key -> numbers.size());
      stratum[clusters[i]] = in;
    }
    return new SurveyDesign(clusters, Arrays.copyOf(stratum, numbers.size()), strataNumbers.size());
  }

  private static double[] chosen(double[] of, int[] order) {
    double[] chosen = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      chosen[i] = of[order[i]];
    }
    return chosen;
  }

  private static int[] chosen(int[] of, int[] order) {
    int[] chosen = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      chosen[i] = of[order[i]];
    }
    return chosen;
  }

  int count() {
    return y.length;
  }

  /** Weights that sum to 1. */
  double[] shares() {
    double total = Arrays.stream(w).sum();
    return Arrays.stream(w).map(v -> v / total).toArray();
  }

  boolean isWeighted() {
    return Arrays.stream(w).anyMatch(v -> v != w[0]);
  }

  /** Whether a measure is one of the groups they stand in, not of the persons. */
  boolean isOfGroups(Measure measure) {
    return measure.isOfGroups() || (measure.needs() == Measure.Needs.ORDER && rank == null);
  }

  /** The means of the groups with people in them, with their covariances under the design. */
  GroupSet means() {
    int[] of = Objects.requireNonNull(group);
    int k = groups.size();
    double[] size = new double[k];
    double[] sum = new double[k];
    for (int i = 0; i < y.length; i++) {
      size[of[i]] += w[i];
      sum[of[i]] += w[i] * y[i];
    }
    List<Integer> there = new ArrayList<>();
    for (int g = 0; g < k; g++) {
      if (size[g] > 0) {
        there.add(g);
      }
    }
    there.sort((a, b) -> places.length == 0 ? Integer.compare(a, b) : placed(a, b));
    int m = there.size();
    double[][] columns = new double[3][m];
    SurveyDesign.Totals[] scores = new SurveyDesign.Totals[m];
    for (int j = 0; j < m; j++) {
      int g = there.get(j);
      columns[0][j] = size[g];
      columns[1][j] = places.length == 0 ? j : places[g];
      columns[2][j] = sum[g] / size[g];
      int[] members = members(of, g);
      scores[j] =
          design.totals(members, deviations(members, columns[2][j]), weights(members, size[g]));
    }
    Spread spread =
        degreesOfFreedom() > 0 ? Spread.of(covariances(scores), degreesOfFreedom()) : null;
    return new GroupSet(
        there.stream().map(groups::get).toList(),
        columns[0],
        columns[1],
        columns[2],
        columns[2],
        columns[2],
        spread,
        null,
        null);
  }

  private double[] deviations(int[] members, double mean) {
    return Arrays.stream(members).mapToDouble(i -> y[i] - mean).toArray();
  }

  private double[] weights(int[] members, double size) {
    return Arrays.stream(members).mapToDouble(i -> w[i] / size).toArray();
  }

  private double[][] covariances(SurveyDesign.Totals... totals) {
    double[][] covariances = new double[totals.length][totals.length];
    for (int j = 0; j < totals.length; j++) {
      for (int l = 0; l <= j; l++) {
        covariances[j][l] = design.covariance(totals[j], totals[l]);
        covariances[l][j] = covariances[j][l];
      }
    }
    return covariances;
  }

  double degreesOfFreedom() {
    return design.degreesOfFreedom();
  }

  /**
   * Covariances of estimates from the influence of each person on each.
   *
   * @param influence one row an estimate
   */
  double[][] covariances(double[]... influence) {
    int[] all = IntStream.range(0, y.length).toArray();
    double[] shares = shares();
    return covariances(Arrays.stream(influence)
        .map(of -> design.totals(all, of, shares))
        .toArray(SurveyDesign.Totals[]::new));
  }

  /**
   * The part of generalised entropy that lies within groups: Σ s (m / μ)^α GE(α) of each, with the share s of persons and
   * the mean m of the group.
   *
   * @see "Shorrocks (1984), Inequality decomposition by population subgroups, Econometrica 52(6), doi:10.2307/1913511"
   */
  double within(double alpha) {
    int[] of = Objects.requireNonNull(group);
    double[] p = shares();
    double mean = Entropy.mean(y, p);
    double within = 0;
    for (int g = 0; g < groups.size(); g++) {
      int[] members = members(of, g);
      double share = 0;
      double sum = 0;
      for (int i : members) {
        share += p[i];
        sum += p[i] * y[i];
      }
      if (sum > 0) {
        double[] own = new double[members.length];
        double[] part = new double[members.length];
        for (int k = 0; k < own.length; k++) {
          own[k] = y[members[k]];
          part[k] = p[members[k]] / share;
        }
        within += share
            * StrictMath.pow(sum / share / mean, alpha)
            * Entropy.generalised(own, part, alpha).value();
      }
    }
    return within;
  }

  private static int[] members(int[] of, int g) {
    return IntStream.range(0, of.length).filter(i -> of[i] == g).toArray();
  }

  private int placed(int a, int b) {
    int byPlace = Double.compare(places[a], places[b]);
    return byPlace != 0 ? byPlace : Integer.compare(a, b);
  }
}
