package no.utfall.method.contrast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Given, double[]> given;

  /** What may be known of the units beside their effects. */
  private enum Given {
    INPUT,
    ACTIVITY,
    POPULATION,
    MONEY,
    NEED,
    INPUT_ERROR
  }

  private Scores(
      Integer[] order,
      String[] unit,
      double[] effect,
      double[] stdError,
      String @Nullable [] group,
      Map<Given, double[]> given) {
    this.order = order;
    this.unit = unit;
    this.effect = effect;
    this.stdError = stdError;
    this.group = group;
    this.given = given;
    this.input = given.get(Given.INPUT);
    this.activity = given.get(Given.ACTIVITY);
    this.population = given.get(Given.POPULATION);
    this.money = given.get(Given.MONEY);
    this.need = given.get(Given.NEED);
    this.inputError = given.get(Given.INPUT_ERROR);
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
    return new Scores(order, sorted, sort(order, effects), sort(order, stdErrors), null, Map.of());
  }

  /** Money per person, or per head of what is paid for; in the order in which the units were given. */
  public Scores withInput(double[] perPerson) {
    return with(Given.INPUT, perPerson);
  }

  /** How large the need of each unit is against that of others: what the input per person is divided by; above 0. */
  public Scores withNeed(double[] index) {
    return with(Given.NEED, index);
  }

  /** The standard error of the input of each unit. */
  public Scores withInputError(double[] errors) {
    return with(Given.INPUT_ERROR, errors);
  }

  public Scores withActivity(double[] score) {
    return with(Given.ACTIVITY, score);
  }

  public Scores withPopulation(double[] persons) {
    return with(Given.POPULATION, persons);
  }

  /** Money in total. */
  public Scores withMoney(double[] amounts) {
    return with(Given.MONEY, amounts);
  }

  private Scores with(Given what, double[] x) {
    Map<Given, double[]> all = new EnumMap<>(Given.class);
    all.putAll(given);
    all.put(what, sort(order, x));
    return new Scores(order, unit, effect, stdError, group, all);
  }

  /** Groups whose effects may differ on average, such as the measure each unit adopted. */
  public Scores withGroup(String[] groups) {
    if (groups.length != order.length) {
      throw new IllegalArgumentException(groups.length + " groups for " + order.length + " units");
    }
    String[] sorted = new String[groups.length];
    Arrays.setAll(sorted, k -> groups[order[k]]);
    return new Scores(order, unit, effect, stdError, sorted, given);
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
