package no.utfall.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;

/**
 * Findings as GitHub workflow commands: first one of each kind and file, the worst first, with how many there are, as GitHub
 * shows ten of each step; then all the others; then the sum in one plain line.
 */
final class GithubFindings {

  private GithubFindings() {}

  static void write(FindingLog findings, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Set<String> headed = new HashSet<>();
    List<FindingLog.Kind> kinds = findings.kinds().stream()
        .sorted(Comparator.comparing(kind -> kind.head().severity()))
        .toList();
    for (FindingLog.Kind kind : kinds) {
      String more = kind.count() == 1 ? "" : " (and " + (kind.count() - 1) + " more)";
      lines.write(command(kind.head(), more));
    }
    for (Finding finding : findings) {
      if (!headed.add(finding.code() + finding.place().file())) {
        lines.write(command(finding, ""));
      }
    }
    lines.write("utfall: " + Findings.summary(findings) + "\n");
    lines.flush();
  }

  private static String command(Finding finding, String more) {
    StringBuilder command = new StringBuilder("::")
        .append(FindingForm.level(finding.severity(), "notice"))
        .append(" file=")
        .append(property(finding.place().file()));
    if (finding.place().line() > 0) {
      command.append(",line=").append(finding.place().line());
    }
    if (finding.place().column() > 0) {
      command.append(",col=").append(finding.place().column());
    }
    return command
        .append(",title=")
        .append(property("utfall " + finding.code()))
        .append("::")
        .append(data(FindingForm.sentence(finding) + more))
        .append('\n')
        .toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
