package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.utfall.figure.Column;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Norway;
import no.utfall.panel.Period;
import no.utfall.panel.UnitLevel;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/**
 * Any export as one long table, one row a number: {@code unit, unit_name, period, indicator}, the dimensions under their
 * own names, {@code value, status, flags}, and {@code low, high} when limits of a hidden number are known.
 *
 * <p>{@code indicator} is the publisher's column of indicators, else what the file says that all its numbers are, else the
 * name of the column of numbers; with several of these beside the first, their name stands in {@code measure}. A period for which a file has no column gives no row; a blank cell gives one. A
 * number that is missing in a year in which the unit did not exist is {@code no-unit}, where the publisher's profile
 * names the built-in list of its codes.
 *
 * <p>Where the codes of a publisher tell how large an area they stand for, and a file has several, {@code unit_level} tells
 * them apart: totals are no units.
 *
 * <p>A file without numbers, or one that its publisher calls a list, is a list: one row a row of the file.
 */
public final class Tidying {

  private static final List<String> FRONT = List.of("unit", "unit_name", "period", "indicator");
  private static final List<String> BACK = List.of("value", "status", "flags", "low", "high");
  private static final String MEASURE = "measure";
  private static final String LEVEL = "unit_level";

  private Tidying() {}

  /**
   * The roles that the user names; what is left {@code null} or empty is as {@link Inspect} proposes.
   *
   * @param values the columns of numbers
   */
  public record Said(@Nullable String unit, @Nullable String period, List<String> values) {
    public static final Said NOTHING = new Said(null, null, List.of());

    public Said {
      values = List.copyOf(values);
    }

    boolean isNothing() {
      return unit == null && period == null && values.isEmpty();
    }
  }

  /**
   * A long table, and what became of the rows of the file.
   *
   * @param left columns that are no dimension, such as remarks that are read into status and flags
   * @param measures level and unit of measure of columns, as the metadata beside the file give them
   */
  public record Tidy(
      Frame frame,
      Ledger ledger,
      Recognition recognition,
      List<String> left,
      Map<String, Measure> measures) {
    public Tidy {
      left = List.copyOf(left);
      measures = Map.copyOf(measures);
    }
  }

  /**
   * Reads a file with the roles that {@link Inspect} proposes.
   *
   * @return the long table with the findings of the reading; with an error among them it must not be used
   * @throws Refusal as {@link Ingest#read}
   */
  public static Loaded<Tidy> of(Input input, Declared declared, Said said, Limits limits) {
    Described described = Described.of(input, declared, limits);
    Loaded<Tidy> tidied = tidied(described, described.declared(), said, limits);
    Optional<String> fault = described.fault(tidied.value().recognition(), tidied.findings());
    if (fault.isEmpty()) {
      return tidied;
    }
    Loaded<Tidy> bare = tidied(described.bare(fault.get()), declared, said, limits);
    return bare.hasErrors() ? tidied : bare;
  }

  private static Loaded<Tidy> tidied(
      Described described, Declared declared, Said said, Limits limits) {
    Inspect.Proposal proposal = Inspect.propose(described, declared, limits, said);
    boolean list = said.values().isEmpty()
        && (proposal.profile().is("list") || proposal.typesWhenLong().isEmpty());
    Declared signed = described.withSigns(declared, proposal.profile());
    Declared typed =
        list ? signed : signed.withTypes(proposal.typesWhenLong()).withWide(proposal.wide());
    Loaded<Reading> read = Ingest.read(described.input(), typed, limits);
    Frame frame = read.value().frame();
    List<Finding> findings = new ArrayList<>();
    Location place = Location.ofFile(described.input().name());
    if (!read.hasErrors()) {
      findings(proposal, said, list, place, findings);
    }
    Layout layout = list ? null : new Layout(proposal, frame);
    List<String> left = layout == null ? List.of() : layout.left;
    if (!left.isEmpty() && !read.hasErrors()) {
      findings.add(Finding.note(
          "N418",
          place,
          "",
          "columns that are no part of the long table: " + String.join(", ", left),
          ""));
    }
    Loaded<Reading> all = read.and(findings).and(described.findings(proposal, frame));
    if (layout != null && !read.hasErrors()) {
      layout.levels(place, findings);
      all = read.and(findings).and(described.findings(proposal, frame));
    }
    Frame table = all.hasErrors()
        ? empty()
        : layout == null
            ? ListTable.of(frame, proposal.profile(), proposal.roles())
            : layout.frame();
    return new Loaded<>(
        new Tidy(
            table,
            read.value().ledger().withAbsent(proposal.absent(frame)),
            described.told(read.value().recognition()),
            left,
            described.measures()),
        all.findings());
  }

  private static void findings(
      Inspect.Proposal proposal, Said said, boolean list, Location place, List<Finding> findings) {
    for (String name : named(said)) {
      if (!proposal.roles().containsKey(name)) {
        findings.add(Finding.error(
            "E304",
            place,
            name,
            "column '" + name + "' not found",
            "the columns are: " + String.join(", ", proposal.roles().keySet())));
      }
    }
    if (list && !proposal.profile().is("list")) {
      findings.add(Finding.note(
          "N419",
          place,
          "",
          "no column holds numbers: the rows stand as a list",
          "if one does, name it with --value COLUMN"));
    } else if (!list && !proposal.roles().containsValue("unit")) {
      findings.add(Finding.note(
          "N417",
          place,
          "",
          "no column is recognised as the unit; its cells stand under their own name",
          "name it with --unit COLUMN"));
    }
  }

  private static List<String> named(Said said) {
    List<String> named = new ArrayList<>(said.values());
    if (said.unit() != null) {
      named.add(said.unit());
    }
    if (said.period() != null) {
      named.add(said.period());
    }
    return named;
  }

  private static Frame empty() {
    return Frame.of(List.of());
  }

  /**
   * Several long tables as one, or several lists: every dimension of any, blank where a file does not have it.
   *
   * @throws Refusal when some are lists and others hold numbers
   */
  public static Frame append(List<Frame> tables) {
    if (tables.size() == 1) {
      return tables.get(0);
    }
    long numbers = tables.stream().filter(table -> table.has("value")).count();
    if (numbers == 0) {
      return appended(tables);
    }
    if (numbers < tables.size()) {
      throw Refusal.commandLine(
          "lists without numbers and tables of numbers cannot stand under one another",
          "give the lists on their own");
    }
    Set<String> dimensions = new LinkedHashSet<>();
    boolean limits = false;
    for (Frame table : tables) {
      dimensions.addAll(table.names());
      limits |= table.has("low");
    }
    dimensions.removeAll(FRONT);
    dimensions.removeAll(BACK);
    Rows rows = new Rows(List.copyOf(dimensions));
    for (Frame table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        rows.add(table, row);
      }
    }
    return rows.frame(limits);
  }

  /** Lists under one another. */
  private static Frame appended(List<Frame> lists) {
    Map<String, TextColumn.Builder> columns = new LinkedHashMap<>();
    lists.forEach(
        list -> list.names().forEach(name -> columns.computeIfAbsent(name, TextColumn::builder)));
    for (Frame list : lists) {
      columns.forEach((name, column) -> {
        TextColumn own = list.has(name) ? list.text(name) : null;
        for (int row = 0; row < list.rows(); row++) {
          column.add(own == null ? "" : own.get(row));
        }
      });
    }
    return Frame.of(columns.values().stream().map(TextColumn.Builder::build).toList());
  }

  /** Which column goes where. */
  private static final class Layout {
    private final Frame frame;
    private final @Nullable TextColumn unit;
    private final @Nullable TextColumn unitName;
    private final @Nullable TextColumn period;
    private final @Nullable TextColumn indicator;
    private final Map<String, TextColumn> dimensions = new LinkedHashMap<>();
    private final List<NumberColumn> numbers = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final @Nullable Norway codes;
    private final @Nullable TextColumn mixed;
    private final String subject;

    Layout(Inspect.Proposal proposal, Frame frame) {
      this.frame = frame;
      this.subject = proposal.recognition().subject();
      String units = proposal.profile().find("units");
      this.codes = units == null ? null : Norway.find(units).orElse(null);
      Map<String, String> roles = new LinkedHashMap<>(proposal.roles());
      TextColumn wide = proposal.wide().isEmpty() || !frame.has("year") ? null : frame.text("year");
      this.unit = column(roles, "unit");
      this.unitName = column(roles, "unit-name");
      TextColumn own = column(roles, "period");
      this.period = wide == null ? own : wide;
      this.indicator = column(roles, "indicator");
      TextColumn area = levels(proposal, unit);
      this.mixed = area != null && area.levels() > 1 ? area : null;
      if (mixed != null) {
        dimensions.put(LEVEL, mixed);
      }
      if (wide != null && own != null) {
        dimensions.put(free(own.name()), own);
      }
      for (String name : frame.names()) {
        String role = roles.getOrDefault(name, "");
        if (frame.column(name) instanceof NumberColumn number) {
          numbers.add(number);
        } else if (role.equals("note") || role.isEmpty() && !name.equals("year")) {
          left.add(name);
        } else if (frame.column(name) instanceof TextColumn text
            && text != unit
            && text != unitName
            && text != period
            && text != own
            && text != indicator) {
          dimensions.put(free(name), text);
        }
      }
    }

    /** How large an area each row stands for, where the codes of the publisher tell. */
    private static @Nullable TextColumn levels(
        Inspect.Proposal proposal, @Nullable TextColumn unit) {
      String id = proposal.profile().find("levels");
      UnitLevel.Family system = id == null ? null : UnitLevel.Family.find(id).orElse(null);
      if (system == null || unit == null) {
        return null;
      }
      String[] byCode = new String[unit.levels()];
      for (int level = 0; level < byCode.length; level++) {
        byCode[level] = system.level(unit.level(level)).map(UnitLevel::code).orElse("");
      }
      TextColumn.Builder levels = TextColumn.builder(LEVEL);
      for (int row = 0; row < unit.size(); row++) {
        levels.add(byCode[unit.code(row)]);
      }
      return levels.build();
    }

    /** Tells which levels stand side by side, and codes that are of none. */
    void levels(Location place, List<Finding> findings) {
      if (mixed == null || unit == null) {
        return;
      }
      Map<String, Set<String>> units = new TreeMap<>(Order.NATURAL);
      for (int row = 0; row < mixed.size(); row++) {
        units.computeIfAbsent(mixed.get(row), l -> new LinkedHashSet<>()).add(unit.get(row));
      }
      List<String> counted = new ArrayList<>();
      units.forEach((level, codes) ->
          counted.add(codes.size() + " " + (level.isEmpty() ? "of no known level" : level)));
      findings.add(Finding.note(
          "N519",
          place,
          unit.name(),
          "units of several levels stand in one column: " + String.join(", ", counted),
          "choose one of unit_level before adding up: a total is counted twice otherwise"));
      Set<String> unknown = units.getOrDefault("", Set.of());
      if (!unknown.isEmpty()) {
        findings.add(Finding.warning(
            "W521",
            place,
            unknown.iterator().next(),
            "codes of no known unit: " + shortened(unknown),
            "look them up; they can be totals, or units of another time"));
      }
    }

    private static String shortened(Set<String> codes) {
      List<String> first = codes.stream().limit(5).toList();
      return String.join(", ", first)
          + (codes.size() > first.size() ? " and " + (codes.size() - first.size()) + " more" : "");
    }

    private @Nullable TextColumn column(Map<String, String> roles, String role) {
      for (Map.Entry<String, String> entry : roles.entrySet()) {
        if (entry.getValue().equals(role)
            && frame.has(entry.getKey())
            && frame.column(entry.getKey()) instanceof TextColumn text) {
          return text;
        }
      }
      return null;
    }

    /** A dimension cannot have a name of the long table, nor that of another column. */
    private String free(String name) {
      String free = name;
      while (FRONT.contains(free)
          || BACK.contains(free)
          || free.equals(MEASURE)
          || free.equals(LEVEL)
          || !free.equals(name) && frame.has(free)) {
        free += "_";
      }
      return free;
    }

    /** The long table column by column: each takes its cells from the row and the number that a row of it is of. */
    Frame frame() {
      int most = Math.multiplyExact(frame.rows(), numbers.size());
      int[] rows = new int[most];
      int[] which = new int[most];
      int size = 0;
      boolean limits = false;
      for (int row = 0; row < frame.rows(); row++) {
        for (int k = 0; k < numbers.size(); k++) {
          NumberColumn number = numbers.get(k);
          if (number.status(row) != Status.ABSENT) {
            rows[size] = row;
            which[size++] = k;
            limits |= number.status(row) == Status.SUPPRESSED
                && !(Double.isNaN(number.low(row)) && Double.isNaN(number.high(row)));
          }
        }
      }
      if (size < most) {
        rows = Arrays.copyOf(rows, size);
        which = Arrays.copyOf(which, size);
      }
      return frame(rows, which, limits);
    }

    private Frame frame(int[] rows, int[] which, boolean limits) {
      String[] names = numbers.stream().map(NumberColumn::name).toArray(String[]::new);
      String[] subjects = numbers.stream().map(this::subject).toArray(String[]::new);
      List<Column> all = new ArrayList<>();
      all.add(text("unit", unit, rows));
      all.add(text("unit_name", unitName, rows));
      all.add(text("period", period, rows));
      all.add(
          indicator == null
              ? byFirstAppearance(TextColumn.ofCodes("indicator", which, subjects))
              : text("indicator", indicator, rows));
      if (indicator != null && numbers.size() > 1) {
        all.add(byFirstAppearance(TextColumn.ofCodes(MEASURE, which, names)));
      }
      dimensions.forEach((name, dimension) -> all.add(text(name, dimension, rows)));
      all.add(values(rows, which));
      TextColumn status = statuses(rows, which);
      all.add(status);
      all.add(flags(rows, which));
      if (limits) {
        all.add(limits("low", rows, which, status));
        all.add(limits("high", rows, which, status));
      }
      return Frame.of(all);
    }

    private static TextColumn text(String name, @Nullable TextColumn cells, int[] rows) {
      return cells == null
          ? constant(name, "", rows.length)
          : byFirstAppearance(cells.rows(rows).named(name));
    }

    private static TextColumn constant(String name, String cell, int size) {
      return byFirstAppearance(TextColumn.ofCodes(name, new int[size], new String[] {cell}));
    }

    /** The same cells; a text that stands in none of them is forgotten. */
    private static TextColumn byFirstAppearance(TextColumn column) {
      int met = 0;
      int row = 0;
      while (row < column.size() && column.code(row) <= met) {
        met += column.code(row++) == met ? 1 : 0;
      }
      if (row == column.size() && met == column.levels()) {
        return column;
      }
      TextColumn.Builder builder = TextColumn.builder(column.name(), column.size());
      for (int i = 0; i < column.size(); i++) {
        builder.add(column.get(i));
      }
      return builder.build();
    }

    private NumberColumn values(int[] rows, int[] which) {
      NumberColumn.Builder values = NumberColumn.builder("value", rows.length);
      for (int i = 0; i < rows.length; i++) {
        values.addFrom(numbers.get(which[i]), rows[i]);
      }
      return values.build();
    }

    private TextColumn statuses(int[] rows, int[] which) {
      if (isPlain()) {
        return constant("status", Status.KNOWN.code(), rows.length);
      }
      TextColumn.Builder status = TextColumn.builder("status", rows.length);
      for (int i = 0; i < rows.length; i++) {
        NumberColumn number = numbers.get(which[i]);
        status.add((isNoUnit(number, rows[i]) ? Status.NO_UNIT : number.status(rows[i])).code());
      }
      return status.build();
    }

    private TextColumn flags(int[] rows, int[] which) {
      if (isPlain()) {
        return constant("flags", "", rows.length);
      }
      TextColumn.Builder flags = TextColumn.builder("flags", rows.length);
      for (int i = 0; i < rows.length; i++) {
        flags.add(flags(numbers.get(which[i]), rows[i]));
      }
      return flags.build();
    }

    private static String flags(NumberColumn number, int row) {
      if (number.isPlain()) {
        return "";
      }
      StringBuilder codes = new StringBuilder();
      for (Flag flag : Flag.values()) {
        if (number.has(row, flag)) {
          codes.append(codes.length() == 0 ? "" : " ").append(flag.code());
        }
      }
      return codes.toString();
    }

    /** The limits of hidden numbers alone. */
    private NumberColumn limits(String name, int[] rows, int[] which, TextColumn status) {
      NumberColumn.Builder limits = NumberColumn.builder(name, rows.length);
      for (int i = 0; i < rows.length; i++) {
        NumberColumn number = numbers.get(which[i]);
        boolean isHidden = status.get(i).equals(Status.SUPPRESSED.code());
        double limit = name.equals("low") ? number.low(rows[i]) : number.high(rows[i]);
        limits.add(isHidden ? limit : Double.NaN);
      }
      return limits.build();
    }

    private boolean isPlain() {
      return numbers.stream().allMatch(NumberColumn::isPlain);
    }

    /** What the numbers are: as the file says for all of them, else the name of their column. */
    private String subject(NumberColumn number) {
      return subject.isEmpty() || numbers.size() > 1 ? number.name() : subject;
    }

    /** Whether a number is missing because its unit did not exist in that year. */
    private boolean isNoUnit(NumberColumn number, int row) {
      if (codes == null || number.status(row) != Status.MISSING) {
        return false;
      }
      String code = text(unit, row);
      int year = Period.find(text(period, row)).map(Period::year).orElse(0);
      return year >= Norway.FIRST_YEAR
          && codes.units().knows(code)
          && !codes.units().holds(code, year);
    }

    private static String text(@Nullable TextColumn column, int row) {
      return column == null ? "" : column.get(row);
    }
  }

  /** Long tables under one another, as they grow. */
  private static final class Rows {
    private final TextColumn.Builder unit = TextColumn.builder("unit");
    private final TextColumn.Builder unitName = TextColumn.builder("unit_name");
    private final TextColumn.Builder period = TextColumn.builder("period");
    private final TextColumn.Builder indicator = TextColumn.builder("indicator");
    private final List<TextColumn.Builder> dimensions;
    private final List<String> names;
    private final NumberColumn.Builder value = NumberColumn.builder("value");
    private final TextColumn.Builder status = TextColumn.builder("status");
    private final TextColumn.Builder flags = TextColumn.builder("flags");
    private final NumberColumn.Builder low = NumberColumn.builder("low");
    private final NumberColumn.Builder high = NumberColumn.builder("high");

    Rows(List<String> names) {
      this.names = names;
      this.dimensions = names.stream().map(TextColumn::builder).toList();
    }

    /** A row of another long table. */
    void add(Frame table, int row) {
      unit.add(table.text("unit").get(row));
      unitName.add(table.text("unit_name").get(row));
      period.add(table.text("period").get(row));
      indicator.add(table.text("indicator").get(row));
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        dimensions.get(i).add(table.has(name) ? table.text(name).get(row) : "");
      }
      value.addFrom(table.number("value"), row);
      status.add(table.text("status").get(row));
      flags.add(table.text("flags").get(row));
      low.add(table.has("low") ? table.number("low").value(row) : Double.NaN);
      high.add(table.has("high") ? table.number("high").value(row) : Double.NaN);
    }

    Frame frame(boolean limits) {
      List<Column> all = new ArrayList<>();
      all.add(unit.build());
      all.add(unitName.build());
      all.add(period.build());
      all.add(indicator.build());
      dimensions.forEach(d -> all.add(d.build()));
      all.add(value.build());
      all.add(status.build());
      all.add(flags.build());
      if (limits) {
        all.add(low.build());
        all.add(high.build());
      }
      return Frame.of(all);
    }
  }
}
