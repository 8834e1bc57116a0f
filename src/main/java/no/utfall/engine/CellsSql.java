package no.utfall.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.utfall.engine.Question.Measure;
import no.utfall.figure.Type;
import no.utfall.text.Numerals;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reduces person rows to cells: the only place where it stands.
 *
 * <p>It keeps to what engines have in common: common table expressions, CASE, CAST, floor, abs, sums of
 * {@code DECIMAL(18,0)} that widen. What is DuckDB's own is the table function that is handed in as the
 * source, and the match of a whole text in {@link #matches}.
 *
 * <p>Sums are exact. Every number, or product of two numbers, is a double; it is cut into limbs of 59 bits, whole
 * numbers that are added without rounding, so the sum does not depend on the order of the rows or on threads. The
 * limbs are put together and rounded once, in {@link Term#total}. Plain numbers are kept to 2^−118, products to
 * 2^−130: numbers from 1e−15 to 1e15 in size, and products of numbers from 1e−8, are exact.
 */
final class CellsSql {

  /** A cell that can be summed. */
  static final int KNOWN = 0;
  /** Blank or a sign of a missing number. */
  static final int MISSING = 1;
  /** The sign of a hidden number. */
  static final int SUPPRESSED = 2;
  /** Not a number of this type. */
  static final int BAD = 3;

  /** The largest number that is summed. */
  static final double LARGEST = 1e15;

  static final String COUNT = "[+]?[0-9]+([.,]0{1,2})?";
  static final String SIZE = "[+]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]{1,3})?";
  static final String NUMBER = "[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]{1,3})?";
  /** A mark before three digits can part thousands. */
  static final String AMBIGUOUS = "[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}";

  private static final int LIMB = 59;
  private static final int PLAIN_UNIT = 0;
  private static final int PRODUCT_UNIT = 47;

  private final Question question;
  private final List<Measure> measures;
  private final List<Term> terms;

  CellsSql(Question question, List<Measure> measures) {
    this.question = question;
    this.measures = measures;
    this.terms = question.bins() == null ? cellTerms() : binTerms();
  }

  /**
   * A sum in the result.
   *
   * @param name of the column in the table
   * @param expression of {@code v0, v1 …}
   * @param unit the power of two that the first limb counts
   * @param limbs how many; none when the expression is a whole number
   */
  record Term(String name, String expression, int unit, int limbs) {

    static Term whole(String name, String expression) {
      return new Term(name, expression, 0, 0);
    }

    static Term plain(String name, String expression) {
      return new Term(name, expression, PLAIN_UNIT, 3);
    }

    static Term product(String name, String one, String other) {
      return new Term(name, one + " * " + other, PRODUCT_UNIT, 4);
    }

    /** The sum, from the sums of its limbs, rounded once. */
    double total(BigInteger[] sums) {
      BigInteger total = sums[0];
      for (int limb = 1; limb < sums.length; limb++) {
        total = total.shiftLeft(LIMB).add(sums[limb]);
      }
      return Math.scalb(total.doubleValue(), unit(columns() - 1));
    }

    /** How many columns of the result it takes. */
    int columns() {
      return Math.max(1, limbs);
    }

    /** The power of two that a limb counts. */
    int unit(int limb) {
      return unit - limb * LIMB;
    }
  }

  List<Term> terms() {
    return terms;
  }

  private int index(String column) {
    return IntStream.range(0, measures.size())
        .filter(i -> measures.get(i).column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable String weight() {
    String weight = question.weight();
    return weight == null ? null : "v" + index(weight);
  }

  private List<Term> cellTerms() {
    String weight = weight();
    List<Term> all = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      String name = measure.column();
      String value = "v" + i;
      boolean isWeight = value.equals(weight);
      switch (measure.type()) {
        case COUNT -> all.add(Term.whole(name, value));
        case SIZE -> all.add(Term.plain(name, value));
        default -> all.add(Term.plain(name + "_sum", value));
      }
      if (measure.type() == Type.NUMBER || isWeight) {
        all.add(Term.product(name + "_squares", value, value));
      }
      if (weight != null && !isWeight) {
        all.add(Term.product(name + "_weighted", weight, value));
      }
    }
    return all;
  }

  private List<Term> binTerms() {
    String income = "v" + index(String.valueOf(question.income()));
    String weight = weight();
    return weight == null
        ? List.of(Term.plain("income", income))
        : List.of(Term.product("income", weight, income), Term.plain("weight", weight));
  }

  /** Where the rows come from, and the columns of it as the statement needs them. */
  record Source(String from, List<String> keys, List<Cell> cells) {}

  /**
   * A measure as it is read, as expressions of the cell {@code {t}} and its number {@code {v}}.
   *
   * @param cell the cell as it comes, {@code {t}} in the others
   * @param value the number, null where there is none
   * @param state {@link #KNOWN} and its like
   * @param mark the decimal mark, blank where the column cannot have one: 1 comma, 2 point, 3 and 4 the same where it
   *     may part thousands
   */
  record Cell(String cell, String value, String state, String mark) {

    String value(int i) {
      return named(value, i);
    }

    String state(int i) {
      return named(state, i);
    }

    String mark(int i) {
      return named(mark, i);
    }

    private static String named(String expression, int i) {
      return expression.replace("{t}", "t" + i).replace("{v}", "v" + i);
    }
  }

  /** A measure in text: trimmed, blank where there is none. */
  static Cell text(String column, Type type, @Nullable Character decimal, List<String> missing) {
    List<String> signs = new ArrayList<>(List.of("''", "'.'", "'..'"));
    missing.forEach(sign -> signs.add(Engine.text(sign)));
    String isMissing = "{t} IN (" + String.join(", ", signs) + ")";
    String mark = decimal != null || type == Type.COUNT
        ? ""
        : "CASE WHEN position(',' IN {t}) > 0 THEN CASE WHEN " + matches("{t}", AMBIGUOUS)
            + " THEN 3 ELSE 1 END WHEN position('.' IN {t}) > 0 THEN CASE WHEN "
            + matches("{t}", AMBIGUOUS) + " THEN 4 ELSE 2 END ELSE 0 END";
    return new Cell(
        "trim(coalesce(" + column + ", ''))",
        "CASE WHEN " + matches("{t}", pattern(type, decimal))
            + " THEN TRY_CAST(replace({t}, ',', '.') AS DOUBLE) END",
        "CASE WHEN " + isMissing + " THEN " + MISSING + " WHEN {t} = ':' THEN " + SUPPRESSED
            + " WHEN abs({v}) <= " + Numerals.exact(LARGEST) + " THEN " + KNOWN + " ELSE " + BAD
            + " END",
        mark);
  }

  /** A measure in a column of numbers. */
  static Cell number(String column, ColumnType held, Type type) {
    String value = switch (held) {
      case WHOLE -> "CAST({t} AS DOUBLE)";
      case TRUTH -> "CASE WHEN {t} THEN 1e0 WHEN NOT {t} THEN 0e0 END";
      default -> "CAST(CAST({t} AS VARCHAR) AS DOUBLE)";
    };
    String largest = Numerals.exact(LARGEST);
    String fits = switch (type) {
      case COUNT -> "{v} >= 0 AND {v} <= " + largest + " AND {v} = floor({v})";
      case SIZE -> "{v} >= 0 AND {v} <= " + largest;
      default -> "abs({v}) <= " + largest;
    };
    return new Cell(
        column,
        value,
        "CASE WHEN {t} IS NULL THEN " + MISSING + " WHEN " + fits + " THEN " + KNOWN + " ELSE "
            + BAD + " END",
        "");
  }

  /** How a number of this type is written; any number of zeros may follow a mark that is declared. */
  static String pattern(Type type, @Nullable Character decimal) {
    String pattern = switch (type) {
      case COUNT -> COUNT;
      case SIZE -> SIZE;
      default -> NUMBER;
    };
    return decimal == null
        ? pattern
        : pattern.replace("[.,]", "[" + decimal + "]").replace("0{1,2}", "0+");
  }

  static String matches(String text, String pattern) {
    return "regexp_full_match(" + text + ", '" + pattern + "')";
  }

  /** The rows with their keys, numbers and states, and what is carried along: the first steps of the statement. */
  private List<String> steps(Source source, List<String> carried) {
    List<String> cell = new ArrayList<>(carried);
    List<String> number = new ArrayList<>(carried);
    List<String> state = new ArrayList<>(carried);
    for (int k = 0; k < question.by().size(); k++) {
      cell.add(source.keys().get(k) + " AS k" + k);
      number.add("k" + k);
      state.add("k" + k);
    }
    for (int i = 0; i < measures.size(); i++) {
      Cell one = source.cells().get(i);
      cell.add(one.cell() + " AS t" + i);
      number.add("t" + i);
      number.add(one.value(i) + " AS v" + i);
      state.add("t" + i);
      state.add("v" + i);
      state.add(one.state(i) + " AS s" + i);
      if (!one.mark().isEmpty()) {
        state.add(one.mark(i) + " AS m" + i);
      }
    }
    if (cell.isEmpty()) {
      List.of(cell, number, state).forEach(step -> step.add("1 AS person"));
    }
    return List.of(
        step("cell", cell, source.from()),
        step("parsed", number, "cell"),
        step("state", state, "parsed"));
  }

  /** Which rows are used, have a hidden number, or a bad one. */
  private List<String> fates() {
    List<String> known = new ArrayList<>();
    keys().forEach(key -> known.add(key + " <> ''"));
    List<String> hidden = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      known.add("s" + i + " = " + KNOWN);
      hidden.add("s" + i + " = " + SUPPRESSED);
      bad.add("s" + i + " = " + BAD);
    }
    return List.of(
        (known.isEmpty() ? "1" : flag(String.join(" AND ", known))) + " AS used",
        (hidden.isEmpty() ? "0" : flag(String.join(" OR ", hidden))) + " AS hidden",
        (bad.isEmpty() ? "0" : flag(String.join(" OR ", bad))) + " AS bad");
  }

  private static String flag(String condition) {
    return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
  }

  private List<String> keys() {
    return IntStream.range(0, question.by().size()).mapToObj(k -> "k" + k).toList();
  }

  private static String step(String name, List<String> columns, String from) {
    return name + " AS (\n  SELECT\n    " + String.join(",\n    ", columns) + "\n  FROM " + from
        + ")";
  }

  /**
   * The whole statement. Its result has the keys, the class of income where there are such, then the number of rows,
   * of used, hidden and bad ones, for each measure its missing, hidden and bad cells and the four counts of its
   * decimal marks, and for each term its limbs.
   */
  String statement(Source source) {
    List<String> with = new ArrayList<>(steps(source, List.of()));
    List<String> sorted = new ArrayList<>(List.of("*"));
    sorted.addAll(fates());
    with.add(step("sorted", sorted, "state"));
    List<String> carried = new ArrayList<>(keys());
    carried.addAll(List.of("used", "hidden", "bad"));
    for (int i = 0; i < measures.size(); i++) {
      carried.add("s" + i);
      if (!source.cells().get(i).mark().isEmpty()) {
        carried.add("m" + i);
      }
    }
    List<String> groups = new ArrayList<>(keys());
    Question.Bins bins = question.bins();
    List<String> first = new ArrayList<>(carried);
    if (bins != null) {
      String income = "v" + index(String.valueOf(question.income()));
      first.add("CASE WHEN used = 1 THEN CAST(floor(" + income + " / " + exact(bins.width())
          + ") AS BIGINT) END AS bin");
      carried.add("bin");
      groups.add("bin");
    }
    int deepest = 0;
    for (int t = 0; t < terms.size(); t++) {
      Term term = terms.get(t);
      first.add("CASE WHEN used = 1 THEN " + term.expression() + " ELSE 0e0 END AS e" + t);
      deepest = Math.max(deepest, term.limbs());
    }
    with.add(step("term", first, "sorted"));
    String from = "term";
    List<String> limbs = new ArrayList<>();
    for (int limb = 0; limb < deepest; limb++) {
      List<String> columns = new ArrayList<>(carried);
      columns.addAll(limbs);
      List<String> rest = new ArrayList<>(carried);
      for (int t = 0; t < terms.size(); t++) {
        columns.add("e" + t);
        if (limb < terms.get(t).limbs()) {
          String remaining = limb == 0 ? "abs(e" + t + ")" : "r" + t;
          String name = "t" + t + "_" + limb;
          columns.add(remaining + " AS r" + t);
          columns.add(
              "floor(" + remaining + " * " + power(-terms.get(t).unit(limb)) + ") AS " + name);
        }
      }
      with.add(step("cut" + limb, columns, from));
      rest.addAll(limbs);
      for (int t = 0; t < terms.size(); t++) {
        rest.add("e" + t);
        if (limb < terms.get(t).limbs()) {
          String name = "t" + t + "_" + limb;
          limbs.add(name);
          rest.add(name);
          rest.add("r" + t + " - " + name + " * " + power(terms.get(t).unit(limb)) + " AS r" + t);
        }
      }
      with.add(step("rest" + limb, rest, "cut" + limb));
      from = "rest" + limb;
    }
    List<String> result = new ArrayList<>(groups);
    result.addAll(List.of("count(*)", "sum(used)", "sum(hidden)", "sum(bad)"));
    for (int i = 0; i < measures.size(); i++) {
      for (int state : new int[] {MISSING, SUPPRESSED, BAD}) {
        result.add("sum(" + flag("s" + i + " = " + state) + ")");
      }
      boolean marked = !source.cells().get(i).mark().isEmpty();
      for (int mark = 1; mark <= 4; mark++) {
        result.add(marked ? "sum(" + flag("s" + i + " = 0 AND m" + i + " = " + mark) + ")" : "0");
      }
    }
    for (int t = 0; t < terms.size(); t++) {
      if (terms.get(t).limbs() == 0) {
        result.add("sum(CAST(e" + t + " AS DECIMAL(18,0)))");
      }
      for (int limb = 0; limb < terms.get(t).limbs(); limb++) {
        String name = "t" + t + "_" + limb;
        result.add("sum(CAST(CASE WHEN e" + t + " < 0 THEN -" + name + " ELSE " + name
            + " END AS DECIMAL(18,0)))");
      }
    }
    String grouped = groups.isEmpty() ? "" : "\nGROUP BY " + String.join(", ", groups);
    return "WITH " + String.join(",\n", with) + "\nSELECT\n  " + String.join(",\n  ", result)
        + "\nFROM " + from + grouped;
  }

  /** The rows with a bad cell, by their number in the file, each with state and text of every measure. */
  String badRows(Source source, String rowNumber, int most) {
    List<String> shown = new ArrayList<>(List.of(rowNumber));
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      shown.add("s" + i);
      shown.add("CAST(t" + i + " AS VARCHAR)");
      bad.add("s" + i + " = " + BAD);
    }
    return "WITH " + String.join(",\n", steps(source, List.of(rowNumber))) + "\nSELECT "
        + String.join(", ", shown) + "\nFROM state WHERE " + String.join(" OR ", bad)
        + "\nORDER BY "
        + rowNumber + " LIMIT " + most;
  }

  private static String exact(double number) {
    String text = Numerals.exact(number);
    return text.indexOf('e') >= 0 ? text : text + "e0";
  }

  private static String power(int exponent) {
    return exact(Math.scalb(1.0, exponent));
  }
}
