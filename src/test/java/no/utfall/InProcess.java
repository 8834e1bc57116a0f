package no.utfall;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.cli.Main;

/**
 * The command line inside this virtual machine. Its working folder is always the machine's own, so arguments that name
 * files below the wanted folder are made absolute before the call, and the folder's name is taken out of what was said.
 */
public final class InProcess implements CommandLine {

  /** Options whose value is a path, whether or not anything stands there yet. */
  private static final Set<String> PATHS = Set.of(
      "--rejects", "-o", "--output", "-p", "--project", "--chart", "--datapackage", "--ledger");

  private final byte[] standardInput;
  private final Map<String, String> environment;

  public InProcess() {
    this(new byte[0], Map.of());
  }

  public InProcess(byte[] standardInput, Map<String, String> environment) {
    this.standardInput = standardInput.clone();
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Outcome run(Path workingFolder, List<String> arguments) {
    Path folder = workingFolder.toAbsolutePath().normalize();
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Main.run(
        absolute(folder, arguments),
        new ByteArrayInputStream(standardInput),
        out,
        err,
        environment);
    return new Outcome(exit, relative(folder, out), relative(folder, err));
  }

  static List<String> absolute(Path folder, List<String> arguments) {
    List<String> found = new ArrayList<>();
    boolean path = false;
    for (String argument : arguments) {
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      String value = argument.substring(equals + 1);
      boolean names = path
          || (equals > 0 && PATHS.contains(argument.substring(0, equals)))
          || isFile(folder, value);
      found.add(
          names ? argument.substring(0, equals + 1) + folder.resolve(value).normalize() : argument);
      path = PATHS.contains(argument);
    }
    return found;
  }

  private static boolean isFile(Path folder, String name) {
    try {
      return !name.isEmpty() && Files.isRegularFile(folder.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String relative(Path folder, ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace(folder + "/", "")
        .replace(folder.toString(), ".");
  }
}
