package no.utfall.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.UnitList;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;

/**
 * Lists of codes and tables of changes that a user brings: in columns of ours, or as their publisher writes them. Several
 * files are one list, such as those of the changes of one year each.
 */
public final class CodeTables {

  private static final List<String> OF_LIST = List.of("code", "name", "valid_from", "valid_to");
  private static final List<String> OF_CHANGE = List.of("from_code", "to_code", "year", "weight");
  private static final String DATE = "([0-9]{4}(-[0-9]{2}-[0-9]{2}.*)?)?";

  private CodeTables() {}

  /**
   * Units from {@code code;name;valid_from;valid_to} or a publisher's list of codes.
   *
   * @throws Refusal as {@link Ingest#read}
   */
  public static Loaded<UnitList> list(List<Input> files, Limits limits) {
    List<Finding> findings = new ArrayList<>();
    List<Frame> tables = new ArrayList<>();
    for (Input file : files) {
      Frame table = table(file, OF_LIST, Map.of(), limits, findings);
      if (absent(table, List.of("code"), file, findings)) {
        continue;
      }
      boolean sound = true;
      for (String column : List.of("valid_from", "valid_to")) {
        sound &= !table.has(column) || datesFit(table, column, findings);
      }
      if (sound) {
        tables.add(table);
      }
    }
    return new Loaded<>(UnitList.of(below(tables, OF_LIST)), findings);
  }

  /**
   * Changes from {@code from_code;to_code;year;weight} or a publisher's list of changes or correspondence.
   *
   * @throws Refusal as {@link Ingest#read}
   */
  public static Loaded<CodeChanges> changes(List<Input> files, Limits limits) {
    List<Finding> findings = new ArrayList<>();
    List<Frame> tables = new ArrayList<>();
    for (Input file : files) {
      Frame table = table(file, OF_CHANGE, Map.of("weight", Type.SIZE), limits, findings);
      if (!absent(table, List.of("from_code", "to_code", "year"), file, findings)) {
        tables.add(table);
      }
    }
    return new Loaded<>(CodeChanges.of(tables, findings), findings);
  }

  /** A table under our names: as it stands when it has them, else as the long list of its publisher. */
  private static Frame table(
      Input file,
      List<String> ours,
      Map<String, Type> numbers,
      Limits limits,
      List<Finding> findings) {
    Loaded<Reading> read = Ingest.read(file, Declared.nothing(), limits);
    Frame texts = read.value().frame();
    if (!texts.has(ours.get(0)) || read.value().recognition().profile().equals("klass")) {
      Loaded<Tidying.Tidy> list =
          Tidying.of(file, Declared.nothing(), Tidying.Said.NOTHING, limits);
      findings.addAll(list.findings());
      return ours(list.value().frame());
    }
    Map<String, Type> types = new LinkedHashMap<>();
    numbers.forEach((name, type) -> {
      if (texts.has(name)) {
        types.put(name, type);
      }
    });
    Loaded<Reading> typed =
        types.isEmpty() ? read : Ingest.read(file, Declared.nothing().withTypes(types), limits);
    findings.addAll(typed.findings());
    return typed.hasErrors() ? Frame.of(List.of()) : typed.value().frame();
  }

  /** A publisher's list under our names; of two dates, that of the span of time that was asked for. */
  private static Frame ours(Frame list) {
    Map<String, String> from = Map.of(
        "unit", "code",
        "unit_name", "name",
        "validFromInRequestedRange", "valid_from",
        "validToInRequestedRange", "valid_to");
    Map<String, Column> columns = new LinkedHashMap<>();
    list.columns().forEach(column -> columns.put(column.name(), column));
    from.forEach((theirs, own) -> {
      Column column = columns.remove(theirs);
      if (column instanceof TextColumn text) {
        columns.put(own, text.named(own));
      }
    });
    Frame named = Frame.of(List.copyOf(columns.values()));
    return list.origin().map(named::from).orElse(named);
  }

  private static boolean absent(
      Frame table, List<String> needed, Input file, List<Finding> findings) {
    if (findings.stream().anyMatch(f -> f.isError() && f.place().file().equals(file.name()))) {
      return true;
    }
    List<String> absent = needed.stream().filter(name -> !table.has(name)).toList();
    for (String name : absent) {
      findings.add(Finding.error(
          "E304",
          Location.ofLine(file.name(), 1),
          name,
          "there is no column '" + name + "'"
              + Nearest.to(name, table.names())
                  .map(n -> "; nearest is '" + n + "'")
                  .orElse(""),
          "columns here: " + String.join(", ", table.names())));
    }
    return !absent.isEmpty();
  }

  private static boolean datesFit(Frame table, String column, List<Finding> findings) {
    TextColumn dates = table.text(column);
    boolean fit = true;
    for (int row = 0; row < table.rows() && fit; row++) {
      if (!dates.get(row).matches(DATE)) {
        fit = false;
        findings.add(Finding.error(
            "E503",
            table.place(row, column),
            dates.get(row),
            "'" + dates.get(row) + "' is neither a year nor a date",
            "write 2020 or 2020-01-01, or leave it blank"));
      }
    }
    return fit;
  }

  /** The text columns of these names, of one table below another; blank where a table has none. */
  private static Frame below(List<Frame> tables, List<String> names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      TextColumn.Builder cells = TextColumn.builder(name);
      for (Frame table : tables) {
        TextColumn own = table.has(name) ? table.text(name) : null;
        for (int row = 0; row < table.rows(); row++) {
          cells.add(own == null ? "" : own.get(row));
        }
      }
      columns.add(cells.build());
    }
    return Frame.of(columns);
  }
}
