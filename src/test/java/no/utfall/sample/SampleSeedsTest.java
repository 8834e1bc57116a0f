package no.utfall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.math.Normal;
import no.utfall.sample.Estimates.Base;
import no.utfall.sample.Estimates.Estimate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred worlds: what holds on average, line 15 of the specification. */
@Tag("slow")
class SampleSeedsTest {

  private static final int SEEDS = 200;
  private static final Map<String, List<Estimate>> SEEN = new TreeMap<>();

  @BeforeAll
  static void drawWorlds() {
    for (int s = 0; s < SEEDS; s++) {
      SampleWorld world = SampleWorld.of(SampleWorld.SEED + s);
      double[][] y = world.percentOutside();
      List<Unit> never = world.never();
      see("truth", new Estimate(Figures.truth(world.adopters(Measure.VEIVISER)), 0));
      see("correlation", new Estimate(Figures.correlation(world), 0));
      see("loftet with veiviser", Figures.withVeiviserAmongControls(world));
      for (Measure measure : List.of(Measure.VEIVISER, Measure.LOFTET)) {
        List<Unit> adopters = world.adopters(measure);
        see(measure.id + " cross-section", Estimates.crossSection(y, adopters, never));
        see(measure.id + " before-after", Estimates.beforeAfter(y, adopters));
        for (Base base : Base.values()) {
          see(measure.id + ' ' + base, Estimates.differenceInDifferences(y, adopters, never, base));
        }
      }
    }
  }

  private static void see(String name, Estimate estimate) {
    SEEN.computeIfAbsent(name, n -> new ArrayList<>()).add(estimate);
  }

  @Test
  void cleanComparisonIsUnbiased() {
    List<Estimate> truth = seen("truth");
    List<Estimate> found = seen("veiviser " + Base.ALL_YEARS_TO_SECOND_LAST);
    double[] error = new double[SEEDS];
    for (int s = 0; s < SEEDS; s++) {
      error[s] = found.get(s).value() - truth.get(s).value();
    }
    assertEquals(0, Estimates.mean(error), 3 * monteCarlo(error));
    double[] loftet = values("loftet " + Base.ALL_YEARS_TO_SECOND_LAST);
    assertEquals(0, Estimates.mean(loftet), 3 * monteCarlo(loftet));
  }

  /** The interval is for the expected effect: 1.6 with sd 0.6, cut at 0. */
  @Test
  void intervalsCoverTheExpectedEffect() {
    double z = 1.6 / 0.6;
    double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
    double expected = -(1.6 * Normal.cumulative(z) + 0.6 * density);
    assertCovered(expected, seen("veiviser " + Base.ALL_YEARS_TO_SECOND_LAST));
    assertCovered(0, seen("loftet " + Base.ALL_YEARS_TO_SECOND_LAST));
  }

  private static void assertCovered(double expected, List<Estimate> estimates) {
    double z = Normal.quantile(0.975);
    long covered = estimates.stream()
        .filter(e -> Math.abs(e.value() - expected) <= z * e.standardError())
        .count();
    double share = (double) covered / estimates.size();
    assertTrue(share >= 0.93 && share <= 0.97, "covered " + share);
  }

  /** Lines 12 and 13: means over forty seeds with their standard deviations. */
  @Test
  void naiveErrorsAreThoseForetold() {
    assertMean("truth", -1.61, 0.10);
    assertMean("veiviser cross-section", -0.31, 0.23);
    assertMean("veiviser before-after", -1.90, 0.19);
    assertMean("veiviser " + Base.LAST_YEAR, -1.69, 0.24);
    assertMean("veiviser " + Base.SECOND_LAST_YEAR, -1.61, 0.24);
    assertMean("veiviser " + Base.ALL_YEARS_TO_SECOND_LAST, -1.61, 0.15);
    assertMean("loftet cross-section", 0.40, 0.18);
    assertMean("loftet before-after", -0.97, 0.22);
    assertMean("loftet " + Base.LAST_YEAR, -0.78, 0.24);
    assertMean("loftet " + Base.SECOND_LAST_YEAR, -0.03, 0.16);
    assertMean("loftet " + Base.ALL_YEARS_TO_SECOND_LAST, -0.01, 0.14);
    assertMean("loftet with veiviser", 0.32, 0.14);
    assertMean("correlation", 0.42, 0.05);
  }

  private static void assertMean(String name, double foretold, double sd) {
    assertEquals(foretold, Estimates.mean(values(name)), 2 * sd, name);
  }

  private static double monteCarlo(double[] x) {
    return StrictMath.sqrt(Estimates.variance(x) / x.length);
  }

  private static double[] values(String name) {
    return seen(name).stream().mapToDouble(Estimate::value).toArray();
  }

  private static List<Estimate> seen(String name) {
    List<Estimate> estimates = SEEN.get(name);
    if (estimates == null) {
      throw new AssertionError(name + " was not estimated");
    }
    return estimates;
  }
}
