package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

/** Life tables by hand, and what must not become a number. */
class LifeExpectancyTest {

  private static Result run(Frame data, String... more) {
    String[] all = Arrays.copyOf(
        new String[] {"by", "g", "age", "age", "count", "x", "population", "n"}, 8 + more.length);
    System.arraycopy(more, 0, all, 8, more.length);
    return Runs.run(new LifeExpectancyMethod(), data, all);
  }

  private static double e(Frame tidy, String keys) {
    return number(tidy, keys, "life_expectancy", "estimate");
  }

  @Test
  void byHand() {
    // M = .01: q = 50 * .01 / (1 + 50 * .5 * .01) = .4; L = 50 * (60 000 + 20 000); then 60 000 /
    // .05
    LifeTable table =
        LifeTable.of(new double[] {0, 50}, new double[] {10, 30}, new double[] {1000, 600});
    assertEquals(0.4, table.dying(0), 1e-15);
    assertEquals(52, table.expectancy(0), 1e-12);
    assertEquals(20, table.expectancy(1), 1e-12);
    assertEquals(1, table.dying(1));
    // (.5 * 50 + 20)^2 * .16 * .6 / 10, and (.6)^2 / (30 * .05^2)
    assertEquals(Math.sqrt(2025 * 0.16 * 0.6 / 10 + 0.36 / 0.075), table.stdError(0), 1e-12);
    Result result =
        run(StandardisedTest.ages("a 0-49 10 1000", "a 50+ 30 600"), "min-population", "0");
    assertEquals(52, e(result.tidy(), "a 0-49"), 1e-12);
    assertTrue(result.explain("a").orElseThrow().get(0).in(Language.EN).endsWith("= 52"));
    assertEquals(
        60_000, number(result.tables().get("life-table"), "a 50+", "living", "estimate"), 1e-9);
  }

  @Test
  void onlyTheFirstYearOfLifeIsDiedEarlyIn() {
    // from 65 on, year by year: q = .1 / (1 + .5 · .1), and half of the year is lived by those who
    // die
    LifeTable table =
        LifeTable.of(new double[] {65, 66}, new double[] {10, 20}, new double[] {100, 100});
    double q = 0.1 / 1.05;
    assertEquals(q, table.dying(0), 1e-15);
    assertEquals((1 - q) + 0.5 * q + (1 - q) * 5, table.expectancy(0), 1e-12);
    double infant = LifeTable.of(
            new double[] {0, 1}, new double[] {10, 20}, new double[] {100, 100})
        .dying(0);
    assertEquals(0.1 / 1.09, infant, 1e-15);
  }

  @Test
  void yearsLostByHand() {
    Frame data = StandardisedTest.ages(
        "a 0-49 10 1000",
        "a 50-74 20 800",
        "a 75+ 30 600",
        "b 0-49 2-4 1000",
        "b 50-74 20 800",
        "b 75+ 30 600",
        "c 0-49 10 1000",
        "c 50-74 20 800",
        "c 75+ 1-4 600");
    Result result = run(data, "min-population", "0", "conf-level", "0.95,0.8");
    Frame lost = result.tables().get("years-lost");
    // middles 25 and 62.5: 10 · 50 + 20 · 12.5, variance 10 · 50² + 20 · 12.5², over 1800
    assertEquals(750, number(lost, "a", "years_lost", "estimate"), 1e-12);
    assertEquals(Math.sqrt(28_125), number(lost, "a", "years_lost", "std_error"), 1e-12);
    assertEquals(1e5 * 750 / 1800, number(lost, "a", "years_lost_rate", "estimate"), 1e-9);
    // Dobson: Y + √(V / D) (limits of D − D)
    CrudeRate.Estimate deaths = CrudeRate.withDefaults().per(1).estimate(30, 1);
    double scale = Math.sqrt(28_125 / 30.0);
    assertEquals(
        750 + scale * (deaths.low() - 30), number(lost, "a", "years_lost", "conf_low"), 1e-9);
    assertEquals(
        750 + scale * (deaths.high() - 30), number(lost, "a", "years_lost", "conf_high"), 1e-9);
    // hidden deaths give bounds; hidden after the age they are of no matter
    assertEquals("suppressed", word(lost, "b", "years_lost", "status"));
    assertEquals(2 * 50 + 250, number(lost, "b", "years_lost_lowest", "estimate"), 1e-12);
    assertEquals(
        1e5 * (4 * 50 + 250) / 1800,
        number(lost, "b", "years_lost_rate_highest", "estimate"),
        1e-9);
    assertEquals(750, number(lost, "c", "years_lost", "estimate"), 1e-12);
    assertTrue(result.explain("a").orElseThrow().stream()
        .anyMatch(line -> line.in(Language.EN).startsWith("Σd(A − m) = 750,")));
    Frame endless = run(data, "lost-before", "1e12").tables().get("years-lost");
    assertEquals(
        "age 75+ reaches past 1000000000000: choose another --lost-before",
        word(endless, "a", "years_lost", "note"));
    Frame cut = run(data, "min-population", "0", "lost-before", "70").tables().get("years-lost");
    assertEquals("not-estimable", word(cut, "a", "years_lost", "status"));
    assertEquals(
        "age 50-74 reaches past 70: choose another --lost-before",
        word(cut, "a", "years_lost", "note"));
  }

  @Test
  void oneBandAloneIsTheInverseOfItsRate() {
    LifeTable table = LifeTable.of(new double[] {0}, new double[] {25}, new double[] {1000});
    assertEquals(40, table.expectancy(0), 1e-12);
  }

  @Test
  void limitsDoNotGoBelowZero() {
    Frame tidy = run(
            StandardisedTest.ages("a 0-49 10 9000", "a 50+ 1 4"), "show-unreliable", "true")
        .tidy();
    assertEquals(0, number(tidy, "a 50+", "life_expectancy", "conf_low"));
  }

  @Test
  void aMissingCellIsNoDeathAndAHiddenOneGivesBounds() {
    Frame tidy = run(StandardisedTest.ages(
            "a 0-49 .. 9000",
            "a 50+ 300 9000",
            "b 0-49 1-4 9000",
            "b 50+ 300 9000",
            "c 0-49 20 9000",
            "c 50+ 300 9000",
            "d 0-49 20 9000",
            "d 50+ 0 9000",
            "e 0-49 20 10",
            "e 50+ 100 9000"))
        .tidy();
    assertEquals("missing", word(tidy, "a 0-49", "life_expectancy", "status"));
    assertEquals("suppressed", word(tidy, "b 0-49", "life_expectancy", "status"));
    assertEquals("not-estimable", word(tidy, "d 0-49", "life_expectancy", "status"));
    assertEquals(
        "no deaths at age 50+, where life must end",
        word(tidy, "d 0-49", "life_expectancy", "note"));
    assertEquals(
        "more deaths than person-years at age 0-49",
        word(tidy, "e 0-49", "life_expectancy", "note"));
    double least =
        e(run(StandardisedTest.ages("b 0-49 4 9000", "b 50+ 300 9000")).tidy(), "b 0-49");
    double most =
        e(run(StandardisedTest.ages("b 0-49 1 9000", "b 50+ 300 9000")).tidy(), "b 0-49");
    assertEquals(least, number(tidy, "b 0-49", "lowest", "estimate"), 1e-12);
    assertEquals(most, number(tidy, "b 0-49", "highest", "estimate"), 1e-12);
    assertTrue(least < most);
    for (String key : List.of("a", "b", "d", "e")) {
      assertTrue(Double.isNaN(e(tidy, key + " 0-49")), key);
    }
  }

  @Test
  void smallGroupsAreHeldBackOrPooled() {
    Frame data = StandardisedTest.ages(
        "a 0-49 10 2000 1",
        "a 50+ 60 2000 1",
        "b 0-49 20 2000 1",
        "b 50+ 60 2000 1",
        "c 0-49 20 9000 1",
        "c 50+ 300 9000 1");
    Frame held = run(data).tidy();
    assertEquals("unreliable", word(held, "a 0-49", "life_expectancy", "status"));
    assertTrue(Double.isNaN(e(held, "a 0-49")));
    assertEquals("ok", word(held, "c 0-49", "life_expectancy", "status"));
    Frame region = data.with(TextColumn.of("region", "N", "N", "N", "N", "N", "N"));
    Frame pooled = run(region, "pool", "region").tidy();
    double together =
        e(run(StandardisedTest.ages("x 0-49 30 4000", "x 50+ 120 4000")).tidy(), "x 0-49");
    assertEquals(together, e(pooled, "a 0-49"), 1e-12);
    assertEquals(together, e(pooled, "b 0-49"), 1e-12);
    assertEquals("pooled: a, b", word(pooled, "a 0-49", "life_expectancy", "note"));
    assertEquals(e(held, "c 0-49"), e(pooled, "c 0-49"));
    Frame mixed = data.with(TextColumn.of("region", "N", "S", "N", "N", "N", "N"));
    Refusal refusal = assertThrows(Refusal.class, () -> run(mixed, "pool", "region"));
    assertEquals(Fault.COMMAND_LINE, refusal.fault());
  }

  @Test
  void aBandWithTwoNamesIsCalledTheSameWhateverTheOrderOfTheRows() {
    String[] lines = {"a 0-49 10 9000", "a 50+ 60 9000", "b 0–49 20 9000", "b 50+ 60 9000"};
    Frame one = run(StandardisedTest.ages(lines)).tidy();
    Collections.reverse(Arrays.asList(lines));
    Frame other = run(StandardisedTest.ages(lines)).tidy();
    assertEquals(e(one, "a 0-49"), e(other, "a 0-49"));
  }

  @Test
  void agesThatDoNotMakeALifeAreRefused() {
    for (String[] lines : new String[][] {
      {"a 0-49 10 9000", "a 50-89 30 9000"},
      {"a 0-49 10 9000", "a 60+ 30 9000"},
      {"a 0-49 10 9000", "a 40+ 30 9000"}
    }) {
      Refusal refusal = assertThrows(Refusal.class, () -> run(StandardisedTest.ages(lines)));
      assertEquals(Fault.INPUT_DATA, refusal.fault());
    }
  }

  @Test
  void singleYearsAndFinerBandsChangeLittleAndOrderNothing() {
    List<String> years = new ArrayList<>();
    List<String> fives = new ArrayList<>();
    for (int from = 0; from < 90; from += 5) {
      long deaths = 0;
      for (int age = from; age < from + 5; age++) {
        long d = Math.round(100_000 * 0.0001 * Math.exp(0.085 * age));
        deaths += d;
        years.add("a " + age + " " + d + " 100000");
      }
      fives.add("a " + from + "-" + (from + 4) + " " + deaths + " 500000");
    }
    years.add("a 90 20000 100000");
    fives.add("a 90+ 20000 100000");
    double single = e(run(StandardisedTest.ages(years.toArray(String[]::new))).tidy(), "a 0");
    double five = e(run(StandardisedTest.ages(fives.toArray(String[]::new))).tidy(), "a 0-4");
    // deaths in five years of steeply rising rates are not spread evenly: the known bias of wide
    // bands
    assertEquals(single, five, 0.15);
    Collections.shuffle(years, new Random(3));
    assertEquals(
        single, e(run(StandardisedTest.ages(years.toArray(String[]::new))).tidy(), "a 0"));
  }
}
