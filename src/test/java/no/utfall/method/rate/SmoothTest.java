package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
}
