package no.utfall.panel;

import java.util.List;
import no.utfall.text.Text;

/**
 * A defined number per unit and period.
 *
 * @param unitOfMeasure such as {@code percent} or {@code per 100 000}; may be empty
 * @param lag years before an effect on it can be expected
 * @param smallestImportant the smallest difference that matters, in its own unit; NaN when nobody has said
 */
public record Indicator(
    String id,
    Text title,
    Level level,
    Direction direction,
    String unitOfMeasure,
    Text definition,
    Text source,
    List<String> tags,
    int lag,
    double smallestImportant) {
  public Indicator {
    tags = List.copyOf(tags);
  }
}
