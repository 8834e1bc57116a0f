package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallawaySantannaTest {

  private static final int[] YEARS = {2015, 2016, 2017, 2018, 2020, 2021, 2022};
  private static final int[] STARTS = {2017, 2018, 2020, 2021, Adoption.NEVER, Adoption.NEVER};

  /** Random walks with a unit level, a common shock a year, and an effect of 2 from the start on. */
  private record World(double[][] y, int[] start) {

    static World of(long seed, int units) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] common = new double[YEARS.length];
      for (int t = 0; t < common.length; t++) {
        common[t] = normal(random);
      }
      double[][] y = new double[units][YEARS.length];
      int[] start = new int[units];
      for (int i = 0; i < units; i++) {
        start[i] = STARTS[i % STARTS.length];
        double level = 3 * normal(random);
        for (int t = 0; t < YEARS.length; t++) {
          y[i][t] = level + common[t] + normal(random) + (YEARS[t] >= start[i] ? 2 : 0);
        }
      }
      return new World(y, start);
    }

    Adoption panel() {
      return Adoption.of(y, YEARS, start);
    }

    World map(DoubleUnaryOperator f) {
      double[][] mapped = new double[y.length][];
      for (int i = 0; i < y.length; i++) {
        mapped[i] = Arrays.stream(y[i]).map(f).toArray();
      }
      return new World(mapped, start);
    }
  }

  private static double normal(SplittableRandom random) {
    return Normal.quantile(random.nextDouble() * (1 - 1e-12) + 5e-13);
  }

  private static CallawaySantanna[] variants() {
    List<CallawaySantanna> all = new ArrayList<>();
    for (CallawaySantanna.Control control : CallawaySantanna.Control.values()) {
      for (CallawaySantanna.Base base : CallawaySantanna.Base.values()) {
        all.add(CallawaySantanna.withDefaults().control(control).base(base));
      }
    }
    all.add(CallawaySantanna.withDefaults().anticipation(1));
    return all.toArray(CallawaySantanna[]::new);
  }

  /** Written from the definition, unit by unit: the slow twin. */
  private static final class Naive {
    private final World world;
    private final boolean never;
    private final CallawaySantanna.Base base;
    private final int anticipation;

    Naive(World world, boolean never, CallawaySantanna.Base base, int anticipation) {
      this.world = world;
      this.never = never;
      this.base = base;
      this.anticipation = anticipation;
    }

    /** The last place of the base. */
    int base(int g, int t) {
      if (YEARS[t] < g && base == CallawaySantanna.Base.VARYING) {
        return t - 1;
      }
      int last = -1;
      for (int s = 0; s < YEARS.length; s++) {
        if (YEARS[s] + anticipation < g) {
          last = s;
        }
      }
      return base == CallawaySantanna.Base.PRE_MEAN ? last - 1 : last;
    }

    double change(int i, int g, int t) {
      int last = base(g, t);
      int first = base == CallawaySantanna.Base.PRE_MEAN ? 0 : last;
      double then = Arrays.stream(world.y[i], first, last + 1).average().orElseThrow();
      return world.y[i][t] - then;
    }

    /** The cohorts that have a base. */
    int[] cohorts() {
      return Arrays.stream(STARTS, 0, 4)
          .filter(g -> base(g, YEARS.length - 1) >= 0)
          .toArray();
    }

    boolean compares(int i, int g, int t) {
      int place = Math.max(t, base(g, t));
      int at = YEARS[place];
      if (base == CallawaySantanna.Base.PRE_MEAN) {
        at = place + 1 < YEARS.length ? YEARS[place + 1] : at + 1;
      }
      return world.start[i] == Adoption.NEVER
          || (!never && world.start[i] != g && world.start[i] > at + anticipation);
    }

    double mean(int g, int t, boolean treated) {
      double sum = 0;
      int n = 0;
      for (int i = 0; i < world.y.length; i++) {
        if (treated ? world.start[i] == g : compares(i, g, t)) {
          sum += change(i, g, t);
          n++;
        }
      }
      return sum / n;
    }

    double att(int g, int t) {
      return mean(g, t, true) - mean(g, t, false);
    }

    /** The variance of a difference of two independent means, with n in the denominators. */
    double stdError(int g, int t) {
      double variance = 0;
      for (boolean treated : new boolean[] {true, false}) {
        double mean = mean(g, t, treated);
        double squares = 0;
        int n = 0;
        for (int i = 0; i < world.y.length; i++) {
          if (treated ? world.start[i] == g : compares(i, g, t)) {
            double e = change(i, g, t) - mean;
            squares += e * e;
            n++;
          }
        }
        variance += squares / n / n;
      }
      return Math.sqrt(variance);
    }

    /** The cohort-size average of some cells when unit i counts w(i) times. */
    double simple(double[] w) {
      double sum = 0;
      double weights = 0;
      for (int g : cohorts()) {
        for (int t = 0; t < YEARS.length; t++) {
          if (YEARS[t] >= g) {
            double treated = 0;
            double ofTreated = 0;
            double compared = 0;
            double ofCompared = 0;
            for (int i = 0; i < w.length; i++) {
              double change = change(i, g, t);
              if (world.start[i] == g) {
                treated += w[i] * change;
                ofTreated += w[i];
              } else if (compares(i, g, t)) {
                compared += w[i] * change;
                ofCompared += w[i];
              }
            }
            sum += ofTreated * (treated / ofTreated - compared / ofCompared);
            weights += ofTreated;
          }
        }
      }
      return sum / weights;
    }

    /** The influence of each unit as the slope of the average in the share that it adds to its weight. */
    double simpleStdError(double[] weights) {
      double[] w = weights.clone();
      double h = 1e-4;
      double sum = 0;
      for (int i = 0; i < w.length; i++) {
        w[i] = (1 + h) * weights[i];
        double up = simple(w);
        w[i] = (1 - h) * weights[i];
        double down = simple(w);
        w[i] = weights[i];
        double slope = (up - down) / (2 * h);
        sum += slope * slope;
      }
      return Math.sqrt(sum);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithASlowTwinWrittenFromTheDefinition(long seed) {
    World world = World.of(seed, 37);
    for (boolean never : new boolean[] {true, false}) {
      for (CallawaySantanna.Base base : CallawaySantanna.Base.values()) {
        for (int anticipation = 0; anticipation < 2; anticipation++) {
          Naive slow = new Naive(world, never, base, anticipation);
          CallawaySantanna variant = CallawaySantanna.withDefaults()
              .control(
                  never
                      ? CallawaySantanna.Control.NEVER_TREATED
                      : CallawaySantanna.Control.NOT_YET_TREATED)
              .base(base)
              .anticipation(anticipation);
          GroupTimeEffects fast = variant.estimate(world.panel());
          int perCohort = YEARS.length - (base == CallawaySantanna.Base.VARYING ? 1 : 0);
          assertEquals(slow.cohorts().length * perCohort, fast.cells().size());
          for (GroupTimeEffects.Cell cell : fast.cells()) {
            assertEquals(slow.att(cell.cohort(), cell.at()), cell.att(), 1e-12);
            if (!cell.isReference()) {
              assertEquals(
                  slow.stdError(cell.cohort(), cell.at()), fast.effect(cell).stdError(), 1e-12);
            }
          }
          double[] once = new double[37];
          Arrays.fill(once, 1);
          assertEquals(slow.simple(once), fast.simple().att(), 1e-12);
          // the twin's slope is a finite difference
          assertEquals(slow.simpleStdError(once), fast.simple().stdError(), 1e-7);
          double[] people = new double[37];
          Arrays.setAll(people, i -> 100 + 50 * (i % 7));
          GroupTimeEffects.Effect weighted =
              variant.estimate(world.panel().weighted(people)).simple();
          assertEquals(slow.simple(people), weighted.att(), 1e-12);
          assertEquals(slow.simpleStdError(people), weighted.stdError(), 1e-7);
        }
      }
    }
  }

  @Test
  void aConstantChangesNothingAndAScaleScales() {
    World world = World.of(5, 40);
    for (CallawaySantanna variant : variants()) {
      GroupTimeEffects plain = variant.estimate(world.panel());
      GroupTimeEffects moved = variant.estimate(world.map(y -> y + 100).panel());
      GroupTimeEffects scaled = variant.estimate(world.map(y -> -8 * y).panel());
      for (GroupTimeEffects.Effect[] three : List.of(
          effects(plain.simple(), moved.simple(), scaled.simple()),
          effects(
              plain.group().overall(), moved.group().overall(), scaled.group().overall()),
          effects(
              plain.dynamic().overall(),
              moved.dynamic().overall(),
              scaled.dynamic().overall()),
          effects(
              plain.calendar().overall(),
              moved.calendar().overall(),
              scaled.calendar().overall()))) {
        assertEquals(three[0].att(), three[1].att(), 1e-11);
        assertEquals(three[0].stdError(), three[1].stdError(), 1e-11);
        // a power of two is exact
        assertEquals(-8 * three[0].att(), three[2].att());
        assertEquals(8 * three[0].stdError(), three[2].stdError());
      }
      assertEquals(plain.pretrend().statistic(), scaled.pretrend().statistic(), 1e-8);
    }
  }

  private static GroupTimeEffects.Effect[] effects(GroupTimeEffects.Effect... effects) {
    return effects;
  }

  @Test
  void everyUnitTwiceHalvesTheVarianceAndKeepsTheEffect() {
    World world = World.of(6, 40);
    double[][] y = new double[80][];
    int[] start = new int[80];
    for (int i = 0; i < 80; i++) {
      y[i] = world.y[i / 2];
      start[i] = world.start[i / 2];
    }
    GroupTimeEffects once = CallawaySantanna.withDefaults().estimate(world.panel());
    GroupTimeEffects twice = CallawaySantanna.withDefaults().estimate(Adoption.of(y, YEARS, start));
    assertEquals(once.simple().att(), twice.simple().att(), 1e-12);
    assertEquals(once.simple().stdError() / Math.sqrt(2), twice.simple().stdError(), 1e-12);
    int[] pairs = new int[80];
    Arrays.setAll(pairs, i -> i / 2);
    GroupTimeEffects paired =
        CallawaySantanna.withDefaults().estimate(Adoption.of(y, YEARS, start).clustered(pairs));
    // two copies in one cluster are one unit
    assertEquals(once.simple().stdError(), paired.simple().stdError(), 1e-12);
    assertEquals(once.pretrend().statistic(), paired.pretrend().statistic(), 1e-8);
  }

  @Test
  void influenceSumsToZeroAndItsSquaresToTheVariance() {
    GroupTimeEffects effects =
        CallawaySantanna.withDefaults().estimate(World.of(7, 40).panel());
    for (GroupTimeEffects.Effect effect : List.of(
        effects.simple(),
        effects.fromHorizon(2),
        effects.group().overall(),
        effects.dynamic().overall(),
        effects.calendar().overall())) {
      double sum = 0;
      double squares = 0;
      for (double psi : effect.influence()) {
        sum += psi;
        squares += psi * psi;
      }
      assertEquals(0, sum, 1e-9);
      assertEquals(effect.stdError(), Math.sqrt(squares) / 40, 1e-12);
    }
    double[][] covariance = effects.covariance(List.of(effects.simple(), effects.simple()));
    assertEquals(covariance[0][0], covariance[0][1], 1e-15);
  }

  @Test
  void otherNamesForUnitsChangeNothingButTheOrderOfSums() {
    World world = World.of(8, 40);
    int[] order = shuffled(40, 9);
    double[][] y = new double[40][];
    int[] start = new int[40];
    for (int i = 0; i < 40; i++) {
      y[i] = world.y[order[i]];
      start[i] = world.start[order[i]];
    }
    GroupTimeEffects a = CallawaySantanna.withDefaults().estimate(world.panel());
    GroupTimeEffects b = CallawaySantanna.withDefaults().estimate(Adoption.of(y, YEARS, start));
    assertEquals(a.simple().att(), b.simple().att(), 1e-12);
    assertEquals(a.simple().stdError(), b.simple().stdError(), 1e-12);
    assertEquals(a.pretrend().statistic(), b.pretrend().statistic(), 1e-8);
  }

  @Test
  void shuffledRowsGiveTheSameBits() {
    Frame frame = frame(World.of(10, 40));
    Frame shuffled = frame.rows(shuffled(frame.rows(), 11));
    for (String[] options : new String[][] {
      {"--cohort", "start"},
      {"--cohort", "start", "--base", "universal", "--control", "never-treated"},
      {"--treated", "late", "--post", "post", "--estimator", "2x2"},
    }) {
      List<String> all =
          new ArrayList<>(List.of("--unit", "unit", "--period", "year", "--outcome", "y"));
      all.addAll(List.of(options));
      String[] words = all.toArray(String[]::new);
      DifferenceInDifferencesTest.assertSame(
          Sheets.did(frame, words).tidy(), Sheets.did(shuffled, words).tidy());
      var tables = Sheets.did(shuffled, words).tables();
      Sheets.did(frame, words)
          .tables()
          .forEach(
              (name, table) -> DifferenceInDifferencesTest.assertSame(table, tables.get(name)));
    }
  }

  private static int[] shuffled(int n, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(i -> i).toArray();
  }

  private static Frame frame(World world) {
    TextColumn.Builder unit = TextColumn.builder("unit");
    TextColumn.Builder year = TextColumn.builder("year");
    NumberColumn.Builder y = NumberColumn.builder("y");
    NumberColumn.Builder start = NumberColumn.builder("start");
    NumberColumn.Builder late = NumberColumn.builder("late");
    NumberColumn.Builder post = NumberColumn.builder("post");
    for (int i = 0; i < world.y.length; i++) {
      for (int t = 0; t < YEARS.length; t++) {
        unit.add("u" + i);
        year.add(Integer.toString(YEARS[t]));
        y.add(world.y[i][t]);
        start.add(world.start[i] == Adoption.NEVER ? 0 : world.start[i]);
        late.add(world.start[i] == Adoption.NEVER ? 0 : 1);
        post.add(YEARS[t] >= 2018 ? 1 : 0);
      }
    }
    return Frame.of(
        unit.build(), year.build(), y.build(), start.build(), late.build(), post.build());
  }

  @Test
  void theIntervalHoldsThePlantedEffectAtItsLevel() {
    int seeds = 400;
    int held = 0;
    double bias = 0;
    double squares = 0;
    int rejected = 0;
    for (int seed = 0; seed < seeds; seed++) {
      GroupTimeEffects effects =
          CallawaySantanna.withDefaults().estimate(World.of(1000 + seed, 300).panel());
      GroupTimeEffects.Effect effect = effects.group().overall();
      double error = effect.att() - 2;
      bias += error / seeds;
      squares += error * error / seeds;
      if (Math.abs(error) <= 1.959964 * effect.stdError()) {
        held++;
      }
      GroupTimeEffects.Pretrend test = effects.pretrend();
      if (test.pValue() < 0.05) {
        rejected++;
      }
    }
    double monteCarlo = Math.sqrt(squares / seeds);
    assertTrue(
        Math.abs(bias) < 3 * monteCarlo, "bias " + bias + ", Monte Carlo error " + monteCarlo);
    double coverage = (double) held / seeds;
    assertTrue(coverage > 0.92 && coverage < 0.98, "coverage " + coverage);
    double size = (double) rejected / seeds;
    assertTrue(size > 0.02 && size < 0.09, "the test before the start rejects " + size);
  }

  @Test
  void theTestOfLeadsHoldsItsLevelWhereTheJointTestOfAllCellsDoesNot() {
    int[] years = new int[13];
    Arrays.setAll(years, t -> 2012 + t);
    int worlds = 400;
    int byCells = 0;
    int byLeads = 0;
    int againstTheMean = 0;
    for (int seed = 0; seed < worlds; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] y = new double[200][13];
      int[] start = new int[200];
      for (int i = 0; i < 200; i++) {
        start[i] = i < 66 ? 2016 + i % 6 : Adoption.NEVER;
        for (int t = 0; t < 13; t++) {
          y[i][t] = normal(random);
        }
      }
      GroupTimeEffects effects =
          CallawaySantanna.withDefaults().estimate(Adoption.of(y, years, start));
      byCells += effects.pretrend().pValue() < 0.05 ? 1 : 0;
      byLeads += effects.leads().pValue() < 0.05 ? 1 : 0;
      againstTheMean += CallawaySantanna.withDefaults()
                  .base(CallawaySantanna.Base.PRE_MEAN)
                  .estimate(Adoption.of(y, years, start))
                  .leads()
                  .pValue()
              < 0.05
          ? 1
          : 0;
    }
    assertTrue(byCells > 0.8 * worlds, byCells + " of " + worlds + " rejected by all cells");
    assertTrue(
        byLeads > 0.01 * worlds && byLeads < 0.1 * worlds,
        byLeads + " of " + worlds + " rejected by leads");
    assertTrue(
        againstTheMean > 0.01 * worlds && againstTheMean < 0.1 * worlds,
        againstTheMean + " of " + worlds + " rejected by leads against their mean");
  }

  @Test
  void aDipRightBeforeTheStartIsNotInThePreMeanNorInTheTestsOfItsPeriods() {
    World world = World.of(13, 60);
    double[][] bad = new double[60][];
    for (int i = 0; i < 60; i++) {
      bad[i] = world.y[i].clone();
      for (int t = 0; t + 1 < YEARS.length; t++) {
        bad[i][t] += YEARS[t + 1] == world.start[i] ? 5 : 0;
      }
    }
    CallawaySantanna preMean = CallawaySantanna.withDefaults()
        .control(CallawaySantanna.Control.NEVER_TREATED)
        .base(CallawaySantanna.Base.PRE_MEAN);
    GroupTimeEffects plain = preMean.estimate(world.panel());
    GroupTimeEffects dipped = preMean.estimate(Adoption.of(bad, YEARS, world.start));
    assertEquals(plain.simple().att(), dipped.simple().att(), 1e-12);
    assertEquals(plain.leads().statistic(), dipped.leads().statistic(), 1e-9);
    assertEquals(plain.pretrend().statistic(), dipped.pretrend().statistic(), 1e-9);
    assertEquals(plain.dip().att() + 5, dipped.dip().att(), 1e-12);
    GroupTimeEffects last = CallawaySantanna.withDefaults()
        .control(CallawaySantanna.Control.NEVER_TREATED)
        .estimate(Adoption.of(bad, YEARS, world.start));
    assertTrue(last.simple().att() < dipped.simple().att() - 4);
  }

  @Test
  void withOneCohortTheTestOfOneLeadIsStudentsTest() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] y = new double[46][3];
    int[] start = new int[46];
    for (int i = 0; i < 46; i++) {
      start[i] = i < 6 ? 3 : Adoption.NEVER;
      for (int t = 0; t < 3; t++) {
        y[i][t] = normal(random);
      }
    }
    GroupTimeEffects effects =
        CallawaySantanna.withDefaults().estimate(Adoption.of(y, new int[] {1, 2, 3}, start));
    GroupTimeEffects.Pretrend test = effects.leads();
    GroupTimeEffects.Effect lead = effects.effect(effects.cells().get(0));
    double t = lead.att() / lead.stdError();
    // six treated units: five degrees of freedom, and the variance over 5 instead of 6
    assertEquals(1, test.df());
    assertEquals(5, test.dfBelow());
    assertEquals(t * t * 5 / 6, test.statistic(), 1e-12);
  }

  @Test
  void aCovarianceThatIsSingularIsSaidAndNotInverted() {
    // two units a cohort: more effects before the start than the treated can tell apart
    World world = World.of(12, 12);
    GroupTimeEffects.Pretrend test = CallawaySantanna.withDefaults()
        .control(CallawaySantanna.Control.NEVER_TREATED)
        .estimate(world.panel())
        .pretrend();
    assertTrue(Double.isNaN(test.statistic()));
    assertTrue(test.why().contains("singular"), test.why());
    Frame tidy = Sheets.did(
            frame(world),
            "--unit",
            "unit",
            "--period",
            "year",
            "--outcome",
            "y",
            "--cohort",
            "start",
            "--control",
            "never-treated")
        .tidy();
    int row = Sheets.row(tidy, "measure", "pretrend");
    assertEquals("not-estimable", tidy.text("status").get(row));
  }

  @Test
  void aPanelThatCannotBeUsedIsRefusedByTheEstimator() {
    int[] start = {2015, Adoption.NEVER};
    double[][] y = new double[2][YEARS.length];
    Adoption early = Adoption.of(y, YEARS, start);
    assertThrows(
        IllegalArgumentException.class, () -> CallawaySantanna.withDefaults().estimate(early));
    assertThrows(
        IllegalArgumentException.class, () -> CallawaySantanna.withDefaults().anticipation(-1));
    assertThrows(IllegalArgumentException.class, () -> Adoption.of(y, YEARS, new int[3]));
    assertThrows(IllegalArgumentException.class, () -> Adoption.of(y, new int[] {1, 1}, start));
    assertThrows(IllegalArgumentException.class, () -> Adoption.of(new double[2][2], YEARS, start));
    double[][] gap = new double[2][YEARS.length];
    gap[0][1] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> Adoption.of(gap, YEARS, start));
  }

  @Test
  void anEffectThatNothingVariesAroundHasNoStandardError() {
    double[][] y = new double[8][YEARS.length];
    int[] start = new int[8];
    for (int i = 0; i < 8; i++) {
      start[i] = i < 4 ? 2018 : Adoption.NEVER;
      for (int t = 0; t < YEARS.length; t++) {
        y[i][t] = 0.1 * i + 0.3 * t + (YEARS[t] >= start[i] ? 1 : 0);
      }
    }
    GroupTimeEffects.Effect effect =
        CallawaySantanna.withDefaults().estimate(Adoption.of(y, YEARS, start)).simple();
    assertEquals(1, effect.att(), 1e-12);
    assertTrue(Double.isNaN(effect.stdError()), "rounding is not a standard error");
  }
}
