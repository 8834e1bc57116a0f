package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.Shared;
import no.utfall.ingest.Limits;
import no.utfall.panel.Direction;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

  private static Loaded<Project> parse(String text) {
    return ProjectFile.parse(
        Path.of("/project"),
        "utfall.yaml",
        text.getBytes(StandardCharsets.UTF_8),
        id -> Optional.empty());
  }

  private static List<String> faults(String text) {
    return assertThrows(Refusal.class, () -> parse(text)).findings().stream()
        .map(finding -> finding.place() + " " + finding.code())
        .toList();
  }

  private static Finding fault(String text) {
    Refusal refusal = assertThrows(Refusal.class, () -> parse(text));
    assertEquals(Fault.PROJECT_FILE, refusal.fault());
    assertEquals(1, refusal.findings().size(), refusal.findings().toString());
    return refusal.findings().get(0);
  }

  private static String example() throws IOException {
    try (var in = ProjectFileTest.class.getResourceAsStream("/no/utfall/build/annotated.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theAnnotatedExampleHasNoFindingAndMeansWhatItSays() throws IOException {
    Loaded<Project> loaded = parse(example());
    assertEquals(List.of(), loaded.findings());
    Project project = loaded.value();
    assertEquals("unge-utenfor", project.id());
    assertEquals("Effort and effect for young people", project.title().in(Language.EN));
    assertEquals(List.of(Language.NB, Language.NN, Language.EN), project.languages());
    assertEquals(2024, project.units().year());
    assertEquals(Period.year(2012), project.periods().from());
    assertEquals(
        List.of("region", "aar", "utenfor", "unge"),
        List.copyOf(project.sources().get("neet").columns().keySet()));
    assertEquals(
        List.of("region", "aar"), project.sources().get("neet").declared().key());
    assertEquals("Netto", project.sources().get("money").declared().sheet());
    assertEquals(
        Period.year(2024),
        project.sources().get("money").columns().get("netto").deflate().to());
    assertEquals(
        Level.OUTCOME, project.sources().get("neet").columns().get("utenfor").level());
    Project.IndicatorSpec share = project.indicators().get("neet_share");
    assertEquals("neet.utenfor", share.columns().get("count").toString());
    assertEquals(Direction.LOWER_IS_BETTER, share.direction());
    assertEquals(0.5, share.smallestImportant());
    assertEquals(2, share.lag());
    assertEquals("oppstart", project.interventions().get("veiviser").start());
    assertEquals("out/2024", project.outputs().dir());
    assertEquals(4L << 30, project.limits().maxFile());
    assertEquals(Limits.DEFAULT.maxCell(), project.limits().maxCell());
  }

  @Test
  void whatIsNotActedOnYetIsKeptByName() throws IOException {
    List<String> kept =
        parse(example()).value().kept().stream().map(Project.Kept::key).toList();
    assertTrue(
        kept.containsAll(List.of(
            "ledger.discount",
            "disclosure",
            "units.groups",
            "limits.allow-rejects",
            "analyses.boards",
            "outputs.reports: profile")),
        kept.toString());
  }

  @ParameterizedTest(name = "{0} is refused as {1} on line {2}")
  @CsvSource({
    "c01-yaml-tab.yaml, E801, 3, tab in indentation; use spaces",
    "c02-unknown-key.yaml, E802, 3, unknown key 'soruces'; did you mean 'sources'?",
    "c03-duplicate-key.yaml, E803, 3, key 'project' already given on line 2",
    "c04-alias-bomb.yaml, E804, 1, anchors and aliases are not allowed in a project file",
    "c05-path-traversal.yaml, E805, 4, path leaves the project folder",
    "c06-java-tag.yaml, E806, 2, YAML tags are not allowed ('!!javax.script.ScriptEngineManager')"
  })
  void hostileFileIsRefused(String file, String code, int line, String message) throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.require("bad-input/" + file));
    Refusal refusal = assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> assertThrows(
            Refusal.class,
            () -> ProjectFile.parse(Path.of("/p"), file, bytes, id -> Optional.empty())));
    assertEquals(Fault.PROJECT_FILE, refusal.fault());
    assertTrue(
        refusal.findings().stream()
            .anyMatch(finding -> finding.code().equals(code)
                && finding.place().line() == line
                && finding.message().equals(message)),
        refusal.findings().toString());
  }

  @Test
  void codeWithLeadingZeroIsReadAsWrittenAndNoted() throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.require("bad-input/c07-code-octal.yaml"));
    Loaded<Project> loaded =
        ProjectFile.parse(Path.of("/p"), "c07-code-octal.yaml", bytes, id -> Optional.empty());
    assertEquals(
        List.of("0301", "1103"), loaded.value().interventions().get("i1").units());
    assertEquals(1, loaded.findings().size());
    assertEquals("W807", loaded.findings().get(0).code());
    assertEquals(Severity.NOTE, loaded.findings().get(0).severity());
    assertEquals("c07-code-octal.yaml:4:16", loaded.findings().get(0).place().toString());
  }

  @Test
  void everyFaultIsToldInOneGoInTheOrderOfTheFile() {
    assertEquals(
        List.of(
            "utfall.yaml:1:9 E810",
            "utfall.yaml:2:1 E809",
            "utfall.yaml:2:11 E802",
            "utfall.yaml:4:13 E805",
            "utfall.yaml:4:39 E808",
            "utfall.yaml:5:1 E803",
            "utfall.yaml:7:1 E801",
            "utfall.yaml:7:8 E806",
            "utfall.yaml:8:1 E802"),
        faults("""
            utfall: 2
            project: {titel: x}
            sources:
              a: {path: /etc/passwd, header-line: two}
            project: {id: b}
            units:
            \tlist: !x b.csv
            nothing: 1
            """));
  }

  @Test
  void unknownKeyIsAnsweredWithTheNearestOnEveryLevel() {
    assertTrue(fault("utfall: 1\nproject: {id: a, langauges: [nb]}\n")
        .message()
        .endsWith("did you mean 'languages'?"));
    assertTrue(fault("utfall: 1\nproject: {id: a}\nsources: {s: {path: a.csv, delimitter: ';'}}\n")
        .message()
        .endsWith("did you mean 'delimiter'?"));
    assertTrue(fault(
            "utfall: 1\nproject: {id: a}\nsources: {s: {path: a.csv, columns: {k: {rolle: unit, role: unit}}}}\n")
        .message()
        .endsWith("did you mean 'role'?"));
    assertTrue(fault(
            "utfall: 1\nproject: {id: a}\noutputs: {dir: out, charts: [{id: c, off: x, of: x}]}\nindicators: {x: {method: trend}}\n")
        .message()
        .endsWith("did you mean 'of'?"));
  }

  @Test
  void wordsAreNeverTypedByYaml() {
    Project project = parse("""
            utfall: 1
            project: {id: no, title: 1.10}
            sources:
              s: {path: a.csv, missing: [no, 007, "~", 1e3]}
            """).value();
    assertEquals("no", project.id());
    assertEquals("1.10", project.title().in(Language.NB));
    assertEquals(
        List.of("no", "007", "~", "1e3"), project.sources().get("s").declared().missing());
  }

  @ParameterizedTest(name = "{0} leaves the project")
  @CsvSource({
    "../a.csv",
    "data/../../a.csv",
    "/etc/passwd",
    "C:/a.csv",
    "C:\\a.csv",
    "..\\a.csv",
    "~/a.csv"
  })
  void pathThatLeavesTheProjectIsRefused(String path) {
    assertEquals(
        "E805",
        fault("utfall: 1\nproject: {id: a}\nsources: {s: {path: '" + path + "'}}\n")
            .code());
  }

  @Test
  void aPatternOfManyWildcardsIsRefused() {
    assertEquals(
        "more than 4 wildcards in one path",
        fault("utfall: 1\nproject: {id: a}\nsources: {s: {path: 'data/"
                + "*".repeat(60)
                + ".csv'}}\n")
            .message());
  }

  @Test
  void pathInsideTheProjectMayHaveDotsAndGlobs() {
    assertEquals(
        "data/../b/neet_{year}*.csv",
        parse("utfall: 1\nproject: {id: a}\nsources: {s: {path: 'data/../b/neet_{year}*.csv'}}\n")
            .value()
            .sources()
            .get("s")
            .path());
  }

  @Test
  void outputOverInputIsRefused() {
    String start = "utfall: 1\nproject: {id: a}\nsources: {s: {path: 'data/x_{year}.csv'}}\n";
    assertEquals("E811", fault(start + "outputs: {dir: data}\n").code());
    assertEquals("E811", fault(start + "outputs: {dir: ./}\n").code());
    assertEquals("E811", fault(start + "outputs: {dir: data/x_1.csv}\n").code());
    assertEquals(
        "data/out",
        parse(start + "outputs: {dir: data/out}\n").value().outputs().dir());
    assertEquals(
        "E811", fault(start.replace("data/x", "**/x") + "outputs: {dir: out}\n").code());
    // no pattern of file names at all
    assertEquals(
        "E808", fault(start.replace("data/x", "x[") + "outputs: {dir: out}\n").code());
  }

  @Test
  void wrongTypesAndValuesSayWhatToWrite() {
    Finding map = fault("utfall: 1\nproject: {id: a}\nsources: [a, b]\n");
    assertEquals(
        "E808 'sources' is a list write a map: {name: value}",
        map.code() + " " + map.message() + " " + map.fix());
    Finding choice = fault(
        "utfall: 1\nproject: {id: a}\nsources: {s: {path: a, columns: {x: {role: cuont}}}}\n");
    assertEquals(
        "'sources.s.columns.x.role' cannot be 'cuont'; did you mean 'count'?", choice.message());
    assertEquals(
        "'units.year' has no value",
        fault("utfall: 1\nproject: {id: a}\nunits:\n  year:\n").message());
    assertEquals(
        "E808",
        fault("utfall: 1\nproject: {id: a}\nanalyses: {x: {method: did, exclude-other: yes}}\n")
            .code());
  }

  @Test
  void referencesMustLeadSomewhere() {
    String start =
        "utfall: 1\nproject: {id: a}\nsources: {neet: {path: a.csv, columns: {out: {role: count}}}}\n";
    assertEquals(
        "there is no source 'neat'; did you mean 'neet'?",
        fault(start + "indicators: {i: {method: trend, count: neat.out}}\n").message());
    assertEquals(
        "source 'neet' declares no column 'oot' for 'count'; did you mean 'out'?",
        fault(start + "indicators: {i: {method: trend, count: neet.oot}}\n").message());
    assertEquals(
        "there is no indicator or analysis 'j'; did you mean 'i'?",
        fault(
                start
                    + "indicators: {i: {method: trend, count: neet.out}}\noutputs: {dir: out, charts: [{id: c, of: j}]}\n")
            .message());
  }

  @Test
  void outputIdsThatWouldShareAFileAreRefused() {
    String start = "utfall: 1\nproject: {id: a}\nindicators: {i: {method: trend}}\n";
    assertEquals(
        "the id 'Trend' is already given on line 4",
        fault(start + "outputs: {dir: out, tables: [{id: trend}], charts: [{id: Trend, of: i}]}\n")
            .message());
    assertEquals(
        "E808", fault(start + "outputs: {dir: out, tables: [{id: results}]}\n").code());
    assertEquals(
        "E808", fault(start + "outputs: {dir: out, tables: [{id: CON}]}\n").code());
  }

  @Test
  void whatIsNotYamlIsToldWithItsPlace() {
    assertEquals(2, fault("utfall: 1\nproject: a: b: c\n").place().line());
    assertEquals("E800", fault("utfall: 1\nproject: {id: a\n").code());
    assertEquals("E800", fault("utfall: 1\nproject: {id: a}\n---\nutfall: 1\n").code());
    assertEquals("E809", fault("").code());
    assertEquals(
        "E804",
        fault("utfall: 1\nproject: " + "[".repeat(40) + "]".repeat(40) + "\n").code());
    assertEquals("E804", fault("#" + "x".repeat(1 << 20)).code());
    assertEquals("E804", fault("utfall: 1\nproject: {id: a, <<: {title: x}}\n").code());
  }

  @Test
  void projectFileIsSoughtUpward(@TempDir Path dir) throws IOException {
    Path below = Files.createDirectories(dir.resolve("a/b"));
    assertTrue(ProjectFile.find(below).filter(path -> path.startsWith(dir)).isEmpty());
    Path file = Files.writeString(dir.resolve("utfall.yaml"), "utfall: 1\nproject: {id: x}\n");
    assertEquals(Optional.of(file.toAbsolutePath()), ProjectFile.find(below));
    assertEquals("x", ProjectFile.read(file, id -> Optional.empty()).value().id());
  }

  @Test
  void versionsAreComparedByNumber() {
    assertTrue(ProjectReader.fulfils("0.10.0", ">=0.9"));
    assertTrue(ProjectReader.fulfils("0.1.0-SNAPSHOT", ">=0.1"));
    assertEquals(false, ProjectReader.fulfils("0.1.0", ">=0.2"));
  }

  @Test
  void jsonSchemaAcceptsTheExampleAndRefusesAMisspeltKey() throws IOException {
    var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Schemas.json(), InputFormat.JSON);
    assertEquals(List.of(), schema.validate(example(), InputFormat.YAML));
    assertEquals(
        1,
        schema
            .validate("utfall: 1\nproject: {id: a}\nsoruces: {}\n", InputFormat.YAML)
            .size());
    assertEquals(
        1,
        schema
            .validate("utfall: 1\nproject: {id: a}\nunits: {year: x}\n", InputFormat.YAML)
            .size());
  }

  @Test
  void jsonSchemaNamesEveryKeyTheParserKnows() {
    String json = Schemas.json();
    Stream.of(Schema.ROOT, Schema.INDICATOR, Schema.ANALYSIS)
        .flatMap(group -> group.names().stream())
        .forEach(name -> assertTrue(json.contains("\"" + name + "\":"), name));
  }
}
