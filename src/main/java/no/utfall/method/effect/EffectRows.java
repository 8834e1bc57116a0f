package no.utfall.method.effect;

import java.util.stream.Collectors;
import no.utfall.method.Tidy;

/** Effects as rows of a result table, with what is to be said of their standard errors. */
final class EffectRows {

  /** More of the weight than this on cohorts without a spread of their own makes a standard error unreliable. */
  private static final double UNSEEN_ALLOWED = 0.1;

  /** Rows of another panel, in the same words. */
  interface Maker {
    EffectRows of(GroupTimeEffects effects);
  }

  private final GroupTimeEffects effects;
  private final String unitOfMeasure;
  private final String method;
  private final boolean clustered;

  EffectRows(GroupTimeEffects effects, String unitOfMeasure, String method, boolean clustered) {
    this.effects = effects;
    this.unitOfMeasure = unitOfMeasure;
    this.method = method;
    this.clustered = clustered;
  }

  void fill(Tidy.Row row, GroupTimeEffects.Effect effect, double level) {
    Inference inference = Inference.normal(effect.att(), effect.stdError());
    row.estimate(effect.att())
        .stdError(effect.stdError())
        .n(effect.units())
        .unitOfMeasure(unitOfMeasure)
        .method(method);
    if (inference.isKnown()) {
      row.interval(inference.low(level), inference.high(level), level)
          .test(inference.statistic(), Double.NaN, inference.pValue());
    } else {
      row.interval(Double.NaN, Double.NaN, level);
    }
    explain(row, effect);
  }

  void explain(Tidy.Row row, GroupTimeEffects.Effect effect) {
    if (effect.isReference()) {
      row.note("reference period: 0 by definition");
    } else if (effect.unseen() > UNSEEN_ALLOWED) {
      boolean withheld = Double.isNaN(effect.stdError());
      row.status("unreliable")
          .note((withheld ? "standard error withheld: " : "standard error too small: ")
              + alone(effect) + ", so the spread among its treated cannot be seen");
    } else if (Double.isNaN(effect.stdError())) {
      row.status("unreliable").note("nothing varies around this estimate: no standard error");
    } else if (effect.unseen() > 0) {
      row.note(alone(effect) + "; its own spread is not in the standard error");
    }
  }

  private String alone(GroupTimeEffects.Effect effect) {
    String cohorts = effect.cells().stream()
        .map(GroupTimeEffects.Cell::cohort)
        .distinct()
        .filter(effects::isAlone)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
    return (clustered ? "one treated cluster" : "one treated unit") + " starts in " + cohorts;
  }
}
