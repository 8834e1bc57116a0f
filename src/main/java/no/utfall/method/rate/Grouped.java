package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** The rows of a run, put together by {@code --by}. */
final class Grouped {

  private final Frame data;
  private final List<String> keys;
  private final Groups groups;
  private int @Nullable [][] rows;

  private Grouped(Frame data, List<String> keys) {
    this.data = data;
    this.keys = keys;
    this.groups = data.groups(keys);
  }

  static Grouped of(Frame data, Settings settings) {
    return of(data, settings.list("by").stream().distinct().toList());
  }

  static Grouped of(Frame data, List<String> keys) {
    return new Grouped(data, keys);
  }

  List<String> keys() {
    return keys;
  }

  /** The rows of a group; not to be changed. */
  int[] rows(int group) {
    if (rows == null) {
      rows = groups.rows();
    }
    return rows[group];
  }

  int count() {
    return groups.count();
  }

  /** The group of a row. */
  int of(int row) {
    return groups.of(row);
  }

  /** The first row of a group. */
  int first(int group) {
    return groups.first(group);
  }

  /** The cells that name a group. */
  List<String> names(int group) {
    List<String> names = new ArrayList<>(keys.size());
    for (String key : keys) {
      TextColumn column = data.text(key);
      names.add(column.get(groups.first(group)));
    }
    return names;
  }

  /** The group whose names joined by commas are this key ({@code all} without keys); negative when there is none. */
  int find(String key) {
    for (int group = 0; group < groups.count(); group++) {
      if (keys.isEmpty() ? key.equals("all") : String.join(",", names(group)).equals(key)) {
        return group;
      }
    }
    return -1;
  }

  /** The arithmetic of the group that a key names. */
  Optional<List<Text>> explained(String key, IntFunction<List<Text>> arithmetic) {
    int group = find(key);
    return group < 0 ? Optional.empty() : Optional.of(arithmetic.apply(group));
  }

  /**
   * The reason that nothing at all could be estimated, with every finding on the way.
   *
   * @param note what stood in the way of the first group
   */
  Refusal refusal(String column, String note, List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    if (data.rows() > 0 && allMissing(column)) {
      all.add(Finding.error(
          "E701",
          data.place(0, column),
          "",
          column + " has no value in any of " + data.rows() + " rows",
          "name a column with values"));
    } else {
      all.add(Finding.error(
          "E704",
          Location.ofFile(data.file()),
          "",
          "nothing can be estimated: " + note,
          "see the other findings, or choose other columns"));
    }
    boolean badData = findings.stream().anyMatch(Finding::isError);
    return new Refusal(badData ? Fault.INPUT_DATA : Fault.ANALYSIS, all);
  }

  private boolean allMissing(String column) {
    for (int row = 0; row < data.rows(); row++) {
      if (data.number(column).isKnown(row)) {
        return false;
      }
    }
    return true;
  }
}
