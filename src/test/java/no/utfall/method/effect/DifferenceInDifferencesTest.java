package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.utfall.Shared;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceInDifferencesTest {

  private static final String[] COLUMNS = {
    "--unit", "unit", "--period", "year", "--outcome", "y", "--cohort", "start"
  };

  private static final String SMALL = """
      unit start  2019  2020  2021  2022
      A    2021    4.0   4.5   3.0   2.0
      B    2021    6.0   6.0   5.5   4.0
      C    2022    5.0   5.5   5.5   4.5
      D    2022    7.0   6.5   7.5   7.5
      E    -       5.0   5.0   5.5   6.0
      F    -       3.0   4.0   4.5   4.0
      """;

  /** A world that can be read aloud: unit, start (- is never), then one outcome per year (. is missing). */
  static Frame world(String text) {
    List<String[]> lines = text.lines().map(line -> line.trim().split("\\s+")).toList();
    String[] head = lines.get(0);
    TextColumn.Builder unit = TextColumn.builder("unit");
    TextColumn.Builder year = TextColumn.builder("year");
    NumberColumn.Builder y = NumberColumn.builder("y");
    NumberColumn.Builder start = NumberColumn.builder("start");
    NumberColumn.Builder treated = NumberColumn.builder("treated");
    for (String[] line : lines.subList(1, lines.size())) {
      for (int t = 2; t < line.length; t++) {
        unit.add(line[0]);
        year.add(head[t]);
        double began = line[1].equals("-") ? Double.NaN : Double.parseDouble(line[1]);
        start.add(began);
        treated.add(Double.parseDouble(head[t]) >= began ? 1 : 0);
        if (line[t].equals(":")) {
          y.addSuppressed(1, 4);
        } else {
          y.add(line[t].equals(".") ? Double.NaN : Double.parseDouble(line[t]));
        }
      }
    }
    return Frame.of(unit.build(), year.build(), y.build(), start.build(), treated.build());
  }

  private static Result did(String text, String... more) {
    return Sheets.did(world(text), with(more));
  }

  private static String[] with(String... more) {
    List<String> all = new ArrayList<>(List.of(COLUMNS));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static double att(Result result, int cohort, int period) {
    return Sheets.at(
        result.tables().get("att-gt"), "estimate", "cohort", "" + cohort, "period", "" + period);
  }

  private static Finding refused(Fault fault, Frame data, String... options) {
    Refusal refusal = assertThrows(Refusal.class, () -> Sheets.did(data, options));
    assertEquals(fault, refusal.fault());
    assertEquals(1, refusal.findings().size());
    Finding finding = refusal.findings().get(0);
    assertFalse(finding.fix().isEmpty(), "a refusal names the mend");
    return finding;
  }

  private static void assertRefused(String code, String message, Frame data, String... options) {
    Finding finding = refused(Fault.ANALYSIS, data, options);
    assertEquals(code, finding.code());
    assertTrue(finding.message().contains(message), finding.message());
  }

  @Test
  void plantedEffectIsFoundByHand() {
    Result result = did(SMALL);
    // cohort 2021 in 2021: A −1.5, B −0.5 against C 0, D +1, E +0.5, F +0.5: −1.0 − 0.5
    assertEquals(-1.5, att(result, 2021, 2021), 1e-12);
    // in 2022 only E and F are left to compare with: A −2.5, B −2.0 against E +1, F 0 since 2020
    assertEquals(-2.75, att(result, 2021, 2022), 1e-12);
    // cohort 2022 in 2022: C −1, D 0 against E +0.5, F −0.5 since 2021
    assertEquals(-0.5, att(result, 2022, 2022), 1e-12);
    // before its start, cohort 2022 in 2021: C 0, D +1 against E and F +0.5
    assertEquals(0, att(result, 2022, 2021), 1e-12);
    Frame tidy = result.tidy();
    // group: cohort 2021 (−1.5 − 2.75)/2, cohort 2022 −0.5, two units each
    assertEquals("group", tidy.text("aggregation").get(0));
    assertEquals((-2.125 - 0.5) / 2, tidy.number("estimate").value(0), 1e-12);
    assertEquals(
        (-1.5 - 2.75 - 0.5) / 3, Sheets.at(tidy, "estimate", "aggregation", "simple"), 1e-12);
    assertEquals(4, Sheets.at(tidy, "estimate", "measure", "treated_units"));
    assertEquals(4, Sheets.at(tidy, "estimate", "measure", "control_units"));
    assertEquals(2, Sheets.at(tidy, "estimate", "measure", "never_treated_units"));
  }

  @Test
  void standardErrorOfOneCellByHand() {
    Frame cells = did(SMALL).tables().get("att-gt");
    int row = Sheets.row(cells, "cohort", "2022", "period", "2022");
    // changes −1, 0 | +0.5, −0.5: squares about the means 0.25 + 0.25 and 0.25 + 0.25, each over 2²
    double error = Math.sqrt(0.5 / 4 + 0.5 / 4);
    assertEquals(error, cells.number("std_error").value(row), 1e-12);
    assertEquals(-0.5 - 1.959963984540054 * error, cells.number("conf_low").value(row), 1e-12);
    assertEquals(-0.5 / error, cells.number("statistic").value(row), 1e-12);
    assertEquals(4, cells.number("n").value(row));
  }

  @Test
  void aHorizonAveragesTheCellsFromThereOn() {
    Result result = did(SMALL, "--horizon", "1");
    assertEquals("horizon", result.tidy().text("aggregation").get(0));
    assertEquals(-2.75, result.tidy().number("estimate").value(0), 1e-12);
    assertEquals(
        result.tidy().number("std_error").value(0),
        Sheets.at(result.tables().get("att-gt"), "std_error", "cohort", "2021", "period", "2022"),
        1e-12);
    Result none = did(SMALL, "--horizon", "5");
    assertEquals("not-estimable", none.tidy().text("status").get(0));
    assertEquals("E715", none.findings().get(0).code());
    assertEquals("group", none.tidy().text("aggregation").get(1));
  }

  @Test
  void thePreMeanLeavesOutThePeriodBeforeTheStart() {
    Result result = did(SMALL, "--base", "pre-mean", "--control", "never-treated");
    // cohort 2021 has 2019 left: A −1, −2, B −0.5, −2 against E +0.5, +1 and F +1.5, +1
    assertEquals(-0.75 - 1, att(result, 2021, 2021), 1e-12);
    assertEquals(-2 - 1, att(result, 2021, 2022), 1e-12);
    // cohort 2022 has the mean of 2019 and 2020, C 5.25, D 6.75, E 5, F 3.5; then −0.75, +0.75
    // against +1, +0.5
    assertEquals(0 - 0.75, att(result, 2022, 2022), 1e-12);
    // the dip, 2021: C +0.25, D +0.75 against +0.5, +1
    assertEquals(0.5 - 0.75, att(result, 2022, 2021), 1e-12);
    // cohort 2021 in 2019 is its own base
    Frame cells = result.tables().get("att-gt");
    int reference = Sheets.row(cells, "cohort", "2021", "period", "2019");
    assertEquals(0, cells.number("estimate").value(reference));
    assertEquals("reference period: 0 by definition", cells.text("note").get(reference));
  }

  @Test
  void withThePreMeanThePeriodBeforeAStartIsNotComparedWith() {
    String all = """
        unit start  2018  2019  2020  2021  2022
        A    2020    4.0   4.0   3.0   2.0   2.0
        B    2020    6.0   6.0   5.5   4.0   3.0
        C    2022    5.0   5.0   5.5   9.5   4.5
        D    2022    7.0   7.0   7.5   9.5   7.5
        """;
    Result result = did(all, "--base", "pre-mean");
    // C and D have a bad 2021, so that 2020 is the last year with a comparison: −1, −0.5 against
    // +0.5
    assertEquals(-1.25, att(result, 2020, 2020), 1e-12);
    assertEquals(3, Sheets.at(result.tidy(), "estimate", "measure", "periods"));
    assertTrue(result.findings().get(0).message().startsWith("periods from 2021 on"));
    String noneLeft =
        all.replace("2022    5.0", "2021    5.0").replace("2022    7.0", "2021    7.0");
    assertRefused("E704", "everybody is treated", world(noneLeft), with("--base", "pre-mean"));
  }

  @Test
  void aUnitWithOnePeriodBeforeItsStartHasNoPreMean() {
    String early = SMALL + "G    2020    3.0   4.0   4.0   4.0\n";
    Result result = did(early, "--base", "pre-mean");
    Frame dropped = result.tables().get("dropped");
    assertEquals("G", dropped.text("unit").get(0));
    assertTrue(dropped.text("reason").get(0).startsWith("one period before its start (2020)"));
    assertTrue(result.findings().get(0).message().contains("1 with one period before the start"));
    assertEquals(0, did(early).tables().get("dropped").rows());
    assertRefused(
        "E705",
        "no treated unit has two periods before its start",
        world("unit start 2019 2020 2021\nA 2020 1.0 2.0 3.0\nB - 1.0 1.0 2.0\n"),
        with("--base", "pre-mean"));
  }

  /** Each group is a world of its own here, so that the variance of the gap is the sum of two. */
  private static Frame twoGroups(String second) {
    Frame one = world(SMALL);
    Frame two = world(second);
    TextColumn.Builder unit = TextColumn.builder("unit");
    TextColumn.Builder year = TextColumn.builder("year");
    TextColumn.Builder group = TextColumn.builder("who");
    NumberColumn.Builder y = NumberColumn.builder("y");
    NumberColumn.Builder start = NumberColumn.builder("start");
    for (Frame frame : List.of(one, two)) {
      for (int i = 0; i < frame.rows(); i++) {
        unit.add(frame.text("unit").get(i));
        year.add(frame.text("year").get(i));
        group.add(frame == one ? "b" : "a");
        y.add(frame.number("y").value(i));
        start.add(frame.number("start").value(i));
      }
    }
    return Frame.of(unit.build(), year.build(), group.build(), y.build(), start.build());
  }

  @Test
  void groupsWithTheSameUnitsHaveTheirOwnEffectsAndAGap() {
    // the same outcomes in both groups: no gap, and nothing varies around it
    Frame same = Sheets.did(twoGroups(SMALL), with("--group", "who")).tidy();
    Frame alone = did(SMALL).tidy();
    for (String group : List.of("a", "b")) {
      int row = Sheets.row(same, "group", group, "measure", "att");
      assertEquals(alone.number("estimate").value(0), same.number("estimate").value(row));
      assertEquals(alone.number("std_error").value(0), same.number("std_error").value(row));
    }
    int gap = Sheets.row(same, "measure", "att_gap");
    assertEquals("b - a", same.text("group").get(gap));
    assertEquals(0, same.number("estimate").value(gap), 1e-15);
    assertEquals(0, same.number("std_error").value(gap), 1e-12);
    // other units in the second group: independent, the variances add up
    String others = SMALL.replaceAll("(?m)^([A-F]) ", "$1$1");
    Frame apart = Sheets.did(twoGroups(others), with("--group", "who", "--group-order", "b,a"))
        .tidy();
    int second = Sheets.row(apart, "measure", "att_gap");
    assertEquals("a - b", apart.text("group").get(second));
    assertEquals(
        Math.sqrt(2) * alone.number("std_error").value(0),
        apart.number("std_error").value(second),
        1e-12);
  }

  @Test
  void aGroupThatCannotBeEstimatedIsNamedAndTheOthersStand() {
    String none = SMALL.replaceAll("2021    |2022    ", "-       ");
    Result result = Sheets.did(twoGroups(none), with("--group", "who"));
    int row = Sheets.row(result.tidy(), "group", "a", "measure", "att");
    assertEquals("not-estimable", result.tidy().text("status").get(row));
    assertTrue(result.tidy().text("note").get(row).startsWith("nobody is treated"));
    assertTrue(result.findings().stream().anyMatch(f -> f.message().startsWith("group a: nobody")));
    Sheets.row(result.tidy(), "group", "b", "measure", "att");
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    Frame data = world(SMALL);
    refused(Fault.COMMAND_LINE, data, with("--other-cohort", "start"));
    refused(Fault.COMMAND_LINE, data, with("--group-order", "a,b"));
    refused(Fault.COMMAND_LINE, twoGroups(SMALL), with("--group", "who", "--group-order", "a,c"));
    refused(Fault.COMMAND_LINE, data, with("--estimator", "2x2", "--base", "pre-mean"));
    refused(Fault.COMMAND_LINE, data, with("--estimator", "2x2", "--weight", "y"));
  }

  @Test
  void aUnitWithoutAWeightIsLeftOutAndNamed() {
    Frame data = world(SMALL);
    NumberColumn.Builder people = NumberColumn.builder("people");
    for (int i = 0; i < data.rows(); i++) {
      String unit = data.text("unit").get(i);
      people.add(unit.equals("D") ? 0 : unit.equals("A") ? 300 : 100);
    }
    Result result = Sheets.did(data.with(people.build()), with("--weight", "people"));
    Frame dropped = result.tables().get("dropped");
    assertEquals("D", dropped.text("unit").get(0));
    assertEquals("no people above 0", dropped.text("reason").get(0));
    // cohort 2021, A three times B: 2021 −1.25 against C 0, E and F +0.5; 2022 −2.375 against E +1,
    // F 0
    double of2021 = (-1.25 - 1.0 / 3 - 2.375 - 0.5) / 2;
    // cohort 2022: C −1 against E +0.5, F −0.5
    assertEquals(
        (4 * of2021 - 1) / 5,
        Sheets.at(result.tidy(), "estimate", "aggregation", "group-weighted"),
        1e-12);
  }

  @Test
  void aTreatedColumnSaysTheSameAsStarts() {
    Result byMark = Sheets.did(
        world(SMALL),
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--treated",
        "treated");
    assertSame(did(SMALL).tidy(), byMark.tidy());
  }

  @Test
  void twoPeriodsGiveTheSameNumberInBothEstimators() {
    String text = """
        unit start 2020 2021
        A    2021   4.0  3.0
        B    2021   6.5  6.0
        C    -      5.0  5.5
        D    0      3.0  4.0
        """;
    Frame cs = did(text).tidy();
    Frame four = did(text, "--estimator", "2x2").tidy();
    // (3 + 6)/2 − (4 + 6.5)/2 − ((5.5 + 4)/2 − (5 + 3)/2)
    assertEquals(-1.5, cs.number("estimate").value(0), 1e-12);
    assertEquals(-1.5, four.number("estimate").value(0), 1e-12);
    assertEquals("2x2", four.text("method").get(0));
  }

  @Test
  void aPopulationMakesTheOutcomeAShareInPercent() {
    Frame counts = world(SMALL);
    double[] people = new double[counts.rows()];
    double[] shares = counts.number("y").values();
    double[] events = new double[people.length];
    for (int i = 0; i < people.length; i++) {
      people[i] = 200 + 100 * (i % 3);
      events[i] = shares[i] / 100 * people[i];
    }
    Frame data =
        counts.with(NumberColumn.of("events", events)).with(NumberColumn.of("people", people));
    Frame tidy = Sheets.did(
            data,
            "--unit",
            "unit",
            "--period",
            "year",
            "--outcome",
            "events",
            "--population",
            "people",
            "--cohort",
            "start")
        .tidy();
    assertEquals(
        did(SMALL).tidy().number("estimate").value(0), tidy.number("estimate").value(0), 1e-9);
    assertEquals("percentage points", tidy.text("unit_of_measure").get(0));
  }

  @Test
  void nobodyIsDroppedInSilence() {
    Result result = did(SMALL + """
            G    2021    1.0   .     2.0   3.0
            H    -       1.0   :     2.0   3.0
            I    2019    1.0   9.0   2.0   3.0
            """);
    Frame dropped = result.tables().get("dropped");
    assertEquals(3, dropped.rows());
    assertEquals("no outcome in 2020 (missing)", dropped.text("reason").get(0));
    assertEquals("no outcome in 2020 (suppressed)", dropped.text("reason").get(1));
    assertEquals(
        "no period before its start (2019); the data begin in 2019",
        dropped.text("reason").get(2));
    assertEquals(List.of("unit", "reason", "rows"), dropped.names());
    assertEquals(3, Sheets.at(result.tidy(), "estimate", "measure", "dropped_units"));
    assertEquals("N710", result.findings().get(0).code());
    assertEquals(
        "3 of 9 units are left out: 2 without an outcome in every period, 1 treated before any period to compare with",
        result.findings().get(0).message());
    assertEquals(
        did(SMALL).tidy().number("estimate").value(0),
        result.tidy().number("estimate").value(0));
    assertTrue(result.reading().get(3).in(Language.NB).contains("Utelatt: 3 enheter."));
  }

  @Test
  void anOutcomeMeasuredEverySecondYearLeavesTheYearsBetweenOut() {
    Result result = did("""
        unit start 2018 2019 2020 2021
        A    2020   4.0   .    3.0  .
        B    2020   6.5   .    6.0  .
        C    -      5.0   .    5.5  .
        D    -      3.0   .    4.0  .
        """);
    assertEquals("N711", result.findings().get(0).code());
    assertEquals(-1.5, result.tidy().number("estimate").value(0), 1e-12);
    assertEquals(0, result.tables().get("dropped").rows());
  }

  @Test
  void withoutNeverTreatedTheLastCohortIsOnlyComparedWith() {
    Result result = did("""
        unit start 2019 2020 2021 2022
        A    2020   4.0  3.0  3.0  9.0
        B    2020   6.0  6.0  5.5  9.0
        C    2022   5.0  5.5  5.5  9.0
        D    2022   7.0  6.5  7.5  9.0
        """);
    assertEquals("N712", result.findings().get(0).code());
    assertTrue(result.findings().get(0).message().contains("from 2022"));
    // A −1, B 0 against C +0.5, D −0.5; then A −1, B −0.5 against C and D +0.5
    assertEquals(-0.5, att(result, 2020, 2020), 1e-12);
    assertEquals(-1.25, att(result, 2020, 2021), 1e-12);
    assertEquals(1, Sheets.at(result.tidy(), "estimate", "measure", "cohorts"));
  }

  @Test
  void aCohortOfOneUnitGetsNoStandardError() {
    Result result = did(SMALL + "G    2020    1.0   3.0   2.0   3.0\n");
    Frame cells = result.tables().get("att-gt");
    int row = Sheets.row(cells, "cohort", "2020", "period", "2021");
    assertTrue(cells.number("estimate").isKnown(row));
    assertFalse(cells.number("std_error").isKnown(row));
    assertFalse(cells.number("conf_low").isKnown(row));
    assertEquals("unreliable", cells.text("status").get(row));
    assertTrue(cells.text("note").get(row).contains("one treated unit starts in 2020"));
    // in the average its weight is a fifth: the standard error stands, marked as too small
    assertEquals("unreliable", result.tidy().text("status").get(0));
    assertTrue(result.tidy().number("std_error").isKnown(0));
  }

  @Test
  void theReferencePeriodOfTheUniversalBaseIsZeroAndSaysSo() {
    Result result = did(SMALL, "--base", "universal");
    Frame table = result.tables().get("aggregations");
    int row = Sheets.row(table, "aggregation", "dynamic", "event", "-1");
    assertEquals(0, table.number("estimate").value(row));
    assertFalse(table.number("std_error").isKnown(row));
    assertEquals("ok", table.text("status").get(row));
    assertEquals("reference period: 0 by definition", table.text("note").get(row));
  }

  @Test
  void severalLevelsAreSeveralRows() {
    Frame tidy = did(SMALL, "--conf-level", "0.95,0.998").tidy();
    assertEquals(0.95, tidy.number("conf_level").value(0));
    assertEquals(0.998, tidy.number("conf_level").value(1));
    assertTrue(tidy.number("conf_low").value(1) < tidy.number("conf_low").value(0));
  }

  @Test
  void clustersOfOneUnitChangeNothingAndSharedOnesDo() {
    Frame world = world(SMALL);
    Frame own = world.with(world.text("unit").named("county"));
    Frame alone = Sheets.did(own, with("--cluster", "county")).tidy();
    assertEquals(
        did(SMALL).tidy().number("std_error").value(0),
        alone.number("std_error").value(0));
    TextColumn.Builder pairs = TextColumn.builder("county");
    for (int i = 0; i < world.rows(); i++) {
      pairs.add("ADF".contains(world.text("unit").get(i)) ? "north" : "south");
    }
    Frame shared =
        Sheets.did(world.with(pairs.build()), with("--cluster", "county")).tidy();
    assertTrue(
        Math.abs(shared.number("std_error").value(0) - alone.number("std_error").value(0)) > 1e-6);
  }

  @Test
  void whatNoDesignCanMendIsRefusedBeforeTheTreatmentIsLookedFor() {
    String[] options = {
      "--unit", "kommune", "--period", "aar", "--outcome", "antall", "--population", "nevner"
    };
    String[][] expected = {
      {"b44-all-missing.csv", "E701", "antall/nevner has no value in any of 2 rows"},
      {
        "b45-single-unit.csv",
        "E702",
        "1 unit; an effect estimate needs at least 2 (1 treated, 1 comparison)"
      },
      {
        "b46-constant-outcome.csv",
        "E703",
        "antall/nevner is constant (0.05): no effect or standard error can be estimated"
      }
    };
    for (String[] one : expected) {
      Frame data = Sheets.read(
          Shared.require("bad-input/" + one[0]), ';', Sheets.settings(options).columns());
      Finding finding = refused(Fault.ANALYSIS, data, options);
      assertEquals(one[1], finding.code());
      assertEquals(one[2], finding.message());
      if (one[1].equals("E701")) {
        assertEquals(2, finding.place().line());
        assertEquals(3, finding.place().field());
      }
    }
  }

  @Test
  void impossibleDesignsAreRefusedWithTheirReason() {
    Frame small = world(SMALL);
    String[] noTreatment = {"--unit", "unit", "--period", "year", "--outcome", "y"};
    assertRefused("E709", "no column says who was treated", small, noTreatment);
    String never = SMALL
        .replace("2021 ", "-    ")
        .replaceFirst("-    ", "2021 ")
        .replace("C    2022", "C    -   ")
        .replace("D    2022", "D    -   ");
    assertRefused("E709", "nobody is treated", world(never), COLUMNS);
    String all = """
        unit start 2020 2021
        A    2021   4.0  3.0
        B    2021   6.5  6.0
        """;
    assertRefused("E704", "everybody is treated: all 2 units start by 2021", world(all), COLUMNS);
    String staggered = SMALL.replace("E    -", "E    2022").replace("F    -", "F    2022");
    assertRefused(
        "E704", "no unit is never treated", world(staggered), with("--control", "never-treated"));
    String early = """
        unit start 2020 2021
        A    2020   4.0  3.0
        B    2015   6.5  6.0
        C    -      6.5  6.0
        """;
    assertRefused(
        "E705",
        "A has no period before its start (2020); the data begin in 2020; nor has any of 2 treated units",
        world(early),
        COLUMNS);
    String gaps = """
        unit start 2020 2021
        A    2021   4.0  .
        B    2021   .    6.0
        C    -      6.5  6.0
        """;
    assertRefused("E710", "no treated unit has an outcome in every period", world(gaps), COLUMNS);
  }

  @Test
  void aTreatmentThatEndsIsRefusedWhereItEnds() {
    Frame world = world(SMALL);
    double[] treated = world.number("treated").values();
    treated[3] = 0;
    assertRefused(
        "E706",
        "treatment of unit 'A' ends: treated goes from 1 back to 0 in 2022",
        world.with(NumberColumn.of("treated", treated)),
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--treated",
        "treated");
    treated[3] = 2;
    assertRefused(
        "E714",
        "treated = 2 is neither 0 nor 1",
        world.with(NumberColumn.of("treated", treated)),
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--treated",
        "treated");
  }

  @Test
  void startsAndPeriodsMustBeReadableAndUnitsUnique() {
    Frame world = world(SMALL);
    double[] start = world.number("start").values();
    start[1] = 2022;
    assertRefused(
        "E712",
        "unit 'A' has two starts: 2021 and 2022",
        world.with(NumberColumn.of("start", start)),
        COLUMNS);
    start[1] = 2021.5;
    assertRefused("E711", "start = 2021.5", world.with(NumberColumn.of("start", start)), COLUMNS);
    TextColumn.Builder spans = TextColumn.builder("year");
    for (int i = 0; i < world.rows(); i++) {
      spans.add(world.text("year").get(i) + "-" + (2021 + i % 4));
    }
    assertRefused(
        "E711", "period '2019-2021' is not a whole number", world.with(spans.build()), COLUMNS);
    int[] twice = new int[world.rows() + 1];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = i % world.rows();
    }
    assertEquals("E501", refused(Fault.INPUT_DATA, world.rows(twice), COLUMNS).code());
    TextColumn.Builder county = TextColumn.builder("county");
    for (int i = 0; i < world.rows(); i++) {
      county.add(i == 2 ? "south" : "north");
    }
    assertRefused(
        "E713",
        "unit 'A' is in two clusters",
        world.with(county.build()),
        with("--cluster", "county"));
  }

  @ParameterizedTest
  @CsvSource({
    "--post,treated",
    "--vcov,iid",
    "--anticipation,-1",
    "--horizon,-2",
    "--conf-level,95",
    "--treated,treated"
  })
  void optionsThatContradictAreRefusedAsSuch(String option, String value) {
    assertEquals(
        "E001", refused(Fault.COMMAND_LINE, world(SMALL), with(option, value)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "--control,never-treated",
    "--base,universal",
    "--anticipation,1",
    "--horizon,1",
    "--without-periods,2019",
    "--placebo,y"
  })
  void optionsOfOtherEstimatorsAreRefusedInTheTwoByTwo(String option, String value) {
    assertEquals(
        "E001",
        refused(Fault.COMMAND_LINE, world(SMALL), with("--estimator", "2x2", option, value))
            .code());
  }

  @Test
  void theTwoByTwoRefusesWhatIsNotTwoByTwo() {
    Frame small = world(SMALL);
    assertRefused(
        "E716", "2x2 needs one start, the data have 2", small, with("--estimator", "2x2"));
    assertRefused(
        "E709",
        "no column says who was treated",
        small,
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--post",
        "treated",
        "--estimator",
        "2x2");
    String[] marks = {
      "--unit",
      "unit",
      "--period",
      "year",
      "--outcome",
      "y",
      "--treated",
      "g",
      "--post",
      "p",
      "--estimator",
      "2x2"
    };
    double[] zeros = new double[small.rows()];
    double[] ones = new double[small.rows()];
    double[] group = new double[small.rows()];
    double[] late = new double[small.rows()];
    double[] mixed = new double[small.rows()];
    for (int i = 0; i < zeros.length; i++) {
      ones[i] = 1;
      group[i] = i < 8 ? 1 : 0;
      late[i] = i % 4 >= 2 ? 1 : 0;
      mixed[i] = i % 2;
    }
    assertRefused("E709", "nobody is treated", marked(small, zeros, late), marks);
    assertRefused("E704", "everybody is treated", marked(small, ones, late), marks);
    assertRefused("E705", "no row before the start", marked(small, group, ones), marks);
    assertRefused("E705", "no row after the start", marked(small, group, zeros), marks);
    assertRefused("E712", "unit 'A' is in both groups", marked(small, mixed, late), marks);
    assertRefused(
        "E705",
        "g is 1 from the first period (2019) on",
        marked(small, group, late),
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--treated",
        "g",
        "--estimator",
        "2x2");
  }

  private static Frame marked(Frame data, double[] group, double[] late) {
    return data.with(NumberColumn.of("g", group)).with(NumberColumn.of("p", late));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theReadingSaysNoMoreThanTheNumbers(Language language) {
    String words = read(did(SMALL).reading(), language);
    assertTrue(words.contains(
        switch (language) {
          case NB -> "Dette er ikke bevis for årsak";
          case NN -> "Dette er ikkje prov for årsak";
          case EN -> "This is not proof of cause";
        }));
    assertTrue(words.contains(
        switch (language) {
          case NB -> "4 enheter med tiltaket er sammenlignet med 4 enheter";
          case NN -> "4 einingar med tiltaket er samanlikna med 4 einingar";
          case EN -> "4 units with the measure are compared with 4 units";
        }));
    String unclear = read(did("""
            unit start 2019 2020
            A    2020   4.0  3.0
            B    2020   6.0  7.5
            C    -      5.0  5.5
            D    -      7.0  6.0
            """).reading(), language);
    assertTrue(unclear.contains(
        switch (language) {
          case NB -> "kan ikke avgjøres ut fra disse tallene";
          case NN -> "kan ikkje avgjerast ut frå desse tala";
          case EN -> "cannot be told from these data";
        }));
    assertFalse(
        words.contains("{") || unclear.contains("{"), "every place in a sentence is filled");
  }

  private static String read(List<Text> sentences, Language language) {
    return sentences.stream().map(text -> text.in(language)).collect(Collectors.joining(" "));
  }

  @Test
  void theChartShowsTheTimeBeforeTheStartAndMarksTheReference() {
    Chart chart = did(SMALL, "--base", "universal").charts().get(0);
    assertEquals("event-study", chart.id());
    assertTrue(chart.marks().contains(new Mark.Rule(Text.none(), Tone.CONTEXT, 0, false)));
    List<Double> places = new ArrayList<>();
    chart.marks().forEach(mark -> {
      if (mark instanceof Mark.Dots dots) {
        dots.points().forEach(point -> places.add(point.x()));
      }
    });
    assertEquals(Set.of(-3.0, -2.0, -1.0, 0.0, 1.0), Set.copyOf(places));
    assertTrue(chart.marks().stream().anyMatch(m -> m.label().en().equals("reference")));
    assertEquals(5, chart.twin().frame().rows());
    for (Language language : Language.values()) {
      for (Text text : List.of(chart.title(), chart.subtitle(), chart.alt())) {
        assertFalse(text.in(language).isBlank());
        assertFalse(text.in(language).contains("{"));
      }
    }
  }

  @Test
  void everyMeasureAndTableOfTheCardIsThere() {
    Result result = did(SMALL);
    Result four = did("""
        unit start 2020 2021
        A    2021   4.0  3.0
        B    2021   6.5  6.0
        C    -      5.0  5.5
        """, "--estimator", "2x2");
    Set<String> tables = new HashSet<>(result.tables().keySet());
    tables.addAll(four.tables().keySet());
    assertEquals(
        new DifferenceInDifferences()
            .card().tables().stream().map(n -> n.name()).collect(Collectors.toSet()),
        tables);
    result.tables().forEach((name, table) -> assertTrue(table.rows() >= 0, name));
    Set<String> known = new DifferenceInDifferences()
        .card().measures().stream().map(n -> n.name()).collect(Collectors.toSet());
    for (Result one : List.of(result, four)) {
      Frame tidy = one.tidy();
      for (int i = 0; i < tidy.rows(); i++) {
        assertTrue(
            known.contains(tidy.text("measure").get(i)), tidy.text("measure").get(i));
      }
    }
    assertTrue(new DifferenceInDifferences()
        .card().options().stream().map(Option::name).toList().contains("anticipation"));
  }

  /** Bit for bit: names, texts, numbers, standing. */
  static void assertSame(Frame expected, Frame actual) {
    assertEquals(expected.names(), actual.names());
    assertEquals(expected.rows(), actual.rows());
    for (Column column : expected.columns()) {
      for (int i = 0; i < expected.rows(); i++) {
        if (column instanceof TextColumn text) {
          assertEquals(text.get(i), actual.text(column.name()).get(i));
        } else {
          NumberColumn numbers = (NumberColumn) column;
          assertEquals(numbers.status(i), actual.number(column.name()).status(i));
          assertEquals(
              Double.doubleToLongBits(numbers.value(i)),
              Double.doubleToLongBits(actual.number(column.name()).value(i)),
              column.name() + " in row " + i);
          assertTrue(numbers.status(i) == Status.KNOWN || Double.isNaN(numbers.value(i)));
        }
      }
    }
  }
}
