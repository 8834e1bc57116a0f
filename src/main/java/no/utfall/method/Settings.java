package no.utfall.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;
import no.utfall.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The options of one run, checked against the card: what stands here can be used as it is. */
public final class Settings {

  /**
   * One option that cannot be used.
   *
   * @param option its name without dashes
   */
  public record Fault(String option, String message, String fix) {}

  /** Every fault of the options at once. */
  public static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Fault> faults;

    Invalid(List<Fault> faults) {
      super(faults.get(0).message());
      this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  private static final String OF_COLUMN = "col:";

  private final Card card;
  private final Map<String, String> values;
  private final Map<String, Frame> tables;

  private Settings(Card card, Map<String, String> values, Map<String, Frame> tables) {
    this.card = card;
    this.values = values;
    this.tables = tables;
  }

  /**
   * Checks names, words and numbers.
   *
   * @param given option name without dashes to its text; lists with commas; a flag has the text {@code true}
   * @throws Invalid with every fault
   */
  public static Settings of(Card card, Map<String, String> given) {
    List<Fault> faults = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    List<String> names = card.options().stream().map(Option::name).toList();
    given.forEach((name, text) -> {
      Optional<Option> option = card.option(name);
      if (option.isEmpty()) {
        faults.add(
            new Fault(name, card.id() + " has no option '" + name + "'", didYouMean(name, names)));
      } else {
        check(option.get(), text).ifPresentOrElse(faults::add, () -> values.put(name, text));
      }
    });
    for (Option option : card.options()) {
      String fallback = option.fallback();
      if (!given.containsKey(option.name())) {
        if (fallback != null) {
          values.put(option.name(), fallback);
        } else if (option.required()) {
          String fix = option.isColumn()
              ? "name the column: --" + option.name() + " COLUMN"
              : "give it a value";
          faults.add(new Fault(option.name(), card.id() + " needs --" + option.name(), fix));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new Settings(card, values, Map.of());
  }

  private static String didYouMean(String word, List<String> words) {
    return Nearest.to(word, words)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("one of: " + String.join(" ", words));
  }

  private static Optional<Fault> check(Option option, String text) {
    String name = option.name();
    switch (option.kind()) {
      case NUMBER, NUMBERS, INTEGER -> {
        for (String part : option.kind() == Option.Kind.NUMBERS ? parts(text) : List.of(text)) {
          if (!isNumber(part, option.kind() == Option.Kind.INTEGER)) {
            String kind = option.kind() == Option.Kind.INTEGER ? "a whole number" : "a number";
            return Optional.of(
                new Fault(name, "--" + name + ": '" + part + "' is not " + kind, "write " + kind));
          }
        }
      }
      case CHOICE, CHOICES -> {
        for (String part : option.kind() == Option.Kind.CHOICES ? parts(text) : List.of(text)) {
          if (!option.choices().contains(part)) {
            return Optional.of(new Fault(
                name,
                "--" + name + ": '" + part + "' is not a choice",
                didYouMean(part, option.choices())));
          }
        }
      }
      case COLUMN, COLUMNS, WORD, FLAG -> {
        if (text.isEmpty()) {
          return Optional.of(
              new Fault(name, "--" + name + " is empty", "give it a value, or leave it out"));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String text, boolean whole) {
    try {
      double number = Double.parseDouble(text);
      return text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
          && Double.isFinite(number)
          && (!whole || (number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static List<String> parts(String text) {
    return List.of(text.split("\\s*,\\s*"));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The text of an option that is required or has a fallback. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          card.id() + ": option " + name + " has no value and no fallback");
    }
    return value;
  }

  public @Nullable String textOrNull(String name) {
    return values.get(name);
  }

  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  public int integer(String name) {
    return (int) Double.parseDouble(text(name));
  }

  public double[] numbers(String name) {
    return parts(text(name)).stream().mapToDouble(Double::parseDouble).toArray();
  }

  public boolean flag(String name) {
    return "true".equals(values.get(name));
  }

  /** The words or columns of a list; empty when it was not given. */
  public List<String> list(String name) {
    String value = values.get(name);
    return value == null ? List.of() : parts(value);
  }

  /** The same with the table that an option names a file for. */
  public Settings with(String name, Frame table) {
    Map<String, Frame> all = new LinkedHashMap<>(tables);
    all.put(name, table);
    return new Settings(card, values, all);
  }

  /** The table of the file that an option names; nothing when it names something else. */
  public Optional<Frame> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** The column of an option written {@code col:COLUMN}. */
  public Optional<String> column(String name) {
    String text = values.get(name);
    return text == null || !text.startsWith(OF_COLUMN)
        ? Optional.empty()
        : Optional.of(text.substring(OF_COLUMN.length()));
  }

  /** The columns that an option names. */
  private List<String> columns(Option option) {
    if (!has(option.name())) {
      return List.of();
    }
    return switch (option.kind()) {
      case COLUMN -> List.of(text(option.name()));
      case COLUMNS -> parts(text(option.name()));
      case WORD -> column(option.name()).stream().toList();
      default -> List.of();
    };
  }

  /** Every column that the options name, with what it must hold; the first role of a column decides. */
  public Map<String, Type> columns() {
    Map<String, Type> columns = new LinkedHashMap<>();
    for (Option option : card.options()) {
      columns(option).forEach(column -> columns.putIfAbsent(column, option.type()));
    }
    return columns;
  }

  /** Whether every column that the options name is there: a fault for each that is not. */
  public void checkColumns(Frame data) {
    List<Fault> faults = new ArrayList<>();
    for (Option option : card.options()) {
      for (String column : columns(option)) {
        if (!data.has(column)) {
          faults.add(new Fault(
              option.name(),
              "there is no column '" + column + "' in " + data.file(),
              didYouMean(column, data.names())));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
