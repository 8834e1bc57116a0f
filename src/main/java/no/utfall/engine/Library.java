package no.utfall.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Driver;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The classes and the native code of DuckDB, loaded once and apart from the program's own.
 *
 * <p>Its driver unpacks 70 MB into the temporary folder at every start and leaves them there when a process is halted.
 * Here the native code is taken from the folder beside the library that the launcher fills, or else unpacked and
 * deleted as soon as it is loaded.
 */
final class Library extends URLClassLoader {

  private static final String NATIVE = "duckdb_java";
  private static final String DRIVER = "org.duckdb.DuckDBDriver";

  private final Path jar;
  private @Nullable Path unpacked;

  private Library(URL url) throws URISyntaxException {
    super(new URL[] {url}, ClassLoader.getPlatformClassLoader());
    this.jar = Path.of(url.toURI());
  }

  /** The driver, or why there is none. */
  private record Started(@Nullable Driver driver, String why) {}

  private static final class Once {
    static final Started STARTED = start();

    /** The loader lives as long as the process: its native code cannot be loaded twice. */
    @SuppressWarnings("resource")
    private static Started start() {
      try {
        String entry = DRIVER.replace('.', '/') + ".class";
        URL found = Library.class.getClassLoader().getResource(entry);
        if (found == null) {
          return new Started(null, "its library is not in lib");
        }
        String inside = found.toString();
        String jar = inside.substring("jar:".length(), inside.indexOf("!/"));
        Library library = new Library(URI.create(jar).toURL());
        try {
          Class.forName("org.duckdb.DuckDBNative", true, library);
        } finally {
          library.cleanUp();
        }
        Class<?> driver = Class.forName(DRIVER, true, library);
        return new Started((Driver) driver.getDeclaredConstructor().newInstance(), "");
      } catch (ReflectiveOperationException | IOException | URISyntaxException | LinkageError e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new Started(null, String.valueOf(cause.getMessage()));
      }
    }
  }

  /**
   * The driver of the engine.
   *
   * @throws IllegalStateException when it cannot be loaded; the message says why
   */
  static Driver driver() {
    Driver driver = Once.STARTED.driver();
    if (driver == null) {
      throw new IllegalStateException(Once.STARTED.why());
    }
    return driver;
  }

  /** Hides the packed native code, so that the driver asks for it by name. */
  @Override
  public @Nullable URL findResource(String name) {
    return name.startsWith("lib" + NATIVE) ? null : super.findResource(name);
  }

  @Override
  protected @Nullable String findLibrary(String name) {
    if (!name.equals(NATIVE)) {
      return null;
    }
    String file = "lib" + NATIVE + ".so_" + platform();
    String folder = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
    Path beside = jar.resolveSibling(folder).resolve(file);
    if (Files.isReadable(beside)) {
      return beside.toString();
    }
    try (InputStream packed = packed(file)) {
      Path own = Files.createTempFile("utfall-engine-", ".so");
      unpacked = own;
      Files.copy(packed, own, StandardCopyOption.REPLACE_EXISTING);
      return own.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream packed(String file) throws IOException {
    URL packed = super.findResource(file);
    if (packed == null) {
      throw new IOException("there is no engine for " + platform());
    }
    return packed.openStream();
  }

  /** Native code that is loaded no longer needs its file, except where the system holds on to it. */
  private void cleanUp() throws IOException {
    Path own = unpacked;
    if (own != null && !platform().startsWith("windows")) {
      Files.deleteIfExists(own);
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : "linux";
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    return system + "_" + (arm ? "arm64" : "amd64");
  }
}
