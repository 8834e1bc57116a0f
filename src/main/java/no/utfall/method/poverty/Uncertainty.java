package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.List;
import no.utfall.math.SurveyDesign;

/** From a value and its standard error to an estimate: limits, the rule of small samples, and what is to be said. */
final class Uncertainty {

  private static final String ALONE = "one cluster: no standard error";
  private static final String NO_ERROR = "no standard error can be given: the density of incomes is"
      + " zero or unknown where it is needed";
  private static final String NO_REPLICATES = "no standard error can be given: more than a tenth of"
      + " the bootstrap replicates have no such number";

  private final Plan plan;
  private final SurveyDesign design;

  Uncertainty(Plan plan, SurveyDesign design) {
    this.plan = plan;
    this.design = design;
  }

  /**
   * The estimate.
   *
   * @param error as {@code value} in its own unit, not yet per anything
   * @param replicates of the bootstrap, in the same unit; empty when linearised
   * @param size the weights by cluster of those that the number rests on
   * @param n observations that it rests on
   * @param asked all whose value is known, of whom these are some
   * @param missing how many more would have been asked if nothing were unknown
   * @param remark what is to be said of the number; empty for nothing
   */
  Estimate estimate(
      Measure.Scale scale,
      double factor,
      double value,
      double error,
      double[] replicates,
      SurveyDesign.Totals size,
      int n,
      int asked,
      int missing,
      String remark) {
    Few.Ruling ruling = plan.few().of(n, asked, missing);
    if (ruling.withheld()) {
      return Estimate.none(Estimate.UNRELIABLE, ruling.note(), n);
    }
    double df = size.size() < 2 ? 0 : design.degreesOfFreedom();
    boolean usable = Double.isFinite(error) && df >= 1;
    List<Limits> limits = new ArrayList<>();
    for (double level : plan.levels()) {
      limits.add(limits(scale, value, error, replicates, size.effectiveSize(), level, df)
          .times(factor));
    }
    return new Estimate(
        factor * value,
        usable ? factor * error : Double.NaN,
        limits,
        usable && (replicates.length == 0 || scale.hasFormula()) ? df : Double.NaN,
        n,
        ruling.unreliable() ? Estimate.UNRELIABLE : Estimate.OK,
        note(ruling, remark, usable || !limits.get(0).isNone(), df, replicates),
        usable ? plan.settings().text("variance") : "");
  }

  private static Limits limits(
      Measure.Scale scale,
      double value,
      double error,
      double[] replicates,
      double effectiveSize,
      double level,
      double df) {
    if (scale == Measure.Scale.PERSONS) {
      return Limits.wilson(value, error, effectiveSize, level, df);
    }
    if (scale == Measure.Scale.RATIO) {
      return Limits.ratio(value, error, level, df);
    }
    boolean nonnegative = scale != Measure.Scale.INCOME && value >= 0;
    return replicates.length > 0
        ? Limits.percentile(replicates, level)
        : Limits.symmetric(value, error, level, df, nonnegative);
  }

  private String note(
      Few.Ruling ruling, String remark, boolean usable, double df, double[] replicates) {
    List<String> notes = new ArrayList<>();
    if (!ruling.note().isEmpty()) {
      notes.add(ruling.note());
    }
    if (!remark.isEmpty()) {
      notes.add(remark);
    }
    if (!usable) {
      notes.add(df < 1 ? ALONE : replicates.length > 0 ? NO_REPLICATES : NO_ERROR);
    } else if (design.loneStrata() > 0) {
      notes.add(design.loneStrata() + " of " + design.strata() + " strata have one cluster");
    }
    return String.join("; ", notes);
  }
}
