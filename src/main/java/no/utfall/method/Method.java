package no.utfall.method;

import no.utfall.figure.Frame;

/** One method: a card, and a pure function from data and settings to a result. Stateless. */
public interface Method {

  Card card();

  /**
   * Computes. What cannot be estimated is a row with a status and a note, and a finding; when nothing at all can be
   * estimated, a {@link no.utfall.problem.Refusal} with the reason.
   *
   * @param data holds every column that the settings name, of the type of its role
   */
  Result apply(Frame data, Settings settings);
}
