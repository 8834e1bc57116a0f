package no.utfall.report;

import java.util.List;
import java.util.Optional;
import no.utfall.method.Result;
import no.utfall.problem.Finding;
import no.utfall.text.Text;

/**
 * Money set against effect.
 *
 * @param reads how high spending is read
 * @param input the indicator of the spending, when there is one
 * @param units the board of the units that adopted a measure, when it could be made
 * @param need how the spending of that board was adjusted for need, where it was
 * @param lacking what could not be made, and why
 * @param levels how spending and outcome go together over all units
 */
public record Contrasted(
    String id,
    Text title,
    String reads,
    Optional<String> input,
    List<Measure> measures,
    Optional<Result> units,
    Optional<Need> need,
    List<Text> lacking,
    Optional<Levels> levels,
    List<Finding> findings) {

  public Contrasted {
    measures = List.copyOf(measures);
    lacking = lacking.stream().distinct().toList();
    findings = List.copyOf(findings);
  }

  /**
   * One measure with its money.
   *
   * @param analysis of its effect
   * @param nok kroner in that period; NaN when not known
   * @param adopters units that have started
   */
  public record Measure(
      String intervention, String analysis, Text title, double nok, String period, int adopters) {}

  /**
   * What stands for need.
   *
   * @param indicators their titles
   * @param from first period looked at
   * @param to last period looked at, before any measure started
   * @param explained share of the differences in spending then
   */
  public record Need(List<Text> indicators, String from, String to, double explained) {
    public Need {
      indicators = List.copyOf(indicators);
    }
  }

  /** Spearman's coefficient of spending and an outcome, with its interval. */
  public record Levels(String outcome, double spearman, double low, double high, int units) {}
}
