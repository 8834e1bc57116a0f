package no.utfall.method.rate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Refusal;

/**
 * How many of each age there are in a population that all areas are given.
 *
 * <p>Built in: European 1976 and 2013 (Eurostat 2013, doi:10.2785/11470), WHO world 2000–2025 (Ahmad et al. 2001, GPE
 * discussion paper 31, which sums to 100.035), Nordic 2000 (NORDCAN). The first two agree with {@code SocEpi::st_pop}, the
 * last with {@code popEpi::stdpop18}.
 *
 * @param bands sorted by age, none overlapping
 */
record StandardPopulation(String name, List<AgeBand> bands, List<Double> weights) {

  static final List<String> NAMES = List.of("esp1976", "esp2013", "who2000-2025", "nordic");
  static final String AGE = "age";
  static final String POPULATION = "population";

  StandardPopulation {
    bands = List.copyOf(bands);
    weights = List.copyOf(weights);
  }

  static StandardPopulation named(String name) {
    List<AgeBand> bands = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (String line : resource().split("\n", -1)) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(name)) {
        bands.add(AgeBand.find(cells[1]).orElseThrow());
        weights.add(Double.parseDouble(cells[2]));
      }
    }
    return new StandardPopulation(name, bands, weights);
  }

  private static String resource() {
    try (InputStream in = StandardPopulation.class.getResourceAsStream("standards.csv")) {
      if (in == null) {
        throw new IllegalStateException("standards.csv is not packaged");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From a file with the columns {@code age} and {@code population}. */
  static StandardPopulation of(Frame table) {
    TextColumn ages = table.text(AGE);
    NumberColumn sizes = table.number(POPULATION);
    List<String> names = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      names.add(ages.get(row));
    }
    List<Optional<AgeBand>> read = AgeBand.all(names);
    Map<AgeBand, Double> weights = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      AgeBand band = read.get(row).orElse(null);
      double size = sizes.value(row);
      String place = table.place(row, AGE).toString();
      if (band == null) {
        throw Refusal.commandLine(
            "--standard: '" + names.get(row) + "' at " + place + " is no age band",
            "write bands as 0-4, 5-9 … 85+");
      }
      if (!(size > 0)) {
        throw Refusal.commandLine(
            "--standard: the band " + names.get(row) + " at " + place
                + " has no population above 0",
            "give every band its population, or take the band out");
      }
      if (weights.keySet().stream().anyMatch(band::overlaps)) {
        throw Refusal.commandLine(
            "--standard: the band " + names.get(row) + " at " + place + " overlaps another",
            "give every age once");
      }
      weights.put(band, size);
    }
    List<AgeBand> bands =
        weights.keySet().stream().sorted(Comparator.comparingInt(AgeBand::from)).toList();
    return new StandardPopulation(
        table.file(), bands, bands.stream().map(weights::get).toList());
  }

  double total() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }
}
