package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.utfall.problem.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trend in a project is drawn with its fan and told with the probability that the curve is turned. */
class TrendInReportTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final String PROJECT = """
      utfall: 1
      project: {id: turn, title: {nb: Snu, nn: Snu, en: Turn}, languages: [nb, nn, en]}
      units: {level: kommune, year: 2024}
      periods: {from: 2014, to: 2024, type: year}
      sources:
        people:
          path: data/people.csv
          columns:
            kommune: {role: unit}
            aar: {role: period}
            utenfor: {role: count, level: outcome, unit: persons}
            unge: {role: population, unit: persons}
            trivsel: {role: value, level: outcome, unit: points}
      indicators:
        curve: {title: {nb: Kurven, nn: Kurva, en: The curve}, method: trend, kind: proportion, count: people.utenfor,
                population: people.unge, from: 2021, ahead: 2, direction: lower-is-better}
        joy: {title: {nb: Trivsel, nn: Trivsel, en: Joy}, method: trend, value: people.trivsel}
        index: {title: {nb: Indeks, nn: Indeks, en: Index}, method: composite, of: [level, joy_level]}
        level: {title: {nb: Andel, nn: Del, en: Share}, method: proportion, count: people.utenfor,
                population: people.unge, direction: lower-is-better}
        joy_level: {title: {nb: Nivå, nn: Nivå, en: Level}, value: people.trivsel}
      outputs:
        dir: out
        charts: [{id: fan, of: curve, to: [svg]}, {id: units, of: index, kind: dot, to: [svg]}]
        reports: [{id: report, to: [md]}]
      """;

  /** Three units, 12 percent outside until 2020 and two points less from 2021. */
  private static Outcome build(Path root) throws IOException {
    Files.createDirectories(root.resolve("data"));
    StringBuilder rows = new StringBuilder("kommune,aar,utenfor,unge,trivsel\n");
    String[] units = {"0301", "1103", "4601"};
    for (int u = 0; u < units.length; u++) {
      for (int year = 2014; year <= 2024; year++) {
        int wave = (year * 7 + u * 3) % 5 - 2;
        int count = 240 + 10 * u + 4 * wave - (year >= 2021 ? 40 : 0);
        rows.append(units[u] + "," + year + "," + count + ",2000," + (60 + u + wave) + "\n");
      }
    }
    Files.writeString(root.resolve("data/people.csv"), rows);
    Files.writeString(root.resolve("utfall.yaml"), PROJECT);
    return IndicatorMethodsTest.build(root);
  }

  private static String section(Path root, String language, String title) throws IOException {
    String report = Files.readString(root.resolve("out/report." + language + ".md"));
    int from = report.indexOf("## " + title + "\n");
    return report.substring(from, report.indexOf("\n## ", from + 1));
  }

  @Test
  void theReportTellsAndDrawsWhetherTheCurveIsTurned(@TempDir Path root) throws IOException {
    Outcome outcome = build(root);
    assertEquals(Optional.empty(), outcome.fault(), outcome.findings().toString());
    told(
        root,
        "nb",
        "Kurven",
        "Sannsynligheten for at kurven er snudd til det bedre, er over 99 %.");
    told(root, "nn", "Kurva", "Sannsynet for at kurva er snudd til det betre, er over 99 %.");
    told(
        root,
        "en",
        "The curve",
        "The probability that the curve is turned for the better is above 99%.");
    String drawn = Files.readString(root.resolve("out/fan.nb.svg"));
    Path golden = GOLDEN.resolve("fan.nb.svg");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, drawn);
    }
    assertEquals(Files.readString(golden), drawn);
  }

  private static void told(Path root, String language, String title, String words)
      throws IOException {
    String section = section(root, language, title);
    assertTrue(section.contains(words), section);
    assertTrue(section.contains("(report/trend-curve." + language + ".svg)"), section);
    assertEquals(language.equals("en"), section.contains("a year"), section);
  }

  @Test
  void valuesAreTrendsOfUnitsOnly(@TempDir Path root) throws IOException {
    Outcome outcome = build(root);
    assertTrue(
        outcome.findings().stream()
            .map(Finding::message)
            .anyMatch("joy, all units together: values of units are not added"::equals),
        outcome.findings().toString());
    String section = section(root, "en", "Joy");
    assertTrue(section.contains("highest yearly change"), section);
    assertTrue(section.contains("(report/trend-joy.en.svg)"), section);
  }

  @Test
  void unitsWithoutANumberOfAllAreShownEachByItself(@TempDir Path root) throws IOException {
    build(root);
    String svg = Files.readString(root.resolve("out/units.nn.svg"));
    assertTrue(svg.contains("blant 3 einingar i 2024"), svg);
    assertFalse(svg.contains("alle samla"), svg);
    assertTrue(section(root, "nn", "Indeks").contains("(report/units-index.nn.svg)"));
  }
}
