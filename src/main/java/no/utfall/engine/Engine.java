package no.utfall.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One database in memory, locked before it reads: no network, no extensions, no file but the input and those in a
 * folder of its own. The input is linked into that folder under a fixed name, so that no character of its own name can
 * mean anything.
 */
final class Engine implements AutoCloseable {

  private static final String INPUT = "input";

  private final Path folder;
  private final Connection connection;

  private Engine(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /** Reads the rows of a result. */
  interface Rows<T> {
    T of(ResultSet rows) throws SQLException;
  }

  /**
   * Starts the engine.
   *
   * @param input the one file it may read; {@code null} for none
   * @throws Refusal when its library or its temporary folder cannot be used
   */
  static Engine open(Room room, @Nullable Path input) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory(room.temporary(), "utfall-").toRealPath();
      List<String> allowed = new ArrayList<>();
      if (input != null) {
        Path real = input.toRealPath();
        Files.createSymbolicLink(folder.resolve(INPUT), real);
        allowed.add(text(real.toString()));
      }
      Connection connection = Library.driver().connect("jdbc:duckdb:", new Properties());
      Engine engine = new Engine(folder, connection);
      for (String setting : settings(room, folder, allowed)) {
        engine.run("SET " + setting);
      }
      return engine;
    } catch (IOException | SQLException | IllegalStateException e) {
      remove(folder);
      throw new Refusal(
          Fault.READ_WRITE,
          Finding.error(
              "E123",
              Location.ofFile("engine"),
              "",
              "the embedded engine cannot start: "
                  + (e instanceof IOException
                      ? "no temporary folder in " + room.temporary()
                      : firstLine(e)),
              "it needs DuckDB in lib, and a folder for temporary files that can be written"));
    }
  }

  private static List<String> settings(Room room, Path folder, List<String> allowed) {
    String own = text(folder.toString());
    return List.of(
        "threads = " + room.threads(),
        "memory_limit = " + text(room.memory() + "MiB"),
        "temp_directory = " + text(folder.resolve("spill").toString()),
        "preserve_insertion_order = true",
        "TimeZone = 'UTC'",
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "allow_community_extensions = false",
        "allow_persistent_secrets = false",
        "allowed_directories = [" + own + "]",
        "allowed_paths = [" + String.join(", ", allowed) + "]",
        "enable_external_access = false",
        "lock_configuration = true");
  }

  /** The input, as a literal of SQL. */
  String input() {
    return text(folder.resolve(INPUT).toString());
  }

  /** A file of the engine's own folder. */
  Path own(String name) {
    return folder.resolve(name);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> T query(String sql, Rows<T> rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return rows.of(result);
    }
  }

  /** A text as a literal of SQL. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name of SQL. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What the engine says, without the excerpts of data that may follow. */
  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the engine does not close", e);
    } finally {
      remove(folder);
    }
  }

  private static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> paths = new ArrayList<>(inside.toList());
      for (int i = paths.size() - 1; i >= 0; i--) {
        Files.deleteIfExists(paths.get(i));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the temporary folder " + folder + " cannot be removed", e);
    }
  }
}
