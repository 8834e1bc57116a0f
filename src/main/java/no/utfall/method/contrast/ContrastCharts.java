package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.RankSets;
import no.utfall.math.Ranks;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** The charts of a contrast: the bar, the flip, the quadrants, the rank sets. */
final class ContrastCharts {

  private static final int MOST_LINES = 25;
  private static final double SURE = 0.8;
  private static final Text SOURCE = Text.of(
      "Egne beregninger fra tallene som ble gitt.",
      "Eigne utrekningar frå tala som vart gitt.",
      "Own computation from the figures given.");

  private final ContrastResult result;
  private final Contrast.Estimate estimate;
  private final AxisContrast axis;

  ContrastCharts(ContrastResult result) {
    this.result = result;
    this.estimate = result.estimate();
    this.axis = estimate.main().orElseThrow();
  }

  List<Chart> all() {
    return estimate.isRankable()
        ? List.of(bar(), flip(), quadrants(), rankSets())
        : List.of(bar(), rankSets());
  }

  private Text subtitle() {
    return Text.of("{0} enheter, brett {1}", "{0} einingar, brett {1}", "{0} units, board {1}")
        .with(estimate.scores().size(), estimate.board().code());
  }

  private Text input() {
    return axis.axis().words();
  }

  private Text effect() {
    return estimate.board() == Board.RESIDUALS
        ? Text.of(
            "avvik fra det forventede", "avvik frå det som er venta", "distance from expected")
        : Text.of("effekt", "effekt", "effect");
  }

  private Chart bar() {
    Reversals.Bar bar = estimate.bar(axis);
    boolean neutral = estimate.reads() == Reads.NEUTRAL;
    List<Text> labels = List.of(
        neutral
            ? Text.of("Annen rekkefølge", "Anna rekkjefølgje", "Other order")
            : Text.of("Motsatt vei", "Motsett veg", "The other way"),
        neutral
            ? Text.of("Samme rekkefølge", "Same rekkjefølgje", "Same order")
            : Text.of("Samme vei", "Same veg", "The same way"),
        Text.of("Kan ikke si", "Kan ikkje seie", "Cannot tell"));
    double[] shares = {100 * bar.reversed(), 100 * bar.sameWay(), 100 * bar.cannotTell()};
    long[] whole = Numerals.hundredths(bar.reversed(), bar.sameWay(), bar.cannotTell());
    Text title = bar.cannotTell() > 0.5
        ? Text.of(
            "I de fleste par kan vi ikke si hvem som ligger høyest",
            "I dei fleste para kan vi ikkje seie kven som ligg høgast",
            "In most pairs we cannot tell which lies higher")
        : bar.reversed() >= bar.sameWay()
            ? Text.of(
                "Oftere ulik enn lik rekkefølge på {0} og {1}",
                "Oftare ulik enn lik rekkjefølgje på {0} og {1}",
                "The orders by {0} and by {1} differ more often than they agree")
            : Text.of(
                "Oftere lik enn ulik rekkefølge på {0} og {1}",
                "Oftare lik enn ulik rekkjefølgje på {0} og {1}",
                "The orders by {0} and by {1} agree more often than they differ");
    Text alt = Text.of(
            "Tre liggende stolper, av 100 par: {0} {1}, {2} {3}, {4} {5}.",
            "Tre liggjande stolpar, av 100 par: {0} {1}, {2} {3}, {4} {5}.",
            "Three lying bars, of 100 pairs: {0} {1}, {2} {3}, {4} {5}.")
        .with(labels.get(0), whole[0], labels.get(1), whole[1], labels.get(2), whole[2]);
    Frame twin = Frame.of(
        TextColumn.of("part", "likely_reversed", "likely_same_way", "cannot_tell"),
        NumberColumn.of("percent", shares));
    return new Chart(
        "contrast-bar",
        title.with(input(), effect()),
        Text.of(
                "Par av enheter, prosent. ",
                "Par av einingar, prosent. ",
                "Pairs of units, percent. ")
            .plus(subtitle()),
        SOURCE,
        alt,
        Axis.number(Text.of("Prosent av parene", "Prosent av para", "Percent of pairs"), 0)
            .fromZero(),
        Axis.categories(Text.none(), labels),
        List.of(
            new Mark.Bars(Text.none(), Tone.FOCUS, List.of(new Point(shares[0], 0)), false),
            new Mark.Bars(Text.none(), Tone.SECOND, List.of(new Point(shares[1], 1)), false),
            new Mark.Bars(Text.none(), Tone.CONTEXT, List.of(new Point(shares[2], 2)), false)),
        Table.plain("contrast-bar", twin));
  }

  private boolean isConfirmed(int i) {
    double best = axis.worstPlace(i) - estimate.effectSets().best(i);
    double worst = axis.bestPlace(i) - estimate.effectSets().worst(i);
    return best < 0 || worst > 0;
  }

  private double effectScore(int i) {
    double n = estimate.scores().size();
    return 100 * (n - axis.reversals().expectedRank()[i] + 0.5) / n;
  }

  private double inputScore(int i) {
    double n = estimate.scores().size();
    return 100 * (n - axis.rank()[i] + 0.5) / n;
  }

  /** At most 25 units: those whose displacement is confirmed first, then by money or displacement. */
  private List<Integer> chosen() {
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < estimate.scores().size(); i++) {
      units.add(i);
    }
    double[] money = estimate.scores().money;
    units.sort(Comparator.comparing((Integer i) -> !isConfirmed(i))
        .thenComparingDouble(
            i -> money == null ? -Math.abs(axis.expectedDisplacement(i)) : -money[i]));
    List<Integer> first = new ArrayList<>(units.subList(0, Math.min(MOST_LINES, units.size())));
    first.sort(Comparator.naturalOrder());
    return first;
  }

  private Chart flip() {
    List<Mark> marks = new ArrayList<>();
    TextColumn.Builder unit = TextColumn.builder(result.unitColumn());
    NumberColumn.Builder from = NumberColumn.builder("score_" + axis.axis().code());
    NumberColumn.Builder to = NumberColumn.builder("score_effect");
    TextColumn.Builder confirmed = TextColumn.builder("confirmed");
    int moved = 0;
    List<Integer> chosen = chosen();
    for (int i : chosen) {
      boolean sure = isConfirmed(i);
      moved += sure ? 1 : 0;
      Text label =
          sure && estimate.isNameable(i) ? Text.same(estimate.scores().unit[i]) : Text.none();
      marks.add(new Mark.Line(
          label,
          sure ? Tone.FOCUS : Tone.CONTEXT,
          List.of(new Point(0, inputScore(i)), new Point(1, effectScore(i)))));
      unit.add(estimate.scores().unit[i]);
      from.add(inputScore(i));
      to.add(effectScore(i));
      confirmed.add(sure ? "yes" : "no");
    }
    Text title = moved == 0
        ? Text.of(
            "Ingen av de viste skifter sikkert plass fra {0} til {1}",
            "Ingen av dei viste skifter sikkert plass frå {0} til {1}",
            "None of those shown surely changes place from {0} to {1}")
        : Text.of(
            "{2} av {3} viste skifter sikkert plass fra {0} til {1}",
            "{2} av {3} viste skifter sikkert plass frå {0} til {1}",
            "{2} of the {3} shown surely change place from {0} to {1}");
    title = title.with(input(), effect(), moved, chosen.size());
    Text alt = Text.of(
            "Skrålinjer for {0} enheter fra plass etter {1} til forventet plass etter {2}; farget når forskjellen er bekreftet: {3}.",
            "Skrålinjer for {0} einingar frå plass etter {1} til forventa plass etter {2}; farga når skilnaden er stadfesta: {3}.",
            "Sloping lines for {0} units from their place by {1} to their expected place by {2}; coloured where the change is confirmed: {3}.")
        .with(chosen.size(), input(), effect(), moved);
    return new Chart(
        "contrast-flip",
        title,
        Text.of(
                "Plass fra 0 (lavest) til 100 (høyest). ",
                "Plass frå 0 (lågast) til 100 (høgast). ",
                "Place from 0 (lowest) to 100 (highest). ")
            .plus(subtitle()),
        SOURCE,
        alt,
        Axis.categories(Text.none(), List.of(input(), effect())),
        Axis.number(Text.of("Plass", "Plass", "Place"), 0),
        marks,
        Table.plain(
            "contrast-flip", Frame.of(unit.build(), from.build(), to.build(), confirmed.build())));
  }

  private Chart quadrants() {
    double delta = estimate.smallestImportant();
    double cut = Ranks.median(axis.x());
    List<Point> dearBelow = new ArrayList<>();
    List<Point> cheapAbove = new ArrayList<>();
    List<Point> alike = new ArrayList<>();
    List<Point> unknown = new ArrayList<>();
    int n = estimate.scores().size();
    TextColumn.Builder unit = TextColumn.builder(result.unitColumn());
    NumberColumn.Builder xs = NumberColumn.builder(axis.axis().code());
    NumberColumn.Builder means = NumberColumn.builder("posterior");
    NumberColumn.Builder belows = NumberColumn.builder("p_below_delta");
    for (int i = 0; i < n; i++) {
      Point point = new Point(axis.x()[i], axis.posterior().mean(i));
      double below = axis.belowDelta()[i];
      boolean high = axis.upper()[i] > 0.5;
      if (Math.max(below, 1 - below) < SURE) {
        unknown.add(point);
      } else if (high && below >= SURE) {
        dearBelow.add(point);
      } else if (!high && below <= 1 - SURE) {
        cheapAbove.add(point);
      } else {
        alike.add(point);
      }
      unit.add(estimate.scores().unit[i]);
      xs.add(point.x());
      means.add(point.y());
      belows.add(below);
    }
    Text title = (estimate.board() == Board.RESIDUALS
            ? Text.of(
                "{0} av {1} enheter har høy {2} og ligger trolig lavt; {3} har lav og ligger trolig høyt",
                "{0} av {1} einingar har høg {2} og ligg truleg lågt; {3} har låg og ligg truleg høgt",
                "{0} of {1} units have high {2} and probably lie low; {3} have low and probably lie high")
            : Text.of(
                "{0} av {1} enheter har høy {2} og trolig lite effekt; {3} har lav og trolig mye",
                "{0} av {1} einingar har høg {2} og truleg lite effekt; {3} har låg og truleg mykje",
                "{0} of {1} units have high {2} and probably little effect; {3} have low and probably much"))
        .with(dearBelow.size(), n, input(), cheapAbove.size());
    Text counted = Text.of(
            "Uvisst for {0} (sannsynlighet under 0,8). ",
            "Uvisst for {0} (sannsyn under 0,8). ", "Not known for {0} (probability below 0.8). ")
        .with(unknown.size());
    Text alt = Text.of(
            "Punktsky av {0} enheter: {1} langs x, {2} langs y, delt ved midten og ved {3}.",
            "Punktsky av {0} einingar: {1} langs x, {2} langs y, delt ved midten og ved {3}.",
            "Scatter of {0} units: {1} along x, {2} along y, cut at the median and at {3}.")
        .with(n, input(), effect(), Words.twoDigits(delta))
        .plus(Text.same(" "))
        .plus(counted);
    int decimals = 2;
    return new Chart(
        "contrast-quadrants",
        title,
        counted.plus(subtitle()),
        SOURCE,
        alt,
        Axis.number(input(), 0),
        Axis.number(effect(), decimals),
        List.of(
            new Mark.Dots(Text.of("uvisst", "uvisst", "not known"), Tone.CONTEXT, unknown),
            new Mark.Dots(Text.of("samsvar", "samsvar", "in line"), Tone.THIRD, alike),
            new Mark.Dots(Text.of("høy, lite", "høg, lite", "high, low"), Tone.FOCUS, dearBelow),
            new Mark.Dots(Text.of("lav, mye", "låg, mykje", "low, high"), Tone.SECOND, cheapAbove),
            new Mark.Rule(Text.none(), Tone.CONTEXT, cut, true),
            new Mark.Rule(Text.none(), Tone.CONTEXT, delta, false)),
        Table.plain(
            "contrast-quadrants",
            Frame.of(unit.build(), xs.build(), means.build(), belows.build())));
  }

  private Chart rankSets() {
    double[] rank = Ranks.descending(estimate.scores().effect);
    List<Integer> chosen = new ArrayList<>(chosen());
    chosen.sort(Comparator.comparingDouble((Integer i) -> rank[i]).reversed());
    RankSets sets = estimate.marginalSets();
    List<Span> spans = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    List<Text> labels = new ArrayList<>();
    TextColumn.Builder unit = TextColumn.builder(result.unitColumn());
    double[] low = new double[chosen.size()];
    double[] high = new double[chosen.size()];
    double[] at = new double[chosen.size()];
    for (int k = 0; k < chosen.size(); k++) {
      int i = chosen.get(k);
      low[k] = sets.best(i);
      high[k] = sets.worst(i);
      at[k] = rank[i];
      spans.add(new Span(k, low[k], high[k]));
      if (estimate.isRankable()) {
        points.add(new Point(rank[i], k));
      }
      labels.add(Text.same(estimate.scores().unit[i]));
      unit.add(estimate.scores().unit[i]);
    }
    double width = 0;
    for (int k = 0; k < low.length; k++) {
      width += (high[k] - low[k] + 1) / low.length;
    }
    Text title = Text.of(
            "En plass etter {0} er i snitt et spenn på {1} av {2} plasser",
            "Ein plass etter {0} er i snitt eit spenn på {1} av {2} plassar",
            "A place by {0} is on average a span of {1} of {2} places")
        .with(effect(), Numerals.rounded(width, 0), estimate.scores().size());
    Text alt = Text.of(
            "Liggende intervaller for plassen til {0} enheter, 1 er høyest.",
            "Liggjande intervall for plassen til {0} einingar, 1 er høgast.",
            "Lying intervals of the place of {0} units, 1 is the highest.")
        .with(chosen.size());
    Frame twin = Frame.of(
        unit.build(),
        NumberColumn.of("rank", estimate.isRankable() ? at : unknown(at.length)),
        NumberColumn.of("conf_low", low),
        NumberColumn.of("conf_high", high));
    return new Chart(
        "contrast-rank-sets",
        title,
        Text.of(
                "Konfidensmengder for plass, én enhet om gangen. ",
                "Konfidensmengder for plass, éi eining om gongen. ",
                "Confidence sets of ranks, one unit at a time. ")
            .plus(subtitle()),
        SOURCE,
        alt,
        Axis.whole(Text.of("Plass, 1 er høyest", "Plass, 1 er høgast", "Place, 1 is the highest")),
        Axis.categories(Text.none(), labels),
        List.of(
            new Mark.Intervals(Text.none(), Tone.FOCUS, spans, false),
            new Mark.Dots(Text.none(), Tone.FOCUS, points)),
        Table.plain("contrast-rank-sets", twin));
  }

  private static double[] unknown(int n) {
    double[] blank = new double[n];
    Arrays.fill(blank, Double.NaN);
    return blank;
  }
}
