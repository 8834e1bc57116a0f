package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

/** When a number rests on too little, and what is known of a group that is not whole. */
class TooUncertainTest {

  @Test
  void sharesByTheirNumberAndTheirInterval() {
    assertEquals("too uncertain: fewer than 30 persons", TooUncertain.why(true, 14, 29));
    // Clopper-Pearson of 20 of 40: .338 to .662
    assertTrue(TooUncertain.why(true, 20, 40).contains("30 percentage points"));
    // 1 of 40: .0006 to .1316, five times the share
    assertTrue(TooUncertain.why(true, 1, 40).contains("1.3 times the share"));
    // none of 60: 0 to .0596; none of 100: 0 to .0362
    assertTrue(TooUncertain.why(true, 0, 60).contains("1.3 times the share"));
    assertEquals("", TooUncertain.why(true, 0, 100));
    assertEquals("", TooUncertain.why(true, 12, 60));
    assertEquals("", TooUncertain.why(true, 1, 3000));
  }

  @Test
  void whatIsNotComputedWouldNotBeUncertain() {
    Proportion exact =
        Proportion.withDefaults().per(1).interval(Proportion.Interval.CLOPPER_PEARSON);
    for (int n = 50; n < 2000; n += 13) {
      for (int x = 11; x <= n; x = x * 5 / 4) {
        Proportion.Estimate e = exact.estimate(x, n);
        double width = e.high() - e.low();
        assertTrue(width <= 0.05 || (width < 0.3 && width <= 1.3 * e.value()), x + " of " + n);
      }
    }
    Proportion.Estimate widest = exact.estimate(1000, 2000);
    assertTrue(widest.high() - widest.low() <= 0.05);
  }

  @Test
  void ratesByTheirEvents() {
    assertEquals("too uncertain: fewer than 10 events", TooUncertain.why(false, 9, 1e6));
    assertEquals("too uncertain: fewer than 10 in the population", TooUncertain.why(false, 12, 8));
    assertEquals("", TooUncertain.why(false, 10, 1e6));
    // the standard's own limit on the width never binds: 1.36 at ten events
    CrudeRate.Estimate ten =
        CrudeRate.withDefaults().per(1).interval(CrudeRate.Interval.EXACT).estimate(10, 1);
    assertTrue(ten.high() - ten.low() < 1.6 * 10);
  }

  @Test
  void uncertainNumbersAreMarkedHeldOrLeft() {
    Frame data = counts("a 3 20", "b 50 400");
    Result marked = Runs.proportion(data, "by", "g");
    assertEquals("unreliable", word(marked.tidy(), "a", "proportion", "status"));
    assertEquals(15, number(marked.tidy(), "a", "proportion", "estimate"), 1e-12);
    assertEquals("ok", word(marked.tidy(), "b", "proportion", "status"));
    assertTrue(marked.reading().get(2).in(Language.EN).startsWith("1 of 2 numbers"));
    Frame held = Runs.proportion(data, "too-uncertain", "hold", "by", "g").tidy();
    assertTrue(Double.isNaN(number(held, "a", "proportion", "estimate")));
    assertEquals("unreliable", word(held, "a", "proportion", "status"));
    Frame left = Runs.proportion(data, "too-uncertain", "ignore", "by", "g").tidy();
    assertEquals("ok", word(left, "a", "proportion", "status"));
  }

  @Test
  void whatIsKnownStandsBesideTheBounds() {
    Frame data = counts("a 1-4 100", "a 20 100", "a 30 100", "b .. 100", "b 12 100", "c 1-4 100");
    Frame tidy = Runs.proportion(data, "by", "g").tidy();
    assertEquals("suppressed", word(tidy, "a", "proportion", "status"));
    assertEquals(25, number(tidy, "a", "of_known", "estimate"), 1e-12);
    assertEquals("2 of 3 rows are known", word(tidy, "a", "of_known", "note"));
    assertEquals(17, number(tidy, "a", "lowest", "estimate"), 1e-12);
    assertEquals(18, number(tidy, "a", "highest", "estimate"), 1e-12);
    assertEquals("missing", word(tidy, "b", "proportion", "status"));
    assertEquals(12, number(tidy, "b", "of_known", "estimate"), 1e-12);
    for (int row = 0; row < tidy.rows(); row++) {
      assertTrue(!tidy.text("g").get(row).equals("c")
          || !tidy.text("measure").get(row).equals("of_known"));
    }
  }
}
