package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.math.Skewness;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;

/**
 * Units by indicators, every value turned so that higher is better, long tails cut when asked.
 *
 * @param y {@code y[row][indicator]}, {@code NaN} where not known
 * @param low the lowest each value can be, {@code NaN} when nothing is known
 * @param peers the rows that are compared with each other, one set for each key
 * @param twins rows of units that stand twice among their peers: they have no index
 * @param imputed what a value that was not known is made of; empty for a known one, and for one that still is not
 * @param leftOut why a row is left out; empty for one that is not
 */
record Board(
    List<String> indicators,
    boolean[] lower,
    double[][] y,
    double[][] low,
    double[][] high,
    int[][] peers,
    Set<Integer> twins,
    String[][] imputed,
    String[] leftOut,
    List<Finding> findings) {

  /** @param most how many values of an indicator may be cut, 0 for none */
  static Board read(
      Frame data, Settings settings, List<String> indicators, Set<String> lower, int most) {
    int n = data.rows();
    int m = indicators.size();
    List<Finding> findings = new ArrayList<>();
    int[][] peers = data.groups(settings.list("by")).rows();
    Set<Integer> twins = twins(data, settings.text("unit"), peers, findings);
    Cells cells = Cells.of(data, settings, indicators, peers, twins);
    findings.addAll(cells.findings());
    double[][] y = new double[n][m];
    double[][] low = new double[n][m];
    double[][] high = new double[n][m];
    boolean[] turned = new boolean[m];
    for (int k = 0; k < m; k++) {
      int indicator = k;
      turned[k] = lower.contains(indicators.get(k));
      double sign = turned[k] ? -1 : 1;
      double[] known = Arrays.stream(cells.x())
          .mapToDouble(row -> row[indicator])
          .filter(v -> !Double.isNaN(v))
          .toArray();
      double[] limits = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      if (most > 0 && known.length > 3 && Skewness.isLongTailed(known)) {
        limits = Skewness.winsorised(known, most);
        findings.add(cut(data, indicators.get(k), known, limits));
      }
      for (int row = 0; row < n; row++) {
        y[row][k] = sign * clamped(cells.x()[row][k], limits);
        double a = sign * clamped(cells.low()[row][k], limits);
        double b = sign * clamped(cells.high()[row][k], limits);
        low[row][k] = Math.min(a, b);
        high[row][k] = Math.max(a, b);
      }
    }
    return new Board(
        indicators, turned, y, low, high, peers, twins, cells.imputed(), cells.leftOut(), findings);
  }

  private static Set<Integer> twins(
      Frame data, String unit, int[][] peers, List<Finding> findings) {
    Set<Integer> twins = new HashSet<>();
    for (int[] rows : peers) {
      Map<String, Integer> seen = new HashMap<>();
      for (int row : rows) {
        String name = data.text(unit).get(row);
        Integer other = seen.putIfAbsent(name, row);
        if (other != null) {
          twins.add(other);
          twins.add(row);
          findings.add(Finding.error(
              "E781",
              data.place(row, unit),
              name,
              "unit '" + name + "' stands twice",
              "leave one row for each unit, or name the column that tells them apart in --by"));
        }
      }
    }
    return twins;
  }

  private static double clamped(double x, double[] limits) {
    return Math.max(limits[0], Math.min(limits[1], x));
  }

  private static Finding cut(Frame data, String indicator, double[] known, double[] limits) {
    long moved =
        Arrays.stream(known).filter(v -> v < limits[0] || v > limits[1]).count();
    boolean enough =
        !Skewness.isLongTailed(Arrays.stream(known).map(v -> clamped(v, limits)).toArray());
    return Finding.note(
        "N733",
        data.place(0, indicator),
        "",
        indicator + ": " + moved + " extreme values are cut to the next"
            + (enough ? "" : ", and the tail is still long"),
        "look at them before you trust the index");
  }

  /** The indicators of a row whose value was not known and is imputed. */
  List<String> imputed(int row) {
    return IntStream.range(0, indicators.size())
        .filter(k -> !imputed[row][k].isEmpty())
        .mapToObj(indicators::get)
        .toList();
  }

  double[] known(int indicator) {
    return Arrays.stream(y)
        .mapToDouble(row -> row[indicator])
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }
}
