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
 * @param country the same for all units together, without {@code unit}; the status {@code bounded} says that hidden
 *     counts were taken between their limits, and that the interval covers both
 * @param national how the number of the country is made of those of the units
 */
public record Measured(
    Indicator indicator, Frame units, Frame country, Text national, List<Finding> findings) {
  public Measured {
    findings = List.copyOf(findings);
  }

  /** Whether hidden counts stand behind any number of the country. */
  boolean isBounded() {
    for (int row = 0; row < country.rows(); row++) {
      if (country.text("status").get(row).equals("bounded")) {
        return true;
      }
    }
    return false;
  }
}
