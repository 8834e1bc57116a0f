package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import no.utfall.figure.Frame;
import no.utfall.method.MethodRun;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Units whose number is hidden: in quantile groups, and in a funnel. */
class HiddenUnitsTest {

  private static Frame quantiles(Frame data, String more) {
    return MethodRun.of(new QuantileMethod(), data, "unit=g value=x " + more).tidy();
  }

  @Test
  void aHiddenUnitTakesItsPlaceAmongTheKnown() {
    Frame data = Runs.counts("a 12 1", "b 1-4 1", "c 30 1", "d 1-4 1", "e 45 1");
    Frame tidy = quantiles(data, "groups=2");
    // of the known alone 12 and 30 are the lower half; whatever b and d are, 30 is in the upper one
    assertEquals(1, number(tidy, "c", "quantile", "estimate"));
    assertEquals(2, number(tidy, "c", "lowest", "estimate"));
    assertEquals("suppressed", word(tidy, "b", "quantile", "status"));
    assertEquals(1, number(tidy, "b", "highest", "estimate"));
    Frame turned = quantiles(data, "groups=2 order=highest-first");
    assertEquals(2, number(turned, "b", "lowest", "estimate"));
    Frame unbounded = quantiles(Runs.counts("a 1 1", "b : 1", "c 3 1", "d 4 1"), "groups=2");
    assertEquals(1, number(unbounded, "b", "lowest", "estimate"));
    assertEquals(2, number(unbounded, "b", "highest", "estimate"));
    assertEquals(1, number(unbounded, "c", "lowest", "estimate"));
    Frame known = quantiles(Runs.counts("a 1 1", "b .. 1", "c 3 1", "d 4 1"), "groups=2");
    assertTrue(Arrays.asList(known.text("measure").get(0), known.text("measure").get(3)).stream()
        .allMatch("quantile"::equals));
    assertEquals(4, known.rows());
  }

  @Test
  void fewerUnitsThanGroupsAreToldOnce() {
    Frame data = Runs.counts("a 12 1", "b 30 1");
    Refusal refusal = assertThrows(Refusal.class, () -> quantiles(data, "groups=3"));
    assertEquals(Fault.ANALYSIS, refusal.fault());
    assertEquals(1, refusal.findings().size());
  }

  /** Every whole value that the hidden can have, one by one. */
  @Test
  void boundsAreThoseOfAllValues() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int n = 5;
      int[] low = new int[n];
      int[] high = new int[n];
      for (int i = 0; i < n; i++) {
        low[i] = random.nextInt(8);
        high[i] = i < 3 ? low[i] + random.nextInt(4) : low[i];
      }
      int groups = 2 + random.nextInt(3);
      int[] least = new int[n];
      int[] most = new int[n];
      Arrays.fill(least, 99);
      for (int a = low[0]; a <= high[0]; a++) {
        for (int b = low[1]; b <= high[1]; b++) {
          for (int c = low[2]; c <= high[2]; c++) {
            int[] x = {a, b, c, low[3], low[4]};
            for (int u = 0; u < n; u++) {
              int before = 0;
              for (int v : x) {
                before += v < x[u] ? 1 : 0;
              }
              int group = HiddenUnits.group(n, groups, 1 + before);
              least[u] = Math.min(least[u], group);
              most[u] = Math.max(most[u], group);
            }
          }
        }
      }
      HiddenUnits units = new HiddenUnits(
          Arrays.stream(low).asDoubleStream().toArray(),
          Arrays.stream(high).asDoubleStream().toArray(),
          groups);
      boolean any = !Arrays.equals(low, high);
      for (int u = 0; u < n; u++) {
        assertEquals(any ? least[u] : Double.NaN, units.lowest(u), "seed " + seed);
        assertEquals(any ? most[u] : Double.NaN, units.highest(u), "seed " + seed);
      }
    }
  }

  @Test
  void aHiddenUnitOfAFunnelHasTheBoundsOfItsValue() {
    Frame data = Runs.counts("a 12 1000", "b 1-4 900", "c 30 2000", "e 45 2500");
    Frame tidy =
        MethodRun.of(new FunnelMethod(), data, "unit=g count=x population=n").tidy();
    assertEquals("suppressed", word(tidy, "b", "proportion", "status"));
    assertEquals(100 / 900.0, number(tidy, "b", "lowest", "estimate"), 1e-12);
    assertEquals(400 / 900.0, number(tidy, "b", "highest", "estimate"), 1e-12);
  }
}
