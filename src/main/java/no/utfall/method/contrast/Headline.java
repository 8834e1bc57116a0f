package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.math.Normal;
import no.utfall.method.Tidy;
import no.utfall.text.Money;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/**
 * The ten-second screen of a board in words: what may be said, and no more. Board R never says effect; a neutral
 * reading says only that orders differ; a unit is named only where its own estimate is reliable.
 */
final class Headline {

  private static final double SHOWN = 0.95;
  private static final int MOST_NAMES = 3;

  private final ContrastResult result;
  private final Contrast.Estimate estimate;

  Headline(ContrastResult result) {
    this.result = result;
    this.estimate = result.estimate();
  }

  /** Which of the settled wordings applies. */
  private enum Case {
    TYPICAL("typical"),
    NOTHING_DISTINGUISHABLE("nothing-distinguishable"),
    OUTCOME_LEVELS_ONLY("outcome-levels-only");

    private final String code;

    Case(String code) {
      this.code = code;
    }
  }

  private Case applies() {
    if (estimate.board() == Board.RESIDUALS) {
      return Case.OUTCOME_LEVELS_ONLY;
    }
    return estimate.fit().isDistinguishable() ? Case.TYPICAL : Case.NOTHING_DISTINGUISHABLE;
  }

  /** The bar and the slots of the sentences, for each axis. */
  Frame table() {
    Tidy tidy = Tidy.keys("board", "axis");
    String board = estimate.board().code();
    int n = estimate.scores().size();
    for (AxisContrast axis : estimate.axes()) {
      String code = axis.axis().code();
      Reversals.Bar bar = estimate.bar(axis);
      tidy.row(board, code)
          .measure("likely_reversed")
          .estimate(bar.reversed())
          .n(n)
          .note(applies().code);
      tidy.row(board, code)
          .measure("likely_same_way")
          .estimate(bar.sameWay())
          .n(n)
          .note(applies().code);
      tidy.row(board, code)
          .measure("cannot_tell")
          .estimate(bar.cannotTell())
          .n(n)
          .note(applies().code);
      tidy.row(board, code)
          .measure("units_beyond_smallest_important")
          .estimate(beyond(axis).size())
          .n(n);
      double[] money = estimate.scores().money;
      if (money != null) {
        int most = largest(money);
        tidy.row(board, code)
            .measure("most_money")
            .estimate(money[most] * result.nok())
            .unitOfMeasure("NOK")
            .note(estimate.board() == Board.MEASURES ? estimate.scores().unit[most] : "");
      }
      tidy.row(board, code)
          .measure("smallest_difference")
          .estimate(estimate.fit().smallestDifference());
      tidy.row(board, code)
          .measure("reliability_median")
          .estimate(estimate.fit().medianReliability());
    }
    return tidy.frame();
  }

  List<Text> sentences() {
    AxisContrast axis = estimate.main().orElseThrow();
    List<Text> sentences = new ArrayList<>();
    switch (applies()) {
      case NOTHING_DISTINGUISHABLE -> sentences.add(nothing());
      case OUTCOME_LEVELS_ONLY -> {
        sentences.add(levels(axis));
        sentences.add(estimate.fit().isDistinguishable() ? pairs(axis) : nothing());
      }
      case TYPICAL -> {
        sentences.add(estimate.board() == Board.MEASURES ? measures(axis) : units(axis));
        sentences.add(pairs(axis));
      }
    }
    if (estimate.fit().isDistinguishable() && estimate.board() != Board.MEASURES) {
      sentences.add(reliability());
    }
    AxisContrast.Money money = axis.money();
    if (money != null && axis.axis().isMoney() && estimate.fit().isDistinguishable()) {
      sentences.add(quadrant(money.highBelow()));
    }
    sentences.add(assumptions());
    return sentences;
  }

  private Text nothing() {
    Text what = switch (estimate.board()) {
      case MEASURES ->
        Text.of("tiltakene på effekt", "tiltaka på effekt", "the measures apart on effect");
      case UNITS ->
        Text.of("enhetene på effekt", "einingane på effekt", "the units apart on effect");
      case RESIDUALS ->
        Text.of(
            "enhetene fra det som er forventet",
            "einingane frå det som er venta",
            "the units apart from what is expected");
    };
    Text same = estimate.board() == Board.RESIDUALS
        ? Text.of("at de er like", "at dei er like", "that they are equal")
        : Text.of(
            "at effekten er lik eller null", "at effekten er lik eller null", "equal or zero");
    return Text.of(
            "Tallene kan ikke skille {0}. Det betyr ikke {1}: bare forskjeller over {2} ville ventelig synes. Ikke ranger.",
            "Tala kan ikkje skilje {0}. Det betyr ikkje {1}: berre skilnader over {2} ville venteleg synast. Ikkje ranger.",
            "These figures cannot tell {0}. That does not mean {1}: only differences above {2} could be expected to show. Do not rank.")
        .with(what, same, Words.twoDigits(estimate.fit().smallestDifference()));
  }

  private Text levels(AxisContrast axis) {
    double tau = axis.agreement().tauB();
    double z = Normal.quantile(0.975) * axis.agreement().tauBError();
    Text together = Text.none();
    boolean offZero = Math.abs(tau) > z;
    if (offZero && axis.axis().isMoney()) {
      // in the order of reading a cheap unit comes first, so the sign turns with it
      boolean highWithGood = tau > 0 != (estimate.reads() == Reads.CHEAP_IS_BETTER);
      together = highWithGood
          ? Text.of(
              " Høye utgifter og gode tall følges ad; det kan skyldes andre forhold enn pengene.",
              " Høge utgifter og gode tal følgjest åt; det kan komme av andre forhold enn pengane.",
              " High spending and good figures go together; something other than the money may be why.")
          : Text.of(
              " Høye utgifter og dårlige tall følges ad; det kan skyldes større behov.",
              " Høge utgifter og dårlege tal følgjest åt; det kan komme av større behov.",
              " High spending and poor figures go together; greater need may be why.");
    }
    return Text.of(
            "Vi ser hvordan det går, ikke hva tiltakene har endret.",
            "Vi ser korleis det går, ikkje kva tiltaka har endra.",
            "We see how people fare, not what the measures changed.")
        .plus(together)
        .plus(Text.of(
            " Trengs: når startet tiltaket, og hvem hadde det ikke?",
            " Det trengst: når starta tiltaket, og kven hadde det ikkje?",
            " Needed: when did the measure start, and who did not have it?"));
  }

  private Text measures(AxisContrast axis) {
    double[] money = estimate.scores().money;
    List<Integer> shown = beyond(axis);
    int most = money == null ? -1 : largest(money);
    Text first = money == null
        ? Text.none()
        : Text.of("Mest penger gikk til {0}", "Mest pengar gjekk til {0}", "Most money went to {0}")
            .with(named(most));
    if (shown.isEmpty()) {
      Text none = Text.of(
              "ingen av de {0} tiltakene viser en effekt over {1}.",
              "ingen av dei {0} tiltaka viser ein effekt over {1}.",
              "none of the {0} measures shows an effect above {1}.")
          .with(estimate.scores().size(), Words.twoDigits(estimate.smallestImportant()));
      return first.isBlank()
          ? Text.of("Av tallene: ", "Av tala: ", "From these figures: ").plus(none)
          : first.plus(Text.of(", og ", ", og ", ", and ")).plus(none);
    }
    if (first.isBlank()) {
      return Text.of(
              "Effekt vises av {0}{1}.",
              "Effekt blir vist av {0}{1}.", "An effect is shown by {0}{1}.")
          .with(list(shown), shown.size() == 1 ? effect(axis, shown.get(0)) : Text.none());
    }
    if (shown.contains(most)) {
      Text sentence = shown.size() == 1
          ? Text.of(
              ", som er det eneste som viser effekt{0}.",
              ", som er det einaste som viser effekt{0}.", ", the only one to show an effect{0}.")
          : Text.of(
              ", som er blant de {1} som viser effekt{0}.",
              ", som er mellom dei {1} som viser effekt{0}.",
              ", one of the {1} that show an effect{0}.");
      return first.plus(sentence.with(effect(axis, most), shown.size()));
    }
    if (shown.size() == 1) {
      return first.plus(Text.of(
              ", men bare {0} viser effekt{1}.",
              ", men berre {0} viser effekt{1}.", ", but only {0} shows an effect{1}.")
          .with(named(shown.get(0)), effect(axis, shown.get(0))));
    }
    return first.plus(Text.of(
            ", men bare {0} viser effekt.",
            ", men berre {0} viser effekt.", ", but only {0} show an effect.")
        .with(list(shown)));
  }

  /** The measures by name, or how many they are where they are many. */
  private Text list(List<Integer> shown) {
    if (shown.size() > MOST_NAMES) {
      return Text.of("{0} av de {1} tiltakene", "{0} av dei {1} tiltaka", "{0} of the {1} measures")
          .with(shown.size(), estimate.scores().size());
    }
    Text list = Text.none();
    for (int k = 0; k < shown.size(); k++) {
      Text between = k == 0
          ? Text.none()
          : k + 1 < shown.size() ? Text.same(", ") : Text.of(" og ", " og ", " and ");
      list = list.plus(between).plus(named(shown.get(k)));
    }
    return list;
  }

  private Text named(int i) {
    double[] money = estimate.scores().money;
    Text name = Text.same(estimate.scores().unit[i]);
    return money == null
        ? name
        : name.plus(Text.same(" (")).plus(Money.of(money[i] * result.nok())).plus(Text.same(")"));
  }

  private Text effect(AxisContrast axis, int i) {
    double mean = axis.posterior().mean(i);
    double reach =
        Normal.quantile(0.5 + estimate.confLevel() / 2) * axis.posterior().sd(i);
    return Text.same(": ").plus(Words.interval(mean, mean - reach, mean + reach));
  }

  private Text units(AxisContrast axis) {
    List<Integer> shown = beyond(axis);
    return Text.of(
            "{0} av {1} enheter viser en effekt av tiltaket her over {2}.",
            "{0} av {1} einingar viser ein effekt av tiltaket her over {2}.",
            "{0} of {1} units show an effect of the measure here above {2}.")
        .with(
            shown.size(), estimate.scores().size(), Words.twoDigits(estimate.smallestImportant()));
  }

  private Text pairs(AxisContrast axis) {
    Reversals.Bar bar = estimate.bar(axis);
    long[] of100 = Numerals.hundredths(bar.cannotTell(), bar.reversed(), bar.sameWay());
    Text kind = estimate.board() == Board.MEASURES
        ? Text.of("tiltak", "tiltak", "measures")
        : Text.of("enheter", "einingar", "units");
    Text which = estimate.board() == Board.RESIDUALS
        ? Text.of(
            "hvem som ligger høyest over det forventede",
            "kven som ligg høgast over det som er venta",
            "which lies further above what is expected")
        : Text.of(
            "hvem som har størst effekt", "kven som har størst effekt", "whose effect is larger");
    Text subject = axis.axis().isMoney()
        ? axis.axis() == AxisContrast.Axis.INPUT
            ? Text.of("pengebruken", "pengebruken", "spending")
            : Text.of(
                "pengebruken justert for behov",
                "pengebruken justert for behov",
                "spending adjusted for need")
        : Text.of("aktiviteten", "aktiviteten", "activity");
    Text way = estimate.reads() == Reads.NEUTRAL
        ? Text.of(
            "i {4} er rekkefølgen etter {3} en annen, i {5} den samme.",
            "i {4} er rekkjefølgja etter {3} ei anna, i {5} den same.",
            "in {4} the order by {3} differs, in {5} it does not.")
        : Text.of(
            "i {4} peker {3} motsatt vei, i {5} samme vei.",
            "i {4} peikar {3} motsett veg, i {5} same veg.",
            "in {4} {3} points the other way, in {5} the same way.");
    return Text.of(
            "I {0} av 100 par av {1} kan vi ikke si {2}; ",
            "I {0} av 100 par av {1} kan vi ikkje seie {2}; ",
            "In {0} of 100 pairs of {1} we cannot tell {2}; ")
        .plus(way)
        .with(of100[0], kind, which, subject, of100[1], of100[2]);
  }

  private Text reliability() {
    Text sentence = Text.of(
            "Påliteligheten er {0} for den midterste enheten (1 er full)",
            "Pålitelegheita er {0} for den midtarste eininga (1 er full)",
            "The reliability of the middle unit is {0} (1 is full)")
        .with(Numerals.rounded(estimate.fit().medianReliability(), 2));
    Text rest = estimate.isRankable()
        ? Text.of(
            "; enheter under 0,7 får ingen dom ved navn.",
            "; einingar under 0,7 får ingen dom ved namn.",
            "; units below 0.7 are given no verdict by name.")
        : Text.of(
            "; det er for lite til å rangere enhetene.",
            "; det er for lite til å rangere einingane.",
            "; that is too little to rank the units.");
    return sentence.plus(rest);
  }

  private Text quadrant(QuadrantMoney quadrant) {
    Text what = estimate.board() == Board.RESIDUALS
        ? Text.of("resultatet trolig er", "resultatet truleg er", "the result is probably")
        : Text.of("effekten trolig er", "effekten truleg er", "the effect is probably");
    return Text.of(
            "{0} av 100 kroner står der pengebruken er høy og {1} under {2}; var de to uten sammenheng, ville det vært {3}.",
            "{0} av 100 kroner står der pengebruken er høg og {1} under {2}; var dei to utan samanheng, ville det vore {3}.",
            "NOK {0} of 100 stands where spending is high and {1} below {2}; were the two unrelated it would be {3}.")
        .with(
            Numerals.rounded(100 * quadrant.share(), 0),
            what,
            Words.twoDigits(estimate.smallestImportant()),
            Numerals.rounded(100 * quadrant.chance(), 0));
  }

  private Text assumptions() {
    return estimate.board() == Board.RESIDUALS
        ? Text.of(
            "Hviler på at det forventede er riktig justert for behov, og på standardfeilene.",
            "Kviler på at det som er venta er rett justert for behov, og på standardfeila.",
            "Rests on what is expected being rightly adjusted for need, and on the standard errors.")
        : Text.of(
            "Hviler på at effektanslagene er forventningsrette mot sin sammenligning, og på standardfeilene.",
            "Kviler på at effektanslaga er forventingsrette mot si samanlikning, og på standardfeila.",
            "Rests on the effect estimates being unbiased against their comparison, and on the standard errors.");
  }

  /** The units whose effect is above the smallest important one with probability .95, in order. */
  private List<Integer> beyond(AxisContrast axis) {
    List<Integer> shown = new ArrayList<>();
    if (estimate.fit().isDistinguishable() || estimate.board() == Board.MEASURES) {
      for (int i = 0; i < estimate.scores().size(); i++) {
        if (1 - axis.belowDelta()[i] >= SHOWN) {
          shown.add(i);
        }
      }
    }
    return shown;
  }

  private static int largest(double[] x) {
    int largest = 0;
    for (int i = 1; i < x.length; i++) {
      if (x[i] > x[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
