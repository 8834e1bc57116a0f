package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.utfall.Shared;
import no.utfall.catalog.Catalog;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  @TempDir
  Path dir;

  private Path root;

  @BeforeEach
  void start() throws IOException {
    root = starter("project");
  }

  private Path starter(String name) throws IOException {
    Path folder = dir.resolve(name);
    for (Map.Entry<String, byte[]> file : Starter.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private static Outcome build(Path root, int threads) {
    Project project =
        ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value();
    return Build.run(
        project, Catalog::method, new Build.Options(threads, "0.1.0", () -> 0L), Progress.SILENT);
  }

  private static Map<String, byte[]> written(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from), from);
    Files.writeString(path, text.replace(from, to));
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.findings().stream().map(Finding::code).toList();
  }

  @Test
  void theFirstProjectBuildsAsItStands() throws IOException {
    Outcome outcome = build(root, 2);
    assertEquals(Optional.empty(), outcome.fault());
    assertEquals(List.of(), outcome.findings().stream().filter(Finding::isError).toList());
    assertEquals(
        List.of(
            "effect.en.svg",
            "effect.nb.svg",
            "effect.nn.svg",
            "findings.json",
            "main.csv",
            "page.en.html",
            "page.nb.html",
            "page.nn.html",
            "results.csv",
            "trend.en.svg",
            "trend.nb.svg",
            "trend.nn.svg"),
        outcome.files());
    outcome
        .files()
        .forEach(file -> assertTrue(Files.exists(root.resolve("out/2024").resolve(file)), file));
    assertEquals(10, outcome.nodes().size());
    assertTrue(
        outcome.nodes().stream().noneMatch(node -> node.standing() == Outcome.Standing.FAILED));
    assertEquals(
        224, outcome.ledgers().stream().mapToLong(ledger -> ledger.read()).sum());
    List<String> table = Files.readAllLines(root.resolve("out/2024/main.csv"));
    assertTrue(table.get(0).startsWith("unit,name,outside,outside_conf_low"), table.get(0));
    assertEquals(17, table.size());
    assertTrue(table.get(1).startsWith("0101,Askvik,"), table.get(1));
  }

  @Test
  void thePageSaysWhatWasComparedWithWhat() throws IOException {
    build(root, 1);
    String page = Files.readString(root.resolve("out/2024/page.nb.html"));
    assertTrue(page.contains("Mitt første prosjekt"));
    assertTrue(
        page.contains("6 enheter med tiltaket er sammenlignet med 10 enheter som aldri fikk det"),
        page);
    assertFalse(page.contains("«outside»"));
    assertTrue(Files.readString(root.resolve("out/2024/page.en.html"))
        .contains("It is not the effect of any measure"));
  }

  @Test
  void theSameInputsGiveTheSameBytes() throws IOException {
    build(root, 1);
    Map<String, byte[]> first = written(root.resolve("out"));
    build(root, 4);
    assertSame(first, written(root.resolve("out")));
    Path other = starter("andre mappe æøå");
    shuffle(other.resolve("data/unge.csv"), 1);
    shuffle(other.resolve("data/regnskap.csv"), 2);
    shuffle(other.resolve("data/koder.csv"), 3);
    shuffle(other.resolve("data/tiltak.csv"), 4);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      build(other, 3);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertSame(first, written(other.resolve("out")));
  }

  private static void shuffle(Path csv, long seed) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(csv));
    String header = lines.remove(0);
    Collections.shuffle(lines, new Random(seed));
    lines.add(0, header);
    Files.writeString(csv, String.join("\n", lines) + "\n");
  }

  @Test
  void anAnalysisThatIsNotPossibleIsExplainedAndTheRestIsWritten() throws IOException {
    edit("data/tiltak.csv", "0102;2021\n", "");
    Files.writeString(root.resolve("data/tiltak.csv"), "kommune;oppstart\n0102;2018\n");
    Outcome outcome = build(root, 2);
    assertEquals(Optional.of(Fault.ANALYSIS), outcome.fault());
    assertTrue(outcome.files().contains("main.csv"));
    assertFalse(outcome.files().contains("effect.nb.svg"));
    String page = Files.readString(root.resolve("out/2024/page.en.html"));
    assertTrue(page.contains("could not be estimated from these data"));
    assertTrue(
        codes(outcome).stream().anyMatch(code -> code.startsWith("E7")),
        codes(outcome).toString());
    assertTrue(codes(outcome).contains("N816"));
  }

  @Test
  void aBadYearBeforeTheStartIsNotToldAsAnEffect() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("data/unge.csv"))) {
      String[] cells = line.split(";");
      boolean before = line.matches("(0102|0105|0108|9110);2020;.*|(9113|9115);2021;.*");
      rows.add(
          before
              ? line.replaceFirst(";" + cells[2] + ";", ";" + 2 * Integer.parseInt(cells[2]) + ";")
              : line);
    }
    Files.writeString(root.resolve("data/unge.csv"), String.join("\n", rows) + "\n");
    assertEquals(Optional.empty(), build(root, 1).fault());
    String page = Files.readString(root.resolve("out/2024/page.en.html"));
    assertTrue(page.contains("cannot be told: too few units got the measure"), page);
    assertFalse(page.contains("yes, if the assumptions hold"));
    assertTrue(page.contains("Of 1 analyses, 0 show a difference from the comparison"));
  }

  @Test
  void hiddenCountsOfAFewUnitsDoNotHideTheCountry() throws IOException {
    edit(
        "utfall.yaml",
        "path: data/unge.csv",
        "path: data/unge.csv\n    suppressed: {\":\": [1, 4]}");
    edit("utfall.yaml", "rows: unit, cols: [outside, spending]", "rows: period, cols: [outside]");
    List<String> rows = new ArrayList<>(Files.readAllLines(root.resolve("data/unge.csv")));
    double events = 0;
    double people = 0;
    for (String line : rows) {
      if (line.contains(";2018;") && !line.startsWith("0101")) {
        events += Double.parseDouble(line.split(";")[2]);
      }
      people += line.contains(";2018;") ? Double.parseDouble(line.split(";")[3]) : 0;
    }
    rows.replaceAll(line -> line.replaceFirst("^0101;2018;[0-9]+;", "0101;2018;:;"));
    Files.writeString(root.resolve("data/unge.csv"), String.join("\n", rows) + "\n");
    build(root, 1);
    String row = Files.readAllLines(root.resolve("out/2024/main.csv")).get(1);
    // by hand: between 1 and 4 more events, the middle is 2.5
    assertTrue(row.startsWith("2018,"), row);
    assertEquals(100 * (events + 2.5) / people, Double.parseDouble(row.split(",")[1]), 1e-9);
    assertTrue(row.endsWith(",bounded"), row);
    assertTrue(Files.readString(root.resolve("out/2024/page.en.html"))
        .contains("Hidden counts are taken between"));
  }

  @Test
  void faultyDataLeaveTheOldOutputAndAreAllTold() throws IOException {
    build(root, 2);
    Map<String, byte[]> before = written(root.resolve("out"));
    edit("data/unge.csv", "0101;2018", "9998;2018");
    edit("data/regnskap.csv", "0102;2019", "102;2019");
    edit("data/tiltak.csv", "0105;2021", "0105;20211");
    Outcome outcome = build(root, 2);
    assertEquals(Optional.of(Fault.INPUT_DATA), outcome.fault());
    assertTrue(
        codes(outcome).containsAll(List.of("E507", "E506", "E503")),
        codes(outcome).toString());
    assertEquals(List.of(), outcome.files());
    assertSame(before, written(root.resolve("out")));
    Finding unknown = outcome.findings().stream()
        .filter(f -> f.code().equals("E507"))
        .findFirst()
        .orElseThrow();
    assertEquals(
        "data/unge.csv:2", unknown.place().file() + ":" + unknown.place().line());
  }

  @Test
  void rowsOfOneUnitAndPeriodAreNeverAddedUpUnasked() throws IOException {
    edit("data/unge.csv", "0101;2018;", "0101;2019;");
    Outcome outcome = build(root, 1);
    assertTrue(codes(outcome).contains("E501"), codes(outcome).toString());
  }

  @Test
  void unitsThatAdoptedAnotherMeasureCanBeLeftOut() throws IOException {
    Files.writeString(
        root.resolve("data/annet.csv"), "kommune;oppstart\n0101;2020\n0103;2021\n0102;2019\n");
    edit(
        "utfall.yaml",
        "analyses:",
        "  boost: {file: data/annet.csv, unit: kommune, start: oppstart}\n\nanalyses:");
    edit(
        "utfall.yaml", "control: never-treated", "control: never-treated\n    exclude-other: true");
    Outcome outcome = build(root, 1);
    assertEquals(Optional.empty(), outcome.fault());
    String page = Files.readString(root.resolve("out/2024/page.en.html"));
    assertTrue(page.contains("3 units: adopted another intervention"));
    assertTrue(
        page.contains("5 units with the measure are compared with 8 units that never had it"),
        page);
  }

  @Test
  void codesAreBroughtToTheYearOfTheProject() throws IOException {
    edit(
        "utfall.yaml",
        "list: data/koder.csv",
        "list: data/koder.csv\n  changes: data/endringer.csv");
    edit(
        "data/koder.csv",
        "0101;Askvik;;\n0102;Bjørkdal;;\n",
        "0101;Askvik;;2020\n0102;Bjørkdal;;2020\n0199;Askdal;2021;\n");
    Files.writeString(
        root.resolve("data/endringer.csv"),
        "from_code;to_code;year;weight\n0101;0199;2021;\n0102;0199;2021;\n");
    for (String file : List.of("data/unge.csv", "data/regnskap.csv")) {
      List<String> lines = new ArrayList<>();
      for (String line : Files.readAllLines(root.resolve(file))) {
        boolean late = line.matches("010[12];202[1-4];.*");
        if (!late) {
          lines.add(line);
        } else if (line.startsWith("0101")) {
          lines.add(line.replaceFirst("0101", "0199"));
        }
      }
      Files.writeString(root.resolve(file), String.join("\n", lines) + "\n");
    }
    edit("data/tiltak.csv", "0102;2021\n", "0199;2021\n");
    Outcome outcome = build(root, 1);
    assertEquals(Optional.empty(), outcome.fault(), outcome.findings().toString());
    assertEquals(
        12,
        outcome.ledgers().stream().mapToLong(ledger -> ledger.reclassified()).sum());
    long rows = Files.readAllLines(root.resolve("out/2024/results.csv")).stream()
        .filter(line -> line.startsWith("indicator:outside,0199,") && line.contains(",proportion,"))
        .count();
    assertEquals(7, rows);
  }

  @Test
  void aMergedUnitOfWhichOnlyAPartAdoptedIsLeftOut() throws IOException {
    edit(
        "utfall.yaml",
        "list: data/koder.csv",
        "list: data/koder.csv\n  changes: data/endringer.csv");
    edit(
        "data/koder.csv",
        "0103;Dalen;;\n0104;Elvebakk;;\n",
        "0103;Dalen;;2023\n0104;Elvebakk;;2023\n0198;Dalebakk;2024;\n");
    Files.writeString(
        root.resolve("data/endringer.csv"),
        "from_code;to_code;year;weight\n0103;0198;2024;\n0104;0198;2024;\n");
    for (String file : List.of("data/unge.csv", "data/regnskap.csv")) {
      List<String> lines = new ArrayList<>(Files.readAllLines(root.resolve(file)));
      lines.removeIf(line -> line.startsWith("0104;2024;"));
      lines.replaceAll(line -> line.replaceFirst("^0103;2024;", "0198;2024;"));
      Files.writeString(root.resolve(file), String.join("\n", lines) + "\n");
    }
    Files.writeString(
        root.resolve("data/tiltak.csv"),
        Files.readString(root.resolve("data/tiltak.csv")) + "0103;2021\n");
    Outcome outcome = build(root, 1);
    assertTrue(codes(outcome).contains("N714"), outcome.findings().toString());
    assertTrue(Files.readString(root.resolve("out/2024/page.en.html"))
        .contains("1 unit: made of parts of which not all started at once"));
    edit("data/tiltak.csv", "0103;2021\n", "0198;2021\n");
    assertFalse(codes(build(root, 1)).contains("N714"));
  }

  @Test
  void costsAreDividedByPeopleAndBroughtToOneYearOfPrices() throws IOException {
    Files.writeString(root.resolve("data/kpi.csv"), "aar;indeks\n2018;50\n2024;100\n");
    edit(
        "utfall.yaml",
        "periods: {from: 2018, to: 2024, type: year}",
        "periods: {from: 2018, to: 2018}");
    edit(
        "utfall.yaml",
        "rows: unit, cols: [outside, spending]",
        "rows: unit-period, cols: [spending]");
    String money = Files.readAllLines(root.resolve("data/regnskap.csv")).get(1);
    String young = Files.readAllLines(root.resolve("data/unge.csv")).get(1);
    double each =
        2 * Double.parseDouble(money.split(";")[2]) / Double.parseDouble(young.split(";")[3]);
    build(root, 1);
    String row = Files.readAllLines(root.resolve("out/2018/main.csv")).get(1);
    assertTrue(row.startsWith("0101,Askvik,2018,"), row);
    assertEquals(each, Double.parseDouble(row.split(",")[3]), 1e-12);
  }

  @Test
  void aSourceMayBeOneFileAYear() throws IOException {
    build(root, 1);
    byte[] before = Files.readAllBytes(root.resolve("out/2024/main.csv"));
    List<String> lines = Files.readAllLines(root.resolve("data/unge.csv"));
    for (int year = 2018; year <= 2024; year++) {
      List<String> rows = new ArrayList<>(List.of("kommune;utenfor;unge"));
      for (String line : lines) {
        if (line.contains(";" + year + ";")) {
          rows.add(line.replaceFirst(";" + year, ""));
        }
      }
      Files.writeString(root.resolve("data/unge_" + year + ".csv"), String.join("\n", rows) + "\n");
    }
    edit("utfall.yaml", "path: data/unge.csv", "path: data/unge_{year}.csv");
    edit("utfall.yaml", "      aar: {role: period}\n      utenfor", "      utenfor");
    Outcome outcome = build(root, 2);
    assertEquals(8, outcome.ledgers().size());
    assertArrayEquals(before, Files.readAllBytes(root.resolve("out/2024/main.csv")));
  }

  @Test
  void thePlanSaysWhatChangedAndWhy() throws IOException {
    assertEquals("never built", why("source:young"));
    build(root, 1);
    assertTrue(plan().steps().stream().noneMatch(Plan.Step::changed));
    edit("data/unge.csv", "0101;2018", "0101;2018");
    assertTrue(plan().steps().stream().noneMatch(Plan.Step::changed));
    Files.writeString(
        root.resolve("data/unge.csv"), Files.readString(root.resolve("data/unge.csv")) + "\n");
    assertEquals("data/unge.csv changed", why("source:young"));
    assertEquals("source:young changed", why("indicator:outside"));
    assertEquals("indicator:outside changed", why("analysis:effect_guide"));
    assertFalse(step("source:money").changed());
    edit("utfall.yaml", "smallest-important: 0.5", "smallest-important: 0.7   # halved");
    assertEquals("its declaration changed", why("indicator:outside"));
    build(root, 1);
    assertFalse(step("report:page").changed());
    try (Stream<Path> walk = Files.walk(root.resolve("out"))) {
      for (Path path : walk.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    assertEquals("out/2024 is not there", why("report:page"));
  }

  @Test
  void thePlanSaysWhatIsUpToDateAndWhatIsMadeWithTheRest() throws IOException {
    build(root, 1);
    assertEquals("up to date", why("source:money"));
    edit("utfall.yaml", "utfall: 1 ", "# a remark\nutfall: 1 ");
    assertEquals("unchanged; made again, since utfall.yaml changed", why("source:money"));
    build(root, 1);
    edit("data/unge.csv", "2018", "2018 ");
    assertEquals("unchanged; made again, since source:young changed", why("source:money"));
    build(root, 1);
    Files.writeString(root.resolve("out/2024/main.csv"), "edited");
    assertEquals("out/2024 is not as it was written", why("table:main"));
    assertEquals(
        "built by another version of the program",
        Plan.of(ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value(), "other")
            .steps()
            .get(0)
            .why());
  }

  @Test
  void aProfileOfTheProjectIsLookedUpInTheProject() throws IOException {
    build(root, 1);
    byte[] before = Files.readAllBytes(root.resolve("out/2024/main.csv"));
    edit("data/unge.csv", "kommune;aar;", "export of ours\nkommune;aar;");
    Files.writeString(root.resolve("data/ours.profile"), "title: Ours\nheader-line: 2\n");
    edit(
        "utfall.yaml",
        "path: data/unge.csv",
        "path: data/unge.csv\n    profile: data/ours.profile");
    Outcome outcome = build(root, 1);
    assertEquals(Optional.empty(), outcome.fault());
    assertArrayEquals(before, Files.readAllBytes(root.resolve("out/2024/main.csv")));
    edit("data/ours.profile", "title: Ours", "title: Our own");
    assertEquals("data/ours.profile changed", why("source:young"));
    edit("utfall.yaml", "profile: data/ours", "profile: ../ours");
    assertEquals(
        "E805",
        assertThrows(Refusal.class, () -> build(root, 1)).findings().get(0).code());
  }

  private Plan plan() {
    return Plan.of(
        ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value(), "");
  }

  private Plan.Step step(String id) {
    return plan().steps().stream()
        .filter(step -> step.node().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String why(String id) {
    return step(id).why();
  }

  @Test
  void aProjectForANewerToolIsRefused() throws IOException {
    edit("utfall.yaml", "utfall: 1 ", "requires: \">=0.2\"\nutfall: 1 ");
    Refusal refusal = assertThrows(Refusal.class, () -> build(root, 1));
    assertEquals(Fault.PROJECT_FILE, refusal.fault());
  }

  @Test
  void aFileThatIsNotThereIsAReadingFault() throws IOException {
    Files.delete(root.resolve("data/regnskap.csv"));
    Refusal refusal = assertThrows(Refusal.class, () -> build(root, 1));
    assertEquals(Fault.READ_WRITE, refusal.fault());
    assertEquals("there is no file 'data/regnskap.csv'", refusal.getMessage());
    assertFalse(Files.exists(root.resolve("out"))
        && Files.list(root.resolve("out")).findAny().isPresent());
  }

  @Test
  void anOutputFolderBehindALinkOutOfTheProjectIsRefused() throws IOException {
    Path outside = Files.createDirectory(dir.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve("linked"), outside);
    edit("utfall.yaml", "  dir: out/{year}\n", "  dir: linked/new/{year}\n");
    Refusal refusal = assertThrows(Refusal.class, () -> build(root, 1));
    assertEquals(Fault.PROJECT_FILE, refusal.fault());
    assertEquals("E805", refusal.findings().get(0).code());
    try (var inside = Files.list(outside)) {
      assertEquals(0, inside.count());
    }
  }

  @Test
  void aLinkOutOfTheProjectIsRefused() throws IOException {
    Path outside = Files.writeString(dir.resolve("secret.csv"), "kommune;aar;utenfor;unge\n");
    Files.delete(root.resolve("data/unge.csv"));
    Files.createSymbolicLink(root.resolve("data/unge.csv"), outside);
    Refusal refusal = assertThrows(Refusal.class, () -> build(root, 1));
    assertEquals(Fault.PROJECT_FILE, refusal.fault());
    assertEquals("E805", refusal.findings().get(0).code());
  }

  @Test
  void disclosureThatIsDeclaredAndNotCarriedOutIsAWarning() throws IOException {
    edit("utfall.yaml", "outputs:\n", "disclosure: {threshold: {below: 5}}\n\noutputs:\n");
    assertTrue(codes(build(root, 1)).contains("W815"));
  }

  @Test
  void americanStatesFromPublishedFilesBuild() throws IOException {
    Path us = Files.createDirectories(dir.resolve("us"));
    Path data = Shared.require("data/demo-panel-us");
    for (String file : List.of(
        "kids_PK12ed_realperch.csv",
        "kids_HeadStartPriv_realperch.csv",
        "ehec_data.csv",
        "cdc_wonder_mortality_20_64.csv",
        "medicaid_expansion_dates.csv")) {
      Files.copy(data.resolve(file), us.resolve(file));
    }
    try (var in = BuildTest.class.getResourceAsStream("/no/utfall/build/us/utfall.yaml");
        var names = BuildTest.class.getResourceAsStream("/no/utfall/build/us/states.csv")) {
      Files.write(us.resolve("utfall.yaml"), in.readAllBytes());
      Files.write(us.resolve("states.csv"), names.readAllBytes());
    }
    Outcome outcome = build(us, 2);
    assertEquals(
        Optional.empty(),
        outcome.fault(),
        outcome.findings().stream().filter(Finding::isError).toList().toString());
    String results = Files.readString(us.resolve("out/results.csv"), StandardCharsets.UTF_8);
    // by hand: 13 824 deaths of 2 829 938 people in the counties of Alabama that year
    String alabama = results
        .lines()
        .filter(line -> line.startsWith("indicator:mortality,AL,2009,"))
        .findFirst()
        .orElseThrow();
    assertTrue(alabama.contains(",rate,488.491267299848"), alabama);
    assertTrue(results.contains("analysis:expansion"));
    String page = Files.readString(us.resolve("out/page.en.md"));
    String screen = page.substring(0, page.indexOf("\n## "));
    assertTrue(
        screen.contains("The spending is on children, and the deaths are of adults aged 20 to 64."),
        screen);
    assertTrue(screen.contains("nothing here says that the one changes the other"), screen);
    assertTrue(screen.contains("Of 2 analyses, 1 show a difference from the comparison, 1 cannot"));
    // insurance moves with the reform, the spending that has nothing to do with it does not
    assertTrue(page.contains(
        "Shown. After the start “Insured among low-income childless adults” is higher"));
    assertEquals(
        2,
        page.split(
                    "“Head Start spending per child”, which the measure should not change, shows no clear difference",
                    -1)
                .length
            - 1);
    assertTrue(page.contains(
        "It cannot be told from these data whether the measure changed “Deaths at ages 20 to 64”"));
    // nothing is said of money and effect together
    assertFalse(page.contains("Most money"), page);
    assertFalse(page.contains("because of"), page);
  }

  @Test
  void whatIsRevisedSinceTheLastReportIsToldNumberByNumber() throws IOException {
    build(root, 2);
    Path earlier = root.resolve("out/2023/results.csv");
    Files.createDirectories(earlier.getParent());
    List<String> rows = new ArrayList<>(Files.readAllLines(root.resolve("out/2024/results.csv")));
    List<String> header = List.of(rows.get(0).split(","));
    List<Integer> known = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).startsWith("indicator:") && rows.get(i).contains("proportion")) {
        known.add(i);
      }
    }
    alter(rows, known.get(0), Map.of(header.indexOf("estimate"), "1.5"));
    alter(
        rows,
        known.get(1),
        Map.of(
            header.indexOf("estimate"), "",
            header.indexOf("conf_low"), "",
            header.indexOf("conf_high"), "",
            header.indexOf("status"), "suppressed"));
    alter(rows, known.get(2), Map.of(header.indexOf("period"), "1999"));
    Files.write(earlier, rows);
    edit(
        "utfall.yaml",
        "  dir: out/{year}\n",
        "  dir: out/{year}\n  previous: out/2023/results.csv\n");
    Outcome outcome = build(root, 2);
    assertEquals(Optional.empty(), outcome.fault());
    String page = Files.readString(root.resolve("out/2024/page.en.html"));
    int unchanged = (int) rows.stream()
            .skip(1)
            .filter(row -> !row.split(",", -1)[header.indexOf("estimate")].isEmpty())
            .count()
        - 2;
    assertTrue(
        page.contains("Against out/2023/results.csv: " + unchanged
            + " numbers as before, 1 revised, 1 new, 1 gone, 0 newly hidden and 1 now shown."),
        page.substring(page.indexOf("Against out/2023"), page.indexOf("Against out/2023") + 200));
    assertTrue(page.contains("from 1.5"), "the largest move is the one planted");
  }

  private static void alter(List<String> rows, int at, Map<Integer, String> cells) {
    String[] row = rows.get(at).split(",", -1);
    cells.forEach((column, value) -> row[column] = value);
    rows.set(at, String.join(",", row));
  }

  @Test
  void anEarlierReportThatIsNotThereIsRefused() throws IOException {
    edit(
        "utfall.yaml",
        "  dir: out/{year}\n",
        "  dir: out/{year}\n  previous: out/1999/results.csv\n");
    Refusal refusal = assertThrows(Refusal.class, () -> build(root, 2));
    assertEquals(Fault.READ_WRITE, refusal.fault());
    assertEquals("E110", refusal.findings().get(0).code());
  }
}
