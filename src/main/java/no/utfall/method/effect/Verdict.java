package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** What may be said of a staggered estimate, in plain sentences, and what may not. */
final class Verdict {

  /** A pre-trend test below this finds that the groups went different ways before the start. */
  static final double DIFFERENT_COURSES = 0.05;

  private static final Text HIGHER = Text.of("høyere", "høgare", "higher");
  private static final Text LOWER = Text.of("lavere", "lågare", "lower");

  private final StaggeredResult result;

  Verdict(StaggeredResult result) {
    this.result = result;
  }

  List<Text> sentences() {
    List<Text> sentences = new ArrayList<>();
    sentences.add(found());
    sentences.add(average());
    sentences.add(dip());
    sentences.add(comparison());
    sentences.add(assumption());
    if (result.treatedClusters() < StaggeredResult.FEW) {
      sentences.add(few(result.treatedClusters()));
    }
    sentences.add(notProof());
    return sentences;
  }

  /** Shown, not shown, or not to be told, each with its reason. */
  private Text found() {
    Inference inference = result.inference();
    Guards.Reason reason = result.reason();
    return switch (reason) {
      case OFF_ZERO ->
        Text.of("Vist. ", "Vist. ", "Shown. ")
            .plus(effect(inference, result.level(), result.outcome()));
      case DIP ->
        Text.of(
                "Ikke vist: Et dårlig år før oppstart ville alene gitt dette. «{0}» er endret fra det siste året før"
                    + " start, men ikke klart fra årene før det.",
                "Ikkje vist: Eit dårleg år før oppstart ville åleine gjeve dette. «{0}» er endra frå det siste året"
                    + " før start, men ikkje klårt frå åra før det.",
                "Not shown: a bad year before adoption alone would give this. “{0}” has changed from the last year"
                    + " before the start, but not clearly from the years before that.")
            .with(result.outcome().label());
      default ->
        inference.isTold(result.level())
            ? Text.of(
                    "Det kan ikke avgjøres ut fra disse tallene om tiltaket endret «{0}»: Anslaget er {1}, men {2}.",
                    "Det kan ikkje avgjerast ut frå desse tala om tiltaket endra «{0}»: Anslaget er {1}, men {2}.",
                    "It cannot be told from these data whether the measure changed “{0}”: the estimate is {1}, but"
                        + " {2}.")
                .with(
                    result.outcome().label(),
                    estimate(inference).plus(result.outcome().unitInWords()),
                    but(reason))
            : effect(inference, result.level(), result.outcome());
    };
  }

  private static Text but(Guards.Reason reason) {
    return switch (reason) {
      case NO_ESTIMATE ->
        Text.of(
            "det kan ikke regnes uten det siste året før start, som kan ha vært uvanlig dårlig",
            "det kan ikkje reknast utan det siste året før start, som kan ha vore uvanleg dårleg",
            "it cannot be made without the last year before the start, which may have been unusually bad");
      case NO_ERROR ->
        Text.of(
            "usikkerheten uten det siste året før start kan ikke regnes ut",
            "uvissa utan det siste året før start kan ikkje reknast ut",
            "its uncertainty without the last year before the start cannot be computed");
      case FEW ->
        Text.of(
            "for få enheter fikk tiltaket",
            "for få einingar fekk tiltaket",
            "too few units were treated");
      case COURSES ->
        Text.of(
            "gruppene gikk ulike veier allerede før tiltaket",
            "gruppene gjekk ulike vegar alt før tiltaket",
            "the groups went different ways before the measure");
      case PLACEBO ->
        Text.of(
            "en tenkt start to perioder tidligere viser også en forskjell",
            "ein tenkt start to periodar tidlegare viser òg ein skilnad",
            "a start pretended two periods earlier shows a difference too");
      case UNTESTED ->
        Text.of(
            "det er for få perioder før start til å prøve sammenligningen",
            "det er for få periodar før start til å prøve samanlikninga",
            "there are too few periods before the start to test the comparison");
      case OTHER_OUTCOME ->
        Text.of(
            "et utfall som tiltaket ikke skulle endre, er også et annet etter start",
            "eit utfall som tiltaket ikkje skulle endre, er òg eit anna etter start",
            "an outcome that the measure should not change differs after the start too");
      case OTHER_PERIODS ->
        Text.of(
            "dommen eller fortegnet blir et annet uten periodene i --without-periods",
            "dommen eller forteiknet blir eit anna utan periodane i --without-periods",
            "the verdict or the sign is another one without the periods of --without-periods");
      case HIDDEN ->
        Text.of(
            "dommen eller fortegnet blir et annet med de skjulte tallene på sitt laveste eller høyeste",
            "dommen eller forteiknet blir eit anna med dei skjulte tala på sitt lågaste eller høgaste",
            "the verdict or the sign is another one with the hidden numbers at their lowest or highest");
      case SIGNS ->
        Text.of(
            "fortegnet skifter når det siste året før start er med i grunnlaget",
            "forteiknet skiftar når det siste året før start er med i grunnlaget",
            "its sign changes with the last year before the start in the base");
      case HOLDS_ZERO, DIP, OFF_ZERO ->
        Text.of(
            "intervallet rommer også ingen endring målt mot flere år før start",
            "intervallet rommar òg inga endring målt mot fleire år før start",
            "measured against more years before the start its interval also holds no change");
    };
  }

  /** The estimate with and without the last period before the start; nothing where one is missing. */
  private Text dip() {
    Guards guards = result.guards();
    if (guards.withYearBefore().isEmpty() || guards.withoutYearBefore().isEmpty()) {
      return Text.of(
          "Om et dårlig år før oppstart alene ville gitt dette, kan ikke prøves her.",
          "Om eit dårleg år før oppstart åleine ville gjeve dette, kan ikkje prøvast her.",
          "Whether a bad year before adoption alone would give this cannot be tested here.");
    }
    return Text.of(
            "Målt fra det siste året før start er anslaget {0}; målt fra snittet av årene før det er det {1}.",
            "Målt frå det siste året før start er anslaget {0}; målt frå snittet av åra før det er det {1}.",
            "Measured from the last year before the start the estimate is {0}; from the mean of the years before"
                + " that it is {1}.")
        .with(
            guards.withYearBefore().map(Guards::inference).map(this::estimate).orElseThrow(),
            guards
                .withoutYearBefore()
                .map(Guards::inference)
                .map(this::estimate)
                .orElseThrow());
  }

  /** The number, with its interval where it has one. */
  private Text estimate(Inference inference) {
    if (!inference.isKnown()) {
      return Numerals.rounded(inference.effect(), 2);
    }
    double low = inference.low(result.level());
    double high = inference.high(result.level());
    int decimals = Numerals.decimalsFor(low, high);
    return Text.of("{0} ({1} til {2})", "{0} ({1} til {2})", "{0} ({1} to {2})")
        .with(
            Numerals.rounded(inference.effect(), decimals),
            Numerals.rounded(low, decimals),
            Numerals.rounded(high, decimals));
  }

  /** Direction and size where the interval tells them, else that these data cannot. */
  static Text effect(Inference inference, double level, Outcome outcome) {
    double low = inference.isKnown() ? inference.low(level) : Double.NaN;
    double high = inference.isKnown() ? inference.high(level) : Double.NaN;
    int decimals = Numerals.decimalsFor(low, high);
    Text size = Numerals.rounded(inference.effect(), decimals).plus(outcome.unitInWords());
    if (!inference.isKnown()) {
      return Text.of(
              "Anslaget for «{0}» er {1}, men usikkerheten kan ikke regnes ut, så det kan ikke avgjøres ut fra disse"
                  + " tallene om tiltaket hadde noe å si.",
              "Anslaget for «{0}» er {1}, men uvissa kan ikkje reknast ut, så det kan ikkje avgjerast ut frå desse"
                  + " tala om tiltaket hadde noko å seie.",
              "The estimate for “{0}” is {1}, but its uncertainty cannot be computed, so it cannot be told from these"
                  + " data whether the measure made a difference.")
          .with(outcome.label(), size);
    }
    Object[] numbers = {
      outcome.label(),
      size,
      Numerals.percent(level),
      Numerals.rounded(low, decimals),
      Numerals.rounded(high, decimals),
      inference.effect() > 0 ? HIGHER : LOWER
    };
    if (!inference.isTold(level)) {
      return Text.of(
              "Det kan ikke avgjøres ut fra disse tallene om tiltaket endret «{0}»: Anslaget er {1}, men"
                  + " {2}-prosentintervallet fra {3} til {4} rommer også ingen endring.",
              "Det kan ikkje avgjerast ut frå desse tala om tiltaket endra «{0}»: Anslaget er {1}, men"
                  + " {2}-prosentintervallet frå {3} til {4} rommar òg inga endring.",
              "It cannot be told from these data whether the measure changed “{0}”: the estimate is {1}, but the"
                  + " {2} percent interval from {3} to {4} also holds no change.")
          .with(numbers);
    }
    return Text.of(
            "Etter start er «{0}» {5} enn det ville vært uten tiltaket, dersom forutsetningen nedenfor holder:"
                + " Anslaget er {1}, med et {2}-prosentintervall fra {3} til {4}.",
            "Etter start er «{0}» {5} enn det ville vore utan tiltaket, dersom føresetnaden nedanfor held:"
                + " Anslaget er {1}, med eit {2}-prosentintervall frå {3} til {4}.",
            "After the start “{0}” is {5} than it would have been without the measure, if the assumption below"
                + " holds: the estimate is {1}, with a {2} percent interval from {3} to {4}.")
        .with(numbers);
  }

  private Text average() {
    if (result.headlineIsHorizon()) {
      return Text.of(
              "Tallet er snittet fra og med {0} perioder etter start, der hver oppstartsgruppe teller etter hvor"
                  + " mange enheter den har.",
              "Talet er snittet frå og med {0} periodar etter start, der kvar oppstartsgruppe tel etter kor mange"
                  + " einingar ho har.",
              "The figure is the average from {0} periods after the start on, each cohort counting by its number of"
                  + " units.")
          .with(Words.count(result.settings().integer("horizon")));
    }
    return Text.of(
        "Tallet er snittet over enhetene med tiltaket av virkningen etter start i hver av dem.",
        "Talet er snittet over einingane med tiltaket av verknaden etter start i kvar av dei.",
        "The figure is the average over treated units of the effect after the start in each.");
  }

  private Text comparison() {
    boolean never =
        result.settings().text("control").equals(CallawaySantanna.Control.NEVER_TREATED.code());
    Text against = never
        ? Text.of("som aldri fikk det", "som aldri fekk det", "that never had it")
        : Text.of(
            "som ikke hadde fått det ennå, eller aldri fikk det",
            "som ikkje hadde fått det enno, eller aldri fekk det",
            "that did not have it yet, or never had it");
    Text compared = Text.of(
            "{0} med tiltaket {3} sammenlignet med {1} {2}.",
            "{0} med tiltaket {3} samanlikna med {1} {2}.",
            "{0} with the measure {3} compared with {1} {2}.")
        .with(
            Words.units(result.headline().treated()),
            Words.units(result.effects().controls()),
            against,
            Words.are(result.headline().treated()));
    if (result.dropped() == 0) {
      return compared;
    }
    Text leftOut = compared.plus(Text.of(" Utelatt: {0}", " Utelate: {0}", " Left out: {0}")
        .with(Words.units(result.dropped())));
    int others = result.adoptedOther();
    if (others == 0) {
      return leftOut.plus(Text.same("."));
    }
    return leftOut.plus(Text.of(
            ", {0} av dem fordi de innførte et annet tiltak.",
            ", {0} av dei fordi dei innførte eit anna tiltak.",
            ", {0} of them because they adopted another measure.")
        .with(Words.count(others)));
  }

  private Text assumption() {
    Text rests = Text.of(
        "Forutsetningen er at utviklingen uten tiltaket ville vært den samme i begge gruppene (parallelle forløp). ",
        "Føresetnaden er at utviklinga utan tiltaket ville vore den same i begge gruppene (parallelle forløp). ",
        "The assumption is that without the measure both groups would have changed alike (parallel trends). ");
    double p = result.pretrendP();
    if (Double.isNaN(p)) {
      return rests.plus(Text.of(
          "Den lar seg ikke prøve på disse tallene.",
          "Han lèt seg ikkje prøve på desse tala.",
          "It cannot be tested on these data."));
    }
    if (p < DIFFERENT_COURSES) {
      return rests.plus(Text.of(
              "Testen av forløpene før start fant forskjeller ({0}): Gruppene gikk ulike veier allerede før"
                  + " tiltaket, så tallet bør ikke leses som en virkning.",
              "Testen av forløpa før start fann skilnader ({0}): Gruppene gjekk ulike vegar alt før tiltaket, så"
                  + " talet bør ikkje lesast som ein verknad.",
              "The test of the courses before the start found differences ({0}): the groups went different ways"
                  + " before the measure, so the figure should not be read as an effect.")
          .with(Words.pValue(p)));
    }
    return rests.plus(Text.of(
            "Testen av forløpene før start fant ingen klar forskjell ({0}); det viser ikke at forutsetningen holder.",
            "Testen av forløpa før start fann ingen klår skilnad ({0}); det viser ikkje at føresetnaden held.",
            "The test of the courses before the start found no clear difference ({0}); that does not show that the"
                + " assumption holds.")
        .with(Words.pValue(p)));
  }

  static Text few(int treated) {
    return Text.of(
            "Antall uavhengige enheter med tiltaket er bare {0}; intervallet er da for smalt.",
            "Talet på uavhengige einingar med tiltaket er berre {0}; intervallet er då for smalt.",
            "The number of independent units with the measure is only {0}; the interval is then too narrow.")
        .with(Words.count(treated));
  }

  static Text notProof() {
    return Text.of(
        "Dette er ikke bevis for årsak: Alt annet som endret seg samtidig bare for dem med tiltaket, er også med i"
            + " tallet.",
        "Dette er ikkje prov for årsak: Alt anna som endra seg samstundes berre for dei med tiltaket, er òg med i"
            + " talet.",
        "This is not proof of cause: anything else that changed at the same time only for those with the measure is"
            + " in the figure too.");
  }

  /** The message of the chart, decided by the numbers. */
  Text headline() {
    Inference inference = result.inference();
    Object label = result.outcome().label();
    if (result.reason() == Guards.Reason.DIP) {
      return Text.of(
              "Et dårlig år før oppstart ville alene gitt endringen i «{0}»",
              "Eit dårleg år før oppstart ville åleine gjeve endringa i «{0}»",
              "A bad year before adoption alone would give the change in “{0}”")
          .with(label);
    }
    if (result.pretrendP() < DIFFERENT_COURSES) {
      return Text.of(
              "Gruppene gikk ulike veier i «{0}» allerede før start",
              "Gruppene gjekk ulike vegar i «{0}» alt før start",
              "The groups went different ways in “{0}” before the start")
          .with(label);
    }
    if (result.reason().word() != Guards.Word.SHOWN && inference.isTold(result.level())) {
      return Text.of(
              "Virkningen på «{0}» kan ikke avgjøres",
              "Verknaden på «{0}» kan ikkje avgjerast", "The effect on “{0}” cannot be told")
          .with(label);
    }
    if (!inference.isTold(result.level())) {
      return Text.of(
              "Virkningen på «{0}» kan ikke skilles fra ingen endring",
              "Verknaden på «{0}» kan ikkje skiljast frå inga endring",
              "The effect on “{0}” cannot be told from no change")
          .with(label);
    }
    int decimals =
        Numerals.decimalsFor(inference.low(result.level()), inference.high(result.level()));
    return Text.of(
            "Etter start er «{0}» {1} {2} enn ventet ut fra dem det er sammenlignet med",
            "Etter start er «{0}» {1} {2} enn venta ut frå dei det er samanlikna med",
            "After the start “{0}” is {1} {2} than expected from those compared with")
        .with(
            label,
            Numerals.rounded(Math.abs(inference.effect()), decimals)
                .plus(result.outcome().unitInWords()),
            inference.effect() > 0 ? HIGHER : LOWER);
  }
}
