package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.Shared;
import no.utfall.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose codes and changes are files as KLASS gives them, and a table of changes of its own. */
class OwnCodesTest {

  private static final String PROJECT = """
      utfall: 1
      project: {id: own, title: {nb: Egne}, languages: [nb]}
      units: {level: kommune, year: 2020, list: "koder/*.csv", changes: "%s"}
      periods: {from: 2017, to: 2020, type: year}
      sources:
        neet:
          path: neet.csv
          columns:
            kommune: {role: unit}
            aar: {role: period}
            utenfor: {role: count, level: outcome, unit: persons}
            unge: {role: population, unit: persons}
      indicators:
        share: {title: {nb: Utenfor}, method: proportion, count: neet.utenfor, population: neet.unge,
                direction: lower-is-better}
      outputs:
        dir: out
        tables: [{id: main, rows: unit, cols: [share], to: [csv]}]
      """;

  /** Narvik and Ballangen became one in 2020 with a part of Tysfjord, Stavanger, Finnøy and Rennesøy too; Oslo stands. */
  private static final String DATA = """
      kommune,aar,utenfor,unge
      1805,2019,30,300
      1854,2019,10,100
      1850,2019,20,80
      1849,2019,5,50
      1103,2019,20,150
      1141,2019,10,50
      1142,2019,10,100
      0301,2019,100,1000
      """;

  private static Outcome built(Path root, String changes) throws IOException {
    copied(root.resolve("koder"), "ssb_kommune_");
    copied(root.resolve("endringer"), "kommuner_med_endringer_");
    Files.writeString(root.resolve("neet.csv"), DATA);
    Files.writeString(root.resolve("utfall.yaml"), PROJECT.formatted(changes));
    Project project =
        ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value();
    return Build.run(
        project, Catalog::method, new Build.Options(1, "0.1.0", () -> 0L), Progress.SILENT);
  }

  private static void copied(Path to, String start) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(Shared.require("data/no-klass"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(start)) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  @Test
  void listsOfKlassLeadToOneYearAndLeaveUndeclaredSplitsMissing(@TempDir Path root)
      throws IOException {
    Outcome outcome = built(root, "endringer/*.csv");
    assertEquals(Optional.empty(), outcome.fault(), () -> outcome.findings().toString());
    List<String> rows = Files.readAllLines(root.resolve("out/main.csv"));
    assertTrue(rows.stream().noneMatch(row -> row.matches("1806,[^,]*,[0-9].*")), rows::toString);
    assertTrue(
        outcome.findings().stream()
            .anyMatch(f -> f.code().equals("W516") && f.value().equals("1850")),
        () -> outcome.findings().toString());
    // (30 + 10) of (200 + 100); 1141 and 1142 went to a code that had held before
    assertEquals("13.333333333333334", row(rows, "1103").split(",")[2]);
    assertEquals("10", row(rows, "0301").split(",")[2]);
  }

  @Test
  void aTableOfOnesOwnDeclaresTheWeights(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("own.csv"), """
        from_code;to_code;year;weight
        1805;1806;2020;
        1854;1806;2020;
        1850;1806;2020;0.25
        1850;1875;2020;0.75
        1849;1875;2020;
        1141;1103;2020;
        1142;1103;2020;
        """);
    Outcome outcome = built(root, "own.csv");
    assertEquals(Optional.empty(), outcome.fault(), () -> outcome.findings().toString());
    List<String> rows = Files.readAllLines(root.resolve("out/main.csv"));
    // (30 + 10 + 5) of (300 + 100 + 20), and (5 + 15) of (50 + 60)
    assertEquals("10.714285714285714", row(rows, "1806").split(",")[2], rows::toString);
    assertEquals("18.181818181818183", row(rows, "1875").split(",")[2], rows::toString);
  }

  private static String row(List<String> rows, String code) {
    return rows.stream().filter(row -> row.startsWith(code + ",")).findFirst().orElseThrow();
  }
}
