package no.utfall.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;
import no.utfall.text.Digests;

/** Which program this is: what a build that was kept has to come from to be believed. */
final class Program {

  private Program() {}

  /**
   * The digest of our own code, whose manifest names the libraries by version, and the virtual machine, by which the
   * pixels of a picture may differ. Empty when it cannot be told where the code came from.
   */
  static String identity() throws IOException {
    String code = code();
    return code.isEmpty()
        ? ""
        : code + ", " + System.getProperty("java.vm.name") + " "
            + System.getProperty("java.vm.version") + ", " + System.getProperty("os.arch");
  }

  private static String code() throws IOException {
    CodeSource source = Program.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "";
    }
    try {
      return digest(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return "";
    }
  }

  /** Of a jar, or of every file in a folder of classes. */
  private static String digest(Path place) throws IOException {
    try (Stream<Path> walk = Files.walk(place)) {
      return Digests.of(walk.filter(Files::isRegularFile).sorted().toList());
    }
  }
}
