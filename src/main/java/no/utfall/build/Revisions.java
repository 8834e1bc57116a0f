package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.report.Revised;
import org.jspecify.annotations.Nullable;

/**
 * Sets the results of a build against those of an earlier one, number by number: a number is known by its node, its
 * keys, its measure and the level of its interval.
 */
final class Revisions {

  /** What the last digits of a sum may owe to the order of its terms is no revision. */
  private static final double SAME = 1e-9;

  private static final String HIDDEN = "suppressed";
  private static final List<String> VALUES = List.of("estimate", "conf_low", "conf_high");

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private Revised.Move largest = new Revised.Move("", List.of(), 0, 0, 0);

  private Revisions() {}

  /** The earlier results as {@code results.csv} holds them. */
  static Frame read(Tables tables, String path) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (String name : tables.columns(path)) {
      boolean number = AllResults.LAST.contains(name) && !AllResults.WORDS.contains(name);
      types.put(name, number ? Type.NUMBER : Type.TEXT);
    }
    AllResults.NEEDED.forEach(name -> types.putIfAbsent(name, Type.TEXT));
    return tables.read(path, types);
  }

  static Revised between(String file, Frame before, Frame now) {
    Set<String> keys = new LinkedHashSet<>(AllResults.keys(now));
    keys.addAll(AllResults.keys(before));
    Revisions revisions = new Revisions();
    Map<List<String>, Integer> then = rows(before, keys);
    Map<List<String>, Integer> today = rows(now, keys);
    today.forEach((key, row) -> {
      Integer old = then.get(key);
      revisions.compare(key, old == null ? null : new Cell(before, old), new Cell(now, row));
    });
    then.forEach((key, row) -> {
      if (!today.containsKey(key) && new Cell(before, row).isKnown()) {
        revisions.of(key).gone++;
      }
    });
    return revisions.revised(file);
  }

  private static Map<List<String>, Integer> rows(Frame frame, Set<String> keys) {
    List<TextColumn> columns = new ArrayList<>();
    keys.forEach(key -> columns.add(frame.has(key) ? frame.text(key) : null));
    Map<List<String>, Integer> rows = new LinkedHashMap<>();
    for (int row = 0; row < frame.rows(); row++) {
      List<String> key = new ArrayList<>();
      for (TextColumn column : columns) {
        key.add(column == null ? "" : column.get(row));
      }
      key.add(level(frame, row));
      rows.put(key, row);
    }
    return rows;
  }

  private static String level(Frame frame, int row) {
    return frame.has("conf_level") && frame.number("conf_level").isKnown(row)
        ? Double.toString(frame.number("conf_level").value(row))
        : "";
  }

  private record Cell(Frame frame, int row) {
    boolean isKnown() {
      return frame.number("estimate").isKnown(row);
    }

    boolean isHidden() {
      return frame.text("status").get(row).equals(HIDDEN);
    }

    double value(String column) {
      return frame.has(column) && frame.number(column).isKnown(row)
          ? frame.number(column).value(row)
          : Double.NaN;
    }
  }

  private static final class Count {
    int unchanged;
    int revised;
    int added;
    int gone;
    int hidden;
    int shown;
  }

  private Count of(List<String> key) {
    return counts.computeIfAbsent(key.get(0), node -> new Count());
  }

  private void compare(List<String> key, @Nullable Cell before, Cell now) {
    boolean knew = before != null && before.isKnown();
    if (before != null && before.isHidden() && now.isKnown()) {
      of(key).shown++;
    } else if (knew && now.isHidden()) {
      of(key).hidden++;
    } else if (knew && !now.isKnown()) {
      of(key).gone++;
    } else if (!knew && now.isKnown()) {
      of(key).added++;
    } else if (before != null && knew) {
      if (VALUES.stream().allMatch(column -> same(before.value(column), now.value(column)))) {
        of(key).unchanged++;
      } else {
        of(key).revised++;
        moved(key, before.value("estimate"), now);
      }
    }
  }

  private void moved(List<String> key, double before, Cell now) {
    double after = now.value("estimate");
    double widths = Math.abs(after - before) / (now.value("conf_high") - now.value("conf_low"));
    if (Double.isFinite(widths) && widths > largest.widths()) {
      List<String> named = key.subList(1, key.size() - 2).stream()
          .filter(part -> !part.isEmpty())
          .toList();
      largest = new Revised.Move(key.get(0), named, before, after, widths);
    }
  }

  private static boolean same(double a, double b) {
    return Double.isNaN(a)
        ? Double.isNaN(b)
        : Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  }

  private Revised revised(String file) {
    List<Revised.Node> nodes = new ArrayList<>();
    counts.forEach((id, c) -> nodes.add(
        new Revised.Node(id, c.unchanged, c.revised, c.added, c.gone, c.hidden, c.shown)));
    return new Revised(file, nodes, largest.widths() > 0 ? Optional.of(largest) : Optional.empty());
  }
}
