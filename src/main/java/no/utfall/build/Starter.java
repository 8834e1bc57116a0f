package no.utfall.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A first project that builds as it stands: an annotated project file and a little invented data. */
public final class Starter {

  private static final List<String> FILES = List.of(
      ProjectFile.NAME,
      "data/unge.csv",
      "data/regnskap.csv",
      "data/kpi.csv",
      "data/koder.csv",
      "data/tiltak.csv");

  private Starter() {}

  /** Its files: path below the new folder, to bytes. */
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : FILES) {
      try (InputStream in = Starter.class.getResourceAsStream("starter/" + name)) {
        if (in == null) {
          throw new IllegalStateException("starter/" + name + " is not in the program");
        }
        files.put(name, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Collections.unmodifiableMap(files);
  }
}
