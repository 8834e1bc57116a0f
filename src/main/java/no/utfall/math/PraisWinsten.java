package no.utfall.math;

import java.util.Optional;

/**
 * A line y = a + b x whose rests follow one another: each is ρ times the one before and something new.
 *
 * <p>With rests e, divided by their known spread, ρ = Σ e(t) e(t−1) / Σ e(t−1)² over times that follow each other; the line
 * is fitted by least squares to every number less ρ^g times the one before, g steps earlier, divided by √(1 − ρ^(2g)), the
 * first kept whole; both over and over until ρ stands still.
 *
 * @param intercept a
 * @param slope b
 * @param covariance of a and b for rests of variance 1
 * @param dispersion the variance of the rests: the squares of what is new over (n − 2) (1 − ρ²)
 * @param rho ρ, between −1 and 1
 * @see "Prais and Winsten (1954), Cowles Commission Discussion Paper 383; Judge, Griffiths, Hill, Lütkepohl and Lee (1985), The
 *     Theory and Practice of Econometrics, 2nd ed., Wiley, chapter 8. Agrees with prais::prais_winsten as R computes it step by
 *     step."
 */
public record PraisWinsten(
    double intercept,
    double slope,
    LinkedLine.Covariance covariance,
    double dispersion,
    double rho) {

  private static final int MOST_ROUNDS = 500;
  private static final double STILL = 1e-12;

  /**
   * @param x times, ascending
   * @param w 1 / variance of each on the same scale as y, above zero
   * @param place which step each stands at, ascending
   * @return nothing when no two times follow each other, or ρ is not between −1 and 1
   */
  public static Optional<PraisWinsten> of(double[] x, double[] y, double[] w, int[] place) {
    PraisWinsten line = at(0, x, y, w, place);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double rho = rho(line, x, y, w, place);
      if (!(Math.abs(rho) < 1)) {
        return Optional.empty();
      }
      boolean still = Math.abs(rho - line.rho) <= STILL;
      line = at(rho, x, y, w, place);
      if (still) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The rest of one number, divided by its known spread. */
  private static double rest(PraisWinsten line, double x, double y, double w) {
    return Math.sqrt(w) * (y - line.intercept - line.slope * x);
  }

  private static double rho(PraisWinsten line, double[] x, double[] y, double[] w, int[] place) {
    double product = 0;
    double square = 0;
    for (int t = 1; t < x.length; t++) {
      if (place[t] == place[t - 1] + 1) {
        double before = rest(line, x[t - 1], y[t - 1], w[t - 1]);
        product += before * rest(line, x[t], y[t], w[t]);
        square += before * before;
      }
    }
    return product / square;
  }

  private static PraisWinsten at(double rho, double[] x, double[] y, double[] w, int[] place) {
    int n = x.length;
    double[] one = new double[n];
    double[] time = new double[n];
    double[] value = new double[n];
    for (int t = 0; t < n; t++) {
      double root = Math.sqrt(w[t]);
      double kept = t == 0 ? 0 : StrictMath.pow(rho, place[t] - place[t - 1]);
      double before = t == 0 ? 0 : kept * Math.sqrt(w[t - 1]);
      double spread = Math.sqrt(1 - kept * kept);
      one[t] = (root - before) / spread;
      time[t] = (root * x[t] - (t == 0 ? 0 : before * x[t - 1])) / spread;
      value[t] = (root * y[t] - (t == 0 ? 0 : before * y[t - 1])) / spread;
    }
    double a = WeightedLine.dot(one, one);
    double b = WeightedLine.dot(one, time);
    double c = WeightedLine.dot(time, time);
    double size = a * c - b * b;
    double p = WeightedLine.dot(one, value);
    double q = WeightedLine.dot(time, value);
    double intercept = (c * p - b * q) / size;
    double slope = (a * q - b * p) / size;
    double squares = 0;
    for (int t = 0; t < n; t++) {
      double rest = value[t] - intercept * one[t] - slope * time[t];
      squares += rest * rest;
    }
    return new PraisWinsten(
        intercept,
        slope,
        new LinkedLine.Covariance(c / size, a / size, -b / size),
        squares / (n - 2),
        rho);
  }
}
