package no.utfall.view;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.text.Text;

/**
 * A table for people: the numbers stay whole in the frame, the columns say how they are shown.
 *
 * @param id a kebab-case name, also of the file
 * @param title what is shown, as a caption
 * @param note sources and signs, below the table; may be blank
 * @param columns the columns shown, in order; each names a column of the frame
 */
public record Table(String id, Text title, Text note, List<Shown> columns, Frame frame) {

  /**
   * How one column is shown.
   *
   * @param decimals for numbers; {@link #BY_INTERVAL} lets the width of {@code conf_low} to {@code conf_high} decide
   *     row by row (a whole number without an interval is a count and has none), {@link #AS_IS} writes the number exactly (years, codes)
   */
  public record Shown(String column, Text label, int decimals) {
    public static final int BY_INTERVAL = -1;
    public static final int AS_IS = -2;
  }

  public Table {
    columns = List.copyOf(columns);
    for (Shown shown : columns) {
      frame.column(shown.column());
    }
  }

  /** Every column under its own name, numbers exactly: a table for machines, or for a first look. */
  public static Table plain(String id, Frame frame) {
    List<Shown> all = frame.names().stream()
        .map(name -> new Shown(name, Text.same(name), Shown.AS_IS))
        .toList();
    return new Table(id, Text.none(), Text.none(), all, frame);
  }
}
