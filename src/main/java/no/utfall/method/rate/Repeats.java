package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.text.Numerals;

/**
 * Persons by how many events they had: the events of a stratum are Σ f y and their variance Σ f² y, with y persons who
 * had f events each. Every f of a stratum stands beside the whole population of the stratum, which counts once.
 */
final class Repeats extends ByStratum {

  private final Frame data;
  private final Strata strata;
  private final TextColumn ages;
  private final NumberColumn persons;
  private final NumberColumn populations;
  private final NumberColumn frequencies;
  private final Totals checks;
  private final double[] spread;
  private final List<Finding> findings = new ArrayList<>();

  Repeats(Frame data, Strata strata, Settings settings) {
    super(strata.count());
    this.data = data;
    this.strata = strata;
    this.ages = data.text(settings.text("age"));
    this.persons = data.number(settings.text("count"));
    this.populations = data.number(settings.text("population"));
    this.frequencies = data.number(settings.text(DsrMethod.SPREAD_OF_REPEATS));
    this.checks = new Totals(data, persons.name(), populations.name(), false);
    this.spread = new double[strata.count()];
  }

  @Override
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(checks.findings());
    all.addAll(findings);
    return all;
  }

  @Override
  void read(int[] rows) {
    Arrays.fill(spread, 0);
    List<TreeMap<Double, Double>> sizes = new ArrayList<>();
    for (int s = 0; s < strata.count(); s++) {
      sizes.add(new TreeMap<>());
    }
    Tally tally = new Tally("cell", "cells");
    for (int row : rows) {
      int s = strata.of(ages.code(row));
      double f = frequencies.value(row);
      if (checks.isImpossible(row) || s < 0 || (frequencies.isKnown(row) && f < 1)) {
        stop(Standing.NOT_ESTIMABLE, "a row is impossible or has an unknown age");
        return;
      }
      tally.add(persons, row);
      tally.add(populations, row);
      tally.add(frequencies, row);
      count()[s] += f * persons.value(row);
      spread[s] += f * f * persons.value(row);
      sizes.get(s).merge(f, populations.value(row), Double::sum);
    }
    if (!tally.allKnown()) {
      stop(tally.standing(), tally.note());
      return;
    }
    for (int s = 0; s < strata.count(); s++) {
      checkStratum(s, rows, sizes.get(s));
    }
  }

  private void checkStratum(int s, int[] rows, TreeMap<Double, Double> sizes) {
    if (sizes.isEmpty()) {
      stop(Standing.MISSING, "no row of age " + strata.name(s));
      return;
    }
    double size = sizes.firstEntry().getValue();
    size()[s] = size;
    if (sizes.values().stream().anyMatch(n -> n != size)) {
      stop(Standing.NOT_ESTIMABLE, "age " + strata.name(s) + " has two populations");
      findings.add(Finding.error(
          "E723",
          data.place(rows[0], populations.name()),
          Numerals.exact(size),
          "age " + strata.name(s) + " has another population beside another " + frequencies.name(),
          "give the whole population of the age in every row, whatever the " + frequencies.name()));
    } else if (size == 0) {
      stop(Standing.NOT_ESTIMABLE, "the population of age " + strata.name(s) + " is 0");
      checks.tellEmpty(rows[0], note());
    }
  }

  @Override
  double[] spread() {
    return spread;
  }
}
