package no.utfall.method.contrast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.ReferenceCsv;
import no.utfall.Shared;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import org.junit.jupiter.api.Test;

class ContrastReferenceTest {

  private static final Map<String, Result> RUNS = new HashMap<>();

  private static Result run(String common) {
    return RUNS.computeIfAbsent(common, c -> {
      Frame data = ReferenceCsv.frame(
          ReferenceCsv.rows(Shared.require("reference/contrast/municipal_scoreboard_input.csv")),
          Set.of("unit"));
      ContrastMethod method = new ContrastMethod();
      Map<String, String> options = new HashMap<>(Map.of(
          "unit", "unit",
          "population", "pop",
          "cost-per-capita", "spend_kkr_pc",
          "activity-score", "activity_per_1000",
          "value", "effect",
          "std-error", "effect_se",
          "direction", "higher-is-better",
          "smallest-important", "0.1",
          "common-variance", c,
          "reads", "more-is-better"));
      options.put("board", "U");
      return method.apply(data, Settings.of(method.card(), options));
    });
  }

  private static Map<String, Double> measures(String common) {
    return ReferenceCsv.byKeys(run(common).tidy(), "estimate", "axis", "measure");
  }

  /** 1e-9 of the value, as the reference says; counts are exact because no probability lies near a cut. */
  private static void assertNear(String what, double expected, Double actual) {
    assertNotNull(actual, what);
    assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)), what);
  }

  @Test
  void everyMeasureOfTheSpecificationIsMet() {
    Map<String, Double> plain = measures("0");
    Map<String, Double> common = measures("0.0004");
    int compared = 0;
    for (Map<String, String> row :
        ReferenceCsv.rows(Shared.require("reference/contrast/contrast_spec_expected.csv"))) {
      String measure = row.get("measure");
      double expected = ReferenceCsv.number(row.get("value"));
      if (measure.equals("c")) {
        assertNear(measure, expected, common.get("board.c"));
      } else if (measure.contains("_c.")) {
        assertNear(measure, expected, common.get(measure.replace("_c.", ".")));
      } else {
        assertNear(
            measure, expected, plain.get(measure.contains(".") ? measure : "board." + measure));
      }
      compared++;
    }
    assertEquals(131, compared);
  }

  @Test
  void everyUnitOfTheSpecificationIsMet() {
    Map<String, Double> plain =
        ReferenceCsv.byKeys(run("0").tables().get("units"), "estimate", "unit", "measure", "axis");
    Map<String, Double> common = ReferenceCsv.byKeys(
        run("0.0004").tables().get("units"), "estimate", "unit", "measure", "axis");
    List<Map<String, String>> expected =
        ReferenceCsv.rows(Shared.require("reference/contrast/contrast_spec_units_expected.csv"));
    for (Map<String, String> row : expected) {
      String unit = row.get("unit");
      row.forEach((column, cell) -> {
        if (!Set.of("board", "unit").contains(column)) {
          boolean second = column.endsWith("_c");
          String name = second ? column.substring(0, column.length() - 2) : column;
          String axis =
              name.endsWith("_input") ? "input" : name.endsWith("_activity") ? "activity" : "board";
          String measure =
              axis.equals("board") ? name : name.substring(0, name.length() - axis.length() - 1);
          assertNear(
              unit + " " + column,
              ReferenceCsv.number(cell),
              (second ? common : plain).get(unit + "." + measure + "." + axis));
        }
      });
    }
    assertEquals(356, expected.size());
  }

  @Test
  void expectedFootruleIsThatOfTheSpecification() {
    Frame tidy = run("0").tidy();
    // README: input axis 0.885, 90 % interval 0.845 to 0.924, known to 0.002
    assertEquals(
        0.885,
        ReferenceCsv.byKeys(tidy, "estimate", "axis", "measure").get("input.footrule_expected"),
        0.002);
    assertEquals(
        0.845,
        ReferenceCsv.byKeys(tidy, "conf_low", "axis", "measure").get("input.footrule_expected"),
        0.004);
    assertEquals(
        0.924,
        ReferenceCsv.byKeys(tidy, "conf_high", "axis", "measure").get("input.footrule_expected"),
        0.004);
  }
}
