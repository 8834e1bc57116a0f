package no.utfall.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON-stat 1 and 2: with and without the name of the data set around it, values and status as array or object, status
 * also as one text, categories as list or map. Read token by token, in whatever order the members stand.
 */
final class JsonStat {

  private static final Map<String, String> ROLES =
      Map.of("time", "period", "geo", "unit", "metric", "indicator");

  /** A dimension as far as it has been read. */
  private static final class Category {
    final List<String> codes = new ArrayList<>();
    final Map<String, String> labels = new LinkedHashMap<>();
  }

  private final JsonParser json;
  private final List<String> ids = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, Category> categories = new HashMap<>();
  private int listed;
  private Cube.@Nullable Cells values;
  private Cube.@Nullable Cells status;
  private String label = "";
  private String source = "";

  private JsonStat(JsonParser json) {
    this.json = json;
  }

  static boolean looksLikeJson(byte[] raw) {
    int first = edge(raw, true);
    return first == '{' && edge(raw, false) == '}' || first == '[' && edge(raw, false) == ']';
  }

  /** The first or last byte that is not blank; a byte order mark counts as blank. */
  private static int edge(byte[] raw, boolean first) {
    for (int n = 0; n < raw.length; n++) {
      byte b = raw[first ? n : raw.length - 1 - n];
      if (b > ' ') {
        return b;
      }
      if (b < 0 && (!first || n > 2)) {
        return b;
      }
    }
    return 0;
  }

  static @Nullable Page table(Page page, Found found, Told told) {
    return JsonDocument.table(
        page,
        "JSON-stat",
        "ask the publisher's service again, for JSON-stat or CSV",
        found,
        json -> {
          JsonStat stat = new JsonStat(json);
          json.nextToken();
          stat.object();
          return new JsonDocument.Answer(stat.wrong(), () -> stat.page(page.file(), told));
        });
  }

  private Page page(String file, Told told) {
    Cube cube = cube();
    cube.roles(told.roles());
    told.numbersAre(label);
    if (!label.isEmpty()) {
      told.say("title: " + label);
    }
    if (!source.isEmpty()) {
      told.say("source: " + source);
    }
    return cube.page(file, Objects.requireNonNull(values), status);
  }

  private @Nullable String wrong() {
    if (ids.isEmpty() || values == null) {
      return "it needs id, size, dimension and value";
    }
    for (int d = 0; d < ids.size(); d++) {
      Category category = categories.get(ids.get(d));
      int size = d < sizes.size() ? sizes.get(d) : -1;
      int there = category == null
          ? 0
          : category.codes.isEmpty() ? category.labels.size() : category.codes.size();
      if (there != size) {
        return "dimension " + ids.get(d) + " has " + there + " categories, its size is " + size;
      }
    }
    long cells = cube().cells();
    return cells < 0 || listed > cells
        ? "it holds " + listed + " values for " + cells + " cells"
        : null;
  }

  private Cube cube() {
    List<Cube.Dimension> dimensions = new ArrayList<>();
    for (String id : ids) {
      Category category = Objects.requireNonNull(categories.get(id), id);
      List<String> codes =
          category.codes.isEmpty() ? List.copyOf(category.labels.keySet()) : category.codes;
      List<String> labels =
          codes.stream().map(c -> category.labels.getOrDefault(c, c)).toList();
      dimensions.add(new Cube.Dimension(id, codes, labels, roles.getOrDefault(id, "")));
    }
    return new Cube(dimensions);
  }

  /** The members of a data set; an object among them that is not known holds the data set itself. */
  private void object() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      switch (name) {
        case "value" -> values = cells(token);
        case "status" -> status = cells(token);
        case "id" -> texts(token).forEach(ids::add);
        case "size" -> texts(token).forEach(size -> sizes.add(whole(size)));
        case "role" -> role(token);
        case "dimension" -> dimensions(token);
        case "label" -> label = text(token);
        case "source" -> source = text(token);
        case "extension", "link", "note", "error" -> json.skipChildren();
        default -> {
          if (token == JsonToken.START_OBJECT && values == null) {
            object();
          } else {
            json.skipChildren();
          }
        }
      }
    }
  }

  private String text(JsonToken token) {
    if (token.isScalarValue()) {
      return token == JsonToken.VALUE_NULL ? "" : json.getString();
    }
    json.skipChildren();
    return "";
  }

  private static int whole(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  private List<String> texts(JsonToken token) {
    List<String> texts = new ArrayList<>();
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken item = json.nextToken();
          item != JsonToken.END_ARRAY && item != null;
          item = json.nextToken()) {
        texts.add(text(item));
      }
    } else if (token.isStructStart()) {
      json.skipChildren();
    }
    return texts;
  }

  /** An array with a cell at each place, an object with the number of the cell as name, or one text for all. */
  private Cube.Cells cells(JsonToken token) {
    if (token == JsonToken.START_ARRAY) {
      List<String> cells = new ArrayList<>();
      for (JsonToken item = json.nextToken();
          item != null && item != JsonToken.END_ARRAY;
          item = json.nextToken()) {
        cells.add(text(item));
      }
      listed = Math.max(listed, cells.size());
      return cell -> cell < cells.size() ? cells.get(cell) : "";
    }
    if (token == JsonToken.START_OBJECT) {
      Map<Integer, String> cells = new HashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        int at = whole(json.currentName());
        cells.put(at, text(json.nextToken()));
        listed = Math.max(listed, at + 1);
      }
      return cell -> cells.getOrDefault(cell, "");
    }
    String one = text(token);
    return cell -> one;
  }

  private void role(JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String role = ROLES.getOrDefault(json.currentName(), "");
      texts(json.nextToken()).forEach(dimension -> roles.put(dimension, role));
    }
  }

  private void dimensions(JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "id" -> texts(value).forEach(ids::add);
        case "size" -> texts(value).forEach(size -> sizes.add(whole(size)));
        case "role" -> role(value);
        default -> {
          if (value == JsonToken.START_OBJECT) {
            categories.put(name, category());
          }
        }
      }
    }
  }

  private Category category() {
    Category category = new Category();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (!name.equals("category") || token != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = json.currentName();
        JsonToken held = json.nextToken();
        if (member.equals("index")) {
          index(category, held);
        } else if (member.equals("label") && held == JsonToken.START_OBJECT) {
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String code = json.currentName();
            category.labels.put(code, text(json.nextToken()));
          }
        } else {
          json.skipChildren();
        }
      }
    }
    return category;
  }

  private void index(Category category, JsonToken token) {
    if (token == JsonToken.START_ARRAY) {
      category.codes.addAll(texts(token));
      return;
    }
    Map<Integer, String> byPlace = new HashMap<>();
    while (token == JsonToken.START_OBJECT && json.nextToken() == JsonToken.PROPERTY_NAME) {
      String code = json.currentName();
      byPlace.put(whole(text(json.nextToken())), code);
    }
    for (int place = 0; place < byPlace.size(); place++) {
      category.codes.add(byPlace.getOrDefault(place, ""));
    }
  }
}
