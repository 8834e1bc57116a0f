package no.utfall.method;

import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;

/** One method: a card, and a pure function from data and settings to a result. Stateless. */
public interface Method {

  Card card();

  /**
   * Options that may name a file, with the columns that the file must have: read before {@link #apply} and handed over
   * by {@link Settings#table}, unless the option names one of its choices or {@code col:COLUMN}.
   */
  default Map<String, Map<String, Type>> files() {
    return Map.of();
  }

  /**
   * Computes. What cannot be estimated is a row with a status and a note, and a finding; when nothing at all can be
   * estimated, a {@link no.utfall.problem.Refusal} with the reason.
   *
   * @param data holds every column that the settings name, of the type of its role
   */
  Result apply(Frame data, Settings settings);
}
