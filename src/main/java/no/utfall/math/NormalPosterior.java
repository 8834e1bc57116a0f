package no.utfall.math;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of true values θ after their estimates y ~ N(θ, D + c 1 1ᵀ) were seen, with θ ~ N(X b, τ² I) and a
 * flat prior on b.
 *
 * <p>With B_i = d_i / (d_i + τ²) and Σ the covariance of b: the mean is (1 − B_i) y_i + B_i x_iᵀb, the covariance
 * 1[i = j] (1 − B_i) d_i + B_i B_j x_iᵀ Σ x_j + c. It is kept as a part of each unit's own, a part shared through b
 * (u_i = B_i Lᵀx_i with Σ = L Lᵀ, so that the shared covariance is u_iᵀu_j) and the common c: differences never hold
 * c, comparisons with a fixed value do. Where τ² itself is uncertain, the posterior is a mixture over τ².
 *
 * @see "Efron and Morris (1973), JASA 68(341), doi:10.1080/01621459.1973.10481350"
 */
public final class NormalPosterior {

  private record Part(double weight, double[] mean, double[] own, double[][] shared) {}

  private final List<Part> parts;
  private final double common;

  private NormalPosterior(List<Part> parts, double common) {
    this.parts = List.copyOf(parts);
    this.common = common;
  }

  /** At a known τ². */
  public static NormalPosterior at(
      double tau2, double[][] x, double[] y, double[] d, double common) {
    return new NormalPosterior(List.of(part(1, RandomEffects.at(tau2, x, y, d), x, y, d)), common);
  }

  /** The estimates as they are: a flat prior on every θ, nothing is shrunken. */
  public static NormalPosterior flat(double[] y, double[] d, double common) {
    return new NormalPosterior(
        List.of(new Part(1, y.clone(), d.clone(), new double[y.length][0])), common);
  }

  /**
   * Over a flat prior on τ, by the restricted likelihood at {@code points} midpoints of (0, 5 R), R the root mean
   * square of y about its mean plus the largest √d.
   *
   * @see "Gelman (2006), Bayesian Analysis 1(3), doi:10.1214/06-BA117A"
   */
  public static NormalPosterior overTau(
      int points, double[][] x, double[] y, double[] d, double common) {
    double mean = 0;
    for (double v : y) {
      mean += v / y.length;
    }
    double square = 0;
    double widest = 0;
    for (int i = 0; i < y.length; i++) {
      square += (y[i] - mean) * (y[i] - mean) / y.length;
      widest = Math.max(widest, d[i]);
    }
    double reach = 5 * (Math.sqrt(square) + Math.sqrt(widest));
    List<RandomEffects.Fit> fits = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < points; k++) {
      double tau = (k + 0.5) * reach / points;
      RandomEffects.Fit fit = RandomEffects.at(tau * tau, x, y, d);
      fits.add(fit);
      best = Math.max(best, fit.logLikelihood());
    }
    double total = 0;
    for (RandomEffects.Fit fit : fits) {
      total += StrictMath.exp(fit.logLikelihood() - best);
    }
    List<Part> parts = new ArrayList<>();
    for (RandomEffects.Fit fit : fits) {
      double weight = StrictMath.exp(fit.logLikelihood() - best) / total;
      if (weight > 1e-12) {
        parts.add(part(weight, fit, x, y, d));
      }
    }
    return new NormalPosterior(parts, common);
  }

  private static Part part(
      double weight, RandomEffects.Fit fit, double[][] x, double[] y, double[] d) {
    int n = y.length;
    int p = fit.b().length;
    double[][] root = Cholesky.of(fit.covariance(), 0).lower();
    double[] mean = new double[n];
    double[] own = new double[n];
    double[][] shared = new double[n][p];
    for (int i = 0; i < n; i++) {
      double shrink = d[i] / (d[i] + fit.tau2());
      mean[i] = (1 - shrink) * y[i] + shrink * RandomEffects.product(x[i], fit.b());
      own[i] = (1 - shrink) * d[i];
      for (int a = 0; a < p; a++) {
        for (int k = a; k < p; k++) {
          shared[i][a] += shrink * root[k][a] * x[i][k];
        }
      }
    }
    return new Part(weight, mean, own, shared);
  }

  public int size() {
    return parts.get(0).mean().length;
  }

  public double mean(int i) {
    double mean = 0;
    for (Part part : parts) {
      mean += part.weight() * part.mean()[i];
    }
    return mean;
  }

  /** The standard deviation of θ_i, the common part in it. */
  public double sd(int i) {
    double mean = mean(i);
    double variance = common;
    for (Part part : parts) {
      double off = part.mean()[i] - mean;
      variance += part.weight() * (own(part, i) + off * off);
    }
    return Math.sqrt(variance);
  }

  /** The covariance of θ_i and θ_j, the common part in it. */
  public double covariance(int i, int j) {
    double covariance = common;
    for (Part part : parts) {
      covariance += part.weight()
          * ((i == j ? part.own()[i] : 0)
              + RandomEffects.product(part.shared()[i], part.shared()[j])
              + (part.mean()[i] - mean(i)) * (part.mean()[j] - mean(j)));
    }
    return covariance;
  }

  /** P(θ_i < θ_j + margin). */
  public double below(int i, int j, double margin) {
    double probability = 0;
    for (Part part : parts) {
      double variance = part.own()[i] + part.own()[j];
      double[] a = part.shared()[i];
      double[] b = part.shared()[j];
      for (int k = 0; k < a.length; k++) {
        variance += (a[k] - b[k]) * (a[k] - b[k]);
      }
      double gap = part.mean()[j] - part.mean()[i] + margin;
      probability += part.weight() * cumulative(gap, variance);
    }
    return probability;
  }

  /** P(θ_i < cut). */
  public double below(int i, double cut) {
    return below(i, cut, common);
  }

  /** P(θ_i < cut) as if nothing were common to the estimates: too sure where something is. */
  public double belowWithoutCommon(int i, double cut) {
    return below(i, cut, 0);
  }

  private double below(int i, double cut, double extra) {
    double probability = 0;
    for (Part part : parts) {
      probability += part.weight() * cumulative(cut - part.mean()[i], own(part, i) + extra);
    }
    return probability;
  }

  private static double own(Part part, int i) {
    return part.own()[i] + RandomEffects.product(part.shared()[i], part.shared()[i]);
  }

  private static double cumulative(double gap, double variance) {
    if (variance > 0) {
      return Normal.cumulative(gap / Math.sqrt(variance));
    }
    return gap == 0 ? 0.5 : gap > 0 ? 1 : 0;
  }

  /** One draw of all θ from the posterior. */
  public double[] draw(Draws draws) {
    Part part = parts.get(0);
    if (parts.size() > 1) {
      double u = draws.uniform();
      for (int k = 0; k < parts.size() && u > 0; k++) {
        part = parts.get(k);
        u -= part.weight();
      }
    }
    double[] joint = new double[part.shared()[0].length];
    for (int k = 0; k < joint.length; k++) {
      joint[k] = draws.normal();
    }
    double shift = common > 0 ? Math.sqrt(common) * draws.normal() : 0;
    double[] theta = new double[size()];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = part.mean()[i]
          + Math.sqrt(part.own()[i]) * draws.normal()
          + RandomEffects.product(part.shared()[i], joint)
          + shift;
    }
    return theta;
  }
}
