package no.utfall.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.utfall.math.Normal;

/**
 * All adopters set against each other: spending adjusted for need, and effect, one number a unit, + is better.
 *
 * <p>Spending is the residual of the mean of the last three years on need. The estimated effect of a unit is its change
 * less that of the units that never adopted, base 2012 to two years before the start. Its error variance d is fitted to
 * the squared gaps that the never-adopters show over the same years: (1 / years before + 1 / years after) · (a + b /
 * young people), reweighted until it settles. The prior mean of an effect is linear in the normal score of spending and in the measure; its variance is Paule and Mandel's.
 */
final class Board {

  /** The parts of the pairs: likely reversed, likely the same way, cannot tell. */
  record Bar(double reversed, double same, double cannotTell) {}

  private static final double LIKELY = 0.95;

  private final double[] spending;
  private final double[] trueEffect;
  private final double[] effect;
  private final double[] error;
  private final double[] measure;
  private final List<Unit> adopters;

  private Board(
      List<Unit> adopters,
      double[] spending,
      double[] trueEffect,
      double[] effect,
      double[] error,
      double[] measure) {
    this.adopters = List.copyOf(adopters);
    this.spending = spending;
    this.trueEffect = trueEffect;
    this.effect = effect;
    this.error = error;
    this.measure = measure;
  }

  /** With effects as means of two years after the start and later. */
  static Board of(SampleWorld world) {
    return of(world, Years.COUNT);
  }

  /** With effects of at most so many years, from two years after the start. */
  static Board of(SampleWorld world, int longest) {
    double[][] y = world.percentOutside();
    List<Unit> adopters = new ArrayList<>();
    for (Unit unit : world.units) {
      if (unit.standing() == Unit.Standing.OK) {
        adopters.add(unit);
      }
    }
    List<Unit> never = world.never();
    ErrorVariance variance = new ErrorVariance(y, never, longest);
    double[] adjusted = adjusted(world);
    int n = adopters.size();
    double[] spending = new double[n];
    double[] trueEffect = new double[n];
    double[] effect = new double[n];
    double[] error = new double[n];
    double[] measure = new double[n];
    for (int i = 0; i < n; i++) {
      Unit unit = adopters.get(i);
      int start = unit.adoption().start();
      spending[i] = adjusted[unit.index()];
      trueEffect[i] = unit.adoption().tau();
      effect[i] = variance.meanGap(start) - gap(y[unit.index()], start, longest);
      error[i] = variance.of(unit, start);
      measure[i] = unit.adopted(Measure.VEIVISER) ? 1 : 0;
    }
    return new Board(adopters, spending, trueEffect, effect, error, measure);
  }

  /** What is known of each adopter, ready for the commands of the contrast; + is better. */
  Table table(SampleWorld world) {
    double[] spent = Figures.lastYears(world.spendingPerChild());
    Table table = new Table(";");
    table.row("kommune", "navn", "tiltak", "utgift", "unge", "effekt", "feil");
    for (int i = 0; i < effect.length; i++) {
      Unit unit = adopters.get(i);
      table.row(
          unit.now().code(),
          unit.now().name(),
          unit.adoption().measure().id,
          Math.round(spent[unit.index()]),
          world.whole(unit, Years.LAST).young(),
          Exports.rounded(effect[i], 10_000),
          Exports.rounded(StrictMath.sqrt(error[i]), 10_000));
    }
    return table;
  }

  private static double gap(double[] y, int start, int longest) {
    int last = Math.min(Years.LAST, start + 1 + longest);
    return Estimates.mean(y, start + 2, last) - Estimates.mean(y, Years.FIRST, start - 2);
  }

  private static double[] adjusted(SampleWorld world) {
    double[] spending = Figures.lastYears(world.spendingPerChild());
    double[] need = world.units.stream().mapToDouble(Unit::need).toArray();
    double slope = Estimates.correlation(need, spending)
        * StrictMath.sqrt(Estimates.variance(spending) / Estimates.variance(need));
    double[] residual = new double[need.length];
    for (int i = 0; i < need.length; i++) {
      residual[i] = spending[i] - slope * need[i];
    }
    return residual;
  }

  /** The share of pairs in which more spending goes with less true effect, equal effects counted half. */
  double trueReversals() {
    double reversed = 0;
    int pairs = 0;
    for (int i = 0; i < spending.length; i++) {
      for (int j = 0; j < i; j++) {
        double product = (spending[i] - spending[j]) * (trueEffect[i] - trueEffect[j]);
        reversed += product < 0 ? 1 : product == 0 ? 0.5 : 0;
        pairs++;
      }
    }
    return reversed / pairs;
  }

  double tiedShare() {
    int tied = 0;
    int pairs = 0;
    for (int i = 0; i < spending.length; i++) {
      for (int j = 0; j < i; j++) {
        tied += trueEffect[i] == trueEffect[j] ? 1 : 0;
        pairs++;
      }
    }
    return (double) tied / pairs;
  }

  /** Adopters in the order of the world. */
  double[] effects() {
    return effect.clone();
  }

  double[] errorVariances() {
    return error.clone();
  }

  /** The mean share of the variance of an estimated effect that is the unit's own; the model knows no spending. */
  double reliability() {
    double[][] constant = new double[effect.length][1];
    for (double[] row : constant) {
      row[0] = 1;
    }
    double between = new Regression(constant, effect, error).between;
    double sum = 0;
    for (double d : error) {
      sum += between / (between + d);
    }
    return sum / error.length;
  }

  Bar bar() {
    int n = effect.length;
    double[] score = normalScores(spending);
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {1, score[i], measure[i]};
    }
    Regression fit = new Regression(x, effect, error);
    int reversed = 0;
    int same = 0;
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (spending[i] > spending[j]) {
          double variance = fit.covariance(i, i) + fit.covariance(j, j) - 2 * fit.covariance(i, j);
          double probability =
              Normal.cumulative((fit.posterior(j) - fit.posterior(i)) / StrictMath.sqrt(variance));
          reversed += probability >= LIKELY ? 1 : 0;
          same += probability <= 1 - LIKELY ? 1 : 0;
          pairs++;
        }
      }
    }
    return new Bar(
        (double) reversed / pairs,
        (double) same / pairs,
        (double) (pairs - reversed - same) / pairs);
  }

  private static double[] normalScores(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] scores = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      scores[i] = Normal.quantile((Arrays.binarySearch(sorted, x[i]) + 0.5) / x.length);
    }
    return scores;
  }

  /** What the gaps of units that never adopted say of the error of one unit's effect. */
  private static final class ErrorVariance {
    private static final int FIRST_START = 2016;
    private static final int LAST_START = 2021;
    private static final int ROUNDS = 20;

    private final double[] meanGap = new double[LAST_START - FIRST_START + 1];
    private final double[] coefficients;
    private final int longest;

    ErrorVariance(double[][] y, List<Unit> never, int longest) {
      this.longest = longest;
      int n = never.size();
      double[][] x = new double[n * meanGap.length][];
      double[] squared = new double[x.length];
      for (int start = FIRST_START; start <= LAST_START; start++) {
        int at = start - FIRST_START;
        double[] gaps = new double[n];
        for (int c = 0; c < n; c++) {
          gaps[c] = gap(y[never.get(c).index()], start, longest);
        }
        meanGap[at] = Estimates.mean(gaps);
        for (int c = 0; c < n; c++) {
          int row = at * n + c;
          x[row] = terms(never.get(c), start);
          squared[row] = (gaps[c] - meanGap[at]) * (gaps[c] - meanGap[at]);
        }
      }
      coefficients = settled(x, squared);
    }

    /** The standard deviation of a squared normal gap is proportional to its mean. */
    private static double[] settled(double[][] x, double[] squared) {
      double[] weight = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        weight[i] = 1 / (x[i][1] * x[i][1]);
      }
      double[] found = Regression.coefficients(x, squared, weight);
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < x.length; i++) {
          double fitted = Regression.dot(x[i], found);
          weight[i] = 1 / (fitted * fitted);
        }
        found = Regression.coefficients(x, squared, weight);
      }
      return found;
    }

    private double[] terms(Unit unit, int start) {
      int after = Math.min(longest, Years.LAST - start - 1);
      int before = start - 1 - Years.FIRST;
      double window = 1.0 / before + 1.0 / after;
      return new double[] {window, window / unit.now().young()};
    }

    double meanGap(int start) {
      return meanGap[start - FIRST_START];
    }

    double of(Unit unit, int start) {
      return Regression.dot(terms(unit, start), coefficients);
    }
  }

  /** y_i ~ N(x_i β, τ² + d_i) with a flat prior on β; the posterior of each unit's own mean. */
  private static final class Regression {
    final double between;
    private final double[][] x;
    private final double[] y;
    private final double[] d;
    private final double[] weight;
    private final double[][] inverse;
    private final double[] beta;

    Regression(double[][] x, double[] y, double[] d) {
      this.x = x;
      this.y = y;
      this.d = d;
      between = pauleMandel(x, y, d);
      weight = weights(d, between);
      inverse = inverse(information(x, weight));
      beta = coefficients(x, y, weight);
    }

    private static double[] weights(double[] d, double between) {
      double[] w = new double[d.length];
      for (int i = 0; i < d.length; i++) {
        w[i] = 1 / (d[i] + between);
      }
      return w;
    }

    /** The variance at which the weighted sum of squares is its expectation, by bisection; 0 when none is. */
    private static double pauleMandel(double[][] x, double[] y, double[] d) {
      double low = 0;
      double high = 1_000;
      for (int step = 0; step < 200; step++) {
        double middle = (low + high) / 2;
        double[] w = weights(d, middle);
        double[] b = coefficients(x, y, w);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
          double rest = y[i] - dot(x[i], b);
          sum += w[i] * rest * rest;
        }
        if (sum > y.length - x[0].length) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return low;
    }

    double posterior(int i) {
      double pull = d[i] * weight[i];
      return (1 - pull) * y[i] + pull * dot(x[i], beta);
    }

    double covariance(int i, int j) {
      double[] projected = times(inverse, x[j]);
      double shared = d[i] * weight[i] * d[j] * weight[j] * dot(x[i], projected);
      return i == j ? d[i] - d[i] * weight[i] * d[i] + shared : shared;
    }

    static double[] coefficients(double[][] x, double[] y, double[] w) {
      double[] moment = new double[x[0].length];
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < moment.length; k++) {
          moment[k] += w[i] * x[i][k] * y[i];
        }
      }
      return times(inverse(information(x, w)), moment);
    }

    private static double[][] information(double[][] x, double[] w) {
      int p = x[0].length;
      double[][] a = new double[p][p];
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < p; k++) {
          for (int l = 0; l < p; l++) {
            a[k][l] += w[i] * x[i][k] * x[i][l];
          }
        }
      }
      return a;
    }

    /** Gauss and Jordan without pivoting, for a positive definite matrix. */
    private static double[][] inverse(double[][] matrix) {
      int p = matrix.length;
      double[][] a = new double[p][2 * p];
      for (int k = 0; k < p; k++) {
        System.arraycopy(matrix[k], 0, a[k], 0, p);
        a[k][p + k] = 1;
      }
      for (int k = 0; k < p; k++) {
        double pivot = a[k][k];
        for (int c = 0; c < 2 * p; c++) {
          a[k][c] /= pivot;
        }
        for (int r = 0; r < p; r++) {
          double factor = r == k ? 0 : a[r][k];
          for (int c = 0; c < 2 * p; c++) {
            a[r][c] -= factor * a[k][c];
          }
        }
      }
      double[][] inverse = new double[p][];
      for (int k = 0; k < p; k++) {
        inverse[k] = Arrays.copyOfRange(a[k], p, 2 * p);
      }
      return inverse;
    }

    private static double[] times(double[][] a, double[] b) {
      double[] product = new double[a.length];
      for (int k = 0; k < a.length; k++) {
        product[k] = dot(a[k], b);
      }
      return product;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int k = 0; k < a.length; k++) {
        sum += a[k] * b[k];
      }
      return sum;
    }
  }
}
