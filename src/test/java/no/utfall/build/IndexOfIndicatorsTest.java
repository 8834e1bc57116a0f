package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A composite index in a project, made of indicators that other methods made. */
class IndexOfIndicatorsTest {

  private static final String PROJECT = """
      utfall: 1
      project: {id: index, title: {nb: Indeks, en: Index}, languages: [nb, en]}
      units: {level: kommune, year: 2024}
      periods: {from: 2022, to: 2023, type: year}
      sources:
        people:
          path: data/people.csv
          columns:
            kommune: {role: unit}
            aar: {role: period}
            utenfor: {role: count, level: outcome, unit: persons}
            unge: {role: population, unit: persons}
            trivsel: {role: value, level: outcome, unit: points}
            kroner: {role: cost, level: input, unit: NOK}
      indicators:
        whole: {title: {nb: Helhet, en: Whole}, method: composite, of: [neet, joy]%s}
        neet: {title: {nb: Utenfor, en: Outside}, method: proportion, count: people.utenfor, population: people.unge,
               direction: lower-is-better}
        joy: {title: {nb: Trivsel, en: Joy}, value: people.trivsel, direction: higher-is-better}
        money: {title: {nb: Kroner, en: Money}, cost: people.kroner, direction: lower-is-better}
      interventions:
        tiltak: {units: ["1103"], start: 2023, title: {nb: Tiltak, en: Measure}}
      %s
      outputs:
        dir: out
        tables: [{id: main, rows: unit-period, cols: [whole], to: [csv]}]
        charts: [{id: index, kind: dot, of: whole, to: [svg]}]
        reports: [{id: report, to: [md]}]
      """;

  private static void write(Path root, String more, String analyses) throws IOException {
    Files.createDirectories(root.resolve("data"));
    // shares outside: 10, 20, 30 percent; joy 5, 6, 7; a year later the joy of the last is not
    // known
    Files.writeString(root.resolve("data/people.csv"), """
        kommune,aar,utenfor,unge,trivsel,kroner
        0301,2022,10,100,5,1000
        1103,2022,40,200,6,2000
        4601,2022,30,100,7,3000
        0301,2023,10,100,5,1000
        1103,2023,40,200,6,2000
        4601,2023,30,100,..,3000
        """);
    Files.writeString(root.resolve("utfall.yaml"), PROJECT.formatted(more, analyses));
  }

  private static List<String> results(Path root, String measure) throws IOException {
    return Files.readAllLines(root.resolve("out/results.csv")).stream()
        .filter(line -> line.startsWith("indicator:whole,") && line.contains("," + measure + ","))
        .toList();
  }

  private static Outcome build(Path root) throws IOException {
    return IndicatorMethodsTest.build(root);
  }

  @Test
  void eachIndicatorHasItsOwnDirectionAndScale(@TempDir Path root) throws IOException {
    write(root, ", impute: previous", "");
    Outcome outcome = build(root);
    assertEquals(Optional.empty(), outcome.fault(), outcome.findings().toString());
    // turned by its direction, 10 percent is best: 100, 50, 0; joy 0, 50, 100
    List<String> index = results(root, "index");
    assertEquals(6, index.size(), index.toString());
    assertTrue(index.get(0).startsWith("indicator:whole,0301,2022,index,50,"), index.get(0));
    assertTrue(index.get(5).startsWith("indicator:whole,4601,2023,index,50,"), index.get(5));
    assertTrue(index.get(5).contains("1 of 2 indicators imputed (previous): joy"), index.get(5));
    assertEquals(
        List.of("indicator:whole,4601,2023,index_lowest,0"),
        results(root, "index_lowest").stream().map(line -> line.split(",,")[0]).toList());
    String report = Files.readString(root.resolve("out/report.en.md"));
    assertTrue(report.contains("Made of Outside; Joy. A summary, not an outcome."), report);
    String opening = report.substring(0, report.indexOf("## All indicators"));
    assertFalse(opening.contains("Whole"), opening);
  }

  @Test
  void nothingIsImputedUnlessAsked(@TempDir Path root) throws IOException {
    write(root, "", "");
    build(root);
    assertTrue(results(root, "index").get(5).contains(",missing,not known: joy"));
  }

  @Test
  void indicatorsAreDividedByIndicators(@TempDir Path root) throws IOException {
    write(root, ", denominate: joy, denominate-by: money, impute: previous", "");
    Outcome outcome = build(root);
    assertEquals(Optional.empty(), outcome.fault(), outcome.findings().toString());
    // joy per krone: 5, 3, 7/3 of a thousandth
    double middle = 100 * (3 - 7.0 / 3) / (5 - 7.0 / 3);
    String[] cells = results(root, "index").get(1).split(",");
    assertEquals("1103", cells[1]);
    assertEquals((50 + middle) / 2, Double.parseDouble(cells[4]), 1e-9);
  }

  @Test
  void whatCannotBeAnIndexIsRefusedWhereItStands(@TempDir Path root) throws IOException {
    assertRefused(root, ", direction: lower-is-better", "", "higher is better in the index");
    assertRefused(root, ", lower-is-better: [neet]", "", "by its own direction");
    assertRefused(root, ", indicators: [people.trivsel]", "", "both 'of' and 'indicators'");
    assertRefused(root, ", denominate-by: folk", "", "there is no indicator 'folk'");
    assertRefused(
        root,
        "",
        "analyses: {e: {method: did, of: tiltak, on: whole, estimator: 2x2}}",
        "is an index, not an outcome");
    write(root, "", "");
    Path file = root.resolve("utfall.yaml");
    Files.writeString(file, Files.readString(file).replace("of: [neet, joy]", "of: [neet, whole]"));
    assertTrue(messages(root).contains("in a circle"), messages(root));
    Files.writeString(
        file, Files.readString(file).replace("of: [neet, whole]", "of: [neet, nothing]"));
    assertTrue(messages(root).contains("there is no indicator 'nothing'"), messages(root));
    Files.writeString(
        file,
        Files.readString(file)
            .replace("method: composite, of: [neet, nothing]", "method: mean, of: [neet]"));
    assertTrue(messages(root).contains("mean is not made of other indicators"), messages(root));
  }

  private static void assertRefused(Path root, String more, String analyses, String message)
      throws IOException {
    write(root, more, analyses);
    String said = messages(root);
    assertTrue(said.contains(message), said);
  }

  private static String messages(Path root) throws IOException {
    try {
      build(root);
      return "nothing";
    } catch (Refusal refusal) {
      return refusal.findings().stream().map(Finding::message).toList().toString();
    }
  }
}
