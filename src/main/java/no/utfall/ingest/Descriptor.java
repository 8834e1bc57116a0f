package no.utfall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import no.utfall.figure.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a Frictionless descriptor says of one file: a resource of a Data Package, or a Table Schema on its own, of versions
 * 1 and 2. What is known is used where the file can be read so, and checked against the file; it is never believed. Our
 * own keys have {@value #OWN} in front.
 */
final class Descriptor {

  static final String OWN = "utfall:";

  static final Set<String> ROLES = Set.of(
      "unit", "unit-name", "period", "indicator", "value", "count", "sex", "age", "group", "note");

  private static final long MOST_BYTES = 4L << 20;
  private static final int MOST_DEPTH = 64;
  private static final String PACKAGE = "datapackage.json";

  /** One column as the schema describes it; empty texts and NaN where it does not say. */
  record Field(
      String name,
      String type,
      String said,
      String role,
      String level,
      String unit,
      String ownUnit,
      double minimum,
      double maximum,
      boolean isRequired,
      boolean isUnique,
      Set<String> allowed) {}

  private final String file;
  private final Map<?, ?> resource;
  private final Map<?, ?> schema;
  private final Map<?, ?> dialect;
  private final String said;
  private final List<Field> fields = new ArrayList<>();

  private Descriptor(
      String file, Map<?, ?> resource, Map<?, ?> schema, Map<?, ?> dialect, String said) {
    this.file = file;
    this.resource = resource;
    this.schema = schema;
    this.dialect = dialect;
    this.said = said;
    for (Object item : list(schema.get("fields"))) {
      fields.add(field(map(item)));
    }
  }

  /**
   * The descriptor beside a file: {@code STEM.datapackage.json} or {@code datapackage.json} with a resource of its name,
   * else {@code FILE.schema.json} or {@code STEM.schema.json}.
   *
   * @param wrong is told why a descriptor that is there cannot be read
   */
  static @Nullable Descriptor beside(Path path, List<String> wrong) {
    String name = String.valueOf(path.getFileName());
    String stem = name.replaceFirst("(?i)\\.(gz|zip)$", "").replaceFirst("\\.[^.]+$", "");
    for (String candidate :
        List.of(stem + "." + PACKAGE, PACKAGE, name + ".schema.json", stem + ".schema.json")) {
      Path beside = path.resolveSibling(candidate);
      if (!candidate.equals(name) && Files.isRegularFile(beside)) {
        try {
          Map<?, ?> tree = read(beside);
          Descriptor descriptor = candidate.endsWith(PACKAGE)
              ? ofPackage(candidate, tree, beside, name)
              : new Descriptor(candidate, Map.of(), tree, Map.of(), said(tree));
          if (descriptor != null) {
            return descriptor;
          }
        } catch (JacksonException e) {
          wrong.add(candidate + " is not JSON that can be read: " + e.getOriginalMessage());
        } catch (IOException e) {
          wrong.add(candidate + " cannot be read: " + e.getMessage());
        }
      }
    }
    return null;
  }

  private static @Nullable Descriptor ofPackage(String file, Map<?, ?> tree, Path at, String name)
      throws IOException {
    for (Object item : list(tree.get("resources"))) {
      Map<?, ?> resource = map(item);
      if (text(resource.get("path")).replaceFirst("^\\./", "").equals(name)) {
        return new Descriptor(
            file,
            resource,
            referred(resource.get("schema"), at),
            referred(resource.get("dialect"), at),
            said(tree) + " " + said(resource));
      }
    }
    return null;
  }

  /** The files that a Data Package describes, as it writes their paths; empty when it is none. */
  static List<String> files(byte[] json) {
    try {
      List<String> files = new ArrayList<>();
      for (Object item : list(read(json).get("resources"))) {
        String path = text(map(item).get("path"));
        if (!path.isEmpty()) {
          files.add(path);
        }
      }
      return files;
    } catch (JacksonException | IOException e) {
      return List.of();
    }
  }

  /** A part of a descriptor that stands in the descriptor, or in a file beside it; never on the net. */
  private static Map<?, ?> referred(@Nullable Object part, Path at) throws IOException {
    String path = text(part);
    if (path.isEmpty()) {
      return map(part);
    }
    boolean isBeside = !path.contains("..") && !path.contains(":") && !path.startsWith("/");
    Path file = isBeside ? at.resolveSibling(path) : at;
    return isBeside && Files.isRegularFile(file) ? read(file) : Map.of();
  }

  // --- what it says

  String file() {
    return file;
  }

  List<Field> fields() {
    return fields;
  }

  /** How the fields stand to the columns: {@code exact}, {@code equal}, {@code subset}, {@code superset}, {@code partial}. */
  String match() {
    String match = text(schema.get("fieldsMatch"));
    if (match.isEmpty()) {
      List<?> listed = list(schema.get("fieldsMatch"));
      match = listed.isEmpty() ? "" : text(listed.get(0));
    }
    return match.isEmpty() ? "exact" : match;
  }

  /** How many bytes the file has; −1 when it does not say. */
  long bytes() {
    return resource.get("bytes") instanceof Double bytes ? Math.round(bytes) : -1;
  }

  /** With the name of the algorithm in front, MD5 when the descriptor names none; empty when it does not say. */
  String hash() {
    String hash = text(resource.get("hash"));
    return hash.isEmpty() || hash.indexOf(':') > 0 ? hash : "md5:" + hash;
  }

  /** What is said of the file, in words, with what is said of a column. */
  String said(Field field) {
    return (said + " " + field.said).strip();
  }

  List<String> primaryKey() {
    return texts(schema.get("primaryKey"));
  }

  /** What is known already goes before what the descriptor says. */
  Declared declared(Declared known) {
    String encoding = text(resource.get("encoding"));
    String delimiter = text(dialect.get("delimiter"));
    List<?> rows = list(dialect.get("headerRows"));
    String sheet = text(dialect.get("sheetName"));
    boolean rowsKnown = known.headerLine() > 0 || known.headerLines() > 0 || rows.isEmpty();
    return new Declared(
        known.profile(),
        known.encoding() != null || encoding.isEmpty() ? known.encoding() : encoding,
        known.delimiter() != null || delimiter.length() != 1 ? known.delimiter() : delimiter,
        known.decimal() != null ? known.decimal() : mark("decimalChar"),
        known.thousands() != null ? known.thousands() : mark("groupChar"),
        rowsKnown ? known.headerLine() : whole(rows.get(0)),
        rowsKnown ? known.headerLines() : rows.size(),
        known.footer(),
        known.sheet() != null || sheet.isEmpty() ? known.sheet() : sheet,
        known.missing(),
        known.suppressed(),
        known.zero(),
        known.types(),
        known.wide(),
        known.key());
  }

  /** A mark that all columns of numbers share; {@code null} when they do not. */
  private @Nullable String mark(String key) {
    Set<String> marks = new LinkedHashSet<>();
    for (Object item : list(schema.get("fields"))) {
      String mark = text(map(item).get(key));
      if (mark.length() == 1) {
        marks.add(mark);
      }
    }
    return marks.size() == 1 ? marks.iterator().next() : null;
  }

  /**
   * The signs it explains, as far as nobody has explained them before; limits of a hidden number are added where none were
   * known.
   */
  Declared withSigns(Declared known, Map<String, Sign> explained) {
    List<String> missing = new ArrayList<>(known.missing());
    List<String> zero = new ArrayList<>(known.zero());
    Map<String, List<Double>> suppressed = new LinkedHashMap<>(known.suppressed());
    Set<String> all = new LinkedHashSet<>();
    explained.forEach((sign, said) -> {
      if (said.status() != Status.SUPPRESSED || !Double.isNaN(said.low())) {
        all.add(sign);
      }
    });
    all.addAll(missing);
    all.addAll(zero);
    all.addAll(suppressed.keySet());
    map(schema.get(OWN + "status")).forEach((key, value) -> {
      String sign = text(key);
      String status = text(map(value).get("status"));
      boolean hides = status.equals("suppressed") || !explained.containsKey(sign);
      if (!sign.isEmpty() && hides && all.add(sign)) {
        switch (status) {
          case "missing" -> missing.add(sign);
          case "zero" -> zero.add(sign);
          case "suppressed" -> suppressed.put(sign, limits(map(value)));
          default -> all.remove(sign);
        }
      }
    });
    all.addAll(explained.keySet());
    List<Object> more = new ArrayList<>(list(schema.get("missingValues")));
    more.add(dialect.get("nullSequence"));
    for (Object item : more) {
      String sign = item instanceof Map<?, ?> with ? text(with.get("value")) : text(item);
      if (!sign.isEmpty() && all.add(sign)) {
        missing.add(sign);
      }
    }
    return new Declared(
        known.profile(),
        known.encoding(),
        known.delimiter(),
        known.decimal(),
        known.thousands(),
        known.headerLine(),
        known.headerLines(),
        known.footer(),
        known.sheet(),
        missing,
        suppressed,
        zero,
        known.types(),
        known.wide(),
        known.key());
  }

  private static List<Double> limits(Map<?, ?> said) {
    return said.get("low") instanceof Double low && said.get("high") instanceof Double high
        ? List.of(low, high)
        : List.of();
  }

  private static Field field(Map<?, ?> field) {
    Map<?, ?> constraints = map(field.get("constraints"));
    Set<String> allowed = new LinkedHashSet<>(texts(constraints.get("enum")));
    return new Field(
        text(field.get("name")),
        text(field.get("type")),
        said(field),
        text(field.get(OWN + "role")),
        text(field.get(OWN + "level")),
        unit(field),
        text(field.get(OWN + "unit")),
        number(constraints.get("minimum")),
        number(constraints.get("maximum")),
        Boolean.TRUE.equals(constraints.get("required")),
        Boolean.TRUE.equals(constraints.get("unique")),
        allowed);
  }

  /** Our own unit of measure, else any that another program has put into the field. */
  private static String unit(Map<?, ?> field) {
    String own = text(field.get(OWN + "unit"));
    if (!own.isEmpty()) {
      return own;
    }
    String plain = text(field.get("unit"));
    for (Object value : field.values()) {
      plain = plain.isEmpty() ? text(map(value).get("unit")) : plain;
    }
    return plain;
  }

  private static String said(Map<?, ?> part) {
    StringJoiner said = new StringJoiner(" ");
    for (String key : List.of("title", "name", "description")) {
      said.add(text(part.get(key)));
    }
    return said.toString().strip();
  }

  // --- JSON as maps, lists, texts, numbers

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static List<String> texts(@Nullable Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    return list(value).stream()
        .map(Descriptor::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static double number(@Nullable Object value) {
    return value instanceof Double number ? number : Double.NaN;
  }

  private static int whole(@Nullable Object value) {
    double number = number(value);
    return number >= 1 && number <= 1_000 ? (int) number : 0;
  }

  private static Map<?, ?> read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it has more than " + MOST_BYTES + " bytes");
    }
    return read(Files.readAllBytes(file));
  }

  private static Map<?, ?> read(byte[] json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      return first == null ? Map.of() : map(value(parser, first, 0));
    }
  }

  private static @Nullable Object value(JsonParser json, JsonToken token, int depth)
      throws IOException {
    if (depth > MOST_DEPTH) {
      throw new IOException("it is nested too deep");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          map.put(name, value(json, Objects.requireNonNull(json.nextToken()), depth + 1));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken item = json.nextToken();
            item != null && item != JsonToken.END_ARRAY;
            item = json.nextToken()) {
          list.add(value(json, item, depth + 1));
        }
        yield list;
      }
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }
}
