package no.utfall.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.utfall.build.Project.ColumnSpec;
import no.utfall.build.Project.IndicatorSpec;
import no.utfall.build.Project.Reference;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.Direction;
import no.utfall.panel.Indicator;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.report.Measured;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** An indicator from the columns of its sources: by unit and period, and for the country. */
final class IndicatorRunner {

  private static final Text OF_ALL = Text.of(
      "regnet på alle enhetene samlet",
      "rekna på alle einingane samla",
      "computed on all units together");
  private static final Set<String> TEXT_ROLES =
      Set.of("age", "sex", "group", "category", "rank", "strata", "cluster");

  private final IndicatorSpec spec;
  private final Map<String, SourceData> sources;
  private final Map<String, Measured> indicators;
  private final Function<String, Optional<Method>> methods;
  private final Tables tables;

  /** @param indicators those that were made before */
  IndicatorRunner(
      IndicatorSpec spec,
      Map<String, SourceData> sources,
      Map<String, Measured> indicators,
      Function<String, Optional<Method>> methods,
      Tables tables) {
    this.spec = spec;
    this.sources = sources;
    this.indicators = indicators;
    this.methods = methods;
    this.tables = tables;
  }

  /** What a method makes of units and periods. */
  private enum Over {
    /** A number for every group of rows: of each unit and period, and of the country in each period. */
    GROUPS,
    /** Units are set against each other within a period; there is no number of the country. */
    UNITS,
    /** One number for all periods of a unit; it stands at the last. */
    PERIODS;

    static Over of(Card card) {
      return needs(card, "unit") ? UNITS : needs(card, "period") ? PERIODS : GROUPS;
    }

    private static boolean needs(Card card, String role) {
      return card.option(role).filter(Option::required).isPresent();
    }
  }

  /**
   * An indicator with everything its method gave.
   *
   * @param tidy result tables as the method gave them, by unit and period and for the country
   */
  record Run(Measured measured, List<Frame> tidy) {
    Run {
      tidy = List.copyOf(tidy);
    }
  }

  Run run() {
    Frame data = data();
    if (spec.method().isEmpty()) {
      return new Ratio(spec, indicator(defaultUnit())).run(data);
    }
    Method method = methods
        .apply(spec.method())
        .orElseThrow(() -> fault(
            "E814", "this version has no method '" + spec.method() + "'", "choose another method"));
    List<Finding> findings = new ArrayList<>();
    Over over = Over.of(method.card());
    Optional<Result> ofUnits = tried(method, data, over, true, findings);
    Optional<Result> ofAll =
        together(data, over, findings).flatMap(all -> tried(method, all, over, false, findings));
    Optional<Frame> byUnit = ofUnits.map(result -> dated(result.tidy(), over, data));
    Optional<Frame> country = ofAll.map(result -> dated(result.tidy(), over, data));
    List<Frame> tidy = Stream.of(byUnit, country).flatMap(Optional::stream).toList();
    String measure = measure(method, tidy);
    String unit = tidy.isEmpty() ? "" : firstText(tidy.get(0), measure, "unit_of_measure");
    return new Run(
        new Measured(
            indicator(unit),
            estimates(byUnit, List.of("unit", "period"), measure),
            over == Over.GROUPS
                ? new HiddenCells(method, settings(method, over, false), measure)
                    .counted(data, estimates(country, List.of("period"), measure))
                : estimates(country, List.of("period"), measure),
            OF_ALL,
            over == Over.PERIODS ? Optional.of(story(ofAll, ofUnits)) : Optional.empty(),
            findings),
        tidy);
  }

  /** What is told of all units together, then of the units, nothing twice; the charts of all, else of the units. */
  private static Measured.Story story(Optional<Result> all, Optional<Result> units) {
    Set<Text> reading = new LinkedHashSet<>();
    Stream.of(all, units).flatMap(Optional::stream).map(Result::reading).forEach(reading::addAll);
    return new Measured.Story(
        List.copyOf(reading), all.or(() -> units).map(Result::charts).orElse(List.of()));
  }

  /** The rows that all units together are computed from; nothing where units are only set against each other. */
  private Optional<Frame> together(Frame data, Over over, List<Finding> findings) {
    if (over == Over.UNITS) {
      return Optional.empty();
    }
    boolean counted = spec.columns().containsKey("count");
    if (over == Over.PERIODS && !counted) {
      return notAdded("values of units", findings);
    }
    boolean persons = spec.options().getOrDefault("rows", "").equals("persons")
        || Stream.of("weight", "cluster", "strata").anyMatch(spec.columns()::containsKey);
    if (!spec.columns().containsKey("group") || persons) {
      return Optional.of(data);
    }
    if (!counted) {
      return notAdded("values of groups", findings);
    }
    TextColumn.Builder everywhere = TextColumn.builder("unit");
    for (int row = 0; row < data.rows(); row++) {
      everywhere.add("");
    }
    return Optional.of(summed(data.with(everywhere.build()), List.of("unit", "period", "group")));
  }

  private Optional<Frame> notAdded(String what, List<Finding> findings) {
    findings.add(Finding.warning(
        "W717",
        spec.place(),
        spec.id(),
        spec.id() + ", all units together: " + what + " are not added",
        "give count and population in place of value"));
    return Optional.empty();
  }

  /** The first measure of the card, or of the result where the options ask for others. */
  private static String measure(Method method, List<Frame> tidy) {
    String usual = method.card().measures().get(0).name();
    for (Frame frame : tidy) {
      TextColumn measures = frame.text("measure");
      boolean there =
          IntStream.range(0, measures.levels()).anyMatch(i -> measures.level(i).equals(usual));
      if (!there && frame.rows() > 0) {
        return measures.get(0);
      }
    }
    return usual;
  }

  /** What cannot be estimated is told and shown as unknown; it does not stop what else can. */
  private Optional<Result> tried(
      Method method, Frame data, Over over, boolean units, List<Finding> findings) {
    try {
      Result result = method.apply(data, settings(method, over, units));
      result.findings().stream()
          .filter(finding -> !findings.contains(finding))
          .forEach(findings::add);
      return Optional.of(result);
    } catch (Refusal refusal) {
      if (refusal.fault() == Fault.COMMAND_LINE) {
        throw inProject(refusal);
      }
      if (refusal.fault() != Fault.ANALYSIS) {
        throw refusal;
      }
      refusal
          .findings()
          .forEach(finding -> findings.add(Finding.warning(
              "W717",
              spec.place(),
              spec.id(),
              spec.id() + (units ? ": " : ", all units together: ") + finding.message(),
              finding.fix())));
      return Optional.empty();
    }
  }

  /** What a method does not accept stands in the project file, not on the command line. */
  private Refusal inProject(Refusal refusal) {
    return new Refusal(
        Fault.PROJECT_FILE,
        refusal.findings().stream()
            .map(finding -> Finding.error(
                "E808",
                spec.place(),
                spec.id(),
                spec.id() + ": " + finding.message().replace("--", ""),
                finding.fix().replace("--", "")))
            .toList());
  }

  private static Frame estimates(Optional<Frame> tidy, List<String> keys, String measure) {
    return Estimates.of(tidy.orElseGet(() -> Tidy.keys(keys).frame()), keys, measure);
  }

  /** What holds for all periods stands at the last of them. */
  private static Frame dated(Frame tidy, Over over, Frame data) {
    if (over != Over.PERIODS) {
      return tidy;
    }
    TextColumn periods = data.text("period");
    String last = IntStream.range(0, periods.levels())
        .mapToObj(periods::level)
        .max(Comparator.comparing(Period::parse))
        .orElse("");
    TextColumn.Builder builder = TextColumn.builder("period");
    for (int row = 0; row < tidy.rows(); row++) {
      builder.add(last);
    }
    List<Column> columns = new ArrayList<>(tidy.columns());
    columns.add(0, builder.build());
    return Frame.of(columns);
  }

  private static String firstText(Frame tidy, String measure, String column) {
    for (int row = 0; tidy.has(column) && row < tidy.rows(); row++) {
      if (tidy.text("measure").get(row).equals(measure)
          && !tidy.text(column).get(row).isEmpty()) {
        return tidy.text(column).get(row);
      }
    }
    return "";
  }

  /** @param units whether for each unit, and not for all together */
  private Settings settings(Method method, Over over, boolean units) {
    Card card = method.card();
    if (card.option("by").isEmpty()) {
      throw fault(
          "E814",
          "'" + spec.method() + "' is not computed by unit and period",
          "use it under 'analyses'");
    }
    Map<String, String> given = new LinkedHashMap<>();
    switch (over) {
      case GROUPS -> given.put("by", units ? "unit,period" : "period");
      case UNITS -> {
        given.put("by", "period");
        given.put("unit", "unit");
        if (card.option("period").isPresent()) {
          given.put("period", "period");
        }
      }
      case PERIODS -> {
        if (units) {
          given.put("by", "unit");
        }
        given.put("period", "period");
        given.put("direction", spec.direction().code());
      }
    }
    spec.columns().keySet().stream()
        .filter(role -> card.option(role).isPresent())
        .forEach(role -> given.put(role, role));
    given.putAll(spec.options());
    if (!spec.of().isEmpty()) {
      given.put("indicators", String.join(",", spec.of()));
      String lower = parts()
          .filter(part -> part.indicator().direction() == Direction.LOWER_IS_BETTER)
          .map(part -> part.indicator().id())
          .collect(Collectors.joining(","));
      if (!lower.isEmpty()) {
        given.put("lower-is-better", lower);
      }
    }
    Settings settings = checked(card, given);
    for (Map.Entry<String, String> file : spec.files().entrySet()) {
      Map<String, Type> types = method.files().getOrDefault(file.getKey(), Map.of());
      settings = settings.with(file.getKey(), tables.read(file.getValue(), types));
    }
    return settings;
  }

  private Settings checked(Card card, Map<String, String> given) {
    return Checked.settings(card, given, spec.place());
  }

  private Indicator indicator(String unit) {
    Level level = spec.level();
    if (level == null && !spec.of().isEmpty()) {
      level = parts()
          .map(part -> part.indicator().level())
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
    if (level == null) {
      level = spec.columns().values().stream()
          .map(this::column)
          .map(ColumnSpec::level)
          .filter(l -> l != null)
          .findFirst()
          .orElse(Level.OUTCOME);
    }
    return new Indicator(
        spec.id(),
        spec.title(),
        level,
        spec.direction(),
        spec.unit().isEmpty() ? unit : spec.unit(),
        definition(),
        spec.source(),
        spec.tags(),
        spec.lag(),
        spec.smallestImportant());
  }

  /** What is declared, and which columns of which files the number is made of. */
  private Text definition() {
    List<Reference> over = spec.columns().entrySet().stream()
        .filter(column -> !column.getKey().equals("population"))
        .map(Map.Entry::getValue)
        .toList();
    Reference under = spec.columns().get("population");
    if (!spec.of().isEmpty() && spec.definition().isBlank()) {
      return made();
    }
    if (over.isEmpty()) {
      return spec.definition();
    }
    String columns = over.get(0).column() + (under == null ? "" : " / " + under.column());
    String files = Stream.concat(over.stream().limit(1), Stream.ofNullable(under))
        .map(reference -> source(reference).spec().path())
        .distinct()
        .collect(Collectors.joining(", "));
    String made = columns + " (" + files + ").";
    Text declared = spec.definition();
    return declared.isBlank()
        ? Text.same(made)
        : Text.of("{0}: {1}", "{0}: {1}", "{0}: {1}").with(declared, made);
  }

  private Text made() {
    Text titles = Text.none();
    for (Measured part : parts().toList()) {
      titles = titles
          .plus(Text.same(titles.isBlank() ? "" : "; "))
          .plus(part.indicator().title());
    }
    return Text.of(
            "Sammensatt av {0}. Et sammendrag, ikke et utfall.",
            "Samansett av {0}. Eit samandrag, ikkje eit utfall.",
            "Made of {0}. A summary, not an outcome.")
        .with(titles);
  }

  /** The indicators that it is made of. */
  private Stream<Measured> parts() {
    return spec.of().stream().map(this::measured);
  }

  private Measured measured(String id) {
    Measured made = indicators.get(id);
    if (made == null) {
      throw new IllegalStateException("built before: " + id);
    }
    return made;
  }

  private ColumnSpec column(Reference reference) {
    ColumnSpec column = source(reference).spec().columns().get(reference.column());
    if (column == null) {
      throw new IllegalStateException("checked by the reader: " + reference);
    }
    return column;
  }

  private SourceData source(Reference reference) {
    SourceData data = sources.get(reference.source());
    if (data == null) {
      throw new IllegalStateException("built before: " + reference);
    }
    return data;
  }

  private String defaultUnit() {
    for (String role : List.of("value", "cost", "activity")) {
      Reference reference = spec.columns().get(role);
      if (reference != null) {
        ColumnSpec column = column(reference);
        Project.Deflate deflate = column.deflate();
        return deflate == null || column.unit().isEmpty()
            ? column.unit()
            : column.unit() + ", " + deflate.to() + " prices";
      }
    }
    return "";
  }

  /** {@code unit}, {@code period} and every column under the name of its role. */
  private Frame data() {
    Set<String> ids = new LinkedHashSet<>();
    spec.columns().values().forEach(reference -> ids.add(reference.source()));
    if (!spec.of().isEmpty()) {
      Stream<String> beside = spec.options().values().stream()
          .flatMap(value -> Stream.of(value.split(",")))
          .filter(indicators::containsKey);
      return IndicatorColumns.panel(Stream.concat(spec.of().stream(), beside)
          .distinct()
          .map(this::measured)
          .toList());
    }
    if (ids.isEmpty()) {
      throw fault(
          "E809",
          "'indicators." + spec.id() + "' names no column",
          "name one: count: source.column");
    }
    if (ids.size() == 1) {
      SourceData only = sources.get(ids.iterator().next());
      return named(only == null ? Frame.of() : only.frame(), spec.columns().keySet());
    }
    List<String> keys = new ArrayList<>(List.of("unit", "period"));
    spec.columns().keySet().stream().filter(TEXT_ROLES::contains).forEach(keys::add);
    for (Map.Entry<String, String> given : spec.options().entrySet()) {
      String option = given.getKey();
      if (given.getValue().startsWith("col:")) {
        throw fault(
            "E808",
            "'" + option
                + "' cannot be a column where the data come from two sources, which are added up to be joined",
            "give " + option + " a name or a file, or the indicator one source");
      }
    }
    Frame joined = null;
    for (String id : ids) {
      Set<String> roles = new LinkedHashSet<>();
      spec.columns().forEach((role, reference) -> {
        if (reference.source().equals(id)) {
          roles.add(role);
        }
      });
      SourceData data = sources.get(id);
      Frame part = summed(named(data == null ? Frame.of() : data.frame(), roles), keys);
      joined = joined == null ? part : join(joined, part, keys);
    }
    return joined == null ? Frame.of() : joined;
  }

  private Frame named(Frame frame, Set<String> roles) {
    List<Column> columns = new ArrayList<>(List.of(frame.column("unit"), frame.column("period")));
    for (String role : roles) {
      Reference reference = spec.columns().get(role);
      if (reference != null) {
        columns.add(frame.column(reference.column()).named(role));
      }
    }
    Frame named = Frame.of(columns);
    return frame.origin().map(named::from).orElse(named);
  }

  /** Rows that differ only in keys the indicator does not use are added up. */
  private static Frame summed(Frame frame, List<String> keys) {
    List<String> further =
        keys.subList(2, keys.size()).stream().filter(frame::has).toList();
    Set<String> numbers = new LinkedHashSet<>();
    frame.columns().forEach(column -> {
      if (column instanceof NumberColumn) {
        numbers.add(column.name());
      }
    });
    return CodeChanges.none()
        .bring(frame, "unit", "period", further, numbers, Set.of(), null, 0)
        .frame();
  }

  /** Every row of the first with what the second has for it; what it has not is absent. */
  private static Frame join(Frame first, Frame second, List<String> keys) {
    List<String> shared =
        keys.stream().filter(key -> first.has(key) && second.has(key)).toList();
    Groups groups = second.groups(shared);
    Map<List<String>, Integer> rowOf = new LinkedHashMap<>();
    for (int g = 0; g < groups.count(); g++) {
      rowOf.put(cells(second, shared, groups.first(g)), groups.first(g));
    }
    Frame joined = first;
    for (Column column : second.columns()) {
      if (column instanceof NumberColumn numbers) {
        NumberColumn.Builder builder = NumberColumn.builder(column.name());
        for (int row = 0; row < first.rows(); row++) {
          Integer there = rowOf.get(cells(first, shared, row));
          if (there == null) {
            builder.addMissing(Status.ABSENT);
          } else {
            builder.addFrom(numbers, there);
          }
        }
        joined = joined.with(builder.build());
      }
    }
    return joined;
  }

  private static List<String> cells(Frame frame, List<String> keys, int row) {
    List<String> cells = new ArrayList<>();
    for (String key : keys) {
      TextColumn column = frame.text(key);
      cells.add(column.get(row));
    }
    return Collections.unmodifiableList(cells);
  }

  private Refusal fault(String code, String message, String fix) {
    return new Refusal(
        Fault.PROJECT_FILE, Finding.error(code, spec.place(), spec.id(), message, fix));
  }

  /** The standing of a cell of data as the standing of a result. */
  static String status(@Nullable Status status) {
    if (status == null) {
      return "missing";
    }
    return switch (status) {
      case KNOWN -> "ok";
      case SUPPRESSED -> "suppressed";
      case NOT_APPLICABLE, NO_UNIT -> "not-applicable";
      case MISSING, NOT_CALCULATED, ABSENT -> "missing";
    };
  }
}
