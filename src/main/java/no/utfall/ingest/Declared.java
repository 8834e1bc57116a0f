package no.utfall.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of a file; everything left {@code null} or empty is recognised or refused, never guessed.
 *
 * @param profile a publisher's profile, such as {@code ssb}
 * @param encoding such as {@code windows-1252}
 * @param delimiter one character
 * @param decimal {@code ","} or {@code "."}
 * @param thousands the separator of thousands, such as {@code " "} or {@code "."}
 * @param headerLine the physical line on which the header starts, from 1; 0 when not declared
 * @param headerLines how many stacked header rows there are, 1 to 4; 0 when not declared
 * @param footer how many lines at the end are not data; −1 when not declared
 * @param sheet of a workbook
 * @param missing signs of a missing number
 * @param suppressed signs of a hidden number with its lowest and highest value
 * @param zero signs of a true zero
 * @param types what the columns hold, by their name in the frame; all others are text
 * @param wide names of columns that hold one period each, with the placeholder {@code {year}} (or another word in
 *     braces), and the column their cells go to; the placeholder becomes a text column of its name
 * @param key columns that identify a row; duplicates of a key are found
 */
public record Declared(
    @Nullable String profile,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String decimal,
    @Nullable String thousands,
    int headerLine,
    int headerLines,
    int footer,
    @Nullable String sheet,
    List<String> missing,
    Map<String, List<Double>> suppressed,
    List<String> zero,
    Map<String, Type> types,
    Map<String, String> wide,
    List<String> key) {

  private static final Declared NOTHING = new Declared(
      null, null, null, null, null, 0, 0, -1, null, List.of(), Map.of(), List.of(), Map.of(),
      Map.of(), List.of());

  public Declared {
    missing = List.copyOf(missing);
    suppressed = Map.copyOf(suppressed);
    zero = List.copyOf(zero);
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    wide = Collections.unmodifiableMap(new LinkedHashMap<>(wide));
    key = List.copyOf(key);
  }

  public static Declared nothing() {
    return NOTHING;
  }

  /** Whether the profile is a file of the user's own, and not an id. */
  public boolean hasProfileFile() {
    return profile != null && profile.endsWith(Profile.FILE_END);
  }

  /** With another profile, such as the same file by its whole path. */
  public Declared withProfile(String other) {
    return new Declared(
        other,
        encoding,
        delimiter,
        decimal,
        thousands,
        headerLine,
        headerLines,
        footer,
        sheet,
        missing,
        suppressed,
        zero,
        types,
        wide,
        key);
  }

  public Declared withTypes(Map<String, Type> held) {
    return with(held, wide, key);
  }

  public Declared withKey(List<String> columns) {
    return with(types, wide, columns);
  }

  public Declared withWide(Map<String, String> patterns) {
    return with(types, patterns, key);
  }

  private Declared with(
      Map<String, Type> held, Map<String, String> patterns, List<String> columns) {
    return new Declared(
        profile,
        encoding,
        delimiter,
        decimal,
        thousands,
        headerLine,
        headerLines,
        footer,
        sheet,
        missing,
        suppressed,
        zero,
        held,
        patterns,
        columns);
  }
}
