package no.utfall.method.rate;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ages in whole years from {@code from} up to but not {@code until}.
 *
 * @param until {@link #OPEN} for the oldest, which has no end
 */
record AgeBand(int from, int until) {

  static final int OPEN = Integer.MAX_VALUE;

  private static final Optional<AgeBand> NONE = Optional.empty();
  private static final String YEARS = "(?:år|aar|years?|yrs?|y)?";
  private static final Pattern RANGE = Pattern.compile(
      "y?([0-9]{1,3})" + YEARS + "(?:[-–—‐‑−_]|to|til|through)y?([0-9]{1,3})" + YEARS);
  private static final Pattern OLDEST = Pattern.compile("y?([0-9]{1,3})" + YEARS
      + "(?:\\+|plus|ogover|ogeldre|ellereldre|ellermer|ellermeir|andover|andolder|orolder|ormore)"
      + YEARS);
  private static final Pattern GREATER = Pattern.compile("(?:y?_?ge|≥|>=)([0-9]{1,3})" + YEARS);
  private static final Pattern BELOW =
      Pattern.compile("(?:y?_?lt|<|under|lessthan|below)([0-9]{1,3})" + YEARS);
  private static final Pattern SINGLE = Pattern.compile("y?([0-9]{1,3})" + YEARS);

  AgeBand {
    if (from < 0 || until <= from) {
      throw new IllegalArgumentException("no ages from " + from + " to " + until);
    }
  }

  // a record's own two are only made when they are first called, which takes as long as reading a
  // small file

  @Override
  public boolean equals(Object other) {
    return other instanceof AgeBand band && from == band.from && until == band.until;
  }

  @Override
  public int hashCode() {
    return 31 * from + until;
  }

  /** The band that a name says by itself: {@code 0-4}, {@code 85+}, {@code 90 år og over}, {@code Y_GE85}, {@code 7}. */
  static Optional<AgeBand> find(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    Matcher range = RANGE.matcher(bare);
    if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = Integer.parseInt(range.group(2));
      return to < from ? Optional.empty() : Optional.of(new AgeBand(from, to + 1));
    }
    for (Pattern pattern : List.of(OLDEST, GREATER)) {
      Matcher oldest = pattern.matcher(bare);
      if (oldest.matches()) {
        return Optional.of(new AgeBand(Integer.parseInt(oldest.group(1)), OPEN));
      }
    }
    Matcher below = BELOW.matcher(bare);
    if (below.matches() && Integer.parseInt(below.group(1)) > 0) {
      return Optional.of(new AgeBand(0, Integer.parseInt(below.group(1))));
    }
    Matcher single = SINGLE.matcher(bare);
    if (single.matches()) {
      int age = Integer.parseInt(single.group(1));
      return Optional.of(new AgeBand(age, age + 1));
    }
    return Optional.empty();
  }

  /**
   * Bands by their names, read together: plain numbers that do not follow each other one by one, such as 0, 5, 10 or
   * 0, 1, 5, 10, each begin a band that ends where the next begins, and the last is open.
   *
   * @return one entry a name; empty for a name that is no band
   */
  static List<Optional<AgeBand>> all(List<String> names) {
    return areStarts(names) ? starts(names) : names.stream().map(AgeBand::find).toList();
  }

  /** The same, when plain numbers each begin a band even where they follow each other one by one. */
  static List<Optional<AgeBand>> starts(List<String> names) {
    NavigableSet<Integer> starts = plain(names);
    return starts.isEmpty()
        ? names.stream().map(AgeBand::find).toList()
        : names.stream()
            .map(name -> isPlain(name) ? Optional.of(from(start(name), starts)) : NONE)
            .toList();
  }

  private static AgeBand from(int start, NavigableSet<Integer> starts) {
    Integer next = starts.higher(start);
    return new AgeBand(start, next == null ? OPEN : next);
  }

  /** Whether these names are the first ages of bands. */
  static boolean areStarts(List<String> names) {
    NavigableSet<Integer> starts = plain(names);
    return !starts.isEmpty() && starts.last() - starts.first() >= starts.size();
  }

  /** The plain numbers; none where another name is a band. */
  private static NavigableSet<Integer> plain(List<String> names) {
    return names.stream().anyMatch(name -> !isPlain(name) && find(name).isPresent())
        ? new TreeSet<>()
        : names.stream()
            .filter(AgeBand::isPlain)
            .map(AgeBand::start)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPlain(String name) {
    return name.trim().matches("[0-9]{1,3}");
  }

  private static int start(String name) {
    return Integer.parseInt(name.trim());
  }

  boolean holds(AgeBand other) {
    return from <= other.from && other.until <= until;
  }

  boolean overlaps(AgeBand other) {
    return from < other.until && other.from < until;
  }

  boolean isOpen() {
    return until == OPEN;
  }

  /** Years from first to last; infinite for the oldest. */
  double width() {
    return isOpen() ? Double.POSITIVE_INFINITY : until - from;
  }

  /** {@code 0-4}, {@code 7}, {@code 85+}. */
  String name() {
    return isOpen()
        ? from + "+"
        : until - from == 1 ? String.valueOf(from) : from + "-" + (until - 1);
  }
}
