package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import no.utfall.figure.Frame;
import no.utfall.method.Method;
import no.utfall.method.MethodRun;
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

  private static Result aged(Method method, Frame data, String more) {
    return MethodRun.of(method, data, "by=g count=x population=n age=age " + more);
  }

  /** Standards 70 and 30, a: 10 of 1000 and 30 of 500; b: 4 of 1000 and 2 of 500; c: 11 events, ten of them where few live. */
  private static final String[] STANDARDISED = {
    "a 0-49 10 1000 70", "a 50+ 30 500 30",
    "b 0-49 4 1000 70", "b 50+ 2 500 30",
    "c 0-49 1 10 70", "c 50+ 10 5000 30"
  };

  @Test
  void standardisedRatesByTheirEventsAndTheirInterval() {
    Frame data = StandardisedTest.ages(STANDARDISED);
    Frame said = aged(new DsrMethod(), data, "standard=col:w").tidy();
    assertEquals("ok", word(said, "a", "dsr", "status"));
    assertEquals("fewer than 10 events: held back", word(said, "b", "dsr", "note"));
    assertTrue(Double.isNaN(number(said, "b", "dsr", "estimate")));
    // one event of ten persons at weight .7: nearly all of the rate rests on it
    assertEquals("unreliable", word(said, "c", "dsr", "status"));
    assertEquals(
        "too uncertain: the 95 % interval is more than 1.6 times the rate",
        word(said, "c", "dsr", "note"));
    assertEquals(7060, number(said, "c", "dsr", "estimate"), 1e-9);

    Result marked = aged(new DsrMethod(), data, "standard=col:w too-uncertain=mark");
    assertEquals("unreliable", word(marked.tidy(), "b", "dsr", "status"));
    assertEquals(400, number(marked.tidy(), "b", "dsr", "estimate"), 1e-9);
    assertTrue(marked.reading().stream()
        .anyMatch(sentence -> sentence.in(Language.EN).startsWith("2 of 3 numbers")));
    Frame held =
        aged(new DsrMethod(), data, "standard=col:w too-uncertain=hold").tidy();
    assertTrue(Double.isNaN(number(held, "b", "dsr", "estimate")));
    assertTrue(Double.isNaN(number(held, "c", "dsr", "estimate")));
    assertTrue(number(held, "a", "dsr", "estimate") > 0);
    Frame left =
        aged(new DsrMethod(), data, "standard=col:w too-uncertain=ignore").tidy();
    assertEquals("ok", word(left, "b", "dsr", "status"));
    assertEquals("ok", word(left, "c", "dsr", "status"));
    assertEquals(400, number(left, "b", "dsr", "estimate"), 1e-9);
  }

  @Test
  void widthsThatAreNotComputedAreNarrow() {
    DirectRate gamma = DirectRate.withDefaults().per(1).interval(DirectRate.Interval.FAY_FEUER);
    for (double events = 20; events < 300; events *= 1.3) {
      for (double step : new double[] {0.01, 0.05, 0.1}) {
        // two ages: all events in the first, and the second so small that one event there would add
        // this much
        double[] count = {events, 0};
        double[] size = {1, 1 / (step * events)};
        double[] weight = {1, 1};
        DirectRate.Estimate e = gamma.estimate(count, size, weight);
        assertEquals(Math.max(step * events / 2, 0.5), e.step(), 1e-9);
        if (e.step() <= 0.1 * e.value()) {
          assertTrue(e.high() - e.low() <= 1.6 * e.value(), events + " " + step);
        }
        assertEquals("", TooUncertain.width(e, count, size, weight));
      }
    }
  }

  @Test
  void standardisedRatiosByTheirEvents() {
    Frame data = StandardisedTest.ages(STANDARDISED);
    Frame marked = aged(new SmrMethod(), data, "").tidy();
    assertEquals("ok", word(marked, "a", "smr", "status"));
    assertEquals("too uncertain: fewer than 10 events", word(marked, "b", "smr", "note"));
    assertEquals("unreliable", word(marked, "b", "isr", "status"));
    assertTrue(number(marked, "b", "smr", "estimate") > 0);
    Frame held = aged(new SmrMethod(), data, "too-uncertain=hold").tidy();
    assertTrue(Double.isNaN(number(held, "b", "smr", "estimate")));
    Frame left = aged(new SmrMethod(), data, "too-uncertain=ignore").tidy();
    assertEquals("ok", word(left, "b", "smr", "status"));
  }

  @Test
  void livesAreHeldMarkedOrLeft() {
    Frame data = StandardisedTest.ages("a 0-49 10 1000", "a 50+ 30 500");
    Frame held = aged(new LifeExpectancyMethod(), data, "show-unreliable=true too-uncertain=hold")
        .tidy();
    assertTrue(Double.isNaN(number(held, "a 0-49", "life_expectancy", "estimate")));
    assertEquals(
        "at most 5000 person-years: held back", word(held, "a 0-49", "life_expectancy", "note"));
    Frame marked = aged(new LifeExpectancyMethod(), data, "too-uncertain=mark").tidy();
    assertEquals("unreliable", word(marked, "a 0-49", "life_expectancy", "status"));
    // M = .01 and .06: q = .4, L = 50 · 80 000 and 60 000 / .06
    assertEquals(50, number(marked, "a 0-49", "life_expectancy", "estimate"), 1e-9);
    Frame left = aged(new LifeExpectancyMethod(), data, "too-uncertain=ignore").tidy();
    assertEquals("ok", word(left, "a 0-49", "life_expectancy", "status"));
    assertEquals("", word(left, "a 0-49", "life_expectancy", "note"));
  }

  /** Half of the young are hidden; all of the old in b; nothing of the young in c. */
  private static final String[] HIDDEN = {
    "a 0-49 :  400 70",
    "a 0-49 12 600 70",
    "a 50+ 30 500 30",
    "b 0-49 20 1000 70",
    "b 50+ 1-4 500 30",
    "c 50+ 30 500 30",
    "d 0-49 10 1000 70",
    "d 50+ 30 500 30"
  };

  private static Frame hidden() {
    return StandardisedTest.ages(
        Arrays.stream(HIDDEN).map(line -> line.replaceAll(" +", " ")).toArray(String[]::new));
  }

  @Test
  void knownRowsAreStandardisedOverTheAgesTheyHave() {
    Frame tidy = aged(new DsrMethod(), hidden(), "standard=col:w").tidy();
    // .7 · 12 / 600 + .3 · 30 / 500
    assertEquals(3200, number(tidy, "a", "of_known", "estimate"), 1e-9);
    assertEquals("2 of 3 rows are known", word(tidy, "a", "of_known", "note"));
    assertEquals(2000, number(tidy, "b", "of_known", "estimate"), 1e-9);
    assertEquals(
        "1 of 2 rows are known; standardised without the ages 50+",
        word(tidy, "b", "of_known", "note"));
    assertEquals("suppressed", word(tidy, "b", "dsr", "status"));
  }

  @Test
  void knownRowsAreHeldAgainstWhatIsExpectedOfThem() {
    Frame tidy = aged(new SmrMethod(), hidden(), "base=1").tidy();
    // the known: 42 young of 2600 and 90 old of 1500; of a 12 and 30
    double expected = 600 * 42 / 2600.0 + 500 * 90 / 1500.0;
    assertEquals(42 / expected, number(tidy, "a", "of_known", "estimate"), 1e-12);
    assertEquals("2 of 3 rows are known", word(tidy, "a", "of_known", "note"));
    assertEquals(20 / (1000 * 42 / 2600.0), number(tidy, "b", "of_known", "estimate"), 1e-12);
  }

  @Test
  void knownRowsMakeALifeTableWhereEveryAgeHasOne() {
    Frame tidy =
        aged(new LifeExpectancyMethod(), hidden(), "too-uncertain=mark").tidy();
    // M = .02 and .06: q = 1 / 1.5, L = 50 · (33 333.3 + 33 333.3) and 33 333.3 / .06
    assertEquals((50 * 2 / 3.0 + 1 / 0.18), number(tidy, "a 0-49", "of_known", "estimate"), 1e-9);
    assertEquals("unreliable", word(tidy, "a 0-49", "of_known", "status"));
    for (int row = 0; row < tidy.rows(); row++) {
      assertTrue(!tidy.text("g").get(row).equals("b")
          || !tidy.text("measure").get(row).equals("of_known"));
    }
  }

  @Test
  void eventsWhereNobodyIsAtRiskAreNoRatio() {
    Frame data =
        StandardisedTest.ages("a 0-49 2 0", "a 50+ 30 500", "b 0-49 9 900", "b 50+ 30 500");
    Result result = aged(new SmrMethod(), data, "base=1");
    assertEquals("not-estimable", word(result.tidy(), "a", "smr", "status"));
    assertEquals("1 of 2 rows are impossible", word(result.tidy(), "a", "smr", "note"));
    // and they are not in the rates of the reference
    assertEquals(
        39 / (9 + 500 * 60 / 1000.0), number(result.tidy(), "b", "smr", "estimate"), 1e-12);
    assertTrue(result.findings().stream().anyMatch(f -> f.message().contains("nobody is at risk")));
  }
}
