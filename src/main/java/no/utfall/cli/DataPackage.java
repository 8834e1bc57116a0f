package no.utfall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.ingest.Measure;
import no.utfall.problem.Refusal;
import no.utfall.render.Format;
import no.utfall.text.Digests;
import no.utfall.text.Language;
import no.utfall.view.Table;
import tools.jackson.core.JsonGenerator;

/**
 * A long table as a Frictionless Data Package of version 2: {@code tidy.csv} and {@code datapackage.json}, with role, level
 * and unit of measure under our own names.
 *
 * @see "https://datapackage.org/standard/data-package/"
 */
final class DataPackage {

  private static final String TABLE = "tidy.csv";
  private static final String DESCRIPTOR = "datapackage.json";
  private static final Map<String, String> ROLES = Map.of(
      "unit", "unit",
      "unit_name", "unit-name",
      "period", "period",
      "indicator", "indicator",
      "value", "value",
      "status", "note",
      "flags", "note",
      "low", "note",
      "high", "note");

  private DataPackage() {}

  /** @param measures level and unit of measure of indicators */
  static void write(Path folder, Frame table, List<String> sources, Map<String, Measure> measures)
      throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw Refusal.commandLine(
          "--datapackage: " + folder + " is a file, not a folder", "name another folder");
    }
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Format.CSV.write(Table.plain("tidy", table), Language.EN, csv);
    byte[] bytes = csv.toByteArray();
    Results.replace(folder.resolve(TABLE), bytes);
    Results.replace(folder.resolve(DESCRIPTOR), descriptor(bytes, table, sources, measures));
  }

  private static byte[] descriptor(
      byte[] csv, Frame table, List<String> sources, Map<String, Measure> measures) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Findings.generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
      json.writeStringProperty("name", "tidy");
      json.writeArrayPropertyStart("sources");
      for (String source : sources) {
        Path name = Path.of(source).getFileName();
        json.writeStartObject();
        json.writeStringProperty("title", name == null ? source : name.toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("resources");
      json.writeStartObject();
      json.writeStringProperty("name", "tidy");
      json.writeStringProperty("type", "table");
      json.writeStringProperty("path", TABLE);
      json.writeStringProperty("format", "csv");
      json.writeStringProperty("mediatype", "text/csv");
      json.writeStringProperty("encoding", "utf-8");
      json.writeNumberProperty("bytes", csv.length);
      json.writeStringProperty("hash", "sha256:" + Digests.of(csv));
      json.writeObjectPropertyStart("dialect");
      json.writeStringProperty("delimiter", ",");
      json.writeStringProperty("lineTerminator", "\n");
      json.writeEndObject();
      schema(json, table, measures);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void schema(JsonGenerator json, Frame table, Map<String, Measure> measures) {
    json.writeObjectPropertyStart("schema");
    json.writeStringProperty("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
    json.writeArrayPropertyStart("fields");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringProperty("name", column.name());
      json.writeStringProperty("type", column instanceof NumberColumn ? "number" : "string");
      String role = ROLES.getOrDefault(column.name(), "group");
      json.writeStringProperty("utfall:role", role);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("missingValues");
    json.writeString("");
    json.writeEndArray();
    if (!measures.isEmpty()) {
      json.writeObjectPropertyStart("utfall:indicators");
      new TreeMap<>(measures).forEach((indicator, measure) -> {
        json.writeObjectPropertyStart(indicator);
        if (!measure.level().isEmpty()) {
          json.writeStringProperty("level", measure.level());
        }
        if (!measure.unit().isEmpty()) {
          json.writeStringProperty("unit", measure.unit());
        }
        json.writeEndObject();
      });
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
