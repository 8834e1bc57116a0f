package no.utfall.math;

import java.util.SplittableRandom;

/**
 * The random numbers of one replicate: a stream of its own for each seed and replicate, so that results do not depend
 * on the order or the number of threads in which replicates are made.
 */
public final class Draws {

  private final SplittableRandom random;

  private Draws(SplittableRandom random) {
    this.random = random;
  }

  public static Draws of(long seed, long replicate) {
    long root = new SplittableRandom(seed).nextLong();
    return new Draws(new SplittableRandom(new SplittableRandom(root ^ replicate).nextLong()));
  }

  /** In the open interval (0, 1). */
  public double uniform() {
    return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
  }

  /** Standard normal, by the inverse distribution function. */
  public double normal() {
    return Normal.quantile(uniform());
  }

  /** One of 0 … n − 1. */
  public int index(int n) {
    return (int) (uniform() * n);
  }
}
