package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RankSetsTest {

  private static final int N = 30;
  private static final int DRAWS = 400;
  private final double[] y = new double[N];
  private final double[] s = new double[N];

  RankSetsTest() {
    Draws draws = Draws.of(8, 0);
    for (int i = 0; i < N; i++) {
      s[i] = 0.05 + draws.uniform();
      y[i] = 3 * draws.normal();
    }
  }

  /** Every ordered pair of every draw, all held in matrices: the definition. */
  private double naiveStepDown(long seed) {
    boolean[][] open = new boolean[N][N];
    for (boolean[] row : open) {
      Arrays.fill(row, true);
    }
    while (true) {
      double[] maxima = new double[DRAWS];
      for (int r = 0; r < DRAWS; r++) {
        Draws draws = Draws.of(seed, r);
        double[] z = new double[N];
        for (int i = 0; i < N; i++) {
          z[i] = s[i] * draws.normal();
        }
        double largest = 0;
        for (int i = 0; i < N; i++) {
          for (int j = 0; j < N; j++) {
            if (i != j && open[i][j]) {
              largest = Math.max(largest, (z[i] - z[j]) / Math.hypot(s[i], s[j]));
            }
          }
        }
        maxima[r] = largest;
      }
      Arrays.sort(maxima);
      double critical = Ranks.quantile(maxima, 0.95);
      boolean more = false;
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
          if (i != j && open[i][j] && (y[i] - y[j]) / Math.hypot(s[i], s[j]) > critical) {
            open[i][j] = false;
            more = true;
          }
        }
      }
      if (!more) {
        return critical;
      }
    }
  }

  @Test
  void theEarlyEndOfTheSearchLosesNothing() {
    RankSets sets = RankSets.simultaneous(y, s, 0.95, true, DRAWS, 4);
    assertEquals(naiveStepDown(4), sets.critical(0), 1e-9);
  }

  @Test
  void setsHoldTheirRankAndStepDownOnlyNarrows() {
    RankSets down = RankSets.simultaneous(y, s, 0.95, true, DRAWS, 4);
    RankSets single = RankSets.simultaneous(y, s, 0.95, false, DRAWS, 4);
    RankSets marginal = RankSets.marginal(y, s, 0.95, true, DRAWS, 4);
    double[] rank = Ranks.descending(y);
    for (int i = 0; i < N; i++) {
      assertTrue(down.best(i) <= rank[i] && rank[i] <= down.worst(i));
      assertTrue(single.best(i) <= down.best(i) && down.worst(i) <= single.worst(i));
      assertTrue(down.best(i) <= marginal.best(i) && marginal.worst(i) <= down.worst(i));
    }
  }

  @Test
  void twoUnitsAreAnOrdinaryTwoSidedTest() {
    // one difference: the critical value is the 97.5 % point of the normal, 1.96
    RankSets sets = RankSets.simultaneous(
        new double[] {0, 1.9}, new double[] {0.6, 0.8}, 0.95, false, 40_000, 1);
    assertEquals(1.96, sets.critical(0), 0.03);
    assertEquals(1, sets.best(0));
    assertEquals(2, sets.worst(1));
    RankSets apart =
        RankSets.simultaneous(new double[] {0, 3}, new double[] {0.6, 0.8}, 0.95, false, 40_000, 1);
    assertEquals(2, apart.best(0));
    assertEquals(1, apart.worst(1));
  }

  @Test
  void allTrueRanksAreCoveredNearTheLevel() {
    int worlds = 300;
    int covered = 0;
    double[] truth = {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5};
    double[] se = {0.3, 0.6, 0.3, 0.6, 0.3, 0.6, 0.3, 0.6};
    for (int w = 0; w < worlds; w++) {
      Draws draws = Draws.of(77, w);
      double[] seen = new double[truth.length];
      for (int i = 0; i < seen.length; i++) {
        seen[i] = truth[i] + se[i] * draws.normal();
      }
      RankSets sets = RankSets.simultaneous(seen, se, 0.95, true, 500, w);
      boolean all = true;
      for (int i = 0; i < seen.length; i++) {
        int rank = truth.length - i;
        all &= sets.best(i) <= rank && rank <= sets.worst(i);
      }
      covered += all ? 1 : 0;
    }
    // at least .95 less three Monte-Carlo errors of 300 worlds
    assertTrue(covered >= worlds * (0.95 - 3 * Math.sqrt(0.05 * 0.95 / worlds)), "" + covered);
  }
}
