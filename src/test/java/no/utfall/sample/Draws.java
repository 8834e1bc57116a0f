package no.utfall.sample;

import java.util.SplittableRandom;
import no.utfall.math.Normal;

/**
 * One stream of random numbers; every draw is exact and the same on every JDK.
 *
 * <p>Normal draws invert the distribution function; binomial draws are sums of Bernoulli draws; multinomial draws place
 * one event after the other; Dirichlet draws with parameter k divide sums of k exponentials by their total.
 */
final class Draws {

  private final SplittableRandom random;

  Draws(SplittableRandom random) {
    this.random = random;
  }

  /** Strictly between 0 and 1. */
  double uniform() {
    return ((random.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
  }

  double normal() {
    return Normal.quantile(uniform());
  }

  double normal(double mean, double sd) {
    return mean + sd * normal();
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  int below(int bound) {
    return (int) (uniform() * bound);
  }

  int binomial(int n, double probability) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (happens(probability)) {
        count++;
      }
    }
    return count;
  }

  double[] dirichlet(int k, int parts) {
    double[] shares = new double[parts];
    double total = 0;
    for (int p = 0; p < parts; p++) {
      for (int i = 0; i < k; i++) {
        shares[p] -= StrictMath.log(uniform());
      }
      total += shares[p];
    }
    for (int p = 0; p < parts; p++) {
      shares[p] /= total;
    }
    return shares;
  }

  /** Places events one by one by the shares; a part without room is passed over. */
  int[] multinomial(int events, double[] shares, int[] room) {
    int[] placed = new int[shares.length];
    for (int e = 0; e < events; e++) {
      double open = 0;
      for (int p = 0; p < shares.length; p++) {
        open += placed[p] < room[p] ? shares[p] : 0;
      }
      double at = uniform() * open;
      int chosen = -1;
      for (int p = 0; p < shares.length && at >= 0; p++) {
        if (placed[p] < room[p]) {
          chosen = p;
          at -= shares[p];
        }
      }
      placed[chosen]++;
    }
    return placed;
  }

  int[] shuffled(int[] items) {
    int[] order = items.clone();
    for (int i = order.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    return order;
  }
}
