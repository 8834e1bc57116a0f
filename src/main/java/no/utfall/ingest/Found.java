package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.utfall.problem.Codes;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Location;
import no.utfall.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file: the first thousand of each severity and the rest counted, or all of it in a log of findings
 * once there is one.
 */
final class Found {

  static final int KEPT = 1_000;

  private final String file;
  private final int most;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private @Nullable FindingLog log;

  private Found(String file, int most) {
    this.file = file;
    this.most = most;
  }

  Found(String file) {
    this(file, KEPT);
  }

  /** To be {@linkplain #into put into} a log, so that none may be lost before. */
  static Found forLog(String file) {
    return new Found(file, Integer.MAX_VALUE);
  }

  /** All that was found, and all that will be, goes into this log. */
  void into(FindingLog all) {
    log = all;
    kept.forEach(all::add);
    kept.clear();
  }

  /** Whether one more of this code, on this line, would be kept; otherwise it need only be counted. */
  boolean wants(String code, int line) {
    return log == null
        ? counts.getOrDefault(Codes.severity(code), 0) < most
        : log.wants(code, file, line);
  }

  void count(String code, int more) {
    counts.merge(Codes.severity(code), more, Integer::sum);
    if (log != null && more > 0) {
      log.count(code, file, more);
    }
  }

  void add(Finding finding) {
    Severity severity = finding.severity();
    if (log != null) {
      log.add(finding);
    } else if (counts.getOrDefault(severity, 0) < most) {
      kept.add(finding);
    }
    counts.merge(severity, 1, Integer::sum);
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

  /** In the order of the file, what concerns the whole file first; nothing when it went into a log. */
  List<Finding> all() {
    if (log != null) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>(kept);
    all.sort(Comparator.<Finding>comparingInt(f -> f.place().line())
        .thenComparingInt(f -> f.place().field()));
    long more = 0;
    StringBuilder totals = new StringBuilder();
    for (Map.Entry<Severity, Integer> count : counts.entrySet()) {
      more += Math.max(0, count.getValue() - most);
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
          totals + " in all; the first " + most + " of each kind are listed",
          "mend these first and run again"));
    }
    return List.copyOf(all);
  }
}
