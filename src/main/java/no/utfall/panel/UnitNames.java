package no.utfall.panel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * Codes by name. The list of units is asked first, for the year, since one name may have had several codes; then a table
 * of names. Letter case and composed or decomposed accents do not matter. Immutable.
 */
public final class UnitNames {

  private static final String SEVERAL = "";

  private final Map<String, String> table;
  private final @Nullable UnitList list;
  private final Map<String, TreeSet<String>> listed = new HashMap<>();

  private UnitNames(Map<String, String> table, @Nullable UnitList list) {
    this.table = table;
    this.list = list;
    if (list != null) {
      list.names()
          .forEach((name, codes) ->
              listed.computeIfAbsent(folded(name), n -> new TreeSet<>()).addAll(codes));
    }
  }

  /** @param table {@code name;code}, or {@code null}; a name with two codes leads to neither */
  public static UnitNames of(@Nullable Frame table, @Nullable UnitList list) {
    Map<String, String> codes = new HashMap<>();
    if (table != null) {
      TextColumn name = table.text("name");
      TextColumn code = table.text("code");
      for (int row = 0; row < table.rows(); row++) {
        String one = code.get(row);
        codes.merge(folded(name.get(row)), one, (a, b) -> a.equals(b) ? a : SEVERAL);
      }
    }
    return new UnitNames(codes, list);
  }

  /** The code of a name in a year; empty when there is none, or more than one. */
  public Optional<String> code(String name, int year) {
    String key = folded(name);
    UnitList known = list;
    if (known != null) {
      String[] holding = listed.getOrDefault(key, new TreeSet<>()).stream()
          .filter(code -> known.holds(code, year))
          .toArray(String[]::new);
      if (holding.length == 1) {
        return Optional.of(holding[0]);
      }
    }
    return Optional.ofNullable(table.get(key)).filter(code -> !code.equals(SEVERAL));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
