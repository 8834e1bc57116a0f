package no.utfall.method.rate;

import no.utfall.math.Beta;
import no.utfall.math.Gamma;
import no.utfall.math.StudentT;

/**
 * The distribution of a number not yet seen, if a trend goes on as it was.
 *
 * <p>A value: form(y) = η + S T, T Student's t, S² the variance of the line and that of the value about it. A count: Poisson
 * with mean n m, or binomial with n and m, form(m) = η + S T, S² the variance of the line and of what the counts vary more
 * than by chance; the mixture over T is summed by the trapezoidal rule on the normal scale. Limits of a count are counts over
 * n, and hold at least their level.
 */
final class Forecast {

  private final TrendForm form;
  private final boolean share;
  private final double eta;
  private final double spread;
  private final double df;
  private final double size;
  private final double[] means;
  private final double[] mass;

  private Forecast(
      TrendForm form,
      boolean share,
      double eta,
      double spread,
      double df,
      double size,
      double[] means,
      double[] mass) {
    this.form = form;
    this.share = share;
    this.eta = eta;
    this.spread = spread;
    this.df = df;
    this.size = size;
    this.means = means;
    this.mass = mass;
  }

  static Forecast ofValue(TrendForm form, double eta, double spread, double df) {
    return new Forecast(form, false, eta, spread, df, 0, new double[0], new double[0]);
  }

  /** @param nodes places of T and the mass of each */
  static Forecast ofCount(
      TrendForm form, boolean share, double eta, double spread, double size, double[][] nodes) {
    double[] means = new double[nodes[0].length];
    for (int i = 0; i < means.length; i++) {
      double mean = Math.max(0, form.inverse(eta + spread * nodes[0][i]));
      means[i] = share ? Math.min(1, mean) : mean;
    }
    return new Forecast(form, share, eta, spread, 0, size, means, nodes[1]);
  }

  /** Where the line is. */
  double value() {
    return form.inverse(eta);
  }

  private boolean isCount() {
    return size > 0;
  }

  /** Between these the number lies with at least this probability. */
  double[] interval(double level) {
    double tail = (1 - level) / 2;
    if (!isCount()) {
      double half = -StudentT.quantile(tail, df) * spread;
      return new double[] {form.inverse(eta - half), form.inverse(eta + half)};
    }
    return new double[] {count(tail) / size, count(1 - tail) / size};
  }

  /** P(number < this) + ½ P(number = this). */
  double below(double number) {
    if (!isCount()) {
      double scaled = form.of(number);
      if (spread > 0) {
        return StudentT.cumulative((scaled - eta) / spread, df);
      }
      return scaled == eta ? 0.5 : scaled > eta ? 1 : 0;
    }
    double k = Math.rint(number * size);
    return (upTo(k) + upTo(k - 1)) / 2;
  }

  /** The smallest k with P(count ≤ k) ≥ p. */
  private double count(double p) {
    double high = Math.floor(size * value());
    double step = 1 + Math.floor(Math.sqrt(high) / 4);
    while (upTo(high) < p) {
      high += step;
      step *= 2;
    }
    double low = high;
    step = 1 + Math.floor(Math.sqrt(high) / 4);
    while (low >= 0 && upTo(low) >= p) {
      high = low;
      low = Math.max(-1, low - step);
      step *= 2;
    }
    while (high - low > 1) {
      double middle = Math.floor((low + high) / 2);
      if (upTo(middle) >= p) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** P(count ≤ k). */
  private double upTo(double k) {
    if (k < 0) {
      return 0;
    }
    if (share && k >= size) {
      return 1;
    }
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      sum += mass[i] * upTo(k, means[i]);
    }
    return Math.min(1, sum);
  }

  private double upTo(double k, double mean) {
    if (mean == 0) {
      return 1;
    }
    if (!share) {
      return Gamma.upperTail(size * mean, k + 1);
    }
    return mean == 1 ? 0 : Beta.upperTail(mean, k + 1, size - k);
  }
}
