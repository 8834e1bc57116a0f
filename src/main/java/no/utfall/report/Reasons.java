package no.utfall.report;

import java.util.LinkedHashMap;
import java.util.Map;
import no.utfall.text.Text;

/** Why an effect is shown, not shown, or cannot be told: the reasons of a method in words, by what they speak of. */
final class Reasons {

  private static final Map<String, Text> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put(
        "dip",
        Text.of(
            "et dårlig år før oppstart ville alene gitt dette",
            "eit dårleg år før oppstart ville åleine gjeve dette",
            "a bad year before the start alone would give this"));
    KNOWN.put(
        "should not change",
        Text.of(
            "et utfall som tiltaket ikke skulle endre, er også endret",
            "eit utfall som tiltaket ikkje skulle endre, er òg endra",
            "an outcome that the measure should not change has changed too"));
    KNOWN.put(
        "left out",
        Text.of(
            "svaret blir et annet når noen av årene holdes utenfor",
            "svaret blir eit anna når nokre av åra blir haldne utanfor",
            "the answer is another one when some of the years are left out"));
    KNOWN.put(
        "hidden numbers",
        Text.of(
            "svaret avhenger av hva de skjulte tallene er",
            "svaret avheng av kva dei skjulte tala er",
            "the answer depends on what the hidden numbers are"));
    KNOWN.put(
        "different ways",
        Text.of(
            "gruppene gikk ulike veier alt før start",
            "gruppene gjekk ulike vegar alt før start",
            "the groups went different ways before the start"));
    KNOWN.put(
        "pretended",
        Text.of(
            "en tenkt start tidligere viser også en forskjell",
            "ein tenkt start tidlegare viser òg ein skilnad",
            "a start pretended earlier shows a difference too"));
    KNOWN.put(
        "different signs",
        Text.of(
            "fortegnet avhenger av året før start",
            "forteiknet avheng av året før start",
            "its sign depends on the year before the start"));
    KNOWN.put(
        "holds 0",
        Text.of(
            "intervallet rommer også ingen endring",
            "intervallet rommar òg inga endring",
            "its interval also holds no change"));
    KNOWN.put(
        "fewer than",
        Text.of(
            "for få enheter fikk tiltaket",
            "for få einingar fekk tiltaket",
            "too few units got the measure"));
    KNOWN.put(
        "too few periods",
        Text.of(
            "for få år før start til å prøve sammenligningen",
            "for få år før start til å prøve samanlikninga",
            "too few years before the start to test the comparison"));
    KNOWN.put(
        "no standard error",
        Text.of(
            "usikkerheten kan ikke regnes ut",
            "uvissa kan ikkje reknast ut",
            "its uncertainty cannot be computed"));
    KNOWN.put(
        "no estimate",
        Text.of(
            "det kan ikke anslås uten året før start",
            "det kan ikkje reknast ut utan året før start",
            "it cannot be estimated without the year before the start"));
    KNOWN.put(
        "off 0",
        Text.of(
            "det står seg også uten året før start",
            "det står seg òg utan året før start",
            "it stands without the year before the start too"));
  }

  private Reasons() {}

  static Text of(String words) {
    return KNOWN.entrySet().stream()
        .filter(known -> words.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Text.of(
            "det kan ikke avgjøres ut fra disse tallene",
            "det kan ikkje avgjerast ut frå desse tala",
            "it cannot be told from these data"));
  }
}
