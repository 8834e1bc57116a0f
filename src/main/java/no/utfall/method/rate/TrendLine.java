package no.utfall.method.rate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.utfall.math.DurbinWatson;
import no.utfall.math.LinkedLine;
import no.utfall.math.NeweyWest;
import no.utfall.math.Normal;
import no.utfall.math.PraisWinsten;
import no.utfall.math.StudentT;
import no.utfall.math.WeightedLine;

/**
 * A line through one series over time: form(mean) = a + b x, x in years since the first period.
 *
 * <p>Counts: maximum likelihood, Poisson with the population as offset or binomial. Values: least squares on the scale of the
 * form, weighted by 1 / s² where their standard errors are known. The covariance of a and b is multiplied by max(1, φ), φ
 * being Pearson's X² / (n − 2), and Student's t has n − 2 degrees of freedom; without widening the factor is 1 and t is
 * normal. Values without standard errors have their scatter about the line alone.
 *
 * <p>{@link #withNeweyWest} keeps the line and measures the covariance from its rests as they follow each other, so that it is
 * not multiplied; {@link #praisWinsten} fits values whose rests are ρ times the one before and something new, and carries the
 * last rest into the forecast, ρ^h of it h periods on.
 *
 * @see "McCullagh and Nelder (1989), doi:10.1007/978-1-4899-3242-6. Agrees with stats::glm of R, family poisson or
 *     binomial when φ ≤ 1 and quasipoisson or quasibinomial above, and with stats::lm(weights = 1/s²)."
 */
final class TrendLine {

  /**
   * How periods hang together.
   *
   * @param rho how much of the rest of one period is in that of the next
   * @param step the years of a period
   * @param last the time of the last period
   */
  private record Chain(double rho, double step, double last) {
    static final Chain NONE = new Chain(0, 1, 0);

    int steps(double at) {
      return (int) Math.rint((at - last) / step);
    }
  }

  private static final double REACH = 6;

  /** Rests of so many units in the last place are those of the arithmetic, not of the numbers. */
  private static final double ROUNDING = 16;

  private static final double COARSEST = 0.2;
  private static final int MOST_NODES = 4000;

  private final TrendForm form;
  private final boolean share;
  private final boolean counts;
  private final double origin;
  private final double intercept;
  private final double slope;
  private final LinkedLine.Covariance covariance;
  private final double dispersion;
  private final boolean known;
  private final boolean widen;
  private final boolean robust;
  private final Chain chain;
  private final double factor;
  private final double lineFactor;
  private final double df;
  private final double stretch;
  private final int n;
  private final double[] rest;
  private final double[] working;
  private final Map<Integer, double[][]> nodes = new HashMap<>();

  private TrendLine(
      TrendForm form,
      boolean share,
      boolean counts,
      double origin,
      double intercept,
      double slope,
      LinkedLine.Covariance covariance,
      double dispersion,
      boolean known,
      boolean widen,
      boolean robust,
      Chain chain,
      double[] rest,
      double[] working) {
    this.form = form;
    this.share = share;
    this.counts = counts;
    this.origin = origin;
    this.intercept = intercept;
    this.slope = slope;
    this.covariance = covariance;
    this.dispersion = dispersion;
    this.known = known;
    this.widen = widen;
    this.robust = robust;
    this.chain = chain;
    this.n = rest.length;
    this.factor = !known ? dispersion : widen ? Math.max(1, dispersion) : 1;
    this.lineFactor = robust ? 1 : factor;
    this.df = known && !widen && !robust ? Double.POSITIVE_INFINITY : n - 2.0;
    this.stretch = StudentT.quantile(Normal.cumulative(2), df) / 2;
    this.rest = rest;
    this.working = working;
  }

  /**
   * Through counts over their populations.
   *
   * @param x years, ascending
   * @param y count over population
   * @param size populations, above zero
   * @return nothing when the likelihood has no maximum inside
   */
  static Optional<TrendLine> ofCounts(
      TrendForm form, boolean share, double[] x, double[] y, double[] size, boolean widen) {
    LinkedLine.Family family = form.family(share);
    return LinkedLine.fit(family, since(x), y, size).map(line -> {
      double[] rest = new double[x.length];
      double[] working = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        double mean = family.mean(line.intercept() + line.slope() * (x[i] - x[0]));
        double precision = size[i] / family.variance(mean);
        rest[i] = (y[i] - mean) * Math.sqrt(precision);
        working[i] = precision * family.slope(mean) * family.slope(mean);
      }
      return new TrendLine(
          form,
          share,
          true,
          x[0],
          line.intercept(),
          line.slope(),
          line.covariance(),
          line.dispersion(),
          true,
          widen,
          false,
          Chain.NONE,
          rest,
          working);
    });
  }

  /**
   * Through values, by least squares on the scale of the form.
   *
   * @param y values, above zero for logarithms
   * @param error their standard errors, NaN when they are not known
   */
  static TrendLine ofValues(TrendForm form, double[] x, double[] y, double[] error, boolean widen) {
    boolean known = Arrays.stream(error).noneMatch(Double::isNaN);
    double[] t = since(x);
    double[] scaled = new double[y.length];
    double[] w = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      scaled[i] = form.of(y[i]);
      w[i] = known ? precision(form, y[i], error[i]) : 1;
    }
    WeightedLine line = WeightedLine.on(t, w);
    double[] atOrigin = line.at(0);
    double[] rise = line.slope();
    double a = WeightedLine.dot(atOrigin, scaled);
    double b = WeightedLine.dot(rise, scaled);
    double largest = Arrays.stream(scaled).map(Math::abs).max().orElse(0);
    double[] off = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      off[i] = scaled[i] - a - b * t[i];
    }
    boolean scattered =
        Arrays.stream(off).anyMatch(each -> Math.abs(each) > ROUNDING * Math.ulp(largest));
    double squares = 0;
    double varianceOfA = 0;
    double varianceOfB = 0;
    double between = 0;
    double[] rest = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      rest[i] = scattered ? off[i] * Math.sqrt(w[i]) : 0;
      squares += rest[i] * rest[i];
      varianceOfA += atOrigin[i] * atOrigin[i] / w[i];
      varianceOfB += rise[i] * rise[i] / w[i];
      between += atOrigin[i] * rise[i] / w[i];
    }
    return new TrendLine(
        form,
        false,
        false,
        x[0],
        a,
        b,
        new LinkedLine.Covariance(varianceOfA, varianceOfB, between),
        squares / (y.length - 2.0),
        known,
        widen,
        false,
        Chain.NONE,
        rest,
        w);
  }

  /**
   * The same line, its uncertainty measured with the resemblance of neighbours.
   *
   * @param step the years of a period
   */
  TrendLine withNeweyWest(double[] x, double step) {
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      score[i] = rest[i] * Math.sqrt(working[i]);
    }
    LinkedLine.Covariance wider =
        NeweyWest.of(since(x), working, score, places(x, step), NeweyWest.lag(n));
    return new TrendLine(
        form,
        share,
        counts,
        origin,
        intercept,
        slope,
        wider,
        dispersion,
        known,
        widen,
        true,
        Chain.NONE,
        rest,
        working);
  }

  /**
   * Through values that hang together.
   *
   * @param step the years of a period
   * @return nothing when ρ cannot be told, or is not between −1 and 1
   */
  static Optional<TrendLine> praisWinsten(
      TrendForm form, double[] x, double[] y, double[] error, boolean widen, double step) {
    TrendLine plain = ofValues(form, x, y, error, widen);
    double[] scaled = Arrays.stream(y).map(form::of).toArray();
    double[] t = since(x);
    return PraisWinsten.of(t, scaled, plain.working, places(x, step)).map(line -> {
      double[] rest = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        double mean = line.intercept() + line.slope() * t[i];
        rest[i] = (scaled[i] - mean) * Math.sqrt(plain.working[i]);
      }
      return new TrendLine(
          form,
          false,
          false,
          x[0],
          line.intercept(),
          line.slope(),
          line.covariance(),
          line.dispersion(),
          plain.known,
          widen,
          false,
          new Chain(line.rho(), step, x[x.length - 1]),
          rest,
          plain.working);
    });
  }

  private static int[] places(double[] x, double step) {
    return Arrays.stream(x).mapToInt(at -> (int) Math.rint((at - x[0]) / step)).toArray();
  }

  /** 1 / variance of a value on the scale of the form. */
  private static double precision(TrendForm form, double value, double error) {
    double scaled = error / form.slope(value);
    return 1 / (scaled * scaled);
  }

  private static double[] since(double[] x) {
    return Arrays.stream(x).map(at -> at - x[0]).toArray();
  }

  int n() {
    return n;
  }

  double df() {
    return df;
  }

  double slope() {
    return slope;
  }

  /** On the scale of the form, at the first period. */
  double intercept() {
    return intercept;
  }

  double slopeError() {
    return Math.sqrt(lineFactor * covariance.slope());
  }

  /** Pearson's X² / (n − 2). */
  double dispersion() {
    return dispersion;
  }

  /** How much of the rest of one period is in that of the next, where the line takes it out; else 0. */
  double rho() {
    return chain.rho();
  }

  /** Whether it is known how much the numbers scatter by chance alone. */
  boolean hasChance() {
    return known;
  }

  /** Whether there is anything to measure uncertainty by; values without standard errors on a straight line have nothing. */
  boolean isUncertain() {
    return known || dispersion > 0;
  }

  /** The t or normal quantile of (1 + level) / 2. */
  double quantile(double level) {
    return -StudentT.quantile((1 - level) / 2, df);
  }

  /** On the scale of the form. */
  double eta(double at) {
    return intercept + slope * (at - origin);
  }

  /** At least 0: a straight line can come below. */
  double mean(double at) {
    return bounded(form.inverse(eta(at)));
  }

  private double bounded(double mean) {
    return !counts ? mean : Math.max(0, share ? Math.min(1, mean) : mean);
  }

  /** The standard error of the line on the scale of the form. */
  double error(double at) {
    return Math.sqrt(lineFactor * form(1, at - origin));
  }

  /** The variance of p a + q b. */
  private double form(double p, double q) {
    return p * p * covariance.intercept()
        + 2 * p * q * covariance.between()
        + q * q * covariance.slope();
  }

  /** 1 / variance of a value at a time on the scale of the form; 1 when its standard error is not known. */
  double weight(double at, double error) {
    return Double.isNaN(error) ? 1 : precision(form, mean(at), error);
  }

  /** The limits of the mean at a time. */
  double[] limits(double at, double level) {
    double half = quantile(level) * error(at);
    return new double[] {
      bounded(form.inverse(eta(at) - half)), bounded(form.inverse(eta(at) + half))
    };
  }

  /** Whether neighbours resemble each other; nothing with too few periods, or without any scatter. */
  Optional<DurbinWatson> serial(double[] x, boolean[] follows) {
    boolean scattered = Arrays.stream(rest).anyMatch(e -> Math.abs(e) > 1e-12);
    return n < DurbinWatson.FEWEST || !scattered
        ? Optional.empty()
        : Optional.of(DurbinWatson.of(rest, x, working, follows));
  }

  /**
   * What the number can be at these times taken together if the line goes on: counts are added, values are averaged on the
   * scale of the form.
   *
   * @param weight of each time: the population, or 1 / variance of the value on the scale of the form
   */
  Forecast forecast(double[] at, double[] weight) {
    return counts ? countForecast(at, weight) : valueForecast(at, weight);
  }

  private Forecast countForecast(double[] at, double[] size) {
    LinkedLine.Family family = form.family(share);
    double people = 0;
    double events = 0;
    double p = 0;
    double q = 0;
    double noise = 0;
    for (int i = 0; i < at.length; i++) {
      double mean = mean(at[i]);
      double rise = size[i] * form.slope(mean);
      people += size[i];
      events += size[i] * mean;
      p += rise;
      q += rise * (at[i] - origin);
      noise += size[i] * family.variance(mean);
    }
    double mean = events / people;
    double rise = people * form.slope(mean);
    double variance = lineFactor * form(p, q) + (factor - 1) * noise;
    double spread = rise > 0 ? Math.sqrt(variance) / rise : 0;
    double eta = events > 0 ? form.of(mean) : form == TrendForm.LINEAR ? 0 : eta(at[0]);
    double finest = 0.4 / (stretch * Math.sqrt(variance / Math.max(noise, 1e-9)));
    int count = (int) Math.ceil(2 * REACH / Math.min(COARSEST, finest));
    return Forecast.ofCount(form, share, eta, spread, people, nodes(Math.min(MOST_NODES, count)));
  }

  private Forecast valueForecast(double[] at, double[] weight) {
    int m = at.length;
    double eta = 0;
    double p = 0;
    double q = 0;
    double noise = 0;
    for (int i = 0; i < m; i++) {
      int steps = chain.steps(at[i]);
      double kept = StrictMath.pow(chain.rho(), steps);
      double carried = kept * Math.sqrt(working[n - 1] / weight[i]);
      eta += (eta(at[i]) + kept * rest[n - 1] / Math.sqrt(weight[i])) / m;
      p += (1 - carried) / m;
      q += (at[i] - origin - carried * (chain.last() - origin)) / m;
      for (int j = 0; j < m; j++) {
        double alike = StrictMath.pow(chain.rho(), Math.abs(steps - chain.steps(at[j])))
            - kept * StrictMath.pow(chain.rho(), chain.steps(at[j]));
        noise += factor * alike / Math.sqrt(weight[i] * weight[j]) / m / m;
      }
    }
    return Forecast.ofValue(form, eta, Math.sqrt(lineFactor * form(p, q) + noise), df);
  }

  /** Quantiles of t at places that are even on the normal scale, and the mass of each. */
  private double[][] nodes(int count) {
    return nodes.computeIfAbsent(count, m -> {
      double[] t = new double[m + 1];
      double[] mass = new double[m + 1];
      double total = 0;
      for (int i = 0; i <= m; i++) {
        double z = REACH * (2.0 * i / m - 1);
        t[i] = StudentT.quantile(Normal.cumulative(z), df);
        mass[i] = StrictMath.exp(-z * z / 2);
        total += mass[i];
      }
      for (int i = 0; i <= m; i++) {
        mass[i] /= total;
      }
      return new double[][] {t, mass};
    });
  }
}
