package no.utfall.build;

import java.io.StringWriter;
import java.util.List;
import no.utfall.build.Shape.Kind;
import no.utfall.text.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The schema of the project file, for editors. */
public final class Schemas {

  private Schemas() {}

  /**
   * JSON Schema, draft 2020-12. Texts may be written as numbers or booleans, since we read them as written; indicators
   * and analyses take the options of their method beside their own keys.
   */
  public static String json() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
      json.writeStringProperty("title", ProjectFile.NAME + ", version " + Schema.VERSION);
      body(json, Schema.ROOT);
      json.writeEndObject();
    }
    return out + "\n";
  }

  private static void shape(JsonGenerator json, Shape shape) {
    json.writeStartObject();
    body(json, shape);
    json.writeEndObject();
  }

  private static void body(JsonGenerator json, Shape shape) {
    if (shape instanceof Shape.Word word) {
      word(json, word);
    } else if (shape instanceof Shape.ListOf list) {
      json.writeStringProperty("type", "array");
      json.writeName("items");
      shape(json, list.item());
    } else if (shape instanceof Shape.MapOf map) {
      json.writeStringProperty("type", "object");
      json.writeName("additionalProperties");
      shape(json, map.value());
    } else if (shape instanceof Shape.Either either) {
      json.writeArrayPropertyStart("anyOf");
      shape(json, either.brief());
      shape(json, either.full());
      json.writeEndArray();
    } else if (shape instanceof Shape.Group group) {
      group(json, group);
    }
  }

  private static void group(JsonGenerator json, Shape.Group group) {
    json.writeStringProperty("type", "object");
    json.writeObjectPropertyStart("properties");
    for (Shape.Key key : group.keys()) {
      json.writeObjectPropertyStart(key.name());
      json.writeStringProperty("description", key.help().in(Language.EN));
      body(json, key.shape());
      json.writeEndObject();
    }
    json.writeEndObject();
    List<String> required =
        group.keys().stream().filter(Shape.Key::required).map(Shape.Key::name).toList();
    if (!required.isEmpty()) {
      json.writeArrayPropertyStart("required");
      required.forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeBooleanProperty("additionalProperties", group.open());
  }

  private static void word(JsonGenerator json, Shape.Word word) {
    switch (word.kind()) {
      case CHOICE -> {
        json.writeArrayPropertyStart("enum");
        word.choices().forEach(json::writeString);
        json.writeEndArray();
      }
      case INTEGER -> json.writeStringProperty("type", "integer");
      case NUMBER -> json.writeStringProperty("type", "number");
      case FLAG -> json.writeStringProperty("type", "boolean");
      case TEXT, CODE, PERIOD -> {
        json.writeArrayPropertyStart("type");
        List.of("string", "number", "boolean").forEach(json::writeString);
        json.writeEndArray();
      }
      case ID, PATH, REFERENCE, SIZE -> {
        json.writeStringProperty("type", "string");
        if (word.kind() == Kind.REFERENCE) {
          json.writeStringProperty("pattern", "^[^.]+\\..+$");
        }
      }
    }
  }
}
