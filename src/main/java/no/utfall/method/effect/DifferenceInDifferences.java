package no.utfall.method.effect;

import no.utfall.figure.Frame;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;

/**
 * Difference-in-differences on a table of units and periods: {@link CallawaySantanna} for starts at different times,
 * {@link TwoByTwo} for two groups and two times. With a population the outcome is a share in percent.
 *
 * <p>The first row of the result is the average told to the reader: the horizon when one is asked for, else the
 * {@code group} average, the mean over treated units of their own mean effect, which neither early cohorts (as in
 * {@code simple}) nor the longest exposure (as in {@code dynamic}) dominate.
 */
public final class DifferenceInDifferences implements Method {

  @Override
  public Card card() {
    return DifferenceInDifferencesCard.CARD;
  }

  /** Refuses with E701–E706, E709–E716 when no effect can be estimated at all; see {@link StaggeredDesign}. */
  @Override
  public Result apply(Frame data, Settings settings) {
    double[] levels = levels(settings);
    boolean twoByTwo = settings.text("estimator").equals("2x2");
    if (twoByTwo) {
      checkTwoByTwo(settings);
    } else {
      checkStaggered(settings);
    }
    if (settings.has("group")) {
      return GroupedResult.of(data, settings, levels);
    }
    Outcome outcome = Outcome.of(data, settings);
    return twoByTwo
        ? TwoByTwoResult.of(data, settings, outcome, levels)
        : StaggeredResult.of(data, settings, outcome, levels);
  }

  private static double[] levels(Settings settings) {
    double[] levels = settings.numbers("conf-level");
    for (double level : levels) {
      if (!(level > 0 && level < 1)) {
        throw Refusal.commandLine(
            "--conf-level: a level lies between 0 and 1", "write 0.95 for 95 percent");
      }
    }
    return levels;
  }

  private static void checkStaggered(Settings settings) {
    if (settings.has("post")) {
      throw Refusal.commandLine(
          "--post is for --estimator 2x2", "add --estimator 2x2, or leave out --post");
    }
    if (!settings.text("vcov").equals(TwoByTwo.Errors.CLUSTER.code())) {
      throw Refusal.commandLine(
          "--vcov is for --estimator 2x2", "leave out --vcov; --cluster COLUMN sets the clusters");
    }
    if (settings.has("group-order") && !settings.has("group")) {
      throw Refusal.commandLine(
          "--group-order has no groups to order",
          "name their column with --group, or leave it out");
    }
    String cohort = settings.textOrNull("cohort");
    if (cohort != null && settings.list("other-cohort").contains(cohort)) {
      throw Refusal.commandLine(
          "--other-cohort names " + cohort + ", the starts of the measure itself",
          "name the columns with the starts of other measures only");
    }
    if (settings.integer("anticipation") < 0
        || (settings.has("horizon") && settings.integer("horizon") < 0)) {
      throw Refusal.commandLine(
          "--anticipation and --horizon count periods from 0", "give a whole number from 0");
    }
  }

  private static void checkTwoByTwo(Settings settings) {
    boolean plain = settings.text("control").equals(CallawaySantanna.Control.NOT_YET_TREATED.code())
        && settings.text("base").equals(CallawaySantanna.Base.VARYING.code())
        && settings.integer("anticipation") == 0
        && !settings.has("horizon")
        && !settings.has("other-cohort")
        && !settings.has("weight")
        && !settings.has("placebo")
        && !settings.has("without-periods")
        && !settings.has("group");
    if (!plain) {
      throw Refusal.commandLine(
          "--control, --base, --anticipation, --horizon, --other-cohort, --weight, --placebo, --without-periods and --group are for --estimator cs",
          "leave them out, or use --estimator cs");
    }
  }
}
