package no.utfall.panel;

import no.utfall.text.Text;

/** What an indicator measures: what is put in, done, delivered, or changed. */
public enum Level {
  INPUT("input", Text.of("innsats", "innsats", "input")),
  ACTIVITY("activity", Text.of("aktivitet", "aktivitet", "activity")),
  OUTPUT("output", Text.of("produkt", "produkt", "output")),
  OUTCOME("outcome", Text.of("utfall", "utfall", "outcome"));

  private final String code;
  private final Text word;

  Level(String code, Text word) {
    this.code = code;
    this.word = word;
  }

  public String code() {
    return code;
  }

  public Text word() {
    return word;
  }
}
