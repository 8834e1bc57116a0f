package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.MethodRun;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

/** Standardised rates by hand, and what must not change them. */
class StandardisedTest {

  /** Lines like {@code "a 0-4 10 1000"}: the key g, the age, the count x, the population n, and what more is given. */
  static Frame ages(String... lines) {
    TextColumn.Builder key = TextColumn.builder("g");
    TextColumn.Builder age = TextColumn.builder("age");
    NumberColumn.Builder[] numbers = {
      NumberColumn.builder("x"), NumberColumn.builder("n"), NumberColumn.builder("w")
    };
    for (String line : lines) {
      String[] cells = line.split(" ");
      key.add(cells[0]);
      age.add(cells[1].replace('_', ' '));
      for (int i = 0; i < 3; i++) {
        String cell = i + 2 < cells.length ? cells[i + 2] : "1";
        Runs.add(numbers[i], cell);
      }
    }
    return Frame.of(
        key.build(), age.build(), numbers[0].build(), numbers[1].build(), numbers[2].build());
  }

  private static Result dsr(Frame data, String... more) {
    String[] all = Arrays.copyOf(
        new String[] {"by", "g", "count", "x", "population", "n", "age", "age"}, 8 + more.length);
    System.arraycopy(more, 0, all, 8, more.length);
    return Runs.run(new DsrMethod(), data, all);
  }

  private static Result weighted(Frame data, String... more) {
    String[] all = Arrays.copyOf(new String[] {"standard", "col:w"}, 2 + more.length);
    System.arraycopy(more, 0, all, 2, more.length);
    return dsr(data, all);
  }

  private static boolean has(Result result, String code) {
    return result.findings().stream().anyMatch(finding -> finding.code().equals(code));
  }

  @Test
  void byHand() {
    Result result = weighted(ages("a 0-39 10 1000 70", "a 40+ 30 500 30"), "per", "1");
    Frame tidy = result.tidy();
    // (70 * 10/1000 + 30 * 30/500) / 100
    assertEquals(0.025, number(tidy, "a", "dsr", "estimate"), 1e-15);
    // ((70/1000)^2 * 10 + (30/500)^2 * 30) / 100^2
    double v = (0.0049 * 10 + 0.0036 * 30) / 10_000;
    assertEquals(Math.sqrt(v), number(tidy, "a", "dsr", "std_error"), 1e-15);
    CrudeRate.Estimate forty = CrudeRate.withDefaults().per(1).estimate(40, 1);
    assertEquals(
        0.025 + Math.sqrt(v / 40) * (forty.low() - 40),
        number(tidy, "a", "dsr", "conf_low"),
        1e-15);
    String lines = String.join(
        "\n",
        result.explain("a").orElseThrow().stream().map(t -> t.in(Language.EN)).toList());
    assertTrue(lines.contains("0-39: w · x / n = 70 · 10 / 1000 = 0.7"), lines);
    assertTrue(lines.contains("= 1 · 2.5 / 100 = 0.025"), lines);
    assertTrue(result.explain("b").isEmpty());
    Frame bands = result.tables().get("bands");
    assertEquals(0.018, number(bands, "a 40+", "contribution", "estimate"), 1e-15);
    assertEquals(0.3, number(bands, "a 40+", "weight", "estimate"), 1e-15);
  }

  @Test
  void standardsAreWhole() {
    Map<String, Double> totals = new LinkedHashMap<>();
    for (String name : StandardPopulation.NAMES) {
      StandardPopulation standard = StandardPopulation.named(name);
      totals.put(name, Math.rint(1000 * standard.total()) / 1000);
      assertEquals(0, standard.bands().get(0).from(), name);
      for (int i = 1; i < standard.bands().size(); i++) {
        assertEquals(
            standard.bands().get(i - 1).until(), standard.bands().get(i).from(), name);
      }
      assertTrue(standard.bands().get(standard.bands().size() - 1).isOpen(), name);
    }
    // the sums that their publishers print; the world standard is rounded to 100.035
    assertEquals(
        Map.of("esp1976", 1e5, "esp2013", 1e5, "who2000-2025", 100.035, "nordic", 1e5), totals);
  }

  @Test
  void namesOfAges() {
    for (String name : List.of(
        "0-4",
        "00-04",
        "0–4",
        "0-4 år",
        "0 to 4",
        "Y0-4",
        "under 5",
        "<5",
        "Y_LT5",
        "0 til 4 år")) {
      assertEquals(new AgeBand(0, 5), AgeBand.find(name).orElseThrow(), name);
    }
    for (String name : List.of(
        "85+", "85 år og over", "85 år eller eldre", "Y_GE85", "85 and over", "85 år +", "≥85")) {
      assertEquals(new AgeBand(85, AgeBand.OPEN), AgeBand.find(name).orElseThrow(), name);
    }
    assertEquals(new AgeBand(7, 8), AgeBand.find("7 år").orElseThrow());
    for (String name : List.of("", "alle", "Total", "4-0", "0-4-9", "10.des")) {
      assertTrue(AgeBand.find(name).isEmpty(), name);
    }
  }

  @Test
  void firstAgesOfBandsAreReadAsBandsAndSaid() {
    Result result = dsr(ages("a 0 5 100", "a 40 7 100", "a 80 9 100"), "min-events", "0");
    assertTrue(has(result, "N720"));
    // 0-39 has 47 000 of the European standard of 2013, 40-79 48 000, 80+ 5 000
    assertEquals(
        100_000 * (0.47 * 0.05 + 0.48 * 0.07 + 0.05 * 0.09),
        number(result.tidy(), "a", "dsr", "estimate"),
        1e-9);
  }

  @Test
  void agesThatDivideABandAreSummedToIt() {
    List<String> single = new ArrayList<>();
    for (int age = 0; age < 10; age++) {
      single.add("a " + age + "_år " + (age + 1) + " 100");
    }
    Result parts = dsr(ages(single.toArray(String[]::new)));
    // 1 + 2 + … + 5 = 15 of 500 in a world of 0 (1000) and 1-4 (4000): the infants stand alone
    double infants = 0.01;
    double young = 14.0 / 400;
    double older = 40.0 / 500;
    assertEquals(
        100_000 * (1000 * infants + 4000 * young + 5500 * older) / 10_500,
        number(parts.tidy(), "a", "dsr", "estimate"),
        1e-9);
    assertTrue(has(parts, "W720"));
  }

  @Test
  void anUnknownAgeIsAFindingAndStopsItsGroupAlone() {
    Result result = dsr(
        ages("a 0-39 20 100", "a 40+ 20 100", "b 0-39 20 100", "b 40+ 20 100", "b Total 40 200"));
    assertTrue(has(result, "E721"));
    assertEquals("ok", word(result.tidy(), "a", "dsr", "status"));
    assertEquals("not-estimable", word(result.tidy(), "b", "dsr", "status"));
    assertEquals("1 of 3 rows have an unknown age", word(result.tidy(), "b", "dsr", "note"));
    // whose age is unknown can be of any, so that there are no bounds either
    assertEquals(2, result.tidy().rows());
    Refusal refusal = assertThrows(Refusal.class, () -> dsr(ages("a 0-13 20 100")));
    assertEquals(Fault.INPUT_DATA, refusal.fault());
  }

  @Test
  void halfABandIsNoBand() {
    Result result = dsr(ages("a 5-9 20 100", "a 10-11 20 100", "b 5-9 20 100"));
    assertTrue(has(result, "E722"));
    assertEquals("not-estimable", word(result.tidy(), "a", "dsr", "status"));
  }

  @Test
  void aLackingAgeAHiddenCellAndNoPopulationAreNeverZero() {
    Result result = weighted(
        ages(
            "a 0-39 10 100 1",
            "a 40+ 10 100 1",
            "b 0-39 10 100 1",
            "c 0-39 10 100 1",
            "c 40+ 1-4 100 1",
            "d 0-39 10 100 1",
            "d 40+ 10 0 1",
            "e 0-39 10 100 1",
            "e 40+ .. 100 1",
            "f 0-39 3 100 1",
            "f 40+ .. 100 1"),
        "per",
        "1");
    Frame tidy = result.tidy();
    assertEquals(0.1, number(tidy, "a", "dsr", "estimate"), 1e-15);
    assertEquals("missing", word(tidy, "b", "dsr", "status"));
    assertEquals("no row of age 40+", word(tidy, "b", "dsr", "note"));
    assertEquals("suppressed", word(tidy, "c", "dsr", "status"));
    assertEquals((0.1 + 0.01) / 2, number(tidy, "c", "lowest", "estimate"), 1e-15);
    assertEquals((0.1 + 0.04) / 2, number(tidy, "c", "highest", "estimate"), 1e-15);
    assertEquals("not-estimable", word(tidy, "d", "dsr", "status"));
    assertTrue(has(result, "W604"));
    assertEquals("missing", word(tidy, "e", "dsr", "status"));
    assertEquals(0.05, number(tidy, "e", "lowest", "estimate"), 1e-15);
    assertThrows(AssertionError.class, () -> MethodRun.row(tidy, "e", "highest"));
    assertEquals("unreliable", word(tidy, "f", "dsr", "status"));
    for (String key : List.of("b", "c", "d", "e", "f")) {
      assertTrue(Double.isNaN(number(tidy, key, "dsr", "estimate")), key);
    }
  }

  @Test
  void fewEventsAreHeldBackUntilAskedFor() {
    Frame data = ages("a 0-39 4 100", "a 40+ 5 100");
    assertEquals("unreliable", word(dsr(data).tidy(), "a", "dsr", "status"));
    assertTrue(Double.isNaN(number(dsr(data).tidy(), "a", "dsr", "estimate")));
    Frame shown = dsr(data, "show-unreliable", "true").tidy();
    assertEquals("unreliable", word(shown, "a", "dsr", "status"));
    assertTrue(number(shown, "a", "dsr", "estimate") > 0);
    assertEquals("ok", word(dsr(data, "min-events", "9").tidy(), "a", "dsr", "status"));
  }

  @Test
  void twoStandardsForOneAgeAreAFinding() {
    Result result = weighted(ages(
        "a 0-39 10 100 1", "a 40+ 10 100 1", "b 0-39 10 100 1", "b 0-39 10 100 2", "b 40+ 1 1 1"));
    assertTrue(has(result, "E723"));
    assertEquals("not-estimable", word(result.tidy(), "b", "dsr", "status"));
  }

  @Test
  void rowOrderSplitCellsAndOtherGroupsChangeNothing() {
    long seed = 5;
    Random random = new Random(seed);
    List<String> whole = new ArrayList<>();
    List<String> halves = new ArrayList<>();
    for (String key : List.of("a", "b", "c")) {
      for (String age : List.of("0-14", "15-39", "40-64", "65+")) {
        int x = 2 * random.nextInt(40);
        double n = 1000 * random.nextDouble() + 1;
        whole.add(key + " " + age + " " + x + " " + n);
        halves.add(key + " " + age + " " + x / 2 + " " + n / 2);
        halves.add(key + " " + age + " " + x / 2 + " " + n / 2);
      }
    }
    Frame tidy = dsr(ages(whole.toArray(String[]::new))).tidy();
    Frame split = dsr(ages(halves.toArray(String[]::new))).tidy();
    List<String> alone = whole.stream().filter(line -> line.startsWith("b")).toList();
    Frame one = dsr(ages(alone.toArray(String[]::new))).tidy();
    Collections.shuffle(halves, random);
    Frame shuffled = dsr(ages(halves.toArray(String[]::new))).tidy();
    for (String column : List.of("estimate", "conf_low", "conf_high")) {
      for (String key : List.of("a", "b", "c")) {
        double expected = number(tidy, key, "dsr", column);
        assertEquals(expected, number(split, key, "dsr", column), 1e-12 * expected, "seed " + seed);
        assertEquals(number(split, key, "dsr", column), number(shuffled, key, "dsr", column));
      }
      assertEquals(number(tidy, "b", "dsr", column), number(one, "b", "dsr", column));
    }
  }

  @Test
  void anOwnStandardIsJoinedByName() {
    Frame own =
        Frame.of(TextColumn.of("age", "40+", "0-39"), NumberColumn.of("population", 30, 70));
    Settings settings = Settings.of(
            new DsrMethod().card(),
            Map.of(
                "count", "x", "population", "n", "age", "age", "standard", "own.csv", "per", "1"))
        .with("standard", own);
    Frame tidy =
        new DsrMethod().apply(ages("a 0-39 10 1000", "a 40+ 30 500"), settings).tidy();
    assertEquals(0.025, tidy.number("estimate").value(0), 1e-15);
    assertThrows(Refusal.class, () -> dsr(ages("a 0-39 10 1000"), "standard", "esp2012"));
  }

  @Test
  void repeatEventsWidenTheInterval() {
    Frame data = ages("a 0-39 5 1000 1", "a 0-39 10 1000 3", "a 40+ 6 800 1", "a 40+ 4 800 3");
    Frame repeated = dsr(data, "event-frequency", "w", "per", "1").tidy();
    Frame single = dsr(ages("a 0-39 35 1000", "a 40+ 18 800"), "per", "1").tidy();
    assertEquals(
        number(single, "a", "dsr", "estimate"), number(repeated, "a", "dsr", "estimate"), 1e-15);
    // V has 5 + 9 * 10 = 95 for 35 and 6 + 9 * 4 = 42 for 18; the standard shares are .47 and .53
    double v = Math.pow(0.47 / 1000, 2) * 95 + Math.pow(0.53 / 800, 2) * 42;
    assertEquals(Math.sqrt(v), number(repeated, "a", "dsr", "std_error"), 1e-15);
    assertThrows(Refusal.class, () -> dsr(data, "event-frequency", "w", "method", "fay-feuer"));
  }

  @Test
  void observedOverExpectedByHand() {
    // rates of all: 40/2000 and 60/1000; expected of a: 1000 * .02 + 500 * .06 = 50
    Frame data = ages("a 0-39 30 1000", "a 40+ 40 500", "b 0-39 10 1000", "b 40+ 20 500");
    Result result =
        Runs.run(new SmrMethod(), data, "by", "g", "count", "x", "population", "n", "age", "age");
    Frame tidy = result.tidy();
    assertEquals(140, number(tidy, "a", "smr", "estimate"), 1e-12);
    assertEquals(60, number(tidy, "b", "smr", "estimate"), 1e-12);
    // 100 events of 3000 in all
    assertEquals(1.4 * 100_000 * 100 / 3000, number(tidy, "a", "isr", "estimate"), 1e-9);
    assertEquals(50, number(result.tables().get("sizes"), "a", "expected", "estimate"), 1e-12);
    assertTrue(result.explain("a").orElseThrow().get(0).en().contains("O = Σx = 70, E = 50"));
  }

  @Test
  void expectedMayBeGivenAndNothingExpectedIsNoRatio() {
    Frame data = ages("a - 12 10", "b - 1-4 10", "c - 3 0");
    Result result =
        Runs.run(new SmrMethod(), data, "by", "g", "count", "x", "expected", "n", "base", "1");
    Frame tidy = result.tidy();
    assertEquals(1.2, number(tidy, "a", "smr", "estimate"), 1e-15);
    assertFalse(tidy.text("measure").get(1).equals("isr"));
    assertEquals("suppressed", word(tidy, "b", "smr", "status"));
    assertEquals(0.4, number(tidy, "b", "highest", "estimate"), 1e-15);
    assertEquals("not-estimable", word(tidy, "c", "smr", "status"));
  }
}
