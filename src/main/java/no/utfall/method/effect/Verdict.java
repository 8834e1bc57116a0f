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
    sentences.add(effect(result.inference(), result.level(), result.outcome()));
    sentences.add(average());
    sentences.add(comparison());
    sentences.add(assumption());
    if (result.treatedClusters() < StaggeredResult.FEW) {
      sentences.add(few(result.treatedClusters()));
    }
    sentences.add(notProof());
    return sentences;
  }

  /** Direction and size where the interval tells them, else that these data cannot. */
  static Text effect(Inference inference, double level, Outcome outcome) {
    double low = inference.isKnown() ? inference.low(level) : Double.NaN;
    double high = inference.isKnown() ? inference.high(level) : Double.NaN;
    int decimals = Numerals.decimalsFor(low, high);
    Text size = Words.number(inference.effect(), decimals).plus(outcome.unitInWords());
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
      Words.percent(level),
      Words.number(low, decimals),
      Words.number(high, decimals),
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
    return compared.plus(Text.of(" Utelatt: {0}.", " Utelate: {0}.", " Left out: {0}.")
        .with(Words.units(result.dropped())));
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
    if (result.pretrendP() < DIFFERENT_COURSES) {
      return Text.of(
              "Gruppene gikk ulike veier i «{0}» allerede før start",
              "Gruppene gjekk ulike vegar i «{0}» alt før start",
              "The groups went different ways in “{0}” before the start")
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
            Words.number(Math.abs(inference.effect()), decimals)
                .plus(result.outcome().unitInWords()),
            inference.effect() > 0 ? HIGHER : LOWER);
  }
}
