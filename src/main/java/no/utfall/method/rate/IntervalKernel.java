package no.utfall.method.rate;

import no.utfall.method.Checks;

/**
 * What rates and shares are asked for alike: per how many, at which level, and how the interval is made.
 *
 * @param <I> the kinds of intervals
 * @param <K> the kernel itself
 */
abstract class IntervalKernel<I, K> {

  final double per;
  final double level;
  final I interval;

  IntervalKernel(double per, double level, I interval) {
    this.per = per;
    this.level = level;
    this.interval = interval;
  }

  abstract K with(double perPeople, double confidence, I kind);

  public final K per(double people) {
    return with(Checks.per(people), level, interval);
  }

  public final K level(double confidence) {
    return with(per, Checks.level(confidence), interval);
  }

  public final K interval(I kind) {
    return with(per, level, kind);
  }
}
