package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import no.utfall.Shared;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Gamma;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

/** Smoothing by hand; against the peers in reference/rate.yaml. */
class SmoothTest {

  private static final Frame THREE = counts("a 4 100", "b 8 100", "c 24 200");

  private static Result smooth(Frame data, String... more) {
    String[] all = Arrays.copyOf(
        new String[] {"unit", "g", "count", "x", "population", "n", "per", "1"}, 8 + more.length);
    System.arraycopy(more, 0, all, 8, more.length);
    return Runs.run(new SmoothMethod(), data, all);
  }

  @Test
  void marshallByHand() {
    Frame tidy = smooth(THREE, "model", "marshall").tidy();
    // m = .09, s2 = (100 * .05^2 + 100 * .01^2 + 200 * .03^2) / 400 = .0011, A = s2 - .09 / (400 /
    // 3)
    double a = 0.0011 - 0.09 * 3 / 400;
    assertEquals(a / (a + 0.0009), number(tidy, "a", "weight", "estimate"), 1e-12);
    assertEquals(0.09 - 0.05 * a / (a + 0.0009), number(tidy, "a", "smoothed", "estimate"), 1e-12);
    assertEquals(0.09 + 0.03 * a / (a + 0.00045), number(tidy, "c", "smoothed", "estimate"), 1e-12);
  }

  @Test
  void localMeansAreThoseOfTheNeighbours() {
    Frame four = THREE.with(TextColumn.of("r", List.of("n", "n", "s")));
    Frame tidy =
        smooth(four, "model", "marshall", "group", "r", "local-centre", "own").tidy();
    // a and b: m = .06, s2 = .0004, below .06 / 100: both get the mean
    assertEquals(0.06, number(tidy, "a", "smoothed", "estimate"), 1e-12);
    assertEquals("not-estimable", word(tidy, "c", "smoothed", "status"));
    assertEquals("it has no neighbours", word(tidy, "c", "smoothed", "note"));
  }

  @Test
  void neighboursComeFromAFile() {
    Map<String, String> given = new LinkedHashMap<>(
        Map.of("unit", "g", "count", "x", "population", "n", "per", "1", "model", "marshall"));
    given.put("neighbours", "nb.csv");
    Frame list = Frame.of(
        TextColumn.of("from", List.of("a", "b", "c", "c")),
        TextColumn.of("to", List.of("b", "a", "a", "z")));
    SmoothMethod method = new SmoothMethod();
    Result result = method.apply(THREE, Settings.of(method.card(), given).with("neighbours", list));
    assertEquals(0.06, number(result.tidy(), "b", "smoothed", "estimate"), 1e-12);
    // c with a: m = 28 / 300; held against the means .06 of a and 28 / 300 of c
    double m = 28 / 300.0;
    double s2 = (100 * Math.pow(0.04 - 0.06, 2) + 200 * Math.pow(0.12 - m, 2)) / 300;
    double a = Math.max(0, s2 - m / 150);
    assertEquals(
        m + a / (a + m / 200) * (0.12 - m),
        number(result.tidy(), "c", "smoothed", "estimate"),
        1e-12);
    assertEquals("W728", result.findings().get(0).code());
  }

  @Test
  void posteriorIsGamma() {
    GammaPoisson prior = new GammaPoisson(4, 8, 0.5);
    assertEquals(0.6, prior.posterior(2, 2), 1e-12);
    assertEquals(0.2, prior.weight(2), 1e-12);
    double[] limits = prior.interval(2, 2, 0.9);
    assertEquals(0.05, Gamma.cumulative(10 * limits[0], 6), 1e-12);
    assertEquals(0.05, Gamma.upperTail(10 * limits[1], 6), 1e-12);
    assertEquals(Gamma.upperTail(10, 6), prior.above(1, 2, 2), 1e-15);
  }

  @Test
  void likeliestIsHigherThanItsNeighbours() {
    double[] count = {3, 0, 12, 7, 1, 9, 30, 2};
    double[] expected = {5, 2, 7, 7, 3, 4, 18, 6};
    GammaPoisson best = GammaPoisson.likeliest(count, expected);
    double top = best.logLikelihood(count, expected);
    for (double nu : new double[] {0.99, 1, 1.01}) {
      for (double alpha : new double[] {0.99, 1, 1.01}) {
        GammaPoisson other = new GammaPoisson(nu * best.shape(), alpha * best.rate(), 0);
        assertTrue(other.logLikelihood(count, expected) <= top);
      }
    }
    // the slope of the profile is zero there, not only small
    double h = 1e-4;
    GammaPoisson up = new GammaPoisson(best.shape() * Math.exp(h), best.rate(), 0);
    GammaPoisson down = new GammaPoisson(best.shape() * Math.exp(-h), best.rate(), 0);
    assertEquals(
        0,
        (up.logLikelihood(count, expected) - down.logLikelihood(count, expected)) / (2 * h),
        1e-6);
  }

  @Test
  void likeliestIsWhereTheScoreIsZero() throws IOException {
    List<String> lines =
        Files.readAllLines(Shared.require("reference/effects/eb_auckland/input.csv"));
    double[] count = new double[lines.size() - 1];
    double[] expected = new double[count.length];
    for (int i = 0; i < count.length; i++) {
      String[] cells = lines.get(i + 1).split(",");
      count[i] = Double.parseDouble(cells[5]);
      expected[i] = Double.parseDouble(cells[7]);
    }
    GammaPoisson prior = GammaPoisson.likeliest(count, expected);
    // R 4.2.2: Newton's method on the score of dnbinom(O, nu, alpha / (alpha + E)), score 2e-14
    assertEquals(11.552508958845, prior.shape(), 1e-10);
    assertEquals(11.417819542709, prior.rate(), 1e-10);
    // the peer: -433.40470085556575 at 11.55237552777875, 11.417686886047091
    assertTrue(prior.logLikelihood(count, expected) > -433.40470085556575);
  }

  @Test
  void noMoreThanChanceIsTheCommonMean() {
    Frame even = counts("a 10 100", "b 11 100", "c 9 100", "d 10 100");
    for (String[] how : new String[][] {
      {"model", "gamma-poisson", "estimator", "likelihood"},
      {"model", "marshall", "estimator", "likelihood"}
    }) {
      Result result = smooth(even, how);
      assertEquals(0.1, number(result.tidy(), "b", "smoothed", "estimate"), 1e-12);
      assertEquals(0, number(result.tidy(), "b", "weight", "estimate"));
      assertTrue(word(result.tidy(), "b", "smoothed", "note").contains("no more than by chance"));
    }
  }

  @Test
  void plantedSpreadIsFound() {
    Random random = new Random(7);
    int n = 4000;
    double[] count = new double[n];
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      expected[i] = 1 + random.nextInt(30);
      double theta = Gamma.quantile(random.nextDouble(), 5) / 5;
      double u = random.nextDouble();
      double k = 0;
      while (Gamma.upperTail(theta * expected[i], k + 1) < u) {
        k++;
      }
      count[i] = k;
    }
    assertEquals(5, GammaPoisson.likeliest(count, expected).shape(), 0.5);
    assertEquals(5, GammaPoisson.byMoments(count, expected).shape(), 0.6);
    assertEquals(1, GammaPoisson.likeliest(count, expected).mean(), 0.02);
  }

  @Test
  void unknownUnitsKeepTheirStatus() {
    Frame tidy =
        smooth(counts("a 4 100", "b 1-4 100", "c 24 200", "d .. 50", "e 9 90")).tidy();
    assertEquals("suppressed", word(tidy, "b", "smoothed", "status"));
    assertEquals("missing", word(tidy, "d", "smoothed", "status"));
    assertEquals(3, number(tidy, "a", "smoothed", "n"));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(Refusal.class, () -> smooth(counts("a 4 100", "b 8 100")));
    assertThrows(Refusal.class, () -> smooth(counts("a 0 100", "b 0 100", "c 0 100")));
    assertThrows(Refusal.class, () -> smooth(THREE, "expected", "n"));
    assertThrows(Refusal.class, () -> smooth(THREE, "group", "g"));
    assertThrows(
        Refusal.class, () -> smooth(THREE, "model", "marshall", "group", "g", "neighbours", "f"));
  }

  @Test
  void storyAndArithmetic() {
    Frame data = counts("a 4 100", "b 30 100", "c 24 200", "d 9 90");
    Result result = smooth(data);
    assertEquals(1, result.charts().size());
    assertTrue(result.reading().get(2).in(Language.EN).contains("own number counts"));
    assertTrue(result.explain("b").orElseThrow().stream()
        .anyMatch(line -> line.in(Language.EN).contains("(O + ν) / (E + α)")));
    assertEquals(
        NumberColumn.of("x", 67 / 490.0).value(0),
        number(result.tables().get("prior"), "", "overall", "estimate"),
        1e-15);
  }

  private static final double[] EXPECTED = {5, 8, 20, 40};

  @Test
  void drawsThatAreAllAlikeAreTheKnownPrior() {
    GammaPoisson known = new GammaPoisson(4, 5, 0.8);
    PriorDraws draws = PriorDraws.of(known, EXPECTED, (count, expected) -> known, 7, 3);
    double[] one = known.interval(6, 8, 0.9);
    double[] other = draws.interval(6, 8, 0.9);
    assertEquals(one[0], other[0], 1e-9);
    assertEquals(one[1], other[1], 1e-9);
    assertEquals(known.stdError(6, 8), draws.stdError(6, 8), 1e-12);
    assertEquals(known.above(1, 6, 8), draws.above(1, 6, 8), 1e-12);
  }

  /** The limits leave the tails that the draws, one by one, leave on average. */
  @Test
  void drawsAreMixed() {
    PriorDraws many = PriorDraws.of(
        new GammaPoisson(4, 5, 0.8),
        EXPECTED,
        (count, expected) ->
            count[0] > 3 ? new GammaPoisson(2, 2, 1) : new GammaPoisson(9, 12, 0.75),
        400,
        1);
    double[] limits = many.interval(6, 8, 0.9);
    double share = (many.above(1, 6, 8) - Gamma.upperTail(20, 15))
        / (Gamma.upperTail(10, 8) - Gamma.upperTail(20, 15));
    assertTrue(share > 0.3 && share < 0.9, "share " + share);
    double below = share * Gamma.cumulative(limits[0] * 10, 8)
        + (1 - share) * Gamma.cumulative(limits[0] * 20, 15);
    double above = share * Gamma.upperTail(limits[1] * 10, 8)
        + (1 - share) * Gamma.upperTail(limits[1] * 20, 15);
    assertEquals(0.05, below, 1e-9);
    assertEquals(0.05, above, 1e-9);
  }

  private static final Frame MANY = counts(
      "a 4 100", "b 8 100", "c 24 200", "d 3 90", "e 12 150", "f 30 210", "g 1 60", "h 9 100");

  @Test
  void drawnIntervalsAreWiderAndTheSameOnAnyNumberOfThreads() throws Exception {
    Frame known = smooth(MANY).tidy();
    Frame drawn = smooth(MANY, "method", "laird-louis", "seed", "5").tidy();
    assertEquals(
        number(known, "a", "smoothed", "estimate"), number(drawn, "a", "smoothed", "estimate"), 0);
    for (String unit : List.of("a", "c", "g")) {
      double width = number(known, unit, "smoothed", "conf_high")
          - number(known, unit, "smoothed", "conf_low");
      assertTrue(
          number(drawn, unit, "smoothed", "conf_high") - number(drawn, unit, "smoothed", "conf_low")
              > width,
          unit);
    }
    assertTrue(word(known, "a", "smoothed", "note").contains("laird-louis"));
    assertEquals("", word(drawn, "a", "smoothed", "note"));
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      Frame alone = one.submit(
              () -> smooth(MANY, "method", "laird-louis", "seed", "5").tidy())
          .get();
      for (int row = 0; row < drawn.rows(); row++) {
        assertEquals(
            drawn.number("conf_low").value(row), alone.number("conf_low").value(row), 0.0);
      }
    } finally {
      one.shutdown();
    }
    Frame other = smooth(MANY, "method", "laird-louis", "seed", "6").tidy();
    assertTrue(
        number(other, "a", "smoothed", "conf_low") != number(drawn, "a", "smoothed", "conf_low"));
  }

  /** Counts as alike as can be: no spread to know, and yet the common mean is not certain. */
  @Test
  void unitsThatAreAlikeHaveAnIntervalFromDraws() {
    Frame alike = counts("a 10 100", "b 10 100", "c 10 100", "d 10 100");
    Frame known = smooth(alike).tidy();
    assertTrue(Double.isNaN(number(known, "a", "smoothed", "conf_low")));
    Frame drawn = smooth(alike, "method", "laird-louis").tidy();
    assertTrue(number(drawn, "a", "smoothed", "conf_low") < 0.1);
    assertTrue(number(drawn, "a", "smoothed", "conf_high") > 0.1);
    assertTrue(number(drawn, "a", "smoothed", "std_error") > 0);
  }

  @Test
  void hiddenUnitsHaveTheirBounds() {
    List<String> lines = new ArrayList<>(
        List.of("a 4 100", "b 8 100", "c 24 200", "d 3 90", "e 12 150", "f 30 210", "h 9 100"));
    lines.add("g 1-4 60");
    lines.add("i 2 1-9");
    Result result = smooth(counts(lines.toArray(String[]::new)));
    Frame tidy = result.tidy();
    Frame prior = result.tables().get("prior");
    double nu = number(prior, "", "nu", "estimate");
    double alpha = number(prior, "", "alpha", "estimate");
    double overall = number(prior, "", "overall", "estimate");
    assertEquals(90 / 950.0, overall, 1e-12);
    assertEquals("suppressed", word(tidy, "g", "smoothed", "status"));
    assertEquals(
        overall * (1 + nu) / (60 * overall + alpha),
        number(tidy, "g", "lowest", "estimate"),
        1e-12);
    assertEquals(
        overall * (4 + nu) / (60 * overall + alpha),
        number(tidy, "g", "highest", "estimate"),
        1e-12);
    // a population between bounds has no one rate to be drawn from
    assertFalse(IntStream.range(0, tidy.rows())
        .anyMatch(row ->
            tidy.text("g").get(row).equals("i") && tidy.text("measure").get(row).equals("lowest")));
    Frame marshall =
        smooth(counts(lines.toArray(String[]::new)), "model", "marshall").tidy();
    double raw = number(marshall, "h", "observed", "estimate");
    double weight = number(marshall, "h", "weight", "estimate");
    double m = (number(marshall, "h", "smoothed", "estimate") - weight * raw) / (1 - weight);
    // w = A / (A + m / n)
    double a = weight * m / 100 / (1 - weight);
    double own = a / (a + m / 60);
    assertEquals(m + own * (4 / 60.0 - m), number(marshall, "g", "highest", "estimate"), 1e-9);
  }

  @Test
  void drawsAreForTheGammaPoissonModel() {
    assertThrows(Refusal.class, () -> smooth(THREE, "model", "marshall", "method", "laird-louis"));
    assertThrows(Refusal.class, () -> smooth(THREE, "draws", "5"));
  }
}
