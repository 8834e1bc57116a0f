package no.utfall.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import no.utfall.view.Table;
import org.jspecify.annotations.Nullable;

/**
 * Grows the one result table of every method: the keys as the user named them, then {@code measure, estimate,
 * std_error, conf_low, conf_high, conf_level, statistic, df, p_value, n, unit_of_measure, method, status, note}.
 * Columns in which no row has anything are left out, but {@code measure, estimate, status}.
 */
public final class Tidy {

  /** The columns of numbers, in their order. */
  private enum NumberName {
    ESTIMATE,
    STD_ERROR,
    CONF_LOW,
    CONF_HIGH,
    CONF_LEVEL,
    STATISTIC,
    DF,
    P_VALUE,
    N;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The columns of words, in their order; the first stands before the numbers. */
  private enum WordName {
    MEASURE,
    UNIT_OF_MEASURE,
    METHOD,
    STATUS,
    NOTE;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> RESERVED = Stream.concat(
          Arrays.stream(NumberName.values()).map(NumberName::column),
          Arrays.stream(WordName.values()).map(WordName::column))
      .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, Text> LABELS = Map.ofEntries(
      Map.entry("measure", Text.of("mål", "mål", "measure")),
      Map.entry("estimate", Text.of("anslag", "anslag", "estimate")),
      Map.entry("std_error", Text.of("standardfeil", "standardfeil", "std. error")),
      Map.entry("conf_low", Text.of("fra", "frå", "from")),
      Map.entry("conf_high", Text.of("til", "til", "to")),
      Map.entry("conf_level", Text.of("nivå", "nivå", "level")),
      Map.entry("statistic", Text.of("testverdi", "testverdi", "statistic")),
      Map.entry("df", Text.of("fg", "fg", "df")),
      Map.entry("p_value", Text.of("p-verdi", "p-verdi", "p-value")),
      Map.entry("n", Text.same("n")),
      Map.entry("unit_of_measure", Text.of("enhet", "eining", "unit")),
      Map.entry("method", Text.of("metode", "metode", "method")),
      Map.entry("status", Text.same("status")),
      Map.entry("note", Text.of("merknad", "merknad", "note")));

  private final List<TextColumn.Builder> keys;
  private final @Nullable Numbers[] numbers = new Numbers[NumberName.values().length];
  private final @Nullable Words[] words = new Words[WordName.values().length];
  private int rows;

  private Tidy(List<String> keys) {
    this.keys = keys.stream().map(TextColumn::builder).toList();
    words[WordName.STATUS.ordinal()] = new Words("ok");
  }

  /** One column of numbers, as long as its last known one. */
  private static final class Numbers {
    private double[] cells = new double[16];
    private int size;

    void set(int row, double value) {
      if (row >= cells.length) {
        cells = Arrays.copyOf(cells, Math.max(2 * cells.length, row + 1));
      }
      if (row >= size) {
        Arrays.fill(cells, size, row, Double.NaN);
        size = row + 1;
      }
      cells[row] = value;
    }

    NumberColumn column(String name, int rows) {
      NumberColumn.Builder builder = NumberColumn.builder(name, rows);
      for (int row = 0; row < rows; row++) {
        builder.add(row < size ? cells[row] : Double.NaN);
      }
      return builder.build();
    }
  }

  /** One column of words, as long as its last one that is not the usual one. */
  private static final class Words {
    private final String usual;
    private String[] cells = new String[16];
    private int size;

    Words(String usual) {
      this.usual = usual;
    }

    void set(int row, String word) {
      if (row >= cells.length) {
        cells = Arrays.copyOf(cells, Math.max(2 * cells.length, row + 1));
      }
      if (row >= size) {
        Arrays.fill(cells, size, row, usual);
        size = row + 1;
      }
      cells[row] = word;
    }

    TextColumn column(String name, int rows) {
      TextColumn.Builder builder = TextColumn.builder(name, rows);
      for (int row = 0; row < rows; row++) {
        builder.add(row < size ? cells[row] : usual);
      }
      return builder.build();
    }
  }

  /** A table with these key columns; a reserved name is an error that names the rename. */
  public static Tidy keys(List<String> keys) {
    for (String key : keys) {
      if (RESERVED.contains(key)) {
        throw new Refusal(
            Fault.COMMAND_LINE,
            Finding.error(
                "E002",
                Location.ofFile("command line"),
                key,
                "a key column cannot be named '" + key
                    + "': the result table has a column of that name",
                "rename the column in the data, for example to '" + key + "_key'"));
      }
    }
    return new Tidy(keys);
  }

  public static Tidy keys(String... keys) {
    return keys(List.of(keys));
  }

  /** A new row with status {@code ok}, to be filled in place. */
  public Row row(List<String> keyCells) {
    if (keyCells.size() != keys.size()) {
      throw new IllegalArgumentException(keyCells.size() + " cells for " + keys.size() + " keys");
    }
    for (int k = 0; k < keyCells.size(); k++) {
      keys.get(k).add(keyCells.get(k));
    }
    return new Row(rows++);
  }

  public Row row(String... keyCells) {
    return row(List.of(keyCells));
  }

  public Frame frame() {
    List<Column> columns = new ArrayList<>();
    keys.forEach(key -> columns.add(key.build()));
    addWords(columns, WordName.MEASURE, true);
    for (NumberName name : NumberName.values()) {
      Numbers column = numbers[name.ordinal()];
      if (column != null || name == NumberName.ESTIMATE) {
        columns.add((column == null ? new Numbers() : column).column(name.column(), rows));
      }
    }
    for (WordName name : WordName.values()) {
      if (name != WordName.MEASURE) {
        addWords(columns, name, false);
      }
    }
    return Frame.of(columns);
  }

  private void addWords(List<Column> columns, WordName name, boolean always) {
    Words column = words[name.ordinal()];
    if (column != null || always) {
      columns.add((column == null ? new Words("") : column).column(name.column(), rows));
    }
  }

  /** A result table for people: headings in their language, decimals by the width of the interval. */
  public static Table table(Text title, String id, Frame result) {
    List<Table.Shown> shown = result.names().stream()
        .map(name ->
            new Table.Shown(name, LABELS.getOrDefault(name, Text.same(name)), decimals(name)))
        .toList();
    return new Table(id, title, Text.none(), shown, result);
  }

  private static int decimals(String column) {
    return switch (column) {
      case "estimate", "std_error", "conf_low", "conf_high" -> Table.Shown.BY_INTERVAL;
      case "statistic" -> 2;
      case "p_value" -> 3;
      default -> Table.Shown.AS_IS;
    };
  }

  /** One row; a NaN leaves the cell blank. */
  public final class Row {
    private final int index;

    private Row(int index) {
      this.index = index;
    }

    private Row number(NumberName name, double value) {
      if (!Double.isNaN(value)) {
        Numbers column = numbers[name.ordinal()];
        if (column == null) {
          column = new Numbers();
          numbers[name.ordinal()] = column;
        }
        column.set(index, value);
      }
      return this;
    }

    private Row word(WordName name, String value) {
      if (!value.isEmpty()) {
        Words column = words[name.ordinal()];
        if (column == null) {
          column = new Words("");
          words[name.ordinal()] = column;
        }
        column.set(index, value);
      }
      return this;
    }

    public Row measure(String id) {
      return word(WordName.MEASURE, id);
    }

    public Row estimate(double value) {
      return number(NumberName.ESTIMATE, value);
    }

    public Row stdError(double value) {
      return number(NumberName.STD_ERROR, value);
    }

    public Row interval(double low, double high, double level) {
      return number(NumberName.CONF_LOW, low)
          .number(NumberName.CONF_HIGH, high)
          .number(NumberName.CONF_LEVEL, level);
    }

    public Row test(double statistic, double df, double pValue) {
      return number(NumberName.STATISTIC, statistic)
          .number(NumberName.DF, df)
          .number(NumberName.P_VALUE, pValue);
    }

    /** Units in the estimate. */
    public Row n(double units) {
      return number(NumberName.N, units);
    }

    public Row unitOfMeasure(String unit) {
      return word(WordName.UNIT_OF_MEASURE, unit);
    }

    public Row method(String id) {
      return word(WordName.METHOD, id);
    }

    /** {@code ok unreliable suppressed missing not-applicable not-estimable}. */
    public Row status(String status) {
      return word(WordName.STATUS, status);
    }

    /** Why, in English; a blank estimate always has one. */
    public Row note(String why) {
      return word(WordName.NOTE, why);
    }
  }
}
