package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Severity;
import no.utfall.text.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Findings as lines for people and as documents for machines. */
final class Findings {

  /** How many of one code are shown on screen before the rest is counted. */
  private static final int SHOWN_PER_CODE = 20;

  private Findings() {}

  /** Each finding with its line, a caret and the fix; at most {@value #SHOWN_PER_CODE} of one code, the rest counted. */
  static void print(
      PrintStream out, List<Finding> findings, Language language, boolean colour, boolean notes) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.NOTE && !notes) {
        continue;
      }
      int count = seen.merge(finding.code(), 1, Integer::sum);
      if (count <= SHOWN_PER_CODE) {
        print(out, finding, language, colour);
      }
    }
    seen.forEach((code, count) -> {
      if (count > SHOWN_PER_CODE) {
        out.println(code + ": showing " + SHOWN_PER_CODE + " of " + count
            + "; all with  utfall check -f json");
      }
    });
  }

  private static void print(PrintStream out, Finding finding, Language language, boolean colour) {
    String word = finding.severity().word().in(language) + " " + finding.code();
    String painted = colour ? paint(finding.severity()) + word + "\u001b[0m" : word;
    out.println(
        Excerpt.show(finding.place() + ": ") + painted + ": " + Excerpt.show(finding.message()));
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
      for (Finding finding : findings) {
        write(json, finding);
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("ledger");
      for (Ledger ledger : ledgers) {
        json.writeStartObject();
        json.writeStringProperty("file", ledger.file());
        json.writeNumberProperty("read", ledger.read());
        json.writeNumberProperty("used", ledger.used());
        json.writeNumberProperty("suppressed", ledger.suppressed());
        json.writeNumberProperty("duplicated", ledger.duplicated());
        json.writeNumberProperty("set_aside", ledger.setAside());
        json.writeNumberProperty("unknown_unit", ledger.unknownUnit());
        json.writeNumberProperty("absent", ledger.absent());
        json.writeNumberProperty("reclassified", ledger.reclassified());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static JsonGenerator generator(OutputStream out) {
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

  private static void write(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("code", finding.code());
    json.writeStringProperty("severity", finding.severity().code());
    json.writeStringProperty("file", finding.place().file());
    place(json, "line", finding.place().line());
    place(json, "field", finding.place().field());
    place(json, "column", finding.place().column());
    json.writeStringProperty("value", finding.value());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("fix", finding.fix());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, String name, int number) {
    if (number == 0) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, number);
    }
  }
}
