package no.utfall.method.rate;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import no.utfall.math.Gamma;
import no.utfall.math.Ranks;
import no.utfall.math.Sums;

/**
 * How much more units differ than chance alone would make them.
 *
 * <p>With z = (y − target) / s: φ is the mean of z², and τ² = max(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)) with w = 1/s², the
 * estimate of DerSimonian and Laird about the target. Winsorised: z is drawn in to its quantiles at p and 1 − p (type
 * 7). Truncated: the ⌊np⌋ lowest and highest are left out of all sums. Both make φ and τ² too small where nobody is out
 * of control, so the default leaves z as it is.
 *
 * @see "DerSimonian and Laird (1986), doi:10.1016/0197-2456(86)90046-2; Spiegelhalter (2005), doi:10.1002/sim.1970.
 *     φ and τ² agree with FunnelPlotR 0.6.0."
 */
record Dispersion(double[] z, double[] trimmed, double phi, double phiUntrimmed, double tau2) {

  /** What is done with the most extreme units. */
  enum Trim {
    NONE,
    WINSORISE,
    TRUNCATE
  }

  static Dispersion of(double[] y, double[] error, double target, Trim trim, double share) {
    int n = y.length;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = (y[i] - target) / error[i];
    }
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double[] trimmed = z.clone();
    if (trim == Trim.WINSORISE && n > 0) {
      double low = Ranks.quantile(sorted, share);
      double high = Ranks.quantile(sorted, 1 - share);
      for (int i = 0; i < n; i++) {
        trimmed[i] = Math.max(low, Math.min(high, z[i]));
      }
    } else if (trim == Trim.TRUNCATE) {
      int out = (int) Math.floor(n * share);
      for (int i = 0; i < n; i++) {
        boolean extreme = out > 0 && (z[i] <= sorted[out - 1] || z[i] >= sorted[n - out]);
        trimmed[i] = extreme ? Double.NaN : z[i];
      }
    }
    int kept = (int) Arrays.stream(trimmed).filter(v -> !Double.isNaN(v)).count();
    double[] squares = new double[kept];
    double[] w = new double[kept];
    double[] w2 = new double[kept];
    int k = 0;
    for (int i = 0; i < n; i++) {
      if (!Double.isNaN(trimmed[i])) {
        squares[k] = trimmed[i] * trimmed[i];
        w[k] = 1 / (error[i] * error[i]);
        w2[k] = w[k] * w[k];
        k++;
      }
    }
    double sum = Sums.of(squares);
    double weights = Sums.of(w);
    double phi = sum / kept;
    double excess = (sum - (kept - 1)) / (weights - Sums.of(w2) / weights);
    double tau2 = kept > 1 && excess > 0 ? excess : 0;
    double phiUntrimmed = Sums.of(Arrays.stream(z).map(v -> v * v).toArray()) / n;
    return new Dispersion(z, trimmed, phi, phiUntrimmed, tau2);
  }

  /**
   * The spread v of a negative binomial, variance μ + vμ², that makes the counts most likely; 0 when Poisson is best.
   *
   * @param mean μ of each
   */
  static double negativeBinomial(double[] count, double[] mean) {
    double[] slope = new double[count.length];
    for (int i = 0; i < count.length; i++) {
      double away = count[i] - mean[i];
      slope[i] = away * away - count[i];
    }
    if (!(Sums.of(slope) > 0)) {
      return 0;
    }
    return StrictMath.exp(highest(u -> {
      double r = StrictMath.exp(-u);
      double[] terms = new double[count.length];
      for (int i = 0; i < count.length; i++) {
        double x = count[i];
        terms[i] = Gamma.log(x + r)
            - Gamma.log(r)
            - r * StrictMath.log1p(mean[i] / r)
            + x * StrictMath.log(mean[i] / (r + mean[i]));
      }
      return Sums.of(terms);
    }));
  }

  /**
   * The correlation ρ of a beta-binomial with this share, α + β = 1/ρ − 1, that makes the counts most likely; 0 when the
   * binomial is best.
   */
  static double betaBinomial(double[] count, double[] size, double share) {
    double[] slope = new double[count.length];
    for (int i = 0; i < count.length; i++) {
      double away = count[i] - size[i] * share;
      slope[i] =
          away * away - count[i] * (1 - share) * (1 - share) - (size[i] - count[i]) * share * share;
    }
    if (!(Sums.of(slope) > 0)) {
      return 0;
    }
    double u = highest(v -> {
      double m = StrictMath.exp(-v);
      double a = share * m;
      double b = (1 - share) * m;
      double[] terms = new double[count.length];
      for (int i = 0; i < count.length; i++) {
        terms[i] = Gamma.log(count[i] + a)
            - Gamma.log(a)
            + Gamma.log(size[i] - count[i] + b)
            - Gamma.log(b)
            - Gamma.log(size[i] + m)
            + Gamma.log(m);
      }
      return Sums.of(terms);
    });
    return 1 / (1 + StrictMath.exp(-u));
  }

  /** Where a function of one hump is highest, between e^−16 and e^5, by golden section. */
  private static double highest(DoubleUnaryOperator f) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double a = -16;
    double b = 5;
    double c = b - ratio * (b - a);
    double d = a + ratio * (b - a);
    double fc = f.applyAsDouble(c);
    double fd = f.applyAsDouble(d);
    while (b - a > 1e-6) {
      if (fc > fd) {
        b = d;
        d = c;
        fd = fc;
        c = b - ratio * (b - a);
        fc = f.applyAsDouble(c);
      } else {
        a = c;
        c = d;
        fc = fd;
        d = a + ratio * (b - a);
        fd = f.applyAsDouble(d);
      }
    }
    return 0.5 * (a + b);
  }
}
