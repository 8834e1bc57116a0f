package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.utfall.CommandLine;
import no.utfall.InProcess;
import no.utfall.catalog.Catalog;
import no.utfall.problem.Fault;
import no.utfall.text.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build is made again unless everything it is made of, and everything it wrote, stands as the last one left it. */
class LastBuildTest {

  @TempDir
  Path dir;

  private Path root;

  @BeforeEach
  void start() throws IOException {
    root = starter("project");
  }

  private Path starter(String name) throws IOException {
    Path folder = dir.resolve(name);
    for (Map.Entry<String, byte[]> file : Starter.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private Outcome build(String program, boolean cache) {
    return Build.run(
        ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value(),
        Catalog::method,
        new Build.Options(2, "0.1.0", () -> 0L, program, cache),
        Progress.SILENT);
  }

  private Outcome build() {
    return build("this", true);
  }

  private void noPeriodBeforeTheStart() throws IOException {
    Files.writeString(root.resolve("data/tiltak.csv"), "kommune;oppstart\n0102;2018\n");
  }

  private Path kept() {
    return root.resolve(".utfall/cache/build");
  }

  private void append(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.writeString(path, Files.readString(path) + text);
  }

  private Map<String, String> written() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root.resolve("out"))) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Digests.of(path));
      }
    }
    return files;
  }

  /** Everything but whether it was made. */
  private static void assertSaysTheSame(Outcome first, Outcome second) {
    assertEquals(first.findings(), second.findings());
    assertEquals(first.told().counts(), second.told().counts());
    Outcome toldAsSecond = new Outcome(
        first.nodes(),
        second.told(),
        first.ledgers(),
        first.dir(),
        first.files(),
        first.fault(),
        first.headline(),
        first.unchanged());
    assertEquals(toldAsSecond.upToDate(), second.upToDate());
  }

  @Test
  void aSecondBuildMakesNothingAndSaysTheSame() throws IOException {
    Outcome first = build();
    assertFalse(first.unchanged());
    Map<String, String> before = written();
    Outcome second = build();
    assertTrue(second.unchanged());
    assertSaysTheSame(first, second);
    assertEquals(before, written());
    assertTrue(before.keySet().stream().noneMatch(name -> name.contains(".utfall/")));
  }

  @Test
  void aChangedByteOfAnInputIsSeenWhateverItsTime() throws IOException {
    build();
    Path data = root.resolve("data/unge.csv");
    var time = Files.getLastModifiedTime(data);
    byte[] bytes = Files.readAllBytes(data);
    int digit = new String(bytes, StandardCharsets.UTF_8).lastIndexOf('1');
    bytes[digit] = '2';
    Files.write(data, bytes);
    Files.setLastModifiedTime(data, time);
    assertFalse(build().unchanged());
    assertTrue(build().unchanged());
  }

  @Test
  void aChangedProjectFileIsSeen() throws IOException {
    build();
    append("utfall.yaml", "# a remark\n");
    assertFalse(build().unchanged());
    assertTrue(build().unchanged());
  }

  @Test
  void aFileThatJoinsOrLeavesAPatternIsSeen() throws IOException {
    Path data = root.resolve("data/unge.csv");
    List<String> lines = Files.readAllLines(data);
    Files.delete(data);
    Files.write(root.resolve("data/unge_a.csv"), lines.subList(0, lines.size() - 1));
    Path file = root.resolve("utfall.yaml");
    Files.writeString(file, Files.readString(file).replace("data/unge.csv", "data/unge_*.csv"));
    Outcome first = build();
    assertTrue(build().unchanged());
    Path more = root.resolve("data/unge_b.csv");
    Files.write(more, List.of(lines.get(0), lines.get(lines.size() - 1)));
    assertFalse(build().unchanged());
    Files.delete(more);
    Outcome last = build();
    assertFalse(last.unchanged());
    assertSaysTheSame(first, last);
    assertTrue(build().unchanged());
  }

  @Test
  void editedDeletedAndAddedOutputsAreMadeAgain() throws IOException {
    build();
    Map<String, String> before = written();
    append("out/2024/main.csv", "x");
    assertFalse(build().unchanged());
    Files.delete(root.resolve("out/2024/page.nb.html"));
    assertFalse(build().unchanged());
    Files.writeString(root.resolve("out/2024/extra.txt"), "not ours");
    assertFalse(build().unchanged());
    Files.delete(root.resolve("out/2024").resolve(OutputFolder.MARKER));
    Files.createSymbolicLink(root.resolve("out/2024").resolve(OutputFolder.MARKER), root);
    assertFalse(build().unchanged());
    assertTrue(build().unchanged());
    assertEquals(before, written());
  }

  @Test
  void anotherProgramAndNoCacheBuildEverything() {
    build();
    assertFalse(build("other", true).unchanged());
    assertFalse(build("this", true).unchanged());
    assertFalse(build("this", false).unchanged());
    assertTrue(build().unchanged());
  }

  /** Cut anywhere, any byte altered, of another form, or nonsense: never believed, never a failure. */
  @Test
  void aTornOrAlteredCacheIsNotBelieved() throws IOException {
    build();
    Project project =
        ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value();
    Graph graph = Graph.of(project);
    byte[] whole = Files.readAllBytes(kept());
    assertTrue(LastBuild.read(project, graph).isPresent());
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(kept(), i % 2 == 0 ? bytes : Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertEquals(Optional.empty(), LastBuild.read(project, graph));
    }
    byte[] foreign = "utfall build 99 \u0000\u0001".getBytes(StandardCharsets.UTF_8);
    Files.writeString(kept(), new String(foreign, StandardCharsets.UTF_8) + Digests.of(foreign));
    assertEquals(Optional.empty(), LastBuild.read(project, graph));
    assertFalse(build().unchanged());
    assertTrue(build().unchanged());
  }

  @Test
  void theCacheOfAnotherProjectIsNotBelieved() throws IOException {
    build();
    byte[] other = Files.readAllBytes(kept());
    append("data/unge.csv", "\n");
    build();
    Files.write(kept(), other);
    assertFalse(build().unchanged());
  }

  @Test
  void aMovedProjectIsStillUpToDate() throws IOException {
    build();
    Path moved = dir.resolve("andre mappe æøå");
    Files.move(root, moved);
    root = moved;
    assertTrue(build().unchanged());
  }

  /** An analysis that is not possible ends with 5, and does so again, in the same words. */
  @Test
  void whatWasNotPossibleIsSaidAgain() throws IOException {
    noPeriodBeforeTheStart();
    Outcome first = build();
    assertEquals(Optional.of(Fault.ANALYSIS), first.fault());
    assertFalse(first.findings().isEmpty());
    Outcome second = build();
    assertTrue(second.unchanged());
    assertSaysTheSame(first, second);
  }

  /** Data that cannot be used leave nothing to keep: they are read and told of each time. */
  @Test
  void aFaultInTheDataIsNeverKept() throws IOException {
    build();
    append("data/unge.csv", "0101;not a year;1;2\n");
    assertEquals(Optional.of(Fault.INPUT_DATA), build().fault());
    Outcome again = build();
    assertEquals(Optional.of(Fault.INPUT_DATA), again.fault());
    assertFalse(again.unchanged());
  }

  @Test
  void theCommandSaysSoAndRepeatsFindingsHeadlineAndExitInTheLanguageAsked() throws IOException {
    noPeriodBeforeTheStart();
    InProcess utfall = new InProcess();
    CommandLine.Outcome first = utfall.run(dir, List.of("build", "-p", "project", "--lang", "nb"));
    CommandLine.Outcome second = utfall.run(dir, List.of("build", "-p", "project", "--lang", "nb"));
    assertEquals(5, first.exit());
    assertEquals(5, second.exit());
    assertTrue(second.err().contains("nothing has changed; "), second.err());
    assertEquals(spoken(first.err()), spoken(second.err()));
    CommandLine.Outcome nynorsk =
        utfall.run(dir, List.of("build", "-p", "project", "--lang", "nn"));
    assertTrue(nynorsk.err().contains("nothing has changed; "), nynorsk.err());
    CommandLine.Outcome made = utfall.run(dir, List.of("build", "-p", "project", "--no-cache"));
    assertTrue(made.err().contains("wrote "), made.err());
    assertEquals("", second.out());
  }

  /** Without the lines of nodes and times. */
  private static List<String> spoken(String err) {
    return err.lines()
        .filter(line -> !line.startsWith("  ok ")
            && !line.startsWith("  warn")
            && !line.startsWith("  failed")
            && !line.startsWith("wrote ")
            && !line.startsWith("nothing has changed")
            && !line.startsWith("done in "))
        .toList();
  }
}
