package no.utfall.math;

import java.util.Optional;

/**
 * A generalised linear model of shares or rates on one place: link(E y) = a + b x, by Fisher scoring with halved steps.
 *
 * @param intercept a
 * @param slope b
 * @param covariance of a and b when the variance is that of the family
 * @param robust of a and b from the scatter of the observations: HC1
 * @param dispersion Pearson's X² / (n − 2); NaN with fewer than three places
 * @see "McCullagh and Nelder (1989), Generalized Linear Models, 2nd ed., doi:10.1007/978-1-4899-3242-6. Agrees with
 *     stats::glm of R at epsilon = 1e-14."
 */
public record LinkedLine(
    double intercept, double slope, Covariance covariance, Covariance robust, double dispersion) {

  private static final int STEPS = 200;
  private static final int HALVINGS = 60;
  private static final double STILL = 1e-13;

  /** Variances of a and b, and their covariance. */
  public record Covariance(double intercept, double slope, double between) {}

  /** A family with its link. */
  public enum Family {
    POISSON_LOG,
    POISSON_IDENTITY,
    BINOMIAL_LOGIT,
    BINOMIAL_LOG,
    BINOMIAL_IDENTITY;

    /** The mean where the line is at eta. */
    public double mean(double eta) {
      return switch (this) {
        case POISSON_LOG, BINOMIAL_LOG -> StrictMath.exp(eta);
        case BINOMIAL_LOGIT -> 1 / (1 + StrictMath.exp(-eta));
        case POISSON_IDENTITY, BINOMIAL_IDENTITY -> eta;
      };
    }

    /** The slope of the mean where the mean is mu. */
    public double slope(double mu) {
      return switch (this) {
        case POISSON_LOG, BINOMIAL_LOG -> mu;
        case BINOMIAL_LOGIT -> mu * (1 - mu);
        case POISSON_IDENTITY, BINOMIAL_IDENTITY -> 1;
      };
    }

    double link(double mu) {
      return switch (this) {
        case POISSON_LOG, BINOMIAL_LOG -> StrictMath.log(mu);
        case BINOMIAL_LOGIT -> StrictMath.log(mu / (1 - mu));
        case POISSON_IDENTITY, BINOMIAL_IDENTITY -> mu;
      };
    }

    /** The variance of one observation of weight 1 where the mean is mu. */
    public double variance(double mu) {
      return isPoisson() ? mu : mu * (1 - mu);
    }

    private boolean isPoisson() {
      return this == POISSON_LOG || this == POISSON_IDENTITY;
    }

    boolean allows(double mu) {
      return mu > 0 && (isPoisson() ? mu < Double.POSITIVE_INFINITY : mu < 1);
    }

    /** What the mean leaves of the log-likelihood of one observation of weight 1. */
    double likelihood(double y, double mu) {
      double events = y == 0 ? 0 : y * StrictMath.log(mu);
      if (isPoisson()) {
        return events - mu;
      }
      return events + (y == 1 ? 0 : (1 - y) * StrictMath.log1p(-mu));
    }
  }

  /**
   * @param x places, of which two with weight differ
   * @param y shares from 0 to 1, or rates from 0
   * @param w persons behind each
   * @return nothing when there is no maximum inside: all shares 0 or all 1, separated groups, a mean at the edge
   */
  public static Optional<LinkedLine> fit(Family family, double[] x, double[] y, double[] w) {
    double total = 0;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      total += w[i];
      sum += w[i] * y[i];
    }
    if (!family.allows(sum / total)) {
      return Optional.empty();
    }
    double a = family.link(sum / total);
    double b = 0;
    double best = likelihood(family, x, y, w, a, b);
    for (int step = 0; step < STEPS; step++) {
      double[] change = scoring(family, x, y, w, a, b);
      double size = 1;
      double reached = likelihood(family, x, y, w, a + change[0], b + change[1]);
      for (int half = 0; half < HALVINGS && !(reached >= best - STILL * Math.abs(best)); half++) {
        size /= 2;
        reached = likelihood(family, x, y, w, a + size * change[0], b + size * change[1]);
      }
      a += size * change[0];
      b += size * change[1];
      best = reached;
      double moved = Math.abs(change[0]) + Math.abs(change[1]);
      if (!(moved < 1e6) || Math.abs(b) > 1e3) {
        return Optional.empty();
      }
      if (moved <= STILL * (1 + Math.abs(a) + Math.abs(b))) {
        return Optional.of(at(family, x, y, w, a, b));
      }
    }
    return Optional.empty();
  }

  private static double likelihood(
      Family family, double[] x, double[] y, double[] w, double a, double b) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double mu = family.mean(a + b * x[i]);
      if (!family.allows(mu)) {
        return Double.NEGATIVE_INFINITY;
      }
      sum += w[i] * family.likelihood(y[i], mu);
    }
    return sum;
  }

  /** I⁻¹ U, score and expected information at this line. */
  private static double[] scoring(
      Family family, double[] x, double[] y, double[] w, double a, double b) {
    double[] score = new double[2];
    double[] information = new double[3];
    for (int i = 0; i < y.length; i++) {
      double mu = family.mean(a + b * x[i]);
      double slope = family.slope(mu);
      double weight = w[i] * slope / family.variance(mu);
      double pull = weight * (y[i] - mu);
      score[0] += pull;
      score[1] += pull * x[i];
      add(information, weight * slope, x[i]);
    }
    double determinant = information[0] * information[2] - information[1] * information[1];
    return new double[] {
      (information[2] * score[0] - information[1] * score[1]) / determinant,
      (information[0] * score[1] - information[1] * score[0]) / determinant
    };
  }

  private static void add(double[] matrix, double weight, double x) {
    matrix[0] += weight;
    matrix[1] += weight * x;
    matrix[2] += weight * x * x;
  }

  private static LinkedLine at(
      Family family, double[] x, double[] y, double[] w, double a, double b) {
    double[] information = new double[3];
    double[] meat = new double[3];
    double pearson = 0;
    for (int i = 0; i < y.length; i++) {
      double mu = family.mean(a + b * x[i]);
      double slope = family.slope(mu);
      double variance = family.variance(mu);
      double rest = y[i] - mu;
      double pull = w[i] * slope / variance * rest;
      add(information, w[i] * slope * slope / variance, x[i]);
      add(meat, pull * pull, x[i]);
      pearson += w[i] * rest * rest / variance;
    }
    double n = y.length;
    double df = n - 2;
    double d = information[0] * information[2] - information[1] * information[1];
    double[] inverse = {information[2] / d, -information[1] / d, information[0] / d};
    double factor = df > 0 ? n / df : Double.NaN;
    return new LinkedLine(
        a,
        b,
        new Covariance(inverse[0], inverse[2], inverse[1]),
        new Covariance(
            factor * form(meat, inverse[0], inverse[1], inverse[0], inverse[1]),
            factor * form(meat, inverse[1], inverse[2], inverse[1], inverse[2]),
            factor * form(meat, inverse[0], inverse[1], inverse[1], inverse[2])),
        df > 0 ? pearson / df : Double.NaN);
  }

  private static double form(double[] m, double p, double q, double r, double s) {
    return p * (m[0] * r + m[1] * s) + q * (m[1] * r + m[2] * s);
  }
}
