package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.catalog.Catalog;
import no.utfall.problem.Finding;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the sample world, held against what its generator knows to be true. */
class SampleReportTest {

  @TempDir
  static Path dir;

  private static Outcome outcome;
  private static List<String> results;
  private static final Map<Language, String> PAGES = new HashMap<>();
  private static final Map<String, Double> TRUTH = new HashMap<>();

  @BeforeAll
  static void build() throws IOException {
    Path sample = Path.of("sample-data");
    Files.createDirectories(dir.resolve("data"));
    Files.copy(sample.resolve("utfall.yaml"), dir.resolve("utfall.yaml"));
    try (Stream<Path> files = Files.list(sample.resolve("data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, dir.resolve("data").resolve(file.getFileName().toString()));
      }
    }
    Project project =
        ProjectFile.read(dir.resolve("utfall.yaml"), Catalog::method).value();
    outcome = Build.run(
        project, Catalog::method, new Build.Options(2, "0.1.0", () -> 0L), Progress.SILENT);
    results = Files.readAllLines(dir.resolve("out/2024/results.csv"));
    for (Language language : Language.values()) {
      PAGES.put(
          language, Files.readString(dir.resolve("out/2024/page." + language.code() + ".md")));
    }
    for (String line : Files.readAllLines(sample.resolve("truth-summary.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("quantity")) {
        TRUTH.put(cells[0], Double.parseDouble(cells[1]));
      }
    }
  }

  private static double truth(String quantity) {
    return TRUTH.getOrDefault(quantity, Double.NaN);
  }

  /** The estimate of the first row with these words among its cells. */
  private static double[] number(String... words) {
    List<String> names = List.of(results.get(0).split(","));
    String row = results.stream()
        .filter(
            line -> Stream.of(words).allMatch(word -> List.of(line.split(",")).contains(word)))
        .findFirst()
        .orElseThrow();
    String[] cells = row.split(",", -1);
    String error = cells[names.indexOf("std_error")];
    return new double[] {
      Double.parseDouble(cells[names.indexOf("estimate")]),
      error.isEmpty() ? Double.NaN : Double.parseDouble(error)
    };
  }

  @Test
  void itBuildsWithoutFaultAndSaysWhatEachBoardLacks() {
    assertEquals(Optional.empty(), outcome.fault());
    assertEquals(
        List.of(),
        outcome.findings().stream()
            .map(Finding::code)
            .filter(code -> code.equals("N814") || code.startsWith("W7") || code.equals("W818"))
            .toList());
    assertTrue(outcome.findings().stream().anyMatch(finding -> finding.code().equals("N718")));
  }

  @Test
  void theMeasureThatWorksIsShownAndTheOtherIsNot() {
    double[] guide = number("board:boards", "M", "veiviser", "effect");
    assertTrue(Math.abs(guide[0] + truth("veiviser_truth")) < 2.5 * guide[1], guide[0] + "");
    double[] boost = number("board:boards", "M", "loftet", "effect");
    assertTrue(Math.abs(boost[0]) < 2.5 * boost[1], boost[0] + "");
    String headline = outcome.headline().orElseThrow().nb();
    assertTrue(headline.startsWith("Mest penger gikk til Løftet ("), headline);
    assertTrue(headline.contains("men bare Veiviser ("), headline);
    assertFalse(PAGES.getOrDefault(Language.NB, "").contains("Løftet viser effekt"));
    assertTrue(
        PAGES.getOrDefault(Language.EN, "").contains("Boost: yes, so the effect is not shown."));
  }

  @Test
  void theBarIsWithinThreePointsOfThatOfTheTruth() {
    assertEquals(
        truth("likely_reversed"),
        number("board:boards", "U", "need-adjusted", "likely_reversed")[0],
        0.03);
    assertEquals(
        truth("likely_same"),
        number("board:boards", "U", "need-adjusted", "likely_same_way")[0],
        0.03);
    assertEquals(
        truth("cannot_tell"), number("board:boards", "U", "need-adjusted", "cannot_tell")[0], 0.03);
    // equal effects count half in the truth: the expected share of a board is of estimates that
    // never are
    assertEquals(
        truth("true_reversals"),
        number("board:boards", "U", "need-adjusted", "reversal_expected")[0],
        0.05);
    assertEquals(
        truth("reliability"), number("board:boards", "U", "board", "reliability_mean")[0], 0.04);
  }

  @Test
  void spendingStandsByNeedAndAsItIs() {
    double raw = number("board:boards", "U", "input", "likely_reversed")[0];
    double adjusted = number("board:boards", "U", "need-adjusted", "likely_reversed")[0];
    assertTrue(raw < adjusted - 0.02, raw + " " + adjusted);
    assertTrue(number("board:boards", "U", "need-adjusted", "need_correlation")[0] > 0.1);
    String page = PAGES.getOrDefault(Language.NB, "");
    assertTrue(
        page.contains(
            "i " + Math.round(100 * adjusted) + " peker pengebruken justert for behov motsatt vei"),
        page.substring(0, 600));
    assertTrue(page.contains("Uten justering er det " + Math.round(100 * raw) + " av 100 par"));
    assertTrue(
        page.contains(
            "ut fra «Barn i lavinntektsfamilier» og antall personer i 2012–2015, før noen hadde startet"));
    // what all estimates share is a part of each variance, and is kept out of the differences
    double common = number("board:boards", "U", "board", "c")[0];
    assertTrue(common > 0.001 && common < 0.01, common + "");
  }

  @Test
  void theGainEndsElsewhereAndTheBreakEvensAreThoseOfTheTruth() {
    assertEquals(
        truth("gain_outside_payer"),
        number("board:register.ledger", "veiviser", "gain_outside_lead_payer_share")[0],
        1e-12);
    assertEquals(
        truth("break_even_payer"),
        number("board:register.ledger", "veiviser", "break_even_payer")[0],
        1e-5);
    assertEquals(
        truth("break_even_public"),
        number("board:register.ledger", "veiviser", "break_even_budgets")[0],
        1e-5);
    assertEquals(
        truth("break_even_society"),
        number("board:register.ledger", "veiviser", "break_even_society")[0],
        1e-5);
    String page = PAGES.getOrDefault(Language.NB, "");
    assertTrue(page.contains("86,4 prosent av gevinsten havner utenfor den som betaler"), page);
    assertTrue(
        page.contains(
            "For å gå i null må effekten være 0,51 prosentpoeng for samfunnet, 0,66 for de offentlige budsjettene og 4,9 for den som betaler."));
    assertTrue(page.contains(
        "Løftet: effekten er ikke vist, så det er ikke kjent at noen får noe igjen."));
  }

  @Test
  void theGapWidensByWhatTheTruthSays() {
    double[] gap = number("analysis:effect_veiviser", "att_gap");
    assertEquals(-truth("gap_widened_by"), gap[0], 2.5 * gap[1]);
    for (Language language : Language.values()) {
      String page = PAGES.getOrDefault(language, "");
      String screen = page.substring(0, page.indexOf("\n## "));
      assertTrue(
          screen.contains(
              language == Language.EN
                  ? "widens the difference"
                  : language == Language.NB ? "øker forskjellen" : "aukar skilnaden"),
          screen);
    }
  }

  @Test
  void theVerdictsStandOnOtherDataToo() {
    double[] without = number("analysis:effect_veiviser", "without-periods", "att");
    assertEquals(truth("veiviser_truth"), without[0], 2.5 * without[1]);
    for (String guard : List.of("hidden-lowest", "hidden-highest")) {
      double[] guide = number("analysis:effect_veiviser", guard, "att");
      assertEquals(truth("veiviser_truth"), guide[0], 2.5 * guide[1], guard);
      double[] boost = number("analysis:effect_loftet", guard, "att");
      assertEquals(0, boost[0], 2.5 * boost[1], guard);
      double[] gap = number("analysis:effect_veiviser", guard, "att_gap");
      assertEquals(-truth("gap_widened_by"), gap[0], 2.5 * gap[1], guard);
    }
    for (String analysis : List.of("analysis:effect_veiviser", "analysis:effect_loftet")) {
      double[] placebo = number(analysis, "placebo-outcome", "att");
      assertEquals(0, placebo[0], 2.5 * placebo[1], analysis);
    }
    String page = PAGES.getOrDefault(Language.NB, "");
    assertTrue(
        page.contains(
            "«Barn i lavinntektsfamilier», som tiltaket ikke skulle endre, viser ingen klar forskjell"));
    assertTrue(page.contains("Uten 2020 og 2021 er den "));
    assertTrue(page.contains("skjulte tallene på sitt laveste"));
    assertTrue(page.contains("| Veiviser | Personer i målgruppen |"));
    assertTrue(page.contains("Blant den fjerdedelen av enhetene som er minst"));
    assertTrue(page.contains("mellom «lav» og «høy» (foreldrenes utdanning)"));
    assertTrue(PAGES
        .getOrDefault(Language.NN, "")
        .contains("mellom «låg» og «høg» (utdanninga til foreldra)"));
    assertTrue(PAGES
        .getOrDefault(Language.EN, "")
        .contains("between “low” and “high” (parents' education)"));
  }

  @Test
  void registersAreCounted() {
    assertEquals(40, number("board:register.decisions", "decisions")[0]);
    assertEquals(6, number("board:register.decisions", "decisions_knowing_effect")[0]);
    assertEquals(94, number("board:register.indicators", "no-effect", "share_money")[0], 1e-9);
  }

  @Test
  void everyQuestionOfTheScepticIsAnsweredInEveryLanguage() {
    PAGES.forEach((language, page) -> {
      for (int question = 1; question <= 5; question++) {
        assertTrue(page.contains("\n### " + question), language + " " + question);
      }
    });
    double detectable = 2.8015852 * number("board:boards", "M", "veiviser", "effect")[1];
    assertTrue(PAGES
        .getOrDefault(Language.EN, "")
        .contains("An effect of Guide below " + Numerals.rounded(detectable, 2, Language.EN)
            + " percentage points"));
  }
}
