package no.utfall.view;

import java.util.List;
import no.utfall.text.Text;

/**
 * A chart as plain data.
 *
 * @param id a kebab-case name, also of the file
 * @param title the message, as a sentence
 * @param subtitle measure, area and period
 * @param source where the numbers come from
 * @param alt what is to be seen, for those who do not see it: kind, axes, range, main trend
 * @param twin the numbers of the chart as a table
 */
public record Chart(
    String id,
    Text title,
    Text subtitle,
    Text source,
    Text alt,
    Axis x,
    Axis y,
    List<Mark> marks,
    Table twin) {
  public Chart {
    marks = List.copyOf(marks);
  }
}
