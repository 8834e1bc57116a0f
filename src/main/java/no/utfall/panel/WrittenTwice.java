package no.utfall.panel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;

/** Rows whose keys are equal once their periods are read: as texts, 2016/17 and 2016/2017 are two. */
public final class WrittenTwice {

  private WrittenTwice() {}

  /**
   * Each row whose key an earlier row has too, with the first of these.
   *
   * @param key text columns of which no two rows are equal as they are written
   * @param period the one among them that holds periods
   * @param read a text as the period it stands for, or as it is
   */
  public static Map<Integer, Integer> rows(
      Frame frame, List<String> key, String period, UnaryOperator<String> read) {
    Map<Integer, Integer> twice = new TreeMap<>();
    TextColumn written = frame.text(period);
    String[] levels = new String[written.levels()];
    Set<String> periods = new HashSet<>();
    for (int level = 0; level < levels.length; level++) {
      levels[level] = read.apply(written.level(level));
      periods.add(levels[level]);
    }
    if (periods.size() == levels.length) {
      return twice;
    }
    TextColumn.Builder one = TextColumn.builder(period, frame.rows());
    for (int row = 0; row < frame.rows(); row++) {
      one.add(levels[written.code(row)]);
    }
    for (int[] rows : frame.with(one.build()).groups(key).rows()) {
      for (int i = 1; i < rows.length; i++) {
        twice.put(rows[i], rows[0]);
      }
    }
    return twice;
  }
}
