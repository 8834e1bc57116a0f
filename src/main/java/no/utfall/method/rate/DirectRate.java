package no.utfall.method.rate;

import no.utfall.math.Gamma;

/**
 * The directly standardised rate: what the rate would be in a standard population that had the group's rates at each
 * age.
 *
 * <p>With x events of n person-years and w persons of the standard at each age, D = Σ w x/n / Σ w, times {@code per},
 * and V = Σ (w/n)² s / (Σ w)², where s = x when events are independent and s = Σ f² y when y persons had f events each.
 *
 * <ul>
 *   <li>{@link Interval#DOBSON}: D + √(V/X) (L − X) with X = Σ x and its limits L by Byar, exact below ten events
 *   <li>{@link Interval#FAY_FEUER}: quantile α/2 of the gamma distribution with mean D and variance V, and quantile
 *       1 − α/2 of the one with mean D + m and variance V + m², where m is the largest w / (n Σ w)
 * </ul>
 *
 * Limits below 0 are cut to 0. No events: the rate is 0, and Dobson gives no limits, V/X being 0/0.
 *
 * @see "Dobson, Kuulasmaa, Eberle and Scherer (1991), doi:10.1002/sim.4780100317; Fay and Feuer (1997),
 *     doi:10.1002/(SICI)1097-0258(19970415)16:7&lt;791::AID-SIM500&gt;3.0.CO;2-#. Agrees with
 *     PHEindicatormethods::calculate_dsr 2.1.1 and epitools::ageadjust.direct 0.5-10.1."
 */
public final class DirectRate extends IntervalKernel<DirectRate.Interval, DirectRate> {

  /** How the limits are made. */
  public enum Interval implements Coded {
    DOBSON("dobson"),
    FAY_FEUER("fay-feuer");

    private final String code;

    Interval(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * A rate with its spread and limits, all multiplied by {@code per}; the limits of the total count as they are.
   *
   * @param step m, what one event more adds to the rate where it adds most
   */
  public record Estimate(
      double value,
      double stdError,
      double low,
      double high,
      double step,
      double count,
      double countLow,
      double countHigh) {}

  private static final DirectRate DEFAULT = new DirectRate(100_000, 0.95, Interval.DOBSON);

  private final CrudeRate counts;

  private DirectRate(double per, double level, Interval interval) {
    super(per, level, interval);
    this.counts = CrudeRate.withDefaults().per(1).level(level);
  }

  /** Per 100 000, 95 %, Dobson. */
  public static DirectRate withDefaults() {
    return DEFAULT;
  }

  @Override
  DirectRate with(double perPeople, double confidence, Interval kind) {
    return new DirectRate(perPeople, confidence, kind);
  }

  /** Independent events. */
  public Estimate estimate(double[] count, double[] population, double[] weight) {
    return estimate(count, count, population, weight);
  }

  /**
   * The rate and its interval; one entry a stratum in all four.
   *
   * @param count x, events
   * @param spread s, the variance of the count; x itself when events are independent
   * @param population n above zero
   * @param weight w above zero
   */
  public Estimate estimate(double[] count, double[] spread, double[] population, double[] weight) {
    double sum = 0;
    double squares = 0;
    double total = 0;
    double events = 0;
    double most = 0;
    for (int i = 0; i < count.length; i++) {
      if (!(count[i] >= 0 && population[i] > 0 && weight[i] > 0)) {
        throw new IllegalArgumentException(
            count[i] + " over " + population[i] + " with weight " + weight[i]);
      }
      double each = weight[i] / population[i];
      sum += each * count[i];
      squares += each * each * spread[i];
      total += weight[i];
      events += count[i];
      most = Math.max(most, each);
    }
    double rate = sum / total;
    double variance = squares / (total * total);
    double step = most / total;
    CrudeRate.Estimate limits = counts.estimate(events, 1);
    double low;
    double high;
    if (interval == Interval.DOBSON) {
      double scale = Math.sqrt(variance / events);
      low = events == 0 ? Double.NaN : Math.max(0, rate + scale * (limits.low() - events));
      high = events == 0 ? Double.NaN : rate + scale * (limits.high() - events);
    } else {
      double tail = (1 - level) / 2;
      double mean = rate + step;
      double wide = variance + step * step;
      low = events == 0 ? 0 : Gamma.quantile(tail, rate * rate / variance) * variance / rate;
      high = Gamma.upperQuantile(tail, mean * mean / wide) * wide / mean;
    }
    return new Estimate(
        per * rate,
        per * Math.sqrt(variance),
        per * low,
        per * high,
        per * step,
        events,
        limits.low(),
        limits.high());
  }
}
