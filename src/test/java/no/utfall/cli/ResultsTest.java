package no.utfall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  @TempDir
  Path folder;

  @BeforeEach
  void hasPermissions() {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX");
  }

  @Test
  void aNewFileMayBeReadByThoseWhoMayReadAnyNewFile() throws IOException {
    Path other = Files.write(folder.resolve("other"), new byte[] {1});
    Path output = folder.resolve("out.csv");
    Results.replace(output, new byte[] {1});
    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(output));
    assertEquals(List.of("other", "out.csv"), names());
  }

  @Test
  void aReplacedFileMayBeReadByThoseWhoMightBefore() throws IOException {
    Set<PosixFilePermission> shared = PosixFilePermissions.fromString("rw-rw-r-x");
    Path output = Files.write(folder.resolve("utfall.yaml"), new byte[] {1});
    Files.setPosixFilePermissions(output, shared);
    Results.replace(output, new byte[] {2, 3});
    assertEquals(shared, Files.getPosixFilePermissions(output));
    assertEquals(2, Files.size(output));
    assertEquals(List.of("utfall.yaml"), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
