package no.utfall.method.effect;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.method.Tidy;

/** Effects of single units as a table, and what their standard errors were made of as another. */
final class UnitTables {

  private static final String METHOD = "cs";

  private final UnitEffects effects;
  private final StaggeredDesign design;
  private final String key;
  private final int horizon;
  private final String unitOfMeasure;
  private final double[] levels;

  UnitTables(
      UnitEffects effects,
      StaggeredDesign design,
      String key,
      int horizon,
      String unitOfMeasure,
      double[] levels) {
    this.effects = effects;
    this.design = design;
    this.key = key;
    this.horizon = horizon;
    this.unitOfMeasure = unitOfMeasure;
    this.levels = levels.clone();
  }

  Frame effects() {
    Tidy table = Tidy.keys(key, "cohort");
    for (double level : levels) {
      for (UnitEffects.Effect effect : effects.effects()) {
        Tidy.Row row = table
            .row(
                design.units().get(effect.unit()),
                Integer.toString(design.panel().start(effect.unit())))
            .measure("effect")
            .unitOfMeasure(unitOfMeasure)
            .method(METHOD);
        if (effect.periods() == 0) {
          row.status("not-estimable").note(why(effect.unit()));
        } else {
          fill(row, effect, level);
        }
      }
    }
    return table.frame();
  }

  private void fill(Tidy.Row row, UnitEffects.Effect effect, double level) {
    row.estimate(effect.value()).n(effect.periods());
    if (effects.neverTreated() < UnitEffects.ENOUGH) {
      row.status("unreliable")
          .note(
              "only " + effects.neverTreated() + " units never adopt: the error cannot be learnt");
    } else if (!(effect.variance() > 0)) {
      row.status("unreliable").note("the units that never adopt do not vary: no standard error");
    } else {
      Inference inference = Inference.normal(effect.value(), effect.stdError());
      row.stdError(effect.stdError())
          .interval(inference.low(level), inference.high(level), level)
          .test(inference.statistic(), Double.NaN, inference.pValue());
    }
  }

  private String why(int unit) {
    if (effects.neverTreated() < 2) {
      return "no units that never adopt to compare with";
    }
    int start = design.panel().start(unit);
    return start + horizon > design.panel().last()
        ? "not observed " + horizon + " periods after its start (" + start + ")"
        : "fewer than two periods before its start (" + start + ")";
  }

  Frame errors() {
    Tidy table = Tidy.keys(List.of());
    double[] coefficients = effects.coefficients();
    List<UnitEffects.Effect> known = effects.known();
    row(table, "variance_per_window", coefficients.length > 0 ? coefficients[0] : Double.NaN);
    row(
        table,
        "variance_per_window_and_person",
        coefficients.length > 1 ? coefficients[1] : Double.NaN);
    row(
        table,
        "common_variance",
        known.stream().mapToDouble(UnitEffects.Effect::common).average().orElse(Double.NaN));
    row(
        table,
        "common_variance_least",
        known.stream().mapToDouble(UnitEffects.Effect::common).min().orElse(Double.NaN));
    row(table, "placebo_mean_square", effects.placeboMeanSquare());
    row(table, "reliability", effects.reliability());
    row(table, "never_treated_units", effects.neverTreated());
    row(table, "units_with_effect", known.size());
    row(table, "units_without_effect", effects.effects().size() - known.size());
    return table.frame();
  }

  private static void row(Tidy table, String measure, double value) {
    Tidy.Row row = table.row(List.of()).measure(measure).estimate(value).method(METHOD);
    if (Double.isNaN(value)) {
      row.status("not-estimable")
          .note(
              measure.endsWith("person")
                  ? "no size of each unit is known: --weight or --population"
                  : "too few units or periods");
    }
  }
}
