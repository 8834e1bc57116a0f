package no.utfall.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.utfall.build.Project.ColumnSpec;
import no.utfall.build.Project.SourceSpec;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Origin;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.ingest.Check;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Input;
import no.utfall.ingest.Reading;
import no.utfall.panel.Absence;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.Period;
import no.utfall.panel.PriceIndex;
import no.utfall.panel.UnitList;
import no.utfall.panel.WrittenTwice;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.report.Sourced;
import org.jspecify.annotations.Nullable;

/** A source from its files to the codes, periods and prices of the project. */
final class SourceReader {

  static final String UNIT = "unit";
  static final String PERIOD = "period";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
  private static final Set<String> SUMMED = Set.of(
      "count",
      "population",
      "expected",
      "weight",
      "cost",
      "activity",
      "inputs",
      "outputs",
      "payer",
      "gainer");

  private final Project project;
  private final Inputs inputs;
  private final Tables tables;
  private final Supplier<Tables.Codes> codes;
  private final SourceSpec spec;
  private final FindingLog log;
  private final @Nullable Consumer<Check.Rejected> rejects;
  /** What concerns no one of its files, or all of them. */
  private final List<Finding> beside = new ArrayList<>();

  private final Map<String, Optional<Period>> periods = new HashMap<>();
  private final Map<String, Ledger> asRead = new LinkedHashMap<>();

  /**
   * @param codes may be read beside the files
   * @param log is given what is found in its files
   * @param rejects is given the rows that cannot be read; {@code null} when nobody asks for them
   */
  SourceReader(
      Project project,
      Inputs inputs,
      Tables tables,
      Supplier<Tables.Codes> codes,
      SourceSpec spec,
      FindingLog log,
      @Nullable Consumer<Check.Rejected> rejects) {
    this.project = project;
    this.inputs = inputs;
    this.tables = tables;
    this.codes = codes;
    this.spec = spec;
    this.log = log;
    this.rejects = rejects;
  }

  /**
   * @throws Refusal with what was found beside its files, when one of them cannot be read or there is an error in what was
   *     found
   */
  SourceData read() {
    List<Frame> frames = new ArrayList<>();
    List<Ledger> ledgers = new ArrayList<>();
    Declared declared = spec.declared();
    String profile = declared.profile();
    if (profile != null && declared.hasProfileFile()) {
      declared = declared.withProfile(inputs.one(profile).path().toString());
    }
    List<Inputs.Found> files = inputs.all(spec.path());
    files.forEach(file -> asRead.put(file.name(), Ledger.unread(file.name())));
    Fault fault = null;
    for (Inputs.Found file : files) {
      try {
        fault = read(file, declared, frames, ledgers) ? fault : Fault.INPUT_DATA;
      } catch (Refusal refusal) {
        beside.addAll(refusal.findings());
        fault = fault == null || refusal.fault().exit() < fault.exit() ? refusal.fault() : fault;
      }
    }
    if (fault != null) {
      throw new Refusal(fault, beside);
    }
    refuseErrors();
    List<String> keys = keys();
    Frame joined = joined(frames, keys);
    refuseDoubles(joined, keys);
    refuseErrors();
    List<Long> absent = absent(joined, keys, frames);
    Integer year = codes.get().year();
    CodeChanges changes = year == null ? CodeChanges.none() : codes.get().changes();
    CodeChanges.Brought brought = changes.bring(
        joined,
        UNIT,
        PERIOD,
        keys,
        columns(SUMMED),
        columns(Set.of("count")),
        year == null ? null : codes.get().list(),
        year == null ? 0 : year);
    beside.addAll(brought.findings());
    refuseErrors();
    Frame frame = deflated(brought.frame());
    int units = frame.groups(List.of(UNIT)).count();
    return new SourceData(
        spec,
        frame,
        keys,
        new Sourced(
            spec.id(), spec.title(), settled(ledgers, frames, brought.moved(), absent), units),
        beside);
  }

  /** Whether the file was read without an error. */
  private boolean read(
      Inputs.Found file, Declared declared, List<Frame> frames, List<Ledger> ledgers) {
    log.next(file.name());
    long errors = errors();
    Reading reading = Ingest.read(
        new Input.OfFile(file.name(), file.path()), declared, project.limits(), log, rejects);
    asRead.put(file.name(), reading.ledger());
    if (errors() > errors) {
      return false;
    }
    writtenTwice(reading.frame());
    Frame kept = prepared(reading.frame(), file);
    frames.add(kept);
    ledgers.add(within(reading.ledger(), reading.frame(), kept));
    return true;
  }

  /** Rows of one declared key are never summed, also when their periods are written in two ways. */
  private void writtenTwice(Frame read) {
    ColumnSpec period = spec.role("period");
    List<String> key = spec.declared().key();
    boolean areTexts =
        key.stream().allMatch(name -> read.has(name) && read.column(name) instanceof TextColumn);
    if (period == null || !areTexts || !key.contains(period.name())) {
      return;
    }
    TextColumn periods = read.text(period.name());
    WrittenTwice.rows(
            read, key, period.name(), text -> period(text).map(Period::toString).orElse(text))
        .forEach((row, before) -> log.add(Finding.error(
            "E501",
            read.place(row, period.name()),
            periods.get(row),
            "the key of line " + read.place(before, period.name()).line()
                + " once more; the period is written " + periods.get(before) + " / "
                + periods.get(row),
            "delete one of the rows")));
  }

  /** The files of a source that is refused: whatever was read of them is set aside. */
  List<Ledger> refused() {
    return asRead.isEmpty()
        ? List.of(Ledger.unread(spec.path()))
        : asRead.values().stream().map(Ledger::refused).toList();
  }

  private void refuseErrors() {
    if (errors() > 0) {
      throw new Refusal(Fault.INPUT_DATA, beside);
    }
  }

  private long errors() {
    return log.count(Severity.ERROR) + beside.stream().filter(Finding::isError).count();
  }

  /** A finding in the file that was read last, or beside it. */
  private void tell(Finding finding, Inputs.Found file) {
    if (finding.place().file().equals(file.name())) {
      log.add(finding);
    } else {
      beside.add(finding);
    }
  }

  /** One file with its units and periods in place. */
  private Frame prepared(Frame read, Inputs.Found file) {
    long errors = errors();
    Frame named = withDeclaredColumns(read, file);
    if (errors() > errors) {
      return named;
    }
    Frame placed = withUnits(withPeriods(named, file), file);
    UnitList list = codes.get().list();
    if (list == null) {
      return placed;
    }
    list.check(placed, UNIT).forEach(finding -> tell(finding, file));
    return withoutEmptyRows(placed, list);
  }

  /** Tables with a column a year have cells for years in which a code did not hold: without a number they say nothing. */
  private Frame withoutEmptyRows(Frame frame, UnitList list) {
    int[] kept = IntStream.range(0, frame.rows())
        .filter(row -> {
          String code = frame.text(UNIT).get(row);
          int year = period(frame.text(PERIOD).get(row)).orElseThrow().year();
          return !list.knows(code) || list.holds(code, year) || anyNumber(frame, row);
        })
        .toArray();
    return kept.length == frame.rows() ? frame : frame.rows(kept);
  }

  private static boolean anyNumber(Frame frame, int row) {
    return frame.columns().stream()
        .anyMatch(column -> column instanceof NumberColumn numbers
            && (numbers.isKnown(row) || numbers.status(row) == Status.SUPPRESSED));
  }

  /** The ledger with the rows of the file set aside of which nothing lies within the project. */
  private static Ledger within(Ledger ledger, Frame read, Frame kept) {
    if (kept.rows() == read.rows()) {
      return ledger;
    }
    Origin before = read.origin().orElseThrow();
    Origin after = kept.origin().orElseThrow();
    Set<Integer> stays = new HashSet<>();
    for (int row = 0; row < kept.rows(); row++) {
      stays.add(after.line(row));
    }
    Map<Integer, Status> gone = new HashMap<>();
    for (int row = 0; row < read.rows(); row++) {
      if (!stays.contains(before.line(row))) {
        gone.merge(before.line(row), standing(read, row), SourceReader::better);
      }
    }
    long known = gone.values().stream().filter(status -> status == Status.KNOWN).count();
    long hidden =
        gone.values().stream().filter(status -> status == Status.SUPPRESSED).count();
    return new Ledger(
        ledger.file(),
        ledger.read(),
        ledger.used() - known,
        ledger.suppressed() - hidden,
        ledger.duplicated(),
        ledger.setAside() + known + hidden,
        ledger.unknownUnit(),
        ledger.absent(),
        ledger.reclassified());
  }

  private static Status better(Status one, Status other) {
    return one == Status.KNOWN || other == Status.MISSING ? one : other;
  }

  /** The best that a row knows: a number, else that one is hidden, else nothing. A row without numbers is used. */
  private static Status standing(Frame frame, int row) {
    boolean any = false;
    Status best = Status.MISSING;
    for (Column column : frame.columns()) {
      if (column instanceof NumberColumn numbers) {
        any = true;
        if (numbers.isKnown(row)) {
          return Status.KNOWN;
        }
        best = numbers.status(row) == Status.SUPPRESSED ? Status.SUPPRESSED : best;
      }
    }
    return any ? best : Status.KNOWN;
  }

  /** By file, the rows that one would expect beside those of all files. */
  private List<Long> absent(Frame joined, List<String> keys, List<Frame> frames) {
    List<String> all = new ArrayList<>(List.of(UNIT, PERIOD));
    all.addAll(keys);
    UnitList list = codes.get().list();
    Map<Integer, Long> byRow = Absence.of(
        joined.select(all), UNIT, PERIOD, null, list == null ? List.of() : List.of(list));
    List<Long> byFile = new ArrayList<>();
    int from = 0;
    for (Frame frame : frames) {
      int first = from;
      int next = from + frame.rows();
      byFile.add(byRow.entrySet().stream()
          .filter(entry -> entry.getKey() >= first && entry.getKey() < next)
          .mapToLong(Map.Entry::getValue)
          .sum());
      from = next;
    }
    return byFile;
  }

  /** The ledgers with the rows that stood under another code, and those that are not there. */
  private static List<Ledger> settled(
      List<Ledger> ledgers, List<Frame> frames, List<Integer> moved, List<Long> absent) {
    List<Ledger> settled = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < ledgers.size(); i++) {
      Ledger ledger = ledgers.get(i);
      int first = from;
      int next = from + frames.get(i).rows();
      long here = moved.stream().filter(row -> row >= first && row < next).count();
      settled.add(ledger.withReclassified(ledger.reclassified() + here).withAbsent(absent.get(i)));
      from = next;
    }
    return settled;
  }

  private Set<String> columns(Set<String> roles) {
    Set<String> names = new LinkedHashSet<>();
    spec.columns().values().forEach(column -> {
      if (roles.contains(column.role())) {
        names.add(column.as());
      }
    });
    return names;
  }

  /** The text columns that identify a row beside unit and period. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    spec.columns().values().forEach(column -> {
      boolean ours = List.of("unit", "unit-name", "period").contains(column.role());
      if (!ours && !spec.declared().types().containsKey(column.as())) {
        keys.add(column.as());
      }
    });
    return keys;
  }

  private Frame withDeclaredColumns(Frame asRead, Inputs.Found file) {
    List<String> wanted = new ArrayList<>();
    Frame read = asRead;
    for (ColumnSpec column : spec.columns().values()) {
      if (isRenamed(column) && read.has(column.name())) {
        read = read.also(column.name(), column.as());
      }
      if (read.has(column.as())) {
        wanted.add(column.as());
      } else {
        tell(Tables.absent(file.name(), column.name(), read.names()), file);
      }
    }
    placeholder().filter(read::has).filter(name -> !wanted.contains(name)).ifPresent(wanted::add);
    return read.select(wanted);
  }

  /** A column of groups named as that of the units or periods is, which stands under another name. */
  private static boolean isRenamed(ColumnSpec column) {
    return column.as().equals(column.name() + "_");
  }

  /** The word in braces of wide columns, which is the name of the column of their periods. */
  private Optional<String> placeholder() {
    for (String name : spec.declared().wide().keySet()) {
      Matcher matcher = PLACEHOLDER.matcher(name);
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** Few periods stand in many rows. */
  private Optional<Period> period(String text) {
    return periods.computeIfAbsent(text, Period::find);
  }

  private Frame withPeriods(Frame frame, Inputs.Found file) {
    ColumnSpec declared = spec.role("period");
    String column =
        declared != null ? declared.as() : placeholder().filter(frame::has).orElse("");
    TextColumn.Builder texts = TextColumn.builder(PERIOD);
    List<Integer> kept = new ArrayList<>();
    Map<String, Integer> unread = new LinkedHashMap<>();
    int outside = 0;
    for (int row = 0; row < frame.rows(); row++) {
      String text = column.isEmpty() ? file.year() : frame.text(column).get(row);
      Optional<Period> period = period(text);
      if (period.isEmpty()) {
        unread.putIfAbsent(text, row);
      } else if (project.periods().holds(period.get())) {
        kept.add(row);
        texts.add(period.get().toString());
      } else {
        outside++;
      }
    }
    unread.forEach((text, row) -> tell(
        column.isEmpty()
            ? Finding.error(
                "E304",
                spec.place(),
                "",
                "source '" + spec.id() + "' has no column with the role 'period'",
                "give a column the role, or name the file with {year}")
            : Finding.error(
                "E503",
                frame.place(row, column),
                text,
                "'" + text + "' is not a period",
                "write 2024, 2016/17, 2024-03, 2020Q1 or 2011-2015"),
        file));
    if (outside > 0) {
      log.add(Finding.note(
          "N515",
          Location.ofFile(file.name()),
          "",
          outside + " rows lie outside the periods of the project",
          ""));
    }
    return frame.rows(kept.stream().mapToInt(Integer::intValue).toArray()).with(texts.build());
  }

  private Frame withUnits(Frame frame, Inputs.Found file) {
    ColumnSpec code = spec.role("unit");
    ColumnSpec name = spec.role("unit-name");
    if (code != null) {
      return frame.also(code.as(), UNIT);
    }
    if (name == null) {
      beside.add(Finding.error(
          "E304",
          spec.place(),
          "",
          "source '" + spec.id() + "' has no column with the role 'unit'",
          "give a column the role 'unit' or 'unit-name'"));
      return frame.with(TextColumn.of(UNIT, Collections.nCopies(frame.rows(), "")));
    }
    TextColumn.Builder units = TextColumn.builder(UNIT);
    Map<String, Integer> unknown = new LinkedHashMap<>();
    for (int row = 0; row < frame.rows(); row++) {
      String text = frame.text(name.as()).get(row);
      int year = period(frame.text(PERIOD).get(row)).orElseThrow().year();
      Optional<String> found = codes.get().names().code(text, year);
      if (found.isEmpty()) {
        unknown.putIfAbsent(text, row);
      }
      units.add(found.orElse(text));
    }
    unknown.forEach((text, row) -> tell(
        nameless(
            text,
            frame.place(row, name.as()),
            period(frame.text(PERIOD).get(row)).orElseThrow()),
        file));
    return frame.with(units.build());
  }

  /** A name with no code, or with several. */
  private Finding nameless(String text, Location place, Period period) {
    Set<String> several = codes.get().names().codes(text, period.year());
    if (several.isEmpty()) {
      return Finding.error(
          "E507",
          place,
          text,
          "no code is known for the unit '" + text + "'",
          "add the name to the table of names (units: names)");
    }
    UnitList list = codes.get().list();
    String readings = several.stream()
        .map(code -> code
            + (list == null
                ? ""
                : list.name(code, period.year()).map(n -> " " + n).orElse("")))
        .collect(Collectors.joining(" or "));
    return Finding.error(
        "E512",
        place,
        text,
        "'" + text + "' can be " + readings + " in " + period.year(),
        "use codes in the source, or name one of them in a table of names (units: names)");
  }

  /** The rows of several files below one another; only columns that all can have. */
  private Frame joined(List<Frame> frames, List<String> keys) {
    if (frames.size() == 1) {
      return frames.get(0);
    }
    List<String> names = new ArrayList<>(List.of(UNIT, PERIOD));
    names.addAll(keys);
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      TextColumn.Builder builder = TextColumn.builder(name);
      for (Frame frame : frames) {
        for (int row = 0; row < frame.rows(); row++) {
          builder.add(frame.text(name).get(row));
        }
      }
      columns.add(builder.build());
    }
    for (String name : spec.declared().types().keySet()) {
      NumberColumn.Builder builder = NumberColumn.builder(name);
      for (Frame frame : frames) {
        for (int row = 0; row < frame.rows(); row++) {
          builder.addFrom(frame.number(name), row);
        }
      }
      columns.add(builder.build());
    }
    List<Origin> origins =
        frames.stream().map(frame -> frame.origin().orElseThrow()).toList();
    return Frame.of(columns).from(Origin.joined(spec.path(), origins));
  }

  /** A unit and period twice is a fault, unless the source says by which further columns rows are told apart. */
  private void refuseDoubles(Frame frame, List<String> keys) {
    if (!spec.declared().key().isEmpty()) {
      return;
    }
    List<String> by = new ArrayList<>(List.of(UNIT, PERIOD));
    by.addAll(keys);
    Groups groups = frame.groups(by);
    for (int[] rows : groups.rows()) {
      if (rows.length > 1) {
        String unit = frame.text(UNIT).get(rows[1]);
        beside.add(
            Finding.error(
                "E501",
                frame.place(rows[1], UNIT),
                unit,
                "unit '" + unit + "' stands twice in " + frame.text(PERIOD).get(rows[1])
                    + ", first on line " + frame.place(rows[0], UNIT).line(),
                "delete one, give the column that tells them apart a role, or declare 'key' to have them summed"));
        return;
      }
    }
  }

  private Frame deflated(Frame frame) {
    Frame result = frame;
    for (ColumnSpec column : spec.columns().values()) {
      Project.Deflate deflate = column.deflate();
      if (deflate != null) {
        result = result.with(deflated(result, column, deflate));
      }
    }
    return result;
  }

  private NumberColumn deflated(Frame frame, ColumnSpec column, Project.Deflate deflate) {
    PriceIndex index = tables.prices(deflate.index());
    TextColumn periods = frame.text(PERIOD);
    Set<String> without = new TreeSet<>();
    for (int row = 0; row < frame.rows(); row++) {
      if (index.factor(Period.parse(periods.get(row)), deflate.to()).isEmpty()) {
        without.add(periods.get(row));
      }
    }
    if (!without.isEmpty()) {
      beside.add(Finding.warning(
          "W609",
          column.place(),
          "",
          "the price index has no number for " + String.join(" ", without) + " or the base "
              + deflate.to() + "; these amounts are missing",
          "add the periods to " + deflate.index()));
    }
    return index.deflated(frame.number(column.as()), periods, deflate.to());
  }
}
