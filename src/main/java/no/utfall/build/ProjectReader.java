package no.utfall.build;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.utfall.build.Project.AnalysisSpec;
import no.utfall.build.Project.ChartSpec;
import no.utfall.build.Project.ColumnSpec;
import no.utfall.build.Project.ContrastSpec;
import no.utfall.build.Project.Deflate;
import no.utfall.build.Project.GroupsSpec;
import no.utfall.build.Project.IndicatorSpec;
import no.utfall.build.Project.InterventionSpec;
import no.utfall.build.Project.Kept;
import no.utfall.build.Project.LedgerSpec;
import no.utfall.build.Project.Outputs;
import no.utfall.build.Project.Periods;
import no.utfall.build.Project.Reference;
import no.utfall.build.Project.RegisterSpec;
import no.utfall.build.Project.ReportSpec;
import no.utfall.build.Project.SourceSpec;
import no.utfall.build.Project.TableSpec;
import no.utfall.build.Project.Units;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Limits;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Settings;
import no.utfall.panel.Direction;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Digests;
import no.utfall.text.Language;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Values that passed the schema to a {@link Project}, with what only the whole file can tell: references that lead
 * nowhere, names given twice, outputs over inputs. What the schema refused is read as absent.
 */
final class ProjectReader {

  private static final Set<String> TEXT_ROLES = Set.of(
      "unit",
      "unit-name",
      "period",
      "group",
      "age",
      "sex",
      "rank",
      "category",
      "cluster",
      "strata",
      "cohort",
      "treated",
      "budget",
      "payer",
      "gainer",
      "cashable",
      "kind",
      "by",
      "key");
  private static final Set<String> OF_EVERY_SOURCE = Set.of("unit", "period", "by");
  private static final String OF_COLUMN = "col:";
  private static final int MOST_HEADER_LINES = 4;
  private static final Set<String> SIZE_ROLES = Set.of("population", "weight");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
  private static final Pattern REQUIRES = Pattern.compile(">=\\s*([0-9]{1,6}(\\.[0-9]{1,6})*)");
  private static final Set<String> OUR_FILES = Set.of("findings", "results");

  private final Path root;
  private final String file;
  private final String digest;
  private final Function<String, Optional<Method>> methods;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Map<String, Location> inputs = new LinkedHashMap<>();

  /**
   * @param digest of the bytes of the file
   */
  ProjectReader(Path root, String file, String digest, Function<String, Optional<Method>> methods) {
    this.root = root;
    this.file = file;
    this.digest = digest;
    this.methods = methods;
  }

  List<Finding> findings() {
    return findings;
  }

  Project read(Value.Entries top) {
    checkVersion(top);
    Value.Entries project = entries(top, "project");
    Map<String, SourceSpec> sources = each(top, "sources", this::source);
    Set<String> indicatorIds = entries(top, "indicators").entries().keySet();
    Map<String, IndicatorSpec> indicators = each(
        top,
        "indicators",
        (id, value, place) -> indicator(id, value, place, sources, indicatorIds));
    Map<String, InterventionSpec> interventions = each(top, "interventions", this::intervention);
    Map<String, AnalysisSpec> analyses = each(
        top,
        "analyses",
        (id, value, place) -> isContrast(value)
            ? null
            : analysis(id, value, place, sources, indicators, interventions));
    Map<String, ContrastSpec> contrasts = each(
        top,
        "analyses",
        (id, value, place) -> contrast(id, value, place, sources, indicators, analyses));
    Units units = units(entries(top, "units"));
    Periods periods = periods(entries(top, "periods"));
    Outputs outputs = outputs(top, units, periods, indicators.keySet(), analysisIds(top));
    keep(top, "", "disclosure");
    keep(entries(top, "ledger"), "ledger.", "discount");
    Map<String, RegisterSpec> registers = registers(entries(top, "registers"));
    LedgerSpec ledger = ledger(top);
    keep(entries(top, "units"), "units.", "groups");
    keep(entries(top, "limits"), "limits.", "allow-rejects");
    checkOutputsOverInputs(top, outputs);
    return new Project(
        root,
        file,
        text(project, "id"),
        text(top, "requires"),
        place(top, "requires"),
        local(project.get("title"), text(project, "id")),
        local(project.get("about"), ""),
        languages(project),
        units,
        periods,
        sources,
        indicators,
        interventions,
        analyses,
        contrasts,
        registers,
        ledger,
        outputs,
        limits(entries(top, "limits")),
        kept,
        inputs,
        digest);
  }

  private void checkVersion(Value.Entries top) {
    if (top.get("utfall") instanceof Value.Scalar version
        && !version.text().equals(Schema.VERSION)) {
      error(
          "E810",
          version.place(),
          version.text(),
          "version '" + version.text() + "' of the project file is not known",
          "this program reads 'utfall: " + Schema.VERSION + "'");
    }
    if (top.get("requires") instanceof Value.Scalar asked
        && !REQUIRES.matcher(asked.text()).matches()) {
      error(
          "E808",
          asked.place(),
          asked.text(),
          "'requires' cannot be '" + asked.text() + "'",
          "write \">=0.1\"");
    }
  }

  /** Whether a version of the tool is at least what {@code requires} asks. */
  static boolean fulfils(String version, String requires) {
    Matcher matcher = REQUIRES.matcher(requires);
    if (!matcher.matches()) {
      return true;
    }
    String[] have = version.split("[^0-9]+");
    String[] want = matcher.group(1).split("\\.");
    for (int i = 0; i < want.length; i++) {
      int h = i < have.length && !have[i].isEmpty() ? Integer.parseInt(have[i]) : 0;
      int w = Integer.parseInt(want[i]);
      if (h != w) {
        return h > w;
      }
    }
    return true;
  }

  private Units units(Value.Entries units) {
    return new Units(
        text(units, "level"),
        integerOrNull(units, "year"),
        path(units, "list"),
        path(units, "changes"),
        path(units, "names"));
  }

  private Periods periods(Value.Entries periods) {
    Period from = Period.find(text(periods, "from")).orElse(null);
    Period to = Period.find(text(periods, "to")).orElse(null);
    if (from != null && to != null && from.compareTo(to) > 0) {
      error(
          "E808",
          place(periods, "to"),
          text(periods, "to"),
          "the last period is before the first",
          "swap 'from' and 'to'");
    }
    return new Periods(from, to);
  }

  private List<Language> languages(Value.Entries project) {
    List<Language> languages = new ArrayList<>();
    for (String code : texts(project.get("languages"))) {
      Language language = Language.find(code);
      if (language != null && !languages.contains(language)) {
        languages.add(language);
      }
    }
    return languages.isEmpty() ? List.of(Language.values()) : languages;
  }

  /** A whole number has a least value, and sometimes a greatest. */
  private void checkRange(Value.Entries of, String key, int least, int most) {
    Integer number = integerOrNull(of, key);
    Value value = of.get(key);
    if (number != null && value != null && (number < least || number > most)) {
      error(
          "E808",
          value.place(),
          number.toString(),
          "'" + key + "' cannot be " + number,
          most == Integer.MAX_VALUE
              ? "write " + least + " or more"
              : "write a number from " + least + " to " + most);
    }
  }

  private Limits limits(Value.Entries limits) {
    checkRange(limits, "max-cell", 1, Integer.MAX_VALUE);
    checkRange(limits, "max-columns", 1, Integer.MAX_VALUE);
    return new Limits(
        integer(limits, "max-cell", Limits.DEFAULT.maxCell()),
        integer(limits, "max-columns", Limits.DEFAULT.maxColumns()),
        bytes(text(limits, "max-file")));
  }

  private static long bytes(String size) {
    Matcher matcher = Pattern.compile("([0-9]{1,12})(B|KiB|MiB|GiB)?").matcher(size);
    if (!matcher.matches()) {
      return Limits.DEFAULT.maxFile();
    }
    int shift = switch (String.valueOf(matcher.group(2))) {
      case "KiB" -> 10;
      case "MiB" -> 20;
      case "GiB" -> 30;
      default -> 0;
    };
    return Long.parseLong(matcher.group(1)) << shift;
  }

  private SourceSpec source(String id, Value.Entries value, Location place) {
    String path = text(value, "path");
    note(value.get("path"));
    Map<String, ColumnSpec> columns = new LinkedHashMap<>();
    Map<String, Type> types = new LinkedHashMap<>();
    Map<String, String> wide = new LinkedHashMap<>();
    entries(value, "columns").entries().forEach((name, entry) -> {
      if (entry.value() instanceof Value.Entries column) {
        ColumnSpec spec = column(name, column, entry.key().place());
        if (columns.put(spec.as(), spec) != null) {
          error(
              "E301",
              spec.place(),
              spec.as(),
              "two columns of the source are named '" + spec.as() + "'",
              "give gathered columns another name with 'as'");
        }
        if (PLACEHOLDER.matcher(name).find()) {
          wide.put(name, spec.as());
        }
        if (!TEXT_ROLES.contains(spec.role())) {
          types.put(spec.as(), type(spec.role()));
        }
      }
    });
    Declared declared = new Declared(
        textOrNull(value, "profile"),
        textOrNull(value, "encoding"),
        textOrNull(value, "delimiter"),
        textOrNull(value, "decimal"),
        textOrNull(value, "thousands"),
        integer(value, "header-line", 0),
        integer(value, "header-lines", 0),
        integer(value, "footer", -1),
        textOrNull(value, "sheet"),
        texts(value.get("missing")),
        suppressed(entries(value, "suppressed")),
        texts(value.get("zero")),
        types,
        wide,
        texts(value.get("key")));
    if (declared.hasProfileFile()) {
      path(value, "profile");
    }
    checkRange(value, "header-line", 1, Integer.MAX_VALUE);
    checkRange(value, "header-lines", 1, MOST_HEADER_LINES);
    checkRange(value, "footer", 0, Integer.MAX_VALUE);
    if (declared.decimal() != null && declared.decimal().equals(declared.thousands())) {
      error(
          "E808",
          place(value, "thousands"),
          declared.decimal(),
          "decimal mark and thousands separator cannot be the same",
          "remove one of the two");
    }
    return new SourceSpec(
        id, path, local(value.get("title"), ""), declared, columns, place, digest(value));
  }

  private static Type type(String role) {
    if (role.equals("count")) {
      return Type.COUNT;
    }
    return SIZE_ROLES.contains(role) ? Type.SIZE : Type.NUMBER;
  }

  private ColumnSpec column(String name, Value.Entries column, Location place) {
    Value.Entries deflate = entries(column, "deflate");
    String index = path(deflate, "index");
    Period base = Period.find(text(deflate, "to")).orElse(null);
    if (text(column, "prices").equals("constant") && index != null) {
      error(
          "E808",
          place(column, "deflate"),
          "",
          "'" + name + "' is in constant prices already",
          "remove 'deflate', or write 'prices: current'");
    }
    String role = text(column, "role");
    String as = text(column, "as");
    if (as.isEmpty()) {
      String bare = PLACEHOLDER.matcher(name).replaceAll("").strip();
      as = bare.isEmpty() ? role : PLACEHOLDER.matcher(name).find() ? bare : name;
    } else if (!PLACEHOLDER.matcher(name).find()) {
      error(
          "E808",
          place(column, "as"),
          as,
          "'as' names gathered columns; '" + name + "' is one column",
          "remove 'as'");
    }
    boolean reserved = as.equals(SourceReader.UNIT) && !role.equals("unit")
        || as.equals(SourceReader.PERIOD) && !role.equals("period");
    if (reserved && TEXT_ROLES.contains(role)) {
      as += "_";
    } else if (reserved) {
      error(
          "E308",
          place,
          as,
          "a column of numbers cannot be named '" + as + "', as that of the units or periods is",
          "rename it in the file");
    }
    return new ColumnSpec(
        name,
        as,
        role,
        level(text(column, "level")),
        text(column, "unit"),
        index == null || base == null ? null : new Deflate(index, base),
        place);
  }

  private Map<String, List<Double>> suppressed(Value.Entries signs) {
    Map<String, List<Double>> limits = new LinkedHashMap<>();
    signs.entries().forEach((sign, entry) -> {
      List<Double> ends =
          texts(entry.value()).stream().map(ProjectReader::number).toList();
      if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
        error(
            "E808",
            entry.key().place(),
            sign,
            "a hidden number lies between two limits",
            "write \"" + sign + "\": [1, 4]");
      } else {
        limits.put(sign, ends);
      }
    });
    return limits;
  }

  private IndicatorSpec indicator(
      String id,
      Value.Entries value,
      Location place,
      Map<String, SourceSpec> sources,
      Set<String> indicators) {
    String method = text(value, "method");
    Optional<Method> known = methods.apply(method);
    Optional<Card> card = known.map(Method::card);
    Map<String, Reference> columns = new LinkedHashMap<>();
    Map<String, String> options = new LinkedHashMap<>();
    List<String> of = texts(value.get("of"));
    checkOf(id, value, card, indicators);
    value.entries().forEach((name, entry) -> {
      Optional<Shape.Key> key = Schema.INDICATOR.key(name);
      if (key.isEmpty()
          && of.isEmpty()
          && card.flatMap(c -> c.option(name)).map(Option::kind).orElse(null)
              == Option.Kind.COLUMNS) {
        options.put(name, severalColumns(name, entry, sources, wantedOf(card, name), columns));
        return;
      }
      boolean reference = key.map(k -> k.shape().equals(Shape.word(Shape.Kind.REFERENCE)))
          .orElseGet(() -> of.isEmpty()
              && card.flatMap(c -> c.option(name)).map(Option::isColumn).orElse(false));
      boolean table = known.filter(m -> m.files().containsKey(name)).isPresent();
      if (reference) {
        reference(name, entry.value(), sources, wantedOf(card, name))
            .ifPresent(column -> columns.put(name, column));
      } else if (table && scalar(entry.value()).startsWith(OF_COLUMN)) {
        columnOfTable(name, entry.value(), sources).ifPresent(column -> {
          columns.put(name, column);
          options.put(name, OF_COLUMN + name);
        });
      } else if (key.isEmpty()) {
        options.put(name, String.join(",", texts(entry.value())));
      }
    });
    if (!method.isEmpty() && card.isEmpty() && Schema.METHODS.contains(method)) {
      kept.add(new Kept("indicators." + id, place));
    }
    if (method.isEmpty()
        && !columns.containsKey("value")
        && !columns.containsKey("cost")
        && !columns.containsKey("activity")) {
      error(
          "E809",
          place,
          id,
          "'indicators." + id + "' says neither how nor from what it is computed",
          "give it 'method', or 'value: source.column'");
    }
    card.ifPresent(c -> {
      checkOptions(c, "indicators." + id, value, options);
      if (of.isEmpty()) {
        checkNeeded(c, "indicators." + id, value, place);
      }
    });
    return new IndicatorSpec(
        id,
        local(value.get("title"), id),
        method,
        of,
        columns,
        options,
        known.map(m -> files(m, options, value)).orElse(Map.of()),
        level(text(value, "level")),
        text(value, "direction").equals(Direction.LOWER_IS_BETTER.code())
            ? Direction.LOWER_IS_BETTER
            : Direction.HIGHER_IS_BETTER,
        text(value, "unit"),
        local(value.get("definition"), ""),
        local(value.get("source"), ""),
        texts(value.get("tags")),
        integer(value, "lag", 0),
        number(text(value, "smallest-important")),
        local(value.get("in-words"), ""),
        place,
        digest(value));
  }

  /** Texts, numbers and choices that the method cannot use, each where it stands. */
  private void checkOptions(
      Card card, String who, Value.Entries value, Map<String, String> options) {
    Map<String, String> given = new LinkedHashMap<>(options);
    given.keySet().removeIf(name -> card.option(name).isEmpty() || !hasText(value.get(name)));
    try {
      Settings.of(card, given);
    } catch (Settings.Invalid e) {
      e.faults().stream()
          .filter(fault -> given.containsKey(fault.option()))
          .forEach(fault -> error(
              "E808",
              placeOf(value, fault.option()),
              given.getOrDefault(fault.option(), ""),
              fault.message().replaceFirst("^--[a-z-]+", "'" + who + "." + fault.option() + "'"),
              fault.fix()));
    }
  }

  /** A key without anything behind it is told already. */
  private static boolean hasText(@Nullable Value value) {
    return value instanceof Value.Items
        || value instanceof Value.Scalar scalar
            && !(scalar.plain() && scalar.text().isEmpty());
  }

  /** The columns that the method cannot do without, apart from those that every source has. */
  private void checkNeeded(Card card, String who, Value.Entries value, Location place) {
    for (Option option : card.options()) {
      String name = option.name();
      if (option.required()
          && option.isColumn()
          && !OF_EVERY_SOURCE.contains(name)
          && value.get(name) == null) {
        error(
            "E809",
            place,
            name,
            "'" + who + "' needs the key '" + name + "': " + option.help().in(Language.EN),
            name + ": source.column");
      }
    }
  }

  private static Type wantedOf(Optional<Card> card, String name) {
    return card.flatMap(c -> c.option(name)).map(Option::type).orElse(Type.NUMBER);
  }

  private static String role(SourceSpec source, String column) {
    ColumnSpec spec = source.columns().get(column);
    return spec == null ? "" : spec.role();
  }

  private static String scalar(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  /** The column of {@code col:source.column}, where an option can name a table or a column of the data. */
  private Optional<Reference> columnOfTable(
      String name, Value value, Map<String, SourceSpec> sources) {
    Value.Scalar scalar = (Value.Scalar) value;
    String text = scalar.text().substring(OF_COLUMN.length());
    Optional<Reference> found = reference(name, text, scalar, sources, Type.SIZE);
    if (found.isEmpty()) {
      error(
          "E808",
          scalar.place(),
          scalar.text(),
          "'" + name + ": " + scalar.text() + "' names no source",
          "write the source before the column: " + OF_COLUMN + "source.column");
    }
    return found;
  }

  /** An index of other indicators: they are declared, the method weighs several together, and higher is better. */
  private void checkOf(
      String id, Value.Entries value, Optional<Card> card, Set<String> indicators) {
    Value of = value.get("of");
    if (of == null || card.isEmpty()) {
      return;
    }
    String who = "indicators." + id;
    Location place = of.place();
    if (card.flatMap(c -> c.option("indicators")).isEmpty()) {
      error(
          "E808",
          place,
          "of",
          "'" + who + ".of': " + card.get().id() + " is not made of other indicators",
          "use it with method: composite");
    }
    checkEach(value, "of", indicators, "indicator");
    value.entries().forEach((name, entry) -> {
      boolean column = card.flatMap(c -> c.option(name)).map(Option::isColumn).orElse(false);
      if (column && !name.equals("indicators")) {
        checkEach(value, name, indicators, "indicator");
      }
    });
    Value named = value.get("indicators");
    if (named != null) {
      error(
          "E808",
          named.place(),
          "indicators",
          "'" + who + "' has both 'of' and 'indicators'",
          "name indicators with 'of', or columns with 'indicators'");
    }
    for (String name : List.of("direction", "lower-is-better")) {
      Value said = value.get(name);
      if (said != null && !text(value, name).equals("higher-is-better")) {
        error(
            "E808",
            said.place(),
            text(value, name),
            "'" + who + "." + name + "': an index turns each indicator by its own direction, and"
                + " higher is better in the index",
            "leave '" + name + "' out, and set the direction of the indicators it is made of");
      }
    }
  }

  /** Options that name a file, and neither one of their choices nor a column. */
  private Map<String, String> files(
      Method method, Map<String, String> options, Value.Entries value) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : method.files().keySet()) {
      String given = options.get(name);
      if (given == null || given.startsWith(OF_COLUMN)) {
        continue;
      }
      if (method.card().option(name).filter(o -> o.choices().contains(given)).isEmpty()) {
        files.put(name, given);
        if (value.get(name) instanceof Value.Scalar scalar) {
          findings.addAll(ProjectPath.faults(given, scalar.place()));
          note(scalar);
        }
      }
    }
    return files;
  }

  /** The columns of a list of references, each by its own name, which stands once. */
  private String severalColumns(
      String name,
      Value.Entry entry,
      Map<String, SourceSpec> sources,
      Type wanted,
      Map<String, Reference> columns) {
    List<Value> items =
        entry.value() instanceof Value.Items list ? list.values() : List.of(entry.value());
    List<String> names = new ArrayList<>();
    for (Value item : items) {
      reference(name, item, sources, wanted).ifPresent(found -> {
        Reference before = columns.putIfAbsent(found.column(), found);
        if (before != null && !before.source().equals(found.source())) {
          error(
              "E808",
              found.place(),
              found.column(),
              "'" + found.column() + "' is a column of two sources here",
              "name one of the columns otherwise in its source (as:)");
        }
        names.add(found.column());
      });
    }
    return String.join(",", names);
  }

  private Optional<Reference> reference(
      String name, Value value, Map<String, SourceSpec> sources, Type wanted) {
    return value instanceof Value.Scalar scalar
        ? reference(name, scalar.text(), scalar, sources, wanted)
        : Optional.empty();
  }

  /**
   * @param text {@code source.column}, as it stands in the scalar or behind a prefix there
   * @param wanted what the column must hold: texts, or numbers of any kind
   */
  private Optional<Reference> reference(
      String name, String text, Value.Scalar scalar, Map<String, SourceSpec> sources, Type wanted) {
    int dot = text.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    Reference reference =
        new Reference(text.substring(0, dot), text.substring(dot + 1), scalar.place());
    SourceSpec source = sources.get(reference.source());
    if (source == null) {
      unknown(
          scalar,
          "there is no source '" + reference.source() + "'",
          reference.source(),
          sources.keySet());
    } else if (!source.columns().containsKey(reference.column())) {
      unknown(
          scalar,
          "source '" + reference.source() + "' declares no column '" + reference.column()
              + "' for '" + name + "'",
          reference.column(),
          source.columns().keySet());
    } else if (source.declared().types().containsKey(reference.column()) != (wanted != Type.TEXT)) {
      error(
          "E808",
          scalar.place(),
          scalar.text(),
          "'" + name + "' is made of " + (wanted == Type.TEXT ? "texts" : "numbers") + ", and '"
              + reference + "' has the role '" + role(source, reference.column()) + "'",
          "name another column, or give it another role in the source");
    }
    return Optional.of(reference);
  }

  private InterventionSpec intervention(String id, Value.Entries value, Location place) {
    String table = path(value, "file");
    List<String> units = texts(value.get("units"));
    if (table == null && units.isEmpty()) {
      error(
          "E809",
          place,
          id,
          "'interventions." + id + "' says not which units adopted it",
          "give it 'file' with 'unit' and 'start', or 'units: [...]' with 'start'");
    } else if (text(value, "start").isEmpty()) {
      error(
          "E809",
          place,
          id,
          "'interventions." + id + "' needs the key 'start'",
          "name the column, or the period when 'units' stand here");
    } else if (table != null
        && text(value, "unit").isEmpty()
        && text(value, "unit-name").isEmpty()) {
      error(
          "E809",
          place,
          id,
          "'interventions." + id + "' needs the key 'unit'",
          "name the column that holds the code of the unit, or 'unit-name'");
    } else if (table == null && Period.find(text(value, "start")).isEmpty()) {
      error(
          "E808",
          place(value, "start"),
          text(value, "start"),
          "'" + text(value, "start") + "' is not a period",
          "write the period in which these units started");
    }
    return new InterventionSpec(
        id,
        local(value.get("title"), id),
        table,
        text(value, "unit"),
        text(value, "unit-name"),
        units,
        text(value, "start"),
        place,
        digest(value));
  }

  private AnalysisSpec analysis(
      String id,
      Value.Entries value,
      Location place,
      Map<String, SourceSpec> sources,
      Map<String, IndicatorSpec> indicators,
      Map<String, InterventionSpec> interventions) {
    String method = text(value, "method");
    Optional<Card> card = methods.apply(method).map(Method::card);
    boolean waits = kept.stream().anyMatch(k -> k.key().equals("indicators." + text(value, "on")));
    if (card.isEmpty() || waits) {
      if (Schema.METHODS.contains(method)) {
        kept.add(new Kept("analyses." + id, place));
      }
    } else {
      known(value, "on", indicators.keySet(), "indicator", "analyses." + id, place);
      known(value, "of", interventions.keySet(), "intervention", "analyses." + id, place);
      IndicatorSpec on = indicators.get(text(value, "on"));
      if (on != null && on.isIndex()) {
        error(
            "E808",
            place,
            on.id(),
            "'analyses." + id + ".on': '" + on.id() + "' is an index, not an outcome",
            "analyse the indicators it is made of"
                + (on.of().isEmpty() ? "" : ": " + String.join(", ", on.of())));
      }
    }
    Map<String, String> options = new LinkedHashMap<>();
    value.entries().forEach((name, entry) -> {
      boolean ours = Schema.ANALYSIS.key(name).isPresent();
      boolean theirs = card.flatMap(c -> c.option(name)).isPresent();
      if (theirs || !ours) {
        options.put(name, String.join(",", texts(entry.value())));
      } else if (name.equals("horizon") && card.isPresent()) {
        kept.add(new Kept("analyses." + id + ".horizon", entry.key().place()));
      }
    });
    options.remove("method");
    card.ifPresent(c -> checkOptions(c, "analyses." + id, value, options));
    return new AnalysisSpec(
        id,
        local(value.get("title"), ""),
        method,
        text(value, "of"),
        text(value, "on"),
        text(value, "exclude-other").equals("true"),
        groups(value, sources),
        options,
        place,
        digest(value));
  }

  private @Nullable GroupsSpec groups(Value.Entries value, Map<String, SourceSpec> sources) {
    Value.Entry entry = value.entries().get("groups");
    if (entry == null) {
      return null;
    }
    Reference groups = reference("groups", entry.value(), sources, Type.TEXT).orElse(null);
    SourceSpec source = groups == null ? null : sources.get(groups.source());
    if (groups != null
        && source != null
        && (source.role("count") == null || source.role("population") == null)) {
      error(
          "E809",
          entry.value().place(),
          groups.toString(),
          "the source '" + groups.source()
              + "' has no columns with the roles 'count' and 'population'",
          "the outcome of each group is made of these");
    }
    return groups == null
        ? null
        : new GroupsSpec(
            groups, local(value.get("group-title"), groups.column()), names(value, "group-names"));
  }

  /** Texts by what they name. */
  private static Map<String, Text> names(Value.Entries of, String key) {
    Map<String, Text> names = new LinkedHashMap<>();
    entries(of, key)
        .entries()
        .forEach((named, entry) -> names.put(named, local(entry.value(), named)));
    return names;
  }

  private boolean isContrast(Value.Entries value) {
    return text(value, "method").equals("contrast") && methods.apply("contrast").isPresent();
  }

  private @Nullable ContrastSpec contrast(
      String id,
      Value.Entries value,
      Location place,
      Map<String, SourceSpec> sources,
      Map<String, IndicatorSpec> indicators,
      Map<String, AnalysisSpec> analyses) {
    if (!isContrast(value)) {
      return null;
    }
    checkEach(value, "need", indicators.keySet(), "indicator");
    checkEach(value, "effects", analyses.keySet(), "analysis of effect");
    Map<String, Reference> columns = new LinkedHashMap<>();
    for (String role : List.of("input", "activity")) {
      Value.Entry entry = value.entries().get(role);
      if (entry != null) {
        reference(role, entry.value(), sources, Type.NUMBER)
            .ifPresent(column -> columns.put(role, column));
      }
    }
    for (String needed : List.of("input", "reads")) {
      if (value.get(needed) == null) {
        error(
            "E809",
            place,
            needed,
            "'analyses." + id + "' needs the key '" + needed + "'",
            needed.equals("input")
                ? "input: source.column"
                : "say how high spending is read: reads: more-is-better, cheap-is-better or neutral");
      }
    }
    Map<String, String> options = new LinkedHashMap<>();
    value.entries().forEach((name, entry) -> {
      if (Schema.ANALYSIS.key(name).isEmpty()) {
        options.put(name, String.join(",", texts(entry.value())));
      }
    });
    methods
        .apply("contrast")
        .map(Method::card)
        .ifPresent(card -> checkOptions(card, "analyses." + id, value, options));
    Reference input = columns.get("input");
    return input == null
        ? null
        : new ContrastSpec(
            id,
            local(value.get("title"), ""),
            input,
            columns.get("activity"),
            texts(value.get("need")),
            texts(value.get("effects")),
            options,
            place,
            digest(value));
  }

  private Map<String, RegisterSpec> registers(Value.Entries value) {
    Map<String, RegisterSpec> all = new LinkedHashMap<>();
    value.entries().forEach((id, entry) -> {
      if (entry.value() instanceof Value.Scalar file) {
        note(file);
        all.put(
            id,
            new RegisterSpec(
                id, file.text(), Map.of(), "nok", entry.key().place(), digest(entry.value())));
      } else if (entry.value() instanceof Value.Entries full) {
        register(id, full, entry.key().place()).ifPresent(spec -> all.put(id, spec));
      }
    });
    return all;
  }

  private Optional<RegisterSpec> register(String id, Value.Entries value, Location place) {
    String path = path(value, "file");
    Map<String, String> columns = new LinkedHashMap<>();
    value.entries().forEach((name, entry) -> {
      boolean column = !List.of("file", "cost-unit", "persons", "discount").contains(name);
      if (column && entry.value() instanceof Value.Scalar scalar) {
        columns.put(name, scalar.text());
      }
    });
    String unit = text(value, "cost-unit");
    return Optional.ofNullable(path)
        .map(file -> new RegisterSpec(
            id, file, columns, unit.isEmpty() ? "nok" : unit, place, digest(value)));
  }

  private @Nullable LedgerSpec ledger(Value.Entries top) {
    Value.Entries value = entries(top, "ledger");
    Map<String, String> where = new LinkedHashMap<>();
    Value.Entries rows = entries(value, "where");
    rows.entries().keySet().forEach(column -> where.put(column, text(rows, column)));
    return register("ledger", value, place(top, "ledger"))
        .map(table ->
            new LedgerSpec(table, where, number(text(value, "persons")), names(value, "budgets")))
        .orElse(null);
  }

  private void known(
      Value.Entries value,
      String key,
      Collection<String> ids,
      String what,
      String who,
      Location place) {
    if (value.get(key) instanceof Value.Scalar scalar) {
      if (!ids.contains(scalar.text())) {
        unknown(scalar, "there is no " + what + " '" + scalar.text() + "'", scalar.text(), ids);
      }
    } else if (value.get(key) == null) {
      error("E809", place, key, "'" + who + "' needs the key '" + key + "'", key + ": the " + what);
    }
  }

  private static List<String> analysisIds(Value.Entries top) {
    return List.copyOf(entries(top, "analyses").entries().keySet());
  }

  private Outputs outputs(
      Value.Entries top,
      Units units,
      Periods periods,
      Collection<String> indicators,
      Collection<String> analyses) {
    Value.Entries outputs = entries(top, "outputs");
    Map<String, Location> ids = new HashMap<>();
    List<TableSpec> tables = new ArrayList<>();
    for (Value.Entries table : items(outputs, "tables")) {
      String rows = text(table, "rows");
      checkEach(table, "cols", indicators, "indicator");
      tables.add(new TableSpec(
          outputId(table, ids),
          local(table.get("title"), ""),
          rows.isEmpty() ? "unit" : rows,
          table.get("cols") == null ? List.copyOf(indicators) : texts(table.get("cols")),
          orElse(texts(table.get("to")), "csv"),
          table.place()));
    }
    List<String> drawn = new ArrayList<>(indicators);
    drawn.addAll(analyses);
    List<ChartSpec> charts = new ArrayList<>();
    for (Value.Entries chart : items(outputs, "charts")) {
      checkEach(chart, "of", drawn, "indicator or analysis");
      charts.add(new ChartSpec(
          outputId(chart, ids),
          local(chart.get("title"), ""),
          text(chart, "kind"),
          text(chart, "of"),
          orElse(texts(chart.get("to")), "svg"),
          chart.place()));
    }
    List<ReportSpec> reports = new ArrayList<>();
    for (Value.Entries report : items(outputs, "reports")) {
      String id = outputId(report, ids);
      if (report.get("each") != null) {
        kept.add(new Kept("outputs.reports: " + id, report.place()));
        continue;
      }
      reports.add(new ReportSpec(
          id,
          local(report.get("title"), ""),
          orElse(texts(report.get("to")), "html"),
          report.place()));
    }
    return new Outputs(
        dir(outputs, units, periods),
        place(outputs, "dir"),
        path(outputs, "previous"),
        tables,
        charts,
        reports);
  }

  private String dir(Value.Entries outputs, Units units, Periods periods) {
    String dir = text(outputs, "dir");
    if (!dir.contains("{year}")) {
      return dir.isEmpty() ? "out" : dir;
    }
    Period to = periods.to();
    Integer codes = units.year();
    if (to != null) {
      return dir.replace("{year}", String.valueOf(to.year()));
    }
    if (codes != null) {
      return dir.replace("{year}", codes.toString());
    }
    error(
        "E809",
        place(outputs, "dir"),
        dir,
        "{year} in 'outputs.dir' has no year to stand for",
        "give 'periods: {to: 2024}' or 'units: {year: 2024}'");
    return "out";
  }

  private String outputId(Value.Entries output, Map<String, Location> ids) {
    String id = text(output, "id");
    String folded = id.toLowerCase(Locale.ROOT);
    Location before = ids.putIfAbsent(folded, place(output, "id"));
    if (before != null) {
      error(
          "E808",
          place(output, "id"),
          id,
          "the id '" + id + "' is already given on line " + before.line(),
          "files would overwrite one another: choose another id");
    } else if (OUR_FILES.contains(folded)) {
      error(
          "E808",
          place(output, "id"),
          id,
          "'" + id + "' is the name of a file that every build writes",
          "choose another id");
    }
    return id;
  }

  private void checkEach(Value.Entries value, String key, Collection<String> known, String what) {
    Value given = value.get(key);
    List<Value> each = given instanceof Value.Items items
        ? items.values()
        : given == null ? List.of() : List.of(given);
    Set<String> named = new HashSet<>();
    for (Value one : each) {
      if (!(one instanceof Value.Scalar scalar)) {
        continue;
      }
      if (!known.contains(scalar.text())) {
        unknown(scalar, "there is no " + what + " '" + scalar.text() + "'", scalar.text(), known);
      } else if (!named.add(scalar.text())) {
        error(
            "E808",
            scalar.place(),
            scalar.text(),
            "'" + scalar.text() + "' stands twice in '" + key + "'",
            "keep one of the two");
      }
    }
  }

  private void checkOutputsOverInputs(Value.Entries top, Outputs outputs) {
    Value.Entries declared = entries(top, "outputs");
    if (!(declared.get("dir") instanceof Value.Scalar scalar)
        || ProjectPath.leaves(outputs.dir())) {
      return;
    }
    Path dir = Path.of(outputs.dir()).normalize();
    if (dir.toString().isEmpty()
        || dir.startsWith(ProjectLock.FOLDER)
        || dir.startsWith(ProjectFile.NAME)) {
      error(
          "E811",
          scalar.place(),
          scalar.text(),
          "outputs would be written over the project itself",
          "name a folder of its own, such as out/{year}");
      return;
    }
    inputs.forEach((path, place) -> {
      if (lies(path, dir) || dir.startsWith(path)) {
        error(
            "E811",
            scalar.place(),
            scalar.text(),
            "outputs would be written over the input '" + path + "' of line " + place.line(),
            "name another folder for outputs");
      }
    });
  }

  private static boolean lies(String pattern, Path dir) {
    String[] parts = pattern
        .replace('\\', '/')
        .replaceAll("\\{[^{}]*}", "*")
        .replace("/./", "/")
        .replaceFirst("^\\./", "")
        .split("/");
    for (int i = 0; i < dir.getNameCount(); i++) {
      if (i < parts.length && parts[i].contains("**")) {
        return true;
      }
      if (i >= parts.length) {
        return false;
      }
      if (!fits(parts[i], dir.getName(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String glob, Path name) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(name);
  }

  private void keep(Value.Entries value, String before, String key) {
    if (value.entries().containsKey(key)) {
      kept.add(new Kept(before + key, place(value, key)));
    }
  }

  private void unknown(Value.Scalar scalar, String message, String word, Collection<String> known) {
    String fix = known.isEmpty()
        ? "declare it"
        : "known: " + known.stream().sorted().collect(Collectors.joining(" "));
    error(
        "E808",
        scalar.place(),
        scalar.text(),
        message + SchemaCheck.didYouMean(word, List.copyOf(known)),
        fix);
  }

  private void error(String code, Location place, String value, String message, String fix) {
    findings.add(Finding.error(code, place, value, message, fix));
  }

  /** Reads one named value of a map. */
  private interface Each<T> {
    @Nullable T read(String id, Value.Entries value, Location place);
  }

  private static <T> Map<String, T> each(Value.Entries top, String key, Each<T> each) {
    Map<String, T> all = new LinkedHashMap<>();
    entries(top, key).entries().forEach((id, entry) -> {
      if (entry.value() instanceof Value.Entries value) {
        T one = each.read(id, value, entry.key().place());
        if (one != null) {
          all.put(id, one);
        }
      }
    });
    return all;
  }

  private static Value.Entries entries(Value.Entries of, String key) {
    return of.get(key) instanceof Value.Entries inner
        ? inner
        : new Value.Entries(Map.of(), of.place());
  }

  private static List<Value.Entries> items(Value.Entries of, String key) {
    List<Value.Entries> all = new ArrayList<>();
    if (of.get(key) instanceof Value.Items items) {
      items.values().forEach(item -> {
        if (item instanceof Value.Entries inner) {
          all.add(inner);
        }
      });
    }
    return all;
  }

  private static Location place(Value.Entries of, String key) {
    Value.Entry entry = of.entries().get(key);
    return entry == null ? of.place() : entry.key().place();
  }

  /** Where what stands behind a key begins. */
  private static Location placeOf(Value.Entries of, String key) {
    Value value = of.get(key);
    return value == null ? of.place() : value.place();
  }

  private static String text(Value.Entries of, String key) {
    return of.get(key) instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  private static @Nullable String textOrNull(Value.Entries of, String key) {
    return of.get(key) instanceof Value.Scalar scalar ? scalar.text() : null;
  }

  private @Nullable String path(Value.Entries of, String key) {
    String path = textOrNull(of, key);
    if (path != null) {
      note(of.get(key));
    }
    return path;
  }

  /** A path in which nothing is wrong, as the schema says: a file that the project reads. */
  private void note(@Nullable Value path) {
    if (path instanceof Value.Scalar scalar
        && ProjectPath.faults(scalar.text(), scalar.place()).isEmpty()) {
      inputs.putIfAbsent(scalar.text(), scalar.place());
    }
  }

  /** A list of texts, or a single one. */
  private static List<String> texts(@Nullable Value value) {
    if (value instanceof Value.Scalar scalar) {
      return List.of(scalar.text());
    }
    List<String> all = new ArrayList<>();
    if (value instanceof Value.Items items) {
      items.values().forEach(item -> {
        if (item instanceof Value.Scalar scalar) {
          all.add(scalar.text());
        }
      });
    }
    return all;
  }

  private static List<String> orElse(List<String> given, String fallback) {
    return given.isEmpty() ? List.of(fallback) : given;
  }

  private static Text local(@Nullable Value value, String fallback) {
    if (value instanceof Value.Scalar scalar) {
      return Text.same(scalar.text());
    }
    if (value instanceof Value.Entries entries) {
      String nb = text(entries, "nb");
      String nn = text(entries, "nn");
      String en = text(entries, "en");
      String first = !nb.isEmpty() ? nb : !nn.isEmpty() ? nn : en;
      return Text.of(first, nn, en);
    }
    return Text.same(fallback);
  }

  private static @Nullable Integer integerOrNull(Value.Entries of, String key) {
    String text = text(of, key);
    return text.matches("[-+]?[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }

  private static int integer(Value.Entries of, String key, int fallback) {
    Integer number = integerOrNull(of, key);
    return number == null ? fallback : number;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static @Nullable Level level(String code) {
    for (Level level : Level.values()) {
      if (level.code().equals(code)) {
        return level;
      }
    }
    return null;
  }

  private static String digest(Value value) {
    return Digests.of(value.canonical().getBytes(StandardCharsets.UTF_8));
  }
}
