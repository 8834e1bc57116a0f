package no.utfall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.build.Starter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a project is told with its place, by every command that reads it, and nothing is written. */
class ProjectFaultsTest {

  private static final Pattern PLACED = Pattern.compile("(?m)^\\S+:[0-9]+(:[0-9]+)?: error [ED]");

  @TempDir
  Path folder;

  private Path root;
  private String yaml;

  private record Said(int exit, String text) {}

  @BeforeEach
  void start() throws IOException {
    root = folder.resolve("project");
    for (Map.Entry<String, byte[]> file : Starter.files().entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    yaml = Files.readString(root.resolve("utfall.yaml"));
  }

  private static Said run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = Main.run(
        List.of(args), InputStream.nullInputStream(), out, out, Map.of("UTFALL_LANG", "en"));
    return new Said(exit, out.toString(StandardCharsets.UTF_8));
  }

  private Said on(String command) {
    return run(command, "-p", root.toString());
  }

  private void edit(String from, String to) throws IOException {
    assertTrue(yaml.contains(from), from);
    Files.writeString(root.resolve("utfall.yaml"), yaml.replace(from, to));
  }

  private void assertTold(String start, int exit) {
    for (String command : List.of("check", "build")) {
      Said said = on(command);
      assertEquals(exit, said.exit(), said.text());
      assertTrue(said.text().lines().anyMatch(line -> line.startsWith(start)), said.text());
      assertFalse(Files.exists(root.resolve("out")), command + " wrote something");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      path: data/unge.csv | path: 'data/a].csv' | 18:11: error E808: 'data/a].csv' is not a pattern
      path: data/unge.csv | path: '{a,b' | 18:11: error E808: '{a,b' is not a pattern
      path: data/unge.csv | path: '[' | 18:11: error E808: '[' is not a pattern
      path: data/unge.csv | path: 'data/[z-a].csv' | 18:11: error E808: 'data/[z-a].csv' is not a pattern
      path: data/unge.csv | path: 'data/{a,{b}}.csv' | 18:11: error E808: 'data/{a,{b}}.csv' is not a pattern
      path: data/unge.csv | path: '**' | 62:8: error E811: outputs would be written over the input '**'
      list: data/koder.csv | list: 'data/{k' | 12:9: error E808: 'data/{k' is not a pattern
      dir: out/{year} | dir: .utfall/x | 62:8: error E811
      dir: out/{year} | dir: data/unge.csv/x | 62:8: error E811
      count: young.utenfor | count: young.kommune | 37:12: error E808: 'count' is made of numbers, and 'young.kommune' has the role 'unit'
      count: young.utenfor | lag: 1 | 34:3: error E809: 'indicators.outside' needs the key 'count'
      control: never-treated | control: sometimes | 59:14: error E808: 'analyses.effect_guide.control': 'sometimes' is not a choice
      cols: [outside, spending] | cols: [outside, spending, outside] | 64:56: error E808: 'outside' stands twice in 'cols'
      project: | 'requires: ">=99999999999"\\nproject:' | 4:11: error E808: 'requires' cannot be
      """)
  void aFaultOfTheProjectFileIsToldAtItsLine(String from, String to, String told)
      throws IOException {
    edit(from, to.replace("\\n", "\n"));
    assertTold("utfall.yaml:" + told, 3);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      header-line: 0 | 18:18
      header-lines: 5 | 18:19
      footer: -1 | 18:13
      """)
  void numbersThatCountLinesHaveALeastValue(String key, String place) throws IOException {
    edit("    path: data/unge.csv", "    " + key + "\n    path: data/unge.csv");
    assertTold("utfall.yaml:" + place + ": error E808: '" + key.replace(": ", "' cannot be "), 3);
  }

  @ParameterizedTest
  @CsvSource({
    "data/unge.csv, 18:11",
    "data/kpi.csv, 31:94",
    "data/koder.csv, 12:9",
    "data/tiltak.csv, 50:11"
  })
  void aFileThatIsNotThereOrLeadsOutIsToldWhereItIsNamed(String file, String place)
      throws IOException {
    Path path = root.resolve(file);
    Path outside = Files.move(path, folder.resolve("outside.csv"));
    assertTold("utfall.yaml:" + place + ": error E110: there is no file '" + file + "'", 7);
    assertTrue(
        on("plan").text().contains(",yes," + file + " is not there"), on("plan").text());
    Files.createSymbolicLink(path, outside);
    assertTold("utfall.yaml:" + place + ": error E805: '" + file + "' is a link out of the", 3);
    Said plan = on("plan");
    assertEquals(3, plan.exit());
    assertTrue(plan.text().startsWith("utfall.yaml:" + place + ": error E805"), plan.text());
  }

  @Test
  void anOutputFolderBehindALinkIsToldByACheck() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(root.resolve("out"), outside);
    Said said = on("check");
    assertEquals(3, said.exit(), said.text());
    assertTrue(said.text().startsWith("utfall.yaml:62:3: error E805"), said.text());
  }

  @Test
  void filesThatOnlyABuildReadsAreLookedAtByACheck() throws IOException {
    edit("dir: out/{year}", "dir: out/{year}\n  previous: old.csv");
    assertTrue(
        on("check").text().startsWith("utfall.yaml:63:13: error E110"),
        on("check").text());
    Files.writeString(root.resolve("old.csv"), "a;b\n1;2\n");
    Said said = on("check");
    assertEquals(4, said.exit());
    assertTrue(said.text().contains("old.csv:1: error E304: column 'node'"), said.text());
  }

  @Test
  void indicatorsInACircleAreToldWhereTheFirstStands() throws IOException {
    edit(
        "  spending:\n",
        "  a: {method: composite, of: [b, outside]}\n  b: {method: composite, of: [a, outside]}\n"
            + "  spending:\n");
    assertTold("utfall.yaml:41:3: error E813: nodes need one another in a circle", 3);
  }

  /** Rows of a key that is declared are summed: a doubled row must not be. */
  @Test
  void aPeriodWrittenInTwoWaysIsNotSummed() throws IOException {
    Files.writeString(root.resolve("data/unge.csv"), """
        kommune;aar;utenfor;unge
        0101;2020K1;1;10
        0101;2020Q1;2;10
        0101;2020Q2;3;10
        """);
    edit("    path: data/unge.csv", "    path: data/unge.csv\n    key: [kommune, aar]");
    Said said = on("check");
    assertEquals(4, said.exit(), said.text());
    assertTrue(said.text().contains("data/unge.csv:3:6: error E501"), said.text());
  }

  @Test
  void bytesThatAreNoTextAreToldAtTheirPlace() throws IOException {
    Path file = root.resolve("utfall.yaml");
    Files.write(file, yaml.getBytes(StandardCharsets.ISO_8859_1));
    assertTold("utfall.yaml:6:21: error E101: byte 0xF8 is not UTF-8", 3);
    Files.write(file, ("\uFEFF" + yaml).getBytes(StandardCharsets.UTF_16LE));
    assertTold("utfall.yaml:1:1: error E101: byte 0xFF is not UTF-8", 3);
    Files.writeString(file, yaml.replace("proportion", "æ😀\u001bx"));
    assertTold("utfall.yaml:36:15: error E800: not YAML: the control character U+001B", 3);
    Files.writeString(file, yaml + "#" + "x".repeat(10 << 20));
    assertTold("utfall.yaml:1:1: error E804: a project file is at most 1 MiB", 3);
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsChangeNothing() throws IOException {
    String said = on("check").text();
    assertEquals(0, on("check").exit(), said);
    Files.writeString(root.resolve("utfall.yaml"), "\uFEFF" + yaml.replace("\n", "\r\n"));
    assertEquals(said, on("check").text());
  }

  @Test
  void aProjectFileGivenToCheckIsCheckedAsAProject() throws IOException {
    String file = root.resolve("utfall.yaml").toString();
    assertEquals(on("check"), run("check", file));
    Path other = Files.move(root.resolve("utfall.yaml"), root.resolve("other.yml"));
    Said said = run("check", other.toString(), root.resolve("data/unge.csv").toString());
    assertEquals(0, said.exit(), said.text());
    assertTrue(
        said.text().contains("\ndata/tiltak.csv") || said.text().contains("data/unge.csv: 112"));
    assertTrue(
        said.text().contains(root.resolve("data/unge.csv") + ": 112 rows read"), said.text());
    Files.writeString(other, yaml.replace("data/unge.csv", "data/none.csv"));
    said = run("check", other.toString(), root.resolve("data/unge.csv").toString());
    assertEquals(7, said.exit(), said.text());
    assertTrue(said.text().contains("other.yml:18:11: error E110"), said.text());
  }

  @Test
  void otherYamlAndProfilesAreNoData() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "a: 1\nb: 2\n");
    Said said = run("check", file.toString());
    assertEquals(4, said.exit());
    assertTrue(said.text().contains("error E124"), said.text());
    Path profile = Files.writeString(folder.resolve("x.profile"), "id: x\nencoding: utf-8\n");
    said = run("check", profile.toString());
    assertEquals(0, said.exit(), said.text());
    assertTrue(said.text().contains("note N125"), said.text());
    Files.writeString(profile, "id: x\nhei: du\n");
    said = run("check", profile.toString());
    assertEquals(4, said.exit());
    assertTrue(said.text().contains("x.profile:2: error E113"), said.text());
  }

  private static final List<String> VALUES = List.of(
      "[]",
      "{}",
      "\"\"",
      "~",
      "-1",
      "x",
      "[a, b]",
      "{a: b}",
      "&a x",
      "*a",
      "!!int 3",
      "\"open",
      "2024-13",
      "1e400",
      "[".repeat(30),
      "../x",
      "'['",
      "99999999999999999999");

  /** Each line left out, given twice, indented otherwise, with a wrong key and with every wrong value. */
  private List<String> mutated() {
    List<String> lines = yaml.lines().toList();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      List<String> others = new ArrayList<>(List.of(
          "",
          line + "\n" + line,
          "\t" + line,
          "   " + line,
          line.replaceFirst("([a-z-]+):", "$1x:")));
      Matcher value = Pattern.compile("[a-z-]+: ?([^,{}\\[\\]#]*)").matcher(line);
      while (value.find()) {
        for (String other : VALUES) {
          others.add(
              line.substring(0, value.start(1)) + " " + other + line.substring(value.end(1)));
        }
      }
      for (String other : others) {
        List<String> copy = new ArrayList<>(lines);
        copy.set(i, other);
        all.add(String.join("\n", copy) + "\n");
      }
    }
    return all;
  }

  private void assertAnswered(String text, String... commands) throws IOException {
    Files.writeString(root.resolve("utfall.yaml"), text);
    int check = 0;
    for (String command : commands) {
      Said said = on(command);
      String what = command + "\n" + said.text() + "\n" + text;
      assertTrue(List.of(0, 3, 4, 5, 7).contains(said.exit()), what);
      boolean fine = said.exit() == 0 || said.exit() == 5;
      assertTrue(fine || PLACED.matcher(said.text()).find(), what);
      check = command.equals("check") ? said.exit() : check;
      if (command.equals("build")) {
        assertEquals(
            check, said.exit() == 5 ? 0 : said.exit(), "a check says what stops a build\n" + what);
        assertTrue(fine || !Files.exists(root.resolve("out")), what);
      }
    }
  }

  @Test
  void aMutatedProjectIsAnsweredWithPlaces() throws IOException {
    List<String> all = mutated();
    assertTrue(all.size() > 1_500, "mutants " + all.size());
    for (int i = 0; i < all.size(); i += 31) {
      assertAnswered(all.get(i), "check");
    }
  }

  @Test
  @Tag("slow")
  void everyMutatedProjectIsAnsweredAlikeByCheckAndBuild() throws IOException {
    for (String text : mutated()) {
      Path out = root.resolve("out");
      if (Files.exists(out)) {
        Files.move(out, folder.resolve("gone" + System.nanoTime()));
      }
      assertAnswered(text, "check", "plan", "build");
    }
  }
}
