package no.utfall.method.poverty;

import no.utfall.figure.Frame;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;

/** The method {@code poverty}: low income and other states of persons, for every group. */
public final class PovertyMethod implements Method {

  @Override
  public Card card() {
    return PovertyCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    Plan plan = Plan.of(data, settings);
    return PovertyResult.of(Persons.of(data, plan));
  }
}
