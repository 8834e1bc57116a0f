package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.panel.Absence;
import no.utfall.panel.Norway;
import no.utfall.panel.UnitLevel;
import no.utfall.panel.WrittenTwice;
import no.utfall.problem.Codes;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Severity;
import no.utfall.text.Language;
import no.utfall.text.Nearest;
import no.utfall.text.Numerals;
import no.utfall.text.Order;

/**
 * The built-in schema of a file with one row a municipality and year: names, types, key, ranges. A column called the number
 * of the municipality ({@code kommunenr}) is its {@code kommune}, and {@code kommune} beside it a name; {@code år} and
 * {@code year} are its {@code aar}.
 */
final class KommuneAar {

  private static final String UNIT = "kommune";
  private static final String PERIOD = "aar";
  private static final String GROUP = "gruppe";
  private static final String NAME = "navn";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2030;

  private static final Pattern CODE = Pattern.compile("\\d{4}");
  private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d\\d");
  private static final Pattern FLOAT_YEAR = Pattern.compile("(\\d{4})[.,]0+");
  private static final Pattern DATE = Pattern.compile(
      "(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{4})(?:[ T]00:00(?::00)?)?");
  private static final Pattern NUMBER_OF_UNIT =
      Pattern.compile("(?i)(kommune|komm?|k)[_. ]{0,2}(nr|nummer|kode)");
  private static final Set<String> YEAR_NAMES = Set.of("år", "year", "År", "Year");
  private static final Map<String, Type> TYPES = types();

  private final Reader reader;
  private final List<String> names;
  private final String unit;
  private final String period;

  KommuneAar(Reader reader) {
    this.reader = reader;
    reader.foldCase(TYPES.keySet());
    this.names = reader.headings().stream().map(Reader.Heading::name).toList();
    this.unit = names.stream().filter(KommuneAar::isNumberOfUnit).findFirst().orElse(UNIT);
    this.period = names.contains(PERIOD)
        ? PERIOD
        : names.stream().filter(YEAR_NAMES::contains).findFirst().orElse(PERIOD);
  }

  private static Map<String, Type> types() {
    Map<String, Type> types = new LinkedHashMap<>();
    types.put(UNIT, Type.TEXT);
    types.put(PERIOD, Type.TEXT);
    types.put("antall", Type.COUNT);
    types.put("nevner", Type.SIZE);
    types.put("andel_prosent", Type.NUMBER);
    types.put("rate", Type.NUMBER);
    types.put("endring", Type.NUMBER);
    types.put(NAME, Type.TEXT);
    types.put("merknad", Type.TEXT);
    types.put(GROUP, Type.TEXT);
    types.put("tiltak", Type.COUNT);
    types.put("antall_k", Type.COUNT);
    types.put("antall_m", Type.COUNT);
    types.put("antall_i_alt", Type.COUNT);
    return Collections.unmodifiableMap(types);
  }

  /** Whether a column is called the number of the municipality. */
  static boolean isNumberOfUnit(String name) {
    return NUMBER_OF_UNIT.matcher(name).matches();
  }

  /** Two of the names in the header, or a code and a year in front of line 1. */
  static boolean isMeant(List<Reader.Heading> headings) {
    long known = headings.stream()
        .map(h -> h.name().toLowerCase(Locale.ROOT).strip())
        .filter(TYPES::containsKey)
        .distinct()
        .count();
    return known >= 2 || looksLikeRow(headings);
  }

  private static boolean looksLikeRow(List<Reader.Heading> headings) {
    return headings.size() > 2
        && CODE.matcher(headings.get(0).name()).matches()
        && YEAR.matcher(headings.get(1).name()).matches();
  }

  /** Whether the header can be the one of the schema; otherwise it looks like data, and the findings say so. */
  boolean headerFits() {
    if (reader.isReadable() && looksLikeRow(reader.headings())) {
      Reader.Heading first = reader.headings().get(0);
      reader
          .found()
          .add(
              "E306",
              first.place(),
              "",
              first.excerpt(),
              "the first line looks like data, not like a header",
              "add a header line with the names of the columns");
      return false;
    }
    return true;
  }

  /** The texts whose cells the checks look at again when all are read. */
  Set<String> texts() {
    return new HashSet<>(List.of(UNIT, unit, period, GROUP, NAME));
  }

  Declared declared(Declared said) {
    Map<String, Type> held = new LinkedHashMap<>();
    for (String name : names) {
      Type type = name.equals(unit) || name.equals(period) ? Type.TEXT : TYPES.get(name);
      if (type == null && name.startsWith("arsverk")) {
        type = Type.NUMBER;
      }
      if (type != null) {
        held.put(name, type);
      }
    }
    List<String> key = new ArrayList<>();
    if (names.contains(unit) && names.contains(period)) {
      key.add(unit);
      key.add(period);
      if (names.contains(GROUP)) {
        key.add(GROUP);
      }
    }
    return said.withTypes(held).withKey(key);
  }

  void check(Body body, Frame frame) {
    misspelt();
    if (!reader.isReadable()) {
      return;
    }
    Map<String, String> years = new HashMap<>();
    if (frame.has(unit)) {
      codes(body, frame.text(unit));
    }
    if (frame.has(period)) {
      years(body, frame.text(period), years);
    }
    if (frame.has(unit)) {
      listed(body, frame, years);
    }
    if (frame.has(unit) && frame.has(period)) {
      writtenTwice(body, frame, years);
    }
    if (frame.has(GROUP)) {
      dates(body, frame.text(GROUP));
    }
    if (frame.has("andel_prosent")) {
      percent(body, frame.number("andel_prosent"));
    }
    if (frame.has("nevner")) {
      denominators(body, frame, frame.number("nevner"));
    }
    if (frame.has("tiltak")) {
      treated(body, frame.number("tiltak"));
    }
    if (frame.has("antall_k") && frame.has("antall_m") && frame.has("antall_i_alt")) {
      totals(body, frame);
    }
    if (frame.has(unit) && frame.has(period)) {
      gaps(body, frame, years);
      List<String> key = frame.has(GROUP) ? List.of(unit, period, GROUP) : List.of(unit, period);
      body.absent(
          Absence.rows(frame.select(key), unit, period, UnitLevel.Family.NORWAY, Norway.lists()));
      plausible(body, frame, years);
    }
  }

  private void plausible(Body body, Frame frame, Map<String, String> years) {
    if (frame.rows() > Plausibility.MOST_ROWS) {
      reader
          .found()
          .ofFile(
              "N520",
              "more than " + Plausibility.MOST_ROWS
                  + " rows: series, shares and totals were not held against one another",
              "check the years or the groups one at a time");
      return;
    }
    Plausibility plausibility = new Plausibility(
        frame,
        unit,
        frame.has(GROUP) ? List.of(GROUP) : List.of(),
        Plausibility.years(frame.text(period), years),
        (code, row, column, cell, message, fix) ->
            each(body, code, row, column, cell, message, fix));
    plausibility.lonelyYears(period);
    for (String counts : List.of("antall", "nevner", "rate")) {
      if (frame.has(counts)) {
        plausibility.jumps(counts);
      }
    }
    Plausibility.starting(frame, "arsverk").forEach(plausibility::jumps);
    if (frame.has("antall") && frame.has(GROUP)) {
      plausibility.halves("antall", GROUP);
    }
    if (frame.has("nevner")) {
      plausibility.standingStill("nevner");
    }
    if (frame.has("andel_prosent")) {
      plausibility.yearsOfShares("andel_prosent");
      if (frame.has("antall") && frame.has("nevner")) {
        plausibility.sharesOfParts("andel_prosent", "antall", "nevner");
      }
    }
  }

  private void misspelt() {
    List<String> absent = TYPES.keySet().stream()
        .filter(n -> !names.contains(n) && !n.startsWith("antall_"))
        .filter(n -> !(n.equals(UNIT) && !unit.equals(UNIT)))
        .filter(n -> !(n.equals(PERIOD) && !period.equals(PERIOD)))
        .toList();
    for (Reader.Heading heading : reader.headings()) {
      boolean twin = names.stream()
          .anyMatch(n -> !n.equals(heading.name()) && n.equalsIgnoreCase(heading.name()));
      if (!TYPES.containsKey(heading.name())
          && !heading.name().equals(unit)
          && !heading.name().equals(period)
          && !twin
          && !heading.isPhantom()) {
        Nearest.to(heading.name(), absent)
            .filter(wanted -> !isAnotherWord(heading.name(), wanted))
            .ifPresent(wanted -> reader
                .found()
                .add(
                    "E304",
                    heading.place(),
                    heading.name(),
                    heading.excerpt(),
                    "column '" + wanted + "' not found; did you mean '" + heading.name() + "'?",
                    "rename the column to " + wanted));
      }
    }
  }

  /** In words this short one other letter makes another word; only swapped letters or case are a slip. */
  private static boolean isAnotherWord(String name, String wanted) {
    return wanted.length() < 5
        && !name.equalsIgnoreCase(wanted)
        && !sorted(name).equals(sorted(wanted));
  }

  private static String sorted(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  // --- codes and years

  private void codes(Body body, TextColumn codes) {
    KommuneCodes.Wrong.in(
        codes,
        row -> true,
        (code, row, message, fix) -> each(body, code, row, unit, codes.get(row), message, fix));
  }

  /** Codes of four digits against the built-in lists. */
  private void listed(Body body, Frame frame, Map<String, String> years) {
    TextColumn codes = frame.text(unit);
    int[] at = new int[frame.rows()];
    if (frame.has(period)) {
      TextColumn periods = frame.text(period);
      int[] yearOf = new int[periods.levels()];
      for (int level = 0; level < yearOf.length; level++) {
        yearOf[level] = Integer.parseInt(years.getOrDefault(periods.level(level), "0"));
      }
      for (int row = 0; row < at.length; row++) {
        at[row] = yearOf[periods.code(row)];
      }
    }
    String name = frame.has(NAME) || unit.equals(UNIT) ? NAME : UNIT;
    TextColumn called = frame.has(name) ? frame.text(name) : null;
    new KommuneCodes(
            codes,
            at,
            called,
            (code, row, message, fix) -> each(body, code, row, unit, codes.get(row), message, fix))
        .check();
  }

  /** A NUL byte is a finding of the file, and all that needs to be told of its cell. */
  private static boolean isDamaged(String cell) {
    return cell.indexOf('\0') >= 0;
  }

  private void years(Body body, TextColumn periods, Map<String, String> years) {
    int floats = 0;
    int firstFloat = -1;
    int late = 0;
    int firstLate = -1;
    boolean[] isFloat = new boolean[periods.levels()];
    boolean[] isLate = new boolean[isFloat.length];
    boolean[] isNone = new boolean[isFloat.length];
    for (int level = 0; level < isFloat.length; level++) {
      String cell = periods.level(level);
      Matcher asFloat = FLOAT_YEAR.matcher(cell);
      isFloat[level] = asFloat.matches();
      String year = isFloat[level] ? asFloat.group(1) : cell;
      boolean isYear = year.matches("\\d{4}");
      isNone[level] = !isYear && !isDamaged(cell);
      if (isYear) {
        years.put(cell, year);
        int number = Integer.parseInt(year);
        isLate[level] = number > LAST_YEAR || number < FIRST_YEAR;
      }
    }
    for (int row = 0; row < periods.size(); row++) {
      int level = periods.code(row);
      if (isFloat[level]) {
        firstFloat = floats++ == 0 ? row : firstFloat;
      }
      if (isLate[level]) {
        firstLate = late++ == 0 ? row : firstLate;
      }
      if (isNone[level]) {
        String cell = periods.get(row);
        each(
            body,
            "E503",
            row,
            period,
            cell,
            "'" + Excerpt.show(Reader.cut(cell)) + "' is not a four-digit year" + nearYear(cell),
            "write the year with four digits");
      }
    }
    if (floats > 0) {
      String cell = periods.get(firstFloat);
      finding(
          body,
          "W504",
          firstFloat,
          period,
          cell,
          "'" + cell + "' read as " + cell.substring(0, 4) + " (looks like a float export; "
              + floats + (floats == 1 ? " cell)" : " cells)"),
          "export the years as whole numbers");
    }
    if (late > 0) {
      String cell = periods.get(firstLate);
      finding(
          body,
          "W505",
          firstLate,
          period,
          cell,
          cell + " lies outside the years " + FIRST_YEAR + "-" + LAST_YEAR + " that are expected ("
              + late + (late == 1 ? " cell)" : " cells)"),
          "check the year");
    }
  }

  /** Rows whose keys are equal once their years are read: as texts, 2023 and 2023.0 are two. */
  private void writtenTwice(Body body, Frame frame, Map<String, String> years) {
    List<String> key = frame.has(GROUP) ? List.of(unit, period, GROUP) : List.of(unit, period);
    TextColumn periods = frame.text(period);
    WrittenTwice.rows(frame, key, period, text -> years.getOrDefault(text, text))
        .forEach((row, before) -> {
          String code = frame.text(unit).get(row);
          each(
              body,
              "E501",
              row,
              unit,
              code,
              "key (" + unit + "=" + Excerpt.show(Reader.cut(code)) + ", " + period + "="
                  + years.get(periods.get(row)) + ") was already given on line "
                  + body.line(body.rowOf(before)) + "; the year is written " + periods.get(before)
                  + " / " + periods.get(row),
              "delete one of the rows");
        });
  }

  /** Whole dates where a group should stand; dates of a day and a month are told of in every text. */
  private static void dates(Body body, TextColumn groups) {
    boolean[] isDate = new boolean[groups.levels()];
    for (int level = 0; level < isDate.length; level++) {
      isDate[level] = DATE.matcher(groups.level(level)).matches();
    }
    int[] rows = IntStream.range(0, groups.size())
        .filter(row -> isDate[groups.code(row)])
        .toArray();
    if (rows.length > 0) {
      String cell = groups.get(rows[0]);
      finding(
          body,
          "W411",
          rows[0],
          GROUP,
          cell,
          "'" + cell
              + "' is a date where a group should stand: an age group that a spreadsheet made"
              + " a date? (" + rows.length + (rows.length == 1 ? " cell)" : " cells)"),
          TextTrouble.fix("W411"));
    }
  }

  private static String nearYear(String cell) {
    if (cell.matches("\\d{5}")) {
      return YEAR.matcher(cell.substring(0, 4)).matches()
          ? "; did you mean " + cell.substring(0, 4) + "?"
          : "";
    }
    return "";
  }

  // --- numbers

  private void percent(Body body, NumberColumn shares) {
    int known = 0;
    int first = -1;
    double largest = Double.NEGATIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < shares.size(); row++) {
      if (!shares.isKnown(row)) {
        continue;
      }
      double share = shares.value(row);
      first = known++ == 0 ? row : first;
      largest = Math.max(largest, share);
      smallest = Math.min(smallest, share);
      if (share < 0 || share > 100) {
        each(
            body,
            "E605",
            row,
            shares.name(),
            Numerals.exact(share),
            Numerals.exact(share) + " % is outside 0-100",
            "mend the cell, or declare the column as a number");
      }
    }
    if (known >= 2 && smallest >= 0 && largest <= 1 && largest > 0) {
      finding(
          body,
          "W606",
          first,
          shares.name(),
          Numerals.exact(shares.value(first)),
          "all " + known + " values lie in 0-1: are these shares rather than percent?",
          "multiply by 100, or declare the column as a share");
    }
  }

  private void denominators(Body body, Frame frame, NumberColumn sizes) {
    NumberColumn counts = frame.has("antall") ? frame.number("antall") : null;
    for (int row = 0; row < sizes.size(); row++) {
      if (!sizes.isKnown(row)) {
        continue;
      }
      double size = sizes.value(row);
      if (counts != null && counts.isKnown(row) && counts.value(row) > size) {
        double count = counts.value(row);
        String share = size > 0
            ? ": the share would be " + Numerals.rounded(100 * count / size, 1, Language.EN) + " %"
            : "";
        each(
            body,
            "E603",
            row,
            "antall",
            Numerals.exact(count),
            "antall " + Numerals.exact(count) + " > nevner " + Numerals.exact(size) + share,
            "check that the columns are not swapped");
      }
      if (size == 0) {
        each(
            body,
            "W604",
            row,
            "nevner",
            "0",
            "nevner = 0: the rate is undefined and left empty, never 0 or infinite",
            "check whether the unit had anyone at risk");
      }
    }
  }

  private void treated(Body body, NumberColumn treated) {
    for (int row = 0; row < treated.size(); row++) {
      if (treated.isKnown(row) && treated.value(row) != 0 && treated.value(row) != 1) {
        String value = Numerals.exact(treated.value(row));
        each(
            body,
            "E611",
            row,
            treated.name(),
            value,
            "tiltak = " + value + ": must be 0 (not treated) or 1 (treated)",
            "write 0 or 1");
      }
    }
  }

  private void totals(Body body, Frame frame) {
    NumberColumn women = frame.number("antall_k");
    NumberColumn men = frame.number("antall_m");
    NumberColumn total = frame.number("antall_i_alt");
    for (int row = 0; row < total.size(); row++) {
      if (women.isKnown(row) && men.isKnown(row) && total.isKnown(row)) {
        double sum = women.value(row) + men.value(row);
        if (sum != total.value(row)) {
          String declared = Numerals.exact(total.value(row));
          each(
              body,
              "E612",
              row,
              total.name(),
              declared,
              "antall_i_alt = " + declared + ", but antall_k + antall_m = " + Numerals.exact(sum),
              "mend the part or the total");
        }
      }
    }
  }

  // --- a panel with holes

  private void gaps(Body body, Frame frame, Map<String, String> years) {
    TextColumn units = frame.text(unit);
    TextColumn periods = frame.text(period);
    Map<String, SortedMap<Integer, Integer>> seen = new TreeMap<>(Order.NATURAL);
    SortedMap<Integer, Boolean> all = new TreeMap<>();
    long cells = 0;
    Groups groups = frame.groups(List.of(unit, period));
    for (int group = 0; group < groups.count(); group++) {
      int row = groups.first(group);
      String year = years.get(periods.get(row));
      if (year != null && !units.get(row).isEmpty()) {
        SortedMap<Integer, Integer> rowOf =
            seen.computeIfAbsent(units.get(row), u -> new TreeMap<>());
        cells += rowOf.containsKey(Integer.parseInt(year)) ? 0 : 1;
        rowOf.merge(Integer.parseInt(year), row, Math::min);
        all.put(Integer.parseInt(year), true);
      }
    }
    long possible = (long) seen.size() * all.size();
    for (Map.Entry<String, SortedMap<Integer, Integer>> unit : seen.entrySet()) {
      List<String> lacking = new ArrayList<>();
      Integer rowBefore = null;
      int last = unit.getValue().lastKey();
      for (int year : all.subMap(unit.getValue().firstKey(), last + 1).keySet()) {
        Integer row = unit.getValue().get(year);
        if (row == null) {
          lacking.add(String.valueOf(year));
        } else if (lacking.isEmpty()) {
          rowBefore = row;
        }
      }
      if (!lacking.isEmpty() && rowBefore != null) {
        each(
            body,
            "W510",
            rowBefore,
            period,
            periods.get(rowBefore),
            unit.getKey() + " lacks " + String.join(", ", lacking) + " (unbalanced panel: " + cells
                + " of " + possible + " unit-years)",
            "add the rows, or say in the report that they are not there");
      }
    }
  }

  private void each(
      Body body,
      String code,
      int frameRow,
      String column,
      String cell,
      String message,
      String fix) {
    if (code.equals("E507") || code.equals("E509")) {
      body.unknownUnit(body.rowOf(frameRow));
    } else if (Codes.severity(code) == Severity.ERROR) {
      body.setAside(body.rowOf(frameRow));
    }
    if (reader.found().wants(code, body.line(body.rowOf(frameRow)))) {
      finding(body, code, frameRow, column, cell, message, fix);
    } else {
      reader.found().count(code, 1);
    }
  }

  private static void finding(
      Body body,
      String code,
      int frameRow,
      String column,
      String cell,
      String message,
      String fix) {
    body.finding(code, body.rowOf(frameRow), body.field(column), cell, message, fix);
  }
}
