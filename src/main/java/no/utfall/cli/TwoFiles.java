package no.utfall.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** Two files with the same keys put side by side: the value of the second becomes the column {@code other}. */
final class TwoFiles {

  static final String OTHER = "other";

  private TwoFiles() {}

  /**
   * The rows of the first file that the second has too; what only one of them has is counted in a finding.
   *
   * @param keys columns that both have, together unique in the second
   */
  static Frame joined(
      Frame first, Frame second, List<String> keys, String value, List<Finding> findings) {
    if (keys.isEmpty()) {
      throw Refusal.commandLine(
          "two files need the columns that join them", "name them: --key COLUMN");
    }
    Map<List<String>, Integer> there = new LinkedHashMap<>();
    for (int row = 0; row < second.rows(); row++) {
      Integer before = there.put(key(second, keys, row), row);
      if (before != null) {
        throw Refusal.commandLine(
            second.place(row, keys.get(0)) + " has the key of an earlier row",
            "name more columns with --key");
      }
    }
    NumberColumn values = second.number(value);
    NumberColumn.Builder other = NumberColumn.builder(OTHER);
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < first.rows(); row++) {
      Integer match = there.remove(key(first, keys, row));
      if (match != null) {
        kept.add(row);
        other.addFrom(values, match);
      }
    }
    tell(first, first.rows() - kept.size(), second, findings);
    tell(second, there.size(), first, findings);
    return first.rows(kept.stream().mapToInt(Integer::intValue).toArray()).with(other.build());
  }

  private static List<String> key(Frame frame, List<String> keys, int row) {
    String[] cells = new String[keys.size()];
    Arrays.setAll(cells, k -> frame.text(keys.get(k)).get(row));
    return List.of(cells);
  }

  private static void tell(Frame from, int rows, Frame lacking, List<Finding> findings) {
    if (rows > 0) {
      findings.add(Finding.warning(
          "W517",
          Location.ofFile(from.file()),
          "",
          rows + (rows == 1 ? " row of " : " rows of ") + from.file() + " have no match in "
              + lacking.file() + " and are left out",
          "check that both files have the same codes"));
    }
  }
}
