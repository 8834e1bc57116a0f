package no.utfall.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import no.utfall.figure.Status;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * How one publisher writes files, as data: one resource file each, {@code key: value} lines. Evidence is
 * {@code evidence: LINE REGEX => sentence}, LINE a number from 1, {@code *} for any of the first lines, {@code name}
 * for the file name, {@code encoding}, or {@code json} for the start of a JSON document. A user may write a file of
 * this kind as well and name it in the place of an id.
 */
final class Profile {

  /** How many pieces of evidence must agree before a profile is taken without being named. */
  static final int ENOUGH = 2;

  static final int LINES_SEEN = 12;

  private static final List<String> FILES = List.of(
      "plain",
      "utfall",
      "utfall-json",
      "ssb",
      "ssb-long",
      "imdi",
      "udir",
      "fhi",
      "fhi-semicolon",
      "fhi-cube",
      "wonder",
      "wdi",
      "wdi-databank",
      "owid",
      "klass",
      "klass-changes",
      "klass-correspondence",
      "klass-change-log",
      "klass-json",
      "klass-json-version",
      "klass-json-changes",
      "klass-json-correspondence",
      "kostra",
      "ssb-excel",
      "eurostat",
      "eurostat-comma",
      "sdmx-csv",
      "sdmx-csv-2",
      "kolada",
      "kolada-kpi",
      "kolada-units",
      "kolada-json",
      "kolada-json-kpi",
      "kolada-json-units",
      "nav",
      "superweb",
      "px",
      "json-stat",
      "json",
      "fingertips",
      "saipe",
      "statbank-dk",
      "sotkanet",
      "kids-count",
      "chr");

  static final String FILE_END = ".profile";

  private static final Set<String> KEYS = Set.of(
      "id",
      "title",
      "encoding",
      "encoding-from",
      "delimiter",
      "decimal",
      "thousands",
      "header-line",
      "header-lines-while-blank",
      "header-strip",
      "first-name-below",
      "footer-from",
      "footer-from-blank",
      "short-rows",
      "sentences",
      "split",
      "split-columns",
      "key-column",
      "code",
      "code-columns",
      "rename",
      "rename-to",
      "subject-from-name",
      "list",
      "changes",
      "units",
      "levels",
      "low",
      "high",
      "form",
      "rows",
      "more");

  /** The keys that hold a pattern, and how many groups it needs. */
  private static final Map<String, Integer> PATTERNS = Map.ofEntries(
      Map.entry("encoding-from", 1),
      Map.entry("header-strip", 0),
      Map.entry("split", 2),
      Map.entry("split-columns", 0),
      Map.entry("key-column", 1),
      Map.entry("code", 1),
      Map.entry("code-columns", 0),
      Map.entry("rename", 0),
      Map.entry("subject-from-name", 1),
      Map.entry("changes", 1),
      Map.entry("low", 0),
      Map.entry("high", 0));

  private static final Pattern WHERE =
      Pattern.compile("name|encoding|json|\\*|[1-9]|1[0-" + LINES_SEEN % 10 + "]");

  private record Evidence(String where, Expression shape, String sentence) {}

  /** A remark in another column of the row: which column, what it says, and what that means for the numbers. */
  record Remark(Pattern column, Pattern cell, Standing standing) {}

  private record Role(Pattern column, String role) {}

  private record Width(Pattern column, int digits) {}

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final Map<String, Sign> signs = new LinkedHashMap<>();
  private final Map<Character, Standing> letters = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<Width> widths = new ArrayList<>();

  /** What it was read from. */
  private final String text;

  private Profile(String text) {
    this.text = text;
  }

  static Profile plain() {
    return All.PLAIN;
  }

  static List<String> ids() {
    return All.PROFILES.stream().map(Profile::id).distinct().toList();
  }

  /** The profiles of this id: a publisher may have several shapes of file. None when there is no such id. */
  static List<Profile> of(String id) {
    return id.endsWith(FILE_END)
        ? List.of(ofFile(id))
        : All.PROFILES.stream()
            .filter(p -> p.id().equals(id))
            .map(Profile::whole)
            .toList();
  }

  /** The profiles by which a file can be known, with their id, title and evidence only. */
  static List<Profile> recognisable() {
    return All.PROFILES;
  }

  /** This profile with all that it says. */
  Profile whole() {
    Profile profile = new Profile(text);
    text.lines().forEach(profile::putLine);
    return profile;
  }

  String id() {
    return values.getOrDefault("id", "");
  }

  String title() {
    return values.getOrDefault("title", id());
  }

  @Nullable String find(String key) {
    return values.get(key);
  }

  Optional<Pattern> pattern(String key) {
    return Optional.ofNullable(values.get(key)).map(Pattern::compile);
  }

  boolean is(String key) {
    return "yes".equals(values.get(key));
  }

  int number(String key) {
    String value = values.get(key);
    return value == null || !value.matches("\\d{1,6}") ? 0 : Integer.parseInt(value);
  }

  Map<String, Sign> signs() {
    return signs;
  }

  /** What a letter after a number says of it. */
  Map<Character, Standing> letters() {
    return letters;
  }

  List<Remark> remarks() {
    return remarks;
  }

  /** The role of a column, when the publisher always gives it that one. */
  Optional<String> role(String column) {
    return roles.stream()
        .filter(r -> r.column.matcher(column).find())
        .findFirst()
        .map(Role::role);
  }

  /** How many digits the codes of a column have, where the publisher leaves out leading zeros; 0 when it does not. */
  int width(String column) {
    return widths.stream()
        .filter(w -> w.column.matcher(column).find())
        .findFirst()
        .map(Width::digits)
        .orElse(0);
  }

  /** How many pieces of evidence there could be. */
  int pieces() {
    return evidence.size();
  }

  /** The new name of a column whose name fits {@code rename}; {@code $1} is the first group of that. */
  String renameTo() {
    return values.getOrDefault("rename-to", "");
  }

  boolean isPlain() {
    return id().equals("plain");
  }

  /** Whether it says how a file is written and nothing of what its columns are. */
  boolean isOfNobody() {
    return isPlain() || id().equals("json");
  }

  /** The pieces of evidence that this file gives, one sentence each. */
  List<String> seenIn(String[] lines, String json, String name, String encoding) {
    List<String> seen = new ArrayList<>();
    for (Evidence piece : evidence) {
      boolean fits = switch (piece.where) {
        case "name" -> piece.shape.finds(name);
        case "encoding" -> piece.shape.finds(encoding);
        case "json" -> !json.isEmpty() && piece.shape.finds(json);
        case "*" -> {
          boolean any = false;
          for (String line : lines) {
            any |= piece.shape.finds(line);
          }
          yield any;
        }
        default -> {
          int line = Integer.parseInt(piece.where);
          yield line <= lines.length && piece.shape.finds(lines[line - 1]);
        }
      };
      if (fits) {
        seen.add(piece.sentence);
      }
    }
    return seen;
  }

  /** Only what is needed to recognise a file. */
  private static Profile skimmed(String text) {
    Profile profile = new Profile(text);
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (text.startsWith("evidence: ", from)
          || text.startsWith("id: ", from)
          || text.startsWith("title: ", from)) {
        profile.putLine(text.substring(from, end));
      }
      from = end + 1;
    }
    return profile;
  }

  /** A profile that the user wrote; a {@link Refusal} names the line that is not understood. */
  private static Profile ofFile(String name) {
    String text = new String(
        Source.bytes(new Input.OfFile(name, Path.of(name)), Limits.DEFAULT),
        StandardCharsets.UTF_8);
    Profile profile = new Profile(text);
    int[] line = {0};
    text.lines().forEach(written -> {
      line[0]++;
      try {
        profile.putLine(written);
        profile.check();
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new Refusal(
            Fault.INPUT_DATA,
            Finding.error(
                    "E113",
                    Location.ofLine(name, line[0]),
                    written,
                    "the line is not understood" + why(e),
                    "write KEY: VALUE as in the manual page on profiles")
                .withExcerpt(Excerpt.of(written, 1)));
      }
    });
    profile.values.putIfAbsent("id", String.valueOf(Path.of(name).getFileName()));
    return profile;
  }

  /** Whether what was put can be used; a built-in profile is known to be. */
  private void check() {
    for (Evidence piece : evidence) {
      piece.shape.pattern();
      if (!WHERE.matcher(piece.where).matches()) {
        throw new IllegalArgumentException("'" + piece.where
            + "' is no place of evidence: name, encoding, json, * or a line from 1 to "
            + LINES_SEEN);
      }
    }
    PATTERNS.forEach((key, groups) -> pattern(key).ifPresent(pattern -> {
      if (pattern.matcher("").groupCount() < groups) {
        throw new IllegalArgumentException(
            "the pattern needs " + groups + (groups == 1 ? " group" : " groups") + " in ( )");
      }
    }));
    pattern("rename").ifPresent(this::checkRename);
  }

  /** Whether the name may hold the groups that it asks for: tried on a text that any pattern meets with none of them. */
  private void checkRename(Pattern rename) {
    Matcher matcher = Pattern.compile("|" + rename.pattern()).matcher("");
    matcher.matches();
    try {
      matcher.appendReplacement(new StringBuilder(), renameTo());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "'" + renameTo()
              + "' in rename-to asks for a group that the pattern of rename does not have",
          e);
    }
  }

  private static String why(RuntimeException e) {
    return e instanceof PatternSyntaxException pattern
        ? ": " + pattern.getDescription() + " in the pattern"
        : e instanceof IllegalArgumentException && e.getMessage() != null
            ? ": " + e.getMessage()
            : "";
  }

  private void putLine(String line) {
    if (!line.isBlank() && !line.startsWith("#")) {
      int colon = line.indexOf(": ");
      put(line.substring(0, colon), line.substring(colon + 2).strip());
    }
  }

  private void put(String key, String value) {
    switch (key) {
      case "evidence" -> {
        int space = value.indexOf(' ');
        int arrow = value.indexOf(" => ");
        Expression shape = new Expression(value.substring(space + 1, arrow));
        evidence.add(new Evidence(value.substring(0, space), shape, value.substring(arrow + 4)));
      }
      case "suppressed" -> {
        String[] parts = value.split(" (?=[0-9])", -1);
        signs.put(
            parts[0],
            parts.length == 3
                ? Sign.suppressed(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]))
                : Sign.suppressed(Double.NaN, Double.NaN));
      }
      case "missing" -> signs.put(value, Sign.of(Status.MISSING));
      case "not-applicable" -> signs.put(value, Sign.of(Status.NOT_APPLICABLE));
      case "not-calculated" -> signs.put(value, Sign.of(Status.NOT_CALCULATED));
      case "unreliable" -> signs.put(value, Sign.unreliable());
      case "zero" -> signs.put(value, Sign.zero());
      case "letter" -> {
        String[] parts = parts(value, 2);
        letters.put(parts[0].charAt(0), standing(parts[1]));
      }
      case "remark" -> {
        String[] parts = parts(value, 3);
        remarks.add(
            new Remark(Pattern.compile(parts[0]), Pattern.compile(parts[1]), standing(parts[2])));
      }
      case "role" -> {
        String[] parts = parts(value, 2);
        roles.add(new Role(Pattern.compile(parts[0]), parts[1]));
      }
      case "width" -> {
        String[] parts = parts(value, 2);
        widths.add(new Width(Pattern.compile(parts[0]), Integer.parseInt(parts[1])));
      }
      default -> {
        if (!KEYS.contains(key)) {
          throw new IllegalArgumentException("there is no key '" + key + "'"
              + Nearest.to(key, KEYS).map(n -> "; did you mean '" + n + "'?").orElse(""));
        }
        values.put(key, value);
      }
    }
  }

  private static String[] parts(String value, int wanted) {
    String[] parts = value.split(" => ", -1);
    if (parts.length != wanted) {
      throw new IllegalArgumentException(wanted + " parts with ' => ' between them are needed");
    }
    return parts;
  }

  private static Standing standing(String word) {
    Standing standing = Standing.of(word);
    if (standing == null) {
      throw new IllegalArgumentException(
          "'" + word + "' is none of " + String.join(", ", Standing.words()));
    }
    return standing;
  }

  private static final class All {
    static final List<Profile> PROFILES = read();
    static final Profile PLAIN = PROFILES.get(0).whole();

    private static List<Profile> read() {
      List<String> names = new ArrayList<>();
      for (String file : FILES) {
        names.add("profiles/" + file + FILE_END);
      }
      List<Profile> profiles = new ArrayList<>();
      try {
        for (String text : Shipped.texts(names)) {
          profiles.add(skimmed(text));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return profiles;
    }
  }
}
