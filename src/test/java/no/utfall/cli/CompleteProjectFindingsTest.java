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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project of sources with more findings than fit on a screen: a file holds them all, in the order of the project. */
class CompleteProjectFindingsTest {

  private static final int ROWS = 3_500;

  @TempDir
  Path folder;

  private record Said(int exit, String text) {}

  /** The source that is read first in the project is the larger one, and the third reads its file again. */
  private Path project() throws IOException {
    write("b.csv", ROWS, "x");
    write("a.csv", ROWS - 400, "x");
    write("c.csv", 3, "");
    Files.writeString(folder.resolve("utfall.yaml"), """
        utfall: 1
        project: {id: p, title: {en: P}, languages: [en]}
        sources:
          one: {path: b.csv, columns: {kommune: {role: unit}, aar: {role: period}, antall: {role: count}}}
          two: {path: "[ac].csv", columns: {kommune: {role: unit}, aar: {role: period}, antall: {role: count}}}
          again: {path: b.csv, columns: {kommune: {role: unit}, aar: {role: period}, antall: {role: count}, nevner: {role: population}}}
        """);
    return folder;
  }

  private void write(String name, int rows, String fault) throws IOException {
    StringBuilder text = new StringBuilder("kommune;aar;antall;nevner\n");
    for (int row = 0; row < rows; row++) {
      text.append(1000 + row).append(";2020;1").append(fault).append(";1\n");
    }
    Files.writeString(folder.resolve(name), text);
  }

  private static Said run(Path project, String threads, String command, String... options) {
    List<String> args = new ArrayList<>(List.of(command, "-p", project.toString()));
    args.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = Main.run(
        args,
        InputStream.nullInputStream(),
        out,
        out,
        Map.of("UTFALL_LANG", "en", "UTFALL_THREADS", threads));
    return new Said(exit, out.toString(StandardCharsets.UTF_8));
  }

  private static List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    IntStream.rangeClosed(2, ROWS + 1).forEach(line -> wanted.add("b.csv " + line));
    IntStream.rangeClosed(2, ROWS - 399).forEach(line -> wanted.add("a.csv " + line));
    return wanted;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          json | "E408",[^}]*?"file" : "([^"]*)",\\s*"line" : ([0-9]+)
          ndjson | "code":"E408"[^}]*?"file":"([^"]*)","line":([0-9]+)
          csv | (?m)^E408,error,([^,]*),([0-9]+)
          junit | name="E408 ([^"]*?csv):([0-9]+):
          sarif | "E408",\\s+"level"[^]]*?"uri" : "([^"]*)"[^]]*?"startLine" : ([0-9]+)
          github | ::error file=([^,]*),line=([0-9]+),col=[0-9]+,title=utfall E408
          """)
  void aFileHoldsEachInTheOrderOfSourcesAndLines(String form, String pattern) throws IOException {
    Path output = folder.resolve("out");
    assertEquals(
        4, run(project(), "8", "check", "-f", form, "-o", output.toString()).exit());
    String written = Files.readString(output);
    List<String> found = Pattern.compile(pattern)
        .matcher(written)
        .results()
        .map(one -> one.group(1) + " " + one.group(2))
        .toList();
    List<String> wanted = wanted();
    if (form.equals("github")) { // the first of each file stand before all others
      String first = wanted.remove(ROWS);
      wanted.add(1, first);
    }
    assertEquals(wanted, found);
    assertFalse(written.contains("N113"), "all are listed");
    assertEquals(written, run(folder, "1", "check", "-f", form).text());
  }

  @Test
  void theScreenCountsAll() throws IOException {
    Said said = run(project(), "2", "check");
    assertEquals(4, said.exit());
    assertTrue(said.text().contains((ROWS - 20) + " more E408 in b.csv"), said.text());
    assertTrue(said.text().contains((2 * ROWS - 400) + " errors, 0 warnings"), said.text());
    assertTrue(said.text().contains("    1001;2020;1x;1\n"), "the line is shown");
  }

  @Test
  void aBuildCountsAllOnItsScreen() throws IOException {
    Said said = run(project(), "2", "build");
    assertEquals(4, said.exit());
    assertTrue(said.text().contains((ROWS - 20) + " more E408 in b.csv"), said.text());
    assertTrue(said.text().contains((2 * ROWS - 400) + " errors, 0 warnings"), said.text());
  }

  @Test
  void everyRowSetAsideStandsOnceAmongTheRejects() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    run(project(), "8", "check", "--rejects", rejects.toString());
    List<String> rows = Files.readAllLines(rejects);
    assertEquals("file,line,row,code,reason", rows.get(0));
    assertEquals(
        wanted(),
        rows.stream()
            .skip(1)
            .map(row -> row.replaceFirst(",", " ").replaceFirst(",.*", ""))
            .toList());
    assertEquals("b.csv,2,1000;2020;1x;1,E408,'1x' is not a number", rows.get(1));
  }

  /** Warnings stop no build: what it writes says how many there are, and lists the first thousand. */
  @Test
  void whatABuildWritesSaysHowManyThereAre() throws IOException {
    StringBuilder text = new StringBuilder("kommune;aar;antall\n");
    for (int row = 0; row < 2 * ROWS; row++) {
      text.append(1000 + row / 2).append(";2020;1\n");
    }
    Files.writeString(folder.resolve("a.csv"), text);
    Files.writeString(folder.resolve("utfall.yaml"), """
        utfall: 1
        project: {id: p, title: {en: P}, languages: [en]}
        sources:
          one: {path: a.csv, key: [kommune, aar], columns: {kommune: {role: unit}, aar: {role: period}, antall: {role: count}}}
        indicators:
          n: {title: {en: N}, value: one.antall, unit: persons}
        outputs: {dir: out, reports: [{id: page, template: standard, to: [html]}]}
        """);
    Said said = run(folder, "2", "build");
    assertEquals(0, said.exit(), said.text());
    assertTrue(said.text().contains("0 errors, " + ROWS + " warnings"), said.text());
    String written = Files.readString(folder.resolve("out/findings.json"));
    assertEquals(1_000, written.split("\"W502\",\"severity\"", -1).length - 1);
    assertTrue(written.contains(ROWS + " W502 in all; the first 1000 are listed"), "N113");
    String page = Files.readString(folder.resolve("out/page.en.html"));
    assertTrue(page.contains("0 errors, 3,500 warnings"), "the page");
    assertTrue(run(folder, "2", "build").text().contains("0 errors, " + ROWS + " warnings"));
  }
}
