package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.text.Numerals;

/**
 * Years of life lost before an age A: Σ d (A − m), with d deaths in each age band that ends by A, and m the mean age at which
 * they die, the middle of the band (0.1 in the first year of life). The rate is that over the person-years of the same bands.
 * A band that reaches past A cannot be parted, so that there is no sum.
 *
 * <p>The deaths of each band are Poisson: the interval is that of a weighted sum of them, {@link DirectRate} after Dobson. No
 * deaths: 0 years, without interval.
 *
 * @see "Gardner and Sanborn (1990), Epidemiology 1(4), 322–329, doi:10.1097/00001648-199007000-00012; Dobson, Kuulasmaa,
 *     Eberle and Scherer (1991), doi:10.1002/sim.4780100317"
 */
final class YearsLost {

  private static final double PER = 100_000;

  private final double limit;
  private final List<AgeBand> bands;
  private final double[] lost;
  private final String fault;

  YearsLost(List<AgeBand> all, double limit) {
    this.limit = limit;
    this.bands = all.stream().filter(band -> !reachesPast(band, limit)).toList();
    this.lost = bands.stream().mapToDouble(band -> limit - middle(band)).toArray();
    this.fault = all.stream()
        .filter(band -> band.from() < limit && reachesPast(band, limit))
        .findFirst()
        .map(band -> "age " + band.name() + " reaches past " + Numerals.exact(limit)
            + ": choose another --lost-before")
        .orElse(bands.isEmpty() ? "no age is below " + Numerals.exact(limit) : "");
  }

  private static boolean reachesPast(AgeBand band, double limit) {
    return band.isOpen() || band.until() > limit;
  }

  private static double middle(AgeBand band) {
    return band.from() + LifeTable.part(band.from(), band.width()) * band.width();
  }

  /** Why there is no sum whatever the deaths are; empty when there is one. */
  String fault() {
    return fault;
  }

  /** Whether deaths and people are known, and possible, in every band below the age. */
  boolean isKnown(double[] deaths, double[] population) {
    return IntStream.range(0, lost.length)
        .allMatch(i -> deaths[i] >= 0 && population[i] > 0 && deaths[i] <= population[i]);
  }

  /** The deaths, or the people, below the age. */
  double below(double[] all) {
    return Sums.of(Arrays.copyOf(all, lost.length));
  }

  /** In years. */
  DirectRate.Estimate years(double[] deaths, double level) {
    return estimate(deaths, 1, level);
  }

  /** Per 100 000 person-years. */
  DirectRate.Estimate rate(double[] deaths, double[] population, double level) {
    return estimate(deaths, PER / below(population), level);
  }

  private DirectRate.Estimate estimate(double[] deaths, double scale, double level) {
    double[] ones = new double[lost.length];
    Arrays.fill(ones, 1);
    return DirectRate.withDefaults()
        .per(scale * Sums.of(lost))
        .level(level)
        .estimate(Arrays.copyOf(deaths, lost.length), ones, lost);
  }

  /** The years at these rates of death; {@code NaN} where one is not known. */
  double atRates(double[] rates, double[] population) {
    double[] years = new double[lost.length];
    Arrays.setAll(years, i -> lost[i] * rates[i] * population[i]);
    return Sums.of(years);
  }

  /** What is held to {@link #PER}. */
  double perPerson(double years, double[] population) {
    return PER * years / below(population);
  }

  void arithmetic(Arithmetic lines, double[] deaths, double[] population) {
    for (int i = 0; i < lost.length; i++) {
      lines.line(
          "{0}: d · (A − m) = {1} · ({2} − {3}) = {4}",
          bands.get(i).name(), deaths[i], limit, middle(bands.get(i)), deaths[i] * lost[i]);
    }
    DirectRate.Estimate years = years(deaths, 0.95);
    lines.line(
        "Σd(A − m) = {0}, 100000 · {0} / {1} = {2}",
        years.value(), below(population), perPerson(years.value(), population));
  }
}
