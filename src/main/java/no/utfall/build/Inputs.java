package no.utfall.build;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Order;

/** Paths of a project file as files on disk. */
final class Inputs {

  private static final Pattern WILD = Pattern.compile("[*?{\\[]");

  private final Path root;
  private final Function<String, Location> declared;
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  Inputs(Project project) {
    this.root = project.root();
    this.declared = project::place;
  }

  /**
   * A file.
   *
   * @param name below the project, with {@code /}
   * @param year what {@code {year}} stood for; empty when the path has none
   */
  record Found(String name, Path path, String year) {}

  /** One file that must be there. */
  Found one(String path) {
    Path file = root.resolve(path).normalize();
    if (!Files.isRegularFile(file)) {
      throw absent(path);
    }
    taken.add(name(file));
    return new Found(path, inside(path, file, path), "");
  }

  /** Whether it is the name of one file; brackets can be part of it. */
  private boolean isName(String pattern) {
    return !WILD.matcher(pattern).find()
        || pattern.indexOf('*') < 0
            && pattern.indexOf('?') < 0
            && Files.isRegularFile(root.resolve(pattern));
  }

  /** The files a pattern matches, at least one, in natural order of their names. */
  List<Found> all(String pattern) {
    if (isName(pattern)) {
      return List.of(one(pattern));
    }
    List<Found> found = find(pattern);
    if (found.isEmpty()) {
      throw absent(pattern);
    }
    found.forEach(one -> taken.add(one.name()));
    return found;
  }

  /** The names of the files that were given out, to be read. */
  Set<String> taken() {
    return Set.copyOf(taken);
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** As {@link #all}, and empty when there is none. */
  List<Found> find(String pattern) {
    String normal = Path.of(pattern.replace("*", "\u0001").replace("?", "\u0002"))
        .normalize()
        .toString()
        .replace("\u0001", "*")
        .replace("\u0002", "?")
        .replace('\\', '/');
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(ProjectPath.glob(normal));
    Pattern year = Pattern.compile(yearRegex(normal));
    Path ours = root.resolve(ProjectLock.FOLDER);
    List<Found> found = new ArrayList<>();
    int depth = normal.contains("**") ? Integer.MAX_VALUE : normal.split("/").length;
    try (Stream<Path> walk = Files.walk(root.resolve(fixedPart(normal)), depth)) {
      walk.filter(path -> !path.startsWith(ours) && Files.isRegularFile(path)).forEach(path -> {
        if (matcher.matches(root.relativize(path))) {
          String name = name(path);
          Matcher match = year.matcher(name);
          found.add(new Found(
              name,
              inside(name, path, pattern),
              match.matches() && match.groupCount() > 0 ? match.group(1) : ""));
        }
      });
    } catch (IOException e) {
      return List.of();
    }
    found.sort((a, b) -> Order.NATURAL.compare(a.name(), b.name()));
    return found;
  }

  /** The folders before the first wildcard. */
  private static String fixedPart(String pattern) {
    Matcher wild = WILD.matcher(pattern);
    String before = wild.find() ? pattern.substring(0, wild.start()) : pattern;
    return before.contains("/") ? before.substring(0, before.lastIndexOf('/')) : "";
  }

  private static String yearRegex(String pattern) {
    StringBuilder regex = new StringBuilder();
    boolean seen = false;
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.startsWith(ProjectPath.YEAR, i)) {
        regex.append(seen ? "\\1" : "([0-9]{4})");
        seen = true;
        i += ProjectPath.YEAR.length() - 1;
      } else if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        regex.append(pattern.charAt(i) == '*' ? ".*" : ".");
      } else {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      }
    }
    return regex.toString();
  }

  /** A link may not lead out of the project. */
  private Path inside(String name, Path file, String pattern) {
    try {
      if (file.toRealPath().startsWith(root.toRealPath())) {
        return file;
      }
    } catch (IOException e) {
      throw absent(pattern);
    }
    throw new Refusal(
        Fault.PROJECT_FILE,
        Finding.error(
            "E805",
            declared.apply(pattern),
            name,
            "'" + name + "' is a link out of the project folder",
            "copy the file into the project"));
  }

  private Refusal absent(String path) {
    return new Refusal(
        Fault.READ_WRITE,
        Finding.error(
            "E110",
            declared.apply(path),
            path,
            "there is no file '" + path + "'",
            "check the name; paths start at the project folder"));
  }
}
