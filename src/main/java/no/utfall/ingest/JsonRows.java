package no.utfall.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON document that holds its rows as objects in one array, as services of code lists and indicators answer, or one that
 * is such an array itself, or objects one after another (NDJSON). Members of
 * an object are its columns; an object that holds an array of objects becomes as many rows, with its other members in each.
 * Read token by token.
 */
final class JsonRows {

  /** The name of the array when the document itself is the rows. */
  private static final String ITSELF = "-";

  private final JsonParser json;
  private final String wanted;
  private final @Nullable Pattern more;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> left = new TreeSet<>();
  private boolean isThere;
  private String next = "";

  private JsonRows(JsonParser json, Profile profile) {
    this.json = json;
    this.wanted = String.valueOf(profile.find("rows"));
    this.more = profile.pattern("more").orElse(null);
  }

  /**
   * @return {@code null} after a finding says why there is no table
   */
  static @Nullable Page table(Page page, Profile profile, Found found, List<String> evidence) {
    return JsonDocument.table(page, "JSON", "ask the publisher's service again", found, json -> {
      JsonRows rows = new JsonRows(json, profile);
      rows.document();
      return new JsonDocument.Answer(rows.wrong(), () -> {
        rows.tell(page.file(), found, evidence);
        return rows.page(page.file());
      });
    });
  }

  private @Nullable String wrong() {
    if (!isThere) {
      return "it has no array '" + wanted + "'";
    }
    String what = wanted.equals(ITSELF) ? "it" : "'" + wanted + "'";
    return rows.isEmpty() ? what + " holds no rows" : null;
  }

  private void tell(String file, Found found, List<String> evidence) {
    evidence.add(
        wanted.equals(ITSELF)
            ? "each object of the document is a row"
            : "the rows stand in '" + wanted + "'");
    if (!left.isEmpty()) {
      evidence.add("members that are no cell of a row are left out: " + String.join(", ", left));
    }
    if (!next.isEmpty()) {
      found.add(
          "W106",
          Location.ofFile(file),
          Reader.cut(next),
          "",
          "this is one page of an answer, and there is a next one: " + Reader.cut(next),
          "fetch that page as well, until there is none, and give all of them");
    }
  }

  private void document() {
    JsonToken start = json.nextToken();
    if (wanted.equals(ITSELF)) {
      isThere = start == JsonToken.START_ARRAY || start == JsonToken.START_OBJECT;
      if (start == JsonToken.START_OBJECT) {
        row();
      }
      objects();
      return;
    }
    if (start != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (name.equals(wanted) && token == JsonToken.START_ARRAY) {
        isThere = true;
        objects();
      } else if (token.isScalarValue() && more != null && more.matcher(name).find()) {
        next = text(token);
      } else {
        json.skipChildren();
      }
    }
  }

  private void objects() {
    while (isNextItem()) {
      row();
    }
  }

  /** An object is one row, or several when it holds an array of objects itself. */
  private void row() {
    Map<String, String> cells = new LinkedHashMap<>();
    List<Map<String, String>> parts = new ArrayList<>();
    String of = object(cells, parts);
    columns.addAll(cells.keySet());
    if (parts.isEmpty()) {
      rows.add(cells);
    }
    for (Map<String, String> part : parts) {
      Map<String, String> row = new LinkedHashMap<>(cells);
      part.forEach((name, cell) -> row.put(cells.containsKey(name) ? of + "." + name : name, cell));
      columns.addAll(row.keySet());
      rows.add(row);
    }
  }

  /** Goes to the next object of an array; false at its end. What is no object is passed over and told. */
  private boolean isNextItem() {
    for (JsonToken item = json.nextToken();
        item != null && item != JsonToken.END_ARRAY;
        item = json.nextToken()) {
      if (item == JsonToken.START_OBJECT) {
        return true;
      }
      left.add("what is no object");
      json.skipChildren();
    }
    return false;
  }

  /**
   * Reads the members of an object.
   *
   * @param cells filled with those that are scalars
   * @param parts filled with the objects of the first member that is an array of them; {@code null}: there are no parts
   * @return the name of that member; blank when there is none
   */
  private String object(Map<String, String> cells, @Nullable List<Map<String, String>> parts) {
    String of = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (token.isScalarValue()) {
        cells.put(name, text(token));
      } else if (token == JsonToken.START_ARRAY && parts != null && of.isEmpty()) {
        of = name;
        while (isNextItem()) {
          Map<String, String> part = new LinkedHashMap<>();
          object(part, null);
          parts.add(part);
        }
      } else {
        left.add(name);
        json.skipChildren();
      }
    }
    return of;
  }

  private String text(JsonToken token) {
    return token == JsonToken.VALUE_NULL ? "" : json.getString();
  }

  private Page page(String file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    write(out, columns.stream().map(Workbook::quoted));
    for (Map<String, String> row : rows) {
      write(out, columns.stream().map(c -> Workbook.quoted(row.getOrDefault(c, ""))));
    }
    byte[] bytes = out.toByteArray();
    return new Page(file, bytes, 0, bytes.length, 1, true);
  }

  private static void write(ByteArrayOutputStream out, Stream<String> cells) {
    String line = cells.collect(Collectors.joining(String.valueOf(Workbook.DELIMITER)));
    out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
