package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import no.utfall.problem.Codes;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Location;
import no.utfall.text.Language;
import tools.jackson.core.JsonGenerator;

/** Findings as SARIF 2.1.0: a rule a code, a result a finding. */
final class SarifFindings {

  private SarifFindings() {}

  static void write(FindingLog findings, OutputStream out) throws IOException {
    try (JsonGenerator json = Findings.generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.writeStringProperty("version", "2.1.0");
      json.writeArrayPropertyStart("runs");
      json.writeStartObject();
      json.writeObjectPropertyStart("tool");
      json.writeObjectPropertyStart("driver");
      json.writeStringProperty("name", "utfall");
      json.writeArrayPropertyStart("rules");
      for (String code : findings.kinds().stream()
          .map(kind -> kind.head().code())
          .distinct()
          .sorted()
          .toList()) {
        rule(json, code);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeArrayPropertyStart("results");
      for (Finding finding : findings) {
        result(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void rule(JsonGenerator json, String code) {
    json.writeStartObject();
    json.writeStringProperty("id", code);
    Codes.find(code).ifPresent(entry -> {
      text(json, "shortDescription", entry.title().in(Language.EN));
      text(json, "fullDescription", entry.explanation());
    });
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", Excerpt.show(text));
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Finding finding) {
    Location place = finding.place();
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.code());
    json.writeStringProperty("level", FindingForm.level(finding.severity(), "note"));
    text(json, "message", FindingForm.sentence(finding));
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(place.file()));
    json.writeEndObject();
    if (place.line() > 0) {
      json.writeObjectPropertyStart("region");
      json.writeNumberProperty("startLine", place.line());
      if (place.column() > 0) {
        json.writeNumberProperty("startColumn", place.column());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The path with slashes, and every byte escaped that a URI cannot hold. */
  private static String uri(String file) {
    StringBuilder out = new StringBuilder();
    for (byte b : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~/".indexOf(b) >= 0);
      if (plain) {
        out.append((char) b);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
            .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return out.toString();
  }
}
