package no.utfall.report;

import java.util.List;
import no.utfall.problem.Ledger;
import no.utfall.text.Text;

/**
 * One source as it was read.
 *
 * @param ledgers one a file
 * @param units how many units stand in it after reading
 */
public record Sourced(String id, Text title, List<Ledger> ledgers, int units) {
  public Sourced {
    ledgers = List.copyOf(ledgers);
  }
}
