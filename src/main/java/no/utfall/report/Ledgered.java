package no.utfall.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.method.Result;
import no.utfall.text.Text;

/**
 * Who pays and who gains.
 *
 * @param persons that the costs are for; NaN when not said
 * @param budgets names of budgets by their code
 */
public record Ledgered(List<Account> accounts, double persons, Map<String, Text> budgets) {

  public Ledgered {
    accounts = List.copyOf(accounts);
    budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
  }

  /**
   * One measure.
   *
   * @param shown whether its effect is, and the gain is made of it
   */
  public record Account(
      String intervention, String analysis, Optional<Result> result, boolean shown) {}
}
