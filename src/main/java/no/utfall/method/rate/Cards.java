package no.utfall.method.rate;

import no.utfall.method.Card;
import no.utfall.text.Text;

/** What the cards here have in common. */
final class Cards {

  static final Card.Named LOWEST = new Card.Named(
      "lowest",
      Text.of(
          "Det minste målet kan være når skjulte celler har kjente grenser",
          "Det minste målet kan vere når skjulte celler har kjende grenser",
          "The smallest the measure can be, when hidden cells have known bounds"));
  static final Card.Named HIGHEST = new Card.Named(
      "highest",
      Text.of(
          "Det største målet kan være når skjulte celler har kjente grenser",
          "Det største målet kan vere når skjulte celler har kjende grenser",
          "The largest the measure can be, when hidden cells have known bounds"));
  static final Card.Named SIZES = new Card.Named(
      "sizes",
      Text.of(
          "Hendelser (events) og nevner (population) for hver gruppe",
          "Hendingar (events) og nemnar (population) for kvar gruppe",
          "Events and population of every group"));

  private Cards() {}
}
