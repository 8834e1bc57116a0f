package no.utfall.build;

import java.io.StringWriter;
import java.util.List;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Findings and ledgers as one JSON document, one finding a line. */
final class FindingsJson {

  private FindingsJson() {}

  static String of(List<Finding> findings, List<Ledger> ledgers) {
    StringBuilder out = new StringBuilder("{\"findings\":[");
    for (int i = 0; i < findings.size(); i++) {
      out.append(i == 0 ? "\n" : ",\n").append(finding(findings.get(i)));
    }
    out.append("],\n\"ledger\":[");
    for (int i = 0; i < ledgers.size(); i++) {
      out.append(i == 0 ? "\n" : ",\n").append(ledger(ledgers.get(i)));
    }
    return out.append("]}\n").toString();
  }

  private static String finding(Finding finding) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("code", finding.code());
      json.writeStringProperty("severity", finding.severity().code());
      json.writeStringProperty("file", finding.place().file());
      number(json, "line", finding.place().line());
      number(json, "field", finding.place().field());
      number(json, "column", finding.place().column());
      json.writeStringProperty("value", finding.value());
      json.writeStringProperty("message", finding.message());
      json.writeStringProperty("fix", finding.fix());
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void number(JsonGenerator json, String name, int number) {
    if (number == 0) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, number);
    }
  }

  private static String ledger(Ledger ledger) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
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
    return out.toString();
  }
}
