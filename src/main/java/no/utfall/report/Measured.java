package no.utfall.report;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.panel.Indicator;
import no.utfall.problem.Finding;
import no.utfall.text.Text;

/**
 * One indicator, measured.
 *
 * @param units one row a unit and period: {@code unit, period, estimate, conf_low, conf_high, status, note}; what is not
 *     known has a status and a note
 * @param country the same for all units together, without {@code unit}
 * @param national how the number of the country is made of those of the units
 */
public record Measured(
    Indicator indicator, Frame units, Frame country, Text national, List<Finding> findings) {
  public Measured {
    findings = List.copyOf(findings);
  }
}
