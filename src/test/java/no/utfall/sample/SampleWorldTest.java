package no.utfall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.utfall.sample.Estimates.Base;
import no.utfall.sample.Estimates.Estimate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The world at the shipped seed against its specification. */
class SampleWorldTest {

  private static SampleWorld world;
  private static double[][] y;

  @BeforeAll
  static void draw() {
    world = SampleWorld.of(SampleWorld.SEED);
    y = world.percentOutside();
  }

  @Test
  void thePeopleAddUp() {
    int[] population =
        world.units.stream().mapToInt(u -> u.now().population()).sorted().toArray();
    assertEquals(357, population.length);
    assertEquals(5_550_000, Arrays.stream(population).sum(), 1_000);
    assertEquals(250, population[0]);
    assertEquals(700_000, population[356]);
    assertEquals(5_800, population[178], 600);
    assertEquals(35, Arrays.stream(population).filter(p -> p < 1_000).count(), 10);
    assertEquals(971_000, world.units.stream().mapToInt(u -> u.now().children()).sum(), 500);
  }

  /** Rounded to whole 5 000, as far as one draw of the world lets one tell. */
  @Test
  void hundredAndFifteenThousandChildrenLiveInLowIncomeFamilies() {
    double poor = 0;
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      int at = year;
      poor += world.units.stream().mapToInt(u -> world.whole(u, at).poor()).sum()
          / (double) Years.COUNT;
    }
    assertEquals(115_000, poor, 2_500);
    assertEquals(
        0.118, poor / world.units.stream().mapToInt(u -> u.now().children()).sum(), 0.002);
  }

  @Test
  void adoptersAreAboutAsManyAsExpected() {
    assertEquals(67, world.adopters(Measure.VEIVISER).size(), 15);
    assertEquals(83, world.adopters(Measure.LOFTET).size(), 18);
    assertEquals(Measure.NONE, world.units.get(0).adoption().measure());
    for (Unit unit : world.units) {
      int start = unit.adoption().start();
      assertTrue(start == 0 || start >= 2016 && start <= 2021);
      assertTrue(unit.adoption().tau() >= 0);
    }
  }

  @Test
  void predecessorsAddUpToTheirSuccessors() {
    for (Unit unit : world.units) {
      assertEquals(
          unit.now().population(),
          unit.before().stream().mapToInt(Place::population).sum());
      assertEquals(
          unit.now().young(), unit.before().stream().mapToInt(Place::young).sum());
      assertEquals(
          unit.now().children(),
          unit.before().stream().mapToInt(Place::children).sum());
    }
    assertEquals(45, world.units.stream().filter(Unit::merged).count());
  }

  @Test
  void noCountIsLargerThanItsPlace() {
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (SampleWorld.Published row : world.published(year)) {
        Observation o = row.seen();
        for (int c = 0; c < Cells.COUNT; c++) {
          assertTrue(o.outside()[c] <= o.cells()[c], row.code());
        }
        assertTrue(o.poor() <= o.children(), row.code());
        assertTrue(o.distressed() <= o.asked(), row.code());
      }
    }
  }

  @Test
  void eachYearHasItsOwnCodes() {
    assertEquals(357, world.published(2024).size());
    assertEquals(356, world.published(2023).size());
    assertEquals(356, world.published(2020).size());
    int places = world.units.stream().mapToInt(u -> u.before().size()).sum();
    assertEquals(places - 1, world.published(2019).size());
  }

  @Test
  void mixedMunicipalitiesAreHalfExposed() {
    List<Unit> mixed =
        world.units.stream().filter(u -> u.standing() == Unit.Standing.MIXED).toList();
    assertEquals(3, mixed.size());
    for (Unit unit : mixed) {
      Adoption half = unit.before().get(0).adoption();
      assertEquals(2, unit.before().size());
      assertTrue(half.start() >= 2016 && half.start() < Years.REFORM);
      assertEquals(Measure.NONE, unit.before().get(1).adoption().measure());
      assertEquals(0.5 * half.tau(), unit.adoption().effect(2024), 1e-12);
    }
  }

  @Test
  void spendingFollowsExclusion() {
    assertEquals(0.42, Figures.correlation(world), 0.1);
  }

  /** A widens the gap between education groups by 0.8 / 1.02 of its mean effect. */
  @Test
  void veiviserHelpsThoseWithHighlyEducatedParentsMost() {
    assertEquals(
        1, Cells.benefit(0) * 0.25 + Cells.benefit(1) * 0.45 + Cells.benefit(2) * 0.3, 1e-15);
    assertEquals(0.8 / 1.02, Cells.benefit(2) - Cells.benefit(0), 1e-15);
  }

  @Test
  void activityPerKroneRisesUnderLoftetAndFallsUnderVeiviser() {
    assertEquals(1.13, 1.45 / (1 + 4_000 / 14_000.0), 0.005);
    assertEquals(0.86, 0.95 / (1 + 1_500 / 14_000.0), 0.005);
    double with = meanConsultations(world.adopters(Measure.LOFTET));
    double without = meanConsultations(world.never());
    assertEquals(1.45, with / without, 0.1);
  }

  private static double meanConsultations(List<Unit> units) {
    return units.stream()
        .map(u -> world.whole(u, Years.LAST))
        .mapToDouble(o -> 1000.0 * o.consultations() / o.young())
        .average()
        .orElseThrow();
  }

  @Test
  void cleanComparisonsFindTheEffectOfVeiviser() {
    double truth = Figures.truth(world.adopters(Measure.VEIVISER));
    assertEquals(-1.61, truth, 0.25);
    assertNear(truth, difference(Measure.VEIVISER, Base.ALL_YEARS_TO_SECOND_LAST));
    assertNear(truth, difference(Measure.VEIVISER, Base.SECOND_LAST_YEAR));
    assertNear(truth, difference(Measure.VEIVISER, Base.LAST_YEAR));
  }

  @Test
  void cleanComparisonsFindNoEffectOfLoftet() {
    assertNear(0, difference(Measure.LOFTET, Base.ALL_YEARS_TO_SECOND_LAST));
    assertNear(0, difference(Measure.LOFTET, Base.SECOND_LAST_YEAR));
  }

  /** Lines 12 and 13: the expected naive figures, each within 2.5 of its standard errors. */
  @Test
  void naiveComparisonsErrAsForetold() {
    List<Unit> never = world.never();
    Map<Measure, List<Unit>> adopters = Arrays.stream(Measure.values())
        .collect(Collectors.toMap(Function.identity(), world::adopters));
    List<Unit> a = adopters.getOrDefault(Measure.VEIVISER, List.of());
    List<Unit> b = adopters.getOrDefault(Measure.LOFTET, List.of());
    assertNear(-0.31, Estimates.crossSection(y, a, never));
    assertNear(-1.90, Estimates.beforeAfter(y, a));
    assertNear(-1.69, difference(Measure.VEIVISER, Base.LAST_YEAR));
    assertNear(0.40, Estimates.crossSection(y, b, never));
    assertNear(-0.97, Estimates.beforeAfter(y, b));
    assertNear(-0.78, difference(Measure.LOFTET, Base.LAST_YEAR));
    assertNear(0.32, Figures.withVeiviserAmongControls(world));
  }

  /** Line 14; the bar and the reliability are one draw, wherefore the wide tolerance. */
  @Test
  void spendingPointsTheOtherWayThanTheEffect() {
    Board board = Board.of(world);
    assertEquals(0.72, board.trueReversals(), 0.04);
    assertEquals(0.31, board.tiedShare(), 0.08);
    Board.Bar bar = board.bar();
    assertEquals(0.45, bar.reversed(), 0.09);
    assertEquals(0.04, bar.same(), 0.03);
    assertEquals(0.51, bar.cannotTell(), 0.09);
    assertEquals(1, bar.reversed() + bar.same() + bar.cannotTell(), 1e-12);
    assertEquals(0.55, board.reliability(), 0.14);
    assertEquals(0.33, Board.of(world, 1).reliability(), 0.17);
  }

  private static Estimate difference(Measure measure, Base base) {
    return Estimates.differenceInDifferences(y, world.adopters(measure), world.never(), base);
  }

  private static void assertNear(double expected, Estimate estimate) {
    assertEquals(expected, estimate.value(), 2.5 * estimate.standardError());
  }
}
