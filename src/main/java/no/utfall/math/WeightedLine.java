package no.utfall.math;

/**
 * The line y = a + b x by weighted least squares, on places x that are given once: a and b are weighted sums of y.
 *
 * <p>b = Σ w (x − x̄) y / Σ w (x − x̄)², a = ȳ − b x̄, bars being weighted means.
 *
 * @see "Agrees with stats::lm(weights =) of R; the robust covariance with sandwich::vcovHC(type = \"HC1\")."
 */
public final class WeightedLine {

  private final double[] x;
  private final double[] w;
  private final double total;
  private final double mean;
  private final double spread;

  private WeightedLine(double[] x, double[] w, double total, double mean, double spread) {
    this.x = x;
    this.w = w;
    this.total = total;
    this.mean = mean;
    this.spread = spread;
  }

  /**
   * @param x places, of which at least two with weight differ
   * @param w not negative
   */
  public static WeightedLine on(double[] x, double[] w) {
    double total = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      total += w[i];
      sum += w[i] * x[i];
    }
    double mean = sum / total;
    double spread = 0;
    for (int i = 0; i < x.length; i++) {
      spread += w[i] * (x[i] - mean) * (x[i] - mean);
    }
    return new WeightedLine(x.clone(), w.clone(), total, mean, spread);
  }

  /** The c with a + b·place = Σ c y. */
  public double[] at(double place) {
    double[] c = new double[x.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = w[i] * (1 / total + (place - mean) * (x[i] - mean) / spread);
    }
    return c;
  }

  /** The c with b = Σ c y. */
  public double[] slope() {
    double[] c = new double[x.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = w[i] * (x[i] - mean) / spread;
    }
    return c;
  }

  /**
   * The variance of each y from the scatter about the line, s² / w with s² = Σ w r² / (n − 2); NaN with fewer than three
   * places.
   */
  public double[] scatter(double[] y) {
    double[] rest = rest(y);
    double squares = 0;
    for (int i = 0; i < rest.length; i++) {
      squares += w[i] * rest[i] * rest[i];
    }
    double df = x.length - 2.0;
    double variance = df > 0 ? squares / df : Double.NaN;
    double[] variances = new double[rest.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = variance / w[i];
    }
    return variances;
  }

  /** The variance of each y from its own distance to the line, r² n / (n − 2); NaN with fewer than three places. */
  public double[] robust(double[] y) {
    double[] rest = rest(y);
    double df = x.length - 2.0;
    double factor = df > 0 ? x.length / df : Double.NaN;
    double[] variances = new double[rest.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = factor * rest[i] * rest[i];
    }
    return variances;
  }

  private double[] rest(double[] y) {
    double a = dot(at(0), y);
    double b = dot(slope(), y);
    double[] rest = new double[y.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = y[i] - a - b * x[i];
    }
    return rest;
  }

  /** Σ c y. */
  public static double dot(double[] c, double[] y) {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += c[i] * y[i];
    }
    return sum;
  }
}
