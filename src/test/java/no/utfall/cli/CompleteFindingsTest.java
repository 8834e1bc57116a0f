package no.utfall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More findings than fit on a screen: the screen counts them, a file holds them all, in the order of the lines. */
class CompleteFindingsTest {

  private static final int ROWS = 9_000;

  @TempDir
  Path folder;

  private record Said(int exit, String text) {}

  /** Every row has a number that is none, and every third a second fault in a field before it. */
  private Path file() throws IOException {
    StringBuilder text = new StringBuilder("kommune;aar;antall;nevner\n");
    for (int row = 0; row < ROWS; row++) {
      text.append("0301;").append(row % 3 == 0 ? "x" : "").append(1000 + row).append(";1;z\n");
    }
    return Files.writeString(folder.resolve("wrong.csv"), text);
  }

  private static Said run(Path file, String... options) {
    List<String> args = new ArrayList<>(List.of("check", file.toString()));
    args.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = Main.run(args, InputStream.nullInputStream(), out, out, Map.of("UTFALL_LANG", "en"));
    return new Said(exit, out.toString(StandardCharsets.UTF_8));
  }

  private static List<Integer> lines(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> Integer.parseInt(found.group(1)))
        .toList();
  }

  @Test
  void theScreenShowsTwentyOfAKindAndCountsAll() throws IOException {
    Said said = run(file());
    assertEquals(4, said.exit());
    assertEquals(20, lines(said.text(), "wrong.csv:([0-9]+):[0-9]+: error E408").size());
    assertTrue(said.text().contains((ROWS - 20) + " more E408 in "), said.text());
    assertTrue(said.text().contains((ROWS + ROWS / 3) + " errors, "), said.text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          json | "E408",[^}]*?"line" : ([0-9]+)
          ndjson | "code":"E408"[^}]*?"line":([0-9]+)
          csv | (?m)^E408,error,[^,]*,([0-9]+)
          junit | name="E408 [^"]*?csv:([0-9]+):
          sarif | "E408",\\s+"level"[^]]*?"startLine" : ([0-9]+)
          """)
  void aFileHoldsEachInItsOrder(String form, String pattern) throws IOException {
    Path output = folder.resolve("out");
    assertEquals(4, run(file(), "-f", form, "-o", output.toString()).exit());
    String written = Files.readString(output);
    assertEquals(
        IntStream.rangeClosed(2, ROWS + 1).boxed().toList(), lines(written, pattern), form);
    assertEquals(ROWS + ROWS / 3, written.split("E408|E503", -1).length - 1 - twice(form));
    assertEquals(written, run(file(), "-f", form).text());
  }

  /** SARIF names each code once more, as a rule; JUnit twice in each case. */
  private static int twice(String form) {
    return form.equals("sarif") ? 2 : form.equals("junit") ? ROWS + ROWS / 3 : 0;
  }

  @Test
  void githubSeesOneOfEachKindFirstAndThenAllOthers() throws IOException {
    String written = run(file(), "-f", "github").text();
    List<Integer> lines =
        lines(written, "::error file=[^,]*,line=([0-9]+),col=[0-9]+,title=utfall E408");
    assertEquals(IntStream.rangeClosed(2, ROWS + 1).boxed().toList(), lines);
    List<String> first = written.lines().limit(2).toList();
    assertTrue(first.get(0).contains("utfall E503::") && first.get(0).endsWith("(and 2999 more)"));
    assertTrue(first.get(1).contains("utfall E408::") && first.get(1).endsWith("(and 8999 more)"));
  }

  @Test
  void everyRowSetAsideHasItsReason() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    run(file(), "--rejects", rejects.toString());
    List<String> rows = Files.readAllLines(rejects);
    assertEquals("line,row,code,reason", rows.get(0));
    assertEquals(ROWS + 1, rows.size());
    for (int row = 0; row < ROWS; row++) {
      String code = row % 3 == 0 ? "E503" : "E408";
      String start = (row + 2) + ",0301;" + (row % 3 == 0 ? "x" : "") + (1000 + row) + ";1;z,";
      assertTrue(rows.get(row + 1).startsWith(start + code + ","), rows.get(row + 1));
    }
  }
}
