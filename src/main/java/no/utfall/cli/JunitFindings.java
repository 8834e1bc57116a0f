package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Severity;

/** Findings as JUnit XML: a suite a file, a failed case an error; warnings and notes stand in the output of the suite. */
final class JunitFindings {

  private JunitFindings() {}

  static void write(List<Finding> findings, List<Ledger> ledgers, OutputStream out)
      throws IOException {
    Map<String, List<Finding>> files = new LinkedHashMap<>();
    ledgers.forEach(ledger -> files.put(ledger.file(), new ArrayList<>()));
    findings.forEach(finding ->
        files.computeIfAbsent(finding.place().file(), f -> new ArrayList<>()).add(finding));
    long errors = findings.stream().filter(Finding::isError).count();
    long clean = files.values().stream()
        .filter(all -> all.stream().noneMatch(Finding::isError))
        .count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"utfall check\" tests=\"")
        .append(errors + clean)
        .append("\" failures=\"")
        .append(errors)
        .append("\">\n");
    files.forEach((file, all) -> suite(xml, file, all));
    xml.append("</testsuites>\n");
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void suite(StringBuilder xml, String file, List<Finding> findings) {
    List<Finding> errors = findings.stream().filter(Finding::isError).toList();
    xml.append("  <testsuite name=\"")
        .append(escaped(file))
        .append("\" tests=\"")
        .append(Math.max(1, errors.size()))
        .append("\" failures=\"")
        .append(errors.size())
        .append("\" errors=\"0\" skipped=\"0\">\n");
    if (errors.isEmpty()) {
      xml.append("    <testcase classname=\"")
          .append(escaped(file))
          .append("\" name=\"no errors\"/>\n");
    }
    for (Finding error : errors) {
      xml.append("    <testcase classname=\"")
          .append(escaped(file))
          .append("\" name=\"")
          .append(escaped(error.code() + " " + error.place()))
          .append("\"><failure type=\"")
          .append(escaped(error.code()))
          .append("\" message=\"")
          .append(escaped(error.message()))
          .append("\">")
          .append(escaped(FindingForm.sentence(error)))
          .append("</failure></testcase>\n");
    }
    StringBuilder told = new StringBuilder();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.ERROR) {
        told.append(finding.place())
            .append(": ")
            .append(finding.severity().code())
            .append(' ')
            .append(finding.code())
            .append(": ")
            .append(FindingForm.sentence(finding))
            .append('\n');
      }
    }
    if (told.length() > 0) {
      xml.append("    <system-out>").append(escaped(told.toString())).append("</system-out>\n");
    }
    xml.append("  </testsuite>\n");
  }

  /** Text for XML 1.0; what XML cannot hold becomes U+FFFD. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\n', '\t' -> out.appendCodePoint(c);
        default -> {
          boolean fits = c >= 0x20
              && !(c >= 0x7f && c < 0xa0)
              && !(c >= 0xd800 && c <= 0xdfff)
              && (c & 0xfffe) != 0xfffe;
          out.appendCodePoint(fits ? c : 0xfffd);
        }
      }
    });
    return out.toString();
  }
}
