package no.utfall.build;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;

/** What may be written as the name of a file, or a pattern of names, in a project file. */
final class ProjectPath {

  /** In a path this stands for four digits. */
  static final String YEAR = "{year}";

  /** The time that a pattern of file names takes grows with the power of its wildcards. */
  private static final int MOST_WILDCARDS = 4;

  private static final Pattern CLOSED = Pattern.compile("\\[[^\\[\\]]+]|\\{[^{}]*}");
  private static final Pattern BRACKET = Pattern.compile("[\\[\\]{}]");

  private ProjectPath() {}

  /** What is wrong with it; nothing when it can be looked for. */
  static List<Finding> faults(String path, Location place) {
    List<Finding> faults = new ArrayList<>();
    if (leaves(path)) {
      faults.add(Finding.error(
          "E805",
          place,
          path,
          "path leaves the project folder",
          "move the file into the project folder and name it from there"));
    } else if (path.chars().filter(c -> c == '*').count() > MOST_WILDCARDS) {
      faults.add(Finding.error(
          "E808",
          place,
          path,
          "more than " + MOST_WILDCARDS + " wildcards in one path",
          "name the folder, and use one * for the rest of the file name"));
    } else if (!isPattern(path)) {
      faults.add(
          Finding.error(
              "E808",
              place,
              path,
              "'" + path + "' is not a pattern of file names",
              "close every [ and {, open every ] and }; * stands for any letters, {year} for four digits"));
    }
    return faults;
  }

  /** Whether a path is absolute, on a drive, or climbs above the folder it starts in. */
  static boolean leaves(String text) {
    String path = text.replace('\\', '/');
    if (path.startsWith("/")
        || path.startsWith("~")
        || path.matches("[A-Za-z]:.*")
        || path.indexOf('\0') >= 0) {
      return true;
    }
    try {
      return Path.of(path.replace("*", "_").replace("?", "_")).normalize().startsWith("..");
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private static boolean isPattern(String text) {
    try {
      FileSystems.getDefault().getPathMatcher(glob(text.replace('\\', '/')));
    } catch (PatternSyntaxException e) {
      return false;
    }
    return !BRACKET.matcher(CLOSED.matcher(text).replaceAll("")).find();
  }

  /** A path as a pattern of this file system. */
  static String glob(String path) {
    return "glob:" + path.replace(YEAR, "[0-9][0-9][0-9][0-9]");
  }
}
