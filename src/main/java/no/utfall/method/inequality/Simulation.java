package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.stream.IntStream;
import no.utfall.math.Draws;
import no.utfall.math.Ranks;
import no.utfall.math.Sums;

/**
 * An interval by drawing the values of the groups from their normal distribution. Measures of distance grow with noise,
 * the estimate as much as the draws, so the interval is the basic one, 2·estimate less the quantiles, not below 0. One
 * stream of random numbers for each draw: the same numbers with any number of threads.
 *
 * @see "Davison and Hinkley (1997), Bootstrap Methods and their Application, doi:10.1017/CBO9780511802843, section 5.2"
 */
final class Simulation {

  private Simulation() {}

  static Estimate of(
      Plan plan, Indices indices, Asked asked, double[] y, Spread spread, double value) {
    double[][] root = spread.root();
    double[] drawn = IntStream.range(0, plan.draws())
        .parallel()
        .mapToDouble(draw -> indices.value(asked, drawn(plan.seed(), draw, y, root)))
        .toArray();
    double mean = Sums.of(drawn) / drawn.length;
    double[] squares = Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).toArray();
    double error = Math.sqrt(Sums.of(squares) / (drawn.length - 1));
    Arrays.sort(drawn);
    return Estimate.with(
        value,
        error,
        Double.POSITIVE_INFINITY,
        level -> new double[] {
          Math.max(0, 2 * value - Ranks.quantile(drawn, (1 + level) / 2)),
          Math.max(0, 2 * value - Ranks.quantile(drawn, (1 - level) / 2))
        },
        "simulation");
  }

  private static double[] drawn(long seed, int draw, double[] y, double[][] root) {
    Draws random = Draws.of(seed, draw);
    double[] z = new double[y.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = random.normal();
    }
    double[] drawn = new double[y.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = y[i];
      for (int j = 0; j <= i; j++) {
        drawn[i] += root[i][j] * z[j];
      }
    }
    return drawn;
  }
}
