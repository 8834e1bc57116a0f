package no.utfall.method.contrast;

import no.utfall.math.NormalPosterior;
import no.utfall.math.RandomEffects;

/**
 * Empirical-Bayes estimates: y_i ~ N(θ_i, s_i²), θ_i ~ N(μ, τ²), flat prior on μ.
 *
 * <p>θ_i given all is normal with mean (1 − B_i) y_i + B_i μ̂, B_i = s_i² / (s_i² + τ²), and a variance that holds the
 * part from estimating μ but not that from estimating τ². Reliability is 1 − B_i. τ² = 0: every unit gets the common
 * mean, nothing is distinguishable.
 *
 * @see "Morris (1983), JASA 78(381), doi:10.1080/01621459.1983.10477920. τ² agrees with metafor::rma method PM or DL."
 */
public final class Shrinkage {

  /** How the variance between units is estimated. */
  public enum Between {
    PAULE_MANDEL,
    DERSIMONIAN_LAIRD
  }

  private static final Shrinkage DEFAULT = new Shrinkage(Between.PAULE_MANDEL);

  private final Between between;

  private Shrinkage(Between between) {
    this.between = between;
  }

  public static Shrinkage withDefaults() {
    return DEFAULT;
  }

  public Shrinkage between(Between rule) {
    return new Shrinkage(rule);
  }

  /**
   * Shrinks the estimates.
   *
   * @param y one estimate for each unit, at least 2
   * @param s their standard errors, positive
   */
  public Estimate estimate(double[] y, double[] s) {
    double[][] x = new double[y.length][1];
    double[] d = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      x[i][0] = 1;
      d[i] = s[i] * s[i];
    }
    double pauleMandel = RandomEffects.pauleMandel(x, y, d);
    double derSimonianLaird = RandomEffects.derSimonianLaird(x, y, d);
    double tau2 = between == Between.PAULE_MANDEL ? pauleMandel : derSimonianLaird;
    RandomEffects.Fit fit = RandomEffects.at(tau2, x, y, d);
    double[] reliability = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      reliability[i] = tau2 / (tau2 + d[i]);
    }
    return new Estimate(
        tau2,
        pauleMandel,
        derSimonianLaird,
        fit.b()[0],
        Math.sqrt(fit.covariance()[0][0]),
        RandomEffects.at(0, x, y, d).q(),
        reliability,
        NormalPosterior.at(tau2, x, y, d, 0));
  }

  /**
   * What was found of the units together, and of each.
   *
   * @param tau2 the variance between units that was used
   * @param mu the common mean, with its standard error
   * @param q heterogeneity about the mean at τ² = 0; χ² with n − 1 degrees of freedom if all are equal
   */
  public record Estimate(
      double tau2,
      double tau2PM,
      double tau2DL,
      double mu,
      double muError,
      double q,
      double[] reliability,
      NormalPosterior posterior) {

    public boolean isDistinguishable() {
      return tau2 > 0;
    }
  }
}
