package no.utfall.method.value;

import static no.utfall.ReferenceCsv.byKeys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.ReferenceCsv;
import no.utfall.Shared;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static Result run(Frame data, String... options) {
    Map<String, String> given = new HashMap<>();
    for (int k = 0; k < options.length; k += 2) {
      given.put(options[k], options[k + 1]);
    }
    LedgerMethod method = new LedgerMethod();
    return method.apply(data, Settings.of(method.card(), given));
  }

  private static final String[] AMOUNTS = {
    "by", "case", "budget", "budget", "payer", "pv_cost", "gainer", "pv_gain", "kind", "kind"
  };

  /** The reference input, with a row for what the users gain, which its expected file gives. */
  private static Frame reference() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row :
        ReferenceCsv.rows(Shared.require("reference/contrast/ledger_input.csv"))) {
      Map<String, String> more = new LinkedHashMap<>(row);
      more.put("kind", "");
      rows.add(more);
    }
    for (Map<String, String> row :
        ReferenceCsv.rows(Shared.require("reference/contrast/ledger_expected.csv"))) {
      rows.add(Map.of(
          "case", row.get("case"),
          "budget", "users",
          "pv_cost", "0",
          "pv_gain", row.get("user_benefit"),
          "kind", "user-benefit"));
    }
    return ReferenceCsv.frame(rows, Set.of("case", "budget", "kind"));
  }

  private static void assertNear(String what, double expected, Double actual) {
    double tolerance = Double.isNaN(expected) ? 0 : 1e-12 * Math.max(1, Math.abs(expected));
    assertEquals(expected, actual, tolerance, what);
  }

  @Test
  void everyFigureOfTheSpecificationIsMet() {
    Result result = run(reference(), AMOUNTS);
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "case", "measure");
    Map<String, String> notes = notes(result.tidy(), "case");
    for (Map<String, String> row :
        ReferenceCsv.rows(Shared.require("reference/contrast/ledger_expected.csv"))) {
      String name = row.get("case");
      row.forEach((column, cell) -> {
        String key = name + "." + column;
        if (Set.of("lead_payer", "transfer_feasible").contains(column)) {
          assertEquals(cell, notes.get(key), key);
        } else if (!column.equals("case")) {
          assertNear(key, ReferenceCsv.number(cell), values.get(key));
        }
      });
    }
    Frame table = result.tables().get("budgets");
    Map<String, Double> budgets = byKeys(table, "estimate", "case", "budget", "measure");
    Map<String, String> budgetNotes = notes(table, "case", "budget");
    for (Map<String, String> row :
        ReferenceCsv.rows(Shared.require("reference/contrast/ledger_budgets_expected.csv"))) {
      String name = row.get("case") + "." + row.get("budget");
      row.forEach((column, cell) -> {
        String key = name + "." + column;
        if (column.equals("veto")) {
          assertEquals(cell, budgetNotes.get(key), key);
        } else if (!Set.of("case", "budget").contains(column)) {
          assertNear(key, ReferenceCsv.number(cell), budgets.get(key));
        }
      });
    }
  }

  private static Map<String, String> notes(Frame frame, String... keys) {
    Map<String, String> notes = new HashMap<>();
    for (int row = 0; row < frame.rows(); row++) {
      StringBuilder key = new StringBuilder();
      for (String name : keys) {
        key.append(frame.text(name).get(row)).append('.');
      }
      notes.put(
          key + frame.text("measure").get(row),
          frame.has("note") ? frame.text("note").get(row) : "");
    }
    return notes;
  }

  /** Kroner per avoided year outside, and what one young person's measure costs. */
  private static Frame veiviser() {
    double persons = 1000;
    return Frame.of(
        TextColumn.of(
            "budget",
            "municipality",
            "county",
            "state benefits",
            "state tax",
            "health trust",
            "users"),
        TextColumn.of("kind", "saving", "saving", "saving", "saving", "saving", "user-benefit"),
        NumberColumn.of("pays", 1.5 * 17.5 / 18 * persons, 0, 0, 0, 0, 0),
        NumberColumn.of("value", 30, 5, 110, 60, 15, 80));
  }

  private static final String[] VALUES = {
    "budget", "budget",
    "payer", "pays",
    "kind", "kind",
    "unit-value", "value",
    "persons", "1000",
    "per", "100",
    "cost-unit", "1000-nok"
  };

  private static String[] valuesAnd(String... more) {
    String[] all = new String[VALUES.length + more.length];
    System.arraycopy(VALUES, 0, all, 0, VALUES.length);
    System.arraycopy(more, 0, all, VALUES.length, more.length);
    return all;
  }

  @Test
  void theMeasureOfTheSampleWorldBreaksEvenWhereItShould() {
    Result result = run(veiviser(), valuesAnd("effect", "1.6", "effect-se", "0.15"));
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "measure");
    // 190 of 220; 1.4583 / 30, / 220 and 1.2 · 1.4583 / (1.2 · 220 + 80), times 100
    assertEquals(190 / 220.0, values.get("gain_outside_lead_payer_share"), 1e-12);
    assertEquals(4.9, values.get("break_even_payer"), 0.05);
    assertEquals(0.66, values.get("break_even_budgets"), 0.005);
    assertEquals(0.51, values.get("break_even_society"), 0.005);
    assertEquals(
        Normal.cumulative((1.6 - values.get("break_even_payer")) / 0.15),
        values.get("p_beyond_break_even_payer"),
        1e-15);
    assertEquals(1, values.get("p_beyond_break_even_society"), 1e-12);
    Map<String, Double> budgets =
        byKeys(result.tables().get("budgets"), "estimate", "budget", "measure");
    // a third of its own cost comes back; all public budgets together 2.4 times
    assertEquals(0.33, budgets.get("municipality.return_own"), 0.005);
    assertEquals(
        2.4,
        (values.get("npv_public") + budgets.get("municipality.cost"))
            / budgets.get("municipality.cost"),
        0.05);
    assertEquals(480_000, budgets.get("municipality.gain"), 1e-6);
    assertEquals(
        0.15 * 10 * 30_000,
        byKeys(result.tables().get("budgets"), "std_error", "budget", "measure")
            .get("municipality.gain"),
        1e-6);
    assertTrue(result.reading().get(0).nb().contains("86,4 prosent"));
  }

  @Test
  void breakEvenNeedsNoEffect() {
    Result result = run(veiviser(), VALUES);
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "measure");
    assertEquals(
        Set.of("break_even_payer", "break_even_budgets", "break_even_society"), values.keySet());
    assertEquals(1, result.reading().size());
    assertTrue(result.charts().isEmpty());
  }

  @Test
  void whatABudgetDoesNotKeepIsMovedAndNothingIsLost() {
    Frame data = Frame.of(
        TextColumn.of("budget", "municipality", "trust"),
        NumberColumn.of("pays", 100, 0),
        NumberColumn.of("gains", 90, 60),
        NumberColumn.of("keeps", 0.4, Double.NaN),
        TextColumn.of("to", "state", ""));
    Result result = run(
        data,
        "budget",
        "budget",
        "payer",
        "pays",
        "gainer",
        "gains",
        "retained",
        "keeps",
        "moved-to",
        "to");
    Map<String, Double> budgets =
        byKeys(result.tables().get("budgets"), "estimate", "budget", "measure");
    assertEquals(36, budgets.get("municipality.gain"), 1e-12);
    assertEquals(54, budgets.get("state.gain"), 1e-12);
    assertEquals(60, budgets.get("trust.gain"), 1e-12);
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "measure");
    assertEquals(50, values.get("npv_public"), 1e-12);
    assertEquals(1 - 54 / 150.0, values.get("retained_share"), 1e-12);
    Result unnamed =
        run(data, "budget", "budget", "payer", "pays", "gainer", "gains", "retained", "keeps");
    assertEquals("N795", unnamed.findings().get(0).code());
    assertEquals(
        54,
        byKeys(unnamed.tables().get("budgets"), "estimate", "budget", "measure")
            .get("elsewhere.gain"),
        1e-12);
  }

  @Test
  void gapsAndTransfersSumToZero() {
    Result result = run(reference(), AMOUNTS);
    Map<String, Double> gaps = new HashMap<>();
    Map<String, Double> transfers = new HashMap<>();
    byKeys(result.tables().get("budgets"), "estimate", "case", "measure", "budget")
        .forEach((key, value) -> {
          String name = key.substring(0, key.indexOf('.'));
          if (key.contains(".incentive_gap.")) {
            gaps.merge(name, value, Double::sum);
          } else if (key.contains(".transfer_prorata.") && !Double.isNaN(value)) {
            transfers.merge(name, value, Double::sum);
          }
        });
    assertEquals(5, gaps.size());
    gaps.forEach((name, sum) -> assertEquals(0, sum, 1e-6, name));
    transfers.forEach((name, sum) -> assertEquals(0, sum, 1e-6, name));
  }

  @Test
  void moneyInThousandsScalesKronerAndNoShare() {
    Map<String, Double> plain =
        byKeys(run(reference(), AMOUNTS).tidy(), "estimate", "case", "measure");
    String[] thousands = new String[AMOUNTS.length + 2];
    System.arraycopy(AMOUNTS, 0, thousands, 0, AMOUNTS.length);
    thousands[AMOUNTS.length] = "cost-unit";
    thousands[AMOUNTS.length + 1] = "1000-nok";
    Map<String, Double> scaled =
        byKeys(run(reference(), thousands).tidy(), "estimate", "case", "measure");
    String name = "with_loser.";
    assertEquals(1000 * plain.get(name + "npv_public"), scaled.get(name + "npv_public"), 1e-6);
    assertEquals(plain.get(name + "hhi"), scaled.get(name + "hhi"), 1e-12);
    assertEquals(
        plain.get(name + "agreement_difficulty"), scaled.get(name + "agreement_difficulty"), 1e-12);
  }

  @Test
  void anUncertainGainIsNotSplitInPercent() {
    Frame data = Frame.of(
        TextColumn.of("budget", "a", "b"),
        NumberColumn.of("pays", 100, 0),
        NumberColumn.of("gains", 10, 20),
        NumberColumn.of("se", 30, 40));
    Result result =
        run(data, "budget", "budget", "payer", "pays", "gainer", "gains", "std-error", "se");
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "measure");
    // P(30 / 50 sd) = Φ(.6) = .73, below .9
    assertTrue(Double.isNaN(values.get("gain_outside_lead_payer_share")));
    assertEquals(20, values.get("gain_outside_lead_payer"), 0);
    assertEquals(50, byKeys(result.tidy(), "std_error", "measure").get("npv_public"), 1e-12);
    assertTrue(result.reading().get(0).en().contains("too uncertain"));
  }

  @Test
  void cashableGainsAreSplitByThemselves() {
    Frame data = Frame.of(
        TextColumn.of("budget", "a", "b", "c"),
        NumberColumn.of("pays", 100, 0, 0),
        NumberColumn.of("gains", 50, 100, 50),
        TextColumn.of("cash", "yes", "no", "yes"));
    Map<String, Double> values = byKeys(
        run(data, "budget", "budget", "payer", "pays", "gainer", "gains", "cashable", "cash")
            .tidy(),
        "estimate",
        "measure");
    assertEquals(0.75, values.get("gain_outside_lead_payer_share"), 1e-15);
    assertEquals(0.5, values.get("gain_outside_lead_payer_share_cashable"), 1e-15);
  }

  @Test
  void worthDoingThatCannotPayForItselfIsSaid() {
    Result result = run(reference(), AMOUNTS);
    assertTrue(result.reading().stream()
        .anyMatch(text ->
            text.en().startsWith("infeasible") && text.en().contains("cannot pay for itself")));
    assertEquals(5, result.charts().size());
    result.charts().forEach(chart -> assertFalse(chart.alt().nn().contains("{")));
  }

  @Test
  void rowsThatCannotStandAreRefused() {
    Frame data = Frame.of(
        TextColumn.of("budget", "a", "b"),
        TextColumn.of("kind", "cost", "gift"),
        NumberColumn.of("pays", -100, 0),
        NumberColumn.of("gains", 10, 20));
    Refusal refusal = assertThrows(
        Refusal.class,
        () -> run(data, "budget", "budget", "payer", "pays", "gainer", "gains", "kind", "kind"));
    assertEquals(
        List.of("E792", "E791"), refusal.findings().stream().map(f -> f.code()).toList());
  }
}
