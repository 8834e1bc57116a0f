package no.utfall.method.poverty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.math.WeightedQuantile;
import no.utfall.method.Settings;
import no.utfall.text.Numerals;

/**
 * One measure of a run.
 *
 * @param name in the column {@code measure}
 * @param index the statistic of incomes; empty for a movement
 * @param movement the share of persons with some history; empty for a statistic of incomes
 * @param share the line as a share of the median; not a number for an amount, or where there is no line
 * @param amount the line as an amount; not a number elsewhere
 * @param years over how many years incomes are averaged
 */
record Measure(
    String name,
    Optional<Index> index,
    Optional<Movement> movement,
    Scale scale,
    double share,
    double amount,
    int years,
    boolean children) {

  /** What the number is counted in. */
  enum Scale {
    /** As the incomes. */
    INCOME,
    /** A share of persons, per 100; its interval stays between 0 and 1. */
    PERSONS,
    /** Another share, per 100. */
    PART,
    /** A number of its own. */
    INDEX,
    RATIO;

    /** Whether limits come by a formula of their own, however the standard error is made. */
    boolean hasFormula() {
      return this == PERSONS || this == RATIO;
    }

    /** By how much a statistic is multiplied. */
    double factor(Settings settings) {
      return switch (this) {
        case INCOME, RATIO -> 1;
        case PERSONS, PART -> settings.number("per");
        case INDEX -> settings.number("index-per");
      };
    }

    String unit(Settings settings) {
      double factor = factor(settings);
      return switch (this) {
        case INCOME -> "income";
        case PERSONS, PART -> factor == 100 ? "percent" : "per " + Numerals.exact(factor);
        case INDEX -> factor == 1 ? "index" : "index per " + Numerals.exact(factor);
        case RATIO -> "ratio";
      };
    }
  }

  private static final double USUAL = 0.6;
  private static final List<String> OF_ALL =
      List.of("median", "mean", "quantile", "shares", "gini", "s80s20");
  private static final List<String> OF_LINE = List.of(
      "arpr",
      "arpt",
      "rmpg",
      "poor_median",
      "fgt0",
      "fgt1",
      "fgt2",
      "sen",
      "sst",
      "watts",
      "arpr_children",
      "low_income_3");

  /** What {@code --measures} may hold. */
  static List<String> names() {
    List<String> names = new ArrayList<>(OF_LINE);
    names.addAll(OF_ALL);
    for (Movement movement : Movement.values()) {
      names.add(movement.code());
    }
    return names;
  }

  /** One measure for each line, each probability, each share. */
  static List<Measure> of(String name, Settings settings, WeightedQuantile.Rule rule) {
    if (OF_ALL.contains(name)) {
      return ofAll(name, settings, rule);
    }
    Optional<Movement> movement = Movement.find(name);
    if (movement.isPresent() && (settings.has("category") || movement.get() == Movement.RATE)) {
      return List.of(movement(name, movement.get(), Double.NaN, Double.NaN));
    }
    List<Measure> measures = new ArrayList<>();
    if (settings.has("line")) {
      measures.add(ofLine(name + "_line", name, rule, Double.NaN, settings.number("line")));
    } else {
      for (double share : settings.numbers("threshold")) {
        String suffix = share == USUAL ? "" : "_" + percent(share);
        measures.add(ofLine(name + suffix, name, rule, share, Double.NaN));
      }
    }
    return measures;
  }

  private static Measure movement(String name, Movement movement, double share, double amount) {
    return new Measure(
        name, Optional.empty(), Optional.of(movement), Scale.PERSONS, share, amount, 1, false);
  }

  private static Measure ofLine(
      String full, String name, WeightedQuantile.Rule rule, double share, double amount) {
    Optional<Movement> movement = Movement.find(name);
    if (movement.isPresent()) {
      return movement(full, movement.get(), share, amount);
    }
    Deprivation.PoorMedian median = new Deprivation.PoorMedian(rule);
    Index index = switch (name) {
      case "arpt" -> new Deprivation.Line();
      case "rmpg" -> new Deprivation.MedianGap(median);
      case "poor_median" -> median;
      case "fgt1" -> new Deprivation.Gap(1);
      case "fgt2" -> new Deprivation.Gap(2);
      case "sen" -> new Deprivation.Sen();
      case "sst" -> new Deprivation.SenShorrocksThon();
      case "watts" -> new Deprivation.Watts();
      default -> new Deprivation.Gap(0);
    };
    Scale scale = switch (name) {
      case "arpt", "poor_median" -> Scale.INCOME;
      case "rmpg", "fgt1", "fgt2" -> Scale.PART;
      case "sen", "sst", "watts" -> Scale.INDEX;
      default -> Scale.PERSONS;
    };
    return new Measure(
        full,
        Optional.of(index),
        Optional.empty(),
        scale,
        share,
        amount,
        name.equals("low_income_3") ? 3 : 1,
        name.equals("arpr_children"));
  }

  private static List<Measure> ofAll(String name, Settings settings, WeightedQuantile.Rule rule) {
    List<Measure> measures = new ArrayList<>();
    switch (name) {
      case "median" ->
        measures.add(plain(name, new Distribution.Quantile(0.5, rule), Scale.INCOME));
      case "mean" -> measures.add(plain(name, new Distribution.Mean(), Scale.INCOME));
      case "gini" -> measures.add(plain(name, new Distribution.Gini(), Scale.INDEX));
      case "s80s20" -> measures.add(plain(name, new Distribution.ShareRatio(rule), Scale.RATIO));
      case "quantile" -> {
        for (double p : settings.numbers("probs")) {
          measures.add(
              plain("quantile_" + percent(p), new Distribution.Quantile(p, rule), Scale.INCOME));
        }
      }
      default -> {
        int parts = settings.integer("shares");
        for (int k = 1; k <= parts; k++) {
          Index share =
              new Distribution.Share((k - 1.0) / parts, k == parts ? 1 : (double) k / parts);
          measures.add(plain("share_" + k, share, Scale.PART));
        }
      }
    }
    return measures;
  }

  private static Measure plain(String name, Index index, Scale scale) {
    return new Measure(
        name, Optional.of(index), Optional.empty(), scale, Double.NaN, Double.NaN, 1, false);
  }

  /** A share as percent without needless zeros. */
  static String percent(double share) {
    return new BigDecimal(Numerals.exact(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Whether the number rests on all who share the line, whatever the group. */
  boolean ofEverybody() {
    return index.filter(one -> one instanceof Deprivation.Line).isPresent();
  }

  boolean needsIncome() {
    return index.isPresent();
  }

  boolean needsPanel() {
    return years > 1 || movement.filter(one -> one != Movement.RATE).isPresent();
  }
}
