package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import no.utfall.figure.Frame;
import no.utfall.math.Gamma;
import no.utfall.method.Card;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Control limits by hand and against peers, also where they go wrong. */
class FunnelTest {

  private static Result ratio(Frame data, String... more) {
    return run(data, "expected", more);
  }

  private static Result share(Frame data, String... more) {
    return run(data, "population", more);
  }

  private static Result run(Frame data, String size, String... more) {
    String[] all =
        Arrays.copyOf(new String[] {"unit", "g", "count", "x", size, "n"}, 6 + more.length);
    System.arraycopy(more, 0, all, 6, more.length);
    return Runs.run(new FunnelMethod(), data, all);
  }

  @Test
  void secondTablesStandInTheOrderOfTheCard() {
    Result result = ratio(counts("a 12 10", "b 8 9"));
    assertEquals(
        new FunnelMethod().card().tables().stream().map(Card.Named::name).toList(),
        List.copyOf(result.tables().keySet()));
  }

  @Test
  void exactPoissonLimitsAreWhereTheTailIs() {
    for (double expected : new double[] {0.3, 2, 7.5, 40, 5000}) {
      for (double tail : new double[] {0.025, 0.001}) {
        ControlLimits.Pair pair = ControlLimits.poisson(1).at(expected, tail);
        assertEquals(tail, Gamma.cumulative(expected, pair.high() * expected), 1e-9);
        if (pair.low() > 0) {
          assertEquals(tail, Gamma.upperTail(expected, pair.low() * expected + 1), 1e-9);
        } else {
          assertTrue(Math.exp(-expected) >= tail);
        }
      }
    }
  }

  @Test
  void exactPoissonLimitsAreThoseOfThePeer() throws IOException {
    for (CSVRecord row : Runs.reference("funnel_phe_ratio_limits__expected.csv")) {
      double events = Double.parseDouble(row.get("Observed_events"));
      for (String sigma : new String[] {"2s", "3s"}) {
        double tail = sigma.equals("2s") ? 0.025 : 0.001;
        double above = Gamma.upperQuantile(tail, events + 1);
        double below = Gamma.quantile(tail, events);
        double low = 100 * ControlLimits.poisson(1).at(above, tail).low();
        double high = 100 * ControlLimits.poisson(1).at(below, tail).high();
        // the peer bisects the expected events to 1e-7; the exact columns are events over gamma
        // quantiles
        assertEquals(1, low / Double.parseDouble(row.get("exact_lower_" + sigma)), 1e-9);
        assertEquals(1, high / Double.parseDouble(row.get("exact_upper_" + sigma)), 1e-9);
        assertEquals(
            1,
            low / Double.parseDouble(row.get("lower_" + sigma + "_limit")),
            Math.max(2e-6, 2e-7 / above));
        assertEquals(
            1,
            high / Double.parseDouble(row.get("upper_" + sigma + "_limit")),
            Math.max(2e-6, 2e-7 / below));
      }
    }
    for (CSVRecord row : Runs.reference("funnel_phe_rate_limits__expected.csv")) {
      double events = Double.parseDouble(row.get("Events"));
      double baseline = Double.parseDouble(row.get("baseline")) / 1e5;
      double above = Gamma.upperQuantile(0.025, events + 1) / baseline;
      double low = 1e5 * ControlLimits.poisson(baseline).at(above, 0.025).low();
      assertEquals(1, low / Double.parseDouble(row.get("lower_2s_limit")), 4e-6);
      // three years of data
      assertEquals(1, above / 3 / Double.parseDouble(row.get("lower_2s_population_1_year")), 4e-6);
    }
  }

  @Test
  void limitsOnTheSquareRootScaleAreSquaredBack() {
    // 1 -+ 1.959964 / (2 * 5) at 25 expected: .804 and 1.196, squared
    ControlLimits.Pair pair =
        ControlLimits.transformed(ControlLimits.Scale.SQRT, 1, 0, 1).at(25, 0.025);
    assertEquals(Math.pow(1 - 0.1959963984540054, 2), pair.low(), 1e-12);
    assertEquals(Math.pow(1 + 0.1959963984540054, 2), pair.high(), 1e-12);
    ControlLimits.Pair wide =
        ControlLimits.transformed(ControlLimits.Scale.SQRT, 1, 0.04, 1).at(25, 0.025);
    assertEquals(Math.pow(1 + 1.959963984540054 * Math.sqrt(0.05), 2), wide.high(), 1e-12);
  }

  @Test
  void dispersionByHand() {
    // z = 2, -1, 0.5 with s = .1, .2, .5: phi = 5.25 / 3; w = 100, 25, 4: excess 3.25 / (129 -
    // 10641 / 129)
    Dispersion d = Dispersion.of(
        new double[] {1.2, 0.8, 1.25}, new double[] {0.1, 0.2, 0.5}, 1, Dispersion.Trim.NONE, 0.1);
    assertEquals(1.75, d.phi(), 1e-12);
    assertEquals(3.25 / (129 - 10641.0 / 129), d.tau2(), 1e-12);
  }

  @Test
  void noEventsAreNotInfinite() {
    for (String scale : new String[] {"sqrt", "log"}) {
      Result result = ratio(
          counts("a 0 20", "b 25 20", "c 18 20", "d 30 20"),
          "overdispersion",
          "additive",
          "scale",
          scale);
      Frame tidy = result.tidy();
      assertEquals(0, number(tidy, "a", "ratio", "estimate"));
      assertTrue(Double.isFinite(number(tidy, "a", "ratio", "statistic")), scale);
      assertTrue(Double.isFinite(number(tidy, "b", "limits", "conf_high")), scale);
    }
  }

  @Test
  void limitsOfSharesEndAtTheWholeWhateverThePer() {
    for (String per : new String[] {"1", "100", "1000"}) {
      Frame tidy = share(counts("a 4 5", "b 90 100"), "per", per).tidy();
      double whole = Double.parseDouble(per);
      assertEquals(whole, number(tidy, "a", "limits", "conf_high"), 1e-12 * whole);
      assertEquals(whole * 0.8, number(tidy, "a", "proportion", "estimate"), 1e-12 * whole);
    }
  }

  @Test
  void allEqualOneUnitAndWhatIsNotKnown() {
    Frame equal = share(counts("a 10 100", "b 10 100", "c 20 200"), "overdispersion", "additive")
        .tidy();
    assertEquals(0, number(equal, "a", "significance", "estimate"));
    Result alone = share(counts("a 10 100"));
    assertTrue(alone.findings().stream().anyMatch(f -> f.code().equals("W725")));
    Frame tidy =
        share(counts("a 10 100", "b 1-4 100", "c 5 0", "d .. 10", "e 30 20")).tidy();
    assertEquals("suppressed", word(tidy, "b", "proportion", "status"));
    assertEquals("not-estimable", word(tidy, "c", "proportion", "status"));
    assertEquals("missing", word(tidy, "d", "proportion", "status"));
    assertEquals("not-estimable", word(tidy, "e", "proportion", "status"));
    assertEquals(10, number(tidy, "a", "proportion", "estimate"), 1e-12);
    assertThrows(Refusal.class, () -> share(counts("a 1-4 100")));
    assertThrows(
        Refusal.class, () -> share(counts("a 10 100"), "overdispersion", "negative-binomial"));
    assertThrows(Refusal.class, () -> ratio(counts("a 10 100"), "limits", "score"));
  }

  @Test
  void plantedOverdispersionIsFound() {
    Random random = new Random(8);
    int units = 2000;
    double[] x = new double[units];
    double[] mean = new double[units];
    double[] size = new double[units];
    double[] of = new double[units];
    for (int i = 0; i < units; i++) {
      mean[i] = 20 + 80 * random.nextDouble();
      x[i] = poisson(random, mean[i] * gamma(random, 10) / 10);
      size[i] = 50 + random.nextInt(100);
      double a = gamma(random, 6);
      double share = a / (a + gamma(random, 14));
      for (int j = 0; j < size[i]; j++) {
        of[i] += random.nextDouble() < share ? 1 : 0;
      }
    }
    // variance mu + mu^2 / 10; correlation 1 / (6 + 14 + 1); standard errors about .004 and .002
    assertEquals(0.1, Dispersion.negativeBinomial(x, mean), 0.012);
    assertEquals(1.0 / 21, Dispersion.betaBinomial(of, size, 0.3), 0.006);
    for (int i = 0; i < units; i++) {
      x[i] = Math.rint(mean[i]);
    }
    assertEquals(0, Dispersion.negativeBinomial(x, mean));
  }

  static double poisson(Random random, double mean) {
    double sum = -Math.log(1 - random.nextDouble());
    int n = 0;
    while (sum < mean) {
      sum -= Math.log(1 - random.nextDouble());
      n++;
    }
    return n;
  }

  /** Whole shapes only. */
  static double gamma(Random random, int shape) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  @Test
  void betaBinomialAndNegativeBinomialLimitsHoldTheirTail() {
    ControlLimits limits = ControlLimits.betaBinomial(0.3, 0.05);
    ControlLimits.Pair pair = limits.at(60, 0.025);
    assertTrue(pair.low() < 0.18 && pair.high() > 0.42);
    ControlLimits.Pair narrow = ControlLimits.betaBinomial(0.3, 1e-7).at(60, 0.025);
    ControlLimits.Pair plain = ControlLimits.binomial(0.3).at(60, 0.025);
    assertEquals(Math.floor(plain.high() * 60), narrow.high() * 60, 1e-9);
    assertEquals(Math.ceil(plain.low() * 60), narrow.low() * 60, 1e-9);
    ControlLimits.Pair poisson = ControlLimits.poisson(1).at(30, 0.025);
    ControlLimits.Pair near = ControlLimits.negativeBinomial(1, 1e-9).at(30, 0.025);
    assertEquals(poisson.high(), near.high(), 1e-6);
    assertTrue(ControlLimits.negativeBinomial(1, 0.1).at(30, 0.025).high() > poisson.high());
  }

  @Test
  void targetsAndSizesThatCannotBeAreTheFaultOfTheCommandLine() {
    Frame data = counts("a 10 100", "b 20 110", "c 5 90");
    for (String target : List.of("0", "-5", "100")) {
      Refusal refusal = assertThrows(Refusal.class, () -> share(data, "target", target));
      assertEquals(Fault.COMMAND_LINE, refusal.fault(), target);
    }
    assertThrows(Refusal.class, () -> ratio(data, "sizes", "0,10"));
  }
}
