package no.utfall.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.math.Ranks;
import no.utfall.method.Result;
import no.utfall.panel.Direction;
import no.utfall.panel.Indicator;
import no.utfall.panel.Level;
import no.utfall.text.Language;
import no.utfall.text.Money;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Document.Share;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import no.utfall.view.Tone;

/**
 * The ten-second screen: two sentences, one bar of three parts, one table of three rows. Each case has one settled
 * wording, and no sentence says more than its board allows.
 */
final class TenSeconds {

  private static final double Z_SUM = 1.959963984540054 + 0.8416212335729143;

  /** Which of the settled wordings applies. */
  enum Case {
    TYPICAL,
    NOTHING_DISTINGUISHABLE,
    NO_OUTCOME_DATA,
    LEVELS_ONLY
  }

  /** A measure with its money, NaN where not known, and what is known of its effect. */
  record Measure(
      Text title, double nok, String period, Estimated estimated, Optional<Effect> effect) {
    double smallest() {
      double declared = estimated.indicator().smallestImportant();
      return Double.isNaN(declared) ? 0 : declared;
    }

    boolean isShown() {
      return effect.isPresent() && effect.get().isBeyond(smallest());
    }

    boolean isHarm() {
      return effect.isPresent() && effect.get().isHarm();
    }
  }

  /** The parts of the pairs of units, of 100. */
  record Bar(long reversed, long same, long cannotTell, boolean distinguishable, double smallest) {}

  private final Material material;
  private final List<Measure> measures;
  private final Case applies;

  TenSeconds(Material material) {
    this.material = material;
    this.measures = measures(material);
    this.applies = applies();
  }

  private static List<Measure> measures(Material material) {
    List<Measure> all = new ArrayList<>();
    List<Contrasted.Measure> paid =
        material.contrast().map(Contrasted::measures).orElse(List.of());
    if (paid.isEmpty()) {
      material
          .analyses()
          .values()
          .forEach(estimated -> all.add(new Measure(
              estimated.intervention(), Double.NaN, "", estimated, Effect.of(estimated))));
    }
    for (Contrasted.Measure measure : paid) {
      Estimated estimated = material.analyses().get(measure.analysis());
      if (estimated != null) {
        all.add(new Measure(
            measure.title(), measure.nok(), measure.period(), estimated, Effect.of(estimated)));
      }
    }
    return all;
  }

  private Case applies() {
    boolean outcomes = material.indicators().values().stream()
        .anyMatch(measured -> measured.indicator().level() == Level.OUTCOME
            && !new Course(measured.country()).isEmpty());
    if (!outcomes) {
      return Case.NO_OUTCOME_DATA;
    }
    if (measures.stream().allMatch(measure -> measure.effect().isEmpty())) {
      return Case.LEVELS_ONLY;
    }
    return measures.stream().anyMatch(measure -> measure.isShown() || measure.isHarm())
        ? Case.TYPICAL
        : Case.NOTHING_DISTINGUISHABLE;
  }

  Case of() {
    return applies;
  }

  List<Measure> measures() {
    return measures;
  }

  Text text() {
    return Phrases.sentences(
        switch (applies) {
          case TYPICAL -> List.of(most(), pairs());
          case NOTHING_DISTINGUISHABLE -> List.of(nothing());
          case NO_OUTCOME_DATA -> List.of(noOutcome());
          case LEVELS_ONLY -> List.of(levels());
        });
  }

  // sentence 1: the measures

  private Text most() {
    List<Measure> shown = measures.stream().filter(Measure::isShown).toList();
    List<Measure> harm = measures.stream().filter(Measure::isHarm).toList();
    Optional<Measure> most = mostMoney();
    Text first = most.map(m -> Text.of(
                "Mest penger gikk til {0} ({1})",
                "Mest pengar gjekk til {0} ({1})", "Most money went to {0} ({1})")
            .with(m.title(), Money.of(m.nok())))
        .orElse(Text.none());
    Text sentence;
    if (shown.isEmpty()) {
      sentence = most.isPresent()
          ? first.plus(Text.of(
              ", og ingen av tiltakene viser effekt.",
              ", og ingen av tiltaka viser effekt.",
              ", and none of the measures shows an effect."))
          : Text.of(
              "Ingen av tiltakene viser effekt.",
              "Ingen av tiltaka viser effekt.",
              "None of the measures shows an effect.");
    } else if (most.isEmpty()) {
      sentence = Text.of(
              "Av {0} viser {1} effekt.",
              "Av {0} viser {1} effekt.",
              shown.size() == 1 ? "Of {0}, {1} shows an effect." : "Of {0}, {1} show an effect.")
          .with(counted(measures.size()), list(shown, false));
      if (measures.size() == 1) {
        sentence = Text.of("{0} viser effekt.", "{0} viser effekt.", "{0} shows an effect.")
            .with(list(shown, false));
      }
    } else if (shown.contains(most.get())) {
      List<Measure> others = shown.stream().filter(m -> m != most.get()).toList();
      sentence = others.isEmpty()
          ? first.plus(Text.of(
                  ", som også er det eneste som viser effekt: {0}.",
                  ", som òg er det einaste som viser effekt: {0}.",
                  ", which is also the only one to show an effect: {0}.")
              .with(size(most.get())))
          : first.plus(Text.of(
                  ", som viser effekt: {0}. Det gjør også {1}.",
                  ", som viser effekt: {0}. Det gjer òg {1}.",
                  ", which shows an effect: {0}. So does {1}.")
              .with(size(most.get()), list(others, true)));
    } else {
      sentence = first.plus(Text.of(", men bare {0}.", ", men berre {0}.", ", but only {0}.")
          .with(
              shown.size() == 1
                  ? Text.of(
                          "{0} viser effekt: {1}",
                          "{0} viser effekt: {1}", "{0} shows an effect: {1}")
                      .with(titled(shown.get(0)), size(shown.get(0)))
                  : Text.of("{0} viser effekt", "{0} viser effekt", "{0} show an effect")
                      .with(list(shown, true))));
    }
    return harm.isEmpty()
        ? sentence
        : sentence.plus(Text.of(
                " {0} viser effekt den gale veien: {1}.",
                " {0} viser effekt den gale vegen: {1}.",
                " {0} shows an effect the wrong way: {1}.")
            .with(harm.get(0).title(), size(harm.get(0))));
  }

  private static Text counted(int measures) {
    return Text.of("{0} tiltak", "{0} tiltak", "{0} measures").with(measures);
  }

  private static Text titled(Measure measure) {
    return Double.isNaN(measure.nok())
        ? measure.title()
        : measure
            .title()
            .plus(Text.same(" ("))
            .plus(Phrases.moneyAgain(measure.nok()))
            .plus(Text.same(")"));
  }

  private Text list(List<Measure> all, boolean money) {
    Text list = Text.none();
    for (int k = 0; k < all.size(); k++) {
      Measure one = all.get(k);
      Text between = k == 0
          ? Text.none()
          : k + 1 < all.size() ? Text.same(", ") : Text.of(" og ", " og ", " and ");
      Text entry = Text.of("{0} med {1}", "{0} med {1}", "{0} with {1}")
          .with(money ? titled(one) : one.title(), size(one));
      list = list.plus(between).plus(entry);
    }
    return list;
  }

  Optional<Measure> mostMoney() {
    return measures.stream()
        .filter(measure -> !Double.isNaN(measure.nok()))
        .max(Comparator.comparingDouble(Measure::nok));
  }

  /** {@code 1,6 færre av 100 unge utenfor (1,3–1,9)}: to one digit of the width of the interval. */
  Text size(Measure measure) {
    Effect effect = measure.effect().orElseThrow();
    int decimals = Math.max(0, Numerals.decimalsFor(effect.low(), effect.high()) - 1);
    double small = Math.min(Math.abs(effect.low()), Math.abs(effect.high()));
    double large = Math.max(Math.abs(effect.low()), Math.abs(effect.high()));
    Text interval = Text.same("(")
        .plus(Phrases.number(small, decimals))
        .plus(Text.same("–"))
        .plus(Phrases.number(large, decimals))
        .plus(Text.same(")"));
    Text number = Phrases.number(Math.abs(effect.estimate()), decimals);
    Text words = words(measure.estimated().indicator());
    if (!words.isBlank()) {
      return Text.of("{0} {1} av 100 {2} {3}", "{0} {1} av 100 {2} {3}", "{0} {1} of 100 {2} {3}")
          .with(
              number,
              effect.estimate() < 0
                  ? Text.of("færre", "færre", "fewer")
                  : Text.of("flere", "fleire", "more"),
              words,
              interval);
    }
    return Text.of("{0} {1} «{2}» {3}", "{0} {1} «{2}» {3}", "{0} {1} “{2}” {3}")
        .with(
            number.plus(points(measure.estimated().indicator())),
            effect.estimate() < 0
                ? Text.of("lavere", "lågare", "lower")
                : Text.of("høyere", "høgare", "higher"),
            measure.estimated().indicator().title(),
            interval);
  }

  /** What is counted, of shares in percent only. */
  private Text words(Indicator indicator) {
    return indicator.unitOfMeasure().equals("percent")
        ? material.words().getOrDefault(indicator.id(), Text.none())
        : Text.none();
  }

  static Text points(Indicator indicator) {
    return indicator.unitOfMeasure().equals("percent")
        ? Text.of(" prosentpoeng", " prosentpoeng", " percentage points")
        : Phrases.unit(indicator.unitOfMeasure());
  }

  // sentence 2: the units

  Optional<Bar> bar() {
    return material.contrast().flatMap(Contrasted::units).flatMap(TenSeconds::bar);
  }

  /** By spending adjusted for need where that was made, else by spending as it is. */
  private static Optional<Bar> bar(Result result) {
    return bar(result, "need-adjusted").or(() -> bar(result, "input"));
  }

  static Optional<Bar> bar(Result result, String axis) {
    Frame headline = result.tables().get("headline");
    if (headline == null) {
      return Optional.empty();
    }
    double reversed = Double.NaN;
    double same = Double.NaN;
    double unknown = Double.NaN;
    double smallest = Double.NaN;
    boolean distinguishable = false;
    for (int row = 0; row < headline.rows(); row++) {
      if (headline.text("axis").get(row).equals(axis)) {
        double value = headline.number("estimate").value(row);
        switch (headline.text("measure").get(row)) {
          case "likely_reversed" -> {
            reversed = value;
            distinguishable = headline.text("note").get(row).equals("typical");
          }
          case "likely_same_way" -> same = value;
          case "cannot_tell" -> unknown = value;
          case "smallest_difference" -> smallest = value;
          default -> {
            // not a part of the bar
          }
        }
      }
    }
    if (Double.isNaN(reversed + same + unknown)) {
      return Optional.empty();
    }
    long[] whole = Numerals.hundredths(reversed, same, unknown);
    return Optional.of(new Bar(whole[0], whole[1], whole[2], distinguishable, smallest));
  }

  Text pairsOfUnits() {
    return switch (material.unitLevel()) {
      case "kommune" -> Text.of("kommunepar", "kommunepar", "municipality pairs");
      case "fylke" -> Text.of("fylkespar", "fylkespar", "county pairs");
      case "skole" -> Text.of("skolepar", "skulepar", "school pairs");
      default -> Text.of("par av enheter", "par av einingar", "pairs of units");
    };
  }

  private Text pairs() {
    Optional<Bar> found = bar();
    if (found.isEmpty()) {
      return material.contrast().map(Contrasted::lacking).orElse(List.of()).stream()
          .findFirst()
          .orElse(Text.none());
    }
    Bar bar = found.get();
    if (!bar.distinguishable()) {
      return Text.of(
              "Enhetene kan ikke skilles på effekt: bare forskjeller over {0} ville ventelig synes.",
              "Einingane kan ikkje skiljast på effekt: berre skilnader over {0} ville venteleg synast.",
              "The units cannot be told apart on effect: only differences above {0} could be expected to show.")
          .with(difference(bar.smallest()));
    }
    Text way = isNeutral()
        ? Text.of(
            "i {2} er rekkefølgen etter pengebruk{4} en annen, i {3} den samme.",
            "i {2} er rekkjefølgja etter pengebruk{4} ei anna, i {3} den same.",
            "in {2} the order by spending{4} differs, in {3} it does not.")
        : Text.of(
            "i {2} peker pengebruken{4} motsatt vei, i {3} samme vei.",
            "i {2} peikar pengebruken{4} motsett veg, i {3} same veg.",
            "in {2} spending{4} points the other way, in {3} the same way.");
    return Text.of(
            "I {0} av 100 {1} kan vi ikke si hvem som har størst effekt; ",
            "I {0} av 100 {1} kan vi ikkje seie kven som har størst effekt; ",
            "In {0} of 100 {1} we cannot tell whose effect is larger; ")
        .plus(way)
        .with(bar.cannotTell(), pairsOfUnits(), bar.reversed(), bar.same(), adjusted());
  }

  /** What is said of spending that was adjusted for need; blank where it was not. */
  private Text adjusted() {
    return material.contrast().flatMap(Contrasted::need).isPresent()
        ? Text.of(" justert for behov", " justert for behov", " adjusted for need")
        : Text.none();
  }

  boolean isNeutral() {
    return material.contrast().map(Contrasted::reads).orElse("").equals("neutral");
  }

  // the other cases

  private Text nothing() {
    List<Measure> known = measures.stream()
        .filter(m -> m.effect().isPresent() && m.effect().get().stdError() > 0)
        .toList();
    if (known.size() == 1) {
      return Text.of(
              "Tallene viser ikke om {0} har effekt. Det betyr ikke at effekten er null: bare en effekt over {1} ville ventelig synes.",
              "Tala viser ikkje om {0} har effekt. Det betyr ikkje at effekten er null: berre ein effekt over {1} ville venteleg synast.",
              "These figures do not show whether {0} has an effect. That does not mean zero: only an effect above {1} could be expected to show.")
          .with(
              known.get(0).title(),
              difference(known.get(0).effect().orElseThrow().detectable()));
    }
    if (known.isEmpty()) {
      return Text.of(
          "Tallene viser ikke om tiltakene har effekt: usikkerheten kan ikke regnes ut. Ikke ranger.",
          "Tala viser ikkje om tiltaka har effekt: uvissa kan ikkje reknast ut. Ikkje ranger.",
          "These figures do not show whether the measures have an effect: the uncertainty cannot be computed. Do not rank.");
    }
    return Text.of(
            "Tallene kan ikke skille tiltakene på effekt. Det betyr ikke at effekten er lik eller null: bare forskjeller over {0} ville ventelig synes. Ikke ranger.",
            "Tala kan ikkje skilje tiltaka på effekt. Det betyr ikkje at effekten er lik eller null: berre skilnader over {0} ville venteleg synast. Ikkje ranger.",
            "These figures cannot tell the measures apart on effect. That does not mean equal or zero: only differences above {0} could be expected to show. Do not rank.")
        .with(difference(smallestDifference(known)));
  }

  /** (z.975 + z.80) · median √(d_i + d_j) over the pairs. */
  private static double smallestDifference(List<Measure> known) {
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      for (int j = 0; j < i; j++) {
        double a = known.get(i).effect().orElseThrow().stdError();
        double b = known.get(j).effect().orElseThrow().stdError();
        widths.add(Math.sqrt(a * a + b * b));
      }
    }
    return Z_SUM * Ranks.median(widths.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Text difference(double size) {
    Text number = Phrases.number(size, Math.min(3, Numerals.decimalsFor(0, size)));
    return measures.isEmpty()
        ? number
        : number.plus(points(measures.get(0).estimated().indicator()));
  }

  private Text noOutcome() {
    if (material.coverage().isPresent()) {
      return material.coverage().get().reading().get(0);
    }
    int n = material.indicators().size();
    return Text.of(
            "Ingen av de {0} indikatorene viser hvordan det går med innbyggerne. Det følges bare med innsats og aktivitet. Om det virker, kan ikke vurderes.",
            "Ingen av dei {0} indikatorane viser korleis det går med innbyggjarane. Det blir berre følgt med innsats og aktivitet. Om det verkar, kan ikkje vurderast.",
            "None of the {0} indicators shows how residents fare. Only input and activity are followed. Whether it works cannot be judged.")
        .with(n);
  }

  private Text levels() {
    Text together = Text.none();
    Contrasted.Levels levels = material.contrast().flatMap(Contrasted::levels).orElse(null);
    Measured outcome = levels == null ? null : material.indicators().get(levels.outcome());
    if (levels != null && outcome != null && (levels.low() > 0 || levels.high() < 0)) {
      Indicator indicator = outcome.indicator();
      Text words = words(indicator);
      Text what = words.isBlank()
          ? Text.of("høye tall for «{0}»", "høge tal for «{0}»", "high figures for “{0}”")
              .with(indicator.title())
          : Text.of("mange {0}", "mange {0}", "many {0}").with(words);
      Text few = words.isBlank()
          ? Text.of("lave tall for «{0}»", "låge tal for «{0}»", "low figures for “{0}”")
              .with(indicator.title())
          : Text.of("få {0}", "få {0}", "few {0}").with(words);
      boolean lower = indicator.direction() == Direction.LOWER_IS_BETTER;
      boolean bad = lower == levels.spearman() > 0;
      Text why = bad
          ? Text.of(
              "det kan skyldes større behov",
              "det kan komme av større behov",
              "greater need may be why")
          : Text.of(
              "det kan skyldes andre forhold enn pengene",
              "det kan komme av andre forhold enn pengane",
              "something other than the money may be why");
      together = Text.of(
              " Høye utgifter og {0} følges ad; {1}.",
              " Høge utgifter og {0} følgjest åt; {1}.", " High spending and {0} go together; {1}.")
          .with(levels.spearman() > 0 ? what : few, why);
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

  // the bar and the table

  /** The bar of 100 pairs; none where no pair can be told. */
  Optional<Share> share() {
    if (applies != Case.TYPICAL) {
      return Optional.empty();
    }
    return bar()
        .filter(Bar::distinguishable)
        .map(bar -> new Share(
            "pairs",
            Text.of(
                    "Av 100 {0}: peker pengebruken{1} samme vei som effekten?",
                    "Av 100 {0}: peikar pengebruken{1} same veg som effekten?",
                    "Of 100 {0}: does spending{1} point the same way as the effect?")
                .with(pairsOfUnits(), adjusted()),
            List.of(
                new Share.Part(
                    isNeutral()
                        ? Text.of("annen rekkefølge", "anna rekkjefølgje", "other order")
                        : Text.of("motsatt vei", "motsett veg", "the other way"),
                    bar.reversed(),
                    Tone.FOCUS),
                new Share.Part(
                    isNeutral()
                        ? Text.of("samme rekkefølge", "same rekkjefølgje", "same order")
                        : Text.of("samme vei", "same veg", "the same way"),
                    bar.same(),
                    Tone.SECOND),
                new Share.Part(
                    Text.of("kan ikke si", "kan ikkje seie", "cannot tell"),
                    bar.cannotTell(),
                    Tone.CONTEXT))));
  }

  Table table(String id, Language language) {
    TextColumn.Builder question = TextColumn.builder("question");
    TextColumn.Builder what = TextColumn.builder("what");
    TextColumn.Builder number = TextColumn.builder("number");
    row(
        language,
        question,
        what,
        number,
        Text.of("Dit gikk mest penger", "Dit gjekk mest pengar", "Where most money went"),
        mostMoney()
            .map(Measure::title)
            .orElse(Text.of("Vet vi ikke", "Veit vi ikkje", "Not known")),
        mostMoney()
            .map(m ->
                Text.of("{0} i {1}", "{0} i {1}", "{0} in {1}").with(Money.of(m.nok()), m.period()))
            .orElse(Text.of(
                "pengene er ikke ført på tiltak",
                "pengane er ikkje førte på tiltak",
                "the money is not entered by measure")));
    List<Measure> shown = measures.stream().filter(Measure::isShown).toList();
    Text effect = Text.of("Dette viser effekt", "Dette viser effekt", "What shows an effect");
    if (shown.isEmpty()) {
      row(
          language,
          question,
          what,
          number,
          effect,
          Text.of("Ingen tiltak", "Ingen tiltak", "No measure"),
          measures.isEmpty()
              ? Text.of(
                  "ingen er sammenlignet med noen som ikke hadde det",
                  "ingen er samanlikna med nokon som ikkje hadde det",
                  "none is compared with any that did not have it")
              : Text.of("i disse tallene", "i desse tala", "in these figures"));
    }
    shown.forEach(m -> row(language, question, what, number, effect, m.title(), size(m)));
    unknown(language, question, what, number);
    Frame frame = Frame.of(question.build(), what.build(), number.build());
    return new Table(
        id + "-screen",
        Text.none(),
        Text.none(),
        List.of(
            new Shown("question", Text.none(), Shown.AS_IS),
            new Shown("what", Text.of("Tiltak", "Tiltak", "Measure"), Shown.AS_IS),
            new Shown("number", Text.of("Tall", "Tal", "Figures"), Shown.AS_IS)),
        frame);
  }

  private void unknown(
      Language language,
      TextColumn.Builder question,
      TextColumn.Builder what,
      TextColumn.Builder number) {
    Text told = Text.of("Dette kan ikke sies", "Dette kan ikkje seiast", "What cannot be told");
    List<Measure> open = measures.stream()
        .filter(measure -> !measure.isShown() && !measure.isHarm())
        .toList();
    for (Measure measure : open) {
      row(
          language,
          question,
          what,
          number,
          told,
          Text.of("Om {0} virker", "Om {0} verkar", "Whether {0} works").with(measure.title()),
          measure
              .effect()
              .map(effect -> Text.of(
                      "{0}; endringen er {1}{4}, fra {2} til {3}",
                      "{0}; endringa er {1}{4}, frå {2} til {3}",
                      "{0}; the change is {1}{4}, from {2} to {3}")
                  .with(
                      effect.reason(),
                      near(effect, effect.estimate()),
                      near(effect, effect.low()),
                      near(effect, effect.high()),
                      points(measure.estimated().indicator())))
              .orElse(Text.of(
                  "det kunne ikke anslås",
                  "det kunne ikkje reknast ut",
                  "it could not be estimated")));
    }
    if (open.isEmpty()) {
      row(
          language,
          question,
          what,
          number,
          told,
          measures.isEmpty()
              ? Text.of("Alle tiltak", "Alle tiltak", "All measures")
              : Text.of("Mellom enhetene", "Mellom einingane", "Between units"),
          measures.isEmpty()
              ? Text.of("hva de har endret", "kva dei har endra", "what they have changed")
              : bar()
                  .map(bar -> Text.of(
                          "hvem som har størst effekt, i {0} av 100 {1}",
                          "kven som har størst effekt, i {0} av 100 {1}",
                          "whose effect is larger, in {0} of 100 {1}")
                      .with(bar.cannotTell(), pairsOfUnits()))
                  .orElse(Text.of(
                      "hvem som har størst effekt",
                      "kven som har størst effekt",
                      "whose effect is larger")));
    }
  }

  /** To one digit of the width of its interval. */
  private static Text near(Effect effect, double x) {
    return Phrases.number(x, Math.max(0, Numerals.decimalsFor(effect.low(), effect.high()) - 1));
  }

  private static void row(
      Language language,
      TextColumn.Builder question,
      TextColumn.Builder what,
      TextColumn.Builder number,
      Text asked,
      Text answer,
      Text figures) {
    question.add(asked.in(language));
    what.add(answer.in(language));
    number.add(figures.in(language));
  }
}
