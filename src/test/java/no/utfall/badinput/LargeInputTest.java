package no.utfall.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files too large to keep: each is answered by a machine of its own that has little memory. */
@Tag("slow")
class LargeInputTest {

  private static final String HEADER = "kommune;aar;antall;nevner\n";

  @TempDir
  Path folder;

  private interface Parts {
    void write(BufferedWriter out) throws IOException;
  }

  private record Said(int exit, String text) {}

  private Said check(String heap, Parts parts, String... options)
      throws IOException, InterruptedException {
    Path file = folder.resolve("large.csv");
    write(file, parts);
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(options));
    return check(heap, command);
  }

  private static void write(Path file, Parts parts) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      parts.write(out);
    }
  }

  private Said check(String heap, List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx" + heap,
        "-cp",
        System.getProperty("java.class.path"),
        "no.utfall.cli.Main",
        "check"));
    command.addAll(options);
    Path said = folder.resolve("said.txt");
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    return new Said(process.waitFor(), Files.readString(said, StandardCharsets.UTF_8));
  }

  private static void times(BufferedWriter out, int times, String part) throws IOException {
    for (int i = 0; i < times; i++) {
      out.write(part);
    }
  }

  @Test
  void aCellOf64MebibytesIsRefused() throws IOException, InterruptedException {
    Said said = check("256m", out -> {
      out.write("kommune;navn;aar;antall;nevner\n0301;");
      times(out, 64, "A".repeat(1 << 20));
      out.write(";2023;1;10\n");
    });
    assertEquals(4, said.exit, said.text);
    assertTrue(said.text.contains("large.csv:2:6: error E208: the cell has 67108864"), said.text);
  }

  @Test
  void aFileWithoutLineEndIsRefused() throws IOException, InterruptedException {
    Said said = check("256m", out -> times(out, 200, "0301;2023;1;10;".repeat(1 << 16)));
    assertEquals(4, said.exit, said.text);
    assertTrue(said.text.contains("large.csv:1:1: error E208"), said.text);
  }

  @Test
  void aHundredThousandColumnsAreRefused() throws IOException, InterruptedException {
    Said said = check("256m", out -> {
      out.write("kommune;aar");
      for (int i = 0; i < 100_000; i++) {
        out.write(";k" + i);
      }
      out.write("\n0301;2023" + ";1".repeat(100_000) + "\n");
    });
    assertEquals(4, said.exit, said.text);
    assertTrue(said.text.contains("E211"), said.text);
  }

  @Test
  void aQuoteOpenedOnLineTwoIsNamedThere() throws IOException, InterruptedException {
    Said said = check("512m", out -> {
      out.write(HEADER + "0301;2023;\"1;10\n");
      times(out, 1_000, "1103;2023;41;148682\n".repeat(1_000));
    });
    assertEquals(4, said.exit, said.text);
    assertTrue(said.text.contains("large.csv:2:11: error E203"), said.text);
  }

  @Test
  void aMillionWrongRowsAreCountedAndFewShown() throws IOException, InterruptedException {
    Said said = check("512m", out -> {
      out.write(HEADER);
      times(out, 1_000, "0301;20244;-1;0\n".repeat(1_000));
    });
    assertEquals(4, said.exit, said.text);
    assertTrue(said.text.contains("1000000 rows read"), said.text);
    assertTrue(said.text.contains("1000001 errors"), said.text);
    assertEquals(20, said.text.split("error E601", -1).length - 1, said.text);
    assertTrue(said.text.length() < 1 << 20, "length " + said.text.length());
  }

  @Test
  void fiveMillionGoodRowsAreCheckedInHalfAGigabyte() throws IOException, InterruptedException {
    Parts rows = out -> {
      out.write("kommune;aar;gruppe;antall;nevner\n");
      for (int i = 0; i < 5_000_000; i++) {
        int unit = i % 2;
        out.write((unit == 0 ? "0301;" : "1103;") + (2015 + i / 2 % 10) + ";g" + i / 20 + ";"
            + i % 97 + ";" + (1000 + i % 977) + "\n");
      }
    };
    for (String[] options : new String[][] {
      {},
      {"--key", "kommune,aar,gruppe"},
      {"--key", "kommune,aar"},
      {"--unit", "kommune", "--period", "aar", "--value", "antall,nevner"}
    }) {
      Said said = check("512m", rows, options);
      boolean again = options.length > 0 && options[1].equals("kommune,aar");
      assertEquals(again ? 4 : 0, said.exit, said.text);
      assertTrue(said.text.contains("5000000 rows read"), said.text);
      assertTrue(!again || said.text.contains("4999980 set aside"), said.text);
    }
  }

  /** Two sources are read side by side, and one of them has a second file. */
  @Test
  void fiveMillionFindingsOfAProjectAreWrittenInHalfAGigabyte()
      throws IOException, InterruptedException {
    for (String name : List.of("one.csv", "two_2020.csv", "two_2021.csv")) {
      write(folder.resolve(name), out -> {
        out.write("kommune;aar;antall;nevner\n");
        for (int i = 0; i < (name.startsWith("one") ? 2_500_000 : 1_250_000); i++) {
          out.write("0301;" + (2000 + i % 20) + ";" + i + "z;1\n");
        }
      });
    }
    Files.writeString(folder.resolve("utfall.yaml"), """
        utfall: 1
        project: {id: p, title: {en: P}, languages: [en]}
        sources:
          one: {path: one.csv, columns: {kommune: {role: unit}, aar: {role: period}, antall: {role: count}}}
          two: {path: "two_{year}.csv", columns: {kommune: {role: unit}, aar: {role: period}, antall: {role: count}}}
        """);
    Path output = folder.resolve("findings.csv");
    List<String> options = List.of("-p", folder.toString(), "-f", "csv", "-o", output.toString());
    Said said = check("512m", options);
    assertEquals(4, said.exit, said.text);
    try (Stream<String> lines = Files.lines(output)) {
      assertEquals(5_000_001, lines.count());
    }
  }
}
