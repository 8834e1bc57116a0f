package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;

/**
 * A file without numbers as a list, one row a row of the file: codes, changes of codes, indicators, dates of an
 * intervention. Columns whose role is known get the name of the role, all others keep their own.
 */
final class ListTable {

  /** The names under which the columns of a role stand. */
  private static final Map<String, String> NAMES = Map.of(
      "unit", "unit",
      "unit-name", "unit_name",
      "valid-from", "valid_from",
      "valid-to", "valid_to",
      "from", "from_code",
      "from-name", "from_name",
      "to", "to_code",
      "to-name", "to_name",
      "year", "year");

  private ListTable() {}

  /** @param roles by column, in file order */
  static Frame of(Frame texts, Profile profile, Map<String, String> roles) {
    Map<String, String> known = new LinkedHashMap<>(roles);
    Optional<String> year =
        profile.pattern("changes").flatMap(pattern -> changes(pattern, texts, known));
    Set<String> taken = new HashSet<>(year.isPresent() ? Set.of("year") : Set.of());
    known.values().forEach(role -> taken.add(NAMES.getOrDefault(role, "")));
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Column column : texts.columns()) {
      String name = column.name();
      String own = NAMES.getOrDefault(known.getOrDefault(name, ""), "");
      if (!own.isEmpty() && !columns.containsKey(own)) {
        columns.put(own, column.named(own));
      } else {
        String free = name;
        while (columns.containsKey(free) || taken.contains(free)) {
          free += "_";
        }
        columns.put(free, column.named(free));
      }
    }
    year.ifPresent(first ->
        columns.put("year", TextColumn.of("year", Collections.nCopies(texts.rows(), first))));
    List<Column> ordered = new ArrayList<>();
    for (String front : List.of("unit", "unit_name")) {
      Column column = columns.remove(front);
      if (column != null) {
        ordered.add(column);
      }
    }
    ordered.addAll(columns.values());
    return Frame.of(ordered);
  }

  /**
   * Gives the columns of two years the roles of a change of codes.
   *
   * @param pattern with the year as its group
   * @return the first year of the new codes; empty when the years are not next to one another, since the change may
   *     then be of any year between
   */
  private static Optional<String> changes(Pattern pattern, Frame texts, Map<String, String> roles) {
    TreeMap<Integer, String> years = new TreeMap<>();
    for (String name : texts.names()) {
      Matcher year = pattern.matcher(name);
      if (year.find()) {
        years.put(Integer.parseInt(year.group(1)), name);
      }
    }
    if (years.size() != 2) {
      return Optional.empty();
    }
    roles.put(years.firstEntry().getValue(), "from");
    roles.put(years.firstEntry().getValue() + "_name", "from-name");
    roles.put(years.lastEntry().getValue(), "to");
    roles.put(years.lastEntry().getValue() + "_name", "to-name");
    boolean next = years.firstKey() + 1 == years.lastKey();
    return next ? Optional.of(String.valueOf(years.lastKey())) : Optional.empty();
  }
}
