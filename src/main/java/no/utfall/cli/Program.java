package no.utfall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files;
      try (Stream<Path> walk = Files.walk(place)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      byte[] part = new byte[1 << 16];
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          for (int n = in.read(part); n >= 0; n = in.read(part)) {
            digest.update(part, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
