package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static no.utfall.method.rate.Runs.mean;
import static no.utfall.method.rate.Runs.proportion;
import static no.utfall.method.rate.Runs.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Origin;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.method.Method;
import no.utfall.method.MethodRun;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import org.junit.jupiter.api.Test;

class MethodsTest {

  private static final String SHARE = "proportion";

  @Test
  void groupsAreSummedAndStandInNaturalOrder() {
    Result result = proportion(counts("10 1 10", "2 3 10", "10 4 10"), "by", "g");
    Frame tidy = result.tidy();
    assertEquals(2, tidy.rows());
    assertEquals("2", tidy.text("g").get(0));
    assertEquals("10", tidy.text("g").get(1));
    assertEquals(25, number(tidy, "10", SHARE, "estimate"));
    assertEquals(2, number(tidy, "10", SHARE, "n"));
    assertEquals("percent", word(tidy, "10", SHARE, "unit_of_measure"));
    assertEquals("wilson", word(tidy, "10", SHARE, "method"));
    assertEquals("unreliable", word(tidy, "10", SHARE, "status"));
    assertEquals("too uncertain: fewer than 30 persons", word(tidy, "10", SHARE, "note"));
    Frame sizes = result.tables().get("sizes");
    assertEquals(5, number(sizes, "10", "events", "estimate"));
    assertEquals(20, number(sizes, "10", "population", "estimate"));
  }

  @Test
  void withoutGroupsEveryRowIsOneTotal() {
    Frame tidy = rate(counts("a 1 100", "b 2 300")).tidy();
    assertEquals(List.of("measure", "estimate"), tidy.names().subList(0, 2));
    assertEquals(1, tidy.rows());
    assertEquals(750, tidy.number("estimate").value(0));
    assertEquals(1e5 * Math.sqrt(3) / 400, tidy.number("std_error").value(0), 1e-9);
    assertEquals("per 100000", tidy.text("unit_of_measure").get(0));
    assertEquals("exact", tidy.text("method").get(0));
  }

  @Test
  void severalLevelsAreSeveralRowsAndTheWiderHoldsTheNarrower() {
    Frame tidy = proportion(counts("a 3 20", "b 7 20"), "by", "g", "conf-level", "0.5,0.95,0.998")
        .tidy();
    assertEquals(6, tidy.rows());
    for (int i = 0; i < 6; i++) {
      assertEquals(i < 3 ? "a" : "b", tidy.text("g").get(i));
      if (i % 3 > 0) {
        assertTrue(tidy.number("conf_low").value(i) < tidy.number("conf_low").value(i - 1));
        assertTrue(tidy.number("conf_high").value(i) > tidy.number("conf_high").value(i - 1));
      }
    }
    assertEquals(0.998, tidy.number("conf_level").value(2));
  }

  @Test
  void hiddenCountsGiveBoundsAndNoNumber() {
    Frame tidy = proportion(
            counts("a 10 100", "a 1-4 50", "a 1-4 2", "b : 10", "c 5 10"), "by", "g")
        .tidy();
    assertEquals("suppressed", word(tidy, "a", SHARE, "status"));
    assertTrue(Double.isNaN(number(tidy, "a", SHARE, "estimate")));
    assertTrue(Double.isNaN(number(tidy, "a", SHARE, "conf_low")));
    assertEquals("2 of 3 counts are hidden", word(tidy, "a", SHARE, "note"));
    // by hand: (10 + 1 + 1) / 152 and (10 + 4 + 2) / 152, as two persons cannot be four
    assertEquals(100 * 12.0 / 152, number(tidy, "a", "lowest", "estimate"), 1e-12);
    assertEquals(100 * 16.0 / 152, number(tidy, "a", "highest", "estimate"), 1e-12);
    assertEquals("suppressed", word(tidy, "b", SHARE, "status"));
    assertThrows(AssertionError.class, () -> MethodRun.row(tidy, "b", "lowest"));
    assertEquals(50, number(tidy, "c", SHARE, "estimate"));
  }

  @Test
  void theTruthLiesBetweenLowestAndHighest() {
    long seed = 11;
    Random random = new Random(seed);
    for (int turn = 0; turn < 200; turn++) {
      String[] shown = new String[6];
      double events = 0;
      double population = 0;
      for (int i = 0; i < 6; i++) {
        int n = 1 + random.nextInt(30);
        int x = random.nextInt(n + 1);
        events += x;
        population += n;
        boolean hideCount = x > 0 && x < 5;
        boolean hidePopulation = n < 5;
        shown[i] = "g " + (hideCount ? "1-4" : x) + " " + (hidePopulation ? "1-4" : n);
      }
      Frame share = proportion(counts(shown), "by", "g", "per", "1").tidy();
      Frame rate = rate(counts(shown), "by", "g", "per", "1").tidy();
      if (word(share, "g", SHARE, "status").equals("suppressed")) {
        double truth = events / population;
        assertTrue(number(share, "g", "lowest", "estimate") <= truth + 1e-15, "seed " + seed);
        assertTrue(number(share, "g", "highest", "estimate") >= truth - 1e-15, "seed " + seed);
        assertTrue(number(share, "g", "highest", "estimate") <= 1, "seed " + seed);
        assertTrue(number(rate, "g", "lowest", "estimate") <= truth + 1e-15, "seed " + seed);
        assertTrue(number(rate, "g", "highest", "estimate") >= truth - 1e-15, "seed " + seed);
      }
    }
  }

  @Test
  void whatIsMissingSaysSoAndStopsNothingElse() {
    Frame tidy = rate(
            counts("a .. 100", "a 3 100", "b 3 ..", "c 0 0", "d . 10", "e 3 100"), "by", "g")
        .tidy();
    assertEquals("missing", word(tidy, "a", "rate", "status"));
    assertEquals("1 of 2 counts is missing", word(tidy, "a", "rate", "note"));
    assertEquals("not-estimable", word(tidy, "b", "rate", "status"));
    assertEquals("1 of 1 population is missing", word(tidy, "b", "rate", "note"));
    assertEquals("not-estimable", word(tidy, "c", "rate", "status"));
    assertEquals("the population is 0", word(tidy, "c", "rate", "note"));
    assertEquals("not-applicable", word(tidy, "d", "rate", "status"));
    assertEquals(3000, number(tidy, "e", "rate", "estimate"));
    for (String key : List.of("a", "b", "c", "d")) {
      assertTrue(Double.isNaN(number(tidy, key, "rate", "estimate")));
      assertEquals(0.95, number(tidy, key, "rate", "conf_level"));
    }
  }

  @Test
  void impossibleRowsAreFindingsWithTheirPlace() {
    Frame data = counts("a 41 30", "b -5 10", "c 2.5 10", "d 3 -1", "e 0 0", "f 1 10")
        .from(new Origin("inn.csv", new int[] {2, 3, 4, 5, 6, 7}, Map.of("x", 3, "n", 4)));
    Result result = proportion(data, "by", "g");
    List<String> places = result.findings().stream()
        .map(f -> f.code() + " " + f.place().line() + ":" + f.place().field())
        .toList();
    assertEquals(List.of("E603 2:3", "E601 3:3", "E602 4:3", "E601 5:4", "W604 6:4"), places);
    assertEquals(Severity.WARNING, result.findings().get(4).severity());
    assertEquals("x = 41: more than n = 30", result.findings().get(0).message());
    for (String key : List.of("a", "b", "c", "d", "e")) {
      assertEquals("not-estimable", word(result.tidy(), key, SHARE, "status"));
      assertTrue(Double.isNaN(number(result.tidy(), key, SHARE, "estimate")));
    }
    assertEquals("1 of 1 row is impossible", word(result.tidy(), "a", SHARE, "note"));
    assertEquals(10, number(result.tidy(), "f", SHARE, "estimate"));
    // more events than persons is fine for a rate
    assertEquals("ok", word(rate(data, "by", "g").tidy(), "a", "rate", "status"));
  }

  @Test
  void whenNothingCanBeEstimatedTheRunStopsWithTheReason() {
    Refusal missing = assertThrows(Refusal.class, () -> proportion(counts("a .. 9", "b .. 9")));
    assertEquals(Fault.ANALYSIS, missing.fault());
    assertEquals("E701", missing.findings().get(0).code());
    assertEquals("x has no value in any of 2 rows", missing.findings().get(0).message());
    Refusal zero = assertThrows(Refusal.class, () -> rate(counts("a 0 0")));
    assertEquals(Fault.ANALYSIS, zero.fault());
    assertEquals("E704", zero.findings().get(1).code());
    Refusal impossible = assertThrows(Refusal.class, () -> proportion(counts("a 9 3")));
    assertEquals(Fault.INPUT_DATA, impossible.fault());
    Refusal empty = assertThrows(Refusal.class, () -> proportion(counts()));
    assertTrue(empty.getMessage().contains("there are no rows"), empty.getMessage());
    assertThrows(Refusal.class, () -> mean(counts("a .. 9")));
    // everything hidden is an answer
    assertEquals(
        "suppressed", proportion(counts("a 1-4 9")).tidy().text("status").get(0));
    assertEquals(List.of(), proportion(counts("a 1-4 9"), "by", "g").charts());
  }

  @Test
  void meanOfOneValueHasNoInterval() {
    Frame tidy = mean(counts("a 3 0", "b 1 0", "b 2 0"), "by", "g").tidy();
    assertEquals(3, number(tidy, "a", "mean", "estimate"));
    assertTrue(Double.isNaN(number(tidy, "a", "mean", "conf_low")));
    assertEquals("ok", word(tidy, "a", "mean", "status"));
    assertEquals("one value has no spread: no interval", word(tidy, "a", "mean", "note"));
    assertEquals("not-estimable", word(tidy, "a", "std_dev", "status"));
    assertEquals(Math.sqrt(0.5), number(tidy, "b", "std_dev", "estimate"), 1e-15);
    assertEquals(1, number(tidy, "b", "mean", "df"));
    assertEquals(2, number(tidy, "b", "mean", "n"));
    assertEquals("student-t", word(tidy, "b", "mean", "method"));
  }

  @Test
  void meanWithHiddenOrMissingValuesGivesBoundsOrNothing() {
    Frame tidy =
        mean(counts("a 3 0", "a 1-4 0", "b .. 0", "c 1 0", "d : 0"), "by", "g").tidy();
    assertEquals("suppressed", word(tidy, "a", "mean", "status"));
    assertEquals("1 of 2 values is hidden", word(tidy, "a", "mean", "note"));
    assertEquals(2, number(tidy, "a", "lowest", "estimate"));
    assertEquals(3.5, number(tidy, "a", "highest", "estimate"));
    assertEquals(3, number(tidy, "a", "of_known", "estimate"));
    assertEquals(
        "1 of 2 rows are known; one value has no spread: no interval",
        word(tidy, "a", "of_known", "note"));
    assertEquals("missing", word(tidy, "b", "mean", "status"));
    assertThrows(AssertionError.class, () -> MethodRun.row(tidy, "b", "of_known"));
    Frame partly = mean(counts("a 2 0", "a .. 0", "a 4 0", "a 9 0"), "by", "g").tidy();
    assertEquals("missing", word(partly, "a", "mean", "status"));
    // of 2, 4 and 9: s² = 13 with 2 degrees of freedom
    assertEquals(5, number(partly, "a", "of_known", "estimate"));
    assertEquals(Math.sqrt(13 / 3.0), number(partly, "a", "of_known", "std_error"), 1e-12);
    assertEquals(2, number(partly, "a", "of_known", "df"));
    assertEquals("3 of 4 rows are known", word(partly, "a", "of_known", "note"));
    assertEquals("suppressed", word(tidy, "d", "mean", "status"));
    assertThrows(AssertionError.class, () -> MethodRun.row(tidy, "d", "lowest"));
  }

  @Test
  void resultDoesNotDependOnRowOrderOrOnHowARowIsSplit() {
    long seed = 5;
    Random random = new Random(seed);
    int rows = 300;
    String[] key = new String[rows];
    double[] x = new double[rows];
    double[] n = new double[rows];
    for (int i = 0; i < rows; i++) {
      key[i] = String.valueOf(random.nextInt(12));
      n[i] = random.nextInt(1000) + random.nextDouble();
      x[i] = random.nextInt((int) n[i] + 1);
    }
    Frame data =
        Frame.of(TextColumn.of("g", key), NumberColumn.of("x", x), NumberColumn.of("n", n));
    int[] order = random.ints(0, 1 << 30).distinct().limit(rows).toArray();
    int[] shuffled = IntStream.range(0, rows)
        .boxed()
        .sorted(Comparator.comparingInt(i -> order[i]))
        .mapToInt(i -> i)
        .toArray();
    assertSame(
        rate(data, "by", "g").tidy(), rate(data.rows(shuffled), "by", "g").tidy(), 0);
    assertSame(
        mean(data, "by", "g").tidy(), mean(data.rows(shuffled), "by", "g").tidy(), 0);
    Frame whole = proportion(counts("a 7 40", "b 9 30"), "by", "g").tidy();
    Frame split = proportion(counts("a 3 20", "a 4 20", "b 9 30"), "by", "g").tidy();
    for (String column : List.of("estimate", "conf_low", "conf_high")) {
      assertEquals(number(whole, "a", SHARE, column), number(split, "a", SHARE, column));
    }
    assertEquals(2, number(split, "a", SHARE, "n"));
  }

  private static void assertSame(Frame a, Frame b, double slack) {
    assertEquals(a.names(), b.names());
    assertEquals(a.rows(), b.rows());
    for (int i = 0; i < a.rows(); i++) {
      assertEquals(a.text("g").get(i), b.text("g").get(i));
      for (String column : List.of("estimate", "conf_low", "conf_high", "n")) {
        assertEquals(a.number(column).value(i), b.number(column).value(i), slack, column);
      }
    }
  }

  @Test
  void namesOfGroupsAndUnitOfMeasureChangeNothingElse() {
    Frame before = proportion(counts("a 7 40", "b 9 30"), "by", "g").tidy();
    Frame after =
        proportion(counts("x 7 40", "y 9 30"), "by", "g", "per", "1000").tidy();
    for (int i = 0; i < 2; i++) {
      for (String column : List.of("estimate", "conf_low", "conf_high")) {
        assertEquals(
            10 * before.number(column).value(i), after.number(column).value(i), 1e-11, column);
      }
    }
    assertEquals("per 1000", word(after, "x", SHARE, "unit_of_measure"));
  }

  @Test
  void reservedKeysAndWrongLevelsAreFaultsOfTheCommandLine() {
    Frame data =
        Frame.of(TextColumn.of("status", "a"), NumberColumn.of("x", 1), NumberColumn.of("n", 2));
    assertEquals(
        Fault.COMMAND_LINE,
        assertThrows(Refusal.class, () -> proportion(data, "by", "status")).fault());
    assertEquals(
        Fault.COMMAND_LINE,
        assertThrows(Refusal.class, () -> rate(counts("a 1 2"), "conf-level", "0.95,95"))
            .fault());
    assertEquals(
        Fault.COMMAND_LINE,
        assertThrows(Refusal.class, () -> rate(counts("a 1 2"), "per", "-1")).fault());
    assertEquals(2, proportion(counts("a 1 2"), "by", "g,g").tidy().names().indexOf("estimate"));
  }

  @Test
  void cardsNameEveryMeasureAndTakeEveryMethodTheyName() {
    for (Method method : List.of(new ProportionMethod(), new RateMethod(), new MeanMethod())) {
      assertFalse(method.card().question().isBlank());
      assertFalse(method.card().formula().isBlank());
      assertFalse(method.card().literature().isEmpty());
      for (String example : method.card().example()) {
        assertTrue(example.startsWith("utfall " + method.card().id() + " "), example);
      }
      Option interval = method.card().option("method").orElse(null);
      if (interval != null) {
        for (String choice : interval.choices()) {
          Result result = Runs.run(
              method, counts("a 12 40"), "count", "x", "population", "n", "method", choice);
          assertEquals(choice, result.tidy().text("method").get(0));
        }
      }
    }
    Settings settings = Settings.of(
        new ProportionMethod().card(), Map.of("by", "g", "count", "x", "population", "n"));
    assertEquals(Map.of("g", Type.TEXT, "x", Type.COUNT, "n", Type.SIZE), settings.columns());
  }
}
