package no.utfall.report;

import java.util.List;
import java.util.Optional;
import no.utfall.method.Result;
import no.utfall.panel.Indicator;
import no.utfall.problem.Finding;
import no.utfall.text.Text;

/**
 * One analysis of an intervention on an indicator.
 *
 * @param method the title of the method
 * @param assumptions of the method
 * @param result empty when nothing could be estimated; then {@code findings} say why
 * @param leftOut units set aside before the method was asked, by reason
 */
public record Estimated(
    String id,
    Text title,
    Text intervention,
    Indicator indicator,
    Text method,
    List<Text> assumptions,
    Optional<Result> result,
    List<LeftOut> leftOut,
    List<Finding> findings) {

  public Estimated {
    assumptions = List.copyOf(assumptions);
    leftOut = List.copyOf(leftOut);
    findings = List.copyOf(findings);
  }

  /** How many units were set aside, and why. */
  public record LeftOut(int units, Text why) {}
}
