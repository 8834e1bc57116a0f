package no.utfall.method.contrast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import no.utfall.math.Draws;
import no.utfall.math.Normal;
import no.utfall.math.NormalPosterior;
import no.utfall.math.RandomEffects;
import no.utfall.math.RankBiasedOverlap;
import no.utfall.math.RankCorrelation;
import no.utfall.math.RankSets;
import no.utfall.math.Ranks;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The effects of a board against one axis.
 *
 * @param x as given
 * @param rank mid-ranks in the direction of reading, 1 is the most
 * @param upper (n + ½ − rank) / n of x as given: above ½ is the half with more
 * @param effectRank mid-ranks of the raw effects, 1 is the highest
 * @param q heterogeneity about the regression on the normal scores
 * @param pauleMandel regression and expected reversals at τ² by Paule and Mandel
 * @param derSimonianLaird likewise by DerSimonian and Laird
 * @param posterior what is known of the effects, the axis in the prior mean
 * @param rule how τ² was dealt with in it
 * @param footrule posterior expected footrule with its 90 % interval
 * @param agreement of the raw orders
 * @param money {@code null} where the money is not known
 * @param belowDelta P(effect below the smallest important one) of each unit
 * @param apart the pairs whose order on the axis is sure at the 5 percent level; {@code null} where the axis is known
 * @param inputSets of the places on the axis; {@code null} where these are known
 * @param moneyUnrelated what {@code reversals.moneyWeighted} would be were the axis left out of the prior mean
 * @param needCorrelation Spearman's coefficient of need and the axis before it was divided by need; NaN without
 */
record AxisContrast(
    Axis axis,
    double[] x,
    double[] rank,
    double[] upper,
    double[] effectRank,
    double q,
    PlugIn pauleMandel,
    PlugIn derSimonianLaird,
    NormalPosterior posterior,
    String rule,
    Reversals reversals,
    PairTests tests,
    Confirmed confirmed,
    Footrule footrule,
    RankCorrelation agreement,
    @Nullable Money money,
    double[] belowDelta,
    @Nullable Reversals apart,
    @Nullable RankSets inputSets,
    double moneyUnrelated,
    double needCorrelation) {

  private static final int LEAST_PLACES = 8;

  enum Axis {
    NEED_ADJUSTED(
        "need-adjusted",
        Text.of(
            "pengebruk justert for behov",
            "pengebruk justert for behov",
            "spending adjusted for need")),
    INPUT("input", Text.of("pengebruk", "pengebruk", "spending")),
    ACTIVITY("activity", Text.of("aktivitet", "aktivitet", "activity"));

    private final String code;
    private final Text words;

    Axis(String code, Text words) {
      this.code = code;
      this.words = words;
    }

    Text words() {
      return words;
    }

    String code() {
      return code;
    }

    /** Whether it is money, as it is or by need. */
    boolean isMoney() {
      return this != ACTIVITY;
    }
  }

  /**
   * What an axis is made of.
   *
   * @param x the score of each unit
   * @param error its standard error; {@code null} when known
   * @param margin units nearer than this are practically equal
   * @param needCorrelation Spearman's coefficient of need and the score before it; NaN without
   */
  record Given(
      Axis axis, double[] x, double @Nullable [] error, double margin, double needCorrelation) {}

  /** How a posterior is made from the rows of the regression and the plug-in τ². */
  record PosteriorRule(String id, Maker maker) {
    interface Maker {
      NormalPosterior make(double[][] x, double tau2);
    }
  }

  record PlugIn(double tau2, double mu, double beta, double betaSe, double expected) {}

  /** Shares of the pairs in which step-down tests of all pairs (family-wise 5 %) show the order of the effects. */
  record Confirmed(double reversed, double sameWay) {}

  record Footrule(double mean, double low, double high) {}

  /** Money by half of the axis and by probability of an effect below or above the smallest important one. */
  record Money(
      QuadrantMoney highBelow,
      QuadrantMoney highAbove,
      QuadrantMoney lowBelow,
      QuadrantMoney lowAbove,
      QuadrantMoney highBelowSure,
      QuadrantMoney lowAboveSure) {

    private static final double SURE = 0.9;

    static Money of(double[] money, double[] upper, double[] below) {
      int n = money.length;
      boolean[] high = new boolean[n];
      boolean[] low = new boolean[n];
      double[] above = new double[n];
      double[] surelyBelow = new double[n];
      double[] surelyAbove = new double[n];
      for (int i = 0; i < n; i++) {
        high[i] = upper[i] > 0.5;
        low[i] = upper[i] < 0.5;
        above[i] = 1 - below[i];
        surelyBelow[i] = below[i] >= SURE ? 1 : 0;
        surelyAbove[i] = above[i] >= SURE ? 1 : 0;
      }
      return new Money(
          QuadrantMoney.of(money, high, below),
          QuadrantMoney.of(money, high, above),
          QuadrantMoney.of(money, low, below),
          QuadrantMoney.of(money, low, above),
          QuadrantMoney.of(money, high, surelyBelow),
          QuadrantMoney.of(money, low, surelyAbove));
    }
  }

  static AxisContrast of(
      Given score, Contrast.Estimate board, PosteriorRule rule, int draws, long seed) {
    Scores scores = board.scores();
    Axis axis = score.axis();
    double[] x = score.x();
    int n = x.length;
    double[] y = scores.effect;
    double[] d = board.own();
    // only money can be read as "cheap is better"; more activity for the same money never is worse
    boolean turned = axis.isMoney() && board.reads() == Reads.CHEAP_IS_BETTER;
    double[] read = Arrays.stream(x).map(v -> turned ? -v : v).toArray();
    double[] rank = Ranks.descending(read);
    double[] given = Ranks.descending(x);
    double[] upper = new double[n];
    double[][] groups = scores.groupRows();
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      upper[i] = (n + 0.5 - given[i]) / n;
      rows[i] = new double[2 + groups[i].length];
      rows[i][0] = 1;
      rows[i][1] = Normal.quantile((n + 0.5 - rank[i]) / n);
      System.arraycopy(groups[i], 0, rows[i], 2, groups[i].length);
    }
    double[] persons = scores.population;
    if (persons == null) {
      persons = new double[n];
      Arrays.fill(persons, 1);
    }
    double tau2 = RandomEffects.pauleMandel(rows, y, d);
    double delta = board.smallestImportant();
    NormalPosterior atPM = NormalPosterior.at(tau2, rows, y, d, board.commonVariance());
    NormalPosterior posterior =
        rule.id().equals("paule-mandel") ? atPM : rule.maker().make(rows, tau2);
    InputPairs pairs = new InputPairs(read, null, score.margin());
    Reversals reversals = Reversals.of(pairs, posterior, delta, persons);
    Reversals apart = score.error() == null
        ? null
        : Reversals.of(
            new InputPairs(read, score.error(), score.margin()), posterior, delta, persons);
    double expectedAtPM =
        posterior == atPM ? reversals.expected() : Reversals.expected(pairs, atPM);
    double tau2DL = RandomEffects.derSimonianLaird(rows, y, d);
    double expectedAtDL =
        Reversals.expected(pairs, NormalPosterior.at(tau2DL, rows, y, d, board.commonVariance()));
    double[] below = new double[n];
    for (int i = 0; i < n; i++) {
      below[i] = posterior.below(i, delta);
    }
    double[] money = scores.money;
    return new AxisContrast(
        axis,
        x,
        rank,
        upper,
        Ranks.descending(y),
        RandomEffects.at(0, rows, y, d).q(),
        plugIn(RandomEffects.at(tau2, rows, y, d), expectedAtPM),
        plugIn(RandomEffects.at(tau2DL, rows, y, d), expectedAtDL),
        posterior,
        rule.id(),
        reversals,
        PairTests.of(read, y, d),
        confirmed(pairs, board, reversals.pairs()),
        footrule(rank, posterior, draws, seed),
        RankCorrelation.of(read, y),
        money == null ? null : Money.of(money, upper, below),
        below,
        apart,
        score.error() == null ? null : inputSets(read, score.error(), board, draws, seed),
        Reversals.moneyWeighted(pairs, unrelated(groups, y, d, board), persons),
        score.needCorrelation());
  }

  /** Of the places on the axis, by draws of their own. */
  private static RankSets inputSets(
      double[] x, double[] error, Contrast.Estimate board, int draws, long seed) {
    return RankSets.simultaneous(x, error, board.confLevel(), true, draws, ~seed);
  }

  /** What would be known of the effects had nobody looked at the axis. */
  private static NormalPosterior unrelated(
      double[][] groups, double[] y, double[] d, Contrast.Estimate board) {
    double[][] rows = new double[y.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[1 + groups[i].length];
      rows[i][0] = 1;
      System.arraycopy(groups[i], 0, rows[i], 1, groups[i].length);
    }
    double tau2 = RandomEffects.pauleMandel(rows, y, d);
    return NormalPosterior.at(tau2, rows, y, d, board.commonVariance());
  }

  private static PlugIn plugIn(RandomEffects.Fit fit, double expected) {
    return new PlugIn(
        fit.tau2(), fit.b()[0], fit.b()[1], Math.sqrt(fit.covariance()[1][1]), expected);
  }

  private static Confirmed confirmed(InputPairs input, Contrast.Estimate board, double pairs) {
    long reversed = 0;
    long same = 0;
    for (int i = 0; i < input.size(); i++) {
      for (int j = 0; j < input.size(); j++) {
        if (input.isMore(i, j) && input.differ(i, j)) {
          reversed += board.effectSets().isAbove(j, i) ? 1 : 0;
          same += board.effectSets().isAbove(i, j) ? 1 : 0;
        }
      }
    }
    return new Confirmed(reversed / pairs, same / pairs);
  }

  private static Footrule footrule(double[] rank, NormalPosterior posterior, int draws, long seed) {
    double[] footrules = new double[draws];
    for (int r = 0; r < draws; r++) {
      footrules[r] = footrule(rank, Ranks.descending(posterior.draw(Draws.of(seed, r))));
    }
    Arrays.sort(footrules);
    double mean = Arrays.stream(footrules).sum() / draws;
    return new Footrule(mean, Ranks.quantile(footrules, 0.05), Ranks.quantile(footrules, 0.95));
  }

  /** Σ |a − b| / ((n² − 1) / 3): 0 for equal orders, about 1 for a lottery. */
  static double footrule(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    double n = a.length;
    return sum / ((n * n - 1) / 3);
  }

  /** Whether places say enough to be moved between: at least 8 units, at most a fifth of the pairs tied. */
  boolean isDisplaceable() {
    double n = rank.length;
    double untied = 0.8 * n * (n - 1) / 2;
    return n >= LEAST_PLACES && tests.pairs() >= untied && effectPairs() >= untied;
  }

  private double effectPairs() {
    return agreement.denominator() * agreement.denominator() / tests.pairs();
  }

  /** Overlap of the two orders from the top; units of equal rank stand in the order of their names. */
  double overlap(double p) {
    return RankBiasedOverlap.of(order(rank), order(effectRank)).extrapolated(p);
  }

  private static int[] order(double[] rank) {
    Integer[] order = new Integer[rank.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> rank[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  double meanAbsoluteDisplacement() {
    double sum = 0;
    for (int i = 0; i < rank.length; i++) {
      sum += Math.abs(displacement(i));
    }
    return sum / rank.length;
  }

  /** The best place on the axis that the unit may have. */
  double bestPlace(int i) {
    return inputSets == null ? rank[i] : inputSets.best(i);
  }

  /** The worst place on the axis that the unit may have. */
  double worstPlace(int i) {
    return inputSets == null ? rank[i] : inputSets.worst(i);
  }

  double displacement(int i) {
    return rank[i] - effectRank[i];
  }

  double expectedDisplacement(int i) {
    return rank[i] - reversals.expectedRank()[i];
  }

  /** Spearman's coefficient of the axis and the effects, expected over the posterior. */
  double expectedSpearman() {
    double n = rank.length;
    double middle = (n + 1) / 2;
    double product = 0;
    double square = 0;
    for (int i = 0; i < rank.length; i++) {
      product += (rank[i] - middle) * (reversals.expectedRank()[i] - middle);
      square += (rank[i] - middle) * (rank[i] - middle);
    }
    return product / Math.sqrt(square * n * (n * n - 1) / 12);
  }

  double shareSure(ToDoubleFunction<Integer> probability) {
    int sure = 0;
    for (int i = 0; i < rank.length; i++) {
      sure += probability.applyAsDouble(i) >= 0.95 ? 1 : 0;
    }
    return sure / (double) rank.length;
  }
}
