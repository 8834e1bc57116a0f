package no.utfall.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.panel.Absence;
import no.utfall.panel.Norway;
import no.utfall.panel.UnitLevel;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.text.Numerals;
import no.utfall.text.Order;

/** Looks at a file that nobody has described yet, and proposes what to say of it. */
public final class Inspect {

  private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern UNIT_NAME = Pattern.compile(
      "(kommun(e|er)?|kommun(e)?(s)?(kod|kode)?|region|region ?(s)?(kod|kode)|knr|komm(une)?[_ ]?(nr|nummer)|geografi|geo"
          + "|geo[_ ]?code|geography[_ ]?code|fylke(s)?(nr|nummer|kode)?|bydel(s)?(nr|nummer|kode)?|län(s)?(kod)?|state"
          + "|county|county code|country|country code|municipality(_id)?|municipality code|code|area|område|områdekode|alue"
          + "|enhet|nasjonaltkode|entity|kode|stfips|fips|fips ?code|data ?zone|geografisk enhet|area code|ref_area"
          + "|nuts|nuts[_ ]?(code|id|[0-3])|lau|(lad|ltla|utla)\\d*cd|local authority( code)?)",
      I);
  private static final Pattern NAME_NAME =
      Pattern.compile("(.*_name|navn|name|kname|.*navn|country name|area name|municipality)", I);
  private static final Pattern PERIOD_NAME = Pattern.compile(
      "(år|aar|ar|year|tid|time|periode|period|dato|date|skoleår|måned|kvartal|vuosi|ár)", I);
  private static final Pattern INDICATOR_NAME = Pattern.compile(
      "(indicator|indikator|måltall|statistikkvariabel|nøkkeltall|kpi|indicator name|series name)",
      I);
  private static final Pattern SEX_NAME =
      Pattern.compile("(kjønn|kjonn|kön|køn|sukupuoli|sex|gender)", I);
  private static final Pattern AGE_NAME =
      Pattern.compile("(alder|ålder|ikä|age|ageband|aldersgruppe)", I);
  private static final Pattern PERIOD = Pattern.compile(
      "(18|19|20|21)\\d\\d([-–/_ ]+(\\d\\d|\\d{4})|[KQMU]\\d{1,2}|-\\d\\d-\\d\\d)?");
  private static final Pattern CODE = Pattern.compile("\\d{4}");
  private static final Pattern CODE_WITH_ZERO = Pattern.compile("0\\d+");
  private static final Pattern WORD_SIGN =
      Pattern.compile("na|n/a|inf|nan|suppressed|missing|unreliable|not applicable", I);
  private static final Pattern WHOLE = Pattern.compile("[0-9]+(\\.0*)?");
  private static final Pattern CODE_NAME =
      Pattern.compile("(.*[ _.])?(code|kode|nr|fips|id)|.*(kode|[a-z]Code)", I);
  private static final Pattern YEAR_IN_NAME = Pattern.compile(
      "^(|.*\\D)(?<!\\d{2}[-–/_])((?:19|20)\\d\\d(?:[-–/_]\\d{2,4}|[-–/_]?[KQMSUW]\\d{1,2})?)(\\D.*|)$");
  private static final String WIDE = "wide";

  /** Roles of columns that tell rows apart. */
  private static final Set<String> OF_KEY =
      Set.of("unit", "period", "indicator", "group", "sex", "age", "code");

  /** Roles that a column keeps though another holds its labels. */
  private static final Set<String> OWN_ROLES = Set.of("period", "sex", "age", "indicator");

  /** Names of areas are rarely shared: the share of units with a name of their own. */
  private static final double FEW_NAMESAKES = 0.9;

  private static final int SIGN_LENGTH = 3;

  /** What the publisher or the user says can stand behind a number, and in its place. */
  private record Symbols(Set<Character> letters, Set<String> signs) {
    String bare(String cell) {
      return cell.substring(0, NumberCells.lettersFrom(cell, letters)).stripTrailing();
    }
  }

  private Inspect() {}

  public static Loaded<Inspection> of(Input input, Limits limits) {
    return of(input, Declared.nothing(), limits);
  }

  /**
   * The recognition of a file with a proposal for every column. What looks like a number is only proposed as one; the
   * findings are those of a reading with the proposals.
   *
   * @param declared what is known already, such as the sheet or the profile
   */
  public static Loaded<Inspection> of(Input input, Declared declared, Limits limits) {
    Described described = Described.of(input, declared, limits);
    Loaded<Inspection> seen = inspected(described, described.declared(), limits);
    Optional<String> fault = described.fault(seen.value().recognition(), seen.findings());
    if (fault.isEmpty()) {
      return seen;
    }
    Loaded<Inspection> bare = inspected(described.bare(fault.get()), declared, limits);
    return bare.hasErrors() ? seen : bare;
  }

  private static Loaded<Inspection> inspected(
      Described described, Declared declared, Limits limits) {
    Input input = described.input();
    Proposal proposal = propose(described, declared, limits, Tidying.Said.NOTHING);
    Declared signed = described.withSigns(declared, proposal.profile());
    Loaded<Reading> typed = Ingest.read(input, signed.withTypes(proposal.types()), limits);
    Inspection inspection = new Inspection(
        input.name(),
        described.told(typed.value().recognition()),
        summary(proposal, typed.value().frame()),
        proposal.wide(),
        typed.value().ledger().withAbsent(proposal.absent(typed.value().frame())),
        declared,
        described.measures(),
        Outline.of(proposal),
        proposal.profile().is("list"));
    return new Loaded<>(inspection, typed.findings())
        .and(asLong(input, signed, proposal, limits, typed.findings()))
        .and(described.findings(proposal, typed.value().frame()));
  }

  /** The errors that only show once the columns of one period each become rows. */
  private static List<Finding> asLong(
      Input input, Declared signed, Proposal proposal, Limits limits, List<Finding> known) {
    if (proposal.wide().isEmpty() || proposal.profile().is("list")) {
      return List.of();
    }
    Declared tidied = signed.withTypes(proposal.typesWhenLong()).withWide(proposal.wide());
    return Ingest.read(input, tidied, limits).findings().stream()
        .filter(finding -> finding.isError() && !known.contains(finding))
        .toList();
  }

  /**
   * What the columns of a file could be.
   *
   * @param texts every cell as text
   * @param roles by column, in file order; {@code wide} for columns of one period each
   * @param types of the columns of numbers
   * @param wide patterns of the wide columns and the columns they become
   */
  record Proposal(
      Frame texts,
      Profile profile,
      Recognition recognition,
      Map<String, String> roles,
      Map<String, Type> types,
      Map<String, String> wide) {

    /** The same without the cells, which take as much room as the file. */
    Proposal withoutTexts() {
      return new Proposal(Frame.of(), profile, recognition, roles, types, wide);
    }

    /** The columns that tell rows apart, unless others are named: all that are neither numbers nor remarks. */
    List<String> key() {
      List<String> key = new ArrayList<>();
      roles.forEach((name, role) -> {
        if (OF_KEY.contains(role)) {
          key.add(name);
        }
      });
      return key;
    }

    /** The column of a role in what was read, when it holds texts. */
    Optional<TextColumn> column(Frame frame, String wanted) {
      return roles.entrySet().stream()
          .filter(entry -> entry.getValue().equals(wanted) && frame.has(entry.getKey()))
          .map(entry -> frame.column(entry.getKey()))
          .filter(TextColumn.class::isInstance)
          .map(TextColumn.class::cast)
          .findFirst();
    }

    /** How many rows of the file one would expect that are not there; none when nobody knows what its units are. */
    long absent(Frame frame) {
      Optional<TextColumn> unit = column(frame, "unit").or(() -> column(frame, "unit-name"));
      if (unit.isEmpty() || profile.is("list")) {
        return 0;
      }
      Optional<UnitLevel.Family> levels =
          Optional.ofNullable(profile.find("levels")).flatMap(UnitLevel.Family::find);
      boolean isNorway = levels.filter(UnitLevel.Family.NORWAY::equals).isPresent()
          || levels.isEmpty() && RoleCheck.areOfFourDigits(unit.get());
      List<String> key = key();
      key.removeIf(name -> !frame.has(name) || !(frame.column(name) instanceof TextColumn));
      if (!key.contains(unit.get().name())) {
        key.add(unit.get().name());
      }
      return Absence.rows(
          frame.select(key),
          unit.get().name(),
          column(frame, "period").map(TextColumn::name).orElse(null),
          isNorway ? UnitLevel.Family.NORWAY : levels.orElse(null),
          isNorway ? Norway.lists() : List.of());
    }

    /** The years of columns of one period each; none when there are no such columns. */
    TreeSet<Integer> wideYears() {
      TreeSet<Integer> years = new TreeSet<>();
      roles.forEach((name, role) -> {
        Matcher year = YEAR_IN_NAME.matcher(name);
        if (WIDE.equals(role) && year.matches()) {
          years.add(Integer.parseInt(year.group(2).substring(0, 4)));
        }
      });
      return years;
    }

    /** Of the columns as they are once the wide ones have become rows. */
    Map<String, Type> typesWhenLong() {
      Map<String, Type> all = new LinkedHashMap<>();
      types.forEach((name, type) -> {
        if (!WIDE.equals(roles.get(name))) {
          all.put(name, type);
        }
      });
      Map<String, List<String>> members = members(roles);
      wide.forEach((pattern, target) -> {
        boolean counts = members.getOrDefault(pattern, List.of()).stream()
            .allMatch(name -> types.getOrDefault(name, Type.COUNT) == Type.COUNT);
        all.merge(target, counts ? Type.COUNT : Type.NUMBER, (x, y) -> x == y ? x : Type.NUMBER);
      });
      return all;
    }
  }

  static Proposal propose(
      Described described, Declared declared, Limits limits, Tidying.Said said) {
    Declared untyped = declared.withTypes(Map.of());
    Reader reader = Reader.open(described.input(), untyped, limits);
    Reading asText = Body.read(reader, untyped).reading().value();
    Set<String> signs = new HashSet<>(reader.profile().signs().keySet());
    signs.addAll(declared.missing());
    signs.addAll(declared.zero());
    signs.addAll(declared.suppressed().keySet());
    Symbols symbols = new Symbols(reader.profile().letters().keySet(), signs);
    Frame texts = asText.frame();
    Map<String, Type> types = new LinkedHashMap<>();
    Map<String, String> roles = new LinkedHashMap<>();
    Map<String, String> given =
        given(described.roles(asText.recognition().roles(), asText.frame()), said);
    for (Column column : texts.columns()) {
      if (column instanceof TextColumn text) {
        String guess = role(text, symbols);
        boolean number = guess.equals("count") || guess.equals("value");
        String role =
            given.getOrDefault(text.name(), number && !said.values().isEmpty() ? "group" : guess);
        roles.put(text.name(), role);
        if (role.equals("count") || role.equals("value")) {
          types.put(text.name(), guess.equals("count") ? Type.COUNT : Type.NUMBER);
        }
      }
    }
    roles.replaceAll((name, role) ->
        roles.containsKey(name + "_name") && !given.containsKey(name) && !OWN_ROLES.contains(role)
            ? "unit"
            : role);
    types.keySet().removeIf(name -> "unit".equals(roles.get(name)));
    oneUnit(texts, roles, given);
    onlyOne(roles, given, "unit");
    onlyOne(roles, given, "unit-name");
    onlyOne(roles, given, "period");
    indicator(roles, types, given);
    Map<String, String> wide = wide(roles);
    return new Proposal(texts, reader.profile(), asText.recognition(), roles, types, wide);
  }

  /** What the user says goes before what the publisher always writes. */
  private static Map<String, String> given(Map<String, String> byProfile, Tidying.Said said) {
    Map<String, String> given = new LinkedHashMap<>(byProfile);
    if (said.unit() != null) {
      given.replaceAll((column, role) -> role.equals("unit") ? "group" : role);
      given.put(said.unit(), "unit");
    }
    if (said.period() != null) {
      given.replaceAll((column, role) -> role.equals("period") ? "group" : role);
      given.put(said.period(), "period");
    }
    if (!said.values().isEmpty()) {
      given.replaceAll(
          (column, role) -> role.equals("value") || role.equals("count") ? "group" : role);
      said.values().forEach(column -> given.put(column, "value"));
    }
    return given;
  }

  /** The first column keeps a role that only one can have, those to which the publisher gives it before others. */
  private static void onlyOne(Map<String, String> roles, Map<String, String> given, String role) {
    boolean seen = given.containsValue(role);
    for (Map.Entry<String, String> entry : roles.entrySet()) {
      if (entry.getValue().equals(role) && !role.equals(given.get(entry.getKey()))) {
        entry.setValue(seen ? "group" : role);
        seen = true;
      }
    }
  }

  /**
   * Of several columns of areas the finest is the unit, the first of equally fine ones; another that says one thing of each
   * unit is its name.
   */
  private static void oneUnit(Frame texts, Map<String, String> roles, Map<String, String> given) {
    List<String> areas = new ArrayList<>();
    roles.forEach((name, role) -> {
      if (role.equals("unit") && !given.containsKey(name)) {
        areas.add(name);
      }
    });
    List<String> named =
        areas.stream().filter(name -> UNIT_NAME.matcher(name).matches()).toList();
    Optional<String> unit = given.containsValue("unit")
        ? Optional.empty()
        : (named.isEmpty() ? areas : named)
            .stream().reduce((a, b) -> isFiner(texts.text(b), texts.text(a)) ? b : a);
    if (unit.isEmpty()) {
      return;
    }
    areas.remove(unit.get());
    areas.forEach(name -> roles.put(name, "group"));
    String beside = unit.get() + "_name";
    Optional<String> name = roles.containsKey(beside) && !given.containsKey(beside)
        ? Optional.of(beside)
        : roles.containsValue("unit-name")
            ? Optional.empty()
            : named.stream()
                .filter(area ->
                    !area.equals(unit.get()) && isNameOf(texts.text(area), texts.text(unit.get())))
                .findFirst();
    if (name.isPresent() && !given.containsValue("unit-name")) {
      roles.replaceAll((column, role) -> role.equals("unit-name") ? "group" : role);
      roles.put(name.get(), "unit-name");
    }
  }

  /** Whether a column of areas has more of them, or as many by their codes. */
  private static boolean isFiner(TextColumn areas, TextColumn than) {
    return areas.levels() > than.levels()
        || areas.levels() == than.levels() && isOfCodes(areas) && !isOfCodes(than);
  }

  private static boolean isOfCodes(TextColumn column) {
    for (int level = 0; level < column.levels(); level++) {
      if (column.level(level).chars().noneMatch(Character::isDigit)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column of words says one thing of each unit, and of hardly any two the same. */
  private static boolean isNameOf(TextColumn words, TextColumn units) {
    int[] said = new int[units.levels()];
    for (int row = 0; row < units.size(); row++) {
      int word = words.code(row) + 1;
      int before = said[units.code(row)];
      if (before != 0 && before != word || isNumber(Numeral.of(words.get(row)))) {
        return false;
      }
      said[units.code(row)] = word;
    }
    return words.levels() >= FEW_NAMESAKES * units.levels();
  }

  /** A column of indicators among others of numbers, when the publisher does not say which it is. */
  private static void indicator(
      Map<String, String> roles, Map<String, Type> types, Map<String, String> given) {
    if (roles.containsValue("indicator")) {
      return;
    }
    roles.keySet().stream()
        .filter(name -> INDICATOR_NAME.matcher(name).matches() && !given.containsKey(name))
        .findFirst()
        .filter(name -> types.keySet().stream().anyMatch(other -> !other.equals(name)))
        .ifPresent(name -> {
          roles.put(name, "indicator");
          types.remove(name);
        });
  }

  private static String role(TextColumn column, Symbols symbols) {
    String name = column.name();
    long[] cells = counts(column);
    long filled = 0;
    long periods = 0;
    long codes = 0;
    long numbers = 0;
    long others = 0;
    boolean whole = true;
    Matcher period = PERIOD.matcher("");
    Matcher code = CODE.matcher("");
    for (int level = 0; level < cells.length; level++) {
      String cell = symbols.bare(column.level(level));
      if (cell.isEmpty()) {
        continue;
      }
      filled += cells[level];
      periods += period.reset(cell).matches() ? cells[level] : 0;
      codes += code.reset(cell).matches() ? cells[level] : 0;
      Numeral numeral = Numeral.of(cell);
      if (isNumber(numeral)) {
        numbers += cells[level];
        whole = whole && isWhole(numeral);
      } else if (!symbols.signs.contains(cell) && !isSign(cell)) {
        others += cells[level];
      }
    }
    if (UNIT_NAME.matcher(name).matches()) {
      return "unit";
    }
    if (filled == 0) {
      return "";
    }
    boolean isPeriodName = PERIOD_NAME.matcher(name).matches();
    boolean allPeriods = periods == filled;
    boolean isFull = filled == column.size();
    if (isPeriodName && 2 * periods > filled || allPeriods && isFull && numbers < filled) {
      return "period";
    }
    if (NAME_NAME.matcher(name).matches() && numbers == 0) {
      return "unit-name";
    }
    if (SEX_NAME.matcher(name).matches()) {
      return "sex";
    }
    if (AGE_NAME.matcher(name).matches()) {
      return "age";
    }
    if (allPeriods && cells.length <= 300) {
      return isFull ? "period" : "group";
    }
    if (leadingZero(column)) {
      return codes == filled ? "unit" : "group";
    }
    boolean mostly = others == 0 || numbers > others;
    if (mostly && CODE_NAME.matcher(name).matches()) {
      return "group";
    }
    return mostly ? whole && numbers > 0 ? "count" : "value" : "group";
  }

  private static long[] counts(TextColumn column) {
    long[] cells = new long[column.levels()];
    for (int row = 0; row < column.size(); row++) {
      cells[column.code(row)]++;
    }
    return cells;
  }

  private static boolean leadingZero(TextColumn column) {
    for (int level = 0; level < column.levels(); level++) {
      if (CODE_WITH_ZERO.matcher(column.level(level)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(Numeral numeral) {
    Numeral.Kind kind = numeral.kind();
    return kind == Numeral.Kind.NUMBER || kind == Numeral.Kind.AMBIGUOUS;
  }

  private static boolean isWhole(Numeral numeral) {
    return numeral.kind() == Numeral.Kind.NUMBER
        && WHOLE.matcher(numeral.plain()).matches();
  }

  /** Short, without letters or digits, or one of the words that publishers use. */
  private static boolean isSign(String cell) {
    return (cell.length() <= SIGN_LENGTH && cell.chars().noneMatch(Character::isLetterOrDigit))
        || WORD_SIGN.matcher(cell).matches();
  }

  /** The pattern of a column with a period in its name; blank when it has none. */
  private static String pattern(String name) {
    Matcher year = YEAR_IN_NAME.matcher(name);
    return year.matches() ? year.group(1) + "{year}" + year.group(3) : "";
  }

  private static Map<String, List<String>> members(Map<String, String> roles) {
    Map<String, List<String>> members = new TreeMap<>();
    roles.forEach((name, role) -> {
      String pattern = pattern(name);
      if (WIDE.equals(role) && !pattern.isEmpty()) {
        members.computeIfAbsent(pattern, p -> new ArrayList<>()).add(name);
      }
    });
    return members;
  }

  /**
   * Columns of numbers with a period in their name: of several periods, or of one when all columns of numbers are of
   * that one.
   */
  private static Map<String, String> wide(Map<String, String> roles) {
    Map<String, List<String>> patterns = new TreeMap<>();
    TreeSet<String> periods = new TreeSet<>();
    int numbers = 0;
    int dated = 0;
    for (Map.Entry<String, String> entry : roles.entrySet()) {
      String role = entry.getValue();
      boolean number = role.equals("count") || role.equals("value");
      numbers += number ? 1 : 0;
      Matcher year = YEAR_IN_NAME.matcher(entry.getKey());
      if ((number || role.isEmpty()) && year.matches()) {
        patterns
            .computeIfAbsent(pattern(entry.getKey()), p -> new ArrayList<>())
            .add(entry.getKey());
        periods.add(year.group(2));
        dated += number ? 1 : 0;
      }
    }
    boolean allOfOne = periods.size() == 1 && dated == numbers && dated >= 2;
    Map<String, String> wide = new LinkedHashMap<>();
    patterns.forEach((pattern, columns) -> {
      if (columns.size() >= 2 || allOfOne) {
        String target = pattern.replace("{year}", "").replaceAll("\\s+", " ");
        target = target.replaceAll("^[\\s.,:;_-]+|[\\s,:;_-]+$", "");
        wide.put(pattern, target.isEmpty() || target.equals("year") ? "value" : target);
        columns.forEach(column -> roles.put(column, WIDE));
      }
    });
    return wide;
  }

  private static Frame summary(Proposal proposal, Frame typed) {
    Frame texts = proposal.texts();
    Map<String, String> roles = proposal.roles();
    Map<String, Type> types = proposal.types();
    TextColumn.Builder name = TextColumn.builder("column");
    TextColumn.Builder role = TextColumn.builder("role");
    TextColumn.Builder type = TextColumn.builder("type");
    NumberColumn.Builder cells = NumberColumn.builder("cells");
    NumberColumn.Builder distinct = NumberColumn.builder("distinct");
    NumberColumn.Builder share = NumberColumn.builder("numeric_share");
    TextColumn.Builder signs = TextColumn.builder("signs");
    NumberColumn.Builder min = NumberColumn.builder("min");
    NumberColumn.Builder max = NumberColumn.builder("max");
    TextColumn.Builder first = TextColumn.builder("first");
    TextColumn.Builder last = TextColumn.builder("last");
    for (Map.Entry<String, String> entry : roles.entrySet()) {
      TextColumn column = texts.text(entry.getKey());
      name.add(column.name());
      role.add(entry.getValue());
      type.add(types.getOrDefault(column.name(), Type.TEXT).name().toLowerCase(Locale.ROOT));
      long filled = 0;
      long numeric = 0;
      Map<String, Long> seen = new TreeMap<>(Order.NATURAL);
      long[] counts = counts(column);
      for (int level = 0; level < counts.length; level++) {
        String cell = column.level(level);
        if (!cell.isEmpty()) {
          filled += counts[level];
          if (isNumber(Numeral.of(cell))) {
            numeric += counts[level];
          } else if (isSign(cell)) {
            seen.put(cell, counts[level]);
          }
        }
      }
      cells.add((double) filled);
      distinct.add(column.levels());
      share.add(filled == 0 ? Double.NaN : (double) numeric / filled);
      List<String> counted = new ArrayList<>();
      seen.forEach((sign, count) -> counted.add(sign + " " + Numerals.exact(count)));
      signs.add(String.join(", ", counted));
      range(typed, column.name(), min, max);
      boolean listed = entry.getValue().equals("period") || entry.getValue().equals("unit");
      TreeSet<String> levels = new TreeSet<>(Order.NATURAL);
      for (int level = 0; listed && level < column.levels(); level++) {
        if (!column.level(level).isEmpty()) {
          levels.add(column.level(level));
        }
      }
      first.add(levels.isEmpty() ? "" : levels.first());
      last.add(levels.isEmpty() ? "" : levels.last());
    }
    return Frame.of(
        name.build(),
        role.build(),
        type.build(),
        cells.build(),
        distinct.build(),
        share.build(),
        signs.build(),
        min.build(),
        max.build(),
        first.build(),
        last.build());
  }

  private static void range(
      Frame typed, String name, NumberColumn.Builder min, NumberColumn.Builder max) {
    double smallest = Double.NaN;
    double largest = Double.NaN;
    if (typed.has(name) && typed.column(name) instanceof NumberColumn numbers) {
      for (int row = 0; row < numbers.size(); row++) {
        double value = numbers.value(row);
        smallest = Double.isNaN(value) || value >= smallest ? smallest : value;
        largest = Double.isNaN(value) || value <= largest ? largest : value;
      }
    }
    min.add(smallest);
    max.add(largest);
  }
}
