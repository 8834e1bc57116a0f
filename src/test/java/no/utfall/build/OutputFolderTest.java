package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever moment a swap is stopped at, the next start finds the old or the new, never half. */
class OutputFolderTest {

  @TempDir
  Path dir;

  private Path target;
  private OutputFolder folder;

  @BeforeEach
  void begin() {
    target = dir.resolve("out/2024");
    folder = new OutputFolder(target);
  }

  private static Map<String, byte[]> files(String text) {
    return Map.of(
        "a.csv",
        text.getBytes(StandardCharsets.UTF_8),
        "sub/b.csv",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> list = Files.list(dir.resolve("out"))) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  @Test
  void theNewReplacesTheOldAndNothingIsLeftBeside() throws IOException {
    folder.replace(files("old"));
    folder.replace(Map.of("c.csv", new byte[] {1}));
    assertFalse(Files.exists(target.resolve("a.csv")));
    assertTrue(Files.exists(target.resolve("c.csv")));
    assertEquals(List.of("2024"), beside());
  }

  @Test
  void stoppedWhileWritingLeavesTheOld() throws IOException {
    folder.replace(files("old"));
    Path fresh = dir.resolve("out/.2024.utfall-new");
    Files.createDirectories(fresh);
    Files.writeString(fresh.resolve("a.csv"), "ha");
    folder.recover();
    assertEquals("old", Files.readString(target.resolve("a.csv")));
    assertEquals(List.of("2024"), beside());
  }

  @Test
  void stoppedBetweenTheRenamesBecomesTheNew() throws IOException {
    folder.replace(files("new"));
    Files.move(target, dir.resolve("out/.2024.utfall-new"));
    copy(dir.resolve("out/.2024.utfall-new"), dir.resolve("out/.2024.utfall-old"));
    Files.writeString(dir.resolve("out/.2024.utfall-old/a.csv"), "old");
    folder.recover();
    assertEquals("new", Files.readString(target.resolve("a.csv")));
    assertEquals(List.of("2024"), beside());
  }

  @Test
  void stoppedWithTheOldAsideAndNothingNewGetsTheOldBack() throws IOException {
    folder.replace(files("old"));
    Files.move(target, dir.resolve("out/.2024.utfall-old"));
    folder.recover();
    assertEquals("old", Files.readString(target.resolve("a.csv")));
    assertEquals(List.of("2024"), beside());
  }

  @Test
  void stoppedBeforeTheOldIsSweptKeepsTheNew() throws IOException {
    folder.replace(files("new"));
    copy(target, dir.resolve("out/.2024.utfall-old"));
    folder.recover();
    assertEquals("new", Files.readString(target.resolve("a.csv")));
    assertEquals(List.of("2024"), beside());
  }

  @Test
  void whatIsNotOursIsNotTouched() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.docx"), "x");
    Refusal refusal = assertThrows(Refusal.class, folder::check);
    assertEquals(Fault.READ_WRITE, refusal.fault());
    assertEquals("x", Files.readString(target.resolve("thesis.docx")));
    Files.delete(target.resolve("thesis.docx"));
    folder.check();
    folder.replace(files("new"));
    folder.check();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
    Files.createDirectories(target.getParent());
    Files.writeString(target, "x");
    assertThrows(Refusal.class, folder::check);
  }

  @Test
  void oneRunAtATime() {
    ProjectLock first = ProjectLock.take(dir);
    Refusal refusal = assertThrows(Refusal.class, () -> ProjectLock.take(dir));
    assertEquals(Fault.READ_WRITE, refusal.fault());
    assertEquals("the project is in use by another run", refusal.getMessage());
    first.close();
    ProjectLock.take(dir).close();
  }
}
