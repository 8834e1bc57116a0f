package no.utfall.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.utfall.figure.Frame;
import no.utfall.panel.Period;

/** The known numbers of the country, in time. */
final class Course {

  /** One period; limits NaN where there is no interval. */
  record Step(Period period, double estimate, double low, double high) {}

  private final List<Step> steps = new ArrayList<>();

  Course(Frame country) {
    for (int row = 0; row < country.rows(); row++) {
      double estimate = country.number("estimate").value(row);
      if (!Double.isNaN(estimate)) {
        steps.add(new Step(
            Period.parse(country.text("period").get(row)),
            estimate,
            country.number("conf_low").value(row),
            country.number("conf_high").value(row)));
      }
    }
    steps.sort(Comparator.comparing(Step::period));
  }

  List<Step> steps() {
    return steps;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  Step first() {
    return steps.get(0);
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** From the first to the last; empty when there is one only, or when periods overlap and must not be differenced. */
  Optional<Double> change() {
    if (steps.size() < 2) {
      return Optional.empty();
    }
    OptionalInt since = last().period().since(first().period());
    return since.isPresent()
        ? Optional.of(last().estimate() - first().estimate())
        : Optional.empty();
  }
}
