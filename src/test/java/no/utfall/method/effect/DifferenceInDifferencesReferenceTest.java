package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import no.utfall.Shared;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against did 2.5.1 (R), att_gt and aggte without covariates on mpdta, and fixest 0.14.2 on base_did. */
class DifferenceInDifferencesReferenceTest {

  private static final String CASES = """
      nevertreated,  never-treated,   varying,   0
      notyettreated, not-yet-treated, varying,   0
      nevertreated,  never-treated,   universal, 0
      notyettreated, not-yet-treated, universal, 0
      nevertreated,  never-treated,   varying,   1
      notyettreated, not-yet-treated, varying,   1""";

  private static Result mpdta(String control, String base, int anticipation) {
    return Sheets.did(
        Shared.require("reference/effects/cs_mpdta/input.csv"),
        ',',
        "--unit",
        "countyreal",
        "--period",
        "year",
        "--outcome",
        "lemp",
        "--cohort",
        "first_treat",
        "--control",
        control,
        "--base",
        base,
        "--anticipation",
        Integer.toString(anticipation));
  }

  private static List<CSVRecord> expected(
      String file, String control, String base, int anticipation) {
    Path path = Shared.require("reference/effects/cs_mpdta/" + file);
    return Sheets.records(path, ',').stream()
        .filter(r -> r.get("covariates").equals("nocov"))
        .filter(r -> r.get("control_group").equals(control))
        .filter(r -> r.get("base_period").equals(base))
        .filter(r -> r.get("est_method").equals("dr"))
        .filter(r -> r.get("anticipation").equals(Integer.toString(anticipation)))
        .toList();
  }

  private static void assertAgrees(CSVRecord expected, String att, Frame ours, int row) {
    assertEquals(
        Sheets.number(expected.get(att)),
        ours.number("estimate").value(row),
        1e-8,
        expected::toString);
    double error = Sheets.number(expected.get("std_error"));
    double our = ours.number("std_error").value(row);
    if (Double.isNaN(error)) {
      assertTrue(Double.isNaN(our), () -> "a standard error where the peer has none: " + expected);
    } else {
      assertRelative(error, our, 1e-7);
    }
  }

  private static void assertRelative(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void everyCellOfEveryCohortAgrees(String theirs, String control, String base, int anticipation) {
    Frame ours = mpdta(control, base, anticipation).tables().get("att-gt");
    List<CSVRecord> expected = expected("expected_att_gt.csv", theirs, base, anticipation);
    assertEquals(expected.size(), ours.rows());
    for (CSVRecord one : expected) {
      assertAgrees(
          one,
          "att",
          ours,
          Sheets.row(ours, "cohort", one.get("group"), "period", one.get("time")));
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void everyAverageAgrees(String theirs, String control, String base, int anticipation) {
    Frame ours = mpdta(control, base, anticipation).tables().get("aggregations");
    List<CSVRecord> expected = expected("expected_aggte.csv", theirs, base, anticipation);
    assertEquals(expected.size(), ours.rows());
    for (CSVRecord one : expected) {
      assertAgrees(
          one,
          "estimate",
          ours,
          Sheets.row(
              ours,
              "aggregation",
              one.get("type"),
              "level",
              one.get("level"),
              "event",
              one.get("value_of")));
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = CASES)
  void theJointTestBeforeTheStartAgrees(
      String theirs, String control, String base, int anticipation) {
    Frame ours = mpdta(control, base, anticipation).tidy();
    CSVRecord one =
        expected("expected_tests_and_bands.csv", theirs, base, anticipation).get(0);
    int row = Sheets.row(ours, "measure", "pretrend");
    assertRelative(
        Sheets.number(one.get("wald_pretest_W")), ours.number("statistic").value(row), 1e-5);
    assertEquals(5, ours.number("df").value(row));
    // rounded to five decimals by the peer
    assertEquals(
        Sheets.number(one.get("wald_pretest_p")), ours.number("p_value").value(row), 5e-6);
    assertEquals(
        Sheets.number(one.get("n_units")), Sheets.at(ours, "estimate", "measure", "units"));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      nevertreated,  never-treated
      notyettreated, not-yet-treated""")
  void bandsAreAsWideAsTheGaussianLimit(String theirs, String control) {
    Frame ours = mpdta(control, "universal", 0).tables().get("bands");
    CSVRecord one =
        expected("expected_tests_and_bands.csv", theirs, "universal", 0).get(0);
    // qmvnorm is accurate to about 1e-4
    assertEquals(
        Sheets.number(one.get("supt_crit_gaussian")),
        Sheets.at(ours, "estimate", "measure", "critical_value"),
        1e-3);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      nevertreated,  never-treated
      notyettreated, not-yet-treated""")
  void covarianceByTimeSinceStartAgrees(String theirs, String control) {
    Frame ours = mpdta(control, "universal", 0).tables().get("vcov");
    Path path = Shared.require(
        "reference/effects/cs_mpdta/expected_dynamic_vcov_nocov_" + theirs + "_dr.csv");
    List<CSVRecord> expected = Sheets.records(path, ',');
    assertEquals(expected.size(), ours.rows());
    for (CSVRecord one : expected) {
      int row = Sheets.row(ours, "term", one.get("term"));
      for (CSVRecord other : expected) {
        String term = other.get("term");
        double value = Sheets.number(one.get(term));
        assertEquals(value, ours.number(term).value(row), 1e-7 * Math.abs(value) + 1e-16);
      }
    }
  }

  @Test
  void influenceOfEveryUnitAgrees() {
    Frame ours = mpdta("never-treated", "varying", 0).tables().get("influence");
    Path path = Shared.require(
        "reference/effects/cs_mpdta/expected_influence_functions_nocov_nevertreated_varying.csv");
    List<CSVRecord> expected = Sheets.records(path, ',');
    assertEquals(expected.size(), ours.rows());
    double worst = 0;
    for (CSVRecord one : expected) {
      int row = Sheets.row(ours, "countyreal", one.get("unit"));
      for (String name : one.getParser().getHeaderNames().subList(2, 14)) {
        worst = Math.max(
            worst, Math.abs(Sheets.number(one.get(name)) - ours.number(name).value(row)));
      }
    }
    assertTrue(worst < 1e-10, "worst difference " + worst);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      iid,    iid
      hetero, hetero
      cluster_unit, cluster""")
  void twoByTwoAgreesWithTheRegression(String theirs, String vcov) {
    Result ours = Sheets.did(
        Shared.require("reference/effects/did_2x2/input.csv"),
        ',',
        "--unit",
        "id",
        "--period",
        "period",
        "--outcome",
        "y",
        "--treated",
        "treat",
        "--post",
        "post",
        "--estimator",
        "2x2",
        "--vcov",
        vcov);
    Frame table = ours.tables().get("coefficients");
    int compared = 0;
    for (CSVRecord one :
        Sheets.records(Shared.require("reference/effects/did_2x2/expected_coef.csv"), ',')) {
      if (one.get("vcov").equals(theirs)) {
        int row = Sheets.row(table, "term", one.get("term"));
        assertRelative(
            Sheets.number(one.get("estimate")), table.number("estimate").value(row), 1e-10);
        assertRelative(
            Sheets.number(one.get("std_error")), table.number("std_error").value(row), 1e-10);
        assertRelative(
            Sheets.number(one.get("t_value")), table.number("statistic").value(row), 1e-10);
        assertRelative(
            Sheets.number(one.get("p_value")), table.number("p_value").value(row), 1e-9);
        assertRelative(
            Sheets.number(one.get("ci_low")), table.number("conf_low").value(row), 1e-9);
        assertRelative(
            Sheets.number(one.get("ci_high")), table.number("conf_high").value(row), 1e-9);
        assertEquals(Sheets.number(one.get("dof_t")), table.number("df").value(row));
        compared++;
      }
    }
    assertEquals(4, compared);
    Frame cells = ours.tables().get("cells");
    for (CSVRecord one :
        Sheets.records(Shared.require("reference/effects/did_2x2/expected_cell_means.csv"), ',')) {
      int row = Sheets.row(cells, "treat", one.get("treat"), "post", one.get("post"));
      assertRelative(Sheets.number(one.get("mean")), cells.number("mean").value(row), 1e-10);
      assertRelative(
          Sheets.number(one.get("variance")), cells.number("variance").value(row), 1e-10);
      assertEquals(Sheets.number(one.get("n")), cells.number("n").value(row));
    }
  }
}
