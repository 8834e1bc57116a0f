package no.utfall.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.utfall.math.Sums;
import no.utfall.math.VarianceFit;
import no.utfall.panel.Period;

/**
 * Money and people of each unit, by period.
 *
 * @param byUnit amount and people
 * @param last period of any unit
 * @param nok kroner in one unit of the amounts
 */
record Spending(Map<String, TreeMap<Period, double[]>> byUnit, Optional<Period> last, double nok) {

  /** Periods that a level of spending is the mean of. */
  static final int YEARS = 3;

  private static final double MOST_PERSISTENT = 0.9;

  Spending {
    byUnit = Collections.unmodifiableMap(new TreeMap<>(byUnit));
  }

  /** Mean kroner per person and mean number of people over the last three periods; empty when one is missing. */
  Optional<double[]> recent(String unit) {
    List<double[]> recent = lastYears(unit);
    if (recent.isEmpty()) {
      return Optional.empty();
    }
    double each = Sums.of(recent.stream().mapToDouble(r -> nok * r[0] / r[1]).toArray()) / YEARS;
    double people = Sums.of(recent.stream().mapToDouble(r -> r[1]).toArray()) / YEARS;
    return Optional.of(new double[] {each, people});
  }

  private List<double[]> lastYears(String unit) {
    TreeMap<Period, double[]> own = byUnit.getOrDefault(unit, new TreeMap<>());
    if (own.size() < YEARS || !Optional.of(own.lastKey()).equals(last)) {
      return List.of();
    }
    return new ArrayList<>(own.descendingMap().values()).subList(0, YEARS);
  }

  /** Kroner and people of a unit in the last period. */
  Optional<double[]> latest(String unit) {
    TreeMap<Period, double[]> own = byUnit.getOrDefault(unit, new TreeMap<>());
    return last.map(own::get).map(r -> new double[] {nok * r[0], r[1]});
  }

  /**
   * How far the mean of three periods may lie from a lasting level, as a share of it, by unit. The logarithm of spending
   * per person wanders by an autoregression of the first order about each unit's level and the common course; its
   * changes from one period to the next have the variance a + b / people, fitted over all units, and its persistence ρ
   * is told by changes over two periods, whose variance is 1 + ρ times as large. The variance of the mean is
   * σ²/3 · (1 + (4ρ + 2ρ²)/3), σ² that of the changes over 2(1 − ρ), with ρ between 0 and .9.
   *
   * @return empty with fewer than ten units
   */
  Map<String, Double> relativeErrors() {
    List<String> units = new ArrayList<>();
    List<double[]> levels = new ArrayList<>();
    List<Double> people = new ArrayList<>();
    for (String unit : byUnit.keySet()) {
      List<double[]> own = lastYears(unit);
      if (own.stream().allMatch(r -> r[0] > 0) && !own.isEmpty()) {
        units.add(unit);
        levels.add(own.stream().mapToDouble(r -> StrictMath.log(r[0] / r[1])).toArray());
        people.add(Sums.of(own.stream().mapToDouble(r -> r[1]).toArray()) / YEARS);
      }
    }
    Map<String, Double> errors = new HashMap<>();
    if (units.size() < 10) {
      return errors;
    }
    double[] first = changes(levels, 0, 1);
    double[] second = changes(levels, 1, 2);
    double[] both = changes(levels, 0, 2);
    int n = units.size();
    double[][] terms = new double[2 * n][];
    double[] squares = new double[2 * n];
    for (int i = 0; i < n; i++) {
      terms[i] = new double[] {1, 1 / people.get(i)};
      terms[n + i] = terms[i];
      squares[i] = first[i] * first[i];
      squares[n + i] = second[i] * second[i];
    }
    double[] fitted = VarianceFit.of(terms, squares);
    if (!(Arrays.stream(fitted).sum() > 0)) {
      return errors;
    }
    double[] oneStep = new double[n];
    double[] twoSteps = new double[n];
    for (int i = 0; i < n; i++) {
      double variance = fitted[0] + fitted[1] / people.get(i);
      oneStep[i] = (squares[i] + squares[n + i]) / (2 * variance);
      twoSteps[i] = both[i] * both[i] / variance;
    }
    double persistence =
        Math.min(MOST_PERSISTENT, Math.max(0, Sums.of(twoSteps) / Sums.of(oneStep) - 1));
    double ofMean = (1 + (4 * persistence + 2 * persistence * persistence) / 3)
        / YEARS
        / (2 * (1 - persistence));
    for (int i = 0; i < n; i++) {
      errors.put(units.get(i), Math.sqrt((fitted[0] + fitted[1] / people.get(i)) * ofMean));
    }
    return errors;
  }

  /** From one period to another, less the mean change of all. */
  private static double[] changes(List<double[]> levels, int to, int from) {
    double[] changes = levels.stream().mapToDouble(l -> l[to] - l[from]).toArray();
    double mean = Sums.of(changes) / changes.length;
    return Arrays.stream(changes).map(change -> change - mean).toArray();
  }
}
