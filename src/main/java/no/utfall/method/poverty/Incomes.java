package no.utfall.method.poverty;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import no.utfall.math.WeightedQuantile;

/** Incomes with weights above zero, ascending, and their running sums. */
final class Incomes {

  /** An income is below a line when it is so by more than rounding. */
  private static final double TIE = 1e-12;

  private static final int[] NO_ELEMENTS = {};

  private final int size;
  private final double[] income;
  private final double[] weight;
  private final double[] weights;
  private final double[] sums;
  private final int[] element;

  private Incomes(int size, double[] income, double[] weight, int[] element) {
    this.size = size;
    this.income = income;
    this.weight = weight;
    this.element = element;
    this.weights = new double[size];
    this.sums = new double[size];
    double cumulative = 0;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      cumulative += weight[i];
      sum += weight[i] * income[i];
      weights[i] = cumulative;
      sums[i] = sum;
    }
  }

  /**
   * @param income ascending
   * @param element the number of each in its sample
   */
  static Incomes of(double[] income, double[] weight, int[] element) {
    return new Incomes(income.length, income, weight, element);
  }

  /**
   * The same incomes, each weight times the factor of its element; those with factor 0 fall out. For values only: the
   * elements are not kept.
   */
  Incomes times(double[] factor) {
    double[] incomes = new double[size];
    double[] products = new double[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      double product = weight[i] * factor[element[i]];
      if (product > 0) {
        incomes[n] = income[i];
        products[n++] = product;
      }
    }
    return new Incomes(n, incomes, products, NO_ELEMENTS);
  }

  /** Those whose element passes. */
  Incomes where(IntPredicate chosen) {
    int[] index = IntStream.range(0, size).filter(i -> chosen.test(element[i])).toArray();
    double[] incomes = new double[index.length];
    double[] chosenWeights = new double[index.length];
    int[] elements = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      incomes[i] = income[index[i]];
      chosenWeights[i] = weight[index[i]];
      elements[i] = element[index[i]];
    }
    return of(incomes, chosenWeights, elements);
  }

  int size() {
    return size;
  }

  double income(int i) {
    return income[i];
  }

  double weight(int i) {
    return weight[i];
  }

  /** The weight of all up to and including this one. */
  double weightTo(int i) {
    return i < 0 ? 0 : weights[i];
  }

  /** The sum of weight times income of all up to and including this one. */
  double sumTo(int i) {
    return i < 0 ? 0 : sums[i];
  }

  double weight() {
    return weightTo(size - 1);
  }

  double sum() {
    return sumTo(size - 1);
  }

  double mean() {
    return sum() / weight();
  }

  /** The elements in this order; not to be changed. */
  int[] elements() {
    return element;
  }

  /** The weights in this order; not to be changed. */
  double[] weightOfEach() {
    return weight;
  }

  static boolean isBelow(double income, double line) {
    return income < edge(line);
  }

  private static double edge(double line) {
    return line - TIE * Math.abs(line);
  }

  /** How many lie below a line; one at the line is not below it. */
  int below(double line) {
    return firstAbove(edge(line), false);
  }

  /** How many are at most this. */
  int upTo(double limit) {
    return firstAbove(limit, true);
  }

  private int firstAbove(double limit, boolean pastEqual) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (income[middle] < limit || (pastEqual && income[middle] == limit)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first whose weight up to and including it is at least this; the last when none is. */
  int reaching(double goal) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weights[middle] >= goal) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  double quantile(double p, WeightedQuantile.Rule rule) {
    return quantileOfFirst(size, p, rule);
  }

  /** The quantile of the lowest so many incomes. */
  double quantileOfFirst(int count, double p, WeightedQuantile.Rule rule) {
    return WeightedQuantile.ofSorted(income, weights, count, p, rule);
  }

  /** The last place with the same income as this one. */
  int lastEqual(int i) {
    int last = i;
    while (last + 1 < size && income[last + 1] == income[i]) {
      last++;
    }
    return last;
  }
}
