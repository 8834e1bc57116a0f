package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

/** The made-up country: Veiviser works, Løftet is adopted after a bad year and does nothing. */
class SamplePanelTest {

  private static final Path PANEL = Path.of("sample-data/data/panel.csv");

  static Result of(String measure, String other, String... more) {
    List<String> options = new ArrayList<>(List.of(
        "--unit",
        "kommune",
        "--period",
        "aar",
        "--outcome",
        "andel",
        "--control",
        "never-treated",
        "--horizon",
        "2",
        "--cohort",
        measure + "_start",
        "--other-cohort",
        other + "_start"));
    options.addAll(List.of(more));
    return Sheets.did(PANEL, ';', options.toArray(String[]::new));
  }

  private static double truth(String quantity, String column) {
    return Sheets.records(Path.of("sample-data/truth-summary.csv"), ',').stream()
        .filter(record -> record.get("quantity").equals(quantity))
        .mapToDouble(record -> Double.parseDouble(record.get(column)))
        .findFirst()
        .orElseThrow();
  }

  private static void assertAgrees(String quantity, Frame tidy) {
    // outcomes of the file have four decimals
    assertEquals(truth(quantity, "value"), tidy.number("estimate").value(0), 1e-4);
    // the twin divides by n − 1 and lets cohorts share one mean
    assertEquals(truth(quantity, "sd"), tidy.number("std_error").value(0), 0.002);
  }

  @Test
  void thePreMeanIsThatOfTheWorldsOwnComparison() {
    assertAgrees(
        "veiviser_pre_mean", of("veiviser", "loftet", "--base", "pre-mean").tidy());
    assertAgrees(
        "loftet_pre_mean", of("loftet", "veiviser", "--base", "pre-mean").tidy());
    assertAgrees("veiviser_base_last_year", of("veiviser", "loftet").tidy());
    assertAgrees("loftet_base_last_year", of("loftet", "veiviser").tidy());
  }

  @Test
  void veiviserIsShown() {
    for (String base : List.of("varying", "universal", "pre-mean")) {
      Result result = of("veiviser", "loftet", "--base", base);
      Frame guards = result.tables().get("guards");
      int verdict = Sheets.row(guards, "guard", "verdict");
      assertEquals("shown", guards.text("status").get(verdict));
      String first = result.reading().get(0).in(Language.EN);
      assertTrue(first.startsWith("Shown. After the start “andel” is lower"), first);
      String compared = result.reading().get(3).in(Language.NB);
      assertTrue(
          compared.contains("Utelatt: 86 enheter, 86 av dem fordi de innførte et annet tiltak."),
          compared);
    }
  }

  @Test
  void loftetIsNotShownBecauseOfTheBadYear() {
    for (String base : List.of("varying", "universal", "pre-mean")) {
      Result result = of("loftet", "veiviser", "--base", base);
      Frame guards = result.tables().get("guards");
      int verdict = Sheets.row(guards, "guard", "verdict");
      assertEquals("not-shown", guards.text("status").get(verdict));
      assertTrue(
          guards.text("note").get(verdict).startsWith("the dip: a bad year before adoption"));
      assertTrue(Double.isNaN(guards.number("estimate").value(verdict)));
      assertEquals(
          truth("loftet_pre_mean", "value"),
          Sheets.at(guards, "estimate", "guard", "without-year-before"),
          1e-4);
      assertEquals(
          truth("loftet_base_last_year", "value"),
          Sheets.at(guards, "estimate", "guard", "with-year-before"),
          1e-4);
      assertEquals(67, Sheets.at(guards, "estimate", "guard", "clean-controls"));
      // the dip is what the two estimates differ by
      assertEquals(
          Sheets.at(guards, "estimate", "guard", "without-year-before")
              - Sheets.at(guards, "estimate", "guard", "with-year-before"),
          Sheets.at(guards, "estimate", "guard", "dip"),
          1e-12);
      String first = result.reading().get(0).in(Language.EN);
      assertTrue(
          first.startsWith("Not shown: a bad year before adoption alone would give this."), first);
      int row = Sheets.row(result.tidy(), "measure", "verdict");
      assertEquals("ok", result.tidy().text("status").get(row));
      assertTrue(result.tidy().text("note").get(row).startsWith("not-shown: the dip"));
    }
  }

  @Test
  void theTitleOfTheChartSaysTheVerdict() {
    assertEquals(
        "A bad year before adoption alone would give the change in “andel”",
        of("loftet", "veiviser").charts().get(0).title().in(Language.EN));
    assertEquals(
        "Etter start er «andel» 1,74 lavere enn ventet ut fra dem det er sammenlignet med",
        of("veiviser", "loftet").charts().get(0).title().in(Language.NB));
  }

  @Test
  void adoptersOfTheOtherMeasureAreNeitherTreatedNorControls() {
    Result result = of("veiviser", "loftet");
    Frame dropped = result.tables().get("dropped");
    assertEquals(86, dropped.rows());
    assertTrue(dropped.text("reason").get(0).startsWith("adopted another measure in 20"));
    assertEquals(86, Sheets.at(result.tidy(), "estimate", "measure", "other_measure_units"));
    assertEquals(199, Sheets.at(result.tidy(), "estimate", "measure", "control_units"));
    assertTrue(result.findings().get(0).message().contains("86 that adopted another measure"));
  }

  @Test
  void theSmallestDetectableDifferenceHasPowerOfEightyPercent() {
    Frame tidy = of("veiviser", "loftet").tidy();
    double power = 1.959963984540054 + 0.8416212335729143;
    assertEquals(
        power * tidy.number("std_error").value(0),
        Sheets.at(tidy, "estimate", "aggregation", "horizon", "measure", "mde"),
        1e-12);
  }
}
