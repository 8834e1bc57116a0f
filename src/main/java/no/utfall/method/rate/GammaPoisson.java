package no.utfall.method.rate;

import java.util.Arrays;
import no.utfall.math.Gamma;
import no.utfall.math.Roots;
import no.utfall.math.Sums;

/**
 * A gamma distribution of relative risks behind counts: O ~ Poisson(E θ), θ ~ Gamma(ν, α), with mean ν / α and variance
 * ν / α². After O is seen, θ ~ Gamma(O + ν, E + α).
 *
 * <p>Counts that differ no more than by chance: ν and α are infinite, and every θ is the common mean ΣO / ΣE.
 *
 * @see "Clayton and Kaldor (1987), Biometrics 43(3), doi:10.2307/2532003"
 */
record GammaPoisson(double shape, double rate, double mean) {

  /** How ν and α come out of counts and expected counts. */
  interface Estimator {
    GammaPoisson of(double[] count, double[] expected);
  }

  private static final int MOST_ROUNDS = 100_000;
  private static final double NO_SPREAD = 1e7;
  private static final double STILL = 1e-14;

  private static GammaPoisson common(double[] count, double[] expected) {
    return new GammaPoisson(
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Sums.of(count) / Sums.of(expected));
  }

  private static GammaPoisson of(double shape, double rate) {
    return new GammaPoisson(shape, rate, shape / rate);
  }

  /**
   * ν and α that make the counts most likely: the negative binomial with size ν and probability α / (α + E).
   *
   * <p>For each ν, α solves Σ (O + ν) α / (α + E) = nν; ν solves Σ ψ(O + ν) − ψ(ν) + ln(α / (α + E)) = 0.
   */
  static GammaPoisson likeliest(double[] count, double[] expected) {
    double mean = Sums.of(count) / Sums.of(expected);
    double[] excess = new double[count.length];
    for (int i = 0; i < count.length; i++) {
      double away = count[i] - mean * expected[i];
      excess[i] = away * away - count[i];
    }
    if (!(Sums.of(excess) > 0)) {
      return common(count, expected);
    }
    double low = -12;
    double high = StrictMath.log(NO_SPREAD);
    if (score(StrictMath.exp(high), count, expected) >= 0) {
      return common(count, expected);
    }
    while (high - low > STILL * Math.max(1, Math.abs(low))) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (score(StrictMath.exp(middle), count, expected) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double shape = StrictMath.exp((low + high) / 2);
    return of(shape, rateAt(shape, count, expected));
  }

  private static double score(double shape, double[] count, double[] expected) {
    double rate = rateAt(shape, count, expected);
    double[] terms = new double[count.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Gamma.digammaRise(shape, count[i]) - StrictMath.log1p(expected[i] / rate);
    }
    return Sums.of(terms);
  }

  private static double rateAt(double shape, double[] count, double[] expected) {
    Roots.Tail held = new Roots.Tail() {
      @Override
      public double at(double u) {
        double rate = StrictMath.exp(u);
        double[] terms = new double[count.length];
        for (int i = 0; i < terms.length; i++) {
          terms[i] = (count[i] + shape) * rate / (rate + expected[i]);
        }
        return Sums.of(terms);
      }

      @Override
      public double slope(double u) {
        double rate = StrictMath.exp(u);
        double[] terms = new double[count.length];
        for (int i = 0; i < terms.length; i++) {
          double whole = rate + expected[i];
          terms[i] = (count[i] + shape) * rate * expected[i] / (whole * whole);
        }
        return Sums.of(terms);
      }
    };
    double mean = Sums.of(count) / Sums.of(expected);
    double start = StrictMath.log(shape / mean);
    return StrictMath.exp(
        Roots.solve(held, true, count.length * shape, start, start - 60, start + 60));
  }

  /**
   * ν and α by moments: with θ = (O + ν) / (E + α) and m its mean over the n units, ν / α = m and
   * ν / α² = Σ (1 + α / E) (θ − m)² / (n − 1), over and over until nothing moves.
   */
  static GammaPoisson byMoments(double[] count, double[] expected) {
    int n = count.length;
    double[] risk = new double[n];
    for (int i = 0; i < n; i++) {
      risk[i] = count[i] / expected[i];
    }
    double rate = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double mean = Sums.of(risk) / n;
      double[] squares = new double[n];
      for (int i = 0; i < n; i++) {
        squares[i] = (1 + rate / expected[i]) * (risk[i] - mean) * (risk[i] - mean);
      }
      double next = mean / (Sums.of(squares) / (n - 1));
      if (!(next < NO_SPREAD)) {
        return common(count, expected);
      }
      boolean still = Math.abs(next - rate) <= STILL * next;
      rate = next;
      for (int i = 0; i < n; i++) {
        risk[i] = (count[i] + mean * rate) / (expected[i] + rate);
      }
      if (still) {
        return of(mean * rate, rate);
      }
    }
    return common(count, expected);
  }

  boolean isCommon() {
    return shape == Double.POSITIVE_INFINITY;
  }

  /** The mean of θ after O events where E were expected. */
  double posterior(double count, double expected) {
    return isCommon() ? mean : (count + shape) / (expected + rate);
  }

  /** The weight of the unit's own number: E / (E + α). */
  double weight(double expected) {
    return isCommon() ? 0 : expected / (expected + rate);
  }

  double stdError(double count, double expected) {
    return isCommon() ? Double.NaN : Math.sqrt(count + shape) / (expected + rate);
  }

  /** Equal tails. */
  double[] interval(double count, double expected, double level) {
    if (isCommon()) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double tail = (1 - level) / 2;
    return new double[] {
      Gamma.quantile(tail, count + shape) / (expected + rate),
      Gamma.upperQuantile(tail, count + shape) / (expected + rate)
    };
  }

  /** P(θ > limit). */
  double above(double limit, double count, double expected) {
    return isCommon() ? Double.NaN : Gamma.upperTail(limit * (expected + rate), count + shape);
  }

  /** The logarithm of the probability of the counts. */
  double logLikelihood(double[] count, double[] expected) {
    double[] terms = new double[count.length];
    for (int i = 0; i < terms.length; i++) {
      double x = count[i];
      double events =
          x == 0 ? 0 : x * StrictMath.log(isCommon() ? mean * expected[i] : expected[i]);
      terms[i] = isCommon()
          ? events - mean * expected[i] - Gamma.log(x + 1)
          : Gamma.log(x + shape)
              - Gamma.log(shape)
              - Gamma.log(x + 1)
              - shape * StrictMath.log1p(expected[i] / rate)
              + events
              - x * StrictMath.log(rate + expected[i]);
    }
    return Arrays.stream(terms).allMatch(Double::isFinite) ? Sums.of(terms) : Double.NaN;
  }
}
