package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.catalog.Catalog;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods by age, over units and over periods as nodes of one project, with a standard population of its own. */
class IndicatorMethodsTest {

  private static final String PROJECT = """
      utfall: 1
      project: {id: health, title: {nb: Helse}, languages: [nb]}
      units: {level: kommune, year: 2024}
      periods: {from: 2020, to: 2023, type: year}
      sources:
        deaths:
          path: data/deaths.csv
          key: [kommune, aar, alder]
          columns:
            kommune: {role: unit}
            aar: {role: period}
            alder: {role: age}
            dode: {role: count, level: outcome, unit: persons}
            folk: {role: population, unit: persons}
        groups:
          path: data/groups.csv
          key: [kommune, aar, gruppe]
          columns:
            kommune: {role: unit}
            aar: {role: period}
            gruppe: {role: group}
            syke: {role: count, level: outcome, unit: persons}
            antall: {role: population, unit: persons}
        scores:
          path: data/scores.csv
          columns:
            kommune: {role: unit}
            aar: {role: period}
            skole: {role: value, level: outcome, unit: points}
            helse: {role: value, level: outcome, unit: points}
      indicators:
        dsr: {title: {nb: Standardisert}, method: dsr, count: deaths.dode, population: deaths.folk, age: deaths.alder,
              standard: data/standard.csv, per: 1000, direction: lower-is-better}
        life: {title: {nb: Levealder}, method: life-expectancy, count: deaths.dode, population: deaths.folk,
               age: deaths.alder, min-population: 0, direction: higher-is-better}
        smr: {title: {nb: Ratio}, method: smr, count: deaths.dode, population: deaths.folk, age: deaths.alder,
              direction: lower-is-better}
        fall: {title: {nb: Trend}, method: trend, count: deaths.dode, population: deaths.folk, direction: lower-is-better}
        third: {title: {nb: Gruppe}, method: quantile, value: scores.skole, groups: 3, direction: higher-is-better}
        outside: {title: {nb: Trakt}, method: funnel, count: deaths.dode, population: deaths.folk, kind: rate, per: 1000,
                  direction: lower-is-better}
        gap: {title: {nb: Forskjell}, method: inequality, count: groups.syke, population: groups.antall,
              group: groups.gruppe, measures: sii, direction: lower-is-better}
        index: {title: {nb: Indeks}, method: composite, indicators: [scores.skole, scores.helse],
                direction: higher-is-better}
      outputs:
        dir: out
        tables: [{id: main, rows: unit, cols: [dsr, life, smr, fall, third, outside, gap, index], to: [csv]}]
      """;

  private static final String[] UNITS = {"0301", "1103", "4601"};

  private static void write(Path root) throws IOException {
    Files.createDirectories(root.resolve("data"));
    StringBuilder deaths = new StringBuilder("kommune,aar,alder,dode,folk\n");
    StringBuilder groups = new StringBuilder("kommune,aar,gruppe,syke,antall\n");
    StringBuilder scores = new StringBuilder("kommune,aar,skole,helse\n");
    for (int u = 0; u < UNITS.length; u++) {
      for (int year = 2020; year <= 2023; year++) {
        String key = UNITS[u] + "," + year + ",";
        // deaths fall by a tenth a year, those of the second unit are twice as many
        double level = (u == 1 ? 2 : 1) * Math.pow(0.9, year - 2020);
        deaths
            .append(key)
            .append("0-39,")
            .append(Math.round(100 * level))
            .append(",20000\n")
            .append(key)
            .append("40-64,")
            .append(Math.round(400 * level))
            .append(",10000\n")
            .append(key)
            .append("65+,")
            .append(Math.round(1000 * level))
            .append(",5000\n");
        for (int g = 1; g <= 3; g++) {
          groups.append(key).append(g).append(',').append(10 + u - g).append(",100\n");
        }
        scores.append(key).append(40 + 10 * u).append(',').append(70 - 5 * u).append('\n');
      }
    }
    Files.writeString(root.resolve("data/deaths.csv"), deaths);
    Files.writeString(root.resolve("data/groups.csv"), groups);
    Files.writeString(root.resolve("data/scores.csv"), scores);
    Files.writeString(
        root.resolve("data/standard.csv"), "age,population\n0-39,50\n40-64,30\n65+,20\n");
    Files.writeString(root.resolve("utfall.yaml"), PROJECT);
  }

  /** Believes what an earlier build left, as {@code build} does. */
  static Outcome build(Path root) throws IOException {
    Project project =
        ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value();
    Build.Options options = new Build.Options(1, "0.1.0", () -> 0L, "test", true);
    return Build.run(project, Catalog::method, options, Progress.SILENT);
  }

  /** The cells of the table of 2023 in the row of a unit, by the names of the columns. */
  private static Map<String, String> row(Path root, String unit) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve("out/main.csv"));
    String[] names = lines.get(0).split(",", -1);
    Map<String, String> cells = new LinkedHashMap<>();
    lines.stream().filter(line -> line.startsWith(unit)).forEach(line -> {
      String[] parts = line.split(",", -1);
      for (int i = 0; i < names.length; i++) {
        cells.put(names[i], parts[i]);
      }
    });
    return cells;
  }

  @Test
  void everyMethodIsANode(@TempDir Path root) throws IOException {
    write(root);
    Outcome outcome = build(root);
    assertEquals(Optional.empty(), outcome.fault(), () -> outcome.findings().toString());
    Map<String, String> first = row(root, "0301");
    Map<String, String> second = row(root, "1103");
    // 73, 292 and 729 deaths in 2023: .5 * 3.65 + .3 * 29.2 + .2 * 145.8
    assertEquals(1.825 + 8.76 + 29.16, Double.parseDouble(first.get("dsr")), 1e-9);
    assertEquals(
        2, Double.parseDouble(second.get("dsr")) / Double.parseDouble(first.get("dsr")), 0.01);
    assertEquals(-10, Double.parseDouble(first.get("fall")), 0.05);
    assertEquals("1", first.get("third"));
    assertEquals("2", second.get("third"));
    assertTrue(Double.parseDouble(first.get("life")) > Double.parseDouble(second.get("life")));
    // against all units in all years: 2 * .729 over 4 / 3 * .85975
    assertEquals(127.2, Double.parseDouble(second.get("smr")), 0.5);
    assertTrue(Double.parseDouble(second.get("outside")) > 60);
    assertEquals(-3, Double.parseDouble(first.get("gap")), 1e-9);
    assertEquals(50, Double.parseDouble(first.get("index")), 1e-9);
  }

  @Test
  void anotherStandardIsAnotherBuild(@TempDir Path root) throws IOException {
    write(root);
    build(root);
    String before = row(root, "0301").get("dsr");
    Files.writeString(
        root.resolve("data/standard.csv"), "age,population\n0-39,1\n40-64,2\n65+,1\n");
    Outcome outcome = build(root);
    assertEquals(Optional.empty(), outcome.fault(), () -> outcome.findings().toString());
    // .25 * 3.65 + .5 * 29.2 + .25 * 145.8
    assertEquals(51.9625, Double.parseDouble(row(root, "0301").get("dsr")), 1e-9, before);
  }

  @Test
  void whatAMethodDoesNotAcceptStandsInTheProjectFile(@TempDir Path root) throws IOException {
    write(root);
    Files.writeString(
        root.resolve("utfall.yaml"),
        PROJECT.replace("skole, scores.helse]", "skole, scores.helse], draws: 1"));
    Outcome outcome = build(root);
    assertEquals(Optional.of(Fault.PROJECT_FILE), outcome.fault());
    assertTrue(
        outcome.findings().stream()
            .anyMatch(finding -> finding.code().equals("E808")
                && finding.message().startsWith("index: draws 1 is too few")),
        () -> outcome.findings().toString());
  }

  private static final String ALL = """
      utfall: 1
      project: {id: all, title: {nb: Alle}, languages: [nb]}
      units: {level: kommune, year: 2024}
      periods: {from: 2020, to: 2023, type: year}
      sources:
        deaths:
          path: data/deaths.csv
          key: [kommune, aar, alder]
          columns:
            kommune: {role: unit}
            aar: {role: period}
            alder: {role: age}
            dode: {role: count, level: outcome, unit: persons}
            folk: {role: population, unit: persons}
            standard: {role: weight, unit: persons}
            landet_dode: {role: expected, unit: persons}
            landet: {role: population, unit: persons}
            fylke: {role: category}
        scores:
          path: data/scores.csv
          columns:
            kommune: {role: unit}
            aar: {role: period}
            skole: {role: value, level: outcome, unit: points}
            feil: {role: std-error, unit: points}
        people:
          path: data/people.csv
          key: [kommune, aar, husholdning, person]
          columns:
            kommune: {role: unit}
            aar: {role: period}
            husholdning: {role: cluster}
            person: {role: category}
            inntekt: {role: income, level: outcome, unit: NOK}
            vekt: {role: weight}
      indicators:
      INDICATORS
      outputs:
        dir: out
        tables: [{id: main, rows: unit, cols: [COLS], to: [csv]}]
      """;

  /** Every method that gives an indicator, with options that it has on the command line. */
  private static final Map<String, String> OF_METHOD = new LinkedHashMap<>();

  static {
    String deaths = "count: deaths.dode, population: deaths.folk";
    OF_METHOD.put("proportion", deaths + ", conf-level: [0.9, 0.95], too-uncertain: ignore");
    OF_METHOD.put("rate", deaths + ", per: 1000, too-uncertain: hold");
    OF_METHOD.put("mean", "value: scores.skole, conf-level: 0.9");
    OF_METHOD.put(
        "dsr", deaths + ", age: deaths.alder, standard: 'col:deaths.standard', per: 1000");
    OF_METHOD.put(
        "smr",
        deaths + ", age: deaths.alder, reference-count: deaths.landet_dode,"
            + " reference-population: deaths.landet, base: 1, too-uncertain: mark");
    OF_METHOD.put(
        "life-expectancy",
        deaths + ", age: deaths.alder, min-population: 0, pool: deaths.fylke, too-uncertain: mark");
    OF_METHOD.put("quantile", "value: scores.skole, groups: 3, order: highest-first");
    OF_METHOD.put("funnel", deaths + ", kind: rate, per: 1000, overdispersion: additive");
    OF_METHOD.put("smooth", deaths + ", per: 1000, model: marshall, neighbours: data/next.csv");
    OF_METHOD.put("trend", "value: scores.skole, std-error: scores.feil, overdispersion: none");
    OF_METHOD.put(
        "inequality",
        "value: people.inntekt, weight: people.vekt, cluster: people.husholdning,"
            + " measures: gini");
    OF_METHOD.put(
        "poverty",
        "income: people.inntekt, weight: people.vekt, cluster: people.husholdning,"
            + " few: '0,0', measures: arpr");
    OF_METHOD.put("composite", "indicators: [scores.skole, deaths.dode]");
  }

  private static void writeAll(Path root) throws IOException {
    write(root);
    StringBuilder deaths =
        new StringBuilder("kommune,aar,alder,dode,folk,standard,landet_dode,landet,fylke\n");
    StringBuilder scores = new StringBuilder("kommune,aar,skole,feil\n");
    StringBuilder people = new StringBuilder("kommune,aar,husholdning,person,inntekt,vekt\n");
    String[] ages = {"0-39", "40-64", "65+"};
    int[] dead = {100, 400, 1000};
    int[] folk = {20_000, 10_000, 5000};
    int[] standard = {50, 30, 20};
    for (int u = 0; u < UNITS.length; u++) {
      for (int year = 2020; year <= 2023; year++) {
        String key = UNITS[u] + "," + year + ",";
        for (int a = 0; a < 3; a++) {
          deaths
              .append(key)
              .append(ages[a])
              .append(',')
              .append((u + 1) * dead[a])
              .append(',')
              .append(folk[a])
              .append(',')
              .append(standard[a])
              .append(',')
              .append(dead[a] * 10)
              .append(',')
              .append(folk[a] * 10)
              .append(",x\n");
        }
        scores.append(key).append(40 + 10 * u + 2 * (year - 2020)).append(",1\n");
        for (int person = 0; person < 6; person++) {
          people
              .append(key)
              .append("h")
              .append(person / 2)
              .append(',')
              .append(person)
              .append(',')
              .append(100 * (person + 1))
              .append(",1\n");
        }
      }
    }
    Files.writeString(root.resolve("data/deaths.csv"), deaths);
    Files.writeString(root.resolve("data/scores.csv"), scores);
    Files.writeString(root.resolve("data/people.csv"), people);
    Files.writeString(
        root.resolve("data/next.csv"), "from,to\n0301,1103\n1103,0301\n1103,4601\n4601,1103\n");
    StringBuilder indicators = new StringBuilder();
    OF_METHOD.forEach((method, options) -> indicators
        .append("  i_")
        .append(method.replace('-', '_'))
        .append(": {title: {nb: X}, method: ")
        .append(method)
        .append(", ")
        .append(options)
        .append("}\n"));
    String cols = String.join(
        ", ", OF_METHOD.keySet().stream().map(m -> "i_" + m.replace('-', '_')).toList());
    Files.writeString(
        root.resolve("utfall.yaml"), ALL.replace("INDICATORS\n", indicators).replace("COLS", cols));
  }

  @Test
  void everyMethodHasItsOptionsInAProject(@TempDir Path root) throws IOException {
    writeAll(root);
    Outcome outcome = build(root);
    assertEquals(Optional.empty(), outcome.fault(), () -> outcome.findings().toString());
    Map<String, String> second = row(root, "1103");
    // 3000 of 35 000
    assertEquals(100 * 3000 / 35_000.0, Double.parseDouble(second.get("i_proportion")), 1e-9);
    assertEquals(1000 * 3000 / 35_000.0, Double.parseDouble(second.get("i_rate")), 1e-9);
    assertEquals(56, Double.parseDouble(second.get("i_mean")), 1e-9);
    // .5 · 10 + .3 · 80 + .2 · 400
    assertEquals(109, Double.parseDouble(second.get("i_dsr")), 1e-9);
    assertEquals(2, Double.parseDouble(second.get("i_smr")), 1e-9);
    assertEquals("2", second.get("i_quantile"));
    assertEquals(2, Double.parseDouble(second.get("i_trend")), 1e-9);
    // 100 … 600: two of six below 60 % of the median
    assertEquals(100 / 3.0, Double.parseDouble(second.get("i_poverty")), 1e-9);
    for (String method : OF_METHOD.keySet()) {
      String cell = second.getOrDefault("i_" + method.replace('-', '_'), "");
      assertTrue(!cell.isEmpty(), method + ": " + outcome.findings());
    }
    assertEquals(4, Files.readAllLines(root.resolve("out/main.csv")).size());
  }

  @Test
  void anIndicatorWithoutANumberLeavesTheOthersTheirRows(@TempDir Path root) throws IOException {
    writeAll(root);
    Path file = root.resolve("utfall.yaml");
    Files.writeString(file, Files.readString(file).replace("few: '0,0', ", ""));
    build(root);
    List<String> lines = Files.readAllLines(root.resolve("out/main.csv"));
    assertEquals(4, lines.size());
    assertEquals("unreliable", row(root, "1103").get("i_poverty_status"));
    assertEquals("56", row(root, "1103").get("i_mean"));
  }

  @Test
  void aStandardInAColumnNamesItsSourceAndOneSource(@TempDir Path root) throws IOException {
    writeAll(root);
    String project = Files.readString(root.resolve("utfall.yaml"));
    Files.writeString(
        root.resolve("utfall.yaml"), project.replace("col:deaths.standard", "col:standard"));
    assertTrue(refused(root).stream()
        .anyMatch(f -> f.code().equals("E808") && f.message().contains("names no source")));
    Files.writeString(
        root.resolve("utfall.yaml"), project.replace("col:deaths.standard", "col:deaths.standart"));
    assertTrue(refused(root).stream().anyMatch(f -> f.fix().contains("standard")));
    Files.writeString(
        root.resolve("utfall.yaml"), project.replace("col:deaths.standard", "col:scores.skole"));
    assertTrue(refused(root).stream()
        .anyMatch(f -> f.code().equals("E808") && f.message().contains("two sources")));
  }

  private static List<Finding> refused(Path root) throws IOException {
    try {
      return build(root).findings();
    } catch (Refusal refusal) {
      return refusal.findings();
    }
  }

  @Test
  void everyMethodHasItsWordInTheProjectFile() {
    Catalog.methods().forEach(id -> assertTrue(Schema.METHODS.contains(id), id));
  }
}
