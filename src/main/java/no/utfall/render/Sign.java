package no.utfall.render;

import no.utfall.figure.Status;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** The standard signs that stand in people's tables where a number cannot. */
enum Sign {
  NOT_APPLICABLE(".", "[z]", Text.of("ikke aktuelt", "ikkje aktuelt", "not applicable")),
  NOT_AVAILABLE("..", "[x]", Text.of("tall mangler", "tal manglar", "not available")),
  SUPPRESSED(
      ":",
      "[c]",
      Text.of(
          "skjult av hensyn til personvern",
          "skjult av omsyn til personvern",
          "suppressed for confidentiality"));

  final String mark;
  final String shorthand;
  final Text meaning;

  Sign(String mark, String shorthand, Text meaning) {
    this.mark = mark;
    this.shorthand = shorthand;
    this.meaning = meaning;
  }

  /** The sign of a cell without a number; none where the cell is simply left open. */
  static @Nullable Sign of(Status status) {
    return switch (status) {
      case SUPPRESSED -> SUPPRESSED;
      case NOT_APPLICABLE, NO_UNIT -> NOT_APPLICABLE;
      case ABSENT -> NOT_AVAILABLE;
      case KNOWN, MISSING, NOT_CALCULATED -> null;
    };
  }
}
