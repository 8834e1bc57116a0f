package no.utfall.method.poverty;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.poverty.Runs.estimate;
import static no.utfall.method.poverty.Runs.frame;
import static no.utfall.method.poverty.Runs.low;
import static no.utfall.method.poverty.Runs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.math.StudentT;
import no.utfall.math.WeightedQuantile.Rule;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import org.junit.jupiter.api.Test;

class PovertyTest {

  private static final String ALL =
      "arpr,arpt,rmpg,poor_median,fgt0,fgt1,fgt2,sen,sst,watts,median,mean,gini,s80s20,shares";
  private static final Frame FIVE =
      frame("g y w", "a 10 1", "a 20 1", "a 30 1", "b 40 1", "b 50 1");

  @Test
  void fivePersonsByHand() {
    Frame tidy = low(FIVE, "measures=" + ALL).tidy();
    assertEquals(30, estimate(tidy, "", "median"), 0);
    assertEquals(18, estimate(tidy, "", "arpt"), 1e-14);
    assertEquals(20, estimate(tidy, "", "arpr"), 1e-14);
    assertEquals(20, estimate(tidy, "", "fgt0"), 1e-14);
    assertEquals(10, estimate(tidy, "", "poor_median"), 0);
    assertEquals(100 * 8.0 / 18, estimate(tidy, "", "rmpg"), 1e-13);
    assertEquals(100 * 8.0 / 18 / 5, estimate(tidy, "", "fgt1"), 1e-13);
    assertEquals(100 * 64.0 / 324 / 5, estimate(tidy, "", "fgt2"), 1e-13);
    // one poor: no inequality among them
    assertEquals(8.0 / 18 / 5, estimate(tidy, "", "sen"), 1e-14);
    // the larger gap of two: 8/18 for 9 of 25 pairs
    assertEquals(9.0 / 25 * 8 / 18, estimate(tidy, "", "sst"), 1e-14);
    assertEquals(Math.log(1.8) / 5, estimate(tidy, "", "watts"), 1e-14);
    assertEquals(4.0 / 15, estimate(tidy, "", "gini"), 1e-14);
    assertEquals(5, estimate(tidy, "", "s80s20"), 1e-14);
    assertEquals(100.0 / 15, estimate(tidy, "", "share_1"), 1e-13);
    assertEquals(500.0 / 15, estimate(tidy, "", "share_5"), 1e-13);
  }

  @Test
  void theLineIsThatOfTheCountryUnlessAskedOtherwise() {
    Frame national = low(FIVE, "by=g measures=arpr,arpt").tidy();
    assertEquals(18, estimate(national, "b", "arpt"), 1e-14);
    assertEquals(100.0 / 3, estimate(national, "a", "arpr"), 1e-13);
    Frame own = low(FIVE, "by=g threshold-by=g measures=arpr,arpt").tidy();
    assertEquals(27, estimate(own, "b", "arpt"), 1e-14);
    assertEquals(12, estimate(own, "a", "arpt"), 1e-14);
  }

  @Test
  void everyYearHasItsOwnLineAndThatIsTold() {
    Frame data =
        frame("year y w", "2020 10 1", "2020 20 1", "2021 100 1", "2021 200 1", "2021 300 1");
    Result result = low(data, "by=year measures=arpt");
    assertEquals(9, estimate(result.tidy(), "2020", "arpt"), 1e-14);
    assertEquals(120, estimate(result.tidy(), "2021", "arpt"), 1e-13);
    assertEquals("N762", result.findings().get(0).code());
    assertTrue(low(data, "by=year period=year").findings().isEmpty());
  }

  @Test
  void oneAtTheLineIsNotBelowIt() {
    // 0.7 · 30 = 21 in decimals, a little less or more in binary
    Frame tidy = low(frame("y w", "21 1", "30 1", "40 1"), "threshold=0.7,0.71 measures=arpr")
        .tidy();
    assertEquals(0, estimate(tidy, "", "arpr_70"), 0);
    assertEquals(100.0 / 3, estimate(tidy, "", "arpr_71"), 1e-13);
    assertEquals(
        50,
        estimate(low(frame("y w", "12999 1", "13000 1"), "line=13000").tidy(), "", "arpr_line"),
        0);
  }

  @Test
  void householdsAreWeighedByTheirSizeAndMadeComparable() {
    // a couple with a child: 1 + 0.5 + 0.3; a single
    Frame persons = frame("h age y w", "1 40 180 1", "1 41 180 1", "1 13 180 1", "2 30 50 1");
    Frame tidy = low(persons, "scale=oecd-modified household=h age=age measures=median,mean")
        .tidy();
    assertEquals(100, estimate(tidy, "", "median"), 1e-13);
    assertEquals(87.5, estimate(tidy, "", "mean"), 1e-13);
    Frame households = frame("y w size children", "180 1 3 1", "50 1 1 0");
    assertEquals(
        87.5,
        estimate(
            low(households, "scale=eu size=size children=children measures=mean")
                .tidy(),
            "",
            "mean"),
        1e-13);
    assertEquals(
        (3 * 180 / 2.2 + 50) / 4,
        estimate(
            low(households, "scale=oecd size=size children=children measures=mean")
                .tidy(),
            "",
            "mean"),
        1e-13);
    assertEquals(
        (3 * 180 / Math.sqrt(3) + 50) / 4,
        estimate(low(persons, "scale=square-root household=h measures=mean").tidy(), "", "mean"),
        1e-13);
  }

  @Test
  void aHouseholdWithTwoIncomesOrAnUnknownAgeIsSetAside() {
    Frame persons =
        frame("h age y w", "1 40 180 1", "1 41 170 1", "2 30 50 1", "3 x 70 1", "4 85+ 90 1");
    Result result = low(persons, "scale=eu household=h age=age measures=mean");
    assertEquals(70, estimate(result.tidy(), "", "mean"), 1e-13);
    assertEquals(
        List.of("E501", "W782", "W782"),
        result.findings().stream().map(finding -> finding.code()).toList());
  }

  @Test
  void childrenAreThoseUnderEighteen() {
    Frame data = frame("age y w", "17 10 1", "5 30 1", "18 10 1", "40 30 1", "50 30 1");
    Frame tidy = low(data, "age=age measures=arpr_children").tidy();
    assertEquals(50, estimate(tidy, "", "arpr_children"), 0);
    assertEquals(2, number(tidy, "", "arpr_children", "n"), 0);
  }

  @Test
  void anUnknownAgeIsToldAndTheLineIsShownForSmallGroupsToo() {
    Frame data = frame("g age y w", "a 17 10 1", "a x 5 1", "b 40 30 1", "b 50 30 1");
    Result result = run(data, "income=y age=age by=g measures=arpr_children,arpt few=3,4");
    assertEquals("W782", result.findings().get(0).code());
    assertEquals("unreliable", word(result.tidy(), "a", "arpr_children", "status"));
    assertEquals(12, estimate(result.tidy(), "b", "arpt"), 1e-14);
    assertEquals("ok", word(result.tidy(), "b", "arpt", "status"));
  }

  @Test
  void unknownIncomesAreSetAsideCountedAndBounded() {
    Frame data = frame(
        "g y w", "a 10 1", "a 20 1", "a 30 1", "a 40 1", "a .. 1", "b 50 1", "b : 2", "c .. 1",
        "d : 1");
    Result result = low(data, "by=g");
    assertEquals("missing", word(result.tidy(), "c", "arpr", "status"));
    assertEquals("suppressed", word(result.tidy(), "d", "arpr", "status"));
    assertEquals(25, estimate(result.tidy(), "a", "arpr"), 1e-13);
    assertEquals("W782", result.findings().get(0).code());
    Frame sizes = result.tables().get("sizes");
    assertEquals(1, estimate(sizes, "a", "missing"), 0);
    assertEquals(1, estimate(sizes, "b", "suppressed"), 0);
  }

  @Test
  void theBoundsHoldWhateverTheUnknownIncomesAre() {
    double[] known = {10, 11, 14, 17, 19, 20, 22, 25, 31, 40};
    double[] tries = {0, 9, 10.5, 11.5, 12.5, 13, 15, 18, 19.5, 21, 28, 100};
    Incomes all = incomes(known);
    Limits bounds = Bounds.of(0, all, 2, all, 2, 0.6, Double.NaN, Rule.EUROSTAT);
    double lowest = 1;
    double highest = 0;
    for (double a : tries) {
      for (double b : tries) {
        double[] every = Arrays.copyOf(known, 12);
        every[10] = a;
        every[11] = b;
        Arrays.sort(every);
        Incomes one = incomes(every);
        double line = 0.6 * (every[5] + every[6]) / 2;
        double rate = one.below(line) / 12.0;
        lowest = Math.min(lowest, rate);
        highest = Math.max(highest, rate);
      }
    }
    assertTrue(
        bounds.low() <= lowest && bounds.high() >= highest, bounds + " " + lowest + " " + highest);
    assertEquals(lowest, bounds.low(), 1e-14);
    assertEquals(highest, bounds.high(), 1.0 / 12 + 1e-14);
    assertEquals(new Limits(0, 1), Bounds.of(0, all, 11, all, 11, 0.6, Double.NaN, Rule.EUROSTAT));
  }

  @Test
  void theBoundsOfGapsHoldWhateverTheUnknownIncomesAre() {
    double[] known = {10, 11, 14, 17, 19, 20, 22, 25, 31, 40};
    double[] tries = {0, 9, 10.5, 11.5, 12.5, 13, 15, 18, 19.5, 21, 28, 100};
    Incomes all = incomes(known);
    for (int alpha : new int[] {1, 2}) {
      Deprivation.Gap gap = new Deprivation.Gap(alpha);
      Limits bounds = Bounds.of(alpha, all, 2, all, 2, 0.6, Double.NaN, Rule.EUROSTAT);
      Limits amount = Bounds.of(alpha, all, 2, all, 2, Double.NaN, 15, Rule.EUROSTAT);
      double[] found = {1, 0, 1, 0};
      for (double a : tries) {
        for (double b : tries) {
          Incomes one = withTwo(known, a, b);
          double relative = gap.value(one, 0.6 * one.quantile(0.5, Rule.EUROSTAT));
          double fixed = gap.value(one, 15);
          found[0] = Math.min(found[0], relative);
          found[1] = Math.max(found[1], relative);
          found[2] = Math.min(found[2], fixed);
          found[3] = Math.max(found[3], fixed);
        }
      }
      assertEquals(found[0], bounds.low(), 1e-14);
      assertTrue(bounds.high() >= found[1] - 1e-14, bounds + " " + found[1]);
      assertEquals(found[1], bounds.high(), 0.02);
      assertEquals(found[2], amount.low(), 1e-14);
      assertEquals(found[3], amount.high(), 1e-14);
    }
    double line = 0.6 * withTwo(known, 0, 0).quantile(0.5, Rule.EUROSTAT);
    Limits watts = Bounds.ofWatts(all, 2, line);
    assertEquals(new Deprivation.Watts().value(all, line) * 10 / 12, watts.low(), 1e-14);
    assertEquals(Double.POSITIVE_INFINITY, watts.high());
  }

  private static Incomes withTwo(double[] known, double a, double b) {
    double[] every = Arrays.copyOf(known, known.length + 2);
    every[known.length] = a;
    every[known.length + 1] = b;
    Arrays.sort(every);
    return incomes(every);
  }

  @Test
  void theBoundsOfGiniHoldWhateverTheUnknownIncomesAre() {
    Distribution.Gini gini = new Distribution.Gini();
    for (double[] known :
        new double[][] {{10, 11, 14, 17, 19, 20, 22, 25, 31, 40}, {0, 0, 0, 100}, {5, 5}, {3}}) {
      double lowest = 1;
      double highest = 0;
      for (double a = 0; a <= 120; a += 0.5) {
        for (double b : new double[] {0, 3, 5, 10, 17, 19, 20, 22, 25, a, 100, 1e9}) {
          double value = gini.value(withTwo(known, a, b), 0);
          lowest = Math.min(lowest, value);
          highest = Math.max(highest, value);
        }
      }
      Limits bounds = Bounds.ofGini(incomes(known), 2, 1);
      assertEquals(lowest, bounds.low(), 1e-12, Arrays.toString(known));
      assertEquals(highest, bounds.high(), 1e-6, Arrays.toString(known));
    }
    // by hand: 10 and 20 known, one unknown at either: differences 10 + 10, over 3 · 40 or 3 · 50
    assertEquals(20 / 150.0, Bounds.ofGini(incomes(new double[] {10, 20}), 1, 1).low(), 1e-15);
  }

  @Test
  void whatHasNoEndIsSaidToHaveNone() {
    Frame data = frame("y w", "10 1", "20 1", "30 1", "40 1", "50 1", "60 1", ".. 1");
    Frame bounds = low(data, "measures=mean,s80s20,watts,gini,rmpg").tables().get("bounds");
    assertEquals(30, estimate(bounds, "mean", "lowest"), 1e-12);
    assertEquals("if no unknown income is below 0", word(bounds, "mean", "lowest", "note"));
    for (String measure : List.of("mean", "s80s20", "watts")) {
      assertEquals(
          "an unknown income has no end, and so there is no highest",
          word(bounds, measure, "highest", "note"));
    }
    assertEquals(6 / 7.0, estimate(bounds, "gini", "highest"), 1e-12);
    assertEquals("not-estimable", word(bounds, "rmpg", "lowest", "status"));
    Frame below = frame("y w", "-10 1", "20 1", "30 1", ".. 1");
    Frame none = low(below, "measures=gini").tables().get("bounds");
    assertEquals("not-estimable", word(none, "gini", "lowest", "status"));
  }

  @Test
  void theBoundsOfAQuantileHoldWhateverTheUnknownIncomesAre() {
    double[] known = {10, 11, 14, 17, 19, 20, 22, 25, 31, 40};
    double[] tries = {-1e9, 9, 10.5, 12.5, 18, 19.5, 21, 28, 1e9};
    for (Rule rule : List.of(Rule.EUROSTAT, Rule.LOWER, Rule.UPPER)) {
      for (double p : new double[] {0.25, 0.5, 0.7}) {
        Limits bounds = Bounds.ofQuantile(incomes(known), 2, p, rule);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double a : tries) {
          for (double b : tries) {
            double[] every = Arrays.copyOf(known, 12);
            every[10] = a;
            every[11] = b;
            Arrays.sort(every);
            double quantile = incomes(every).quantile(p, rule);
            lowest = Math.min(lowest, quantile);
            highest = Math.max(highest, quantile);
          }
        }
        assertEquals(lowest, bounds.low(), 1e-12, rule + " " + p);
        assertEquals(highest, bounds.high(), 1e-12, rule + " " + p);
      }
    }
    Limits none = Bounds.ofQuantile(incomes(known), 11, 0.5, Rule.EUROSTAT);
    assertTrue(Double.isNaN(none.low()) && Double.isNaN(none.high()), none.toString());
  }

  @Test
  void boundsAreOfferedForChildrenStatesLinesAndQuantilesAndElseSaidNotToBe() {
    Frame data = frame(
        "g age y w", "a 5 10 1", "a 40 30 1", "a 6 .. 1", "b 50 30 1", "b 50 40 1", "b 50 50 1");
    Frame bounds = low(data, "by=g age=age measures=arpr,fgt0,arpr_children,arpt,median,gini")
        .tables()
        .get("bounds");
    assertEquals(100.0 / 3, estimate(bounds, "a arpr", "lowest"), 1e-12);
    assertEquals(200.0 / 3, estimate(bounds, "a fgt0", "highest"), 1e-12);
    assertEquals(50, estimate(bounds, "a arpr_children", "lowest"), 1e-12);
    assertEquals(100, estimate(bounds, "a arpr_children", "highest"), 1e-12);
    // five known incomes and one that is not: the third and fourth of six in the middle
    assertEquals(0.6 * 30, estimate(bounds, "b arpt", "lowest"), 1e-12);
    assertEquals(0.6 * 35, estimate(bounds, "b arpt", "highest"), 1e-12);
    assertEquals(40, estimate(bounds, "b median", "lowest"), 0);
    // nobody of b is unknown: 30, 40, 50
    assertEquals(1.0 / 9, estimate(bounds, "b gini", "lowest"), 1e-12);
    assertEquals(1.0 / 9, estimate(bounds, "b gini", "highest"), 1e-12);
    Frame states = run(
            frame("s w", "neet 1", "job 2", " 1"), "category=s state=neet few=0,0 weight=w")
        .tables()
        .get("bounds");
    assertEquals(25, estimate(states, "rate", "lowest"), 0);
    assertEquals(50, estimate(states, "rate", "highest"), 0);
  }

  @Test
  void whatIsUnknownIsHeldAgainstAllWhoWereAsked() {
    // 100 known, 10 of them poor, 15 unknown: 13 percent, not 60
    String[] lines = new String[115];
    for (int i = 0; i < 115; i++) {
      lines[i] =
          (i < 10 ? "5" : i < 100 ? "" + (20 + i % 3) : "..") + " 1 " + (i < 60 ? "9" : "40");
    }
    Frame data = frame("y w age", lines);
    Frame tidy = run(data, "income=y weight=w age=age measures=rmpg,arpr_children few=5,10")
        .tidy();
    assertEquals("ok", word(tidy, "", "rmpg", "status"));
    assertEquals(10, number(tidy, "", "rmpg", "n"), 0);
    // no child is unknown
    assertEquals("ok", word(tidy, "", "arpr_children", "status"));
    String[] states = new String[30];
    Arrays.fill(states, "job");
    Arrays.fill(states, 0, 3, "neet");
    Arrays.fill(states, 20, 30, "");
    Frame rate = run(frame("s", states), "category=s state=neet few=5,10").tidy();
    assertEquals("unreliable", word(rate, "", "rate", "status"));
    assertEquals(
        "10 of 30 values are not known, more than a fifth", word(rate, "", "rate", "note"));
  }

  @Test
  void aMedianOfZeroOrLessGivesNoLineAndNoRate() {
    Frame data = frame(
        "p t y w",
        "1 2020 -5 1",
        "2 2020 0 1",
        "3 2020 9 1",
        "1 2021 1 1",
        "2 2021 8 1",
        "3 2021 9 1");
    Frame tidy =
        low(data, "unit=p period=t measures=arpr,arpt,poor_median,mean,entry").tidy();
    for (String measure : List.of("arpr", "arpt", "poor_median")) {
      assertEquals("the line is not above zero", word(tidy, "2020", measure, "note"));
      assertEquals("not-estimable", word(tidy, "2020", measure, "status"));
    }
    assertEquals("ok", word(tidy, "2021", "arpr", "status"));
    // who was poor in 2020 cannot be told, so neither who has come in
    assertEquals("not-estimable", word(tidy, "2021", "entry", "status"));
  }

  @Test
  void theIntervalOfARatioIsOneOfItsLogarithm() {
    Frame data = frame(
        "y w",
        IntStream.range(0, 60)
            .mapToObj(i -> 10 + i * i + " " + (1 + i % 2))
            .toArray(String[]::new));
    for (String variance : List.of("linearised", "bootstrap")) {
      Frame tidy = low(data, "measures=s80s20 variance=" + variance).tidy();
      double ratio = estimate(tidy, "", "s80s20");
      double low = number(tidy, "", "s80s20", "conf_low");
      double high = number(tidy, "", "s80s20", "conf_high");
      assertEquals(59, number(tidy, "", "s80s20", "df"), 0);
      assertEquals(ratio * ratio, low * high, 1e-12 * ratio * ratio);
      assertEquals(
          StudentT.quantile(0.975, 59) * number(tidy, "", "s80s20", "std_error") / ratio,
          Math.log(high / ratio),
          1e-12);
    }
  }

  private static Incomes incomes(double... sorted) {
    double[] ones = new double[sorted.length];
    Arrays.fill(ones, 1);
    int[] elements = IntStream.range(0, sorted.length).toArray();
    return Incomes.of(sorted, ones, elements);
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    Frame equal = low(frame("y w", "5 1", "5 1", "5 1"), "measures=" + ALL).tidy();
    assertEquals(0, estimate(equal, "", "arpr"), 0);
    assertEquals(0, estimate(equal, "", "gini"), 0);
    assertEquals(20, estimate(equal, "", "share_1"), 1e-12);
    assertEquals("not-estimable", word(equal, "", "s80s20", "status"));
    assertEquals("nobody is below the line", word(equal, "", "rmpg", "note"));
    Frame zeros = low(frame("y w", "0 1", "0 1"), "measures=mean,gini,fgt1").tidy();
    assertEquals("the incomes sum to zero or less", word(zeros, "", "gini", "note"));
    assertEquals("the line is not above zero", word(zeros, "", "fgt1", "note"));
    Frame one = low(frame("y w", "5 1"), "measures=arpr,gini").tidy();
    assertEquals("one cluster: no standard error", word(one, "", "gini", "note"));
    assertFalse(one.has("std_error"));
    Frame losses =
        low(frame("y w", "-5 1", "10 1", "20 1"), "measures=watts,arpr").tidy();
    assertEquals("not-estimable", word(losses, "", "watts", "status"));
    assertEquals(100.0 / 3, estimate(losses, "", "arpr"), 1e-13);
    assertEquals(
        0,
        estimate(
            low(frame("y w", "-5 1", "10 1", "12 1"), "positive=true measures=watts")
                .tidy(),
            "",
            "watts"),
        0);
    Refusal nothing = assertThrows(Refusal.class, () -> low(frame("y w", ".. 1", "5 0"), ""));
    assertEquals(Fault.ANALYSIS, nothing.fault());
    Refusal bad = assertThrows(Refusal.class, () -> low(frame("y w", "5 -1"), ""));
    assertEquals(Fault.INPUT_DATA, bad.fault());
    assertEquals("E601", bad.findings().get(0).code());
  }

  @Test
  void aBadRowStopsNoOther() {
    Result result = low(frame("y w", "5 -1", "10 1", "20 1", "30 1"), "");
    assertEquals(100.0 / 3, estimate(result.tidy(), "", "arpr"), 1e-13);
    assertTrue(result.findings().get(0).isError());
  }

  @Test
  void smallSamplesFollowTheRuleOfEurostat() {
    assertTrue(Double.isNaN(estimate(run(FIVE, "income=y").tidy(), "", "arpr")));
    assertEquals("unreliable", word(run(FIVE, "income=y").tidy(), "", "arpr", "status"));
    Frame shown = run(FIVE, "income=y show-unreliable=true").tidy();
    assertEquals(20, estimate(shown, "", "arpr"), 1e-14);
    assertEquals("unreliable", word(shown, "", "arpr", "status"));
    Few rule = new Few(20, 50, false);
    assertTrue(rule.of(19, 19, 0).withheld());
    assertTrue(rule.of(20, 20, 0).unreliable() && !rule.of(20, 20, 0).withheld());
    assertFalse(rule.of(50, 50, 0).unreliable());
    assertTrue(rule.of(100, 100, 26).unreliable() && !rule.of(100, 100, 26).withheld());
    assertFalse(rule.of(100, 100, 25).unreliable());
    assertTrue(rule.of(100, 100, 101).withheld());
  }

  @Test
  void theArithmeticIsThatOfTheRow() {
    Result result = low(FIVE, "by=g measures=arpr,rmpg,gini");
    List<String> lines =
        result.explain("a").orElseThrow().stream().map(Text::en).toList();
    assertEquals("3 rows, 3 used, 0 unknown; 5 clusters in 1 strata", lines.get(0));
    assertEquals("arpr: median of all 5 = 30, t = 0.6 · 30 = 18", lines.get(1));
    assertEquals("arpr: H = Σw[y < t] / Σw = 1 / 3 = 0.3333333333333333", lines.get(2));
    assertTrue(
        lines.contains(
            "rmpg: the median of y < t (n = 1): m = 10; (t − m) / t = (18 − 10) / 18 = 0.4444444444444444"));
    assertEquals(
        "rmpg: no estimate: nobody is below the line",
        result.explain("b").orElseThrow().stream()
            .map(Text::en)
            .filter(line -> line.startsWith("rmpg"))
            .findFirst()
            .orElseThrow());
    assertTrue(result.explain("c").isEmpty());
    assertTrue(low(FIVE, "measures=" + ALL).explain("all").isPresent());
  }

  @Test
  void theReadingNamesTheLineAndTheChartShowsEveryGroup() {
    Result result = low(FIVE, "by=g");
    assertEquals(
        "At-risk-of-poverty rate: from 0 (b) to 33 percent (a); their intervals overlap.",
        result.reading().get(0).en());
    assertEquals(
        "The line is 60% of the median: 18.00.", result.reading().get(1).en());
    assertEquals(2, result.charts().get(0).twin().frame().rows());
    Frame years = frame("year y w", "2020 10 1", "2020 20 1", "2021 1 1", "2021 20 1", "2023 5 1");
    assertEquals("arpr-trend", low(years, "by=year").charts().get(0).id());
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    Frame data = frame("p year s y w", "1 2020 neet 5 1", "1 2021 work 6 1");
    assertRefused(data, "weight=w");
    assertRefused(data, "income=y category=s state=neet");
    assertRefused(data, "category=s");
    assertRefused(data, "category=s state=net");
    assertRefused(data, "category=s state=neet measures=arpr");
    assertRefused(data, "income=y measures=rate");
    assertRefused(data, "income=y measures=entry");
    assertRefused(data, "income=y measures=arrp");
    assertRefused(data, "income=y threshold=60");
    assertRefused(data, "income=y scale=eu");
    assertRefused(data, "income=y threshold-by=year");
    assertRefused(data, "income=y few=50,20");
    assertRefused(data, "income=y measures=arpr_children");
  }

  private static void assertRefused(Frame data, String options) {
    Refusal refusal = assertThrows(Refusal.class, () -> run(data, options));
    assertEquals(Fault.COMMAND_LINE, refusal.fault(), refusal.getMessage());
    assertFalse(refusal.findings().get(0).fix().isEmpty(), refusal.getMessage());
  }
}
