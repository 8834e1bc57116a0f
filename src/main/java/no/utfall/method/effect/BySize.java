package no.utfall.method.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.math.Normal;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;

/**
 * The same estimate among units of like size: the units of the panel in four quarters from the smallest to the largest,
 * each with its treated and its own units to compare with. What a quarter could have shown at all is (z(.975) + z(.8))
 * times its standard error.
 */
final class BySize {

  private static final int PARTS = 4;
  private static final String METHOD = "cs";

  private final double[] sizes;
  private final Adoption panel;
  private final CallawaySantanna estimator;
  private final Settings settings;
  private final EffectRows.Maker rows;

  /** @param sizes of the units of the panel, each above 0 */
  BySize(
      Adoption panel,
      double[] sizes,
      CallawaySantanna estimator,
      Settings settings,
      EffectRows.Maker rows) {
    this.panel = panel;
    this.sizes = sizes;
    this.estimator = estimator;
    this.settings = settings;
    this.rows = rows;
  }

  Frame table(double[] levels) {
    Tidy table = Tidy.keys("quarter");
    double[] limits = limits();
    for (int k = 0; k < PARTS; k++) {
      double from = limits[k];
      double to = limits[k + 1];
      boolean isLast = k == PARTS - 1;
      int[] units = IntStream.range(0, sizes.length)
          .filter(i -> sizes[i] >= from && (sizes[i] < to || isLast))
          .toArray();
      quarter(table, Integer.toString(k + 1), units, levels);
    }
    return table.frame();
  }

  /** The smallest size, the least sizes of the second to the fourth quarter, and the largest. */
  private double[] limits() {
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    double[] limits = new double[PARTS + 1];
    for (int k = 0; k < PARTS; k++) {
      limits[k] = sorted[k * sorted.length / PARTS];
    }
    limits[PARTS] = sorted[sorted.length - 1];
    return limits;
  }

  private void quarter(Tidy table, String key, int[] units, double[] levels) {
    Adoption part = panel.only(units);
    double[] own = Arrays.stream(units).mapToDouble(i -> sizes[i]).sorted().toArray();
    long treated = IntStream.range(0, units.length)
        .filter(i -> part.start(i) <= part.last())
        .count();
    size(table, key, "size_from", own.length == 0 ? Double.NaN : own[0]);
    size(table, key, "size_to", own.length == 0 ? Double.NaN : own[own.length - 1]);
    table
        .row(key)
        .measure("treated_units")
        .estimate(treated)
        .unitOfMeasure("units")
        .method(METHOD);
    table
        .row(key)
        .measure("control_units")
        .estimate(units.length - treated)
        .unitOfMeasure("units")
        .method(METHOD);
    GroupTimeEffects effects =
        treated > 0 && treated < units.length ? estimator.estimate(part) : null;
    if (effects == null || !effects.reaches(0)) {
      table
          .row(key)
          .measure("att")
          .method(METHOD)
          .status("not-estimable")
          .note("no unit with the measure, or none to compare with");
      return;
    }
    GroupTimeEffects.Effect effect = OtherData.told(settings, effects);
    for (double level : levels) {
      rows.of(effects).fill(table.row(key).measure("att"), effect, level);
    }
    Tidy.Row detectable = table.row(key).measure("mde").method(METHOD);
    if (Guards.inference(effect).isKnown()) {
      detectable.estimate((Normal.quantile(0.975) + Normal.quantile(0.8)) * effect.stdError());
      if (treated < StaggeredResult.FEW) {
        detectable
            .status("unreliable")
            .note("fewer than " + StaggeredResult.FEW
                + " units with the measure: too small a number");
      }
    } else {
      detectable.status("not-estimable").note("no standard error");
    }
  }

  private static void size(Tidy table, String key, String measure, double people) {
    table.row(key).measure(measure).estimate(people).unitOfMeasure("people").method(METHOD);
  }
}
