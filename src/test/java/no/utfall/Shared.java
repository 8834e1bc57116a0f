package no.utfall;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference numbers and real exports that lie beside the project; tests that need them are skipped by name without. */
public final class Shared {

  private Shared() {}

  /** A file or folder below {@code -Dutfall.shared=DIR} (default {@code ../shared}); the test is skipped without it. */
  public static Path require(String below) {
    Path path = Path.of(System.getProperty("utfall.shared", "../shared")).resolve(below);
    Assumptions.assumeTrue(Files.exists(path), "needs " + path + ", which is not here");
    return path;
  }
}
