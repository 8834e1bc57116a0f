package no.utfall.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.text.Nearest;

/** Sources that have names only: names become codes by a table, never by guess. */
public final class Names {

  private Names() {}

  /**
   * The frame with the names of a column replaced by their codes, and the names kept as {@code COLUMN_name}. Names are
   * compared without regard to case, spaces and the way accents are composed.
   *
   * <p>A name that is not in the table (E507, with the nearest one) or that stands for several codes (E512) is left as
   * it is, in its row; one finding a name.
   *
   * @param nameTable text columns {@code name} and {@code code}; several names may have the same code
   */
  public static Loaded<Frame> toCodes(Frame frame, String column, Frame nameTable) {
    TextColumn names = frame.text(column);
    TextColumn tableNames = nameTable.text("name");
    TextColumn tableCodes = nameTable.text("code");
    Map<String, String> codes = new HashMap<>();
    Set<String> several = new HashSet<>();
    Map<String, String> written = new LinkedHashMap<>();
    for (int row = 0; row < nameTable.rows(); row++) {
      String name = folded(tableNames.get(row));
      String before = codes.putIfAbsent(name, tableCodes.get(row));
      if (before != null && !before.equals(tableCodes.get(row))) {
        several.add(name);
      }
      written.putIfAbsent(name, tableNames.get(row));
    }
    List<Finding> findings = new ArrayList<>();
    String[] replaced = new String[names.levels()];
    boolean[] told = new boolean[replaced.length];
    TextColumn.Builder out = TextColumn.builder(column);
    for (int row = 0; row < names.size(); row++) {
      int level = names.code(row);
      if (!told[level]) {
        told[level] = true;
        String name = names.level(level);
        String key = folded(name);
        String code = several.contains(key) ? null : codes.get(key);
        replaced[level] = code == null ? name : code;
        if (code == null && !key.isEmpty()) {
          Location place = frame.place(row, column);
          findings.add(
              several.contains(key) ? ambiguous(place, name) : unknown(place, name, written));
        }
      }
      out.add(replaced[level]);
    }
    String nameColumn = column + "_name";
    Frame named = frame.has(nameColumn) ? frame : frame.with(names.named(nameColumn));
    return new Loaded<>(named.with(out.build()), findings);
  }

  private static Finding ambiguous(Location place, String name) {
    return Finding.error(
        "E512",
        place,
        name,
        "'" + Excerpt.show(name) + "' stands for several codes in the name table",
        "use codes in the source, or make the names of the table unique");
  }

  private static Finding unknown(Location place, String name, Map<String, String> written) {
    String near = Nearest.to(folded(name), written.keySet())
        .map(key -> "; did you mean '" + written.get(key) + "'?")
        .orElse("");
    return Finding.error(
        "E507",
        place,
        name,
        "'" + Excerpt.show(name) + "' is not in the name table" + near,
        "add the name to the table with its code, or mend it in the source");
  }

  /** One form for all ways to write a name. */
  static String folded(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return composed.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
