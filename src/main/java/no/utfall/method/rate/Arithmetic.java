package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** The lines of {@code --explain}: symbols and exact numbers, the same in every language. */
final class Arithmetic {

  private final List<Text> lines = new ArrayList<>();

  /** One line; {0}, {1} … stand for numbers and words. */
  Arithmetic line(String pattern, Object... parts) {
    Object[] shown = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      shown[i] = parts[i] instanceof Number number
          ? Numerals.exact(number.doubleValue())
          : String.valueOf(parts[i]);
    }
    lines.add(Text.same(pattern).with(shown));
    return this;
  }

  /** Why there is no estimate. */
  Arithmetic reason(String note) {
    lines.add(Text.of("Ikke noe anslag: {0}", "Ikkje noko anslag: {0}", "No estimate: {0}")
        .with(note));
    return this;
  }

  List<Text> lines() {
    return List.copyOf(lines);
  }
}
