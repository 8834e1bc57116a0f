package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.method.Result;
import no.utfall.method.Settings;
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

  /** The panel with the young people of each municipality, the same in all years. */
  private static Frame withPeople(Settings settings) {
    Map<String, Double> young = new HashMap<>();
    Sheets.records(Path.of("sample-data/data/utenfor_2024.csv"), ';')
        .forEach(
            record -> young.put(record.get("kommune"), Double.parseDouble(record.get("unge"))));
    Map<String, Type> columns = new LinkedHashMap<>(settings.columns());
    columns.remove("unge");
    Frame panel = Sheets.read(PANEL, ';', columns);
    TextColumn codes = panel.text("kommune");
    NumberColumn.Builder people = NumberColumn.builder("unge");
    for (int i = 0; i < panel.rows(); i++) {
      people.add(young.getOrDefault(codes.get(i), Double.NaN));
    }
    return panel.with(people.build());
  }

  private static String[] veiviserByPeople() {
    return new String[] {
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
      "veiviser_start",
      "--other-cohort",
      "loftet_start",
      "--weight",
      "unge"
    };
  }

  @Test
  void unitEffectsFollowTheTruthAndTheirErrorsAreCalibrated() {
    Settings settings = Sheets.settings(veiviserByPeople());
    Frame panel = withPeople(settings);
    Map<String, Double> tau = new HashMap<>();
    Sheets.records(Path.of("sample-data/truth.csv"), ',')
        .forEach(record -> tau.put(record.get("unit"), Double.parseDouble(record.get("tau"))));
    Frame effects =
        new DifferenceInDifferences().apply(panel, settings).tables().get("unit-effects");
    assertEquals(67, effects.rows());
    double[] estimated = effects.number("estimate").values();
    double[] errors = effects.number("std_error").values();
    double[] truth = new double[67];
    double squares = 0;
    int far = 0;
    for (int i = 0; i < 67; i++) {
      truth[i] = -tau.getOrDefault(effects.text("kommune").get(i), Double.NaN);
      double z = (estimated[i] - truth[i]) / errors[i];
      squares += z * z / 67;
      far += Math.abs(z) > 2.5 ? 1 : 0;
    }
    assertTrue(far <= 2, far + " of 67 effects further than 2.5 standard errors from the truth");
    assertEquals(1, squares, 0.5, "the mean square of 67 standard normal numbers has sd .17");
    assertTrue(correlation(estimated, truth) > 0.4, "correlation " + correlation(estimated, truth));
    UnitEffects placebos = unitEffects(panel, settings);
    assertEquals(1, placebos.placeboMeanSquare(), 0.05);
    // the error is that of units of every size
    assertTrue(placebos.coefficients()[1] > 0);
  }

  private static UnitEffects unitEffects(Frame panel, Settings settings) {
    StaggeredDesign design = StaggeredDesign.of(panel, settings, Outcome.of(panel, settings));
    return new UnitEffects(design.panel(), design.sizes(), 2, 0);
  }

  private static double correlation(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void unitsYoungerThanTheHorizonHaveNoEffectOfTheirOwnAndAreCounted() {
    Result result = of("veiviser", "loftet", "--horizon", "6");
    Frame effects = result.tables().get("unit-effects");
    int without = 0;
    for (int i = 0; i < effects.rows(); i++) {
      int start = Integer.parseInt(effects.text("cohort").get(i));
      boolean none = Double.isNaN(effects.number("estimate").value(i));
      assertEquals(start > 2018, none);
      if (none) {
        assertEquals(
            "not observed 6 periods after its start (" + start + ")",
            effects.text("note").get(i));
        without++;
      } else {
        assertEquals(2024 - start - 6 + 1, effects.number("n").value(i));
      }
    }
    assertTrue(without > 0 && without < effects.rows());
    Frame errors = result.tables().get("unit-errors");
    assertEquals(without, Sheets.at(errors, "estimate", "measure", "units_without_effect"));
    // no column says how many people live where
    int people = Sheets.row(errors, "measure", "variance_per_window_and_person");
    assertEquals("not-estimable", errors.text("status").get(people));
  }

  @Test
  void aWeightAddsAveragesByPeopleAndTheirDifference() {
    Settings settings = Sheets.settings(veiviserByPeople());
    Frame tidy =
        new DifferenceInDifferences().apply(withPeople(settings), settings).tidy();
    double alike = Sheets.at(tidy, "estimate", "aggregation", "horizon");
    double weighted = Sheets.at(tidy, "estimate", "aggregation", "horizon-weighted");
    assertEquals(of("veiviser", "loftet").tidy().number("estimate").value(0), alike, 1e-12);
    assertEquals(
        weighted - alike,
        Sheets.at(tidy, "estimate", "aggregation", "horizon-weighted", "measure", "att_difference"),
        1e-12);
    // large municipalities are no better or worse at it
    assertEquals(alike, weighted, 0.5);
    assertTrue(Math.abs(weighted - alike) > 0.001);
  }
}
