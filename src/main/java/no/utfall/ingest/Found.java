package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.utfall.problem.Codes;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Severity;

/** What was found in one file: the first thousand of each severity, the rest counted. */
final class Found {

  static final int KEPT = 1_000;

  private final String file;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  Found(String file) {
    this.file = file;
  }

  /** Whether one more of this severity would be kept; otherwise it need only be counted. */
  boolean wants(Severity severity) {
    return counts.getOrDefault(severity, 0) < KEPT;
  }

  void count(Severity severity, int more) {
    counts.merge(severity, more, Integer::sum);
  }

  void add(Finding finding) {
    if (wants(finding.severity())) {
      kept.add(finding);
    }
    count(finding.severity(), 1);
  }

  void add(String code, Location place, String value, String excerpt, String message, String fix) {
    add(new Finding(code, Codes.severity(code), place, value, excerpt, message, fix));
  }

  void ofFile(String code, String message, String fix) {
    add(code, Location.ofFile(file), "", "", message, fix);
  }

  boolean hasErrors() {
    return counts.getOrDefault(Severity.ERROR, 0) > 0;
  }

  /** In the order of the file, what concerns the whole file first. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>(kept);
    all.sort(Comparator.<Finding>comparingInt(f -> f.place().line())
        .thenComparingInt(f -> f.place().field()));
    long more = 0;
    StringBuilder totals = new StringBuilder();
    for (Map.Entry<Severity, Integer> count : counts.entrySet()) {
      more += Math.max(0, count.getValue() - KEPT);
      totals
          .append(totals.length() == 0 ? "" : ", ")
          .append(count.getValue())
          .append(' ')
          .append(count.getKey().code())
          .append(count.getValue() == 1 ? "" : "s");
    }
    if (more > 0) {
      all.add(Finding.note(
          "N113",
          Location.ofFile(file),
          "",
          totals + " in all; the first " + KEPT + " of each kind are listed",
          "mend these first and run again"));
    }
    return List.copyOf(all);
  }
}
