package no.utfall.view;

import java.util.List;
import no.utfall.text.Text;

/**
 * One side of a chart. Positions on an axis of categories are 0, 1, 2 … in the order of the labels.
 *
 * @param labels the categories, empty for numbers
 * @param zero whether zero must be on the axis
 * @param decimals of the tick labels; ignored for categories and whole numbers
 */
public record Axis(Text title, Kind kind, List<Text> labels, boolean zero, int decimals) {

  /** What stands along the axis: any numbers, whole numbers such as years, or names. */
  public enum Kind {
    NUMBER,
    WHOLE,
    CATEGORY
  }

  public Axis {
    labels = List.copyOf(labels);
  }

  public static Axis number(Text title, int decimals) {
    return new Axis(title, Kind.NUMBER, List.of(), false, decimals);
  }

  /** Years, years since start: ticks on whole numbers only, never grouped. */
  public static Axis whole(Text title) {
    return new Axis(title, Kind.WHOLE, List.of(), false, 0);
  }

  public static Axis categories(Text title, List<Text> labels) {
    return new Axis(title, Kind.CATEGORY, labels, false, 0);
  }

  public Axis fromZero() {
    return new Axis(title, kind, labels, true, decimals);
  }
}
