package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.panel.Direction;
import no.utfall.panel.Indicator;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.report.Measured;
import no.utfall.text.Text;
import org.junit.jupiter.api.Test;

/** Spending whose wandering and need are planted. */
class SpendingTest {

  private static final int UNITS = 400;
  private static final int FIRST = 2012;
  private static final int LAST = 2022;

  private static double normal(SplittableRandom random) {
    return Normal.quantile(random.nextDouble() * (1 - 1e-12) + 5e-13);
  }

  private static String name(int unit) {
    return "K" + (1000 + unit);
  }

  /** People of a unit: from 100 to 100 times as many. */
  private static double people(int unit) {
    return 100 * Math.pow(100, unit / (UNITS - 1.0));
  }

  /** Log spending 9 + .2 need − .05 log people + level of the unit + a wandering of known variance. */
  private static Spending spending(double persistence, double later) {
    return spending(persistence, later, 5);
  }

  private static Spending spending(double persistence, double later, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, TreeMap<Period, double[]>> byUnit = new HashMap<>();
    for (int i = 0; i < UNITS; i++) {
      double sd = Math.sqrt(0.001 + 0.5 / people(i));
      double at = sd * normal(random);
      double level = 0.05 * normal(random);
      TreeMap<Period, double[]> own = new TreeMap<>();
      for (int t = FIRST; t <= LAST; t++) {
        at = persistence * at + Math.sqrt(1 - persistence * persistence) * sd * normal(random);
        double log = 9
            + 0.2 * need(i)
            - 0.05 * Math.log(people(i))
            + level
            + at
            + (t >= 2016 ? later * (i % 2) : 0);
        own.put(Period.year(t), new double[] {people(i) * Math.exp(log), people(i)});
      }
      byUnit.put(name(i), own);
    }
    return new Spending(byUnit, Optional.of(Period.year(LAST)), 1);
  }

  private static double need(int unit) {
    return Math.sin(unit * 12.9898) * 1.4;
  }

  private static Measured indicator(double later) {
    TextColumn.Builder unit = TextColumn.builder("unit");
    TextColumn.Builder period = TextColumn.builder("period");
    NumberColumn.Builder estimate = NumberColumn.builder("estimate");
    for (int i = 0; i < UNITS; i++) {
      for (int t = FIRST; t <= LAST; t++) {
        unit.add(name(i));
        period.add(Integer.toString(t));
        estimate.add(10 + need(i) + (t >= 2016 ? later * i : 0));
      }
    }
    Frame cells = Frame.of(unit.build(), period.build(), estimate.build());
    Indicator of = new Indicator(
        "poor",
        Text.same("Poor"),
        Level.OUTCOME,
        Direction.LOWER_IS_BETTER,
        "percent",
        Text.none(),
        Text.none(),
        List.of(),
        0,
        Double.NaN);
    return new Measured(of, cells, Frame.of(), Text.none(), Optional.empty(), List.of());
  }

  @Test
  void theErrorOfThreeYearsIsTheOneThatWasPlanted() {
    // mean over worlds of 400 units; over 300 of them it is 1.02 to 1.05: rather too wide than too
    // narrow
    int worlds = 30;
    for (double persistence : new double[] {0, 0.3, 0.6}) {
      double factor = (1 + (4 * persistence + 2 * persistence * persistence) / 3) / 3;
      double[] ratio = new double[UNITS];
      for (int world = 0; world < worlds; world++) {
        Map<String, Double> errors = spending(persistence, 0, world).relativeErrors();
        for (int i = 0; i < UNITS; i++) {
          double planted = Math.sqrt((0.001 + 0.5 / people(i)) * factor);
          ratio[i] += errors.getOrDefault(name(i), Double.NaN) / planted / worlds;
        }
      }
      for (int i : new int[] {0, 200, 399}) {
        assertEquals(1.035, ratio[i], 0.075, persistence + " " + people(i));
      }
    }
  }

  @Test
  void needIsFoundFromBeforeTheMeasuresAndNothingLaterTouchesIt() {
    Period start = Period.year(2016);
    Need need = Need.of(spending(0.3, 0), List.of(indicator(0)), start).orElseThrow();
    assertEquals("2012", need.from().toString());
    assertEquals("2015", need.to().toString());
    double difference = Math.log(need.index().getOrDefault(name(7), Double.NaN)
        / need.index().getOrDefault(name(300), Double.NaN));
    double planted = 0.2 * (need(7) - need(300)) - 0.05 * Math.log(people(7) / people(300));
    assertEquals(planted, difference, 0.03);
    assertTrue(need.explained() > 0.8, need.explained() + "");
    // spending and the indicator are other from 2016 on: the need is the same to the bit
    Need other = Need.of(spending(0.3, 0.4), List.of(indicator(3)), start).orElseThrow();
    assertEquals(need.index(), other.index());
  }

  @Test
  void withoutPeriodsBeforeThereIsNoNeed() {
    assertTrue(Need.of(spending(0, 0), List.of(indicator(0)), Period.year(2012)).isEmpty());
  }
}
