package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.utfall.figure.Frame;
import no.utfall.method.MethodRun;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Two groups against each other. */
class TwoGroupsTest {

  @Test
  void theRatioOfRatesIsThatOfPoissonTest() {
    // R 4.2.2: poisson.test(c(11, 20), c(800, 1011))$conf.int
    TwoGroups.Compared ratio = TwoGroups.ratioOfRates(11, 800, 20, 1011, 0.95);
    assertEquals(0.6950625, ratio.value(), 1e-7);
    assertEquals(0.3008149, ratio.low(), 1e-7);
    assertEquals(1.5217079, ratio.high(), 1e-7);
  }

  @Test
  void theDifferenceOfProportionsIsNewcombesExample() {
    // Newcombe (1998), table II, 56/70 - 48/80, method 10: 0.0524 to 0.3339
    Frame tidy = Runs.proportion(
            counts("a 56 70", "b 48 80"), "by", "g", "compare-to", "b", "per", "1")
        .tidy();
    assertEquals(0.2, number(tidy, "a", "difference", "estimate"), 1e-15);
    assertEquals(0.0524, number(tidy, "a", "difference", "conf_low"), 5e-5);
    assertEquals(0.3339, number(tidy, "a", "difference", "conf_high"), 5e-5);
    // R 4.2.2: prop.test(c(56, 48), c(70, 80), correct = FALSE)$p.value
    assertEquals(0.008045081, number(tidy, "a", "difference", "p_value"), 1e-9);
    assertEquals("koopman", word(tidy, "a", "ratio", "method"));
    assertThrows(AssertionError.class, () -> MethodRun.row(tidy, "b", "difference"));
  }

  @Test
  void theScoreIntervalHoldsOneExactlyWhenTheTestDoesNotReject() {
    for (int x = 0; x <= 12; x++) {
      for (int y = 0; y <= 15; y++) {
        TwoGroups.Compared ratio = TwoGroups.ratioOfProportions(x, 12, y, 15, 0.95);
        if (x + y == 0) {
          assertTrue(Double.isNaN(ratio.value()));
          continue;
        }
        boolean holds = ratio.low() <= 1 && !(ratio.high() < 1);
        assertEquals(ratio.pValue() >= 0.05, holds, x + " " + y);
        if (y > 0) {
          assertTrue(ratio.low() <= ratio.value() && ratio.value() <= ratio.high());
          TwoGroups.Compared turned = TwoGroups.ratioOfProportions(y, 15, x, 12, 0.95);
          double inverse = x == 0 ? 0 : 1 / turned.high();
          assertEquals(inverse, ratio.low(), 1e-9, x + " " + y);
        }
      }
    }
  }

  @Test
  void theExactIntervalHoldsOneExactlyWhenTheTestDoesNotReject() {
    for (int x = 0; x <= 12; x++) {
      for (int y = 1; y <= 12; y++) {
        TwoGroups.Compared ratio = TwoGroups.ratioOfRates(x, 100, y, 130, 0.9);
        assertEquals(ratio.pValue() >= 0.1, ratio.low() <= 1 && ratio.high() >= 1, x + " " + y);
      }
    }
  }

  @Test
  void noEventsInTheReferenceGiveADifferenceButNoRatio() {
    Frame tidy =
        Runs.rate(counts("a 5 100", "b 0 100"), "by", "g", "compare-to", "b").tidy();
    assertEquals(5000, number(tidy, "a", "difference", "estimate"), 1e-9);
    assertEquals("not-estimable", word(tidy, "a", "ratio", "status"));
    assertTrue(number(tidy, "a", "ratio", "conf_low") > 0);
    assertTrue(Double.isNaN(number(tidy, "a", "ratio", "conf_high")));
    assertThrows(Refusal.class, () -> Runs.rate(counts("a 5 100"), "by", "g", "compare-to", "c"));
  }
}
