package no.utfall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.cli.Main;
import no.utfall.figure.Column;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Input;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Reading;
import no.utfall.problem.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of a corpus (and of the shared folders where they are) through the commands that read files, each with
 * bounded time and memory, an exit that is not our fault, and nothing written by halves.
 *
 * <pre>
 * scripts/test --slow -Dtest=FuzzTest                                    100 000 files through the commands, 50 000 to the readers
 * scripts/test --slow -Dtest=FuzzTest -Dutfall.fuzz.minutes=10           ten minutes each instead
 * scripts/test --slow -Dtest=FuzzTest -Dutfall.fuzz.from=1000000         other seeds, from this one on
 * scripts/test --slow -Dtest=FuzzTest -Dutfall.fuzz.seed=N               one file again
 * </pre>
 *
 * The seeds that were run are printed; a failure names its own.
 */
class FuzzTest {

  private static final Path CORPUS = Path.of("src/test/resources/no/utfall/fuzz");
  private static final long SECONDS = 5;
  private static final long BYTES = 512L << 20;
  private static final int LARGEST_SEED = 1 << 16;

  private static final List<String> NUMERALS = List.of(
      "12",
      "-5",
      "0",
      "−7",
      "12,5",
      "0.125",
      "1.234",
      "1,234",
      "1 234,5",
      "1\u00a0234\u202f567",
      "1.234.567,25",
      "1'234.5",
      "1e3",
      "1,5E-2",
      "9007199254740993",
      "0,1234567890123456789",
      ".5",
      "5.",
      ":",
      "..",
      "*");

  @TempDir
  Path folder;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static List<byte[]> seeds(Path below, Set<String> ends) throws IOException {
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(below)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (ends.contains(name.substring(name.lastIndexOf('.') + 1))
            && Files.size(file) <= LARGEST_SEED
            && Files.size(file) > 0) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static List<byte[]> tables() throws IOException {
    Path shared = Path.of(System.getProperty("utfall.shared", "../shared"));
    Set<String> ends = Set.of("csv", "tsv", "txt", "px", "json", "xlsx", "zip", "gz");
    List<byte[]> seeds = new ArrayList<>(seeds(CORPUS, ends));
    seeds.add(workbook());
    seeds.add(workbook());
    seeds.addAll(seeds(shared.resolve("bad-input"), ends));
    seeds.addAll(seeds(shared.resolve("data"), ends));
    return seeds;
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "x", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Ark1");
      List<List<Object>> rows = List.of(
          List.of("kommune", "aar", "antall"),
          List.of("0301", 2023, 12.5),
          List.of("1103", 2023, "a"));
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Object cell = rows.get(r).get(c);
          if (cell instanceof Number number) {
            sheet.value(r, c, number);
          } else {
            sheet.value(r, c, String.valueOf(cell));
          }
        }
      }
    }
    return out.toByteArray();
  }

  private interface One {
    void run(long seed) throws IOException;
  }

  private static void many(int files, One one) throws IOException {
    String seed = System.getProperty("utfall.fuzz.seed");
    if (seed != null) {
      one.run(Long.parseLong(seed));
      return;
    }
    for (int n = 0; n < files; n++) {
      one.run(n);
    }
  }

  /** So many files, or as many as there is time for. */
  private static void asLongAs(int files, TestReporter reporter, One one) throws IOException {
    if (System.getProperty("utfall.fuzz.seed") != null) {
      many(1, one);
      return;
    }
    String minutes = System.getProperty("utfall.fuzz.minutes");
    long until =
        System.nanoTime() + Long.parseLong(minutes == null ? "0" : minutes) * 60_000_000_000L;
    long first = Long.getLong("utfall.fuzz.from", 0);
    long seed = first;
    while (minutes == null ? seed < first + files : System.nanoTime() < until) {
      one.run(seed++);
    }
    reporter.publishEntry("seeds", first + " to " + (seed - 1));
  }

  @Test
  void aFewHundredDamagedFiles() throws IOException {
    List<byte[]> tables = tables();
    List<byte[]> projects = seeds(CORPUS, Set.of("yaml"));
    many(400, seed -> table(tables, seed));
    many(150, seed -> project(projects, seed));
    many(2_000, seed -> cells(tables, seed));
  }

  @Test
  @Tag("slow")
  void aHundredThousandDamagedFiles(TestReporter reporter) throws IOException {
    List<byte[]> tables = tables();
    List<byte[]> projects = new ArrayList<>(seeds(CORPUS, Set.of("yaml")));
    Path shared = Path.of(System.getProperty("utfall.shared", "../shared"));
    projects.addAll(seeds(shared.resolve("bad-input"), Set.of("yaml")));
    asLongAs(100_000, reporter, seed -> {
      if (seed % 5 == 4) {
        project(projects, seed);
      } else if (seed % 5 == 3) {
        cells(tables, seed);
      } else {
        table(tables, seed);
      }
    });
  }

  @Test
  void aFewHundredTextsOfOneReader() throws IOException {
    many(600, readers());
  }

  @Test
  @Tag("slow")
  void fiftyThousandTextsOfOneReader(TestReporter reporter) throws IOException {
    asLongAs(50_000, reporter, readers());
  }

  /** Each reader told what it is given, so that damage to the first bytes does not keep the rest away from it. */
  private One readers() throws IOException {
    List<byte[]> px = seeds(CORPUS, Set.of("px"));
    List<byte[]> cubes = seeds(CORPUS, Set.of("json"));
    List<byte[]> delimited = seeds(CORPUS, Set.of("csv", "tsv"));
    List<byte[]> numerals =
        List.of(("n\n" + String.join("\n", NUMERALS)).getBytes(StandardCharsets.UTF_8));
    List<byte[]> projects = seeds(CORPUS, Set.of("yaml"));
    return seed -> {
      switch ((int) (seed % 5)) {
        case 0 -> read(px, "px", seed);
        case 1 -> read(cubes, "json-stat", seed);
        case 2 -> read(delimited, "plain", seed);
        case 3 -> read(numerals, "plain", seed);
        default -> project(projects, seed);
      }
    };
  }

  private void read(List<byte[]> corpus, String profile, long seed) {
    byte[] bytes = new Mutator(corpus, seed).next();
    List<String> decimals = Arrays.asList(null, ",", ".");
    Declared declared = new Declared(
        profile,
        null,
        null,
        decimals.get((int) (seed / 5 % 3)),
        null,
        0,
        0,
        -1,
        null,
        List.of(),
        Map.of("*", List.of(1.0, 4.0)),
        List.of("-"),
        Map.of("n", Type.NUMBER, "antall", Type.COUNT, "value", Type.NUMBER),
        Map.of(),
        List.of());
    measured(seed, profile, () -> {
      try {
        Reading reading =
            Ingest.read(new Input.OfBytes("f", bytes), declared, Limits.DEFAULT).value();
        reading.frame().columns().forEach(column -> finite(column, seed));
      } catch (Refusal refusal) {
        assertTrue(refusal.findings().size() > 0);
      }
      return 0;
    });
  }

  private static void finite(Column column, long seed) {
    if (column instanceof NumberColumn numbers) {
      for (int row = 0; row < numbers.size(); row++) {
        assertTrue(
            !numbers.isKnown(row) || Double.isFinite(numbers.value(row)),
            numbers.name() + " in row " + row + ", seed " + seed);
      }
    }
  }

  private void table(List<byte[]> corpus, long seed) throws IOException {
    byte[] bytes = new Mutator(corpus, seed).next();
    Path file = folder.resolve("f.csv");
    Files.write(file, bytes);
    Path out = folder.resolve("out.csv");
    List<String> command = switch ((int) (seed % 3)) {
      case 0 -> List.of("check", file.toString(), "-f", "json", "--rejects", out.toString());
      case 1 -> List.of("tidy", file.toString(), "-o", out.toString());
      default -> List.of("inspect", file.toString());
    };
    run(command, seed);
    whole(out, seed);
    Files.delete(file);
    assertEquals(Set.of(), names(folder), "left behind by " + command + ", seed " + seed);
  }

  private void project(List<byte[]> corpus, long seed) throws IOException {
    Path project = Files.createDirectories(folder.resolve("p"));
    Path data = Files.createDirectories(project.resolve("data"));
    Files.writeString(
        data.resolve("a.csv"),
        "kommune;aar;antall;nevner\n0301;2023;12;709037\n1103;2023;:;148682\n");
    Files.write(project.resolve("utfall.yaml"), new Mutator(corpus, seed).next());
    run(List.of("check", "-p", project.toString(), "-f", "json"), seed);
    assertEquals(Set.of("data", "utfall.yaml"), names(project), "seed " + seed);
  }

  /** The reader with columns of numbers, keys and wide columns declared at random. */
  private void cells(List<byte[]> corpus, long seed) {
    byte[] bytes = new Mutator(corpus, seed).next();
    Declared declared = Declared.nothing()
        .withTypes(Map.of(
            "antall", Type.COUNT, "nevner", Type.SIZE, "rate", Type.NUMBER, "value", Type.NUMBER))
        .withKey(seed % 2 == 0 ? List.of("kommune", "aar") : List.of());
    measured(seed, "read", () -> {
      try {
        Ingest.read(new Input.OfBytes("f", bytes), declared, Limits.DEFAULT);
      } catch (Refusal refusal) {
        assertTrue(refusal.findings().size() > 0);
      }
      return 0;
    });
  }

  private interface Run {
    int exit() throws IOException;
  }

  private void run(List<String> command, long seed) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = measured(
        seed,
        command.toString(),
        () -> Main.run(
            command,
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            err,
            Map.of()));
    if (exit < 0 || exit > 7) {
      fail("exit " + exit + " of " + command + ", seed " + seed + "\n"
          + err.toString(StandardCharsets.UTF_8));
    }
  }

  private int measured(long seed, String what, Run run) {
    long id = Thread.currentThread().getId();
    long cpu = threads.getThreadCpuTime(id);
    long allocated = threads.getThreadAllocatedBytes(id);
    int exit = 0;
    try {
      exit = run.exit();
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(what + ", seed " + seed, e);
    }
    long seconds = (threads.getThreadCpuTime(id) - cpu) / 1_000_000_000L;
    assertTrue(seconds < SECONDS, what + " took " + seconds + " s, seed " + seed);
    long bytes = threads.getThreadAllocatedBytes(id) - allocated;
    assertTrue(bytes < BYTES, what + " took " + bytes + " bytes, seed " + seed);
    return exit;
  }

  private static void whole(Path out, long seed) throws IOException {
    if (Files.exists(out)) {
      byte[] bytes = Files.readAllBytes(out);
      assertTrue(bytes.length == 0 || bytes[bytes.length - 1] == '\n', "half a file, seed " + seed);
      Files.delete(out);
    }
  }

  private static Set<String> names(Path below) throws IOException {
    try (Stream<Path> files = Files.list(below)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("p"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
