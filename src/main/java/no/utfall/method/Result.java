package no.utfall.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.problem.Finding;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** What a method gives back: one tidy table, further tables by name, charts, and what may be concluded. */
public interface Result {

  /** The result table; see {@link Tidy}. */
  Frame tidy();

  /** Second tables by name, in the order of the card; same tidy columns with further keys where they hold estimates. */
  default Map<String, Frame> tables() {
    return Map.of();
  }

  default List<Chart> charts() {
    return List.of();
  }

  /** Plain sentences: what was found, compared with what, resting on which assumptions, and what cannot be told. */
  default List<Text> reading() {
    return List.of();
  }

  /**
   * The arithmetic of one row of the result, line by line, with the numbers of the data put into the formula.
   *
   * @param key the cells of the key columns, joined by commas; {@code all} when there are none
   * @return nothing when there is no such key, or the method does not show its arithmetic
   */
  default Optional<List<Text>> explain(String key) {
    return Optional.empty();
  }

  /** What was set aside or could not be estimated, and why. */
  default List<Finding> findings() {
    return List.of();
  }
}
