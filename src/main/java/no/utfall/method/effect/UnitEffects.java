package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.utfall.math.RandomEffects;
import no.utfall.math.VarianceFit;

/**
 * The effect in each treated unit, and how far it may be off.
 *
 * <p>A gap is the mean of a unit's outcomes from so many periods after a start on, less the mean of those before it but
 * the last. The effect of a unit is its gap less the mean gap of the n units that never adopt, over the same periods.
 *
 * <p>Its variance is learnt from those n: the squared distances of their gaps from the mean gap, over the periods of
 * every cohort, are fitted by (1/before + 1/after) · (a + b / size), neither a nor b below 0, with the lengths of both
 * windows and, where known, the size of the unit. What serial correlation does to a gap of years is in it, since the
 * placebo gaps are made over the same years; influence functions describe the mean of units and not a unit. The variance
 * of the mean gap, common to the units of a cohort, is added.
 */
final class UnitEffects {

  /** Fewer units than this that never adopt say too little of the error. */
  static final int ENOUGH = 10;

  /**
   * @param periods averaged after the start; none makes the effect NaN
   * @param variance of the unit's own part
   * @param common variance of the mean gap
   */
  record Effect(int unit, int periods, double value, double variance, double common) {
    double stdError() {
      return Math.sqrt(variance + common);
    }
  }

  /** The places of the periods compared: the base from 0 to its end, and from a place after the start on. */
  private record Window(int base, int after, int periods) {

    double term() {
      return 1.0 / (base + 1) + 1.0 / (periods - after);
    }

    double gap(Adoption panel, int unit) {
      return mean(panel, unit, after, periods - 1) - mean(panel, unit, 0, base);
    }

    private static double mean(Adoption panel, int unit, int from, int to) {
      double sum = 0;
      for (int t = from; t <= to; t++) {
        sum += panel.outcomes(t)[unit];
      }
      return sum / (to - from + 1);
    }
  }

  private final Adoption panel;
  private final double[] sizes;
  private final int[] never;
  private final Map<Integer, Window> windows = new TreeMap<>();
  private final Map<Integer, Double> meanGaps = new TreeMap<>();
  private final Map<Integer, Double> common = new TreeMap<>();
  private final double[] coefficients;
  private final List<Effect> effects = new ArrayList<>();

  /**
   * @param sizes of the units; one that is not known leaves size out of the variance
   * @param horizon periods after the start from which on the effect is counted
   */
  UnitEffects(Adoption panel, double[] sizes, int horizon, int anticipation) {
    this.panel = panel;
    this.sizes = Arrays.stream(sizes).allMatch(size -> size > 0) ? sizes : new double[0];
    this.never = IntStream.range(0, panel.units())
        .filter(i -> panel.start(i) > panel.last())
        .toArray();
    int[] periods = panel.periods();
    for (int cohort : panel.cohorts()) {
      int before = count(periods, cohort - anticipation);
      int after = count(periods, cohort + horizon);
      if (before > 1 && after < periods.length) {
        windows.put(cohort, new Window(before - 2, after, periods.length));
      }
    }
    this.coefficients = never.length > 1 && !windows.isEmpty() ? fitted() : new double[0];
    for (int i = 0; i < panel.units(); i++) {
      if (panel.start(i) <= panel.last()) {
        effects.add(effect(i));
      }
    }
  }

  private static int count(int[] periods, int before) {
    return (int) Arrays.stream(periods).filter(period -> period < before).count();
  }

  private double[] fitted() {
    List<double[]> terms = new ArrayList<>();
    List<Double> squares = new ArrayList<>();
    double n = never.length;
    windows.forEach((cohort, window) -> {
      double[] gaps =
          Arrays.stream(never).mapToDouble(i -> window.gap(panel, i)).toArray();
      double mean = Arrays.stream(gaps).sum() / n;
      meanGaps.put(cohort, mean);
      for (int c = 0; c < gaps.length; c++) {
        terms.add(terms(window, never[c]));
        squares.add((gaps[c] - mean) * (gaps[c] - mean) * n / (n - 1));
      }
    });
    double[] found = VarianceFit.of(
        terms.toArray(double[][]::new), squares.stream().mapToDouble(s -> s).toArray());
    windows.forEach((cohort, window) -> common.put(
        cohort,
        Arrays.stream(never).mapToDouble(i -> variance(found, window, i)).sum() / (n * n)));
    return found;
  }

  private double[] terms(Window window, int unit) {
    return sizes.length == 0
        ? new double[] {window.term()}
        : new double[] {window.term(), window.term() / sizes[unit]};
  }

  private double variance(double[] coefficients, Window window, int unit) {
    double[] terms = terms(window, unit);
    double sum = 0;
    for (int k = 0; k < terms.length; k++) {
      sum += coefficients[k] * terms[k];
    }
    return sum;
  }

  private Effect effect(int unit) {
    Window window = windows.get(panel.start(unit));
    Double meanGap = meanGaps.get(panel.start(unit));
    Double shared = common.get(panel.start(unit));
    if (window == null || meanGap == null || shared == null) {
      return new Effect(unit, 0, Double.NaN, Double.NaN, Double.NaN);
    }
    return new Effect(
        unit,
        window.periods() - window.after(),
        window.gap(panel, unit) - meanGap,
        variance(coefficients, window, unit),
        shared);
  }

  /** Of every treated unit, in the order of the panel. */
  List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** Of those that have one. */
  List<Effect> known() {
    return effects.stream().filter(effect -> effect.periods() > 0).toList();
  }

  int neverTreated() {
    return never.length;
  }

  /** The factors a and b of the variance, b only where sizes are known. */
  double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * The mean square of the placebo effects of units that never adopt, each divided by its standard deviation, over every
   * cohort: about 1 where the variance that was fitted suits windows and sizes of every length; NaN where none was.
   */
  double placeboMeanSquare() {
    double sum = 0;
    int placebos = 0;
    for (Map.Entry<Integer, Double> cohort : meanGaps.entrySet()) {
      Window window = windows.get(cohort.getKey());
      for (int i = 0; window != null && i < never.length; i++) {
        double distance = window.gap(panel, never[i]) - cohort.getValue();
        sum += distance * distance / variance(coefficients, window, never[i]);
        placebos++;
      }
    }
    double mean = sum / placebos;
    return Double.isFinite(mean) ? mean : Double.NaN;
  }

  /**
   * The mean share of the variance of an effect that is the unit's own, τ² / (τ² + variance), with τ² by Paule and
   * Mandel; NaN with fewer than three effects.
   */
  double reliability() {
    List<Effect> known = known();
    if (known.size() < 3 || !(known.get(0).variance() > 0)) {
      return Double.NaN;
    }
    double[][] constant = new double[known.size()][1];
    for (double[] row : constant) {
      row[0] = 1;
    }
    double[] values = known.stream().mapToDouble(Effect::value).toArray();
    double[] variances = known.stream().mapToDouble(Effect::variance).toArray();
    double between = RandomEffects.pauleMandel(constant, values, variances);
    return Arrays.stream(variances).map(d -> between / (between + d)).sum() / known.size();
  }
}
