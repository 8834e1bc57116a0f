package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import no.utfall.math.Normal;
import org.junit.jupiter.api.Test;

class GuardsTest {

  private static final int[] YEARS = {2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022};

  /** Noise of sd 1 and what a test plants; every third unit starts in 2019 or 2020. */
  private interface Planted {
    double at(int year, int start);
  }

  private static Guards.Reason reason(int units, Planted planted) {
    return guards(units, YEARS, planted).reason();
  }

  private static Guards guards(int units, int[] years, Planted planted) {
    SplittableRandom random = new SplittableRandom(17);
    double[][] y = new double[units][years.length];
    int[] start = new int[units];
    for (int i = 0; i < units; i++) {
      start[i] = i % 3 == 0 ? 2019 + i % 2 : Adoption.NEVER;
      for (int t = 0; t < years.length; t++) {
        double noise = Normal.quantile(random.nextDouble() * (1 - 1e-12) + 5e-13);
        y[i][t] = noise + (i % 3 == 0 ? planted.at(years[t], start[i]) : 0);
      }
    }
    CallawaySantanna estimator = CallawaySantanna.withDefaults();
    return new Guards(
        estimator.estimate(Adoption.of(y, years, start)),
        estimator,
        CallawaySantanna.Base.VARYING,
        OptionalInt.empty(),
        0.95);
  }

  @Test
  void anEffectIsShown() {
    Guards guards = guards(150, YEARS, (year, start) -> year >= start ? -2 : 0);
    assertEquals(Guards.Reason.OFF_ZERO, guards.reason());
    assertEquals(Guards.Word.SHOWN, guards.word());
    assertEquals(-2, guards.withoutYearBefore().orElseThrow().att(), 0.5);
    assertEquals(0, guards.dip().orElseThrow().att(), 0.6);
  }

  @Test
  void aBadYearBeforeTheStartShowsNothing() {
    Guards guards = guards(150, YEARS, (year, start) -> year == start - 1 ? 2 : 0);
    assertEquals(Guards.Reason.DIP, guards.reason());
    assertEquals(2, guards.dip().orElseThrow().att(), 0.6);
  }

  @Test
  void anEffectAfterABadYearIsStillShown() {
    assertEquals(
        Guards.Reason.OFF_ZERO,
        reason(150, (year, start) -> year >= start ? -2 : year == start - 1 ? 2 : 0));
  }

  @Test
  void nothingAtAllCannotBeTold() {
    assertEquals(Guards.Reason.HOLDS_ZERO, reason(150, (year, start) -> 0));
  }

  @Test
  void otherCoursesBeforeTheStartCannotBeTold() {
    assertEquals(Guards.Reason.COURSES, reason(150, (year, start) -> 1.5 * (2014 - year)));
  }

  @Test
  void aDifferenceAtAPretendedStartCannotBeTold() {
    // the courses before are tested with seven degrees of freedom, the pretended start with one
    Guards.Reason found =
        reason(150, (year, start) -> year >= start ? -2 : year == start - 2 ? 0.75 : 0);
    assertEquals(Guards.Reason.PLACEBO, found);
  }

  @Test
  void aSignThatChangesWithTheBaseCannotBeTold() {
    assertEquals(
        Guards.Reason.SIGNS,
        reason(150, (year, start) -> year >= start ? -2 : year == start - 1 ? -5 : 0));
  }

  @Test
  void fewTreatedUnitsCannotTell() {
    assertEquals(Guards.Reason.FEW, reason(24, (year, start) -> year >= start ? -9 : 0));
  }

  @Test
  void aShortPastCannotTell() {
    Planted effect = (year, start) -> year >= start ? -3 : 0;
    int[] one = {2018, 2020, 2021};
    Guards short1 = guards(150, one, effect);
    assertEquals(Guards.Reason.NO_ESTIMATE, short1.reason());
    assertTrue(short1.dip().isEmpty());
    int[] two = {2017, 2018, 2020, 2021};
    assertEquals(Guards.Reason.UNTESTED, guards(150, two, effect).reason());
  }
}
