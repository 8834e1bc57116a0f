package no.utfall.catalog;

import no.utfall.text.Text;

/** How help and manual group the words of the command line. */
public enum Group {
  START(Text.of("Kom i gang", "Kom i gang", "Start")),
  DATA(Text.of("Data", "Data", "Data")),
  INDICATORS(Text.of("Indikatorer", "Indikatorar", "Indicators")),
  EFFECTS(Text.of("Effekter", "Effektar", "Effects")),
  VALUE(Text.of("Verdi", "Verdi", "Value")),
  CONTRAST(Text.of("Kontrast", "Kontrast", "Contrast")),
  PUBLISH(Text.of("Publiser", "Publiser", "Publish")),
  PROJECT(Text.of("Prosjekt", "Prosjekt", "Project"));

  private final Text title;

  Group(Text title) {
    this.title = title;
  }

  public Text title() {
    return title;
  }
}
