package no.utfall.report;

import java.util.List;
import java.util.Optional;

/**
 * How the numbers of a report differ from those of an earlier one.
 *
 * @param file that holds the earlier numbers
 * @param nodes one for each indicator, analysis and board with numbers now or then
 * @param largest the number that moved most against the width of its own interval
 */
public record Revised(String file, List<Node> nodes, Optional<Move> largest) {

  public Revised {
    nodes = List.copyOf(nodes);
  }

  /**
   * How many numbers of a node are what they were, have another value, are there for the first time, are no longer
   * there, are hidden now, and are shown now.
   *
   * @param id with its kind, such as {@code indicator:neet_share}
   */
  public record Node(
      String id, int unchanged, int revised, int added, int gone, int hidden, int shown) {}

  /**
   * One number before and after.
   *
   * @param keys what tells it from the others, such as unit and period
   * @param widths how far it moved, in widths of its interval now
   */
  public record Move(String node, List<String> keys, double before, double after, double widths) {
    public Move {
      keys = List.copyOf(keys);
    }
  }
}
