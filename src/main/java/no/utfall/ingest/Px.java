package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * A PC-Axis file: {@code KEYWORD("variable")=values;} up to {@code DATA=}, then one number or quoted sign a cell. Texts
 * may go on over several lines as further quoted parts. Keywords in a second language are left out. With {@code KEYS} each
 * row of numbers has the codes or values of its stub in front; a row that is not there holds zeros only, as the
 * description of the format says.
 */
final class Px {

  private static final int SIGNS = 6;

  /** The statements by keyword and variable, each a list of texts. */
  private final Map<String, List<String>> statements = new LinkedHashMap<>();

  private final String text;
  private int at;

  private Px(String text) {
    this.text = text;
  }

  static @Nullable Page table(Page page, Found found, Told told) {
    Px px = new Px(page.text(page.from(), page.to()));
    String wrong = px.statements();
    List<Cube.Dimension> stub = px.dimensions("STUB");
    List<Cube.Dimension> dimensions = new ArrayList<>(stub);
    dimensions.addAll(px.dimensions("HEADING"));
    Cube cube = new Cube(dimensions);
    List<String> cells = List.of();
    if (wrong == null && px.isKeyed(stub) && cube.cells() > 0) {
      String[] filled = new String[(int) cube.cells()];
      wrong = px.keyed(stub, filled);
      cells = Arrays.asList(filled);
    } else if (wrong == null) {
      cells = px.tokens().stream().map(px::shown).toList();
    }
    if (wrong == null && (dimensions.isEmpty() || cube.cells() < 1)) {
      wrong = "STUB, HEADING and VALUES do not give a table";
    }
    if (wrong == null && cube.cells() != cells.size()) {
      wrong = "DATA holds " + cells.size() + " cells, the variables ask for " + cube.cells();
    }
    if (wrong != null) {
      found.add(
          "E118",
          Location.ofLine(page.file(), px.line()),
          "",
          "",
          "the px file is not understood: " + wrong,
          "export the table again, as px or CSV");
      return null;
    }
    px.tell(told);
    cube.roles(told.roles());
    return cube.page(page.file(), cells::get, null);
  }

  private List<Cube.Dimension> dimensions(String keyword) {
    return statements.getOrDefault(keyword, List.of()).stream()
        .map(this::dimension)
        .toList();
  }

  private boolean isKeyed(List<Cube.Dimension> stub) {
    return stub.stream().anyMatch(variable -> statements.containsKey(key("KEYS", variable.name())));
  }

  /**
   * Fills the cells from rows with keys; what no row names is zero.
   *
   * @return what is wrong with the rows, or {@code null}
   */
  private @Nullable String keyed(List<Cube.Dimension> stub, String[] cells) {
    List<String> tokens = tokens();
    List<Map<String, Integer>> places = new ArrayList<>();
    int rows = 1;
    for (Cube.Dimension variable : stub) {
      List<String> said = statements.getOrDefault(key("KEYS", variable.name()), List.of("VALUES"));
      List<String> keys = said.contains("CODES") ? variable.codes() : variable.labels();
      Map<String, Integer> place = new HashMap<>();
      keys.forEach(key -> place.putIfAbsent(key, place.size()));
      if (place.size() < keys.size()) {
        return "two values of " + variable.name() + " are called the same";
      }
      places.add(place);
      rows *= keys.size();
    }
    int width = cells.length / rows;
    int length = stub.size() + width;
    if (tokens.size() % length != 0) {
      return "DATA by KEYS holds " + tokens.size() + " keys and cells, and a row has " + length;
    }
    boolean[] seen = new boolean[rows];
    Arrays.fill(cells, "0");
    for (int from = 0; from < tokens.size(); from += length) {
      int row = 0;
      for (int i = 0; i < places.size(); i++) {
        String key = Reader.trimmed(tokens.get(from + i));
        Integer place = places.get(i).get(key);
        if (place == null) {
          return "'" + key + "' is no value of " + stub.get(i).name();
        }
        row = row * places.get(i).size() + place;
      }
      if (seen[row]) {
        return "the row of " + tokens.subList(from, from + places.size()) + " is given twice";
      }
      seen[row] = true;
      for (int i = 0; i < width; i++) {
        cells[row * width + i] = shown(tokens.get(from + places.size() + i));
      }
    }
    return null;
  }

  private void tell(Told told) {
    told.numbersAre(first("CONTENTS"));
    for (String keyword : List.of("TITLE", "CONTENTS", "UNITS", "SOURCE")) {
      String said = first(keyword);
      if (!said.isEmpty()) {
        told.say(keyword.toLowerCase(Locale.ROOT) + ": " + said);
      }
    }
  }

  private String first(String keyword) {
    List<String> said = statements.getOrDefault(keyword, List.of());
    return said.isEmpty() ? "" : said.get(0);
  }

  private Cube.Dimension dimension(String variable) {
    List<String> labels = trimmed(statements.getOrDefault(key("VALUES", variable), List.of()));
    List<String> codes = trimmed(statements.getOrDefault(key("CODES", variable), labels));
    boolean time = statements.containsKey(key("TIMEVAL", variable));
    boolean contents = statements.getOrDefault("CONTVARIABLE", List.of()).contains(variable);
    List<String> map = statements.getOrDefault(key("VARIABLE-TYPE", variable), List.of());
    boolean place = map.contains("G") || statements.containsKey(key("MAP", variable));
    String role = time ? "period" : contents ? "indicator" : place ? "unit" : "";
    return new Cube.Dimension(
        variable, codes.size() == labels.size() ? codes : labels, labels, role);
  }

  private static List<String> trimmed(List<String> texts) {
    return texts.stream().map(Reader::trimmed).toList();
  }

  private static String key(String keyword, String variable) {
    return keyword + "(" + variable + ")";
  }

  private int line() {
    return 1
        + (int) text.substring(0, Math.min(at, text.length())).lines().count()
        - (at > 0 ? 1 : 0);
  }

  /** Reads up to {@code DATA=}; a sentence when that is not there. */
  private @Nullable String statements() {
    while (true) {
      space();
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        return "there is no DATA";
      }
      String keyword = text.substring(at, equals).strip();
      at = equals + 1;
      if (keyword.equals("DATA")) {
        return null;
      }
      boolean foreign = keyword.indexOf('[') >= 0;
      List<String> values = values();
      if (values == null) {
        return "a quote or the semicolon after " + keyword + " is missing";
      }
      if (!foreign) {
        statements.putIfAbsent(keyword.replace("\"", ""), values);
      }
    }
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The texts up to the semicolon: quoted parts side by side are one text, commas separate. */
  private @Nullable List<String> values() {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
          return null;
        }
        value.append(text, at + 1, close);
        at = close + 1;
      } else if (c == ',' || c == ';') {
        values.add(value.toString());
        value.setLength(0);
        at++;
        if (c == ';') {
          return values;
        }
      } else {
        if (!Character.isWhitespace(c)) {
          value.append(c);
        }
        at++;
      }
    }
    return null;
  }

  /** What stands between blanks and commas up to the semicolon, without quotes. */
  private List<String> tokens() {
    List<String> cells = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ';') {
        break;
      }
      if (Character.isWhitespace(c) || c == ',') {
        at++;
        continue;
      }
      int end = at + 1;
      if (c == '"') {
        int close = text.indexOf('"', end);
        end = close < 0 ? text.length() : close;
        cells.add(text.substring(at + 1, end).strip());
        at = end + 1;
      } else {
        while (end < text.length() && !ends(text.charAt(end))) {
          end++;
        }
        cells.add(text.substring(at, end));
        at = end;
      }
    }
    return cells;
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || c == ',' || c == ';' || c == '"';
  }

  /** One to six points stand for the sign that the publisher declares, when it declares one that is known. */
  private String shown(String cell) {
    boolean points =
        !cell.isEmpty() && cell.length() <= SIGNS && cell.chars().allMatch(c -> c == '.');
    if (!points) {
      return cell;
    }
    List<String> sign = statements.getOrDefault("DATASYMBOL" + cell.length(), List.of(cell));
    return sign.get(0).equals(":") || sign.get(0).matches("\\.+") ? sign.get(0) : cell;
  }
}
