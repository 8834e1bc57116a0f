package no.utfall.method;

import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** The lines of {@code --explain}: symbols and exact numbers, the same in every language. */
public final class Arithmetic {

  private final List<Text> lines = new ArrayList<>();

  /** {@code {0}}, {@code {1}} … in a pattern stand for numbers and words. */
  public static String fill(String pattern, Object... parts) {
    String filled = pattern;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i] instanceof Number number
          ? Numerals.exact(number.doubleValue())
          : String.valueOf(parts[i]);
      filled = filled.replace("{" + i + "}", part);
    }
    return filled;
  }

  /** One line, filled. */
  public Arithmetic line(String pattern, Object... parts) {
    lines.add(Text.same(fill(pattern, parts)));
    return this;
  }

  /** Why there is no estimate. */
  public Arithmetic reason(String note) {
    lines.add(Text.of("Ikke noe anslag: {0}", "Ikkje noko anslag: {0}", "No estimate: {0}")
        .with(note));
    return this;
  }

  /** Why there is no estimate of one measure among several. */
  public Arithmetic reason(String measure, String note) {
    lines.add(
        Text.of("{0}: ikke noe anslag: {1}", "{0}: ikkje noko anslag: {1}", "{0}: no estimate: {1}")
            .with(measure, note));
    return this;
  }

  public List<Text> lines() {
    return List.copyOf(lines);
  }
}
