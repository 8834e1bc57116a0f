package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.problem.Finding;

/**
 * Findings as GitHub workflow commands: the ten worst kinds, one annotation a kind and file with how many there are, as
 * GitHub shows ten of each step; then the sum in one plain line.
 */
final class GithubFindings {

  private static final int SHOWN = 10;

  private GithubFindings() {}

  static void write(List<Finding> findings, OutputStream out) throws IOException {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .forEach(finding -> kinds
            .computeIfAbsent(finding.code() + "\n" + finding.place().file(), k -> new ArrayList<>())
            .add(finding));
    StringBuilder lines = new StringBuilder();
    kinds.values().stream()
        .limit(SHOWN)
        .forEach(kind -> lines.append(command(kind)).append('\n'));
    lines.append("utfall: ").append(Findings.summary(findings));
    int more = kinds.size() - SHOWN;
    lines.append(more > 0 ? "; " + more + " kinds more than are shown\n" : "\n");
    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String command(List<Finding> kind) {
    Finding first = kind.get(0);
    StringBuilder command = new StringBuilder("::")
        .append(FindingForm.level(first.severity(), "notice"))
        .append(" file=")
        .append(property(first.place().file()));
    if (first.place().line() > 0) {
      command.append(",line=").append(first.place().line());
    }
    if (first.place().column() > 0) {
      command.append(",col=").append(first.place().column());
    }
    String more = kind.size() == 1 ? "" : " (and " + (kind.size() - 1) + " more)";
    return command
        .append(",title=")
        .append(property("utfall " + first.code()))
        .append("::")
        .append(data(FindingForm.sentence(first) + more))
        .toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
