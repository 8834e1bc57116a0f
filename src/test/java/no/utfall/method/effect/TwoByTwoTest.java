package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

class TwoByTwoTest {

  // before: others 1, 3; treated 4, 6 — after: others 2, 6; treated 3, 9
  private static final double[] Y = {1, 3, 4, 6, 2, 6, 3, 9};
  private static final boolean[] TREATED = {false, false, true, true, false, false, true, true};
  private static final boolean[] AFTER = {false, false, false, false, true, true, true, true};
  private static final int[] UNIT = {0, 1, 2, 3, 0, 1, 2, 3};

  @Test
  void fourMeansByHand() {
    TwoByTwo.Estimate four = TwoByTwo.withDefaults().estimate(Y, TREATED, AFTER, UNIT);
    // (6 − 5) − (4 − 2)
    assertEquals(-1, four.effect().value(), 1e-12);
    assertEquals(2, four.intercept().value(), 1e-12);
    assertEquals(3, four.treated().value(), 1e-12);
    assertEquals(2, four.after().value(), 1e-12);
    // squares about the means: 2, 2, 8, 18
    double iid = 30.0 / 4 * (4 * 0.5);
    assertEquals(Math.sqrt(iid), error(TwoByTwo.Errors.IID), 1e-12);
    assertEquals(Math.sqrt(8.0 / 4 * (30.0 / 4)), error(TwoByTwo.Errors.HETERO), 1e-12);
    // sums of c·e by unit: (1 − 2)/2, (−1 + 2)/2, (1 − 3)/2, (−1 + 3)/2, in size
    double scores = 2 * 0.25 + 2 * 1;
    assertEquals(Math.sqrt(4.0 / 3 * (7.0 / 4) * scores), error(TwoByTwo.Errors.CLUSTER), 1e-12);
    assertEquals(3, four.effect().df());
  }

  private static double error(TwoByTwo.Errors kind) {
    return TwoByTwo.withDefaults()
        .errors(kind)
        .estimate(Y, TREATED, AFTER, UNIT)
        .effect()
        .stdError();
  }

  @Test
  void whatShowsNoSpreadGetsNoStandardError() {
    int[] counties = {0, 1, 2, 2, 0, 1, 2, 2};
    TwoByTwo.Contrast oneTreated =
        TwoByTwo.withDefaults().estimate(Y, TREATED, AFTER, counties).effect();
    assertEquals(-1, oneTreated.value(), 1e-12);
    assertTrue(Double.isNaN(oneTreated.stdError()) && Double.isNaN(oneTreated.df()));
    double[] flat = {1, 1, 2, 2, 3, 3, 5, 5};
    assertTrue(Double.isNaN(
        TwoByTwo.withDefaults().estimate(flat, TREATED, AFTER, UNIT).effect().stdError()));
    double[] four = {1, 2, 3, 5};
    boolean[] group = {false, true, false, true};
    boolean[] time = {false, false, true, true};
    assertTrue(Double.isNaN(TwoByTwo.withDefaults()
        .errors(TwoByTwo.Errors.IID)
        .estimate(four, group, time, new int[] {0, 1, 0, 1})
        .effect()
        .stdError()));
    assertThrows(
        IllegalArgumentException.class,
        () -> TwoByTwo.withDefaults().estimate(four, group, group, new int[4]));
  }

  @Test
  void rowsWithoutAnOutcomeAreCountedAndNamed() {
    Frame world = DifferenceInDifferencesTest.world("""
        unit start 2019 2020 2021 2022
        A    2021   4.0  4.5  3.0  .
        B    2021   6.0  6.0  5.5  4.0
        C    -      :    5.5  5.5  4.5
        D    -      7.0  6.5  7.5  7.5
        """);
    Result result = Sheets.did(
        world,
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--cohort",
        "start",
        "--estimator",
        "2x2",
        "--vcov",
        "hetero");
    Frame tidy = result.tidy();
    double effect = (3.0 + 5.5 + 4.0) / 3
        - (4.0 + 4.5 + 6 + 6) / 4
        - ((5.5 + 4.5 + 7.5 + 7.5) / 4 - (5.5 + 7 + 6.5) / 3);
    assertEquals(effect, tidy.number("estimate").value(0), 1e-12);
    assertEquals("standard error: hetero", tidy.text("note").get(0));
    assertEquals(14, Sheets.at(tidy, "estimate", "measure", "rows"));
    assertEquals(2, Sheets.at(tidy, "estimate", "measure", "dropped_rows"));
    Frame dropped = result.tables().get("dropped");
    assertEquals("no outcome in 1 of 4 rows", dropped.text("reason").get(1));
    assertEquals("N710", result.findings().get(0).code());
    assertEquals("W717", result.findings().get(1).code());
    for (Language language : Language.values()) {
      result.reading().forEach(text -> assertFalse(text.in(language).contains("{")));
    }
  }

  @Test
  void oneTreatedUnitIsMarkedUnreliable() {
    Frame world = DifferenceInDifferencesTest.world("""
        unit start 2019 2020
        A    2020   4.0  3.0
        C    -      5.0  5.5
        D    -      7.0  6.5
        """);
    Result result = Sheets.did(
        world,
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--cohort",
        "start",
        "--estimator",
        "2x2");
    assertEquals("unreliable", result.tidy().text("status").get(0));
    assertFalse(result.tidy().names().contains("std_error"));
    assertTrue(result.reading().get(0).in(Language.EN).contains("uncertainty cannot be computed"));
  }
}
