package no.utfall.build;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.problem.Finding;
import no.utfall.report.Sourced;

/**
 * One source, brought to the codes of the project.
 *
 * @param frame {@code unit}, {@code period}, further keys, numbers; unique in unit, period and keys
 * @param keys the further text columns
 * @param findings that stand in no file of it, or came up when all of them were read
 */
record SourceData(
    Project.SourceSpec spec,
    Frame frame,
    List<String> keys,
    Sourced report,
    List<Finding> findings) {
  SourceData {
    keys = List.copyOf(keys);
    findings = List.copyOf(findings);
  }
}
