package no.utfall.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Severity;

/** Findings as JUnit XML: a suite a file, a failed case an error; warnings and notes stand in the output of the suite. */
final class JunitFindings {

  private JunitFindings() {}

  static void write(FindingLog findings, OutputStream out) throws IOException {
    long errors = findings.count(Severity.ERROR);
    long clean = findings.parts().stream().filter(part -> part.errors() == 0).count();
    Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    xml.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"utfall check\" tests=\""
            + (errors + clean) + "\" failures=\"" + errors + "\">\n");
    Iterator<Finding> failed = findings.iterator();
    Iterator<Finding> told = findings.iterator();
    for (FindingLog.Part part : findings.parts()) {
      suite(xml, part, failed, told);
    }
    xml.write("</testsuites>\n");
    xml.flush();
  }

  /**
   * @param failed gives the findings of this file next, for the errors among them
   * @param told gives them too, for the others
   */
  private static void suite(
      Writer xml, FindingLog.Part part, Iterator<Finding> failed, Iterator<Finding> told)
      throws IOException {
    xml.write("  <testsuite name=\"" + escaped(part.file()) + "\" tests=\""
        + Math.max(1, part.errors()) + "\" failures=\"" + part.errors()
        + "\" errors=\"0\" skipped=\"0\">\n");
    if (part.errors() == 0) {
      xml.write("    <testcase classname=\"" + escaped(part.file()) + "\" name=\"no errors\"/>\n");
    }
    for (long i = 0; i < part.findings(); i++) {
      Finding finding = failed.next();
      if (finding.isError()) {
        xml.write("    <testcase classname=\"" + escaped(part.file()) + "\" name=\""
            + escaped(finding.code() + " " + finding.place()) + "\"><failure type=\""
            + escaped(finding.code()) + "\" message=\"" + escaped(finding.message()) + "\">"
            + escaped(FindingForm.sentence(finding)) + "</failure></testcase>\n");
      }
    }
    boolean any = false;
    for (long i = 0; i < part.findings(); i++) {
      Finding finding = told.next();
      if (!finding.isError()) {
        xml.write(any ? "" : "    <system-out>");
        any = true;
        xml.write(escaped(finding.place() + ": " + finding.severity().code() + " " + finding.code()
            + ": " + FindingForm.sentence(finding) + "\n"));
      }
    }
    xml.write(any ? "</system-out>\n  </testsuite>\n" : "  </testsuite>\n");
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
