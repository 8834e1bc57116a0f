package no.utfall.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.utfall.text.Text;

/** The list of every code a finding can carry: what it means, in words. */
public final class Codes {

  /** Codes that start with W and never stop anything: what they tell is certain and loses nothing. */
  private static final Set<String> TELLING = Set.of("W101", "W105", "W407", "W807");

  private Codes() {}

  /**
   * One code of the list.
   *
   * @param title what was found, in a few words
   * @param explanation why it matters and what to do, in English
   */
  public record Entry(String code, Severity severity, Text title, String explanation) {}

  public static Optional<Entry> find(String code) {
    return Optional.ofNullable(Listed.ENTRIES.get(code));
  }

  /** In the order of the list. */
  public static List<Entry> all() {
    return List.copyOf(Listed.ENTRIES.values());
  }

  /** The one severity of a code: E and D are errors, W warnings (four of them notes), N notes. */
  public static Severity severity(String code) {
    if (TELLING.contains(code)) {
      return Severity.NOTE;
    }
    return switch (code.charAt(0)) {
      case 'W' -> Severity.WARNING;
      case 'N' -> Severity.NOTE;
      default -> Severity.ERROR;
    };
  }

  private static final class Listed {
    static final Map<String, Entry> ENTRIES = read();

    private static Map<String, Entry> read() {
      Map<String, Entry> entries = new LinkedHashMap<>();
      try (InputStream in = Codes.class.getResourceAsStream("findings.tsv")) {
        if (in == null) {
          throw new IllegalStateException("findings.tsv is not in the program");
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] cells = line.split("\t", -1);
          Text title = Text.of(cells[1], cells[2], cells[3]);
          entries.put(cells[0], new Entry(cells[0], severity(cells[0]), title, cells[4]));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Collections.unmodifiableMap(entries);
    }
  }
}
