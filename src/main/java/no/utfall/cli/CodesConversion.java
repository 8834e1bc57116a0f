package no.utfall.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Reading;
import no.utfall.method.Option;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.Norway;
import no.utfall.panel.Period;
import no.utfall.panel.UnitList;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import no.utfall.view.Table;

/** {@code utfall codes crosswalk FILE}: the counts of a plain file on the codes of one year. */
final class CodesConversion {

  private static final Pattern RATE_NAME = Pattern.compile(
      "(^|.*_)(andel|rate|prosent|pst|snitt|gjennomsnitt|share|percent|pct|ratio|mean|median)(_.*|$)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

  private final Call call;
  private final CodeLists lists;
  private final int target;
  private final String unit;
  private final Set<String> whole;
  private final Set<String> sums = new LinkedHashSet<>();
  private final List<String> by;
  private final List<Finding> findings = new ArrayList<>();

  private CodesConversion(Call call, CodeLists lists) {
    this.call = call;
    this.lists = lists;
    this.target = lists.year(call, "code-year-to");
    this.unit = needed(CodesCommand.UNIT);
    List<String> population = named(CodesCommand.POPULATION);
    this.whole = Set.copyOf(
        population.isEmpty()
            ? List.of(needed(CodesCommand.COUNT).split(","))
            : named(CodesCommand.COUNT));
    this.sums.addAll(named(CodesCommand.COUNT));
    this.sums.addAll(population);
    this.by = named(CodesCommand.BY);
  }

  static int run(Call call, String file, CodeLists lists) throws IOException {
    return new CodesConversion(call, lists).run(file);
  }

  private String needed(Option option) {
    String column = call.typed(option.name());
    if (column == null) {
      throw Refusal.commandLine(
          "utfall codes crosswalk FILE needs --" + option.name(),
          "name the column: --" + option.name() + " COLUMN");
    }
    return column;
  }

  private List<String> named(Option option) {
    String columns = call.typed(option.name());
    return columns == null ? List.of() : List.of(columns.split(","));
  }

  private int run(String file) throws IOException {
    sums.stream().filter(name -> RATE_NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
      throw Refusal.commandLine(
          "'" + name
              + "' is named like a rate, and the rate of merged or split units cannot be summed",
          "bring the counts it was made of, and compute it again from them");
    });
    Map<String, Type> types = new LinkedHashMap<>();
    sums.forEach(name -> types.put(name, whole.contains(name) ? Type.COUNT : Type.SIZE));
    Loaded<Reading> loaded = Ingest.read(
        InputOptions.input(file, call.console()),
        InputOptions.declared(call, types),
        Limits.DEFAULT);
    if (loaded.hasErrors()) {
      throw new Refusal(Fault.INPUT_DATA, loaded.findings());
    }
    findings.addAll(loaded.findings());
    Frame data = loaded.value().frame();
    String period = period(data);
    Frame chosen = chosen(data, period);
    UnitList list = lists.list();
    if (list != null) {
      findings.addAll(list.check(chosen, unit));
    } else {
      findings.add(Finding.note(
          "N518",
          chosen.place(0, unit),
          unit,
          "no list says which codes there are; they were not checked",
          "name the list: --list FILE"));
    }
    years(chosen, period);
    refuseDoubles(chosen, period);
    refuseErrors();
    CodeChanges.Brought brought =
        lists.neededChanges().bring(chosen, unit, period, by, sums, whole, list, target);
    findings.addAll(brought.findings());
    refuseErrors();
    ProjectOptions.say(call, findings);
    Results.write(call, Table.plain("crosswalk", shown(brought.frame(), data, period)));
    return 0;
  }

  private void refuseErrors() {
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new Refusal(Fault.INPUT_DATA, findings);
    }
  }

  private String period(Frame data) {
    String period = call.typed("period");
    if (period != null) {
      return period;
    }
    lists.year(call, "code-year-from");
    return free("code_year", data);
  }

  /** The columns that were named; numbers that were not are rates until told otherwise, and are left out. */
  private Frame chosen(Frame data, String period) {
    Frame frame = call.typed("period") != null
        ? data
        : data.with(TextColumn.of(
            period, Collections.nCopies(data.rows(), call.option("code-year-from", ""))));
    List<String> wanted = new ArrayList<>(List.of(unit, period));
    wanted.addAll(by);
    wanted.addAll(sums);
    for (String name : wanted) {
      if (wanted.indexOf(name) != wanted.lastIndexOf(name)) {
        throw Refusal.commandLine("'" + name + "' stands in two roles", "name each column once");
      }
      if (!frame.has(name)) {
        throw Refusal.commandLine(
            "there is no column '" + name + "' in " + data.file(),
            Nearest.to(name, data.names())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("columns here: " + String.join(", ", data.names())));
      }
    }
    for (Column column : data.columns()) {
      if (!wanted.contains(column.name()) && column instanceof TextColumn text && isNumbers(text)) {
        findings.add(
            Finding.warning(
                "W513",
                Location.ofLine(data.file(), 1),
                column.name(),
                "'" + column.name() + "' holds numbers, is not among --count, and is left out:"
                    + " a rate of merged or split units cannot be summed",
                "name it with --count or --population if it can be summed, or --by if it tells rows apart"));
      }
    }
    return frame.select(wanted);
  }

  private static boolean isNumbers(TextColumn text) {
    List<String> cells = IntStream.range(0, text.levels())
        .mapToObj(text::level)
        .filter(cell -> !cell.isEmpty())
        .toList();
    return !cells.isEmpty()
        && cells.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
  }

  private void years(Frame frame, String period) {
    TextColumn periods = frame.text(period);
    Set<String> told = new HashSet<>();
    for (int row = 0; row < frame.rows(); row++) {
      String text = periods.get(row);
      if (!told.add(text)) {
        continue;
      }
      int year = Period.find(text).map(Period::year).orElse(0);
      if (year == 0) {
        findings.add(Finding.error(
            "E503",
            frame.place(row, period),
            text,
            "'" + text + "' is not a period",
            "write 2024, 2016/17, 2024-03, 2020Q1 or 2011-2015"));
      } else if (year < Norway.FIRST_YEAR && !lists.isOwn()) {
        findings.add(Finding.warning(
            "W505",
            frame.place(row, period),
            text,
            "the lists start in " + Norway.FIRST_YEAR + ": earlier changes are not followed",
            "check which codes stand in " + text));
      } else if (year > target) {
        findings.add(Finding.error(
            "E508",
            frame.place(row, period),
            text,
            text + " lies after " + target + ", and changes lead forward in time only",
            "choose a later --code-year-to, or leave the rows out"));
      }
    }
  }

  private void refuseDoubles(Frame frame, String period) {
    List<String> key = new ArrayList<>(List.of(unit, period));
    key.addAll(by);
    Groups groups = frame.groups(key);
    for (int row = 0; row < frame.rows(); row++) {
      int first = groups.first(groups.of(row));
      if (first != row) {
        findings.add(Finding.error(
            "E501",
            frame.place(row, unit),
            frame.text(unit).get(row),
            "'" + frame.text(unit).get(row) + "' stands twice in "
                + frame.text(period).get(row) + ", first on line "
                + frame.place(first, unit).line(),
            "name the column that tells the rows apart: --by COLUMN"));
        return;
      }
    }
  }

  /** The numbers with what must be known of them beside: why one is blank, between which limits, whether it is split. */
  private Frame shown(Frame frame, Frame data, String period) {
    List<Column> columns = new ArrayList<>();
    for (String name : data.names()) {
      if (frame.has(name)) {
        columns.add(frame.column(name));
        if (sums.contains(name)) {
          columns.addAll(beside(frame.number(name), data));
        }
      }
    }
    return Frame.of(columns)
        .sorted(call.typed("period") == null ? List.of(unit) : List.of(unit, period));
  }

  private static List<Column> beside(NumberColumn numbers, Frame data) {
    List<Column> columns = new ArrayList<>();
    int[] rows = IntStream.range(0, numbers.size()).toArray();
    if (IntStream.of(rows).anyMatch(row -> !numbers.isKnown(row))) {
      columns.add(TextColumn.of(
          free(numbers.name() + "_status", data),
          IntStream.of(rows).mapToObj(row -> numbers.status(row).code()).toList()));
    }
    if (IntStream.of(rows)
        .anyMatch(
            row -> numbers.status(row) == Status.SUPPRESSED && !Double.isNaN(numbers.high(row)))) {
      columns.add(NumberColumn.of(
          free(numbers.name() + "_low", data),
          IntStream.of(rows).mapToDouble(numbers::low).toArray()));
      columns.add(NumberColumn.of(
          free(numbers.name() + "_high", data),
          IntStream.of(rows).mapToDouble(numbers::high).toArray()));
    }
    if (IntStream.of(rows).anyMatch(row -> numbers.has(row, Flag.ESTIMATED))) {
      columns.add(TextColumn.of(
          free(numbers.name() + "_flag", data),
          IntStream.of(rows)
              .mapToObj(row -> numbers.has(row, Flag.ESTIMATED) ? "estimated" : "")
              .toList()));
    }
    return columns;
  }

  /** A name that no column of the file has. */
  private static String free(String wanted, Frame data) {
    String name = wanted;
    while (data.has(name)) {
      name += "_";
    }
    return name;
  }
}
