package no.utfall.method.inequality;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one key.
 *
 * @param names the cells of the keys
 * @param estimates by measure; those of a set with hidden or missing cells are without value
 * @param known from the known groups alone, when some are not
 * @param bounds lowest and highest, when some groups are hidden within limits
 * @param groups when there are groups
 * @param persons when rows are persons
 * @param line through the groups, when one was asked for and could be made
 */
record Keyed(
    List<String> names,
    int n,
    Map<Asked, Estimate> estimates,
    Map<Asked, Estimate> known,
    Map<Asked, double[]> bounds,
    @Nullable GroupSet groups,
    @Nullable Persons persons,
    @Nullable Slope line) {

  Keyed {
    names = List.copyOf(names);
  }

  String name() {
    return String.join(", ", names);
  }

  /** Whether this says more than the mean. */
  boolean isAnswer() {
    return !bounds.isEmpty()
        || !known.isEmpty()
        || estimates.entrySet().stream()
            .anyMatch(entry ->
                entry.getKey().measure() != Measure.MEAN && entry.getValue().isKnown());
  }

  /** Whether persons stand in groups, so that their inequality has parts. */
  boolean isDivided() {
    return persons != null && persons.group() != null;
  }

  @Nullable Estimate find(Measure measure) {
    Estimate found = estimates.get(Asked.of(measure));
    return found != null && found.isKnown() ? found : null;
  }
}
