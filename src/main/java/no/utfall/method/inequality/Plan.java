package no.utfall.method.inequality;

import java.util.List;
import java.util.Optional;

/**
 * What one run asks for, checked.
 *
 * @param asked the measures, each with its absolute or relative partner, the mean last
 * @param ordered whether the groups, or the persons, have a place from first to last
 * @param errors where the errors of the line come from; none: of the values when known, else from the scatter
 * @param per what is reported is the value times this
 * @param low lower bound of what is reported, infinite when it has none
 * @param high upper bound of what is reported, infinite when it has none
 * @param reference the group the others are measured against, when named
 * @param higherIsBetter when it was said
 */
record Plan(
    List<Asked> asked,
    boolean ordered,
    Model model,
    Weighting weighting,
    Optional<Errors> errors,
    double per,
    double low,
    double high,
    Optional<String> reference,
    Optional<Boolean> higherIsBetter,
    List<Double> levels,
    int draws,
    long seed,
    String unit) {

  Plan {
    asked = List.copyOf(asked);
    levels = List.copyOf(levels);
  }

  boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
