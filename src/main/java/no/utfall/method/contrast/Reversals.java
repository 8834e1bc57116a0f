package no.utfall.method.contrast;

import java.util.Arrays;
import no.utfall.math.NormalPosterior;

/**
 * The pairs of units that differ on an axis, and the probability that the one with more on the axis has less effect.
 *
 * @param pairs unordered pairs that differ on the axis
 * @param equalInput share of all pairs that are practically equal on the axis, and in no other share
 * @param expected mean over the pairs of P(reversed)
 * @param bar shares of the pairs: likely reversed, likely the same way, cannot tell
 * @param byExpectedRate share of the pairs in the largest set that is expected to hold at most 5 % pairs that are not
 *     reversed
 * @param sameByExpectedRate likewise for pairs that go the same way
 * @param practicallyEqual share of pairs whose effects differ by less than the smallest important effect with
 *     probability .95; a part of "cannot tell"
 * @param moneyWeighted mean of P(reversed) with weight |x_i − x_j| times the persons of both
 * @param expectedRank of each unit: 1 + Σ P(another has a higher effect)
 */
record Reversals(
    long pairs,
    double equalInput,
    double expected,
    Bar bar,
    double byExpectedRate,
    double sameByExpectedRate,
    double practicallyEqual,
    double moneyWeighted,
    double[] expectedRank) {

  private static final double SURE = 0.95;

  /** Shares that sum to 1. */
  record Bar(double reversed, double sameWay, double cannotTell) {
    static final Bar NOTHING = new Bar(0, 0, 1);
  }

  /**
   * @param margin effects nearer than this are practically equal
   * @param weight persons of each unit
   */
  static Reversals of(InputPairs input, NormalPosterior posterior, double margin, double[] weight) {
    int n = input.size();
    double[] x = input.x();
    double[] rank = new double[n];
    Arrays.fill(rank, 1);
    double[] reversed = new double[n * (n - 1) / 2];
    int pairs = 0;
    int sure = 0;
    int sureSame = 0;
    int equal = 0;
    double weights = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double below = posterior.below(i, j, 0);
        rank[i] += below;
        rank[j] += 1 - below;
        if (input.differ(i, j)) {
          double p = input.reversed(i, j, below);
          reversed[pairs++] = p;
          sure += p >= SURE ? 1 : 0;
          sureSame += p <= 1 - SURE ? 1 : 0;
          double w = weight[i] * weight[j] * Math.abs(x[i] - x[j]);
          weights += w;
          weighted += w * p;
          if (p < SURE && p > 1 - SURE && margin > 0) {
            double near = posterior.below(i, j, margin) - posterior.below(i, j, -margin);
            equal += near >= SURE ? 1 : 0;
          }
        }
      }
    }
    double[] sorted = Arrays.copyOf(reversed, pairs);
    Arrays.sort(sorted);
    double sum = 0;
    for (double p : sorted) {
      sum += p;
    }
    double total = pairs;
    Bar bar = new Bar(sure / total, sureSame / total, (pairs - sure - sureSame) / total);
    return new Reversals(
        pairs,
        1 - pairs / (n * (n - 1) / 2.0),
        sum / total,
        bar,
        expectedRateSet(sorted, true) / total,
        expectedRateSet(sorted, false) / total,
        equal / total,
        weighted / weights,
        rank);
  }

  /** The mean of P(reversed) over the pairs that differ. */
  static double expected(InputPairs input, NormalPosterior posterior) {
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < input.size(); i++) {
      for (int j = i + 1; j < input.size(); j++) {
        if (input.differ(i, j)) {
          sum += input.reversed(i, j, posterior.below(i, j, 0));
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  /** The mean of P(reversed) over the pairs that differ with weight |x_i − x_j| times the persons of both. */
  static double moneyWeighted(InputPairs input, NormalPosterior posterior, double[] weight) {
    double[] x = input.x();
    double weights = 0;
    double weighted = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (input.differ(i, j)) {
          double w = weight[i] * weight[j] * Math.abs(x[i] - x[j]);
          weights += w;
          weighted += w * input.reversed(i, j, posterior.below(i, j, 0));
        }
      }
    }
    return weighted / weights;
  }

  /** The largest number of pairs, surest first, whose mean probability of being wrong is at most 5 %. */
  private static int expectedRateSet(double[] sorted, boolean reversed) {
    int largest = 0;
    double wrong = 0;
    for (int k = 1; k <= sorted.length; k++) {
      wrong += reversed ? 1 - sorted[sorted.length - k] : sorted[k - 1];
      if (wrong <= (1 - SURE) * k) {
        largest = k;
      }
    }
    return largest;
  }
}
