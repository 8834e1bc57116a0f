package no.utfall.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A made-up country of 357 municipalities, 2012–2024, whose truth is known.
 *
 * <p>Random numbers come from one {@link SplittableRandom}, split once for each of the twelve parts in their
 * order: sizes, needs, young people outside, adoptions, spending, services, other outcomes, equity, reform, ledger,
 * registers, deaths.
 */
final class SampleWorld {

  static final long SEED = 20240101;

  final Reform reform;
  final List<Unit> units;
  final History history;

  private final long seed;
  private final Map<Integer, List<Published>> published = new TreeMap<>();
  private final Map<String, Integer> lastYears = new TreeMap<>();

  private SampleWorld(long seed) {
    this.seed = seed;
    Land land = new Land(stream(1), stream(2), stream(4));
    Draws reforms = stream(9);
    reform = new Reform(land, reforms);
    units = List.copyOf(reform.units);
    history = new History(units, stream(3), stream(5), stream(6), stream(7), reforms);
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      List<Published> rows = publish(year);
      published.put(year, rows);
      for (Published row : rows) {
        lastYears.put(row.code(), year);
      }
    }
  }

  static SampleWorld of(long seed) {
    return new SampleWorld(seed);
  }

  /** The stream of a part from its beginning. */
  Draws stream(int part) {
    SplittableRandom root = new SplittableRandom(seed);
    for (int before = 1; before < part; before++) {
      root.split();
    }
    return new Draws(root.split());
  }

  /** A unit as of 2024 in a year: the sum of its places. */
  Observation whole(Unit unit, int year) {
    List<Observation> places = history.observations.get(unit.index()).get(Years.at(year));
    Observation sum = places.get(0);
    for (Observation place : places.subList(1, places.size())) {
      sum = sum.plus(place);
    }
    return sum;
  }

  /** Percent outside, rows units and columns years. */
  double[][] percentOutside() {
    double[][] y = new double[units.size()][Years.COUNT];
    for (Unit unit : units) {
      for (int t = 0; t < Years.COUNT; t++) {
        Observation o = whole(unit, Years.FIRST + t);
        y[unit.index()][t] = 100.0 * o.outsideInAll() / o.young();
      }
    }
    return y;
  }

  /** Kroner of 2024 per child, rows units and columns years. */
  double[][] spendingPerChild() {
    double[][] x = new double[units.size()][Years.COUNT];
    for (Unit unit : units) {
      for (int t = 0; t < Years.COUNT; t++) {
        Observation o = whole(unit, Years.FIRST + t);
        x[unit.index()][t] = 1000.0 * o.spending() * History.price(o.year()) / o.children();
      }
    }
    return x;
  }

  List<Unit> adopters(Measure measure) {
    return units.stream().filter(u -> u.adopted(measure)).toList();
  }

  /** Units that never adopted anything, nor were made of any that did, nor were split. */
  List<Unit> never() {
    return units.stream().filter(Unit::never).toList();
  }

  /** What stood under a code of its own in a year, in code order. */
  List<Published> published(int year) {
    return published.getOrDefault(year, List.of());
  }

  /** The last year in which a code was in force. */
  int lastYear(String code) {
    return lastYears.getOrDefault(code, Years.LAST);
  }

  /** What happened within the borders of a code in a year, also before the code was. */
  Observation within(String code, int year) {
    Observation pair = null;
    for (Unit unit : units) {
      if (unit.now().code().equals(code)) {
        return whole(unit, year);
      }
      if (unit.standing() == Unit.Standing.SPLIT) {
        Observation one = whole(unit, year);
        pair = pair == null ? one : pair.plus(one);
      }
    }
    Observation parent = Objects.requireNonNull(pair);
    return published(year).stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .map(Published::seen)
        .orElse(parent);
  }

  private List<Published> publish(int year) {
    List<Published> rows = new ArrayList<>();
    Observation split = null;
    for (Unit unit : units) {
      List<Observation> seen = history.observations.get(unit.index()).get(Years.at(year));
      if (unit.standing() == Unit.Standing.SPLIT && year < Years.SPLIT) {
        split = split == null ? seen.get(0) : split.plus(seen.get(0));
        continue;
      }
      List<Place> places = unit.places(year);
      for (int p = 0; p < places.size(); p++) {
        rows.add(new Published(places.get(p).code(), places.get(p).name(), seen.get(p)));
      }
    }
    if (split != null) {
      rows.add(new Published(reform.parentCode(year), reform.parent.name(), split));
    }
    rows.sort((a, b) -> a.code().compareTo(b.code()));
    return rows;
  }

  /** One row of a publication. */
  record Published(String code, String name, Observation seen) {}
}
