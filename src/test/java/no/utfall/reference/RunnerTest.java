package no.utfall.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.CommandLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

  private static final String CASES = """
      cases:
        - case: first
          dir: sub
          run: [rate, input.csv]
          expect:
            - {file: expected.csv, keys: {area: area}, values: {value: {column: estimate}}}
          tolerance: {abs: 0}
        - case: second
          run: [rate, nowhere.csv]
          expect:
            - {file: nowhere.csv, keys: {area: area}, values: {value: {column: estimate}}}
          tolerance: {abs: 0}
        - case: third
          run: [rate]
          expect:
            - {file: expected.csv, values: {value: {column: estimate}}}
          tolerance: {abs: 0}
          skip: [{where: {}, why: not drawn by us}]
      """;

  @TempDir
  Path folder;

  private final List<String> calls = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void writeReferenceNumbers() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/input.csv"), "area,x\nA,1\n");
    Files.writeString(folder.resolve("sub/expected.csv"), "area,value\nA,1\n");
    Files.writeString(folder.resolve("cases.yaml"), CASES);
  }

  @Test
  void eachCaseIsALineAndTheLastLineCounts() {
    assertEquals(1, main(answer(0, "area,estimate\nA,1\n", "")));
    String[] lines = printed().split("\n");
    assertEquals("ok first: 1 values, worst 0 at area=A value: ours 1, theirs 1", lines[0]);
    assertTrue(lines[1].startsWith("MISS second: 0 values; 1 wrong"), lines[1]);
    assertTrue(lines[2].contains("there is no "), lines[2]);
    assertEquals("skip third: 0 values", lines[3]);
    assertEquals("  left out: not drawn by us", lines[4]);
    assertEquals("1 passed, 1 failed", lines[lines.length - 1]);
    assertEquals("sub rate input.csv -f csv", calls.get(0));
  }

  @Test
  void aRunThatEndsBadlyIsAMissWithItsWords() {
    Verdict verdict = first(answer(4, "", "input.csv:2:1: error E408: 'x' is not a number\n"));
    assertEquals(
        List.of("exit 4: input.csv:2:1: error E408: 'x' is not a number"), verdict.misses());
  }

  @Test
  void whatWasPossibleIsComparedWhenAnAnalysisWasNot() {
    assertEquals(Verdict.Kind.OK, first(answer(5, "area,estimate\nA,1\n", "")).kind());
    assertEquals(Verdict.Kind.MISS, first(answer(5, "", "")).kind());
  }

  @Test
  void aCrashIsAMiss() {
    Verdict verdict = first((dir, arguments) -> {
      throw new IllegalStateException("boom");
    });
    assertEquals(List.of("java.lang.IllegalStateException: boom"), verdict.misses());
  }

  @Test
  void nothingAboveTheFolderIsRead() {
    Case one = CaseFile.parse("a", CASES.replace("dir: sub", "dir: ..")).cases().get(0);
    Verdict verdict = new Runner(answer(0, "area,estimate\nA,1\n", ""), folder).run(one);
    assertEquals(List.of("'..' leaves the folder"), verdict.misses());
  }

  @Test
  void aCaseFileWithFaultsIsRefusedBeforeAnythingRuns() throws IOException {
    Files.writeString(folder.resolve("cases.yaml"), CASES.replace("expect:", "expects:"));
    assertEquals(2, main(answer(0, "", "")));
    assertEquals(
        "cases.yaml:5: unknown key 'expects' of a case; did you mean 'expect'?\n", printed());
    assertEquals(List.of(), calls);
  }

  private int main(CommandLine commandLine) {
    return ReferenceMain.run(
        commandLine,
        List.of(folder.resolve("cases.yaml").toString(), folder.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Verdict first(CommandLine commandLine) {
    return new Runner(commandLine, folder)
        .run(CaseFile.parse("a", CASES).cases().get(0));
  }

  private CommandLine answer(int exit, String out, String err) {
    return (dir, arguments) -> {
      calls.add(folder.relativize(dir) + " " + String.join(" ", arguments));
      return new CommandLine.Outcome(exit, out, err);
    };
  }
}
