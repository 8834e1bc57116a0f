package no.utfall.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The reform of 2020 and the split of 2024, line 9 of the specification: who was made of whom, and under which codes.
 */
final class Reform {

  static final int MERGERS = 45;
  static final int MIXED = 3;
  private static final int FIRST_OLD_NUMBER = 41;
  private static final int PARENT_NUMBER = 40;

  final List<Unit> units = new ArrayList<>();
  /** The pair that was one municipality until 2024, by position, and its place of 2020–2023. */
  final int[] pair;

  final Place parent;

  private final String oldParentCode;

  private final Draws draws;
  private final int[] oldCodes = new int[Names.COUNTIES.length];
  private int names = Names.UNITS;

  Reform(Land land, Draws draws) {
    this.draws = draws;
    int n = Names.UNITS;
    pair = pair(land);
    int[] candidates = new int[n - 3];
    int k = 0;
    for (int i = 1; i < n; i++) {
      if (i != pair[0] && i != pair[1]) {
        candidates[k++] = i;
      }
    }
    int[] order = draws.shuffled(candidates);
    boolean[] mixed = new boolean[n];
    int found = 0;
    for (int i = 0; found < MIXED; i++) {
      if (land.adoption[order[i]].start() == 0) {
        mixed[order[i]] = true;
        found++;
      }
    }
    boolean[] merged = mixed.clone();
    for (int i = 0; found < MERGERS; i++) {
      if (!merged[order[i]]) {
        merged[order[i]] = true;
        found++;
      }
    }
    int[] others = Arrays.stream(order).filter(i -> !merged[i]).toArray();
    boolean[] renumbered = new boolean[n];
    for (int i = 0; i < renumberings(); i++) {
      renumbered[others[i]] = true;
    }
    for (int i = 0; i < n; i++) {
      units.add(unit(i, land, merged[i], mixed[i], renumbered[i]));
    }
    Place first = units.get(pair[0]).now();
    parent = sum(
        Names.code(first.code().substring(0, 2), PARENT_NUMBER),
        Names.name(names++),
        first,
        units.get(pair[1]).now());
    oldParentCode = oldCode(first);
  }

  /** The pair's common code: another one before 2020. */
  String parentCode(int year) {
    return year < Years.REFORM ? oldParentCode : parent.code();
  }

  /** 60 % of the units that are neither merged nor split. */
  static int renumberings() {
    return (int) Math.round(0.6 * (Names.UNITS - MERGERS - 2));
  }

  private int[] pair(Land land) {
    while (true) {
      int first = 1 + draws.below(Names.UNITS - 2);
      boolean neighbours = Names.code(first).startsWith(Names.code(first + 1).substring(0, 2));
      if (neighbours
          && land.adoption[first].start() == 0
          && land.adoption[first + 1].start() == 0) {
        return new int[] {first, first + 1};
      }
    }
  }

  private Unit unit(int i, Land land, boolean merged, boolean mixed, boolean renumbered) {
    int population = land.population[i];
    int[] cells = Cells.split((int) Math.round(0.18 * population));
    int children = (int) Math.round(0.175 * population);
    Place now =
        new Place(Names.code(i), Names.name(i), population, children, cells, land.adoption[i]);
    double[] shares = {1};
    List<Place> before = List.of(now);
    if (mixed) {
      shares = new double[] {0.5, 0.5};
      int start = 2016 + draws.below(4);
      Adoption half = new Adoption(Measure.VEIVISER, start, Land.tau(draws), 1);
      now = now.with(half.exposed(0.5));
      List<Place> halves = predecessors(now, shares);
      before = List.of(halves.get(0).with(half), halves.get(1).with(Adoption.NONE));
    } else if (merged) {
      shares = draws.dirichlet(5, 2 + draws.below(3));
      before = predecessors(now, shares);
    } else if (renumbered) {
      before = List.of(now.named(oldCode(now), now.name()));
    }
    Unit.Standing standing = mixed
        ? Unit.Standing.MIXED
        : i == pair[0] || i == pair[1]
            ? Unit.Standing.SPLIT
            : land.adoption[i].start() > 0 ? Unit.Standing.OK : Unit.Standing.NONE;
    return new Unit(i, now, land.need[i], land.wealth[i], land.shock[i], before, shares, standing);
  }

  private List<Place> predecessors(Place now, double[] shares) {
    int[] population = Shares.of(now.population(), shares);
    int[] children = Shares.of(now.children(), shares);
    int[][] cells = new int[shares.length][Cells.COUNT];
    for (int c = 0; c < Cells.COUNT; c++) {
      int[] split = Shares.of(now.cells()[c], shares);
      for (int p = 0; p < shares.length; p++) {
        cells[p][c] = split[p];
      }
    }
    List<Place> places = new ArrayList<>();
    for (int p = 0; p < shares.length; p++) {
      places.add(new Place(
          oldCode(now), Names.name(names++), population[p], children[p], cells[p], now.adoption()));
    }
    return places;
  }

  private String oldCode(Place now) {
    String county = now.code().substring(0, 2);
    int at = Arrays.asList(Names.COUNTIES).indexOf(county);
    return Names.code(county, FIRST_OLD_NUMBER + oldCodes[at]++);
  }

  private static Place sum(String code, String name, Place a, Place b) {
    int[] cells = new int[Cells.COUNT];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = a.cells()[c] + b.cells()[c];
    }
    return new Place(
        code,
        name,
        a.population() + b.population(),
        a.children() + b.children(),
        cells,
        Adoption.NONE);
  }

  /** The share of the pair's young people that live in its first unit, with two decimals: the declared weight. */
  double declaredWeight() {
    double exact = (double) units.get(pair[0]).now().young() / parent.young();
    return Math.round(exact * 100) / 100.0;
  }
}
