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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Order;

/** Paths of a project file as files on disk. */
final class Inputs {

  private static final Pattern WILD = Pattern.compile("[*?{\\[]");
  private static final String YEAR = "{year}";

  private final Path root;
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  Inputs(Path root) {
    this.root = root;
  }

  /**
   * A file.
   *
   * @param name below the project, with {@code /}
   * @param year what {@code {year}} stood for; empty when the path has none
   */
  record Found(String name, Path path, String year) {}

  /** One file that must be there. */
  Found one(String path, Location declared) {
    Path file = root.resolve(path).normalize();
    if (!Files.isRegularFile(file)) {
      throw absent(path, declared);
    }
    taken.add(name(file));
    return new Found(path, inside(path, file, declared), "");
  }

  /** The files a pattern matches, at least one, in natural order of their names. */
  List<Found> all(String pattern, Location declared) {
    if (!WILD.matcher(pattern).find()) {
      return List.of(one(pattern, declared));
    }
    List<Found> found = find(pattern, declared);
    if (found.isEmpty()) {
      throw absent(pattern, declared);
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
  List<Found> find(String pattern, Location declared) {
    String normal = Path.of(pattern.replace("*", "\u0001").replace("?", "\u0002"))
        .normalize()
        .toString()
        .replace("\u0001", "*")
        .replace("\u0002", "?")
        .replace('\\', '/');
    PathMatcher matcher = matcher(pattern, normal, declared);
    Pattern year = Pattern.compile(yearRegex(normal));
    List<Found> found = new ArrayList<>();
    int depth = normal.contains("**") ? Integer.MAX_VALUE : normal.split("/").length;
    try (Stream<Path> walk = Files.walk(root.resolve(fixedPart(normal)), depth)) {
      walk.filter(Files::isRegularFile).forEach(path -> {
        if (matcher.matches(root.relativize(path))) {
          String name = name(path);
          Matcher match = year.matcher(name);
          found.add(new Found(
              name,
              inside(name, path, declared),
              match.matches() && match.groupCount() > 0 ? match.group(1) : ""));
        }
      });
    } catch (IOException e) {
      return List.of();
    }
    found.sort((a, b) -> Order.NATURAL.compare(a.name(), b.name()));
    return found;
  }

  private static PathMatcher matcher(String pattern, String normal, Location declared) {
    try {
      return FileSystems.getDefault()
          .getPathMatcher("glob:" + normal.replace(YEAR, "[0-9][0-9][0-9][0-9]"));
    } catch (PatternSyntaxException e) {
      throw new Refusal(
          Fault.PROJECT_FILE,
          Finding.error(
              "E808",
              declared,
              pattern,
              "'" + pattern + "' is not a pattern of file names",
              "close every [ and {; * stands for any letters, {year} for four digits"));
    }
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
      if (pattern.startsWith(YEAR, i)) {
        regex.append(seen ? "\\1" : "([0-9]{4})");
        seen = true;
        i += YEAR.length() - 1;
      } else if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        regex.append(pattern.charAt(i) == '*' ? ".*" : ".");
      } else {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      }
    }
    return regex.toString();
  }

  /** A link may not lead out of the project. */
  private Path inside(String name, Path file, Location declared) {
    try {
      if (file.toRealPath().startsWith(root.toRealPath())) {
        return file;
      }
    } catch (IOException e) {
      throw absent(name, declared);
    }
    throw new Refusal(
        Fault.PROJECT_FILE,
        Finding.error(
            "E805",
            declared,
            name,
            "'" + name + "' is a link out of the project folder",
            "copy the file into the project"));
  }

  private static Refusal absent(String path, Location declared) {
    return new Refusal(
        Fault.READ_WRITE,
        Finding.error(
            "E110",
            declared,
            path,
            "there is no file '" + path + "'",
            "check the name; paths start at the project folder"));
  }
}
