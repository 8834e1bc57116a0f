package no.utfall.method.rate;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import no.utfall.math.Beta;
import no.utfall.math.Gamma;
import no.utfall.math.Normal;
import no.utfall.math.Sums;

/**
 * Where a unit of some size lies when it is in control: between two limits, beyond each of which chance alone brings it
 * with at most the probability of one tail.
 *
 * <p>Exact limits are the counts, taken as real numbers, at which the probability of so many or more (or fewer) is that
 * of the tail, over the size; a unit is outside exactly when its own tail probability is smaller.
 *
 * @see "Spiegelhalter (2005), doi:10.1002/sim.1970. Exact Poisson limits agree with those of
 *     PHEindicatormethods::calculate_funnel_limits 2.1.1 (which bisects to 1e-7) and score limits of proportions with it;
 *     chi-square and transformed limits with FunnelPlotR 0.6.0."
 */
interface ControlLimits {

  /** Limits of count / size, the lower at least 0; {@code high} is {@code NaN} when nothing is too much. */
  record Pair(double low, double high) {}

  /**
   * The limits of a size.
   *
   * @param size expected events, or the population
   * @param tail the probability beyond each limit
   */
  Pair at(double size, double tail);

  /** 1 above the upper limit, −1 below the lower, else 0. */
  default int side(double count, double size, double tail) {
    Pair limits = at(size, tail);
    double value = count / size;
    return value > limits.high() ? 1 : value < limits.low() ? -1 : 0;
  }

  /** Poisson counts with mean size · target. */
  static ControlLimits poisson(double target) {
    return new Exact(target) {
      @Override
      double atLeast(double x, double size) {
        return x <= 0 ? 1 : Gamma.cumulative(size * target, x);
      }

      @Override
      double atMost(double x, double size) {
        return Gamma.upperTail(size * target, x + 1);
      }
    };
  }

  /** Binomial counts of size persons with this share. */
  static ControlLimits binomial(double target) {
    return new Exact(target) {
      @Override
      double atLeast(double x, double size) {
        return x <= 0 ? 1 : x > size ? 0 : Beta.cumulative(target, x, size - x + 1);
      }

      @Override
      double atMost(double x, double size) {
        return x >= size ? 1 : Beta.upperTail(target, x + 1, size - x);
      }

      @Override
      double variance(double size) {
        return mean(size) * (1 - target);
      }

      @Override
      double most(double size) {
        return size;
      }
    };
  }

  /** Negative binomial counts with mean μ = size · target and variance μ + μ² · spread. */
  static ControlLimits negativeBinomial(double target, double spread) {
    if (spread == 0) {
      return poisson(target);
    }
    double r = 1 / spread;
    return new Exact(target) {
      @Override
      double atLeast(double x, double size) {
        return x <= 0 ? 1 : Beta.cumulative(size * target / (r + size * target), x, r);
      }

      @Override
      double atMost(double x, double size) {
        return Beta.cumulative(r / (r + size * target), r, x + 1);
      }

      @Override
      double variance(double size) {
        double mean = mean(size);
        return mean + mean * mean * spread;
      }
    };
  }

  /**
   * Beta-binomial counts of size persons: shares vary between units with mean target and correlation ρ within a unit.
   * The limits are the least and the most count that is not outside, over the size.
   */
  static ControlLimits betaBinomial(double target, double correlation) {
    if (correlation == 0) {
      return binomial(target);
    }
    double m = 1 / correlation - 1;
    double a = target * m;
    double b = (1 - target) * m;
    return (size, tail) -> {
      int n = (int) Math.rint(size);
      double[] p = new double[n + 1];
      int mode = (int) Math.max(0, Math.min(n, Math.rint(n * target)));
      p[mode] = 1;
      for (int x = mode; x < n; x++) {
        p[x + 1] = p[x] * (n - x) * (x + a) / ((x + 1) * (n - x - 1 + b));
      }
      for (int x = mode; x > 0; x--) {
        p[x - 1] = p[x] * x * (n - x + b) / ((n - x + 1) * (x - 1 + a));
      }
      double total = Sums.of(p);
      int low = 0;
      for (double below = p[0]; below < tail * total; below += p[low]) {
        low++;
      }
      int high = n;
      for (double above = p[n]; above < tail * total; above += p[high]) {
        high--;
      }
      return new Pair(low / size, high / size);
    };
  }

  /** π ± z √(π(1 − π) / n): a unit is inside when its Wilson interval holds the target. */
  static ControlLimits score(double target) {
    return (size, tail) -> {
      double half = -Normal.quantile(tail) * Math.sqrt(target * (1 - target) / size);
      return new Pair(Math.max(0, target - half), Math.min(1, target + half));
    };
  }

  /** Quantiles of Gamma(E) and Gamma(E + 1) over E. */
  static ControlLimits chiSquare(double target) {
    return (size, tail) -> {
      double mean = size * target;
      return new Pair(
          target * Gamma.quantile(tail, mean) / mean,
          target * Gamma.upperQuantile(tail, mean + 1) / mean);
    };
  }

  /** Normal limits on a scale where the standard error does not depend on the value. */
  static ControlLimits transformed(Scale scale, double target, double tau2, double factor) {
    double centre = scale.of(target);
    return (size, tail) -> {
      double error = scale.error(size, target);
      double half = -Normal.quantile(tail) * Math.sqrt(error * error * factor + tau2);
      return new Pair(scale.back(centre - half), scale.back(centre + half));
    };
  }

  /** Limits from tail probabilities that fall or rise with the count. */
  abstract class Exact implements ControlLimits {
    private final double target;

    Exact(double target) {
      this.target = target;
    }

    /** P(X ≥ x), x real. */
    abstract double atLeast(double x, double size);

    /** P(X ≤ x), x real. */
    abstract double atMost(double x, double size);

    final double mean(double size) {
      return size * target;
    }

    /** That of a Poisson count, the mean. */
    double variance(double size) {
      return mean(size);
    }

    /** The largest count there can be. */
    double most(double size) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public Pair at(double size, double tail) {
      double mean = mean(size);
      double reach = -Normal.quantile(tail) * Math.sqrt(variance(size));
      double low = atMost(0, size) >= tail
          ? 0
          : root(x -> atMost(x, size) - tail, Math.max(0, mean - reach), 0, mean + 1) / size;
      double most = most(size);
      if (most < Double.POSITIVE_INFINITY && atLeast(most, size) >= tail) {
        return new Pair(low, most / size);
      }
      double end = mean + reach + 2;
      while (end < most && atLeast(end, size) > tail) {
        end += end;
      }
      double high = root(x -> tail - atLeast(x, size), mean + reach, 0, Math.min(end, most)) / size;
      return new Pair(low, high);
    }

    @Override
    public int side(double count, double size, double tail) {
      return atLeast(count, size) < tail ? 1 : atMost(count, size) < tail ? -1 : 0;
    }

    /** Where a rising function is 0, between two ends of unlike sign; regula falsi as of Illinois, from a first guess. */
    private static double root(DoubleUnaryOperator f, double guess, double low, double high) {
      double a = low;
      double b = high;
      double fa = f.applyAsDouble(a);
      double fb = f.applyAsDouble(b);
      double x = Math.max(a, Math.min(b, guess));
      for (int i = 0; i < 200 && b - a > 1e-13 * Math.max(1, b); i++) {
        double fx = f.applyAsDouble(x);
        if (fx == 0) {
          return x;
        }
        if (fx < 0) {
          a = x;
          fa = fx;
          fb = i % 3 == 2 ? fb / 2 : fb;
        } else {
          b = x;
          fb = fx;
          fa = i % 3 == 2 ? fa / 2 : fa;
        }
        x = a + (b - a) * fa / (fa - fb);
        if (!(x > a && x < b) || i % 8 == 7) {
          x = 0.5 * (a + b);
        }
      }
      return 0.5 * (a + b);
    }
  }

  /** A scale on which values are about normal. */
  enum Scale {
    /** √(O/E), standard error √target / (2√(target E)) = 1 / (2√E). */
    SQRT(Math::sqrt, y -> y <= 0 ? 0 : y * y, Scale::half),
    /** ln(O/E), standard error 1 / √(target E). */
    LOG(StrictMath::log, StrictMath::exp, (size, target) -> 1 / Math.sqrt(size * target)),
    /** ln of one count over another n, standard error √(1/(target n) + 1/n). */
    LOG_OF_COUNTS(
        StrictMath::log, StrictMath::exp, (size, target) -> Math.sqrt((1 + 1 / target) / size)),
    /** arcsin √p, standard error 1 / (2√n). */
    ARCSINE(p -> StrictMath.asin(Math.sqrt(p)), Scale::squaredSine, Scale::half);

    private final DoubleUnaryOperator there;
    private final DoubleUnaryOperator back;
    private final DoubleBinaryOperator error;

    Scale(DoubleUnaryOperator there, DoubleUnaryOperator back, DoubleBinaryOperator error) {
      this.there = there;
      this.back = back;
      this.error = error;
    }

    private static double half(double size, double target) {
      return 0.5 / Math.sqrt(size);
    }

    private static double squaredSine(double y) {
      double s = StrictMath.sin(Math.max(0, Math.min(Math.PI / 2, y)));
      return s * s;
    }

    double of(double value) {
      return there.applyAsDouble(value);
    }

    double back(double y) {
      return back.applyAsDouble(y);
    }

    double error(double size, double target) {
      return error.applyAsDouble(size, target);
    }
  }
}
