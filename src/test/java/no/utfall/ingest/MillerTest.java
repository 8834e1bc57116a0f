package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Severity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Delimited text is read as <a href="https://miller.readthedocs.io">Miller</a> 6.6 reads it, cell by cell, but for what
 * is listed here and in the manual (reading.md). Skipped by name where the command {@code mlr} is not installed.
 *
 * <p>Differences that any table may show:
 *
 * <ul>
 *   <li>Blanks, tabs and no-break spaces around a cell or a name are left out, quoted or not (N416, W303); Miller keeps
 *       them.
 *   <li>A CR LF inside a quoted cell stays CR LF; Miller makes it LF.
 *   <li>A line with nothing on it, or blanks only, is no row in a table of two columns or more (N213); Miller makes it a
 *       row of empty cells.
 *   <li>A row with fewer cells than the header is an error (E201) and set aside; Miller stops, or fills with empty cells.
 *   <li>A row with more cells than the header is an error (E202) and set aside; Miller stops, or numbers the surplus. Where
 *       the surplus is empty, it is left out (W209).
 *   <li>A column without a name and without a cell is left out (W209); Miller gives it the empty name.
 * </ul>
 *
 * <p>Differences of files that are broken or odd stand in {@link #brokenFilesAreNotReadInSilence()}.
 */
class MillerTest {

  private static final int DIALECTS = 1_000;

  private enum Difference {
    NONE,
    BLANKS_AROUND,
    CR_LF_INSIDE,
    BLANK_LINE,
    SHORT_ROW,
    LONG_ROW,
    EMPTY_SURPLUS,
    UNNAMED_COLUMN
  }

  @TempDir
  static Path folder;

  private static String version = "";

  @BeforeAll
  static void isInstalled() throws InterruptedException {
    try {
      version = said(List.of("mlr", "--version"));
    } catch (IOException e) {
      Assumptions.abort("needs Miller (mlr), which is not installed");
    }
  }

  private static String said(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("miller.out");
    Process process = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    int exit = process.waitFor();
    return exit == 0 ? Files.readString(out) : "";
  }

  private static List<String> command(char delimiter) {
    return new ArrayList<>(List.of(
        "mlr",
        "-S",
        "--icsv",
        "--ifs",
        String.valueOf(delimiter),
        "--implicit-csv-header",
        "--allow-ragged-csv-input",
        "--ojson",
        "put",
        "$file = FILENAME"));
  }

  /** The records of each file, the header among them. */
  private static Map<String, List<List<String>>> records(String json) {
    Map<String, List<List<String>>> all = new HashMap<>();
    List<String> record = new ArrayList<>();
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          record = new ArrayList<>();
        } else if (token == JsonToken.PROPERTY_NAME) {
          name = parser.currentName();
        } else if (token == JsonToken.VALUE_STRING && name.equals("file")) {
          all.computeIfAbsent(parser.getString(), f -> new ArrayList<>()).add(record);
        } else if (token == JsonToken.VALUE_STRING) {
          record.add(parser.getString());
        }
      }
    }
    return all;
  }

  @Test
  void aThousandDialectsAreReadAsMillerReadsThem() throws IOException, InterruptedException {
    Map<String, List<List<String>>> miller = new HashMap<>();
    List<Dialect> dialects = IntStream.range(0, DIALECTS).mapToObj(Dialect::new).toList();
    for (char delimiter : Dialect.DELIMITERS) {
      List<String> command = command(delimiter);
      for (int seed = 0; seed < DIALECTS; seed++) {
        if (dialects.get(seed).delimiter() == delimiter) {
          command.add(Files.write(file(seed), dialects.get(seed).bytes()).toString());
        }
      }
      miller.putAll(records(said(command)));
    }
    Map<Difference, Integer> met = new EnumMap<>(Difference.class);
    for (int seed = 0; seed < DIALECTS; seed++) {
      List<List<String>> theirs = miller.getOrDefault(file(seed).toString(), List.of());
      compare(seed, dialects.get(seed), theirs, met);
    }
    assertTrue(met.get(Difference.NONE) > 10_000, met.toString());
    for (Difference difference : Difference.values()) {
      assertTrue(met.getOrDefault(difference, 0) > 30, difference + " of " + met);
    }
  }

  private static Path file(int seed) {
    return folder.resolve(seed + ".csv");
  }

  private static void compare(
      int seed, Dialect dialect, List<List<String>> miller, Map<Difference, Integer> met) {
    Loaded<Reading> loaded = ours(seed, dialect);
    Frame frame = loaded.value().frame();
    List<Dialect.Row> rows = dialect.rows();
    String where = "seed " + seed + "\n" + new String(dialect.bytes(), StandardCharsets.UTF_8);
    assertEquals(rows.size() + 1, miller.size(), where);
    assertEquals(dialect.columns(), frame.names().size(), where);
    compare(miller.get(0), frame.names(), where, met);
    count(met, dialect.hasUnnamedColumn() ? Difference.UNNAMED_COLUMN : Difference.NONE);
    List<String> errors = new ArrayList<>();
    int row = 0;
    for (int r = 0; r < rows.size(); r++) {
      Dialect.Row record = rows.get(r);
      switch (record.kind()) {
        case BLANK -> {
          assertTrue(miller.get(r + 1).stream().allMatch(String::isBlank), where);
          count(met, Difference.BLANK_LINE);
        }
        case SHORT -> {
          errors.add("E201");
          count(met, Difference.SHORT_ROW);
        }
        case LONG -> {
          errors.add("E202");
          count(met, Difference.LONG_ROW);
        }
        case TRAILING, WHOLE -> {
          assertEquals(record.line(), frame.place(row, frame.names().get(0)).line(), where);
          compare(miller.get(r + 1), cells(frame, row++), where, met);
          boolean hasSurplus = record.kind() == Dialect.Kind.TRAILING;
          count(met, hasSurplus ? Difference.EMPTY_SURPLUS : Difference.NONE);
        }
      }
    }
    assertEquals(row, frame.rows(), where);
    assertEquals(
        errors,
        loaded.findings().stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(Finding::code)
            .toList(),
        where);
  }

  private static Loaded<Reading> ours(int seed, Dialect dialect) {
    Texts.Say say = new Texts.Say();
    say.profile = "plain";
    say.delimiter = String.valueOf(dialect.delimiter());
    say.headerLine = 1;
    say.footer = 0;
    byte[] bytes = switch (seed % 4) {
      case 0 -> dialect.bytes(StandardCharsets.UTF_8);
      case 1 -> dialect.bytes(StandardCharsets.UTF_16LE);
      case 2 -> dialect.bytes(StandardCharsets.UTF_16BE);
      default -> dialect.bytes();
    };
    return Ingest.read(new Input.OfBytes("f.csv", bytes), say.done(), Limits.DEFAULT);
  }

  private static List<String> cells(Frame frame, int row) {
    return frame.columns().stream().map(c -> ((TextColumn) c).get(row)).toList();
  }

  private static void compare(
      List<String> theirs, List<String> ours, String where, Map<Difference, Integer> met) {
    for (int c = 0; c < ours.size(); c++) {
      String their = theirs.get(c);
      String our = ours.get(c);
      Difference difference = Difference.NONE;
      if (!our.equals(their)) {
        their = Reader.trimmed(their);
        difference = Difference.BLANKS_AROUND;
      }
      if (!our.equals(their)) {
        our = our.replace("\r\n", "\n");
        difference = Difference.CR_LF_INSIDE;
      }
      assertEquals(their, our, where);
      count(met, difference);
    }
  }

  private static void count(Map<Difference, Integer> met, Difference difference) {
    met.merge(difference, 1, Integer::sum);
  }

  /**
   * @param theirs the cells of all records, the header first; none when Miller refuses
   * @param ours the same, and what is found
   */
  private record Broken(
      String text, List<List<String>> theirs, List<List<String>> ours, Set<String> findings) {}

  private static final List<Broken> BROKEN = List.of(
      // an open quote: Miller gives an empty cell and drops the rest of the file
      new Broken(
          "a;b\n1;\"open\n2;3\n",
          List.of(List.of("a", "b"), List.of("1", "")),
          List.of(List.of("a", "b"), List.of("2", "3")),
          Set.of("E203")),
      // text behind a closing quote: Miller empties the cell
      new Broken(
          "a;b\n1;\"x\"y\n2;3\n",
          List.of(List.of("a", "b"), List.of("1", ""), List.of("2", "3")),
          List.of(List.of("a", "b"), List.of("2", "3")),
          Set.of("E205")),
      // a quote inside a cell that is not quoted: Miller refuses the file when it is the first cell
      new Broken(
          "a;b\n5\" tre;2\n",
          List.of(),
          List.of(List.of("a", "b"), List.of("5\" tre", "2")),
          Set.of("W204")),
      // and empties the row from there on when it is another; a blank in front of a quote makes it
      // such a quote
      new Broken(
          "a;b;c\n1; \"q\";3\n",
          List.of(List.of("a", "b", "c"), List.of("1", "", "")),
          List.of(List.of("a", "b", "c"), List.of("1", "\"q\"", "3")),
          Set.of("W204", "N416")),
      // a lone CR is the line end of old Macs, for Miller a character
      new Broken(
          "a;b\r1;2\r",
          List.of(List.of("a", "b\r1", "2")),
          List.of(List.of("a", "b"), List.of("1", "2")),
          Set.of("W105")),
      // the same name twice: Miller calls the second b_2, and what follows may take the wrong one
      new Broken(
          "b;b\n1;2\n",
          List.of(List.of("b", "b"), List.of("1", "2")),
          List.of(List.of("b", "b_2"), List.of("1", "2")),
          Set.of("E301")),
      // spreadsheets are told the delimiter so; for Miller it is the header
      new Broken(
          "sep=;\na;b\n1;2\n",
          List.of(List.of("sep=", ""), List.of("a", "b"), List.of("1", "2")),
          List.of(List.of("a", "b"), List.of("1", "2")),
          Set.of()));

  @Test
  void brokenFilesAreNotReadInSilence() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        version.contains(" 6.6."), "written down for Miller 6.6, not " + version);
    for (Broken broken : BROKEN) {
      Path file = Files.writeString(folder.resolve("broken.csv"), broken.text);
      List<String> command = command(';');
      command.add(file.toString());
      assertEquals(
          broken.theirs,
          records(said(command)).getOrDefault(file.toString(), List.of()),
          broken.text);
      Texts.Say say = new Texts.Say();
      say.delimiter = ";";
      Loaded<Reading> loaded = Texts.read(broken.text, say.done());
      Frame frame = loaded.value().frame();
      List<List<String>> ours = new ArrayList<>(List.of(frame.names()));
      IntStream.range(0, frame.rows()).forEach(row -> ours.add(cells(frame, row)));
      assertEquals(broken.ours, ours, broken.text);
      assertEquals(
          broken.findings,
          Set.copyOf(loaded.findings().stream().map(Finding::code).toList()),
          broken.text);
    }
  }
}
