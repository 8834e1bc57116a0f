package no.utfall.method;

import no.utfall.figure.Type;
import no.utfall.text.Text;

/** Options that mean the same in every method that has them. */
public final class Roles {

  public static final Option BY = Option.columns(
      "by",
      Type.TEXT,
      Text.of(
          "Kolonner å regne for", "Kolonnar å rekne for", "Columns to compute for, with commas"));
  public static final Option UNIT = Option.column(
      "unit",
      Type.TEXT,
      Text.of(
          "Enhet, en kode som tekst", "Eining, ein kode som tekst", "Unit, a code that is text"));
  public static final Option PERIOD = Option.column(
      "period",
      Type.TEXT,
      Text.of("Periode, for eksempel år", "Periode, til dømes år", "Period, a year"));
  public static final Option COUNT = Option.column(
      "count",
      Type.COUNT,
      Text.of("Hendelser eller personer", "Hendingar eller personar", "Events, cases"));
  public static final Option POPULATION = Option.column(
      "population",
      Type.SIZE,
      Text.of(
          "Nevner: personer eller personår",
          "Nemnar: personar eller personår",
          "Denominator: persons or person-years at risk"));
  public static final Option VALUE = Option.column(
      "value",
      Type.NUMBER,
      Text.of("Et tall som er regnet ut", "Eit tal som er rekna ut", "A number already computed"));
  public static final Option CONF_LEVEL = Option.numbers(
      "conf-level",
      "0.95",
      Text.of(
          "Konfidensnivå, flere med komma",
          "Konfidensnivå, fleire med komma",
          "Confidence levels, with commas"));

  private Roles() {}

  public static Option per(String fallback) {
    return Option.number(
        "per",
        fallback,
        Text.of("Oppgi per så mange", "Oppgi per så mange", "Report per this many"));
  }
}
