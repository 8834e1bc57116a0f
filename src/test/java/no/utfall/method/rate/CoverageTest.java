package no.utfall.method.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Gamma;
import no.utfall.math.Normal;
import no.utfall.method.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often intervals hold the truth and limits hold units in control. Where every outcome can be gone through, the
 * probability is summed and not drawn.
 */
@Tag("slow")
class CoverageTest {

  private static final double LEVEL = 0.95;
  private static final double WITHIN = 0.015;

  private interface Covers {
    boolean holds(double count);
  }

  private static double poisson(double mean, Covers covers) {
    double sum = 0;
    int last = (int) (mean + 12 * Math.sqrt(mean) + 20);
    for (int k = 0; k <= last; k++) {
      if (covers.holds(k)) {
        sum += Math.exp(k * Math.log(mean) - mean - Gamma.log(k + 1));
      }
    }
    return sum;
  }

  private static double binomial(int n, double p, Covers covers) {
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      if (covers.holds(k)) {
        sum += Math.exp(Gamma.log(n + 1.0)
            - Gamma.log(k + 1.0)
            - Gamma.log(n - k + 1.0)
            + k * Math.log(p)
            + (n - k) * Math.log1p(-p));
      }
    }
    return sum;
  }

  private static double ofRates(CrudeRate.Interval interval, double mean) {
    CrudeRate rate = CrudeRate.withDefaults().per(1).interval(interval);
    return poisson(mean, k -> {
      CrudeRate.Estimate e = rate.estimate(k, 1);
      return e.low() <= mean && mean <= e.high();
    });
  }

  private static double ofShares(Proportion.Interval interval, int n, double p) {
    Proportion share = Proportion.withDefaults().per(1).interval(interval);
    return binomial(n, p, k -> {
      Proportion.Estimate e = share.estimate(k, n);
      return e.low() <= p && p <= e.high();
    });
  }

  @Test
  void exactIntervalsHoldAtLeastTheirLevel() {
    for (double mean = 0.05; mean < 60; mean *= 1.07) {
      double held = ofRates(CrudeRate.Interval.EXACT, mean);
      assertTrue(held >= LEVEL - 1e-12, mean + ": " + held);
    }
    for (int n : new int[] {1, 5, 12, 40, 150}) {
      for (double p = 0.013; p < 1; p += 0.031) {
        double held = ofShares(Proportion.Interval.CLOPPER_PEARSON, n, p);
        assertTrue(held >= LEVEL - 1e-12, n + ", " + p + ": " + held);
      }
    }
  }

  /** Byar is wider than its level here and there, by the steps of the counts; over the means it is near. */
  @Test
  void otherIntervalsOfRatesAreNearTheirLevelFromTwentyOn() {
    for (CrudeRate.Interval interval : CrudeRate.Interval.values()) {
      double sum = 0;
      int means = 0;
      for (double mean = 20; mean < 400; mean += 1.37) {
        double held = ofRates(interval, mean);
        double least = interval == CrudeRate.Interval.EXACT ? LEVEL - 1e-12 : LEVEL - WITHIN;
        assertTrue(held >= least, interval + " at " + mean + ": " + held);
        sum += held;
        means++;
      }
      assertEquals(LEVEL, sum / means, WITHIN, interval.code());
    }
  }

  @Test
  void otherIntervalsOfSharesAreNearTheirLevelFromTwentyOn() {
    for (Proportion.Interval interval : Proportion.Interval.values()) {
      for (double p : new double[] {0.01, 0.05, 0.1, 0.2, 0.35, 0.5}) {
        for (double mean = 20; mean < 120; mean += 7) {
          double held = ofShares(interval, (int) Math.ceil(mean / p), p);
          boolean near = interval == Proportion.Interval.CLOPPER_PEARSON
              ? held >= LEVEL - 1e-12
              : Math.abs(held - LEVEL) <= WITHIN;
          assertTrue(near, interval + ", p = " + p + ", np = " + mean + ": " + held);
        }
      }
    }
  }

  @Test
  void funnelLimitsFlagNoMoreInControlThanTheySay() {
    for (double level : new double[] {0.95, 0.998}) {
      double tail = (1 - level) / 2;
      for (double expected = 0.2; expected < 500; expected *= 1.13) {
        double size = expected;
        ControlLimits limits = ControlLimits.poisson(1);
        double flagged = poisson(expected, k -> limits.side(k, size, tail) != 0);
        assertTrue(flagged <= 1 - level + 1e-12, "Poisson " + expected + ": " + flagged);
      }
      for (int n : new int[] {3, 20, 90, 400}) {
        for (double p : new double[] {0.02, 0.1, 0.4, 0.75}) {
          ControlLimits limits = ControlLimits.binomial(p);
          double flagged = binomial(n, p, k -> limits.side(k, n, tail) != 0);
          assertTrue(flagged <= 1 - level + 1e-12, "binomial " + n + ", " + p + ": " + flagged);
        }
      }
    }
  }

  /** A gamma number with this mean and this variance over the square of the mean. */
  private static double gamma(double mean, double spread, Random random) {
    return mean * spread * Gamma.quantile(random.nextDouble(), 1 / spread);
  }

  private static double drawPoisson(double mean, Random random) {
    double u = random.nextDouble();
    double k = Math.max(0, Math.floor(mean + Math.sqrt(mean) * Normal.quantile(u)));
    while (k > 0 && Gamma.upperTail(mean, k) >= u) {
      k--;
    }
    while (Gamma.upperTail(mean, k + 1) < u) {
      k++;
    }
    return k;
  }

  /** The share of 150 units in control that lie outside, over many worlds whose units truly differ by 20 %. */
  private static double flagged(String method, String kind, int worlds) {
    int outside = 0;
    int units = 150;
    for (int world = 0; world < worlds; world++) {
      Random random = new Random(world);
      List<String> names = new ArrayList<>();
      double[] x = new double[units];
      double[] n = new double[units];
      for (int i = 0; i < units; i++) {
        names.add("u" + i);
        if (kind.equals("ratio")) {
          n[i] = 20 + 180 * random.nextDouble();
          x[i] = drawPoisson(gamma(n[i], 0.04, random), random);
        } else {
          n[i] = 150 + random.nextInt(1500);
          double a = Gamma.quantile(random.nextDouble(), 0.2 * 80);
          double b = Gamma.quantile(random.nextDouble(), 0.8 * 80);
          double p = a / (a + b);
          for (int person = 0; person < n[i]; person++) {
            x[i] += random.nextDouble() < p ? 1 : 0;
          }
        }
      }
      Frame data =
          Frame.of(TextColumn.of("g", names), NumberColumn.of("x", x), NumberColumn.of("n", n));
      Result result = Runs.run(
          new FunnelMethod(),
          data,
          "unit",
          "g",
          "count",
          "x",
          kind.equals("ratio") ? "expected" : "population",
          "n",
          "overdispersion",
          method,
          "conf-level",
          "0.95");
      Frame tidy = result.tidy();
      for (int row = 0; row < tidy.rows(); row++) {
        if (tidy.text("measure").get(row).equals("significance")
            && tidy.number("estimate").value(row) != 0) {
          outside++;
        }
      }
    }
    return outside / (double) (worlds * units);
  }

  @Test
  void overdispersedFunnelsFlagNoMoreThanTheySay() {
    for (String method : new String[] {"additive", "negative-binomial"}) {
      double share = flagged(method, "ratio", 400);
      assertTrue(share <= 0.05 + 0.003, method + ": " + share);
    }
    for (String method : new String[] {"additive", "beta-binomial"}) {
      double share = flagged(method, "proportion", 400);
      assertTrue(share <= 0.05 + 0.003, method + ": " + share);
    }
    assertTrue(flagged("none", "ratio", 20) > 0.15, "without it they would");
  }

  /** Ten years of Poisson counts about a line of logarithms, or of counts that vary more by this factor. */
  private static double[] series(
      double start, double slope, double factor, int years, Random random) {
    double[] y = new double[years];
    for (int t = 0; t < years; t++) {
      double mean = start * Math.exp(slope * t);
      double true_ = factor > 1 ? gamma(mean, (factor - 1) / mean, random) : mean;
      y[t] = drawPoisson(true_, random) / 1000;
    }
    return y;
  }

  @Test
  void trendsAndFansHoldWhatTheySay() {
    double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] size = new double[10];
    Arrays.fill(size, 1000);
    for (double factor : new double[] {1, 3}) {
      for (double start : new double[] {8, 60}) {
        int worlds = 4000;
        int held = 0;
        int inFan = 0;
        int below = 0;
        for (int world = 0; world < worlds; world++) {
          Random random = new Random(world);
          double[] y = series(start, -0.03, factor, 12, random);
          TrendLine line = TrendLine.ofCounts(
                  TrendForm.LOG_LINEAR, false, x, Arrays.copyOf(y, 10), size, true)
              .orElseThrow();
          double half = line.quantile(LEVEL) * line.slopeError();
          held += Math.abs(line.slope() + 0.03) <= half ? 1 : 0;
          Forecast forecast = line.forecast(new double[] {11}, new double[] {1000});
          double[] limits = forecast.interval(0.8);
          inFan += limits[0] <= y[11] && y[11] <= limits[1] ? 1 : 0;
          below += forecast.below(y[11]) >= 0.95 ? 1 : 0;
        }
        String where = "factor " + factor + ", mean " + start + ": ";
        double error = 3 * Math.sqrt(0.05 * 0.95 / worlds);
        assertTrue(held / (double) worlds >= LEVEL - WITHIN, where + held);
        assertTrue(inFan / (double) worlds >= 0.8 - 0.02, where + inFan);
        assertTrue(below / (double) worlds <= 0.05 + error, where + below);
      }
    }
  }

  @Test
  void trendsOfValuesHoldTheirLevel() {
    double[] x = {0, 1, 2, 3, 4, 5, 6, 7};
    int worlds = 4000;
    int held = 0;
    int inFan = 0;
    for (int world = 0; world < worlds; world++) {
      Random random = new Random(world);
      double[] y = new double[8];
      double[] none = new double[8];
      Arrays.fill(none, Double.NaN);
      for (int t = 0; t < 8; t++) {
        y[t] = 5 + 0.2 * t + 0.7 * random.nextGaussian();
      }
      TrendLine line = TrendLine.ofValues(TrendForm.LINEAR, x, y, none, true);
      held += Math.abs(line.slope() - 0.2) <= line.quantile(LEVEL) * line.slopeError() ? 1 : 0;
      double[] limits = line.forecast(new double[] {9}, new double[] {1}).interval(LEVEL);
      double next = 5 + 0.2 * 9 + 0.7 * random.nextGaussian();
      inFan += limits[0] <= next && next <= limits[1] ? 1 : 0;
    }
    assertEquals(LEVEL, held / (double) worlds, WITHIN);
    assertEquals(LEVEL, inFan / (double) worlds, WITHIN);
  }

  @Test
  void smoothedIntervalsHoldTheirLevelOverUnits() {
    int held = 0;
    int all = 0;
    for (int world = 0; world < 100; world++) {
      Random random = new Random(world);
      int units = 120;
      double[] count = new double[units];
      double[] expected = new double[units];
      double[] truth = new double[units];
      for (int i = 0; i < units; i++) {
        expected[i] = 2 + 40 * random.nextDouble();
        truth[i] = gamma(1, 0.1, random);
        count[i] = drawPoisson(expected[i] * truth[i], random);
      }
      GammaPoisson prior = GammaPoisson.likeliest(count, expected);
      for (int i = 0; i < units; i++) {
        double[] limits = prior.interval(count[i], expected[i], LEVEL);
        held += limits[0] <= truth[i] && truth[i] <= limits[1] ? 1 : 0;
        all++;
      }
    }
    assertEquals(LEVEL, held / (double) all, WITHIN);
  }

  /** Ages of a standard, of an area and its rates: from even to steep, so that few events weigh much. */
  private static final double[] STANDARD = {
    0.05, 0.11, 0.12, 0.13, 0.14, 0.14, 0.12, 0.1, 0.06, 0.03
  };

  private static final double[] PEOPLE = {0.09, 0.12, 0.15, 0.16, 0.13, 0.12, 0.1, 0.07, 0.04, 0.02
  };

  private static double[] ages(double steep, double events) {
    double[] rates = new double[PEOPLE.length];
    double sum = 0;
    for (int a = 0; a < rates.length; a++) {
      rates[a] = Math.exp(steep * a);
      sum += PEOPLE[a] * rates[a];
    }
    for (int a = 0; a < rates.length; a++) {
      rates[a] *= events / sum;
    }
    return rates;
  }

  @Test
  void standardisedRatesHoldTheirLevelFromTwentyEventsOn() {
    for (double steep : new double[] {0, 0.4, 0.8}) {
      for (double events : new double[] {20, 40, 150}) {
        double[] rates = ages(steep, events);
        double truth = 0;
        for (int a = 0; a < rates.length; a++) {
          truth += STANDARD[a] * rates[a];
        }
        for (DirectRate.Interval interval : DirectRate.Interval.values()) {
          DirectRate kernel = DirectRate.withDefaults().per(1).interval(interval);
          int worlds = 20_000;
          int held = 0;
          for (int world = 0; world < worlds; world++) {
            Random random = new Random(world);
            double[] count = new double[rates.length];
            for (int a = 0; a < rates.length; a++) {
              count[a] = drawPoisson(PEOPLE[a] * rates[a], random);
            }
            DirectRate.Estimate e = kernel.estimate(count, PEOPLE, STANDARD);
            held += e.low() <= truth && truth <= e.high() ? 1 : 0;
          }
          double share = held / (double) worlds;
          String where = interval + ", " + events + " events, steep " + steep + ": " + share;
          double noise = 3 * Math.sqrt(LEVEL * (1 - LEVEL) / worlds);
          if (interval == DirectRate.Interval.FAY_FEUER) {
            assertTrue(share >= LEVEL - noise, where);
          } else {
            assertEquals(LEVEL, share, WITHIN, where);
          }
        }
      }
    }
  }

  @Test
  void standardisedRatiosHoldTheirLevelFromTwentyEventsOn() {
    for (String method : new String[] {"byar", "exact"}) {
      for (double expected : new double[] {20, 33, 70}) {
        double truth = 1.3;
        double held = poisson(truth * expected, k -> {
          Frame tidy = Runs.run(
                  new SmrMethod(),
                  Frame.of(NumberColumn.of("x", k), NumberColumn.of("e", expected)),
                  "count",
                  "x",
                  "expected",
                  "e",
                  "base",
                  "1",
                  "method",
                  method)
              .tidy();
          return tidy.number("conf_low").value(0) <= truth
              && truth <= tidy.number("conf_high").value(0);
        });
        if (method.equals("exact")) {
          assertTrue(held >= LEVEL - 1e-12, expected + ": " + held);
        } else {
          assertEquals(LEVEL, held, WITHIN, expected + ": " + held);
        }
      }
    }
  }

  @Test
  void lifeTablesHoldTheirLevel() {
    double[] from = {0, 1, 5, 15, 30, 50, 65, 75, 85};
    double[] rate = {0.004, 0.0002, 0.0001, 0.0006, 0.002, 0.007, 0.02, 0.06, 0.17};
    double[] people = {120, 480, 1300, 2000, 2700, 1900, 1100, 700, 250};
    for (double size : new double[] {0.5, 2, 10}) {
      double[] population = Arrays.stream(people).map(n -> n * size).toArray();
      double[] mean = new double[rate.length];
      Arrays.setAll(mean, a -> rate[a] * population[a]);
      LifeTable truth = LifeTable.of(from, mean, population);
      int worlds = 10_000;
      int held = 0;
      for (int world = 0; world < worlds; world++) {
        Random random = new Random(world);
        double[] deaths = new double[rate.length];
        Arrays.setAll(deaths, a -> drawPoisson(mean[a], random));
        LifeTable table = LifeTable.of(from, deaths, population);
        double half = -Normal.quantile((1 - LEVEL) / 2) * table.stdError(0);
        held += Math.abs(table.expectancy(0) - truth.expectancy(0)) <= half ? 1 : 0;
      }
      assertEquals(LEVEL, held / (double) worlds, WITHIN, "size " + size);
    }
  }

  private interface CoversBoth {
    boolean holds(double first, double second);
  }

  /** The probability over two counts, each at most so many where it is not without end. */
  private static double both(
      DoubleUnaryOperator first,
      int most,
      DoubleUnaryOperator second,
      int mostOfSecond,
      CoversBoth covers) {
    double sum = 0;
    for (int k = 0; k <= most; k++) {
      double p = first.applyAsDouble(k);
      for (int j = 0; p > 1e-12 && j <= mostOfSecond; j++) {
        double q = second.applyAsDouble(j);
        sum += q > 1e-12 && covers.holds(k, j) ? p * q : 0;
      }
    }
    return sum;
  }

  private static DoubleUnaryOperator ofPoisson(double mean) {
    return k -> Math.exp(k * Math.log(mean) - mean - Gamma.log(k + 1));
  }

  private static DoubleUnaryOperator ofBinomial(int n, double p) {
    return k -> Math.exp(Gamma.log(n + 1.0)
        - Gamma.log(k + 1)
        - Gamma.log(n - k + 1)
        + k * Math.log(p)
        + (n - k) * Math.log1p(-p));
  }

  @Test
  void twoRatesAreComparedWithAtLeastTheLevel() {
    CrudeRate rate = CrudeRate.withDefaults().per(1);
    double[][] means = {{20, 20}, {25, 60}, {90, 30}};
    for (double[] mean : means) {
      double n = 1;
      double m = 2;
      double d = mean[0] / n - mean[1] / m;
      double ratio = mean[0] / n / (mean[1] / m);
      int most = (int) (mean[0] + 9 * Math.sqrt(mean[0]));
      int mostOfSecond = (int) (mean[1] + 9 * Math.sqrt(mean[1]));
      double difference =
          both(ofPoisson(mean[0]), most, ofPoisson(mean[1]), mostOfSecond, (x, y) -> {
            CrudeRate.Estimate a = rate.estimate(x, n);
            CrudeRate.Estimate b = rate.estimate(y, m);
            TwoGroups.Compared c =
                TwoGroups.difference(a.value(), a.low(), a.high(), b.value(), b.low(), b.high(), 1);
            return c.low() <= d && d <= c.high();
          });
      // Byar is wider than its level, and so is what is made of it
      assertTrue(
          difference >= LEVEL - 0.005 && difference <= LEVEL + 0.02, mean[0] + ": " + difference);
      double ofRatio = both(ofPoisson(mean[0]), most, ofPoisson(mean[1]), mostOfSecond, (x, y) -> {
        TwoGroups.Compared c = TwoGroups.ratioOfRates(x, n, y, m, LEVEL);
        return c.low() <= ratio && !(c.high() < ratio);
      });
      assertTrue(ofRatio >= LEVEL - 1e-9, mean[0] + ": " + ofRatio);
    }
  }

  @Test
  void twoProportionsAreComparedNearTheLevel() {
    Proportion share = Proportion.withDefaults().per(1);
    double[][] worlds = {{100, 0.2, 150, 0.3}, {60, 0.5, 80, 0.4}, {400, 0.06, 300, 0.1}};
    for (double[] w : worlds) {
      int n = (int) w[0];
      int m = (int) w[2];
      double d = w[1] - w[3];
      double ratio = w[1] / w[3];
      double difference = both(ofBinomial(n, w[1]), n, ofBinomial(m, w[3]), m, (x, y) -> {
        Proportion.Estimate a = share.estimate(x, n);
        Proportion.Estimate b = share.estimate(y, m);
        TwoGroups.Compared c =
            TwoGroups.difference(a.value(), a.low(), a.high(), b.value(), b.low(), b.high(), 1);
        return c.low() <= d && d <= c.high();
      });
      assertEquals(LEVEL, difference, WITHIN, n + ": " + difference);
      double ofRatio = both(ofBinomial(n, w[1]), n, ofBinomial(m, w[3]), m, (x, y) -> {
        TwoGroups.Compared c = TwoGroups.ratioOfProportions(x, n, y, m, LEVEL);
        return c.low() <= ratio && !(c.high() < ratio);
      });
      assertEquals(LEVEL, ofRatio, WITHIN, n + ": " + ofRatio);
    }
  }

  /** Periods of which half of each rest is in the next: what each error makes of it. */
  @Test
  void errorsThatTakeTheResemblanceInHoldMore() {
    for (int n : new int[] {15, 30, 60, 120}) {
      double[] x = IntStream.range(0, n).asDoubleStream().toArray();
      double[] none = new double[n];
      Arrays.fill(none, Double.NaN);
      int worlds = 4000;
      int[] held = new int[3];
      int inFan = 0;
      for (int world = 0; world < worlds; world++) {
        Random random = new Random(world);
        double[] y = new double[n + 1];
        double rest = random.nextGaussian() / Math.sqrt(0.75);
        for (int t = 0; t <= n; t++) {
          rest = t == 0 ? rest : 0.5 * rest + random.nextGaussian();
          y[t] = 5 + 0.2 * t + rest;
        }
        double[] seen = Arrays.copyOf(y, n);
        TrendLine plain = TrendLine.ofValues(TrendForm.LINEAR, x, seen, none, true);
        Optional<TrendLine> chained =
            TrendLine.praisWinsten(TrendForm.LINEAR, x, seen, none, true, 1);
        TrendLine[] lines = {plain, plain.withNeweyWest(x, 1), chained.orElse(plain)};
        for (int i = 0; i < 3; i++) {
          TrendLine line = lines[i];
          held[i] +=
              Math.abs(line.slope() - 0.2) <= line.quantile(LEVEL) * line.slopeError() ? 1 : 0;
        }
        double[] limits = lines[2].forecast(new double[] {n}, new double[] {1}).interval(LEVEL);
        inFan += limits[0] <= y[n] && y[n] <= limits[1] ? 1 : 0;
      }
      String where = n + ": " + Arrays.toString(held) + ", " + inFan;
      // in short series newey-west is as narrow as nothing at all, and a note says so
      assertTrue(n < TrendTable.ENOUGH_FOR_NEWEY_WEST || held[1] > held[0], where);
      assertTrue(held[2] > Math.max(held[0], held[1]), where);
      assertTrue(held[2] >= (n < 30 ? 0.81 : n < 60 ? 0.86 : 0.9) * worlds, where);
      assertEquals(LEVEL, inFan / (double) worlds, n < 30 ? 0.035 : WITHIN, where);
    }
  }

  /** Few units, whose ν and α are far from known: what the two intervals hold. */
  @Test
  void fewUnitsNeedTheUncertaintyOfTheirSpread() {
    for (int units : new int[] {10, 25, 60}) {
      int worlds = 1800 / units;
      int known = 0;
      int drawn = 0;
      int all = 0;
      for (int world = 0; world < worlds; world++) {
        Random random = new Random(world);
        double[] count = new double[units];
        double[] expected = new double[units];
        double[] truth = new double[units];
        for (int i = 0; i < units; i++) {
          expected[i] = 2 + 40 * random.nextDouble();
          truth[i] = gamma(1, 0.1, random);
          count[i] = drawPoisson(expected[i] * truth[i], random);
        }
        GammaPoisson prior = GammaPoisson.likeliest(count, expected);
        PriorDraws draws = PriorDraws.of(prior, expected, GammaPoisson::likeliest, 60, world);
        for (int i = 0; i < units; i++) {
          double[] limits = prior.interval(count[i], expected[i], LEVEL);
          double[] wider = draws.interval(count[i], expected[i], LEVEL);
          known += limits[0] <= truth[i] && truth[i] <= limits[1] ? 1 : 0;
          drawn += wider[0] <= truth[i] && truth[i] <= wider[1] ? 1 : 0;
          all++;
        }
      }
      String where = units + " units: " + known + " and " + drawn + " of " + all;
      assertTrue(drawn >= known, where);
      assertTrue(drawn >= (units < 25 ? 0.87 : units < 60 ? 0.9 : LEVEL - WITHIN) * all, where);
      assertTrue(known <= (units < 25 ? 0.86 : 1) * all, where);
    }
  }
}
