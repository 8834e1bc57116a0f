package no.utfall.ingest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The text of many files that ship with the program beside this class. The class loader makes a URL and a connection for
 * each, which takes a millisecond a file at a start; a jar is therefore opened once, as the archive that it is.
 */
final class Shipped {

  private Shipped() {}

  /** In the order of the names, which are paths below the folder of this class. */
  static List<String> texts(List<String> names) throws IOException {
    List<String> texts = new ArrayList<>(names.size());
    File jar = jar();
    if (jar == null) {
      for (String name : names) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
          texts.add(text(in, name));
        }
      }
      return texts;
    }
    String folder = Shipped.class.getPackageName().replace('.', '/') + "/";
    try (ZipFile zip = new ZipFile(jar)) {
      for (String name : names) {
        ZipEntry entry = zip.getEntry(folder + name);
        try (InputStream in = entry == null ? null : zip.getInputStream(entry)) {
          texts.add(text(in, name));
        }
      }
    }
    return texts;
  }

  private static String text(@Nullable InputStream in, String name) throws IOException {
    if (in == null) {
      throw new IllegalStateException(name + " is not in the program");
    }
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The jar that this class was loaded from; none when it was loaded from a folder or from elsewhere. */
  private static @Nullable File jar() {
    CodeSource source = Shipped.class.getProtectionDomain().getCodeSource();
    if (source == null
        || source.getLocation() == null
        || !source.getLocation().getProtocol().equals("file")) {
      return null;
    }
    try {
      File place = new File(source.getLocation().toURI());
      return place.isFile() ? place : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
