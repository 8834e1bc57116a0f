package no.utfall;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line inside this virtual machine. Its working folder is always the machine's own, so arguments that name
 * files below the wanted folder are made absolute before the call, and the folder's name is taken out of what was said.
 */
public final class InProcess implements CommandLine {

  /** Options whose value is a path, whether or not anything stands there yet. */
  private static final Set<String> PATHS = Set.of("-o", "--output", "-p", "--project", "--chart");

  private final byte[] standardInput;
  private final Map<String, String> environment;

  public InProcess() {
    this(new byte[0], Map.of());
  }

  public InProcess(byte[] standardInput, Map<String, String> environment) {
    this.standardInput = standardInput.clone();
    this.environment = Map.copyOf(environment);
  }

  public static boolean isHere() {
    return InProcess.class.getResource("/no/utfall/cli/Main.class") != null;
  }

  @Override
  public Outcome run(Path workingFolder, List<String> arguments) {
    Path folder = workingFolder.toAbsolutePath().normalize();
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = call(absolute(folder, arguments), new ByteArrayInputStream(standardInput), out, err);
    return new Outcome(exit, relative(folder, out), relative(folder, err));
  }

  private int call(List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
    try {
      Method run = Class.forName("no.utfall.cli.Main")
          .getMethod(
              "run",
              List.class,
              InputStream.class,
              OutputStream.class,
              OutputStream.class,
              Map.class);
      return (int) run.invoke(null, arguments, in, out, err, environment);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("utfall " + String.join(" ", arguments), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there is no command line to run", e);
    }
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
