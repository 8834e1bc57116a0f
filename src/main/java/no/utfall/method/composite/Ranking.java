package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.utfall.math.Draws;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/**
 * What the choices behind an index do to the ranks: the index is made again with weights, scales and means drawn from
 * those that could have been chosen as well, and the ranks are counted. Weights are drawn around their own, each times a
 * factor between 1 − noise and 1 + noise, or from the sets of named stakeholders. One stream of random numbers a draw:
 * the same ranks with any number of threads.
 *
 * @see "Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
 *     assessment of composite indicators, Journal of the Royal Statistical Society A 168(2),
 *     doi:10.1111/j.1467-985X.2005.00350.x"
 */
final class Ranking {

  static final List<String> CHOICES = List.of("weights", "normalise", "aggregate");

  private static final double LOW = 1;
  private static final double HIGH = 100;
  private static final List<Normalisation> SCALES =
      List.of(Normalisation.MINMAX, Normalisation.ZSCORE, Normalisation.PERCENTILE_RANK);

  private final Index index;
  private final Scoring scoring;
  private final Normalisation normalisation;
  private final double noise;
  private final int draws;
  private final long seed;
  private final Set<String> varied;
  private final Map<String, Map<String, Double>> sets;

  Ranking(Settings settings, Scoring scoring, Index index, Map<String, Map<String, Double>> sets) {
    this.index = index;
    this.scoring = scoring;
    this.normalisation = Normalisation.of(settings.text("normalise"));
    this.noise = settings.number("noise");
    this.draws = settings.integer("draws");
    this.seed = settings.integer("seed");
    this.varied = Set.copyOf(settings.list("vary"));
    this.sets = sets;
    if (!(noise >= 0 && noise < 1)) {
      throw Refusal.commandLine(
          "--noise " + Numerals.exact(noise) + " is not between 0 and 1",
          "write for example --noise 0.25");
    }
    if (draws < 100) {
      throw Refusal.commandLine("--draws " + draws + " is too few", "draw at least 100");
    }
  }

  Map<String, Map<String, Double>> sets() {
    return sets;
  }

  /** Why a scale that was to be varied cannot be made; empty when every one can. */
  String trouble() {
    Stream<Scores> tried = Stream.concat(
        varied.contains("normalise") ? SCALES.stream().map(scoring::scores) : Stream.empty(),
        varied.contains("aggregate")
            ? Stream.of(scoring.scores(Normalisation.MINMAX, LOW, HIGH))
            : Stream.empty());
    return tried.map(Scores::trouble).filter(why -> !why.isEmpty()).findFirst().orElse("");
  }

  /** The index under the weights of each stakeholder, all else as asked. */
  Map<String, double[]> bySet(Scores scores) {
    Map<String, double[]> indices = new LinkedHashMap<>();
    sets.forEach((name, weights) -> indices.put(
        name, index.root(scores.score(), index.tree().with(weights), index.aggregation())));
    return indices;
  }

  /** {@code ranks[draw][row]}, 0 where a unit has no index in that draw. */
  int[][] drawn(Scores own) {
    Map<Normalisation, double[][]> scales = new LinkedHashMap<>();
    scales.put(normalisation, own.score());
    double[][] positive = own.score();
    if (varied.contains("normalise")) {
      for (Normalisation scale : SCALES) {
        if (!scales.containsKey(scale)) {
          scales.put(scale, scoring.scores(scale).score());
        }
      }
    }
    if (varied.contains("aggregate")) {
      positive = scoring.scores(Normalisation.MINMAX, LOW, HIGH).score();
    }
    List<double[][]> all = new ArrayList<>(scales.values());
    double[][] above = positive;
    return IntStream.range(0, draws)
        .parallel()
        .mapToObj(draw -> index.ranks(one(Draws.of(seed, draw), all, above)))
        .toArray(int[][]::new);
  }

  private double[] one(Draws random, List<double[][]> scales, double[][] positive) {
    Tree tree = index.tree();
    double[][] scores = scales.get(random.index(scales.size()));
    Aggregation mean = index.aggregation();
    boolean geometric = random.uniform() < 0.5;
    if (varied.contains("aggregate")) {
      mean = geometric ? Aggregation.GEOMETRIC : Aggregation.ARITHMETIC;
      scores = geometric ? positive : scores;
    }
    if (varied.contains("weights")) {
      int chosen = random.index(sets.size() + 1);
      if (!sets.isEmpty() && chosen < sets.size()) {
        tree = tree.with(List.copyOf(sets.values()).get(chosen));
      }
      tree = tree.times(() -> 1 - noise + 2 * noise * random.uniform());
    }
    return index.root(scores, tree, mean);
  }
}
