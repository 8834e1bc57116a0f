package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.utfall.math.ChiSquare;
import no.utfall.math.Cholesky;
import no.utfall.math.FisherF;

/**
 * Effects by cohort and period, and their averages. Every average is a weighted sum of cells; its influence function
 * is the same sum of theirs, and where the weights are shares of cohorts, the influence of estimating those shares
 * is added: (Σ over own cells of (ATT − average)) / Σ shares, for the units of a treated cohort.
 *
 * @see "Callaway & Sant'Anna (2021), section 3; agrees with did::aggte 2.5.1."
 */
public final class GroupTimeEffects {

  /** Below this share of the largest outcome a standard error is rounding. */
  private static final double ROUNDING = 1e-13;

  /** Covariance matrices with a pivot below this share are singular. */
  private static final double DEPENDENT = 1e-10;

  /**
   * One side of a comparison.
   *
   * @param change the weighted mean change of its units; NaN without units
   */
  public record Side(int units, double weight, double change) {}

  /**
   * One cohort in one period, against its base.
   *
   * @param at place of the period, from 0
   * @param from place of the first period of its base
   * @param to place of the last period of its base
   * @param untreated comparison units start in this period or later
   */
  public record Cell(
      int cohort, int at, int from, int to, int period, long untreated, Side own, Side compared) {

    public double att() {
      return own.change - compared.change;
    }

    public int treated() {
      return own.units;
    }

    public int controls() {
      return compared.units;
    }

    public boolean isAfterStart() {
      return period >= cohort;
    }

    /** Zero by definition: the period is its own base. */
    public boolean isReference() {
      return at == from && at == to;
    }

    boolean isInBase() {
      return from <= at && at <= to;
    }

    /** Periods since the start; negative before it. */
    public int sinceStart() {
      return period - cohort;
    }

    public boolean isEstimable() {
      return compared.units > 0;
    }
  }

  /** A cell or an average of cells. */
  public static final class Effect {
    private final double att;
    private final double stdError;
    private final double unseen;
    private final List<Cell> cells;
    private final int treated;
    private final int units;
    private final double[] influence;

    private Effect(
        double att,
        double stdError,
        double unseen,
        List<Cell> cells,
        int treated,
        int units,
        double[] influence) {
      this.att = att;
      this.stdError = stdError;
      this.unseen = unseen;
      this.cells = List.copyOf(cells);
      this.treated = treated;
      this.units = units;
      this.influence = influence;
    }

    public double att() {
      return att;
    }

    /** NaN when the treated have no spread to be seen, or nothing varies at all. */
    public double stdError() {
      return stdError;
    }

    /** Share of the weight on cohorts of one unit or cluster, whose own spread the standard error lacks; 0 to 1. */
    public double unseen() {
      return unseen;
    }

    /** The cells that take part. */
    public List<Cell> cells() {
      return cells;
    }

    /** Zero by definition, like each of its cells. */
    public boolean isReference() {
      return cells.stream().allMatch(Cell::isReference);
    }

    /** Units of the cohorts that take part. */
    public int treated() {
      return treated;
    }

    /** Units that take part, treated or to compare with, each once. */
    public int units() {
      return units;
    }

    /** One number per unit, with mean 0; the variance of the effect is Σ ψ² / n² over all n units of the panel. */
    public double[] influence() {
      return influence.clone();
    }
  }

  /** Effects by one key, ascending, and their overall average. */
  public record Average(Effect overall, int[] keys, List<Effect> effects) {
    public Average {
      keys = keys.clone();
      effects = List.copyOf(effects);
    }

    @Override
    public int[] keys() {
      return keys.clone();
    }
  }

  /**
   * Joint test that effects before the start are zero.
   *
   * @param statistic chi-squared with {@code df} degrees of freedom, or F with {@code df} and {@code dfBelow}; NaN when
   *     it cannot be computed
   * @param dfBelow infinite for chi-squared
   * @param why empty, or why there is no statistic
   */
  public record Pretrend(double statistic, int df, double dfBelow, String why) {

    private static Pretrend none(int df, String why) {
      return new Pretrend(Double.NaN, df, Double.POSITIVE_INFINITY, why);
    }

    /** NaN when there is no statistic. */
    public double pValue() {
      if (Double.isNaN(statistic)) {
        return Double.NaN;
      }
      return Double.isInfinite(dfBelow)
          ? ChiSquare.upperTail(statistic, df)
          : FisherF.upperTail(statistic, df, dfBelow);
    }
  }

  private final Adoption panel;
  private final CallawaySantanna.Base base;
  private final List<Cell> cells;
  private final int[] cohorts;

  /** The place of each unit's start among the cohorts, their number for one that has no cell. */
  private final int[] cohortOf;

  private final Set<Integer> alone = new HashSet<>();

  GroupTimeEffects(Adoption panel, CallawaySantanna.Base base, List<Cell> cells) {
    this.panel = panel;
    this.base = base;
    this.cells = List.copyOf(cells);
    this.cohorts = distinct(cells.stream().mapToInt(Cell::cohort));
    this.cohortOf = new int[panel.units()];
    for (int i = 0; i < cohortOf.length; i++) {
      int place = Arrays.binarySearch(cohorts, panel.start(i));
      cohortOf[i] = place < 0 ? cohorts.length : place;
    }
    for (int cohort : cohorts) {
      if (panel.clustersOf(cohort) < 2) {
        alone.add(cohort);
      }
    }
  }

  /** By cohort, then period. */
  public List<Cell> cells() {
    return cells;
  }

  public Adoption panel() {
    return panel;
  }

  /** The effect of one cell, with its standard error. */
  public Effect effect(Cell cell) {
    double[] influence = new double[panel.units()];
    addInfluence(cell, 1, influence);
    return effect(cell.att(), unseen(cell), List.of(cell), influence);
  }

  /** All cells from the start on, weighted by the size of their cohort. */
  public Effect simple() {
    return byCohortSize(chosen(Cell::isAfterStart));
  }

  /**
   * By cohort the plain mean from so many periods after the start on, overall weighted by the size of the cohorts: the
   * mean over treated units of what happened to each.
   */
  public Effect fromHorizon(int periods) {
    return byCohort(cell -> cell.sinceStart() >= periods).overall();
  }

  /** Whether any cell lies so far after the start. */
  public boolean reaches(int periods) {
    return !chosen(cell -> cell.sinceStart() >= periods).isEmpty();
  }

  /** By periods since the start; overall the plain mean from the start on. The reference period is left in as zero. */
  public Average dynamic() {
    int[] events = distinct(cells.stream().filter(Cell::isEstimable).mapToInt(Cell::sinceStart));
    List<Effect> effects = new ArrayList<>();
    List<Effect> after = new ArrayList<>();
    for (int event : events) {
      Effect effect = byCohortSize(chosen(cell -> cell.sinceStart() == event));
      effects.add(effect);
      if (event >= 0) {
        after.add(effect);
      }
    }
    return new Average(mean(after), events, effects);
  }

  /** By cohort, the plain mean from the start on; overall weighted by the size of the cohorts. */
  public Average group() {
    return byCohort(Cell::isAfterStart);
  }

  private Average byCohort(Predicate<Cell> which) {
    List<Cell> all = chosen(which);
    int[] keys = distinct(all.stream().mapToInt(Cell::cohort));
    List<Effect> effects = new ArrayList<>();
    for (int cohort : keys) {
      effects.add(
          meanOfCells(all.stream().filter(cell -> cell.cohort() == cohort).toList()));
    }
    return new Average(byCohortSize(keys, effects), keys, effects);
  }

  /** By period, the treated weighted by the size of their cohort; overall the plain mean of the periods. */
  public Average calendar() {
    int[] periods = distinct(chosen(Cell::isAfterStart).stream().mapToInt(Cell::period));
    List<Effect> effects = new ArrayList<>();
    for (int period : periods) {
      effects.add(byCohortSize(chosen(cell -> cell.period() == period && cell.isAfterStart())));
    }
    return new Average(mean(effects), periods, effects);
  }

  /**
   * The period before the start against the mean of those before it, weighted by the size of the cohorts. Only with
   * the base pre-mean.
   */
  Effect dip() {
    return byCohortSize(chosen(cell -> cell.at() == cell.to() + 1));
  }

  /** One effect less another of the same units. */
  Effect difference(Effect one, Effect less) {
    double[] influence = new double[panel.units()];
    for (int i = 0; i < influence.length; i++) {
      influence[i] = one.influence[i] - less.influence[i];
    }
    return effect(one.att - less.att, Math.max(one.unseen, less.unseen), one.cells, influence);
  }

  /** All cells, weighted by the size of their cohort. */
  Effect everyCell() {
    return byCohortSize(chosen(cell -> true));
  }

  /** Whether there is anything to average. */
  boolean hasCells() {
    return cells.stream().anyMatch(Cell::isEstimable);
  }

  /**
   * Joint Wald test of all cells before the start, reference periods apart. Cohorts of one unit or cluster are left
   * out: their spread is not known. With the base pre-mean only the periods of the base are tested, without the first:
   * their distances from their own mean add up to zero, and the last period before the start has a test of its own.
   *
   * <p>A large-sample test: with as many effects as here and few treated units for each, it finds differences that are
   * not there (with 11 units a cohort and 33 effects nearly always). {@link #leads} holds its level.
   */
  public Pretrend pretrend() {
    Predicate<Cell> tested = base == CallawaySantanna.Base.PRE_MEAN
        ? cell -> cell.isInBase() && cell.at() > cell.from()
        : cell -> !cell.isAfterStart() && !cell.isReference();
    return wald(chosen(tested).stream().map(this::effect).toList());
  }

  /**
   * Joint test of the averages by time before the start, as Hotelling's T² with one degree of freedom a treated unit
   * less one a cohort, or one a comparison unit less one where they are fewer: with p averages, F = (Wald · ν / (ν + C))
   * · (ν − p + 1) / (p ν).
   *
   * @see "Hotelling (1931), The generalization of Student's ratio, Annals of Mathematical Statistics 2(3),
   *     doi:10.1214/aoms/1177732979, here as an approximation for several cohorts."
   */
  public Pretrend leads() {
    List<Effect> leads = base == CallawaySantanna.Base.PRE_MEAN
        ? withoutFirst(byEvent(chosen(Cell::isInBase)))
        : byEvent(chosen(cell -> !cell.isAfterStart()));
    Pretrend wald = wald(leads);
    if (Double.isNaN(wald.statistic)) {
      return wald;
    }
    double groups = cohorts.length;
    double free =
        Math.min(panel.treatedClusters(cohorts) - groups, panel.clustersAfter(cohorts[0]) - 1);
    double below = free - wald.df + 1;
    if (below < 1) {
      return Pretrend.none(
          wald.df, wald.df + " averages before the start, too many for so few units");
    }
    double shrunk = wald.statistic * free / (free + groups);
    return new Pretrend(shrunk * below / (wald.df * free), wald.df, below, "");
  }

  /** By periods since the start, ascending. */
  private List<Effect> byEvent(List<Cell> some) {
    List<Effect> effects = new ArrayList<>();
    for (int event : distinct(some.stream().mapToInt(Cell::sinceStart))) {
      effects.add(
          byCohortSize(some.stream().filter(cell -> cell.sinceStart() == event).toList()));
    }
    return effects;
  }

  private static List<Effect> withoutFirst(List<Effect> effects) {
    return effects.stream()
        .filter(effect -> !Double.isNaN(effect.stdError))
        .skip(1)
        .toList();
  }

  private Pretrend wald(List<Effect> effects) {
    List<Effect> before =
        effects.stream().filter(effect -> !Double.isNaN(effect.stdError)).toList();
    if (before.isEmpty()) {
      return Pretrend.none(0, "no effect before the start can be tested");
    }
    double[][] correlation = covariance(before);
    double[] z = new double[before.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = before.get(i).att / before.get(i).stdError;
      for (int j = 0; j <= i; j++) {
        correlation[i][j] /= before.get(i).stdError * before.get(j).stdError;
      }
    }
    Cholesky root = Cholesky.of(correlation, DEPENDENT);
    return root.isSingular()
        ? Pretrend.none(
            z.length,
            z.length
                + " effects before the start, too many for so few treated units: their covariance is singular")
        : new Pretrend(root.inverseForm(z), z.length, Double.POSITIVE_INFINITY, "");
  }

  /** Covariance of effects: Σ ψ(i) ψ(j) / n² over units or clusters. Symmetric, effects × effects. */
  public double[][] covariance(List<Effect> effects) {
    List<double[]> sums = new ArrayList<>();
    for (Effect effect : effects) {
      sums.add(panel.byCluster(effect.influence));
    }
    double n = panel.units();
    double[][] covariance = new double[sums.size()][sums.size()];
    for (int i = 0; i < sums.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        double[] a = sums.get(i);
        double[] b = sums.get(j);
        for (int c = 0; c < a.length; c++) {
          sum += a[c] * b[c];
        }
        covariance[i][j] = sum / (n * n);
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  /** Units that a treated unit is compared with somewhere from the start on. */
  public int controls() {
    return panel.startingFrom(chosen(Cell::isAfterStart).stream()
        .mapToLong(Cell::untreated)
        .min()
        .orElse(Long.MAX_VALUE));
  }

  /** Whether the units of a cohort are one, or stand in one cluster. */
  boolean isAlone(int cohort) {
    return alone.contains(cohort);
  }

  /** Units, or clusters with a unit, treated within the periods. */
  int treatedClusters() {
    return panel.treatedClusters(cohorts);
  }

  private List<Cell> chosen(Predicate<Cell> which) {
    return cells.stream().filter(Cell::isEstimable).filter(which).toList();
  }

  private static int[] distinct(IntStream keys) {
    return keys.distinct().sorted().toArray();
  }

  private double unseen(Cell cell) {
    return alone.contains(cell.cohort()) ? 1 : 0;
  }

  private void addInfluence(Cell cell, double weight, double[] into) {
    double n = panel.units();
    double[] now = panel.outcomes(cell.at());
    double[] then = panel.outcomes(cell.from(), cell.to());
    double ofTreated = weight * n / cell.own().weight();
    double ofControls = weight * n / cell.compared().weight();
    for (int i = 0; i < into.length; i++) {
      int start = panel.start(i);
      if (start == cell.cohort()) {
        into[i] += ofTreated * panel.weight(i) * (now[i] - then[i] - cell.own().change());
      } else if (start >= cell.untreated()) {
        into[i] -=
            ofControls * panel.weight(i) * (now[i] - then[i] - cell.compared().change());
      }
    }
  }

  /** Cells weighted by the share of their cohort among the units. */
  private Effect byCohortSize(List<Cell> some) {
    double n = panel.units();
    double shares = 0;
    double att = 0;
    for (Cell cell : some) {
      shares += cell.own().weight() / n;
      att += cell.own().weight() / n * cell.att();
    }
    att /= shares;
    double unseen = 0;
    double[] influence = new double[panel.units()];
    int[] keys = distinct(some.stream().mapToInt(Cell::cohort));
    double[] ofShares = new double[keys.length];
    for (Cell cell : some) {
      double weight = cell.own().weight() / n / shares;
      addInfluence(cell, weight, influence);
      unseen += weight * unseen(cell);
      ofShares[Arrays.binarySearch(keys, cell.cohort())] += (cell.att() - att) / shares;
    }
    addInfluenceOfShares(keys, ofShares, influence);
    return effect(att, unseen, some, influence);
  }

  /** One effect per cohort, weighted by the share of the cohort among the units. */
  private Effect byCohortSize(int[] keys, List<Effect> effects) {
    double n = panel.units();
    double[] weights = new double[keys.length];
    double shares = 0;
    double att = 0;
    for (int g = 0; g < keys.length; g++) {
      weights[g] = panel.weightOf(keys[g]) / n;
      shares += weights[g];
      att += weights[g] * effects.get(g).att;
    }
    att /= shares;
    double[] ofShares = new double[keys.length];
    for (int g = 0; g < keys.length; g++) {
      weights[g] /= shares;
      ofShares[g] = (effects.get(g).att - att) / shares;
    }
    return sum(att, weights, effects, keys, ofShares);
  }

  private Effect meanOfCells(List<Cell> some) {
    double weight = 1.0 / some.size();
    double att = 0;
    double unseen = 0;
    double[] influence = new double[panel.units()];
    for (Cell cell : some) {
      att += cell.att();
      unseen += weight * unseen(cell);
      addInfluence(cell, weight, influence);
    }
    return effect(att / some.size(), unseen, some, influence);
  }

  private Effect mean(List<Effect> effects) {
    double[] weights = new double[effects.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    double att = 0;
    for (Effect effect : effects) {
      att += effect.att;
    }
    return sum(att / weights.length, weights, effects, new int[0], new double[0]);
  }

  private Effect sum(
      double att, double[] weights, List<Effect> effects, int[] shareOf, double[] ofShares) {
    double unseen = 0;
    double[] influence = new double[panel.units()];
    for (int k = 0; k < weights.length; k++) {
      Effect effect = effects.get(k);
      unseen += weights[k] * effect.unseen;
      for (int i = 0; i < influence.length; i++) {
        influence[i] += weights[k] * effect.influence[i];
      }
    }
    addInfluenceOfShares(shareOf, ofShares, influence);
    List<Cell> together = effects.stream().flatMap(e -> e.cells.stream()).toList();
    return effect(att, unseen, together, influence);
  }

  private void addInfluenceOfShares(int[] keys, double[] ofShares, double[] into) {
    if (keys.length == 0) {
      return;
    }
    double[] byCohort = new double[cohorts.length + 1];
    for (int g = 0; g < keys.length; g++) {
      byCohort[Arrays.binarySearch(cohorts, keys[g])] = ofShares[g];
    }
    for (int i = 0; i < into.length; i++) {
      into[i] += panel.weight(i) * byCohort[cohortOf[i]];
    }
  }

  private Effect effect(double att, double unseen, List<Cell> of, double[] influence) {
    int[] keys = distinct(of.stream().mapToInt(Cell::cohort));
    long untreated = of.stream().mapToLong(Cell::untreated).min().orElse(Long.MAX_VALUE);
    int treated = 0;
    int units = panel.startingFrom(untreated);
    for (int cohort : keys) {
      treated += panel.size(cohort);
      units += cohort < untreated ? panel.size(cohort) : 0;
    }
    return new Effect(att, stdError(influence, unseen), unseen, of, treated, units, influence);
  }

  private double stdError(double[] influence, double unseen) {
    if (unseen > 1 - 1e-9) {
      return Double.NaN;
    }
    double sum = 0;
    for (double ofCluster : panel.byCluster(influence)) {
      sum += ofCluster * ofCluster;
    }
    double error = Math.sqrt(sum) / panel.units();
    return error > ROUNDING * panel.magnitude() ? error : Double.NaN;
  }
}
