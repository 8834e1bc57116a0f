package no.utfall.method;

import java.util.List;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** The estimate of one group as charts and sentences show it; limits may be {@code NaN}. */
public record Shown(List<String> keys, double estimate, double low, double high) {

  public Shown {
    keys = List.copyOf(keys);
  }

  public String name() {
    return String.join(", ", keys);
  }

  public String lastKey() {
    return keys.get(keys.size() - 1);
  }

  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  public int decimals() {
    return Numerals.decimalsFor(low, high);
  }

  /** Whether two intervals overlap, to end a sentence; blank when one is not known. */
  public Text overlap(Shown other) {
    if (!hasInterval() || !other.hasInterval()) {
      return Text.none();
    }
    return low <= other.high && other.low <= high
        ? Text.of(
            "; intervallene overlapper", "; intervalla overlappar", "; their intervals overlap")
        : Text.of(
            "; intervallene overlapper ikke",
            "; intervalla overlappar ikkje",
            "; their intervals do not overlap");
  }
}
