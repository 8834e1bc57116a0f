package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/**
 * The values of units before they are brought to a scale, in this order: divided by a denominator, units of which too
 * little is known left out, unknown values stood in for. Each only when asked for.
 */
final class Cells {

  private final Frame data;
  private final List<String> indicators;
  private final double[][] x;
  private final double[][] low;
  private final double[][] high;
  private final String[][] imputed;
  private final String[] leftOut;
  private final List<Finding> findings = new ArrayList<>();

  private Cells(Frame data, List<String> indicators) {
    int n = data.rows();
    int m = indicators.size();
    this.data = data;
    this.indicators = indicators;
    this.x = new double[n][m];
    this.low = new double[n][m];
    this.high = new double[n][m];
    this.imputed = new String[n][m];
    this.leftOut = new String[n];
    Arrays.fill(leftOut, "");
    for (String[] row : imputed) {
      Arrays.fill(row, "");
    }
    for (int k = 0; k < m; k++) {
      NumberColumn column = data.number(indicators.get(k));
      for (int row = 0; row < n; row++) {
        x[row][k] = column.value(row);
        low[row][k] = column.low(row);
        high[row][k] = column.high(row);
      }
    }
  }

  /** @param twins rows of units that stand twice: nothing stands on them */
  static Cells of(
      Frame data, Settings settings, List<String> indicators, int[][] peers, Set<Integer> twins) {
    Cells cells = new Cells(data, indicators);
    cells.divide(settings);
    cells.leaveOut(settings.number("min-known"));
    cells.impute(settings, peers, twins);
    return cells;
  }

  private void divide(Settings settings) {
    List<String> by = settings.list("denominate-by");
    List<String> divided = settings.list("denominate");
    if (by.isEmpty()) {
      if (!divided.isEmpty()) {
        throw Refusal.commandLine(
            "--denominate needs --denominate-by", "name the column to divide by");
      }
      return;
    }
    if (divided.isEmpty()) {
      divided = indicators;
    }
    for (String name : divided) {
      if (!indicators.contains(name)) {
        throw Refusal.commandLine(
            "--denominate names '" + name + "', which is no indicator",
            "name it in --indicators too");
      }
    }
    if (by.size() != 1 && by.size() != divided.size()) {
      throw Refusal.commandLine(
          "--denominate-by has " + by.size() + " columns for " + divided.size() + " indicators",
          "name one for all, or one for each, in the order of --denominate or --indicators");
    }
    by.stream().distinct().forEach(name -> tellWithout(data.number(name)));
    for (int i = 0; i < divided.size(); i++) {
      divide(indicators.indexOf(divided.get(i)), data.number(by.get(by.size() == 1 ? 0 : i)));
    }
  }

  private void tellWithout(NumberColumn by) {
    int first = -1;
    int count = 0;
    for (int row = 0; row < by.size(); row++) {
      if (by.value(row) <= 0) {
        first = count++ == 0 ? row : first;
      }
    }
    if (count > 0) {
      findings.add(Finding.warning(
          "W604",
          data.place(first, by.name()),
          Numerals.exact(by.value(first)),
          by.name() + " is not above zero in " + count + (count == 1 ? " row" : " rows")
              + ": what is divided by it is not known there",
          "correct it, or leave the rows out"));
    }
  }

  /** Of a hidden number or a hidden denominator, between the smallest and the largest quotient of their limits. */
  private void divide(int k, NumberColumn by) {
    for (int row = 0; row < x.length; row++) {
      boolean above = by.low(row) > 0;
      double[] ends = {
        low[row][k] / by.low(row),
        low[row][k] / by.high(row),
        high[row][k] / by.low(row),
        high[row][k] / by.high(row)
      };
      x[row][k] = by.value(row) > 0 ? x[row][k] / by.value(row) : Double.NaN;
      low[row][k] = above ? Arrays.stream(ends).min().orElseThrow() : Double.NaN;
      high[row][k] = above ? Arrays.stream(ends).max().orElseThrow() : Double.NaN;
    }
  }

  private void leaveOut(double least) {
    if (!(least >= 0 && least <= 1)) {
      throw Refusal.commandLine(
          "--min-known " + Numerals.exact(least) + " is not between 0 and 1",
          "write for example --min-known 0.67");
    }
    int first = -1;
    int count = 0;
    for (int row = 0; row < x.length; row++) {
      long known = Arrays.stream(x[row]).filter(value -> !Double.isNaN(value)).count();
      if (known < least * indicators.size() - 1e-9) {
        leftOut[row] = known + " of " + indicators.size()
            + " indicators are known, less than --min-known " + Numerals.exact(least);
        Arrays.fill(x[row], Double.NaN);
        Arrays.fill(low[row], Double.NaN);
        Arrays.fill(high[row], Double.NaN);
        first = count++ == 0 ? row : first;
      }
    }
    if (count > 0) {
      findings.add(Finding.warning(
          "W782",
          data.place(first, indicators.get(0)),
          "",
          count + (count == 1 ? " unit is" : " units are") + " left out: less than "
              + Numerals.exact(least) + " of the indicators is known",
          "find the missing values, or lower --min-known"));
    }
  }

  private void impute(Settings settings, int[][] peers, Set<Integer> twins) {
    Imputation rule = Imputation.of(settings.text("impute"));
    Imputation.Source source = rule.source(data, settings, peers);
    int filled = 0;
    int unknown = 0;
    int first = -1;
    int indicator = 0;
    for (int k = 0; k < indicators.size() && rule != Imputation.NONE; k++) {
      double[] known = new double[x.length];
      for (int row = 0; row < known.length; row++) {
        known[row] = twins.contains(row) ? Double.NaN : x[row][k];
      }
      IntFunction<Imputation.Filled> of = source.of(known);
      for (int row = 0; row < x.length; row++) {
        if (Double.isNaN(x[row][k]) && leftOut[row].isEmpty() && !twins.contains(row)) {
          Imputation.Filled made = of.apply(row);
          if (made.from().isEmpty()) {
            unknown++;
            continue;
          }
          x[row][k] = within(made.value(), low[row][k], high[row][k]);
          imputed[row][k] = made.from();
          if (filled++ == 0 || row < first) {
            first = row;
            indicator = k;
          }
        }
      }
    }
    if (filled > 0) {
      findings.add(Finding.warning(
          "W733",
          data.place(first, indicators.get(indicator)),
          "",
          filled + " of " + x.length * indicators.size() + " values are imputed (" + rule.code()
              + ")" + (unknown == 0 ? "" : ", and " + unknown + " could not be"),
          "see --table imputed for each, and the rows _lowest and _highest for what they hide"));
    }
  }

  private static double within(double value, double low, double high) {
    double above = Double.isNaN(low) ? value : Math.max(low, value);
    return Double.isNaN(high) ? above : Math.min(high, above);
  }

  double[][] x() {
    return x;
  }

  double[][] low() {
    return low;
  }

  double[][] high() {
    return high;
  }

  String[][] imputed() {
    return imputed;
  }

  /** Why a row is left out; empty for one that is not. */
  String[] leftOut() {
    return leftOut;
  }

  List<Finding> findings() {
    return findings;
  }
}
