package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import no.utfall.math.Draws;
import no.utfall.math.Gamma;
import no.utfall.math.Roots;
import no.utfall.math.Sums;

/**
 * What a relative risk can be when ν and α are not known but estimated: the mean over draws of the distribution that each
 * draw's ν and α leave it after O is seen.
 *
 * <p>A draw: every unit's risk from Gamma(ν, α) as estimated, its count from Poisson(E θ), and ν and α estimated anew from
 * these counts. Where they come out without spread, the risk of the draw is its common mean.
 *
 * @see "Laird and Louis (1987), Empirical Bayes confidence intervals based on bootstrap samples, Journal of the American
 *     Statistical Association 82(399), doi:10.1080/01621459.1987.10478490: their type III"
 */
final class PriorDraws {

  /** Stands for no spread: a standard deviation of a thousandth of a percent of the mean. */
  private static final double NO_SPREAD = 1e10;

  private final double[] shape;
  private final double[] rate;

  private PriorDraws(List<GammaPoisson> drawn) {
    this.shape =
        drawn.stream().mapToDouble(p -> p.isCommon() ? NO_SPREAD : p.shape()).toArray();
    this.rate = drawn.stream()
        .mapToDouble(p -> p.isCommon() ? NO_SPREAD / p.mean() : p.rate())
        .toArray();
  }

  /**
   * @param estimator of ν and α from counts
   * @param draws how many, at least 2
   * @param seed of the draws, which do not depend on the number of threads
   */
  static PriorDraws of(
      GammaPoisson fitted,
      double[] expected,
      GammaPoisson.Estimator estimator,
      int draws,
      long seed) {
    return new PriorDraws(IntStream.range(0, draws)
        .parallel()
        .mapToObj(draw -> estimator.of(counts(fitted, expected, Draws.of(seed, draw)), expected))
        .toList());
  }

  /** Counts as the estimated distribution could have given them, with an event at least. */
  private static double[] counts(GammaPoisson fitted, double[] expected, Draws random) {
    double[] count = new double[expected.length];
    do {
      for (int i = 0; i < count.length; i++) {
        double risk = fitted.isCommon()
            ? fitted.mean()
            : Gamma.quantile(random.uniform(), fitted.shape()) / fitted.rate();
        count[i] = poisson(expected[i] * risk, random.uniform());
      }
    } while (Arrays.stream(count).allMatch(x -> x == 0));
    return count;
  }

  /** The smallest k with P(X ≤ k) ≥ u, from the mean on. */
  private static double poisson(double mean, double u) {
    double k = Math.floor(mean);
    while (k > 0 && Gamma.upperTail(mean, k) >= u) {
      k--;
    }
    while (mean > 0 && Gamma.upperTail(mean, k + 1) < u) {
      k++;
    }
    return k;
  }

  private double mean(ToDoubleFunction<Integer> ofDraw) {
    double[] terms = new double[shape.length];
    for (int draw = 0; draw < terms.length; draw++) {
      terms[draw] = ofDraw.applyAsDouble(draw);
    }
    return Sums.of(terms) / terms.length;
  }

  /** P(θ > limit). */
  double above(double limit, double count, double expected) {
    return mean(d -> Gamma.upperTail(limit * (expected + rate[d]), count + shape[d]));
  }

  private double below(double limit, double count, double expected) {
    return mean(d -> Gamma.cumulative(limit * (expected + rate[d]), count + shape[d]));
  }

  /** The root of the mean variance and the variance of the means. */
  double stdError(double count, double expected) {
    double centre = mean(d -> (count + shape[d]) / (expected + rate[d]));
    return Math.sqrt(mean(d -> {
      double scale = expected + rate[d];
      double away = (count + shape[d]) / scale - centre;
      return (count + shape[d]) / (scale * scale) + away * away;
    }));
  }

  /** Equal tails. */
  double[] interval(double count, double expected, double level) {
    double tail = (1 - level) / 2;
    return new double[] {
      quantile(tail, true, count, expected), quantile(tail, false, count, expected)
    };
  }

  private double quantile(double tail, boolean lower, double count, double expected) {
    Roots.Tail share = new Roots.Tail() {
      @Override
      public double at(double u) {
        double limit = StrictMath.exp(u);
        return lower ? below(limit, count, expected) : above(limit, count, expected);
      }

      @Override
      public double slope(double u) {
        double limit = StrictMath.exp(u);
        double density = mean(d -> {
          double scale = expected + rate[d];
          return scale * Gamma.density(limit * scale, count + shape[d]);
        });
        return lower ? limit * density : -limit * density;
      }
    };
    double start = StrictMath.log(mean(d -> (count + shape[d]) / (expected + rate[d])));
    return StrictMath.exp(Roots.solve(share, lower, tail, start, start - 60, start + 20));
  }
}
