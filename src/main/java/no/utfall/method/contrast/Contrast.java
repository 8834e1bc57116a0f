package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.utfall.math.Normal;
import no.utfall.math.NormalPosterior;
import no.utfall.math.RandomEffects;
import no.utfall.math.RankCorrelation;
import no.utfall.math.RankSets;
import no.utfall.math.Ranks;
import org.jspecify.annotations.Nullable;

/**
 * Sets what is put in against what comes out: in how many pairs of units does the one with more input have less
 * effect, and in how many can that be told at all.
 *
 * <p>Effects y_i ~ N(θ_i, d_i + c), c common to all; θ_i given the input ~ N(μ + β g_i, τ²), g_i the normal score of
 * the input rank, τ² by Paule and Mandel, flat prior on (μ, β). A pair with more input in i is reversed when θ_i &lt;
 * θ_j; its probability is taken from the joint posterior. The input stands in the prior mean: shrinking all to one mean
 * would break the relation that is counted.
 *
 * <ul>
 *   <li>τ² = 0 without the input: nothing is distinguishable, every pair is "cannot tell".
 *   <li>Fewer than 30 units: τ² is integrated over its posterior; fewer than 8 measures: nothing is shrunken.
 *   <li>An axis on which all units are equal has no pairs and is left out.
 * </ul>
 *
 * @see "Efron (2010), Large-Scale Inference, doi:10.1017/CBO9780511761362. τ², b and their errors agree with
 *     metafor::rma 3.8-1, mods = ~g, method PM or DL."
 */
public final class Contrast {

  static final double RELIABLE = 0.7;
  static final double RANKABLE = 0.4;
  private static final double POWER = 0.8;
  private static final int INTEGRATE_BELOW = 30;
  private static final int NO_SHRINKAGE_BELOW = 8;
  private static final int TAU_POINTS = 200;
  private static final Contrast DEFAULT =
      new Contrast(Board.UNITS, Reads.MORE_IS_BETTER, 0, 0, 0, 0.95, 2000, 1);

  private final Board board;
  private final Reads reads;
  private final double commonVariance;
  private final double smallestImportant;
  private final double inputMargin;
  private final double confLevel;
  private final int draws;
  private final long seed;

  private Contrast(
      Board board,
      Reads reads,
      double commonVariance,
      double smallestImportant,
      double inputMargin,
      double confLevel,
      int draws,
      long seed) {
    this.board = board;
    this.reads = reads;
    this.commonVariance = commonVariance;
    this.smallestImportant = smallestImportant;
    this.inputMargin = inputMargin;
    this.confLevel = confLevel;
    this.draws = draws;
    this.seed = seed;
  }

  public static Contrast withDefaults() {
    return DEFAULT;
  }

  public Contrast board(Board other) {
    return new Contrast(
        other, reads, commonVariance, smallestImportant, inputMargin, confLevel, draws, seed);
  }

  public Contrast reads(Reads other) {
    return new Contrast(
        board, other, commonVariance, smallestImportant, inputMargin, confLevel, draws, seed);
  }

  /** The variance of the part that all estimates share, such as one comparison group; part of every variance. */
  public Contrast commonVariance(double c) {
    return new Contrast(board, reads, c, smallestImportant, inputMargin, confLevel, draws, seed);
  }

  /** The smallest effect that would matter, in the unit of the effect. */
  public Contrast smallestImportant(double delta) {
    return new Contrast(board, reads, commonVariance, delta, inputMargin, confLevel, draws, seed);
  }

  /** Units whose inputs are nearer than this are practically equal on input. */
  public Contrast inputMargin(double margin) {
    return new Contrast(
        board, reads, commonVariance, smallestImportant, margin, confLevel, draws, seed);
  }

  public Contrast confLevel(double level) {
    return new Contrast(
        board, reads, commonVariance, smallestImportant, inputMargin, level, draws, seed);
  }

  /** The number of draws behind rank sets, confirmed pairs and the expected footrule, and their seed. */
  public Contrast draws(int number, long from) {
    return new Contrast(
        board, reads, commonVariance, smallestImportant, inputMargin, confLevel, number, from);
  }

  /**
   * Everything that can be said of one board.
   *
   * @param scores at least 3 units, every variance above the common one
   */
  public Estimate estimate(Scores scores) {
    int n = scores.size();
    double[] own = new double[n];
    for (int i = 0; i < n; i++) {
      own[i] = scores.stdError[i] * scores.stdError[i] - commonVariance;
      if (!(own[i] > 0)) {
        throw new IllegalArgumentException(
            "the variance of " + scores.unit[i] + " is not above the common variance");
      }
    }
    double[][] constant = new double[n][1];
    for (double[] row : constant) {
      row[0] = 1;
    }
    double tau2 = RandomEffects.pauleMandel(constant, scores.effect, own);
    double[] reliability = new double[n];
    for (int i = 0; i < n; i++) {
      reliability[i] = tau2 / (tau2 + own[i]);
    }
    BoardFit fit = new BoardFit(
        RandomEffects.at(tau2, constant, scores.effect, own).b()[0],
        RandomEffects.at(0, constant, scores.effect, own).q(),
        RandomEffects.derSimonianLaird(constant, scores.effect, own),
        tau2,
        reliability,
        smallestDifference(own));
    double[] ownError = Arrays.stream(own).map(Math::sqrt).toArray();
    RankSets sets = RankSets.simultaneous(scores.effect, ownError, confLevel, true, draws, seed);
    Estimate alone = new Estimate(
        board,
        reads,
        commonVariance,
        smallestImportant,
        confLevel,
        scores,
        own,
        fit,
        sets,
        new Once(() -> RankSets.marginal(scores.effect, ownError, confLevel, true, draws, seed)),
        List.of());
    List<AxisContrast> axes = new ArrayList<>();
    needAdjusted(scores).flatMap(given -> axis(alone, given)).ifPresent(axes::add);
    if (scores.input != null) {
      axis(
              alone,
              new AxisContrast.Given(
                  AxisContrast.Axis.INPUT,
                  scores.input,
                  scores.inputError,
                  inputMargin,
                  Double.NaN))
          .ifPresent(axes::add);
    }
    if (scores.activity != null) {
      axis(
              alone,
              new AxisContrast.Given(
                  AxisContrast.Axis.ACTIVITY, scores.activity, null, 0, Double.NaN))
          .ifPresent(axes::add);
    }
    return alone.with(axes);
  }

  /** The input of each unit divided by its need. */
  private Optional<AxisContrast.Given> needAdjusted(Scores scores) {
    double[] input = scores.input;
    double[] need = scores.need;
    if (input == null || need == null) {
      return Optional.empty();
    }
    return Optional.of(new AxisContrast.Given(
        AxisContrast.Axis.NEED_ADJUSTED,
        over(input, need),
        scores.inputError == null ? null : over(scores.inputError, need),
        inputMargin,
        RankCorrelation.of(need, input).spearman()));
  }

  private static double[] over(double[] a, double[] b) {
    double[] ratio = new double[a.length];
    Arrays.setAll(ratio, i -> a[i] / b[i]);
    return ratio;
  }

  private Optional<AxisContrast> axis(Estimate alone, AxisContrast.Given given) {
    return Arrays.stream(given.x()).distinct().count() < 2
        ? Optional.empty()
        : Optional.of(AxisContrast.of(given, alone, posteriorRule(alone), draws, seed));
  }

  private AxisContrast.PosteriorRule posteriorRule(Estimate estimate) {
    int n = estimate.scores().size();
    double[] y = estimate.scores().effect;
    double[] own = estimate.own();
    if (board == Board.MEASURES && n < NO_SHRINKAGE_BELOW) {
      return new AxisContrast.PosteriorRule(
          "flat", (x, tau2) -> NormalPosterior.flat(y, own, commonVariance));
    }
    if (n < INTEGRATE_BELOW) {
      return new AxisContrast.PosteriorRule(
          "tau2-integrated",
          (x, tau2) -> NormalPosterior.overTau(TAU_POINTS, x, y, own, commonVariance));
    }
    return new AxisContrast.PosteriorRule(
        "paule-mandel", (x, tau2) -> NormalPosterior.at(tau2, x, y, own, commonVariance));
  }

  /** Sets that are made once, when they are first asked for. */
  private static final class Once implements Supplier<RankSets> {
    private final Supplier<RankSets> maker;
    private @Nullable RankSets made;

    Once(Supplier<RankSets> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized RankSets get() {
      RankSets sets = made == null ? maker.get() : made;
      made = sets;
      return sets;
    }
  }

  /** (z.975 + z.80) · median √(d_i + d_j) over the pairs. */
  private static double smallestDifference(double[] d) {
    int n = d.length;
    double[] width = new double[n * (n - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        width[pairs++] = Math.sqrt(d[i] + d[j]);
      }
    }
    return (Normal.quantile(0.975) + Normal.quantile(POWER)) * Ranks.median(width);
  }

  /**
   * What holds without any input.
   *
   * @param mu the mean effect
   * @param q heterogeneity about it
   * @param tau2DL variance between units, DerSimonian and Laird
   * @param tau2PM likewise, Paule and Mandel; a property of the board
   * @param reliability τ² / (τ² + d_i) of each unit
   * @param smallestDifference between two units that would be found with 80 % power
   */
  record BoardFit(
      double mu,
      double q,
      double tau2DL,
      double tau2PM,
      double[] reliability,
      double smallestDifference) {

    double medianReliability() {
      return Ranks.median(reliability);
    }

    boolean isDistinguishable() {
      return tau2PM > 0;
    }
  }

  /** A board with its axes: what was asked, what was found. */
  record Estimate(
      Board board,
      Reads reads,
      double commonVariance,
      double smallestImportant,
      double confLevel,
      Scores scores,
      double[] own,
      BoardFit fit,
      RankSets effectSets,
      Supplier<RankSets> marginal,
      List<AxisContrast> axes) {

    Estimate {
      axes = List.copyOf(axes);
    }

    /** The places each unit may have, one statement at a time; made when asked for. */
    RankSets marginalSets() {
      return marginal.get();
    }

    private Estimate with(List<AxisContrast> found) {
      return new Estimate(
          board,
          reads,
          commonVariance,
          smallestImportant,
          confLevel,
          scores,
          own,
          fit,
          effectSets,
          marginal,
          found);
    }

    /** The three-part bar of an axis: all "cannot tell" where the board shows no differences at all. */
    Reversals.Bar bar(AxisContrast axis) {
      return fit.isDistinguishable() ? axis.reversals().bar() : Reversals.Bar.NOTHING;
    }

    /** Whether an order of single units may be shown. */
    boolean isRankable() {
      return fit.isDistinguishable() && fit.medianReliability() >= RANKABLE;
    }

    /** Whether a verdict may name the unit: on board U only where its own estimate is reliable. */
    boolean isNameable(int i) {
      return fit.isDistinguishable() && (board != Board.UNITS || fit.reliability()[i] >= RELIABLE);
    }

    /** The input by need, else as it is, else the activity. */
    Optional<AxisContrast> main() {
      return axes.stream().findFirst();
    }
  }
}
