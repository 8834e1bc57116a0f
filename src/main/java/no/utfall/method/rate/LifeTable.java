package no.utfall.method.rate;

import java.util.Arrays;

/**
 * An abridged life table of one population (Chiang II): how long people live who meet at each age the death rates of
 * today.
 *
 * <p>For the band i of n years, with d deaths among P person-years: M = d / P; a is the part of the band that those who
 * die in it live, 0.1 for the first year of life and 0.5 elsewhere; q = n M / (1 + n (1 − a) M), 1 when more would die
 * than live, and 1 in the open band; l = 100 000 at the first age, then l (1 − q); L = n (l′ + a l q), l / M in the open
 * band; T = Σ L from here on; e = T / l.
 *
 * <p>Variance of e: Σ l² ((1 − a) n + e′)² q² (1 − q) / d from here on, plus l² / (d M²) of the open band, over l².
 * A band without deaths adds nothing; an open band without deaths or people has no end, and nothing can be computed.
 *
 * @see "Chiang (1968), Introduction to stochastic processes in biostatistics; Silcocks, Jenner and Reza (2001),
 *     doi:10.1136/jech.55.1.38; Eayres and Williams (2004), doi:10.1136/jech.2003.009654. Agrees with
 *     PHEindicatormethods::phe_life_expectancy 2.1.1, which takes twenty bands only."
 */
public final class LifeTable {

  private static final double ROOT = 100_000;

  private final double[] rate;
  private final double[] dying;
  private final double[] living;
  private final double[] years;
  private final double[] remaining;
  private final double[] variance;

  private LifeTable(
      double[] rate,
      double[] dying,
      double[] living,
      double[] years,
      double[] remaining,
      double[] variance) {
    this.rate = rate;
    this.dying = dying;
    this.living = living;
    this.years = years;
    this.remaining = remaining;
    this.variance = variance;
  }

  /**
   * The table of a population.
   *
   * @param from the first age of each band, ascending; n is the distance to the next, and the last band is open
   * @param deaths d, at least 0, in the last above 0
   * @param population P above 0
   */
  public static LifeTable of(double[] from, double[] deaths, double[] population) {
    int k = from.length;
    int open = k - 1;
    if (k == 0 || !(deaths[open] > 0)) {
      throw new IllegalArgumentException("the last band must be open and have deaths");
    }
    double[] rate = new double[k];
    double[] q = new double[k];
    double[] living = new double[k];
    double[] years = new double[k];
    double alive = ROOT;
    for (int i = 0; i < k; i++) {
      if (!(deaths[i] >= 0 && population[i] > 0)) {
        throw new IllegalArgumentException(deaths[i] + " deaths of " + population[i]);
      }
      double n = i == open ? Double.POSITIVE_INFINITY : from[i + 1] - from[i];
      double a = part(from[i], n);
      rate[i] = deaths[i] / population[i];
      living[i] = alive;
      if (i == open) {
        q[i] = 1;
        years[i] = alive / rate[i];
      } else {
        q[i] = n * a * rate[i] >= 1 ? 1 : n * rate[i] / (1 + n * (1 - a) * rate[i]);
        double dead = alive * q[i];
        alive -= dead;
        years[i] = n * (alive + a * dead);
      }
    }
    double[] remaining = new double[k];
    double[] variance = new double[k];
    double total = 0;
    double squares = 0;
    for (int i = open; i >= 0; i--) {
      double l = living[i];
      total += years[i];
      if (i == open) {
        squares += l * l / (deaths[i] * rate[i] * rate[i]);
      } else if (deaths[i] > 0) {
        double n = from[i + 1] - from[i];
        double reach = (1 - part(from[i], n)) * n + remaining[i + 1];
        squares += l * l * reach * reach * q[i] * q[i] * (1 - q[i]) / deaths[i];
      }
      remaining[i] = l > 0 ? i == open ? 1 / rate[i] : total / l : 0;
      variance[i] = l > 0 ? squares / (l * l) : 0;
    }
    return new LifeTable(rate, q, living, years, remaining, variance);
  }

  /** The part of a band that those who die in it live. */
  static double part(double from, double width) {
    return from == 0 && width == 1 ? 0.1 : 0.5;
  }

  /** e: years left at the start of a band. */
  public double expectancy(int band) {
    return remaining[band];
  }

  public double stdError(int band) {
    return Math.sqrt(variance[band]);
  }

  /** M: deaths a person-year. */
  public double rate(int band) {
    return rate[band];
  }

  /** q: the probability of dying in a band for those who reach it. */
  public double dying(int band) {
    return dying[band];
  }

  /** l: how many of 100 000 reach a band. */
  public double living(int band) {
    return living[band];
  }

  /** L: years that the 100 000 live in a band. */
  public double years(int band) {
    return years[band];
  }

  /** T: years that the 100 000 live from the start of a band on. */
  public double yearsFrom(int band) {
    return Arrays.stream(years, band, years.length).sum();
  }
}
