package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Severity;
import no.utfall.render.FindingJson;
import no.utfall.text.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Findings as lines for people and as documents for machines. */
final class Findings {

  /** How many of one kind are shown with their line of the file and the fix. */
  private static final int IN_FULL = 3;

  /** How many of one kind are shown. */
  private static final int SHOWN = 20;

  /** Of how many more the lines are told. */
  private static final int LINES = FindingLog.FIRST - SHOWN;

  private Findings() {}

  /** What became of the rows of a file, on one line. */
  static String sum(Ledger ledger) {
    return ledger.file() + ": " + ledger.read() + " rows read = " + ledger.used() + " used + "
        + ledger.suppressed() + " suppressed + " + ledger.duplicated() + " duplicated + "
        + ledger.setAside()
        + " set aside + " + ledger.unknownUnit() + " unknown unit"
        + (ledger.absent() > 0 ? "; " + ledger.absent() + " absent" : "")
        + (ledger.reclassified() > 0 ? "; " + ledger.reclassified() + " reclassified" : "");
  }

  /** As {@link #print(PrintStream, FindingLog, Language, boolean, Severity)}, in the order of the list. */
  static void print(
      PrintStream out, List<Finding> findings, Language language, boolean colour, Severity least) {
    try (FindingLog log = FindingLog.ofKinds()) {
      log.next("");
      log.append(findings);
      print(out, log, language, colour, least);
    }
  }

  /**
   * Each finding with its line, a caret and the fix, by file and place; of one code in one file the first
   * {@value #IN_FULL} so, then one line each up to {@value #SHOWN}, then how many more there are and on which lines.
   *
   * @param least the lightest that is shown
   */
  static void print(
      PrintStream out, FindingLog findings, Language language, boolean colour, Severity least) {
    for (FindingLog.Kind kind : findings.kinds()) {
      if (kind.head().severity().compareTo(least) > 0) {
        continue;
      }
      List<Finding> first = kind.first();
      first.stream().limit(IN_FULL).forEach(finding -> print(out, finding, language, colour));
      first.stream()
          .limit(SHOWN)
          .skip(IN_FULL)
          .forEach(finding -> line(out, finding, language, colour));
      if (kind.count() > SHOWN) {
        String lines = first.stream()
            .skip(SHOWN)
            .limit(LINES)
            .map(finding -> String.valueOf(finding.place().line()))
            .distinct()
            .collect(Collectors.joining(" "));
        String more = kind.count() > SHOWN + LINES ? " …" : "";
        out.println("    " + (kind.count() - SHOWN) + " more " + kind.head().code() + " in "
            + Excerpt.show(kind.head().place().file()) + ", lines " + lines + more
            + "; all with -f json");
      }
    }
  }

  private static void line(PrintStream out, Finding finding, Language language, boolean colour) {
    String word = finding.severity().word().in(language) + " " + finding.code();
    String painted = colour ? paint(finding.severity()) + word + "\u001b[0m" : word;
    out.println(
        Excerpt.show(finding.place() + ": ") + painted + ": " + Excerpt.show(finding.message()));
  }

  private static void print(PrintStream out, Finding finding, Language language, boolean colour) {
    line(out, finding, language, colour);
    if (!finding.excerpt().isEmpty()) {
      out.println("    " + finding.excerpt());
      if (finding.place().column() > 0) {
        out.println(
            "    " + " ".repeat(Excerpt.caret(finding.excerpt(), finding.place().column())) + "^");
      }
    }
    if (!finding.fix().isEmpty()) {
      out.println("    fix: " + Excerpt.show(finding.fix()));
    }
  }

  private static String paint(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001b[1;31m";
      case WARNING -> "\u001b[1;33m";
      case NOTE -> "\u001b[1;36m";
    };
  }

  /** One line that is always there: errors, warnings. */
  static String summary(FindingLog findings) {
    return summary(findings.count(Severity.ERROR), findings.count(Severity.WARNING));
  }

  static String summary(long errors, long warnings) {
    return errors
        + (errors == 1 ? " error, " : " errors, ")
        + warnings
        + (warnings == 1 ? " warning" : " warnings");
  }

  /** The document {@code {"findings": […], "ledger": […]}}. */
  static void json(OutputStream out, Iterable<Finding> findings, List<Ledger> ledgers)
      throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("findings");
      findings.forEach(finding -> FindingJson.write(json, finding));
      json.writeEndArray();
      json.writeArrayPropertyStart("ledger");
      ledgers.forEach(ledger -> FindingJson.write(json, ledger));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  static JsonGenerator generator(OutputStream out) {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .createGenerator(
            new ObjectWriteContext.Base() {
              @Override
              public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
              }
            },
            out);
  }
}
