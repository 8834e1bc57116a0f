package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators of persons in a project: a line for the country, numbers for municipalities, persons followed by a key. */
class PovertyIndicatorTest {

  private static final String PROJECT = """
      utfall: 1
      project: {id: persons, title: {nb: Personer}, languages: [nb]}
      units: {level: kommune, year: 2024}
      periods: {from: 2022, to: 2023, type: year}
      sources:
        people:
          path: data/people.csv
          key: [kommune, aar, person]
          columns:
            kommune: {role: unit}
            aar: {role: period}
            person: {role: key}
            inntekt: {role: income, level: outcome, unit: kroner}
            status: {role: category}
      indicators:
        low: {title: {nb: Lavinntekt}, method: poverty, income: people.inntekt, few: "0,0", direction: lower-is-better}
        gini: {title: {nb: Gini}, method: poverty, measures: gini, income: people.inntekt, few: "0,0", direction: lower-is-better}
        left: {title: {nb: Ut}, method: poverty, category: people.status, state: ute, key: people.person, measures: exit,
               few: "0,0", direction: higher-is-better}
      outputs:
        dir: out
        tables: [{id: main, rows: unit, cols: [low, gini, left], to: [csv]}]
      """;

  @Test
  void everyMeasureReachesTheTable(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("data"));
    Files.writeString(root.resolve("data/people.csv"), """
        kommune,aar,person,inntekt,status
        0301,2022,a,10,ute
        0301,2022,b,30,ute
        1103,2022,c,30,inne
        1103,2022,d,50,ute
        0301,2023,a,10,inne
        0301,2023,b,30,ute
        1103,2023,c,30,ute
        1103,2023,d,90,ute
        """);
    Files.writeString(root.resolve("utfall.yaml"), PROJECT);
    Outcome outcome = IndicatorMethodsTest.build(root);
    assertEquals(Optional.empty(), outcome.fault());
    List<String> rows = Files.readAllLines(root.resolve("out/main.csv"));
    assertTrue(rows.get(1).startsWith("0301,Oslo,50,"), rows.get(1));
    assertTrue(rows.get(2).startsWith("1103,Stavanger,0,"), rows.get(2));
    // 30 and 90: 60 apart, twice over, by 2 · 2² · 60
    assertTrue(rows.get(2).contains(",0.25,"), rows.get(2));
    // of a and b one left; d stayed
    assertTrue(rows.get(1).contains(",50,"), rows.get(1));
    assertTrue(rows.get(2).matches(".*,0,[0-9.]*,[0-9.]*,ok"), rows.get(2));
  }
}
