package no.utfall.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.utfall.InProcess;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Input;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Reading;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {

  @TempDir
  Path folder;

  private static Loaded<Reading> read(Path file, Map<String, Type> types) {
    return Ingest.read(
        new Input.OfFile(String.valueOf(file.getFileName()), file),
        Declared.nothing().withTypes(types),
        Limits.DEFAULT);
  }

  private Path written(String name, Frame frame) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Parquet.write(frame.columns(), out);
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  /** A file as another program might write it: the engine's own words for the types. */
  private Path foreign(String select) throws SQLException, IOException {
    try (Engine engine = Engine.open(Room.standard(), null)) {
      Path made = engine.own("made");
      engine.run("COPY (" + select + ") TO " + Engine.text(made.toString()) + " (FORMAT parquet)");
      return Files.copy(made, folder.resolve("foreign.parquet"));
    }
  }

  private static List<String> cells(Frame frame, String column) {
    List<String> cells = new ArrayList<>();
    for (int row = 0; row < frame.rows(); row++) {
      cells.add(frame.text(column).get(row));
    }
    return cells;
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    double[] numbers = {0.1, -0.0, 1e-300, 1.7976931348623157e308, 123456789.123, 3, 0};
    String[] texts = {"0301", "", "a\tb", "\"q\"", "line\nbreak", "=1+1", "blåbær, ½"};
    NumberColumn.Builder number = NumberColumn.builder("tall; \"x\"");
    for (int i = 0; i < numbers.length - 1; i++) {
      number.add(numbers[i]);
    }
    number.addSuppressed(1, 4);
    Frame frame = Frame.of(TextColumn.of("kode", texts), number.build());

    Loaded<Reading> loaded =
        read(written("a.parquet", frame), Map.of("kode", Type.TEXT, "tall; \"x\"", Type.NUMBER));

    Frame again = loaded.value().frame();
    assertFalse(loaded.hasErrors(), loaded.findings().toString());
    assertEquals(List.of(texts), cells(again, "kode"));
    NumberColumn back = again.number("tall; \"x\"");
    for (int i = 0; i < numbers.length - 1; i++) {
      assertEquals(numbers[i] + 0.0, back.value(i) + 0.0, "row " + i);
    }
    assertEquals(Status.MISSING, back.status(numbers.length - 1), "no number is no number");
  }

  @Test
  void csvToParquetAndBackIsTheSameTable() throws IOException {
    Path csv = Files.writeString(
        folder.resolve("a.csv"), "kommune,aar,antall\n0301,2023,7\n1103,2023,\n0301,2024,12.5\n");
    InProcess utfall = new InProcess();
    List<String> there = List.of("tidy", "a.csv", "--unit", "kommune", "--period", "aar");
    String wanted = utfall.run(folder, there).out();
    assertEquals(
        0,
        utfall
            .run(
                folder,
                Stream.concat(there.stream(), Stream.of("-o", "b.parquet")).toList())
            .exit());
    assertTrue(Parquet.isParquet(folder.resolve("b.parquet")), "the ending of -o decides");
    Map<String, Type> types = Map.of("value", Type.NUMBER);
    Files.writeString(csv, wanted);
    Frame fromCsv = read(csv, types).value().frame();
    Frame fromParquet = read(folder.resolve("b.parquet"), types).value().frame();
    assertEquals(fromCsv.names(), fromParquet.names());
    for (String name : fromCsv.names()) {
      if (name.equals("value")) {
        assertArrayEquals(
            fromCsv.number(name).values(), fromParquet.number(name).values());
      } else {
        assertEquals(cells(fromCsv, name), cells(fromParquet, name));
      }
    }
    assertEquals("0301", fromParquet.text("unit").get(0));
  }

  @Test
  void theSameTableIsTheSameBytes() throws IOException {
    TextColumn.Builder text = TextColumn.builder("t");
    NumberColumn.Builder number = NumberColumn.builder("x");
    for (int i = 0; i < 5_000; i++) {
      text.add(i % 7 == 0 ? "" : "k" + i % 357);
      number.add(i / 3.0);
    }
    Frame frame = Frame.of(text.build(), number.build());
    assertArrayEquals(
        Files.readAllBytes(written("a.parquet", frame)),
        Files.readAllBytes(written("b.parquet", frame)));
  }

  @Test
  void aColumnAloneKeepsItsBlankRows() throws IOException {
    Frame frame = Frame.of(TextColumn.of("a", "x", "", "y"));
    Frame again = read(written("a.parquet", frame), Map.of()).value().frame();
    assertEquals(List.of("x", "", "y"), cells(again, "a"));
  }

  @Test
  void everyTypeHasOneTextForm() throws SQLException, IOException {
    Path file = foreign("""
        SELECT 301::INTEGER AS kode, 2024.0::DOUBLE AS aar, 0.1::FLOAT AS liten, 12.50::DECIMAL(9,2) AS kr,
          true AS ja, DATE '2024-02-29' AS dag, TIMESTAMP '2024-02-29 00:00:00' AS midnatt,
          TIMESTAMP '2024-02-29 13:45:00' AS tid, TIMESTAMPTZ '2024-02-29 13:45:00+01' AS sone,
          NULL::VARCHAR AS tom, [1, 2] AS liste, {'a': 1} AS post
        """);
    Loaded<Reading> loaded = read(file, Map.of("kr", Type.NUMBER, "ja", Type.COUNT));
    Frame frame = loaded.value().frame();
    assertEquals(
        List.of("kode", "aar", "liten", "kr", "ja", "dag", "midnatt", "tid", "sone", "tom"),
        frame.names());
    assertEquals("301", frame.text("kode").get(0));
    assertEquals("2024", frame.text("aar").get(0));
    assertEquals("0.1", frame.text("liten").get(0));
    assertEquals(12.5, frame.number("kr").value(0));
    assertEquals(1, frame.number("ja").value(0));
    assertEquals("2024-02-29", frame.text("dag").get(0));
    assertEquals("2024-02-29", frame.text("midnatt").get(0));
    assertEquals("2024-02-29T13:45:00", frame.text("tid").get(0));
    assertEquals("2024-02-29T12:45:00+00", frame.text("sone").get(0));
    assertEquals("", frame.text("tom").get(0));
    assertEquals(List.of("W217"), codes(loaded.findings()));
    assertEquals("true", read(file, Map.of()).value().frame().text("ja").get(0));
  }

  @Test
  void codesStoredAsNumbersAreTold() throws SQLException, IOException {
    Path file = foreign("SELECT unnest([301, 1103, 4601]) AS kommune, unnest([9, 10, 8]) AS alder");
    Map<String, Type> keys = Map.of("kommune", Type.TEXT, "alder", Type.TEXT);
    List<Finding> findings = read(file, keys).findings();
    assertEquals(List.of("W519"), codes(findings));
    assertEquals("kommune", findings.get(0).value());
  }

  @Test
  void aFileNameIsNeverReadAsAnythingElse() throws IOException {
    Frame frame = Frame.of(TextColumn.of("a", "1"));
    Path odd = written("år=2024 o'[x]*? \"y\";--.parquet", frame);
    written("år=2024 o'[x]zz \"y\";--.parquet", Frame.of(TextColumn.of("a", "2")));
    Frame read = read(odd, Map.of()).value().frame();
    assertEquals(List.of("a"), read.names());
    assertEquals(List.of("1"), cells(read, "a"));
  }

  @Test
  void damagedFilesAndPipesAreRefused() throws IOException {
    Path file = written("a.parquet", Frame.of(TextColumn.of("a", "1")));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    InProcess utfall = new InProcess(whole, Map.of());
    var damaged = utfall.run(folder, List.of("check", "a.parquet"));
    assertEquals(4, damaged.exit(), damaged.err());
    assertTrue(damaged.err().contains("E119"), damaged.err());
    var piped = utfall.run(folder, List.of("check", "-"));
    assertEquals(4, piped.exit());
    assertTrue((piped.out() + piped.err()).contains("E119"), piped.err());
  }

  @Test
  void theEngineReadsItsInputAndNothingElse() throws IOException, SQLException {
    Path input = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    Path other = Files.writeString(folder.resolve("b.csv"), "a\n1\n");
    Path own;
    try (Engine engine = Engine.open(Room.standard(), input)) {
      own = engine.own("x");
      assertEquals(1, engine.<Integer>query("SELECT * FROM read_csv(" + engine.input() + ")", r -> {
        r.next();
        return r.getInt(1);
      }));
      for (String forbidden : List.of(
          "SELECT * FROM read_text(" + Engine.text(other.toString()) + ")",
          "COPY (SELECT 1) TO " + Engine.text(folder.resolve("c.csv").toString()),
          "ATTACH " + Engine.text(folder.resolve("d.db").toString()),
          "INSTALL httpfs",
          "LOAD httpfs",
          "SET threads = 3",
          "SET enable_external_access = true",
          "SELECT * FROM read_csv('https://example.org/a.csv')")) {
        assertThrows(SQLException.class, () -> engine.run(forbidden), forbidden);
      }
    }
    assertFalse(Files.exists(own.getParent()), "the folder of the engine is gone");
  }

  @Test
  void whatDoesNotFitIntoMemoryIsWrittenAside() throws SQLException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Engine engine = Engine.open(new Room(2, 48, temporary), null)) {
      String groups = "SELECT i, i || 'x' AS t, count(*) FROM range(2000000) r(i) GROUP BY ALL";
      long counted = engine.query("SELECT count(*) FROM (" + groups + ")", rows -> {
        rows.next();
        return rows.getLong(1);
      });
      assertEquals(2_000_000, counted);
    }
  }

  @Test
  void otherCommandsDoNotLoadIt() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.csv"), "kommune,antall,unge\n0301,1,10\n");
    Process run = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout",
            "-cp",
            System.getProperty("java.class.path"),
            "no.utfall.cli.Main",
            "proportion",
            "a.csv",
            "--by",
            "kommune",
            "--count",
            "antall",
            "--population",
            "unge")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String loaded = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, run.waitFor(), loaded);
    assertTrue(loaded.contains("no.utfall.engine.Parquet "), "the class that knows the magic");
    assertFalse(loaded.contains("no.utfall.engine.Library"), "the engine was loaded");
    assertFalse(loaded.contains("org.duckdb"), "the engine was loaded");
  }
}
