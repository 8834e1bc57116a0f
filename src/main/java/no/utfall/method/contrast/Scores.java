package no.utfall.method.contrast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/**
 * One board: a row for each unit, in the natural order of the units whatever the order given, so that sums and draws
 * do not depend on it. Effects are turned so that + is better. Immutable.
 */
public final class Scores {

  private final Integer[] order;
  final String[] unit;
  final double[] effect;
  final double[] stdError;
  final double @Nullable [] input;
  final double @Nullable [] activity;
  final double @Nullable [] population;
  final double @Nullable [] money;
  final String @Nullable [] group;
  final double @Nullable [] need;
  final double @Nullable [] inputError;

  private Scores(
      Integer[] order,
      String[] unit,
      double[] effect,
      double[] stdError,
      double @Nullable [] input,
      double @Nullable [] activity,
      double @Nullable [] population,
      double @Nullable [] money,
      String @Nullable [] group,
      double @Nullable [] need,
      double @Nullable [] inputError) {
    this.order = order;
    this.unit = unit;
    this.effect = effect;
    this.stdError = stdError;
    this.input = input;
    this.activity = activity;
    this.population = population;
    this.money = money;
    this.group = group;
    this.need = need;
    this.inputError = inputError;
  }

  /**
   * A board with effects only.
   *
   * @param units names, each once
   * @param effects + is better
   * @param stdErrors positive
   */
  public static Scores of(String[] units, double[] effects, double[] stdErrors) {
    Integer[] order = new Integer[units.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(i -> units[i], Order.NATURAL));
    String[] sorted = new String[units.length];
    Arrays.setAll(sorted, k -> units[order[k]]);
    return new Scores(
        order,
        sorted,
        sort(order, effects),
        sort(order, stdErrors),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Money per person, or per head of what is paid for; in the order in which the units were given. */
  public Scores withInput(double[] perPerson) {
    double[] sorted = sort(order, perPerson);
    return new Scores(
        order,
        unit,
        effect,
        stdError,
        sorted,
        activity,
        population,
        money,
        group,
        need,
        inputError);
  }

  /** How large the need of each unit is against that of others: what the input per person is divided by; above 0. */
  public Scores withNeed(double[] index) {
    double[] sorted = sort(order, index);
    return new Scores(
        order,
        unit,
        effect,
        stdError,
        input,
        activity,
        population,
        money,
        group,
        sorted,
        inputError);
  }

  /** The standard error of the input of each unit. */
  public Scores withInputError(double[] errors) {
    double[] sorted = sort(order, errors);
    return new Scores(
        order, unit, effect, stdError, input, activity, population, money, group, need, sorted);
  }

  public Scores withActivity(double[] score) {
    double[] sorted = sort(order, score);
    return new Scores(
        order, unit, effect, stdError, input, sorted, population, money, group, need, inputError);
  }

  public Scores withPopulation(double[] persons) {
    double[] sorted = sort(order, persons);
    return new Scores(
        order, unit, effect, stdError, input, activity, sorted, money, group, need, inputError);
  }

  /** Money in total. */
  public Scores withMoney(double[] amounts) {
    double[] sorted = sort(order, amounts);
    return new Scores(
        order,
        unit,
        effect,
        stdError,
        input,
        activity,
        population,
        sorted,
        group,
        need,
        inputError);
  }

  /** Groups whose effects may differ on average, such as the measure each unit adopted. */
  public Scores withGroup(String[] groups) {
    if (groups.length != order.length) {
      throw new IllegalArgumentException(groups.length + " groups for " + order.length + " units");
    }
    String[] sorted = new String[groups.length];
    Arrays.setAll(sorted, k -> groups[order[k]]);
    return new Scores(
        order,
        unit,
        effect,
        stdError,
        input,
        activity,
        population,
        money,
        sorted,
        need,
        inputError);
  }

  /** A row for each unit of 0 and 1: whether it is of each group but the first; no columns where there is one group. */
  double[][] groupRows() {
    List<String> others = group == null
        ? List.of()
        : Arrays.stream(group).distinct().sorted(Order.NATURAL).skip(1).toList();
    double[][] rows = new double[size()][others.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < others.size(); k++) {
        rows[i][k] = group != null && group[i].equals(others.get(k)) ? 1 : 0;
      }
    }
    return rows;
  }

  public int size() {
    return unit.length;
  }

  private static double[] sort(Integer[] order, double[] x) {
    if (x.length != order.length) {
      throw new IllegalArgumentException(x.length + " numbers for " + order.length + " units");
    }
    double[] sorted = new double[x.length];
    Arrays.setAll(sorted, k -> x[order[k]]);
    return sorted;
  }
}
