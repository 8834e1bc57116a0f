package no.utfall.method.contrast;

import static no.utfall.ReferenceCsv.byKeys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Tone;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private static Result run(Frame data, String... more) {
    return Worlds.run(new ContrastMethod(), data, Worlds.contrast(more));
  }

  private static Map<String, Double> input(Result result) {
    Map<String, Double> values = new HashMap<>();
    byKeys(result.tidy(), "estimate", "axis", "measure").forEach((key, value) -> {
      if (key.startsWith("input.")) {
        values.put(key.substring("input.".length()), value);
      }
    });
    return values;
  }

  private static String words(Result result) {
    StringBuilder all = new StringBuilder();
    for (Text text : result.reading()) {
      all.append(text.nb()).append(text.nn()).append(text.en());
    }
    for (Chart chart : result.charts()) {
      for (Text text : List.of(
          chart.title(),
          chart.subtitle(),
          chart.alt(),
          chart.x().title(),
          chart.y().title())) {
        all.append(text.nb()).append(text.nn()).append(text.en());
      }
    }
    return all.toString();
  }

  /** Four measures with tiny errors: what is seen is what is so. */
  private static final Frame FOUR = Frame.of(
      TextColumn.of("unit", "A", "B", "C", "D"),
      NumberColumn.of("spend", 4, 3, 2, 1),
      NumberColumn.of("pop", 1, 1, 1, 1),
      NumberColumn.of("effect", 1, 2, 4, 3),
      NumberColumn.of("se", 1e-6, 1e-6, 1e-6, 1e-6));

  @Test
  void fourMeasuresByHand() {
    // pairs by spending: AB −, AC −, AD −, BC −, BD −, CD +: five of six reversed
    Result result = run(FOUR, "reads", "more-is-better", "board", "M", "smallest-important", "2.5");
    Map<String, Double> measures = input(result);
    assertEquals(6, measures.get("pairs"), 0);
    assertEquals(-4 / 6.0, measures.get("somers_d"), 1e-15);
    assertEquals(5 / 6.0, measures.get("reversal_naive"), 1e-15);
    assertEquals(5 / 6.0, measures.get("likely_reversed"), 1e-12);
    assertEquals(1 / 6.0, measures.get("likely_same_way"), 1e-12);
    assertEquals(0, measures.get("cannot_tell"), 0);
    assertEquals(5 / 6.0, measures.get("confirmed_reversed"), 1e-12);
    // four places are too few to speak of moving between them
    assertTrue(Double.isNaN(measures.get("mean_abs_displacement")));
    assertFalse(measures.containsKey("footrule_naive"));
    // A (4 of 10) and B (3 of 10) are dear and below 2.5
    assertEquals(0.7, measures.get("money_high_x_below_delta"), 1e-12);
    assertEquals(0.7 * 0.7, measures.get("money_high_x_below_delta_chance"), 1e-12);
    // by spending difference: reversed are all but CD: (1 + 2 + 3 + 1 + 2) of 10
    assertEquals(0.9, measures.get("reversal_money"), 1e-12);
  }

  @Test
  void placesOfEightUnitsByHand() {
    double[] se = new double[8];
    Arrays.fill(se, 1e-6);
    Frame data = Frame.of(
        TextColumn.of("unit", "A", "B", "C", "D", "E", "F", "G", "H"),
        NumberColumn.of("spend", 8, 7, 6, 5, 4, 3, 2, 1),
        NumberColumn.of("pop", 1, 1, 1, 1, 1, 1, 1, 1),
        NumberColumn.of("effect", 1, 7, 6, 5, 4, 3, 2, 8),
        NumberColumn.of("se", se));
    Map<String, Double> measures = input(run(data, "reads", "neutral"));
    // A falls from 1 to 8, H rises from 8 to 1, the others stay: 14 of (64 − 1) / 3 = 21
    assertEquals(14 / 8.0, measures.get("mean_abs_displacement"), 1e-15);
    assertEquals(14 / 21.0, measures.get("footrule_naive"), 1e-15);
    assertEquals(14 / 21.0, measures.get("footrule_expected"), 1e-15);
    assertEquals(14 / 21.0, measures.get("footrule_of_expected_ranks"), 1e-9);
    Map<String, Double> low = byKeys(
        run(data, "reads", "neutral").tables().get("units"), "conf_low", "unit", "axis", "measure");
    assertEquals(-7, low.get("A.input.displacement"), 0);
    assertEquals(7, low.get("H.input.displacement"), 0);
  }

  @Test
  void spendingIsDividedByNeedAndGoesFirst() {
    // 4, 3, 2, 1 over 4, 1, 1, 1: A and D are alike, B has most, then C
    Result result = run(
        FOUR.with(NumberColumn.of("need", 4, 1, 1, 1)),
        "reads",
        "more-is-better",
        "board",
        "M",
        "need",
        "need");
    Map<String, Double> all = byKeys(result.tidy(), "estimate", "axis", "measure");
    // BC and BD reversed, BA, CA and CD the same way
    assertEquals(5, all.get("need-adjusted.pairs"), 0);
    assertEquals(0.4, all.get("need-adjusted.likely_reversed"), 1e-12);
    assertEquals(0.6, all.get("need-adjusted.likely_same_way"), 1e-12);
    assertEquals(5 / 6.0, all.get("input.likely_reversed"), 1e-12);
    // need and spending agree where need differs: A has most of both
    assertEquals(0.775, all.get("need-adjusted.need_correlation"), 1e-3);
    assertTrue(result.reading().get(1).en().contains("spending adjusted for need"));
  }

  @Test
  void equalNeedChangesNothing() {
    Frame data = Worlds.board(40, 0.3, 1, 5);
    double[] one = new double[40];
    Arrays.fill(one, 1);
    Map<String, Double> all = byKeys(
        run(data.with(NumberColumn.of("need", one)), "reads", "neutral", "need", "need")
            .tidy(),
        "estimate",
        "axis",
        "measure");
    for (String measure : List.of("likely_reversed", "reversal_expected", "footrule_expected")) {
      assertEquals(all.get("input." + measure), all.get("need-adjusted." + measure), measure);
    }
  }

  @Test
  void pairsThatTheErrorsOfSpendingMayTurnAreCountedApart() {
    // errors of 0.5: pairs 1 apart are within 1.96 · 0.5 · √2 = 1.39, those 2 and 3 apart are not
    Result result = run(
        FOUR.with(NumberColumn.of("error", 0.5, 0.5, 0.5, 0.5)),
        "reads",
        "more-is-better",
        "board",
        "M",
        "input-std-error",
        "error");
    Map<String, Double> measures = input(result);
    assertEquals(3, measures.get("pairs_apart"), 0);
    assertEquals(0.5, measures.get("not_apart"), 1e-15);
    assertEquals(1, measures.get("likely_reversed_apart"), 0);
    double width = 0.5 * Math.sqrt(2);
    assertEquals(
        (2 * Normal.cumulative(2 / width) + Normal.cumulative(3 / width)) / 3,
        measures.get("reversal_expected_apart"),
        1e-9);
    // the bar of all pairs is as it was
    assertEquals(5 / 6.0, measures.get("likely_reversed"), 1e-12);
    Map<String, Double> low =
        byKeys(result.tables().get("units"), "conf_low", "unit", "axis", "measure");
    assertTrue(low.get("B.input.rank") < 2, "a place by spending has a set of its own");
  }

  @Test
  void unitsNearerThanTheMarginAreEqualOnInput() {
    Map<String, Double> measures =
        input(run(FOUR, "reads", "more-is-better", "board", "M", "input-margin", "1.5"));
    assertEquals(3, measures.get("pairs"), 0);
    assertEquals(0.5, measures.get("practically_equal_input"), 1e-15);
    assertEquals(1, measures.get("likely_reversed"), 1e-12);
  }

  @Test
  void oneStatementAtATimeIsNarrowerThanAllAtOnce() {
    Map<String, Double> low = byKeys(
        run(Worlds.board(60, 0.5, 2, 3), "reads", "neutral").tables().get("units"),
        "conf_low",
        "unit",
        "axis",
        "measure");
    double marginal = 0;
    double simultaneous = 0;
    for (Map.Entry<String, Double> entry : low.entrySet()) {
      marginal += entry.getKey().endsWith(".rank_effect") ? entry.getValue() : 0;
      simultaneous += entry.getKey().endsWith(".rank_effect_simultaneous") ? entry.getValue() : 0;
    }
    assertTrue(marginal > simultaneous + 60, marginal + " " + simultaneous);
  }

  @Test
  void cheapIsBetterTurnsTheBarAround() {
    Frame data = Worlds.board(60, -0.5, 1, 3);
    Map<String, Double> more = input(run(data, "reads", "more-is-better"));
    Map<String, Double> cheap = input(run(data, "reads", "cheap-is-better"));
    assertEquals(more.get("likely_reversed"), cheap.get("likely_same_way"), 1e-12);
    assertEquals(more.get("likely_same_way"), cheap.get("likely_reversed"), 1e-12);
    assertEquals(more.get("somers_d"), -cheap.get("somers_d"), 1e-12);
    assertEquals(1, more.get("reversal_expected") + cheap.get("reversal_expected"), 1e-9);
    assertEquals(more.get("money_high_x_below_delta"), cheap.get("money_high_x_below_delta"), 1e-9);
  }

  @Test
  void lowerIsBetterTurnsTheEffects() {
    Frame data = Worlds.board(60, -0.5, 1, 3);
    NumberColumn effect = data.number("effect");
    double[] turned = new double[data.rows()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -effect.value(i);
    }
    Map<String, Double> plain = input(run(data, "reads", "neutral"));
    Map<String, Double> other = input(run(
        data.with(NumberColumn.of("effect", turned)),
        "reads",
        "neutral",
        "direction",
        "lower-is-better"));
    assertEquals(plain, other);
  }

  @Test
  void rowOrderDoesNotMatter() {
    Frame data = Worlds.board(50, 0.3, 1, 4);
    int[] backwards = new int[50];
    for (int i = 0; i < 50; i++) {
      backwards[i] = 49 - i;
    }
    Result one = run(data, "reads", "neutral");
    Result other = run(data.rows(backwards), "reads", "neutral");
    assertEquals(
        byKeys(one.tidy(), "estimate", "axis", "measure"),
        byKeys(other.tidy(), "estimate", "axis", "measure"));
    assertEquals(
        byKeys(one.tables().get("units"), "estimate", "unit", "axis", "measure"),
        byKeys(other.tables().get("units"), "estimate", "unit", "axis", "measure"));
  }

  @Test
  void newNamesInTheSameOrderChangeNothing() {
    Frame data = Worlds.board(40, 0.3, 1, 5);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add("region " + (i + 1));
    }
    assertEquals(
        input(run(data, "reads", "neutral")),
        input(run(data.with(TextColumn.of("unit", names)), "reads", "neutral")));
  }

  @Test
  void moneyInAnotherUnitChangesNoShare() {
    Frame data = Worlds.board(40, 0.3, 1, 6);
    double[] kroner = data.number("spend").values();
    for (int i = 0; i < kroner.length; i++) {
      kroner[i] *= 1024;
    }
    assertEquals(
        input(run(data, "reads", "neutral")),
        input(run(data.with(NumberColumn.of("spend", kroner)), "reads", "neutral")));
  }

  @Test
  void effectsInAnotherUnitChangeNoShare() {
    Frame data = Worlds.board(40, 0.3, 1, 6);
    double[] effect = data.number("effect").values();
    double[] error = data.number("se").values();
    for (int i = 0; i < effect.length; i++) {
      effect[i] *= 8;
      error[i] *= 8;
    }
    Map<String, Double> plain = input(run(data, "reads", "neutral", "smallest-important", "0.5"));
    Map<String, Double> scaled = input(run(
        data.with(NumberColumn.of("effect", effect)).with(NumberColumn.of("se", error)),
        "reads",
        "neutral",
        "smallest-important",
        "4"));
    for (String name : List.of(
        "likely_reversed", "reversal_expected", "footrule_expected", "money_high_x_below_delta")) {
      assertEquals(plain.get(name), scaled.get(name), 1e-12, name);
    }
    assertEquals(64 * plain.get("tau2_PM"), scaled.get("tau2_PM"), 1e-10);
  }

  @Test
  void doubledRowsKeepTheNaiveShareAndNarrowTheSlope() {
    Frame data = Worlds.board(50, 0.4, 1, 7);
    List<String> names = new ArrayList<>();
    int[] twice = new int[100];
    for (int i = 0; i < 100; i++) {
      twice[i] = i % 50;
      names.add("K" + (i + 1));
    }
    Map<String, Double> one = input(run(data, "reads", "neutral"));
    Map<String, Double> two =
        input(run(data.rows(twice).with(TextColumn.of("unit", names)), "reads", "neutral"));
    assertEquals(one.get("reversal_naive"), two.get("reversal_naive"), 1e-12);
    assertTrue(two.get("beta_se_PM") < one.get("beta_se_PM") / 1.3);
  }

  @Test
  void theBarTellsOpposedAlikeAndUnrelatedApart() {
    // mean over worlds of the expected share; truth by the binormal: ½ − asin(r) / π, within 3
    // standard errors
    for (double correlation : new double[] {-0.6, 0, 0.6}) {
      int worlds = 24;
      double sum = 0;
      double square = 0;
      int wrong = 0;
      int sure = 0;
      for (int w = 0; w < worlds; w++) {
        Frame data = Worlds.board(80, correlation, 1, 100 + w);
        Result result = run(data, "reads", "neutral", "draws", "100");
        double error = input(result).get("reversal_expected") - trueReversals(data);
        sum += error;
        square += error * error;
        Map<String, Double> pairs =
            byKeys(result.tables().get("pairs"), "estimate", "unit", "unit_less");
        Map<String, Double> truth = byKeys(data, "truth", "unit");
        for (Map.Entry<String, Double> pair : pairs.entrySet()) {
          if (pair.getValue() >= 0.95) {
            String[] names = pair.getKey().split("\\.");
            sure++;
            wrong += truth.get(names[0]) > truth.get(names[1]) ? 1 : 0;
          }
        }
      }
      double mean = sum / worlds;
      double se = Math.sqrt((square / worlds - mean * mean) / (worlds - 1));
      assertEquals(0, mean, 3 * se, "correlation " + correlation);
      assertTrue(wrong <= 0.05 * sure, wrong + " of " + sure + " at " + correlation);
    }
  }

  private static double trueReversals(Frame data) {
    double reversed = 0;
    int n = data.rows();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double spend = data.number("spend").value(i) - data.number("spend").value(j);
        double effect = data.number("truth").value(i) - data.number("truth").value(j);
        reversed += spend * effect < 0 ? 1 : 0;
      }
    }
    return reversed / (n * (n - 1) / 2.0);
  }

  @Test
  void whereNothingDiffersNothingIsClaimed() {
    // effects closer together than their errors: tau2 is 0
    Frame data = Frame.of(
        TextColumn.of("unit", "A", "B", "C", "D", "E"),
        NumberColumn.of("spend", 5, 4, 3, 2, 1),
        NumberColumn.of("pop", 10, 10, 10, 10, 10),
        NumberColumn.of("effect", 0.10, 0.11, 0.12, 0.13, 0.14),
        NumberColumn.of("se", 1, 1, 1, 1, 1));
    Result result = run(data, "reads", "more-is-better", "board", "M");
    Map<String, Double> measures = input(result);
    assertEquals(1, measures.get("cannot_tell"), 0);
    assertEquals(0, measures.get("likely_reversed"), 0);
    assertTrue(Double.isNaN(measures.get("reversal_expected")));
    // X = (1.96 + 0.84) √2
    String sentence = result.reading().get(0).nb();
    assertEquals(
        "Tallene kan ikke skille tiltakene på effekt. Det betyr ikke at effekten er lik eller null: bare forskjeller over 4,0 ville ventelig synes. Ikke ranger.",
        sentence);
    Map<String, Double> units =
        byKeys(result.tables().get("units"), "estimate", "unit", "axis", "measure");
    assertTrue(Double.isNaN(units.get("A.board.rank_effect")));
    assertTrue(Double.isNaN(units.get("A.input.expected_rank_effect")));
    assertEquals(2, result.charts().size());
    assertEquals("W784", result.findings().get(0).code());
  }

  @Test
  void aTypicalBoardOfMeasuresReadsAsAgreed() {
    Frame data = Frame.of(
        TextColumn.of("unit", "Løftet", "Veiviser", "Kurset", "Leksa"),
        NumberColumn.of("cost", 765e6, 247e6, 20e6, 10e6),
        NumberColumn.of("pop", 1000, 1000, 1000, 1000),
        NumberColumn.of("effect", 0.0, 1.6, 0.1, 0.2),
        NumberColumn.of("se", 0.15, 0.15, 0.3, 0.3));
    Result result = Worlds.run(
        new ContrastMethod(),
        data,
        "unit",
        "unit",
        "value",
        "effect",
        "std-error",
        "se",
        "cost",
        "cost",
        "population",
        "pop",
        "reads",
        "more-is-better",
        "board",
        "M",
        "smallest-important",
        "0.5");
    assertEquals(
        "Mest penger gikk til Løftet (765 mill. kr), men bare Veiviser (247 mill. kr) viser effekt: 1,60 (1,31–1,89).",
        result.reading().get(0).nb());
    assertEquals(
        "Most money went to Løftet (NOK 765m), but only Veiviser (NOK 247m) shows an effect: 1.60 (1.31–1.89).",
        result.reading().get(0).en());
    // Veiviser is told from the three others; with less money than Løftet (reversed), with more
    // than two (same way)
    assertEquals(
        "I 50 av 100 par av tiltak kan vi ikke si hvem som har størst effekt; i 17 peker pengebruken motsatt vei, i 33 samme vei.",
        result.reading().get(1).nb());
  }

  private static String firstSentence(double... effects) {
    int n = effects.length;
    String[] names = {"A", "B", "C", "D", "E", "F"};
    double[] money = {9e6, 5e6, 4e6, 3e6, 2e6, 1e6};
    double[] error = new double[n];
    double[] one = new double[n];
    Arrays.fill(error, 0.1);
    Arrays.fill(one, 10);
    Frame data = Frame.of(
        TextColumn.of("unit", Arrays.copyOf(names, n)),
        NumberColumn.of("cost", Arrays.copyOf(money, n)),
        NumberColumn.of("pop", one),
        NumberColumn.of("effect", effects),
        NumberColumn.of("se", error));
    return Worlds.run(
            new ContrastMethod(),
            data,
            "unit",
            "unit",
            "value",
            "effect",
            "std-error",
            "se",
            "cost",
            "cost",
            "population",
            "pop",
            "reads",
            "neutral",
            "board",
            "M",
            "smallest-important",
            "0.5")
        .reading()
        .get(0)
        .en();
  }

  @Test
  void theFirstSentenceFollowsWhatIsShown() {
    assertEquals(
        "Most money went to A (NOK 9m), and none of the 4 measures shows an effect above 0.50.",
        firstSentence(0, 0.4, -0.4, 0.1));
    assertEquals(
        "Most money went to A (NOK 9m), the only one to show an effect: 2.00 (1.80–2.20).",
        firstSentence(2, 0.4, -0.4, 0.1));
    assertEquals(
        "Most money went to A (NOK 9m), one of the 2 that show an effect: 2.00 (1.80–2.20).",
        firstSentence(2, 3, -0.4, 0.1));
    assertEquals(
        "Most money went to A (NOK 9m), but only B (NOK 5m) and C (NOK 4m) show an effect.",
        firstSentence(0, 3, 2, 0.1));
    assertEquals(
        "Most money went to A (NOK 9m), but only 5 of the 6 measures show an effect.",
        firstSentence(0, 1, 2, 3, 4, 5));
  }

  @Test
  void theBoardOfResidualsNeverSaysEffect() {
    for (String reads : List.of("more-is-better", "cheap-is-better", "neutral")) {
      for (double spread : new double[] {1, 0}) {
        Result result = run(Worlds.board(60, -0.6, spread, 9), "reads", reads, "board", "R");
        String words = words(result).toLowerCase(Locale.ROOT);
        assertFalse(words.contains("effekt"), words);
        assertFalse(words.contains("effect"), words);
      }
    }
  }

  @Test
  void residualsThatFollowSpendingSayThatNeedMayBeWhy() {
    Result opposed = run(Worlds.board(80, -0.8, 1, 9), "reads", "neutral", "board", "R");
    assertTrue(opposed.reading().get(0).nb().contains("Høye utgifter og dårlige tall følges ad"));
    Result cheap = run(Worlds.board(80, -0.8, 1, 9), "reads", "cheap-is-better", "board", "R");
    assertTrue(cheap.reading().get(0).nb().contains("Høye utgifter og dårlige tall følges ad"));
    Result alike = run(Worlds.board(80, 0.8, 1, 9), "reads", "neutral", "board", "R");
    assertTrue(alike.reading().get(0).nb().contains("Høye utgifter og gode tall følges ad"));
  }

  @Test
  void aNeutralReadingOnlySaysThatOrdersDiffer() {
    Result result = run(Worlds.board(60, -0.6, 1, 10), "reads", "neutral");
    String words = words(result);
    assertFalse(words.contains("motsatt"), words);
    assertFalse(words.contains("other way,"), words);
    assertTrue(result.reading().get(1).en().contains("the order by spending differs"));
  }

  @Test
  void unitsWithTooMuchNoiseGetNoVerdictByName() {
    Frame data = Worlds.board(60, 0, 0.5, 12);
    Result result = run(data, "reads", "neutral", "smallest-important", "0.2");
    Frame units = result.tables().get("units");
    int gated = 0;
    for (int row = 0; row < units.rows(); row++) {
      if (units.text("measure").get(row).startsWith("quadrant_")) {
        String unit = units.text("unit").get(row);
        double rho = byKeys(units, "estimate", "unit", "axis", "measure").get(unit + ".board.rho");
        boolean held = units.text("status").get(row).equals("unreliable");
        assertEquals(rho < 0.7, held, unit);
        gated += held ? 1 : 0;
      }
    }
    assertTrue(gated > 0);
  }

  @Test
  void noiseGetsNoOrderWhenHalfOfTheUnitsAreUnreliable() {
    Result result = run(Worlds.board(60, 0, 0.15, 3), "reads", "neutral");
    Map<String, Double> units =
        byKeys(result.tables().get("units"), "estimate", "unit", "axis", "measure");
    assertTrue(Double.isNaN(units.get("K1.board.rank_effect")));
    assertEquals("W784", result.findings().get(0).code());
    for (Chart chart : result.charts()) {
      assertFalse(chart.id().equals("contrast-flip"));
    }
  }

  @Test
  void aCommonErrorIsKeptAgainstZeroAndDroppedInDifferences() {
    Frame data = Worlds.board(60, 0.3, 1, 14);
    Map<String, Double> with = input(run(data, "reads", "neutral", "common-variance", "0.05"));
    assertTrue(
        with.get("share_units_above_zero_p95") < with.get("share_units_above_zero_p95_c_dropped"));
    Map<String, Double> without = input(run(data, "reads", "neutral"));
    assertTrue(with.get("cannot_tell") < without.get("cannot_tell"));
    Refusal refusal =
        assertThrows(Refusal.class, () -> run(data, "reads", "neutral", "common-variance", "0.2"));
    assertEquals("E783", refusal.findings().get(0).code());
  }

  @Test
  void fewUnitsAreJudgedWithMoreDoubtThanManyWouldBe() {
    Frame few = Worlds.board(12, -0.5, 1, 15);
    Frame tidy = run(few, "reads", "neutral").tidy();
    Map<String, Double> values = byKeys(tidy, "estimate", "axis", "measure");
    assertNotNull(values.get("input.likely_reversed"));
    boolean integrated = false;
    for (int row = 0; row < tidy.rows(); row++) {
      integrated |= tidy.text("measure").get(row).equals("likely_reversed")
          && tidy.text("method").get(row).equals("tau2-integrated");
    }
    assertTrue(integrated);
  }

  @Test
  void smallestDifferenceIsThePowerFormula() {
    double z = Normal.quantile(0.975) + Normal.quantile(0.8);
    Map<String, Double> values =
        byKeys(run(FOUR, "reads", "neutral").tidy(), "estimate", "axis", "measure");
    assertEquals(z * Math.sqrt(2) * 1e-6, values.get("board.smallest_difference"), 1e-18);
  }

  @Test
  void whatCannotBeUsedIsRefusedWithAReason() {
    assertEquals(
        "E702",
        assertThrows(Refusal.class, () -> run(FOUR.rows(new int[] {0, 1}), "reads", "neutral"))
            .findings()
            .get(0)
            .code());
    assertEquals(
        "E703",
        assertThrows(
                Refusal.class,
                () -> run(FOUR.with(NumberColumn.of("spend", 1, 1, 1, 1)), "reads", "neutral"))
            .findings()
            .get(0)
            .code());
    assertEquals(
        "E781",
        assertThrows(
                Refusal.class,
                () -> run(FOUR.with(TextColumn.of("unit", "A", "A", "C", "D")), "reads", "neutral"))
            .findings()
            .get(0)
            .code());
    Settings.Invalid invalid = assertThrows(Settings.Invalid.class, () -> run(FOUR, "board", "U"));
    assertEquals("reads", invalid.faults().get(0).option());
  }

  @Test
  void aRowWithoutAnEffectIsSetAsideAndCounted() {
    Frame data = Worlds.board(40, 0, 1, 2);
    double[] effect = data.number("effect").values();
    effect[5] = Double.NaN;
    Result result = run(data.with(NumberColumn.of("effect", effect)), "reads", "neutral");
    assertEquals(39, byKeys(result.tidy(), "estimate", "axis", "measure").get("board.n"), 0);
    assertEquals("W782", result.findings().get(0).code());
  }

  @Test
  void everyChartHasItsWordsAndItsNumbers() {
    Result result = run(Worlds.board(60, -0.6, 1, 10), "reads", "more-is-better");
    assertEquals(4, result.charts().size());
    for (Chart chart : result.charts()) {
      for (Text text : List.of(chart.title(), chart.subtitle(), chart.alt())) {
        assertFalse(text.nb().isBlank() || text.nn().isBlank() || text.en().isBlank());
        assertFalse(text.nb().contains("{"), text.nb());
      }
      assertTrue(chart.twin().frame().rows() > 0);
    }
    Chart flip = result.charts().get(1);
    assertTrue(flip.marks().size() <= 25);
    for (Mark mark : flip.marks()) {
      assertTrue(mark.tone() == Tone.FOCUS || mark.label().isBlank());
    }
  }
}
