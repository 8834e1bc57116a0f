package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Origin;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * Columns that hold one period each, such as {@code Utenfor {year}}, and how they become rows. {@code {year}} stands
 * for four digits, perhaps with an end such as {@code 2016-17}, {@code 2020-01} or {@code 2020Q1}; another word for
 * any text.
 */
final class Wide {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

  private static final Pattern RUN_ON = Pattern.compile("([0-9]{4})-([0-9]{2})");

  /** One file column that becomes rows: where its cells go, and what stands for its period. */
  record Part(String target, String period) {}

  private final String placeholder;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<String> unmatched = new ArrayList<>();

  private Wide(String placeholder) {
    this.placeholder = placeholder;
  }

  /** {@code null} when nothing is declared wide, or when it is declared without one common placeholder. */
  static @Nullable Wide of(Map<String, String> declared, List<String> names) {
    Set<String> placeholders = placeholders(declared);
    if (placeholders.size() != 1 || placeholders.contains("")) {
      return null;
    }
    Wide wide = new Wide(placeholders.iterator().next());
    declared.forEach((pattern, target) -> {
      Pattern names1 = regex(pattern);
      boolean any = false;
      for (String name : names) {
        Matcher matcher = names1.matcher(name);
        if (matcher.matches() && !wide.parts.containsKey(name)) {
          wide.parts.put(name, new Part(target, matcher.group(1).strip()));
          any = true;
        }
      }
      if (!any) {
        wide.unmatched.add(pattern);
      }
    });
    wide.schoolYears();
    return wide;
  }

  /**
   * {@code 2011-12} is a month or a school year; among {@code 2012-13} and others that run on from one year to the next it
   * is a school year, written {@code 2011/12}.
   */
  private void schoolYears() {
    boolean allRunOn = parts.values().stream().allMatch(part -> {
      Matcher years = RUN_ON.matcher(part.period);
      return years.matches()
          && (Integer.parseInt(years.group(1)) + 1) % 100 == Integer.parseInt(years.group(2));
    });
    boolean anyIsNoMonth = parts.values().stream()
        .anyMatch(part -> RUN_ON.matcher(part.period).matches()
            && Integer.parseInt(part.period.substring(5)) > 12);
    if (allRunOn && anyIsNoMonth) {
      parts.replaceAll((name, part) -> new Part(part.target, part.period.replace('-', '/')));
    }
  }

  /** The words in braces; the empty word for a pattern without exactly one. */
  static Set<String> placeholders(Map<String, String> declared) {
    Set<String> words = new LinkedHashSet<>();
    for (String pattern : declared.keySet()) {
      Matcher matcher = PLACEHOLDER.matcher(pattern);
      String word = matcher.find() ? matcher.group(1) : "";
      words.add(matcher.find() ? "" : word);
    }
    return words;
  }

  private static Pattern regex(String pattern) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    boolean found = matcher.find();
    String inside = found && matcher.group(1).equals("year")
        ? "(\\d{4}(?:[-–/_]\\d{2,4}|[-–/_]?[KQMSUW]\\d{1,2})?)"
        : "(.+)";
    return found
        ? Pattern.compile(Pattern.quote(pattern.substring(0, matcher.start()))
            + inside
            + Pattern.quote(pattern.substring(matcher.end())))
        : Pattern.compile(Pattern.quote(pattern) + "()");
  }

  String placeholder() {
    return placeholder;
  }

  @Nullable Part part(String column) {
    return parts.get(column);
  }

  List<String> unmatched() {
    return unmatched;
  }

  /**
   * Tells of columns that would come to have one name, and of cells that would come to stand in one place.
   *
   * @param headings of the file
   * @param frame as it was read
   * @return whether there is none, and the columns can become rows
   */
  boolean fits(List<Reader.Heading> headings, Frame frame, Found found) {
    Map<String, Reader.Heading> byName = new LinkedHashMap<>();
    headings.forEach(heading -> byName.put(heading.name(), heading));
    boolean fits = true;
    Set<String> kept = new LinkedHashSet<>(frame.names());
    kept.removeAll(parts.keySet());
    Map<Part, String> cells = new LinkedHashMap<>();
    Set<String> told = new LinkedHashSet<>();
    for (Map.Entry<String, Part> entry : parts.entrySet()) {
      String name = entry.getKey();
      String target = entry.getValue().target;
      String before = cells.putIfAbsent(entry.getValue(), name);
      String wrong = null;
      String at = name;
      if (before != null) {
        wrong = "'" + before + "' and '" + name + "' both become '" + target + "' of "
            + entry.getValue().period;
      } else if (kept.contains(target) && told.add(target)) {
        at = byName.containsKey(target) ? target : name;
        wrong = "'" + target + "' is a column, and '" + name
            + "' becomes rows of a column of that name";
      }
      if (wrong != null) {
        fits = false;
        Reader.Heading heading = byName.get(at);
        found.add(
            "E301",
            heading == null ? Location.ofFile(frame.file()) : heading.place(),
            at,
            heading == null ? "" : heading.excerpt(),
            wrong,
            "rename one of them in the file, or name the wide columns otherwise (as:) in a project");
      }
    }
    if (kept.contains(placeholder) || targets().contains(placeholder)) {
      fits = false;
      Reader.Heading heading = byName.get(placeholder);
      found.add(
          "E310",
          heading == null ? Location.ofFile(frame.file()) : heading.place(),
          placeholder,
          heading == null ? "" : heading.excerpt(),
          "the placeholder {" + placeholder + "} becomes a column, and there is one of that name",
          "rename the column, or choose another word for the placeholder in a project");
    }
    return fits;
  }

  private Set<String> targets() {
    Set<String> targets = new LinkedHashSet<>();
    parts.values().forEach(part -> targets.add(part.target));
    return targets;
  }

  /** One row of the file becomes as many as there are periods, in the order of the columns. */
  Frame melt(Frame frame, int[] lines, Map<String, Integer> fields, Origin.Places places) {
    List<String> periods = List.copyOf(
        new LinkedHashSet<>(parts.values().stream().map(Part::period).toList()));
    Map<String, Map<String, Column>> targets = new LinkedHashMap<>();
    parts.forEach((name, part) -> targets
        .computeIfAbsent(part.target, t -> new LinkedHashMap<>())
        .put(part.period, frame.column(name)));
    int rows = frame.rows();
    int wide = periods.size();
    int[] index = new int[rows * wide];
    int[] meltedLines = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = i / wide;
      meltedLines[i] = lines[i / wide];
    }
    List<Column> columns = new ArrayList<>();
    Map<String, Integer> keptFields = new LinkedHashMap<>();
    for (Column column : frame.columns()) {
      if (!parts.containsKey(column.name())) {
        columns.add(column.rows(index));
        Integer field = fields.get(column.name());
        if (field != null) {
          keptFields.put(column.name(), field);
        }
      }
    }
    TextColumn.Builder names = TextColumn.builder(placeholder);
    for (int i = 0; i < index.length; i++) {
      names.add(periods.get(i % wide));
    }
    columns.add(names.build());
    targets.forEach(
        (target, byPeriod) -> columns.add(interleaved(target, rows, periods, byPeriod)));
    return Frame.of(columns).from(new Origin(frame.file(), meltedLines, keptFields, places));
  }

  private static Column interleaved(
      String target, int rows, List<String> periods, Map<String, Column> byPeriod) {
    if (byPeriod.values().iterator().next() instanceof TextColumn) {
      TextColumn.Builder builder = TextColumn.builder(target);
      for (int row = 0; row < rows; row++) {
        for (String period : periods) {
          builder.add(byPeriod.get(period) instanceof TextColumn text ? text.get(row) : "");
        }
      }
      return builder.build();
    }
    NumberColumn.Builder builder = NumberColumn.builder(target);
    NumberColumn[] columns = new NumberColumn[periods.size()];
    Arrays.setAll(
        columns,
        i -> byPeriod.get(periods.get(i)) instanceof NumberColumn number ? number : ABSENT);
    for (int row = 0; row < rows; row++) {
      for (NumberColumn column : columns) {
        if (column == ABSENT) {
          builder.addMissing(Status.ABSENT);
        } else {
          builder.addFrom(column, row);
        }
      }
    }
    return builder.build();
  }

  private static final NumberColumn ABSENT = NumberColumn.of("absent");
}
