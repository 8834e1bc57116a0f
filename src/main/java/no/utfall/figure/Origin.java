package no.utfall.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;

/** Where the rows of a frame stood before they were read: in one file, or in several below one another. */
public final class Origin {

  /** The places of fields in a file, looked up when somebody asks: few cells are ever spoken of. */
  @FunctionalInterface
  public interface Places {

    /**
     * @param line on which the record starts, from 1
     * @param field from 1; 0 when it is not known
     */
    Location of(int line, int field);
  }

  private record Source(Map<String, Integer> fields, Places places) {}

  private final String name;
  private final Source[] sources;
  private final int @Nullable [] sourceOf;
  private final int[] lines;

  private Origin(String name, Source[] sources, int @Nullable [] sourceOf, int[] lines) {
    this.name = name;
    this.sources = sources;
    this.sourceOf = sourceOf;
    this.lines = lines;
  }

  /**
   * @param lines the physical line of each row, from 1
   * @param fields the field of each column in the file, from 1
   */
  public Origin(String file, int[] lines, Map<String, Integer> fields) {
    this(file, lines, fields, (line, field) -> new Location(file, line, field, 0));
  }

  /** As {@link #Origin(String, int[], Map)}, with places that know more than the line. */
  public Origin(String file, int[] lines, Map<String, Integer> fields, Places places) {
    this(file, new Source[] {new Source(Map.copyOf(fields), places)}, null, lines.clone());
  }

  /**
   * The rows of several files, one below the other.
   *
   * @param name what all of them are called together, such as the pattern that finds them
   */
  public static Origin joined(String name, List<Origin> origins) {
    int rows = origins.stream().mapToInt(origin -> origin.lines.length).sum();
    Source[] sources =
        origins.stream().flatMap(origin -> Arrays.stream(origin.sources)).toArray(Source[]::new);
    int[] lines = new int[rows];
    int[] sourceOf = new int[rows];
    int at = 0;
    int before = 0;
    for (Origin origin : origins) {
      for (int row = 0; row < origin.lines.length; row++, at++) {
        lines[at] = origin.lines[row];
        sourceOf[at] = before + origin.source(row);
      }
      before += origin.sources.length;
    }
    return new Origin(name, sources, sourceOf, lines);
  }

  private int source(int row) {
    return sourceOf == null ? 0 : sourceOf[row];
  }

  public String file() {
    return name;
  }

  public int line(int row) {
    return lines[row];
  }

  public Location place(int row, String column) {
    Source source = sources[source(row)];
    return source.places.of(lines[row], source.fields.getOrDefault(column, 0));
  }

  /** A column known under a second name. */
  Origin also(String column, String second) {
    Source[] known = Arrays.stream(sources)
        .map(source -> {
          Map<String, Integer> fields = new HashMap<>(source.fields);
          Integer field = fields.get(column);
          if (field != null) {
            fields.put(second, field);
          }
          return new Source(Map.copyOf(fields), source.places);
        })
        .toArray(Source[]::new);
    return new Origin(name, known, sourceOf, lines);
  }

  Origin rows(int[] index) {
    return new Origin(
        name, sources, sourceOf == null ? null : chosen(sourceOf, index), chosen(lines, index));
  }

  private static int[] chosen(int[] all, int[] index) {
    int[] chosen = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = all[index[i]];
    }
    return chosen;
  }
}
