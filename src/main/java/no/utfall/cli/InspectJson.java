package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Column;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.ingest.Inspection;
import no.utfall.ingest.Recognition;
import no.utfall.problem.Loaded;
import no.utfall.render.FindingJson;
import no.utfall.text.Numerals;
import tools.jackson.core.JsonGenerator;

/** What files were taken for, as one document: {@code {"files": [{"file", "profile", …, "findings", "ledger"}]}}. */
final class InspectJson {

  private InspectJson() {}

  static void write(List<Loaded<Inspection>> files, OutputStream out) throws IOException {
    try (JsonGenerator json = Findings.generator(out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("files");
      files.forEach(seen -> file(json, seen));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void file(JsonGenerator json, Loaded<Inspection> seen) {
    Inspection inspection = seen.value();
    Recognition recognition = inspection.recognition();
    json.writeStartObject();
    json.writeStringProperty("file", inspection.file());
    json.writeStringProperty("profile", recognition.profile());
    texts(json, "evidence", recognition.evidence());
    json.writeStringProperty("runner_up", recognition.runnerUp());
    json.writeStringProperty("encoding", recognition.encoding());
    json.writeStringProperty("delimiter", recognition.delimiter());
    json.writeStringProperty("decimal", recognition.decimal());
    json.writeNumberProperty("header_line", recognition.headerLine());
    json.writeNumberProperty("header_lines", recognition.headerLines());
    json.writeBooleanProperty("is_list", inspection.isList());
    json.writeObjectPropertyStart("about");
    inspection.outline().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeArrayPropertyStart("columns");
    for (int row = 0; row < inspection.columns().rows(); row++) {
      column(json, inspection.columns().columns(), row);
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("wide");
    inspection.wide().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.writeStringProperty(entry.getKey(), entry.getValue()));
    json.writeEndObject();
    json.writeStringProperty(
        "source", inspection.isTable() && !inspection.isList() ? inspection.sourceBlock() : "");
    json.writeArrayPropertyStart("findings");
    seen.findings().forEach(finding -> FindingJson.write(json, finding));
    json.writeEndArray();
    json.writeName("ledger");
    FindingJson.write(json, inspection.ledger());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void column(JsonGenerator json, List<Column> facts, int row) {
    json.writeStartObject();
    for (Column fact : facts) {
      json.writeName(fact.name());
      if (fact instanceof TextColumn text) {
        json.writeString(text.get(row));
      } else if (fact instanceof NumberColumn number && number.isKnown(row)) {
        json.writeNumber(Numerals.exact(number.value(row)));
      } else {
        json.writeNull();
      }
    }
    json.writeEndObject();
  }
}
