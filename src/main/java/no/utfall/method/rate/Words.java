package no.utfall.method.rate;

import no.utfall.text.Numerals;
import no.utfall.text.Text;

/**
 * What a measure is called.
 *
 * @param code in the column {@code measure}
 * @param unitCode in the column {@code unit_of_measure}, empty when the unit is not known
 * @param noun capitalised, as a heading
 * @param definite capitalised, to begin a sentence
 * @param unit after a number, blank when there is none
 */
record Words(
    String code, String unitCode, Text noun, Text definite, Text highest, Text lowest, Text unit) {

  static Words proportion(double per) {
    boolean percent = per == 100;
    return new Words(
        "proportion",
        percent ? "percent" : "per " + Numerals.exact(per),
        Text.of("Andel", "Del", "Proportion"),
        Text.of("Andelen", "Delen", "The proportion"),
        Text.of("den høyeste andelen", "den høgaste delen", "the highest proportion"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        percent ? Text.of("prosent", "prosent", "percent") : per(per));
  }

  static Words rate(double per) {
    return new Words(
        "rate",
        "per " + Numerals.exact(per),
        Text.of("Rate", "Rate", "Rate"),
        Text.of("Raten", "Raten", "The rate"),
        Text.of("den høyeste raten", "den høgaste raten", "the highest rate"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        per(per));
  }

  static Words standardised(double per) {
    return new Words(
        "dsr",
        "per " + Numerals.exact(per),
        Text.of("Standardisert rate", "Standardisert rate", "Standardised rate"),
        Text.of("Den standardiserte raten", "Den standardiserte raten", "The standardised rate"),
        Text.of(
            "den høyeste standardiserte raten",
            "den høgaste standardiserte raten",
            "the highest standardised rate"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        per(per));
  }

  static Words ratioOfObserved(double base) {
    return new Words(
        "smr",
        base == 1 ? "ratio" : "reference = " + Numerals.exact(base),
        Text.of("Standardisert ratio", "Standardisert ratio", "Standardised ratio"),
        Text.of(
            "Den standardiserte ratioen", "Den standardiserte ratioen", "The standardised ratio"),
        Text.of(
            "den høyeste standardiserte ratioen",
            "den høgaste standardiserte ratioen",
            "the highest standardised ratio"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        Text.none());
  }

  static Words lifeExpectancy(String age) {
    Text from = age.equals("0")
        ? Text.none()
        : Text.of(" fra {0}", " frå {0}", " from {0}").with(age);
    return new Words(
        "life_expectancy",
        "years",
        Text.of("Forventet levealder", "Forventa levealder", "Life expectancy").plus(from),
        Text.of("Forventet levealder", "Forventa levealder", "Life expectancy").plus(from),
        Text.of(
            "den høyeste forventede levealderen",
            "den høgaste forventa levealderen",
            "the highest life expectancy"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        Text.of("år", "år", "years"));
  }

  static Words mean() {
    return new Words(
        "mean",
        "",
        Text.of("Gjennomsnitt", "Gjennomsnitt", "Mean"),
        Text.of("Gjennomsnittet", "Gjennomsnittet", "The mean"),
        Text.of("det høyeste gjennomsnittet", "det høgaste gjennomsnittet", "the highest mean"),
        Text.of("det laveste", "det lågaste", "the lowest"),
        Text.none());
  }

  static Words smoothed(double per) {
    return smoothed("per " + Numerals.exact(per), per(per));
  }

  static Words smoothedRatio(double base) {
    return smoothed(base == 1 ? "ratio" : "reference = " + Numerals.exact(base), Text.none());
  }

  private static Words smoothed(String unitCode, Text unit) {
    return new Words(
        "smoothed",
        unitCode,
        Text.of("Glattet rate", "Glatta rate", "Smoothed rate"),
        Text.of("Den glattede raten", "Den glatta raten", "The smoothed rate"),
        Text.of(
            "den høyeste glattede raten", "den høgaste glatta raten", "the highest smoothed rate"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        unit);
  }

  static Words value() {
    return new Words(
        "value",
        "",
        Text.of("Verdi", "Verdi", "Value"),
        Text.of("Verdien", "Verdien", "The value"),
        Text.of("den høyeste verdien", "den høgaste verdien", "the highest value"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        Text.none());
  }

  /** @param unit after a number; blank when it is not known */
  static Words yearlyChange(String code, String unitCode, Text unit) {
    return new Words(
        code,
        unitCode,
        Text.of("Årlig endring", "Årleg endring", "Yearly change"),
        Text.of("Den årlige endringen", "Den årlege endringa", "The yearly change"),
        Text.of(
            "den høyeste årlige endringen",
            "den høgaste årlege endringa",
            "the highest yearly change"),
        Text.of("den laveste", "den lågaste", "the lowest"),
        unit);
  }

  private static Text per(double people) {
    if (people == 1) {
      return Text.none();
    }
    int decimals = people == Math.rint(people) ? 0 : 3;
    return Text.same("per ").plus(Numerals.rounded(people, decimals));
  }

  /** A number with its unit. */
  Text amount(double x, int decimals) {
    Text number = Numerals.rounded(x, decimals);
    return unit.isBlank() ? number : number.plus(Text.same(" ")).plus(unit);
  }

  /** The noun with the unit in brackets, for an axis. */
  Text heading() {
    return unit.isBlank() ? noun : Text.same("{0} ({1})").with(noun, unit);
  }
}
