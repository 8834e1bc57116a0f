package no.utfall.render;

import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import tools.jackson.core.JsonGenerator;

/** Findings and ledgers as JSON objects: the one shape of them, whatever document they stand in. */
public final class FindingJson {

  private FindingJson() {}

  /** {@code {"code", "severity", "file", "line", …, "fix"}}; places that are not known are null. */
  public static void write(JsonGenerator json, Finding finding) {
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

  /** {@code {"file", "read", "used", …, "reclassified"}}. */
  public static void write(JsonGenerator json, Ledger ledger) {
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

  private static void place(JsonGenerator json, String name, int number) {
    if (number == 0) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, number);
    }
  }
}
