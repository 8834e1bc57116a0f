package no.utfall.method.inequality;

import java.util.List;
import no.utfall.method.Tidy;

/** Estimates as rows of the result table. */
final class Rows {

  private final Plan plan;

  Rows(Plan plan) {
    this.plan = plan;
  }

  /** A row for each confidence level. */
  void add(Tidy tidy, List<String> keys, String id, Measure.Unit unit, Estimate estimate, int n) {
    for (double level : plan.levels()) {
      double[] limits = estimate.limits().at(level);
      boolean lost = estimate.isKnown()
          && !Double.isNaN(estimate.stdError())
          && Double.isNaN(limits[0] + limits[1]);
      Tidy.Row row = tidy.row(keys)
          .measure(id)
          .estimate(estimate.value())
          .stdError(estimate.stdError())
          .interval(limits[0], limits[1], level)
          .status(estimate.status())
          .note(lost ? "no finite interval at this level" : estimate.note())
          .method(estimate.how())
          .unitOfMeasure(unit(unit));
      if (estimate.isKnown()) {
        row.n(n);
      }
      if (!Double.isNaN(estimate.statistic())) {
        row.test(
            estimate.statistic(),
            Double.isInfinite(estimate.df()) ? Double.NaN : estimate.df(),
            estimate.pValue());
      }
    }
  }

  /** A bound of a hidden number. */
  void addBound(Tidy tidy, List<String> keys, String id, Measure.Unit unit, double bound, int n) {
    tidy.row(keys).measure(id).estimate(bound).n(n).unitOfMeasure(unit(unit)).method("bounds");
  }

  String unit(Measure.Unit unit) {
    return switch (unit) {
      case VALUE -> plan.unit();
      case SQUARE -> plan.unit().isEmpty() ? "" : plan.unit() + " squared";
      case RATIO -> "ratio";
      case PERCENT -> "percent";
      case INDEX -> "index";
    };
  }
}
