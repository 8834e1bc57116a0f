package no.utfall.sample;

import java.util.ArrayList;
import java.util.List;

/** What happened in every place in every year: lines 3 and 5–9 of the specification. */
final class History {

  static final double GROWTH = 1.028;

  /** By unit, year and place. */
  final List<List<List<Observation>>> observations = new ArrayList<>();
  /** The gap in life expectancy between education groups, by county and last year of seven. */
  final double[][] lifeGap = new double[Names.COUNTIES.length][Years.COUNT];

  private final Draws young;
  private final Draws spending;
  private final Draws services;
  private final Draws others;
  private final Draws reform;
  private final double meanLogPopulation;

  History(
      List<Unit> units, Draws young, Draws spending, Draws services, Draws others, Draws reform) {
    this.young = young;
    this.spending = spending;
    this.services = services;
    this.others = others;
    this.reform = reform;
    double sum = 0;
    for (Unit unit : units) {
      sum += StrictMath.log(unit.now().population());
    }
    meanLogPopulation = sum / units.size();
    for (Unit unit : units) {
      List<List<Observation>> years = new ArrayList<>();
      for (int year = Years.FIRST; year <= Years.LAST; year++) {
        years.add(observe(unit, year));
      }
      observations.add(years);
    }
    for (int c = 0; c < lifeGap.length; c++) {
      for (int t = 0; t < Years.COUNT; t++) {
        lifeGap[c][t] = 5 + 0.05 * t + others.normal(0, 0.15);
      }
    }
  }

  private List<Observation> observe(Unit unit, int year) {
    List<Place> places = unit.places(year);
    int[][] outside = outside(unit, places, year);
    int[] poor = poor(unit, places);
    double perChild = 14_000
        * StrictMath.exp(0.15 * unit.need()
            + 0.12 * unit.wealth()
            - 0.04 * (StrictMath.log(unit.now().population()) - meanLogPopulation)
            + spending.normal(0, StrictMath.sqrt(0.0025 + 1.1 / unit.now().children())));
    double perThousand = 420 * StrictMath.exp(0.10 * unit.need() + services.normal(0, 0.12));
    List<Observation> seen = new ArrayList<>();
    for (int p = 0; p < places.size(); p++) {
      Place place = places.get(p);
      double active = place.adoption().active(year);
      Measure measure = place.adoption().measure();
      double cost = (perChild + active * measure.extraPerChild) * place.children() / 1000;
      int consultations = (int) Math.round(
          perThousand * (1 + active * (measure.consultations - 1)) * place.young() / 1000);
      int staff =
          Math.max(1, (int) Math.round(10 * (consultations / 650.0 + services.normal(0, 0.2))));
      int asked = Math.min(place.young(), 400);
      double need = unit.need();
      boolean third = surveyed(year);
      seen.add(new Observation(
          year,
          place.population(),
          place.children(),
          place.cells(),
          outside[p],
          poor[p],
          Math.round(cost / price(year)),
          consultations,
          staff,
          asked,
          others.binomial(
              asked, percent(14 + need + 0.25 * (year - Years.FIRST) + active * measure.distress)),
          third ? others.binomial(asked, percent(82 - 1.2 * need + active * measure.belonging)) : 0,
          third ? others.binomial(asked, percent(9 + 0.5 * need)) : 0));
    }
    return seen;
  }

  /** Belonging and loneliness are asked every third year. */
  static boolean surveyed(int year) {
    return (year - Years.FIRST) % 3 == 0;
  }

  /** Kroner of 2024 for a krone of the year. */
  static double price(int year) {
    return StrictMath.pow(GROWTH, Years.LAST - year);
  }

  private int[][] outside(Unit unit, List<Place> places, int year) {
    double share = 10 + 1.5 * unit.need() + unit.shock()[Years.at(year)] + Years.movement(year);
    int[][] outside = new int[places.size()][Cells.COUNT];
    for (int c = 0; c < Cells.COUNT; c++) {
      if (unit.standing() == Unit.Standing.MIXED && places.size() > 1) {
        for (int p = 0; p < places.size(); p++) {
          Place place = places.get(p);
          outside[p][c] = young.binomial(place.cells()[c], probability(share, c, place, year));
        }
      } else {
        int count = young.binomial(unit.now().cells()[c], probability(share, c, unit.now(), year));
        int[] split = split(unit, places, count, c);
        for (int p = 0; p < places.size(); p++) {
          outside[p][c] = split[p];
        }
      }
    }
    return outside;
  }

  private static double probability(double share, int cell, Place place, int year) {
    return percent(
        share * Cells.risk(cell) - place.adoption().effect(year) * Cells.benefit(cell % 3));
  }

  private int[] split(Unit unit, List<Place> places, int count, int cell) {
    if (places.size() == 1) {
      return new int[] {count};
    }
    int[] room = new int[places.size()];
    for (int p = 0; p < room.length; p++) {
      room[p] = places.get(p).cells()[cell];
    }
    return reform.multinomial(count, unit.shares(), room);
  }

  private int[] poor(Unit unit, List<Place> places) {
    double logit = -2.09 + 0.38 * unit.need() - 0.22 * unit.wealth() + others.normal(0, 0.08);
    int count = others.binomial(unit.now().children(), Land.logistic(logit));
    if (places.size() == 1) {
      return new int[] {count};
    }
    int[] room = new int[places.size()];
    for (int p = 0; p < room.length; p++) {
      room[p] = places.get(p).children();
    }
    return reform.multinomial(count, unit.shares(), room);
  }

  private static double percent(double value) {
    return Math.min(1, Math.max(0, value / 100));
  }
}
