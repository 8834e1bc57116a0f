package no.utfall.method.contrast;

import no.utfall.math.RankSets;
import no.utfall.math.Ranks;

/**
 * Ranks of units with the confidence set of each; 1 is the highest value.
 *
 * <p>A rank alone hides how little it says: the set holds every rank the unit may have at the confidence level, for
 * one unit at a time (marginal) or for all at once (simultaneous).
 *
 * @see "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91(1), doi:10.1093/restud/rdad006.
 *     Agrees with csranks 1.2.3 within simulation error."
 */
public final class RankOrder {

  private static final RankOrder DEFAULT = new RankOrder(true, true, 0.95, 2000, 1);

  private final boolean simultaneous;
  private final boolean stepDown;
  private final double confLevel;
  private final int draws;
  private final long seed;

  private RankOrder(
      boolean simultaneous, boolean stepDown, double confLevel, int draws, long seed) {
    this.simultaneous = simultaneous;
    this.stepDown = stepDown;
    this.confLevel = confLevel;
    this.draws = draws;
    this.seed = seed;
  }

  public static RankOrder withDefaults() {
    return DEFAULT;
  }

  /** Each set by itself holds its rank at the confidence level, instead of all together. */
  public RankOrder marginal() {
    return new RankOrder(false, stepDown, confLevel, draws, seed);
  }

  /** One critical value, not lowered after what it rejects. */
  public RankOrder singleStep() {
    return new RankOrder(simultaneous, false, confLevel, draws, seed);
  }

  public RankOrder confLevel(double level) {
    return new RankOrder(simultaneous, stepDown, level, draws, seed);
  }

  public RankOrder draws(int number, long from) {
    return new RankOrder(simultaneous, stepDown, confLevel, number, from);
  }

  /**
   * Ranks the units.
   *
   * @param values independent estimates; the draws follow their order, so give them in a fixed one
   * @param stdErrors positive
   */
  public Estimate estimate(double[] values, double[] stdErrors) {
    RankSets sets = simultaneous
        ? RankSets.simultaneous(values, stdErrors, confLevel, stepDown, draws, seed)
        : RankSets.marginal(values, stdErrors, confLevel, stepDown, draws, seed);
    return new Estimate(Ranks.descending(values), sets);
  }

  /** Mid-ranks of the values, and the sets of ranks. */
  public record Estimate(double[] rank, RankSets sets) {

    /** How many ranks a set holds, on average. */
    public double meanWidth() {
      double width = 0;
      for (int i = 0; i < rank.length; i++) {
        width += (sets.worst(i) - sets.best(i) + 1.0) / rank.length;
      }
      return width;
    }
  }
}
