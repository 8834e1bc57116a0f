package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
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

  /** How many of one kind are shown; the lines of the rest follow. */
  private static final int SHOWN = 20;

  /** How many further lines are named. */
  private static final int LINES_NAMED = 12;

  private Findings() {}

  /** What became of the rows of a file, on one line. */
  static String sum(Ledger ledger) {
    return ledger.file() + ": " + ledger.read() + " rows read = " + ledger.used() + " used + "
        + ledger.suppressed() + " suppressed + " + ledger.duplicated() + " duplicated + "
        + ledger.setAside()
        + " set aside + " + ledger.unknownUnit() + " unknown unit";
  }

  /**
   * Each finding with its line, a caret and the fix, by file and place; of one code in one file the first
   * {@value #IN_FULL} so, then one line each up to {@value #SHOWN}, then how many more there are and on which lines.
   */
  static void print(
      PrintStream out, List<Finding> findings, Language language, boolean colour, boolean notes) {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.NOTE || notes) {
        kinds
            .computeIfAbsent(finding.place().file() + "\n" + finding.code(), k -> new ArrayList<>())
            .add(finding);
      }
    }
    for (List<Finding> kind : kinds.values()) {
      kind.stream().limit(IN_FULL).forEach(finding -> print(out, finding, language, colour));
      kind.stream()
          .limit(SHOWN)
          .skip(IN_FULL)
          .forEach(finding -> line(out, finding, language, colour));
      if (kind.size() > SHOWN) {
        String lines = kind.stream()
            .skip(SHOWN)
            .limit(LINES_NAMED)
            .map(finding -> String.valueOf(finding.place().line()))
            .distinct()
            .collect(Collectors.joining(" "));
        String more = kind.size() > SHOWN + LINES_NAMED ? " …" : "";
        out.println("    " + (kind.size() - SHOWN) + " more " + kind.get(0).code() + " in "
            + Excerpt.show(kind.get(0).place().file()) + ", lines " + lines + more
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

  /** One line that is always there: errors, warnings, notes. */
  static String summary(List<Finding> findings) {
    long errors = findings.stream().filter(Finding::isError).count();
    long warnings =
        findings.stream().filter(f -> f.severity() == Severity.WARNING).count();
    return errors
        + (errors == 1 ? " error, " : " errors, ")
        + warnings
        + (warnings == 1 ? " warning" : " warnings");
  }

  /** The document {@code {"findings": […], "ledger": […]}}. */
  static void json(OutputStream out, List<Finding> findings, List<Ledger> ledgers)
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
