package no.utfall.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.utfall.CommandLine;
import no.utfall.InProcess;
import no.utfall.Shared;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The corpus of bad input: every file is taken, warned of or refused as its index says, never guessed in silence. */
class BadInputTest {

  private static final CommandLine UTFALL = new InProcess();

  @TempDir
  Path temporary;

  @TestFactory
  Stream<DynamicTest> everyFileIsTakenWarnedOfOrRefused() throws IOException {
    Path corpus = Shared.require("bad-input");
    return index(corpus).stream()
        .map(row ->
            dynamicTest("row " + row.number() + ", " + row.file(), () -> check(corpus, row)));
  }

  private void check(Path corpus, Wanted row) throws IOException {
    Path folder = row.kind().equals("config") ? project(corpus, row) : corpus;
    List<String> command = command(corpus, row);
    CommandLine.Outcome outcome = UTFALL.run(folder, command);
    List<Found> found = command.get(0).equals("check") && !outcome.out().isEmpty()
        ? Found.inJson(outcome.out())
        : Found.onScreen(outcome.err());
    String said = "found " + found + "\n" + outcome.err();
    assertEquals(row.exit(), outcome.exit(), said);
    if (row.code().isEmpty()) {
      assertFalse(found.stream().anyMatch(one -> !one.severity().equals("note")), said);
    } else {
      assertTrue(row.isAmong(found), () -> "wanted " + row + "\n" + said);
    }
    if (!row.expected().equals("error")) {
      List<String> strict = new ArrayList<>(command);
      strict.addAll(List.of("--fail-on", "warn"));
      assertEquals(
          row.expected().equals("warn") ? 1 : 0,
          UTFALL.run(folder, strict).exit(),
          "--fail-on warn: " + said);
    }
  }

  private static List<String> command(Path corpus, Wanted row) throws IOException {
    if (row.kind().equals("config")) {
      return List.of("check", "-p", ".", "-f", "json");
    }
    if (!row.kind().equals("analysis") || !row.expected().equals("error")) {
      return List.of("check", row.file(), "-f", "json");
    }
    String header =
        Files.readString(corpus.resolve(row.file())).lines().findFirst().orElseThrow();
    List<String> command = new ArrayList<>(
        List.of("did", row.file(), "--unit", "kommune", "--period", "aar", "--outcome", "antall"));
    if (header.contains("nevner")) {
      command.addAll(List.of("--population", "nevner"));
    }
    if (header.contains("tiltak")) {
      command.addAll(List.of("--treated", "tiltak"));
    }
    return command;
  }

  /** A project folder with this file as its project file. */
  private Path project(Path corpus, Wanted row) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(row.file()));
    Files.copy(corpus.resolve(row.file()), folder.resolve("utfall.yaml"));
    Files.copy(corpus.resolve("b01-utf8-bom.csv"), folder.resolve("b01-utf8-bom.csv"));
    return folder;
  }

  private static List<Wanted> index(Path corpus) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(Files.readString(corpus.resolve("index.csv")), format)) {
      return parser.stream().map(Wanted::of).toList();
    }
  }

  @Test
  void aFindingMustAgreeInCodeGravityAndPlace() {
    Wanted wanted = new Wanted(1, "b.csv", "data", "error", 4, "E408", 2, 3, 11);
    assertTrue(wanted.isAmong(List.of(new Found("E408", "error", 2, 3, 12))));
    assertFalse(wanted.isAmong(List.of(new Found("E408", "error", 2, 3, 13))));
    assertFalse(wanted.isAmong(List.of(new Found("E408", "error", 2, 2, 11))));
    assertFalse(wanted.isAmong(List.of(new Found("E408", "error", 3, 3, 11))));
    assertFalse(wanted.isAmong(List.of(new Found("E408", "warning", 2, 3, 11))));
    assertFalse(wanted.isAmong(List.of(new Found("E409", "error", 2, 3, 11))));
    Wanted ok = new Wanted(1, "b.csv", "data", "ok", 0, "W105", 0, 0, 0);
    assertTrue(ok.isAmong(List.of(new Found("W105", "note", 1, 0, 0))));
    assertFalse(ok.isAmong(List.of(new Found("W105", "warning", 1, 0, 0))));
  }

  @Test
  void findingsAreReadFromTheScreenAndFromJson() {
    assertEquals(
        List.of(
            new Found("E701", "error", 2, Found.UNSAID, 11),
            new Found("W510", "warning", 3, Found.UNSAID, 0),
            new Found("E702", "error", 0, Found.UNSAID, 0)),
        Found.onScreen("b.csv:2:11: error E701: no value\n    0301,2023,,\n    fix: none\n"
            + "b.csv:3: warning W510: gap\nC: 1.csv: error E702: 1 unit\n"));
    assertEquals(
        List.of(new Found("E701", "error", 2, 3, 0)),
        Found.inJson(
            "{\"findings\": [{\"code\": \"E701\", \"severity\": \"error\", \"file\": \"b.csv\", "
                + "\"line\": 2, \"field\": 3, \"column\": null, \"value\": \"\", \"message\": \"\", \"fix\": \"\"}]}"));
  }
}
