package no.utfall.method;

import java.util.List;
import java.util.Map;
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

  /** What was set aside or could not be estimated, and why. */
  default List<Finding> findings() {
    return List.of();
  }
}
