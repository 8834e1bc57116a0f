package no.utfall.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;

/** Named columns of equal length: what is read, what methods are given, what they return. Immutable. */
public final class Frame {

  private final Map<String, Column> columns;
  private final int rows;
  private final @Nullable Origin origin;

  private Frame(Map<String, Column> columns, int rows, @Nullable Origin origin) {
    this.columns = columns;
    this.rows = rows;
    this.origin = origin;
  }

  public static Frame of(Column... columns) {
    return of(List.of(columns));
  }

  public static Frame of(List<? extends Column> columns) {
    Map<String, Column> byName = new LinkedHashMap<>();
    int rows = columns.isEmpty() ? 0 : columns.get(0).size();
    for (Column column : columns) {
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "column " + column.name() + " has " + column.size() + " cells, the first has " + rows);
      }
      if (byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException("two columns are named " + column.name());
      }
    }
    return new Frame(byName, rows, null);
  }

  public int rows() {
    return rows;
  }

  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  public boolean has(String name) {
    return columns.containsKey(name);
  }

  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("no column " + name + " among " + columns.keySet());
    }
    return column;
  }

  public TextColumn text(String name) {
    if (column(name) instanceof TextColumn text) {
      return text;
    }
    throw new IllegalArgumentException("column " + name + " holds numbers, not text");
  }

  public NumberColumn number(String name) {
    if (column(name) instanceof NumberColumn number) {
      return number;
    }
    throw new IllegalArgumentException("column " + name + " holds text, not numbers");
  }

  public Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }

  /** Where a cell was read; a place named "result" when the frame was never read from a file. */
  public Location place(int row, String column) {
    return origin == null ? Location.ofFile("result") : origin.place(row, column);
  }

  /** The file these rows came from, or "result". */
  public String file() {
    return origin == null ? "result" : origin.file();
  }

  public Frame from(Origin where) {
    return new Frame(columns, rows, where);
  }

  /** These columns, in this order. */
  public Frame select(List<String> names) {
    List<Column> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(column(name));
    }
    Frame frame = of(chosen);
    return new Frame(frame.columns, rows, origin);
  }

  /** With this column added at the end, or put in the place of the one of the same name. */
  public Frame with(Column column) {
    Map<String, Column> all = new LinkedHashMap<>(columns);
    all.put(column.name(), column);
    Frame frame = of(List.copyOf(all.values()));
    return new Frame(frame.columns, frame.rows, origin);
  }

  /** With the cells of a column once more under a second name; their place in the file stays known. */
  public Frame also(String column, String second) {
    Frame frame = with(column(column).named(second));
    return origin == null ? frame : frame.from(origin.also(column, second));
  }

  public Frame rows(int[] index) {
    Map<String, Column> chosen = new LinkedHashMap<>();
    columns.forEach((name, column) -> chosen.put(name, column.rows(index)));
    return new Frame(chosen, index.length, origin == null ? null : origin.rows(index));
  }

  /** The rows put together by equal texts in these columns; no keys: one group. */
  public Groups groups(List<String> keys) {
    return Groups.of(keys.stream().map(this::text).toList(), rows);
  }

  /** How many groups {@link #groups} makes. */
  public int distinct(List<String> keys) {
    return Groups.count(keys.stream().map(this::text).toList(), rows);
  }

  /** Sorted by these text columns in natural order; rows with equal keys keep their order. */
  public Frame sorted(List<String> keys) {
    Groups groups = groups(keys);
    int[] index = new int[rows];
    int n = 0;
    for (int[] group : groups.rows()) {
      for (int row : group) {
        index[n++] = row;
      }
    }
    return rows(index);
  }
}
