package no.utfall.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.problem.Loaded;
import no.utfall.text.Numerals;
import no.utfall.text.Order;

/** Looks at a file that nobody has described yet, and proposes what to say of it. */
public final class Inspect {

  private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern UNIT_NAME = Pattern.compile(
      "(kommune|region|knr|komm(une)?nr|kommunenummer|geografi|geo|fylke|state|county|county code"
          + "|country code|municipality(_id)?|code|area|enhet|nasjonaltkode|entity|kode)",
      I);
  private static final Pattern NAME_NAME =
      Pattern.compile("(.*_name|navn|name|kname|.*navn|country name|municipality)", I);
  private static final Pattern PERIOD_NAME = Pattern.compile(
      "(år|aar|ar|year|tid|time|periode|period|dato|date|skoleår|måned|kvartal)", I);
  private static final Pattern SEX_NAME = Pattern.compile("(kjønn|kjonn|sex|gender)", I);
  private static final Pattern AGE_NAME = Pattern.compile("(alder|age|ageband|aldersgruppe)", I);
  private static final Pattern PERIOD = Pattern.compile(
      "(18|19|20|21)\\d\\d([-–/_ ]+(\\d\\d|\\d{4})|[KQMU]\\d{1,2}|-\\d\\d-\\d\\d)?");
  private static final Pattern CODE = Pattern.compile("\\d{4}");
  private static final Pattern CODE_WITH_ZERO = Pattern.compile("0\\d+");
  private static final Pattern WORD_SIGN =
      Pattern.compile("na|n/a|inf|nan|suppressed|missing|unreliable|not applicable", I);
  private static final Pattern WHOLE = Pattern.compile("[0-9]+(\\.0*)?");
  private static final Pattern YEAR_IN_NAME =
      Pattern.compile("^(|.*\\D)((?:19|20)\\d\\d)(\\D.*|)$");
  private static final int SIGN_LENGTH = 3;

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
    Loaded<Reading> asText = Ingest.read(input, declared.withTypes(Map.of()), limits);
    Frame texts = asText.value().frame();
    Map<String, Type> types = new LinkedHashMap<>();
    Map<String, String> roles = new LinkedHashMap<>();
    for (Column column : texts.columns()) {
      if (column instanceof TextColumn text) {
        String role = role(text);
        roles.put(text.name(), role);
        if (role.equals("count") || role.equals("value")) {
          types.put(text.name(), role.equals("count") ? Type.COUNT : Type.NUMBER);
        }
      }
    }
    roles.replaceAll((name, role) -> roles.containsKey(name + "_name") ? "unit" : role);
    types.keySet().removeIf(name -> "unit".equals(roles.get(name)));
    onlyOne(roles, "unit", "group");
    onlyOne(roles, "period", "group");
    Map<String, String> wide = wide(roles);
    Loaded<Reading> typed = Ingest.read(input, declared.withTypes(types), limits);
    Inspection inspection = new Inspection(
        input.name(),
        typed.value().recognition(),
        summary(texts, typed.value().frame(), roles, types),
        wide,
        typed.value().ledger(),
        declared);
    return new Loaded<>(inspection, typed.findings());
  }

  private static void onlyOne(Map<String, String> roles, String role, String others) {
    boolean seen = false;
    for (Map.Entry<String, String> entry : roles.entrySet()) {
      if (entry.getValue().equals(role)) {
        entry.setValue(seen ? others : role);
        seen = true;
      }
    }
  }

  private static String role(TextColumn column) {
    String name = column.name();
    long[] cells = counts(column);
    long filled = 0;
    long periods = 0;
    long codes = 0;
    long numbers = 0;
    long others = 0;
    boolean whole = true;
    for (int level = 0; level < cells.length; level++) {
      String cell = column.level(level);
      if (cell.isEmpty()) {
        continue;
      }
      filled += cells[level];
      periods += PERIOD.matcher(cell).matches() ? cells[level] : 0;
      codes += CODE.matcher(cell).matches() ? cells[level] : 0;
      if (isNumber(cell)) {
        numbers += cells[level];
        whole &= isWhole(cell);
      } else if (!isSign(cell)) {
        others += cells[level];
      }
    }
    if (UNIT_NAME.matcher(name).matches()) {
      return "unit";
    }
    if (filled == 0) {
      return "";
    }
    boolean allPeriods = periods == filled;
    if (allPeriods && (PERIOD_NAME.matcher(name).matches() || numbers < filled)) {
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
      return "period";
    }
    if (leadingZero(column)) {
      return codes == filled ? "unit" : "group";
    }
    boolean mostly = others == 0 || numbers > others;
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

  private static boolean isNumber(String cell) {
    Numeral.Kind kind = Numeral.of(cell).kind();
    return kind == Numeral.Kind.NUMBER || kind == Numeral.Kind.AMBIGUOUS;
  }

  private static boolean isWhole(String cell) {
    Numeral numeral = Numeral.of(cell);
    return numeral.kind() == Numeral.Kind.NUMBER
        && WHOLE.matcher(numeral.plain()).matches();
  }

  /** Short, without letters or digits, or one of the words that publishers use. */
  private static boolean isSign(String cell) {
    return (cell.length() <= SIGN_LENGTH && cell.chars().noneMatch(Character::isLetterOrDigit))
        || WORD_SIGN.matcher(cell).matches();
  }

  /** Columns of numbers with a year in their name, two or more of them. */
  private static Map<String, String> wide(Map<String, String> roles) {
    Map<String, List<String>> patterns = new TreeMap<>();
    int found = 0;
    for (Map.Entry<String, String> entry : roles.entrySet()) {
      Matcher year = YEAR_IN_NAME.matcher(entry.getKey());
      String role = entry.getValue();
      boolean number = role.equals("count") || role.equals("value") || role.isEmpty();
      if (number && year.matches()) {
        patterns
            .computeIfAbsent(year.group(1) + "{year}" + year.group(3), p -> new ArrayList<>())
            .add(entry.getKey());
        found++;
      }
    }
    Map<String, String> wide = new LinkedHashMap<>();
    if (found >= 2) {
      patterns.forEach((pattern, columns) -> {
        String target = pattern.replace("{year}", "").strip();
        wide.put(pattern, target.isEmpty() ? "value" : target);
        columns.forEach(column -> roles.put(column, "wide"));
      });
    }
    return wide;
  }

  private static Frame summary(
      Frame texts, Frame typed, Map<String, String> roles, Map<String, Type> types) {
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
          if (isNumber(cell)) {
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
