package no.utfall.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Ledger;

/**
 * What a file looks like, and what to write about it in a project.
 *
 * @param recognition what the file was taken for, and why
 * @param columns one row a column: {@code column, role, type, cells, distinct, numeric_share, signs, min, max, first,
 *     last}; role and type are proposals
 * @param wide patterns of columns that hold one period each, with the name proposed for them
 * @param measures level and unit of measure of columns, as the metadata beside the file give them
 * @param outline sentences on the units, their level, the periods and the gaps between them, by these words
 * @param isList whether its publisher calls it a list of codes, names or changes, and not a table of numbers
 * @param ledger what would become of the rows if the proposals were taken
 */
public record Inspection(
    String file,
    Recognition recognition,
    Frame columns,
    Map<String, String> wide,
    Ledger ledger,
    Declared declared,
    Map<String, Measure> measures,
    Map<String, String> outline,
    boolean isList) {

  private static final Set<String> NOT_OF_A_PROJECT =
      Set.of("indicator", "valid-from", "valid-to", "from", "from-name", "to", "to-name", "code");

  public Inspection {
    wide = Map.copyOf(wide);
    measures = Map.copyOf(measures);
    outline = Collections.unmodifiableMap(new LinkedHashMap<>(outline));
  }

  /** The same, of a file under another name. */
  public Inspection named(String path) {
    return new Inspection(
        path, recognition, columns, wide, ledger, declared, measures, outline, isList);
  }

  /** Whether there is a table at all; otherwise the findings say why not. */
  public boolean isTable() {
    return columns.rows() > 0;
  }

  /** Whether a column, or its name, is proposed as the role. */
  public boolean has(String role) {
    TextColumn roles = columns.text("role");
    for (int row = 0; row < roles.size(); row++) {
      if (roles.get(row).equals(role) || role.equals("period") && roles.get(row).equals("wide")) {
        return true;
      }
    }
    return false;
  }

  /** The name of the source in the block. */
  public String id() {
    return id(file.substring(file.lastIndexOf('/') + 1));
  }

  /** The block to paste below {@code sources:} in a project file. */
  public String sourceBlock() {
    StringBuilder out = new StringBuilder();
    String name = file.substring(file.lastIndexOf('/') + 1);
    out.append("  ").append(id(name)).append(":\n");
    out.append("    path: ").append(quoted(file)).append('\n');
    boolean plain = recognition.profile().equals("plain");
    if (!plain) {
      String named = declared.profile();
      out.append("    profile: ")
          .append(quoted(named == null ? recognition.profile() : named))
          .append('\n');
    }
    boolean isText = !Set.of("xlsx", "parquet").contains(recognition.encoding());
    if (plain && isText && !recognition.encoding().equals("UTF-8")) {
      out.append("    encoding: ").append(recognition.encoding()).append('\n');
    }
    if (declared.sheet() != null) {
      out.append("    sheet: ").append(quoted(declared.sheet())).append('\n');
    }
    if (plain && isText) {
      String delimiter = recognition.delimiter();
      out.append("    delimiter: ")
          .append(delimiter.equals("\t") ? "tab" : quoted(delimiter))
          .append('\n');
      if (!recognition.decimal().isEmpty()) {
        out.append("    decimal: ").append(quoted(recognition.decimal())).append('\n');
      }
      if (recognition.headerLine() > 1) {
        out.append("    header-line: ").append(recognition.headerLine()).append('\n');
      }
    }
    out.append("    columns:\n");
    TextColumn names = columns.text("column");
    TextColumn roles = columns.text("role");
    for (int row = 0; row < columns.rows(); row++) {
      if (!roles.get(row).equals("wide")) {
        column(out, names.get(row), roles.get(row));
      }
    }
    List<String> patterns = wide.keySet().stream().sorted().toList();
    for (String pattern : patterns) {
      column(out, pattern, "value");
    }
    return out.toString();
  }

  private void column(StringBuilder out, String name, String role) {
    if (!role.isEmpty() && !role.equals("note")) {
      String known = NOT_OF_A_PROJECT.contains(role) ? "group" : role;
      out.append("      ").append(quoted(name)).append(": {role: ").append(known);
      Measure measure = measures.getOrDefault(name, new Measure("", ""));
      out.append(measure.level().isEmpty() ? "" : ", level: " + measure.level());
      out.append(measure.unit().isEmpty() ? "" : ", unit: " + quoted(measure.unit()));
      out.append("}\n");
    }
  }

  private static String id(String name) {
    String base = name.replaceAll("\\..*$", "").replaceAll("[^A-Za-z0-9]+", "-");
    String id = base.replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
    return id.isEmpty() || Character.isDigit(id.charAt(0)) ? "source-" + id : id;
  }

  private static String quoted(String text) {
    if (text.matches("[A-Za-z_][A-Za-z0-9_./-]*")
        && !text.matches("(?i)y|n|yes|no|on|off|true|false|null")) {
      return text;
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (Excerpt.isHidden(c)) {
            out.append(Excerpt.show(String.valueOf(c)));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
