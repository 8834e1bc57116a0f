package no.utfall.build;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.report.Sourced;

/**
 * One source, brought to the codes of the project.
 *
 * @param frame {@code unit}, {@code period}, further keys, numbers; unique in unit, period and keys
 * @param keys the further text columns
 */
record SourceData(Project.SourceSpec spec, Frame frame, List<String> keys, Sourced report) {
  SourceData {
    keys = List.copyOf(keys);
  }
}
