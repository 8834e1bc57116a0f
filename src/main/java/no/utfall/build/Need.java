package no.utfall.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.math.RandomEffects;
import no.utfall.math.Sums;
import no.utfall.panel.Period;
import no.utfall.report.Measured;

/**
 * How large the need for spending is in each unit against that of the others, from the periods before any measure
 * started: the logarithm of spending per person then, regressed over all units on indicators of need then and on the
 * logarithm of the number of people; what this expects of a unit, over the mean of what it expects.
 *
 * <p>Neither spending nor indicators from later are looked at: the measures may have changed both.
 *
 * @param index of each unit, 1 is the mean on a logarithmic scale
 * @param from first period used
 * @param to last period used
 * @param explained share of the variance of the logarithm of spending then
 */
record Need(Map<String, Double> index, Period from, Period to, double explained) {

  private static final int UNITS_PER_TERM = 10;

  /** Empty when there are no periods before, or fewer than ten units for each term. */
  static Optional<Need> of(Spending spending, List<Measured> indicators, Period earliest) {
    Map<String, double[]> levels = before(spending, earliest);
    List<Map<String, Double>> covariates =
        indicators.stream().map(one -> before(one, earliest)).toList();
    List<String> units = new ArrayList<>();
    for (String unit : levels.keySet()) {
      if (covariates.stream().allMatch(known -> known.containsKey(unit))) {
        units.add(unit);
      }
    }
    int terms = covariates.size() + 2;
    Optional<Period> first = spending.byUnit().values().stream()
        .map(TreeMap::firstKey)
        .min(Period::compareTo)
        .filter(period -> period.compareTo(earliest) < 0);
    Optional<Period> last = spending.byUnit().values().stream()
        .flatMap(own -> Optional.ofNullable(own.lowerKey(earliest)).stream())
        .max(Period::compareTo);
    if (units.size() < UNITS_PER_TERM * terms || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    double[][] x = new double[units.size()][terms];
    double[] y = new double[units.size()];
    double[] alike = new double[units.size()];
    Arrays.fill(alike, 1);
    for (int i = 0; i < y.length; i++) {
      double[] level = levels.getOrDefault(units.get(i), new double[2]);
      y[i] = level[0];
      x[i][0] = 1;
      x[i][1] = level[1];
      for (int k = 0; k < covariates.size(); k++) {
        x[i][2 + k] = covariates.get(k).getOrDefault(units.get(i), Double.NaN);
      }
    }
    double[] b = RandomEffects.at(0, x, y, alike).b();
    double[] fitted = Arrays.stream(x).mapToDouble(row -> product(row, b)).toArray();
    double mean = Sums.of(fitted) / fitted.length;
    Map<String, Double> index = new HashMap<>();
    for (int i = 0; i < fitted.length; i++) {
      index.put(units.get(i), StrictMath.exp(fitted[i] - mean));
    }
    return Optional.of(new Need(
        index, first.get(), last.get(), squares(fitted, mean) / squares(y, Sums.of(y) / y.length)));
  }

  private static double product(double[] row, double[] b) {
    double sum = 0;
    for (int k = 0; k < b.length; k++) {
      sum += row[k] * b[k];
    }
    return sum;
  }

  private static double squares(double[] values, double mean) {
    return Sums.of(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
  }

  /** The mean logarithm of spending per person and of the number of people. */
  private static Map<String, double[]> before(Spending spending, Period earliest) {
    Map<String, double[]> levels = new TreeMap<>();
    spending.byUnit().forEach((unit, own) -> {
      List<double[]> known = own.headMap(earliest).values().stream()
          .filter(r -> r[0] > 0 && r[1] > 0)
          .toList();
      if (!known.isEmpty()) {
        levels.put(unit, new double[] {
          mean(known.stream().mapToDouble(r -> StrictMath.log(r[0] / r[1])).toArray()),
          mean(known.stream().mapToDouble(r -> StrictMath.log(r[1])).toArray())
        });
      }
    });
    return levels;
  }

  private static Map<String, Double> before(Measured indicator, Period earliest) {
    Frame cells = indicator.units();
    TextColumn periods = cells.text("period");
    Map<String, List<Double>> each = new TreeMap<>();
    for (int row = 0; row < cells.rows(); row++) {
      double value = cells.number("estimate").value(row);
      if (!Double.isNaN(value) && Period.parse(periods.get(row)).compareTo(earliest) < 0) {
        each.computeIfAbsent(cells.text("unit").get(row), unit -> new ArrayList<>())
            .add(value);
      }
    }
    Map<String, Double> means = new TreeMap<>();
    each.forEach((unit, values) -> means.put(
        unit, mean(values.stream().mapToDouble(Double::doubleValue).sorted().toArray())));
    return means;
  }

  private static double mean(double[] values) {
    return Sums.of(values) / values.length;
  }
}
