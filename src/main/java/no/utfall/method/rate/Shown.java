package no.utfall.method.rate;

import java.util.List;
import no.utfall.text.Numerals;

/** The estimate of one group as charts and sentences show it; limits may be {@code NaN}. */
record Shown(List<String> keys, double estimate, double low, double high) {

  Shown {
    keys = List.copyOf(keys);
  }

  String name() {
    return String.join(", ", keys);
  }

  String lastKey() {
    return keys.get(keys.size() - 1);
  }

  boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  int decimals() {
    return Numerals.decimalsFor(low, high);
  }

  boolean overlaps(Shown other) {
    return low <= other.high && other.low <= high;
  }
}
