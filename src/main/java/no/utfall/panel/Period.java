package no.utfall.panel;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something was measured: {@code 2024}, {@code 2016/17}, {@code 2024-03} (or {@code 2024M03}), {@code 2020Q1} (or
 * {@code 2020K1}), {@code 2011-2015} (or {@code 2011 - 15}; {@code 2020_2020} is a year). In order of their first month, then of their length.
 *
 * @param first the first month, counted as 12 · year + month − 1
 * @param months how many months it covers
 */
public record Period(Kind kind, int first, int months) implements Comparable<Period> {

  /** How time is cut. */
  public enum Kind {
    YEAR("year"),
    SCHOOL_YEAR("school-year"),
    MONTH("month"),
    QUARTER("quarter"),
    /** Several years together; they overlap from one to the next. */
    INTERVAL("interval");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private static final int AUGUST = 7;
  private static final Pattern SCHOOL_YEAR =
      Pattern.compile("([12][0-9]{3})/([0-9]{2}|[12][0-9]{3})");
  private static final Pattern MONTH = Pattern.compile("([12][0-9]{3})(?:-|M)(0[1-9]|1[0-2])");
  private static final Pattern QUARTER = Pattern.compile("([12][0-9]{3})-?[QK]([1-4])");
  private static final Pattern INTERVAL =
      Pattern.compile("([12][0-9]{3})\\s?[-–_]\\s?([12][0-9]{3})");
  private static final Pattern SHORT_INTERVAL =
      Pattern.compile("(([12][0-9])[0-9]{2}) [-–] ([0-9]{2})");
  private static final Set<String> NAMES =
      Set.of("år", "aar", "ar", "årgang", "aargang", "year", "period", "periode", "time", "tid");
  private static final Comparator<Period> ORDER = Comparator.comparingInt(Period::first)
      .thenComparingInt(Period::months)
      .thenComparing(Period::kind);

  /** Whether a column of this name is expected to hold periods. */
  public static boolean isName(String column) {
    return NAMES.contains(column.toLowerCase(Locale.ROOT));
  }

  public static Period year(int year) {
    return new Period(Kind.YEAR, 12 * year, 12);
  }

  /** The period of a text; empty when it is none. */
  public static Optional<Period> find(String text) {
    if (isYear(text)) {
      return Optional.of(year(Integer.parseInt(text)));
    }
    Matcher school = SCHOOL_YEAR.matcher(text);
    if (school.matches()) {
      int start = number(school, 1);
      String end = school.group(2);
      boolean next = end.equals(String.valueOf(start + 1))
          || end.equals(String.valueOf(start + 1).substring(2));
      return next
          ? Optional.of(new Period(Kind.SCHOOL_YEAR, 12 * start + AUGUST, 12))
          : Optional.empty();
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return Optional.of(new Period(Kind.MONTH, 12 * number(month, 1) + number(month, 2) - 1, 1));
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return Optional.of(
          new Period(Kind.QUARTER, 12 * number(quarter, 1) + 3 * (number(quarter, 2) - 1), 3));
    }
    Matcher brief = SHORT_INTERVAL.matcher(text);
    if (brief.matches()) {
      return find(brief.group(1) + "-" + brief.group(2) + brief.group(3));
    }
    Matcher interval = INTERVAL.matcher(text);
    if (interval.matches() && number(interval, 2) == number(interval, 1)) {
      return Optional.of(year(number(interval, 1)));
    }
    if (interval.matches() && number(interval, 2) > number(interval, 1)) {
      int years = number(interval, 2) - number(interval, 1) + 1;
      return Optional.of(new Period(Kind.INTERVAL, 12 * number(interval, 1), 12 * years));
    }
    return Optional.empty();
  }

  /** Four digits from 1000 to 2999: what most periods are, and there are many of them. */
  private static boolean isYear(String text) {
    if (text.length() != 4 || (text.charAt(0) != '1' && text.charAt(0) != '2')) {
      return false;
    }
    for (int i = 1; i < 4; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** As {@link #find}, for texts known to be periods. */
  public static Period parse(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a period"));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The calendar year in which it ends; a school year counts as the year it began. */
  public int year() {
    return kind == Kind.INTERVAL ? (first + months - 1) / 12 : first / 12;
  }

  /**
   * How many periods of this kind lie from the other to this one; empty when the two are not of one kind, or are
   * intervals, which overlap and are never differenced.
   */
  public OptionalInt since(Period other) {
    if (kind == Kind.INTERVAL || kind != other.kind) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((first - other.first) / months);
  }

  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  /** The one way a period is written in results. */
  @Override
  public String toString() {
    int year = first / 12;
    return switch (kind) {
      case YEAR -> String.valueOf(year);
      case SCHOOL_YEAR -> year + "/" + two((year + 1) % 100);
      case MONTH -> year + "-" + two(first % 12 + 1);
      case QUARTER -> year + "Q" + (first % 12 / 3 + 1);
      case INTERVAL -> year + "-" + (year + months / 12 - 1);
    };
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
