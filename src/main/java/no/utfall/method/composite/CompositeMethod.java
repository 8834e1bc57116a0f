package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/**
 * The method {@code composite}: several indicators as one number, and how much of the ranking is choice. The definitions
 * stand in {@link Normalisation}, {@link Aggregation} and {@link Ranking}.
 */
public final class CompositeMethod implements Method {

  @Override
  public Card card() {
    return CompositeCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    List<String> indicators = settings.list("indicators").stream().distinct().toList();
    Set<String> lower = new LinkedHashSet<>(settings.list("lower-is-better"));
    for (String name : lower) {
      if (!indicators.contains(name)) {
        throw Refusal.commandLine(
            "--lower-is-better names '" + name + "', which is no indicator",
            "name it in --indicators too");
      }
    }
    Map<String, Double> weights = weights("weights", settings.list("weights"), indicators);
    Tree tree = settings.has("tree")
        ? Tree.parse(settings.text("tree"), indicators, weights)
        : Tree.flat(
            indicators,
            indicators.stream()
                .mapToDouble(name -> weights.getOrDefault(name, 1.0))
                .toArray());
    double[] range = settings.numbers("range");
    if (range.length != 2 || !(range[0] < range[1])) {
      throw Refusal.commandLine(
          "--range is two numbers, the lower first", "write for example --range 1,100");
    }
    int most = settings.text("outliers").equals("winsorise") ? settings.integer("most-cut") : 0;
    Board board = Board.read(data, settings, indicators, lower, most);
    Scoring scoring = new Scoring(
        board,
        range,
        settings.has("reference") ? reference(data, settings) : -1,
        posts(settings, indicators));
    Scores scores = scoring.scores(Normalisation.of(settings.text("normalise")));
    refuse(data, scores.trouble(), "leave the indicator out, or choose another --normalise");
    Index index = new Index(
        board,
        tree,
        Aggregation.of(settings.text("aggregate")),
        settings.text("if-missing").equals("available") ? share(settings) : Double.NaN);
    Ranking ranking = new Ranking(settings, scoring, index, sets(settings, indicators));
    refuse(data, ranking.trouble(), "leave the indicator out, or --vary weights alone");
    CompositeResult result = new CompositeResult(data, settings, scoring, scores, index, ranking);
    if (!result.isAnswer()) {
      List<Finding> findings = new ArrayList<>(board.findings());
      findings.add(Finding.error(
          "E704",
          data.place(0, settings.text("unit")),
          "",
          "no unit has an index: " + result.reason(),
          "leave out indicators that few units have, or --if-missing available"));
      boolean bad = board.findings().stream().anyMatch(Finding::isError);
      throw new Refusal(bad ? Fault.INPUT_DATA : Fault.ANALYSIS, findings);
    }
    return result;
  }

  private static void refuse(Frame data, String trouble, String fix) {
    if (!trouble.isEmpty()) {
      throw Refusal.analysis("E733", data.file(), trouble, fix);
    }
  }

  private static double share(Settings settings) {
    double share = settings.number("min-share");
    if (!(share > 0 && share <= 1)) {
      throw Refusal.commandLine(
          "--min-share " + Numerals.exact(share) + " is not between 0 and 1",
          "write for example --min-share 0.8");
    }
    return share;
  }

  /** The one row of the unit: the scale is made of all keys together. */
  private static int reference(Frame data, Settings settings) {
    String name = settings.text("reference");
    TextColumn units = data.text(settings.text("unit"));
    int[] rows = IntStream.range(0, data.rows())
        .filter(row -> units.get(row).equals(name))
        .toArray();
    if (rows.length == 0) {
      throw Refusal.commandLine(
          "there is no unit '" + name + "'", "name a unit of the column --unit");
    }
    if (rows.length > 1) {
      throw Refusal.commandLine(
          "--reference: unit '" + name + "' stands in " + rows.length
              + " rows, and the scale has one reference",
          "give the rows of one key at a time");
    }
    return rows[0];
  }

  /** One weight for each indicator, in their order; none: all the same. */
  private static Map<String, Double> weights(
      String option, List<String> given, List<String> indicators) {
    Map<String, Double> weights = new HashMap<>();
    if (!given.isEmpty() && given.size() != indicators.size()) {
      throw Refusal.commandLine(
          "--" + option + " has " + given.size() + " weights for " + indicators.size()
              + " indicators",
          "give one for each, in the order of --indicators");
    }
    for (int i = 0; i < given.size(); i++) {
      double weight = number(option, given.get(i));
      if (!(weight > 0)) {
        throw Refusal.commandLine(
            "--" + option + ": '" + given.get(i) + "' is not above 0",
            "leave the indicator out instead");
      }
      weights.put(indicators.get(i), weight);
    }
    return weights;
  }

  private static double number(String option, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw Refusal.commandLine(
          "--" + option + ": '" + text + "' is not a number", "write a number");
    }
  }

  /** {@code "experts=1,2,3;parents=3,2,1"}. */
  private static Map<String, Map<String, Double>> sets(Settings settings, List<String> indicators) {
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    named(settings, "weight-sets")
        .forEach((name, numbers) -> sets.put(name, weights("weight-sets", numbers, indicators)));
    return sets;
  }

  /** {@code "a=0,100;b=5,20"}. */
  private static Map<String, double[]> posts(Settings settings, List<String> indicators) {
    Map<String, double[]> posts = new HashMap<>();
    named(settings, "goalposts").forEach((name, numbers) -> {
      if (numbers.size() != 2) {
        throw Refusal.commandLine(
            "--goalposts: '" + name + "' needs two numbers", "write NAME=LOWEST,HIGHEST");
      }
      double low = number("goalposts", numbers.get(0));
      double high = number("goalposts", numbers.get(1));
      if (!(low < high)) {
        throw Refusal.commandLine(
            "--goalposts: '" + name + "' has its lower post first", "write NAME=LOWEST,HIGHEST");
      }
      posts.put(name, new double[] {low, high});
    });
    boolean needed = settings.text("normalise").equals(Normalisation.GOALPOSTS.code());
    for (String name : indicators) {
      if (needed && !posts.containsKey(name)) {
        throw Refusal.commandLine(
            "--normalise goalposts needs posts for '" + name + "'",
            "write --goalposts \"" + name + "=LOWEST,HIGHEST;…\"");
      }
    }
    return posts;
  }

  private static Map<String, List<String>> named(Settings settings, String option) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    String text = settings.textOrNull(option);
    if (text != null) {
      for (String entry : text.split("\\s*;\\s*")) {
        int equals = entry.indexOf('=');
        if (equals < 1) {
          throw Refusal.commandLine(
              "--" + option + ": '" + entry + "' has no name", "write NAME=NUMBERS;NAME=NUMBERS");
        }
        named.put(
            entry.substring(0, equals).strip(),
            List.of(entry.substring(equals + 1).strip().split("\\s*,\\s*")));
      }
    }
    return named;
  }
}
