package no.utfall.method;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One option of a method: the same name on the command line ({@code --name}), in the project file and in the manual.
 *
 * @param type what the column holds, for {@code COLUMN} and {@code COLUMNS}
 * @param fallback the value when nothing is given; {@code null} when there is none
 * @param choices the words allowed, for {@code CHOICE} and {@code CHOICES}
 */
public record Option(
    String name,
    Kind kind,
    Type type,
    boolean required,
    @Nullable String fallback,
    List<String> choices,
    Text help) {

  /** How a value is written. Plural kinds are lists with commas. */
  public enum Kind {
    COLUMN,
    COLUMNS,
    NUMBER,
    NUMBERS,
    INTEGER,
    CHOICE,
    CHOICES,
    WORD,
    FLAG
  }

  public Option {
    choices = List.copyOf(choices);
  }

  /** A column with a role; {@link #needed()} makes it required. */
  public static Option column(String name, Type type, Text help) {
    return new Option(name, Kind.COLUMN, type, false, null, List.of(), help);
  }

  public static Option columns(String name, Type type, Text help) {
    return new Option(name, Kind.COLUMNS, type, false, null, List.of(), help);
  }

  public static Option choice(
      String name, @Nullable String fallback, List<String> choices, Text help) {
    return new Option(name, Kind.CHOICE, Type.TEXT, false, fallback, choices, help);
  }

  public static Option number(String name, @Nullable String fallback, Text help) {
    return new Option(name, Kind.NUMBER, Type.NUMBER, false, fallback, List.of(), help);
  }

  public static Option numbers(String name, @Nullable String fallback, Text help) {
    return new Option(name, Kind.NUMBERS, Type.NUMBER, false, fallback, List.of(), help);
  }

  public static Option integer(String name, @Nullable String fallback, Text help) {
    return new Option(name, Kind.INTEGER, Type.NUMBER, false, fallback, List.of(), help);
  }

  public static Option word(String name, @Nullable String fallback, Text help) {
    return new Option(name, Kind.WORD, Type.TEXT, false, fallback, List.of(), help);
  }

  /** One of these names, a file, or {@code col:COLUMN} with a column of this type. */
  public static Option table(
      String name, @Nullable String fallback, List<String> names, Type type, Text help) {
    return new Option(name, Kind.WORD, type, false, fallback, names, help);
  }

  public static Option flag(String name, Text help) {
    return new Option(name, Kind.FLAG, Type.TEXT, false, null, List.of(), help);
  }

  public Option needed() {
    return new Option(name, kind, type, true, fallback, choices, help);
  }

  public boolean isColumn() {
    return kind == Kind.COLUMN || kind == Kind.COLUMNS;
  }
}
