package no.utfall.figure;

import java.util.Map;
import no.utfall.problem.Location;

/** Where the rows of a frame stood before they were read. */
public final class Origin {

  private final String file;
  private final int[] lines;
  private final Map<String, Integer> fields;

  /**
   * @param lines the physical line of each row, from 1
   * @param fields the field of each column in the file, from 1
   */
  public Origin(String file, int[] lines, Map<String, Integer> fields) {
    this.file = file;
    this.lines = lines.clone();
    this.fields = Map.copyOf(fields);
  }

  public String file() {
    return file;
  }

  public int line(int row) {
    return lines[row];
  }

  public Location place(int row, String column) {
    return new Location(file, lines[row], fields.getOrDefault(column, 0), 0);
  }

  Origin rows(int[] index) {
    int[] chosen = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = lines[index[i]];
    }
    return new Origin(file, chosen, fields);
  }
}
