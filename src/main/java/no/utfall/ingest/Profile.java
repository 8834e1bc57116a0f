package no.utfall.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.utfall.figure.Status;
import org.jspecify.annotations.Nullable;

/**
 * How one publisher writes files, as data: one resource file each, {@code key: value} lines. Evidence is
 * {@code evidence: LINE REGEX => sentence}, LINE a number from 1, {@code *} for any of the first lines, {@code name}
 * for the file name or {@code encoding}.
 */
final class Profile {

  /** How many pieces of evidence must agree before a profile is taken without being named. */
  static final int ENOUGH = 2;

  static final int LINES_SEEN = 12;

  private static final List<String> FILES = List.of(
      "plain",
      "ssb",
      "ssb-long",
      "imdi",
      "udir",
      "fhi",
      "wonder",
      "wdi",
      "owid",
      "klass",
      "klass-changes");

  private record Evidence(String where, Pattern pattern, String sentence) {}

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final Map<String, Sign> signs = new LinkedHashMap<>();

  private Profile() {}

  static Profile plain() {
    return All.PROFILES.get(0);
  }

  static List<String> ids() {
    return All.PROFILES.stream().map(Profile::id).distinct().toList();
  }

  /** The profiles of this id: a publisher may have several shapes of file. */
  static List<Profile> of(String id) {
    return All.PROFILES.stream().filter(p -> p.id().equals(id)).toList();
  }

  static List<Profile> recognisable() {
    return All.PROFILES.stream().filter(p -> !p.evidence.isEmpty()).toList();
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
    return value == null ? 0 : Integer.parseInt(value);
  }

  Map<String, Sign> signs() {
    return signs;
  }

  boolean isPlain() {
    return id().equals("plain");
  }

  /** The pieces of evidence that this file gives, one sentence each. */
  List<String> seenIn(String[] lines, String name, String encoding) {
    List<String> seen = new ArrayList<>();
    for (Evidence piece : evidence) {
      boolean fits = switch (piece.where) {
        case "name" -> piece.pattern.matcher(name).find();
        case "encoding" -> piece.pattern.matcher(encoding).find();
        case "*" -> {
          boolean any = false;
          for (String line : lines) {
            any |= piece.pattern.matcher(line).find();
          }
          yield any;
        }
        default -> {
          int line = Integer.parseInt(piece.where);
          yield line <= lines.length && piece.pattern.matcher(lines[line - 1]).find();
        }
      };
      if (fits) {
        seen.add(piece.sentence);
      }
    }
    return seen;
  }

  private static Profile read(String file) {
    Profile profile = new Profile();
    try (InputStream in = Profile.class.getResourceAsStream("profiles/" + file + ".profile")) {
      if (in == null) {
        throw new IllegalStateException("profile " + file + " is not in the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int colon = line.indexOf(": ");
          profile.put(line.substring(0, colon), line.substring(colon + 2).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return profile;
  }

  private void put(String key, String value) {
    switch (key) {
      case "evidence" -> {
        int space = value.indexOf(' ');
        int arrow = value.indexOf(" => ");
        Pattern pattern = Pattern.compile(value.substring(space + 1, arrow));
        evidence.add(new Evidence(value.substring(0, space), pattern, value.substring(arrow + 4)));
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
      default -> values.put(key, value);
    }
  }

  private static final class All {
    static final List<Profile> PROFILES = FILES.stream().map(Profile::read).toList();
  }
}
