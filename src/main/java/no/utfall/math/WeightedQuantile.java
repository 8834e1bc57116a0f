package no.utfall.math;

import java.util.Arrays;
import java.util.Optional;

/**
 * Quantiles of weighted values under a named rule.
 *
 * <p>With x ascending, Cⱼ the weight up to and including j and W = C of the last:
 *
 * <ul>
 *   <li>{@link Rule#EUROSTAT}: the first x with C &gt; pW, and the mean of it and the one before where C = pW exactly
 *       (definition 2 of Hyndman and Fan)
 *   <li>{@link Rule#LOWER}: the first x with C ≥ pW (definition 1)
 *   <li>{@link Rule#UPPER}: the first x with C &gt; pW
 *   <li>{@link Rule#INTERPOLATED}: the line through (Cⱼ / W, xⱼ), the smallest x below the first point (definition 4)
 *   <li>{@link Rule#FREQUENCY}: weights are numbers of equal cases: place 1 + (W − 1) p among W cases, the line between
 *       the two cases beside it (definition 7 when all weights are 1); the one rule that rests on the unit of the weights
 * </ul>
 *
 * C = pW up to 1e-12 of W. p = 0 is the smallest value and p = 1 the largest, under every rule. Values without weight do
 * not count; no values at all: NaN.
 *
 * @see "Hyndman and Fan (1996), The American Statistician 50(4), doi:10.1080/00031305.1996.10473566. LOWER agrees with
 *     survey::svyquantile 4.4-2 (hf1, math) and convey 1.0.1; EUROSTAT with its hf2 but for p = 0, where the peer
 *     averages; INTERPOLATED with Hmisc::wtd.quantile 4.8 (i/n) and with hf4 but where the peer runs beyond the data;
 *     FREQUENCY with Hmisc (quantile); UPPER with what laeken::weightedQuantile 0.5.2 does, whose manual says EUROSTAT."
 */
public final class WeightedQuantile {

  /** How a value is chosen. */
  public enum Rule {
    EUROSTAT("eurostat"),
    LOWER("hf1"),
    UPPER("laeken"),
    INTERPOLATED("hf4"),
    FREQUENCY("hmisc");

    private final String code;

    Rule(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Optional<Rule> find(String code) {
      return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
  }

  private static final double TIE = 1e-12;

  private WeightedQuantile() {}

  /** As {@link #ofSorted(double[], double[], int, double, Rule)}, of all values. */
  public static double ofSorted(double[] x, double[] cumulative, double p, Rule rule) {
    return ofSorted(x, cumulative, x.length, p, rule);
  }

  /**
   * The quantile of the first n sorted values.
   *
   * @param x ascending; every value has a weight above zero
   * @param cumulative the weight up to and including each value
   * @param p in [0, 1]
   */
  public static double ofSorted(double[] x, double[] cumulative, int n, double p, Rule rule) {
    if (n == 0 || !(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    if (p == 0 || p == 1) {
      return x[p == 0 ? 0 : n - 1];
    }
    double total = cumulative[n - 1];
    if (rule == Rule.FREQUENCY) {
      double place = 1 + (total - 1) * p;
      double low = Math.max(1, Math.floor(place + TIE * total));
      double part = Math.max(0, place - low);
      double below = x[reaching(cumulative, n, low - TIE * total)];
      double above = x[reaching(cumulative, n, Math.min(low + 1, total) - TIE * total)];
      return below + part * (above - below);
    }
    double goal = p * total;
    int at = reaching(cumulative, n, goal - TIE * total);
    boolean hit = cumulative[at] <= goal + TIE * total;
    return switch (rule) {
      case LOWER -> x[at];
      case UPPER -> x[hit ? Math.min(at + 1, n - 1) : at];
      case EUROSTAT -> hit ? 0.5 * (x[at] + x[Math.min(at + 1, n - 1)]) : x[at];
      default -> {
        if (at == 0 || hit) {
          yield x[at];
        }
        double before = cumulative[at - 1];
        yield x[at - 1] + (goal - before) / (cumulative[at] - before) * (x[at] - x[at - 1]);
      }
    };
  }

  /** The first of n places whose cumulative weight is at least the goal; the last when none is. */
  private static int reaching(double[] cumulative, int n, double goal) {
    int low = 0;
    int high = n - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] >= goal) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
