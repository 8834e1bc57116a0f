package no.utfall.panel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * Codes by name. The list of units is asked first, for the year, since one name may have had several codes; then a table
 * of names; then the list again, for one of the names of a unit that has them in several languages, or without the county
 * in brackets. Letter case and composed or decomposed accents do not matter. Immutable.
 */
public final class UnitNames {

  private static final String SEVERAL = "";

  private final Map<String, String> table;
  private final @Nullable UnitList list;
  private final Map<String, TreeSet<String>> listed = new HashMap<>();
  private final Map<String, TreeSet<String>> parts = new HashMap<>();

  private UnitNames(Map<String, String> table, @Nullable UnitList list) {
    this.table = table;
    this.list = list;
    if (list != null) {
      list.names().forEach((name, codes) -> {
        listed.computeIfAbsent(folded(name), n -> new TreeSet<>()).addAll(codes);
        for (String part : name.replaceFirst(" \\([^)]*\\)$", "").split(" - ")) {
          parts.computeIfAbsent(folded(part), n -> new TreeSet<>()).addAll(codes);
        }
      });
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
    Set<String> codes = codes(name, year);
    return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
  }

  /** Every code that goes by a name in a year, in order; more than one when the name alone does not tell. */
  public Set<String> codes(String name, int year) {
    String key = folded(name);
    Set<String> whole = holding(listed, key, year);
    if (whole.size() == 1) {
      return whole;
    }
    String own = table.get(key);
    if (own != null && !own.equals(SEVERAL)) {
      return Set.of(own);
    }
    return whole.isEmpty() ? holding(parts, key, year) : whole;
  }

  private Set<String> holding(Map<String, TreeSet<String>> names, String key, int year) {
    Set<String> holding = new TreeSet<>(names.getOrDefault(key, new TreeSet<>()));
    holding.removeIf(code -> list == null || !list.holds(code, year));
    return holding;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
