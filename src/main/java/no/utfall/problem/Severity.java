package no.utfall.problem;

import no.utfall.text.Text;

/** How much a finding weighs; fixed by the first letter of its code. */
public enum Severity {
  ERROR("error", Text.of("feil", "feil", "error")),
  WARNING("warning", Text.of("advarsel", "åtvaring", "warning")),
  NOTE("note", Text.of("merknad", "merknad", "note"));

  private final String code;
  private final Text word;

  Severity(String code, Text word) {
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
