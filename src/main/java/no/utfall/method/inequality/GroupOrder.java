package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Order;

/**
 * Which group comes first and which last: by a column of ranks, by a list of names, or by the one number in each name.
 * Never by sorting the names as text.
 */
final class GroupOrder {

  private static final Pattern ONE_NUMBER =
      Pattern.compile("[^0-9]*([0-9]{1,9}(?:\\.[0-9]+)?)[^0-9]*");

  private final Map<String, Double> places;
  private final Optional<Finding> finding;

  private GroupOrder(Map<String, Double> places, Optional<Finding> finding) {
    this.places = Map.copyOf(places);
    this.finding = finding;
  }

  /** The declared order of the groups by name; empty when a rank column gives it, or nothing does. */
  static Optional<GroupOrder> of(Frame data, Settings settings) {
    if (settings.has("rank") || !settings.has("group")) {
      return Optional.empty();
    }
    Set<String> names = names(data.text(settings.text("group")));
    return settings.has("group-order")
        ? Optional.of(listed(settings.list("group-order"), names))
        : numbered(names, data.file());
  }

  private static Set<String> names(TextColumn groups) {
    Set<String> names = new TreeSet<>(Order.NATURAL);
    for (int row = 0; row < groups.size(); row++) {
      names.add(groups.get(row));
    }
    return names;
  }

  private static GroupOrder listed(List<String> order, Set<String> names) {
    Map<String, Double> places = new HashMap<>();
    for (String name : order) {
      if (places.put(name, (double) places.size()) != null) {
        throw Refusal.commandLine(
            "--group-order names '" + name + "' twice", "name every group once");
      }
    }
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(order);
    if (!missing.isEmpty()) {
      throw Refusal.commandLine(
          "--group-order lacks '" + String.join("', '", missing) + "'",
          "name every group of the column, from first to last");
    }
    return new GroupOrder(places, Optional.empty());
  }

  private static Optional<GroupOrder> numbered(Set<String> names, String file) {
    Map<String, Double> places = new HashMap<>();
    for (String name : names) {
      Matcher matcher = ONE_NUMBER.matcher(name);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      places.put(name, Double.parseDouble(matcher.group(1)));
    }
    if (names.size() < 2 || new HashSet<>(places.values()).size() < names.size()) {
      return Optional.empty();
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.sort((a, b) -> Double.compare(place(places, a), place(places, b)));
    String shown = sorted.size() <= 12
        ? String.join(" < ", sorted)
        : sorted.get(0) + " < " + sorted.get(1) + " < … < " + sorted.get(sorted.size() - 1);
    return Optional.of(new GroupOrder(
        places,
        Optional.of(Finding.note(
            "N731",
            Location.ofFile(file),
            "",
            "the groups are ordered by the number in their names: " + shown,
            "give --group-order or --rank if another order is meant"))));
  }

  private static double place(Map<String, Double> places, String name) {
    Double place = places.get(name);
    return place == null ? Double.NaN : place;
  }

  double place(String name) {
    return place(places, name);
  }

  /** The note on an order that was found, not declared. */
  Optional<Finding> finding() {
    return finding;
  }
}
