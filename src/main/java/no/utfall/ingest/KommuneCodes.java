package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.utfall.figure.TextColumn;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.Norway;
import no.utfall.panel.Unit;
import no.utfall.panel.UnitList;
import no.utfall.panel.UnitNames;
import no.utfall.problem.Excerpt;
import no.utfall.text.Nearest;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/** The codes of a file held against the built-in lists: is there such a municipality, and was there in that year? */
final class KommuneCodes {

  /** Fewer codes than this are never taken for those of something else. */
  private static final int ENOUGH = 5;

  private static final String CONVERT =
      "utfall codes crosswalk FILE --code-year-to YEAR brings counts to the codes of one year";

  private static final Pattern CODE_AND_MORE = Pattern.compile("[0-9]{4}[^0-9.,].*");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE][+-]?\\d+");

  private final UnitList list = Norway.KOMMUNE.units();
  private final CodeChanges changes = Norway.KOMMUNE.changes();
  private final TextColumn codes;
  private final int[] years;
  private final @Nullable TextColumn names;
  private final Set<String> unknown = new TreeSet<>(Order.NATURAL);
  private final Set<String> known = new TreeSet<>(Order.NATURAL);
  private final Told told;
  private final boolean[] isKnown;
  private final boolean[] isUnknown;
  /** By distinct code and year: 0 not asked yet, 1 held, 2 did not hold. */
  private final byte[] @Nullable [] held;

  /** Where what is found goes. */
  interface Told {
    void at(String finding, int row, String message, String fix);
  }

  /** Why a cell cannot be a municipality code, whatever the lists say. */
  record Wrong(String finding, String message, String fix) {

    /** Tells of every row that is asked about. */
    static void in(TextColumn codes, IntPredicate isAsked, Told told) {
      List<Optional<Wrong>> wrong = new ArrayList<>();
      for (int level = 0; level < codes.levels(); level++) {
        wrong.add(of(codes.level(level)));
      }
      for (int row = 0; row < codes.size(); row++) {
        Optional<Wrong> why = wrong.get(codes.code(row));
        if (why.isPresent() && isAsked.test(row)) {
          told.at(why.get().finding, row, why.get().message, why.get().fix);
        }
      }
    }

    private static Optional<Wrong> of(String code) {
      if (code.matches("\\d{4}") || code.indexOf('\0') >= 0) {
        return Optional.empty();
      }
      String shown = "'" + Excerpt.show(Reader.cut(code)) + "'";
      String digits = withoutLookAlikes(code);
      if (code.isEmpty()) {
        return code("the municipality code is missing");
      }
      if (code.matches("\\d+")) {
        String hint =
            code.length() == 3 ? "; did a spreadsheet drop a leading zero (0" + code + ")?" : "";
        return code(shown + " has " + code.length() + (code.length() == 1 ? " digit" : " digits")
            + ", municipality codes have 4" + hint);
      }
      if (SCIENTIFIC.matcher(code).matches()) {
        return code(shown + " is a number in scientific notation; store codes as text");
      }
      if (CODE_AND_MORE.matcher(code).matches()) {
        return code(shown + " is more than a municipality code; did you mean "
            + code.substring(0, 4) + "?");
      }
      if (digits.matches("\\d{4}")) {
        return code(shown + " contains a letter or sign that looks like a digit; did you mean "
            + digits + "?");
      }
      boolean isName = Character.isLetter(code.codePointAt(0))
          && code.codePoints().filter(Character::isLetter).count() >= 2;
      return isName
          ? Optional.of(new Wrong(
              "E509",
              shown + " is not a municipality code; is it the row of a total?",
              "leave the row out of the export, or declare the column with a list of names"))
          : code(shown + " is not a municipality code (4 digits)");
    }

    private static Optional<Wrong> code(String message) {
      return Optional.of(
          new Wrong("E506", message, "keep the codes as text with their leading zeros"));
    }

    private static String withoutLookAlikes(String code) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < code.length(); i++) {
        char c = code.charAt(i);
        out.append(
            switch (c) {
              case 'O', 'o', 'О', 'о', 'Ο', 'ο' -> '0';
              case 'l', 'I', '|', 'і', 'І' -> '1';
              default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
            });
      }
      return out.toString();
    }
  }

  /**
   * @param codes cells that are no four digits are passed over
   * @param years the year of each row; 0 where there is none
   */
  KommuneCodes(TextColumn codes, int[] years, @Nullable TextColumn names, Told told) {
    this.codes = codes;
    this.years = years;
    this.names = names;
    this.told = told;
    this.isKnown = new boolean[codes.levels()];
    this.isUnknown = new boolean[codes.levels()];
    this.held = new byte[codes.levels()][];
    for (int level = 0; level < codes.levels(); level++) {
      String code = codes.level(level);
      if (isCode(code)) {
        isKnown[level] = list.knows(code);
        isUnknown[level] = !isKnown[level];
        (isKnown[level] ? known : unknown).add(code);
      }
    }
  }

  private static boolean isCode(String code) {
    return code.matches("[0-9]{4}") && !Norway.OUTSIDE.containsKey(code);
  }

  void check() {
    noMunicipalities();
    int all = known.size() + unknown.size();
    int first = first(unknown);
    if (all >= ENOUGH && 2 * unknown.size() > all && first >= 0) {
      told.at(
          "N518",
          first,
          unknown.size() + " of " + all
              + " codes are of no Norwegian municipality; the codes were not checked",
          "");
      return;
    }
    unknown();
    Brought brought = broughtTo();
    if (brought.row() >= 0) {
      told.at(
          "N518",
          brought.row(),
          "codes of " + brought.year()
              + " stand in earlier years: read as brought there by the publisher",
          "");
    } else {
      expired();
      changed();
    }
  }

  private void noMunicipalities() {
    new TreeMap<>(Norway.OUTSIDE).forEach((code, what) -> {
      int first = first(Set.of(code));
      if (first >= 0) {
        told.at(
            "W521",
            first,
            code + " means " + what + " and is no municipality",
            "leave the row out, or it is counted as a unit");
      }
    });
  }

  private int first(Set<String> wanted) {
    boolean[] isWanted = new boolean[codes.levels()];
    for (int level = 0; level < isWanted.length; level++) {
      isWanted[level] = wanted.contains(codes.level(level));
    }
    return IntStream.range(0, codes.size())
        .filter(row -> isWanted[codes.code(row)])
        .findFirst()
        .orElse(-1);
  }

  private void unknown() {
    UnitNames byName = UnitNames.of(null, list);
    Map<String, Optional<String>> nearest = new HashMap<>();
    for (int row = 0; row < codes.size(); row++) {
      String code = codes.get(row);
      if (isUnknown[codes.code(row)]) {
        int year = years[row] == 0 ? Norway.LAST_YEAR : years[row];
        Optional<String> named =
            names == null ? Optional.empty() : byName.code(names.get(row), year);
        String near = named
            .or(() -> nearest.computeIfAbsent(code, c -> Nearest.to(c, codesOf(year))))
            .map(c -> "'" + c + "' (" + name(c, year) + ")")
            .orElse("none");
        told.at(
            "E507",
            row,
            "unknown municipality code '" + code + "'; nearest: " + near + "; is "
                + Norway.NOT_STATED + " meant, 'not stated'?",
            "mend the code; utfall codes find NAME  finds it");
      }
    }
  }

  private List<String> codesOf(int year) {
    return list.units(year).stream().map(Unit::code).toList();
  }

  private String name(String code, int year) {
    return list.name(code, year).orElse("");
  }

  /**
   * The year whose codes a file uses in earlier years too.
   *
   * @param row the first with a code that did not hold yet; -1 when there is none
   */
  private record Brought(int year, int row) {}

  private Brought broughtTo() {
    int last = IntStream.of(years).max().orElse(0);
    for (int year = Math.max(last, Norway.FIRST_YEAR);
        year <= Math.max(last, Norway.LAST_YEAR);
        year++) {
      int at = year;
      if (known.stream().allMatch(code -> list.holds(code, at))) {
        return new Brought(year, firstBrought());
      }
    }
    return new Brought(0, -1);
  }

  /**
   * A publisher brings whole series: most codes that come too early must stand in several years, and in most of the years
   * of the file in which they did not hold yet.
   */
  private int firstBrought() {
    int[] from = new int[codes.levels()];
    BitSet[] yearsOf = new BitSet[from.length];
    BitSet none = new BitSet();
    for (int level = 0; level < from.length; level++) {
      from[level] = isKnown[level] ? Math.max(0, list.firstYear(codes.level(level))) : 0;
      yearsOf[level] = isKnown[level] ? new BitSet() : none;
    }
    BitSet all = new BitSet();
    int first = -1;
    for (int row = 0; row < codes.size(); row++) {
      if (isChecked(row)) {
        int level = codes.code(row);
        all.set(years[row]);
        yearsOf[level].set(years[row]);
        first = first < 0 && from[level] > years[row] ? row : first;
      }
    }
    int early = 0;
    int series = 0;
    for (int level = 0; level < from.length; level++) {
      int before = yearsOf[level].get(0, from[level]).cardinality();
      if (before > 0) {
        boolean most = 2 * before > all.get(0, from[level]).cardinality();
        early++;
        series += most && yearsOf[level].cardinality() > 1 ? 1 : 0;
      }
    }
    return 2 * series > early ? first : -1;
  }

  private boolean isChecked(int row) {
    return years[row] >= Norway.FIRST_YEAR && isKnown[codes.code(row)];
  }

  private boolean holds(int row) {
    int level = codes.code(row);
    int at = years[row] - Norway.FIRST_YEAR;
    byte[] known = held[level];
    if (known == null || at >= known.length) {
      known = known == null ? new byte[at + 1] : Arrays.copyOf(known, at + 1);
      held[level] = known;
    }
    if (known[at] == 0) {
      known[at] = (byte) (list.holds(codes.level(level), years[row]) ? 1 : 2);
    }
    return known[at] == 1;
  }

  private void expired() {
    for (int row = 0; row < codes.size(); row++) {
      String code = codes.get(row);
      int year = years[row];
      if (isChecked(row) && !holds(row)) {
        boolean over = list.lastYear(code) < year;
        String message = over
            ? code + " (" + name(code, year) + ") was valid until " + list.lastYear(code) + "; for "
                + year + " use "
                + String.join(
                    " or ", changes.shares(code, list.lastYear(code), year).keySet())
            : code + " (" + name(code, year) + ") is valid from " + list.firstYear(code) + "; in "
                + year + " it was " + String.join(" and ", before(code, year));
        told.at("E508", row, message, CONVERT);
      }
    }
  }

  private Set<String> before(String code, int year) {
    Set<String> before = new TreeSet<>(Order.NATURAL);
    list.units(year).forEach(unit -> {
      if (changes.shares(unit.code(), year, list.firstYear(code)).containsKey(code)) {
        before.add(unit.code());
      }
    });
    return before;
  }

  /** Units that stand under one code in some years and under another in later ones, each valid in its year. */
  private void changed() {
    Map<String, Integer> firstRow = new LinkedHashMap<>();
    Map<String, Integer> firstYear = new TreeMap<>(Order.NATURAL);
    int[] rowOf = new int[codes.levels()];
    int[] yearOf = new int[rowOf.length];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < codes.size(); row++) {
      int level = codes.code(row);
      if (isChecked(row) && holds(row)) {
        yearOf[level] = rowOf[level] < 0 ? years[row] : Math.min(yearOf[level], years[row]);
        rowOf[level] = rowOf[level] < 0 ? row : rowOf[level];
      }
    }
    for (int level = 0; level < rowOf.length; level++) {
      if (rowOf[level] >= 0) {
        firstRow.put(codes.level(level), rowOf[level]);
        firstYear.put(codes.level(level), yearOf[level]);
      }
    }
    List<String> moves = new ArrayList<>();
    int row = -1;
    int last = IntStream.of(years).max().orElse(0);
    for (Map.Entry<String, Integer> start : firstYear.entrySet()) {
      for (Map.Entry<String, Integer> step :
          way(start.getKey(), start.getValue(), last).entrySet()) {
        Integer at = firstRow.get(step.getKey());
        if (at != null && !step.getKey().equals(start.getKey())) {
          moves.add(start.getKey() + " is " + step.getKey() + " from " + step.getValue());
          row = row < 0 ? at : row;
        }
      }
    }
    if (!moves.isEmpty()) {
      told.at(
          "W511",
          row,
          "codes change inside the file: "
              + String.join(", ", moves.subList(0, Math.min(3, moves.size())))
              + (moves.size() > 3 ? " and " + (moves.size() - 3) + " more" : "")
              + "; read as they stand these are different units",
          CONVERT);
    }
  }

  /** The codes under which a unit goes after a year, up to another, with the first year of each. */
  private Map<String, Integer> way(String code, int year, int last) {
    Map<String, Integer> way = new TreeMap<>(Order.NATURAL);
    for (int later = year + 1; later <= Math.min(last, Norway.LAST_YEAR); later++) {
      for (String next : changes.shares(code, year, later).keySet()) {
        way.putIfAbsent(next, later);
      }
    }
    return way;
  }
}
