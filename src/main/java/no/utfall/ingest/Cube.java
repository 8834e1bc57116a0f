package no.utfall.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dimensions and one cell for each combination of their categories, the last dimension running fastest. */
final class Cube {

  static final String VALUE = "value";
  static final String STATUS = "status";

  private static final long MOST_CELLS = 50_000_000;

  /**
   * One dimension.
   *
   * @param labels one a code; the same list when there are no codes
   * @param role empty when the file does not say
   */
  record Dimension(String name, List<String> codes, List<String> labels, String role) {
    Dimension {
      codes = List.copyOf(codes);
      labels = List.copyOf(labels);
    }

    boolean hasLabels() {
      return !codes.equals(labels);
    }
  }

  /** The text of a cell by its number. */
  interface Cells {
    String at(int cell);
  }

  private final List<Dimension> dimensions;

  Cube(List<Dimension> dimensions) {
    this.dimensions = List.copyOf(dimensions);
  }

  /** How many cells there are; −1 when more than can be read. */
  long cells() {
    long cells = 1;
    for (Dimension dimension : dimensions) {
      cells *= dimension.codes.size();
      if (cells > MOST_CELLS) {
        return -1;
      }
    }
    return cells;
  }

  void roles(Map<String, String> roles) {
    for (Dimension dimension : dimensions) {
      if (!dimension.role.isEmpty()) {
        roles.put(dimension.name, dimension.role);
        if (dimension.role.equals("unit") && dimension.hasLabels()) {
          roles.put(dimension.name + "_name", "unit-name");
        }
      }
    }
  }

  /** One row a cell: codes, labels where they differ, the value, and the status when there is one. */
  Page page(String file, Cells values, @Nullable Cells status) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    List<String> header = new ArrayList<>();
    List<byte[][]> prefixes = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      header.add(dimension.name);
      if (dimension.hasLabels()) {
        header.add(dimension.name + "_name");
      }
      byte[][] prefix = new byte[dimension.codes.size()][];
      for (int i = 0; i < prefix.length; i++) {
        String cells = Workbook.quoted(dimension.codes.get(i))
            + Workbook.DELIMITER
            + (dimension.hasLabels()
                ? Workbook.quoted(dimension.labels.get(i)) + Workbook.DELIMITER
                : "");
        prefix[i] = cells.getBytes(StandardCharsets.UTF_8);
      }
      prefixes.add(prefix);
    }
    header.add(VALUE);
    if (status != null) {
      header.add(STATUS);
    }
    write(
        out,
        String.join(
            String.valueOf(Workbook.DELIMITER),
            header.stream().map(Workbook::quoted).toList()));
    int[] at = new int[dimensions.size()];
    int cells = (int) cells();
    for (int cell = 0; cell < cells; cell++) {
      int rest = cell;
      for (int d = at.length - 1; d >= 0; d--) {
        int size = prefixes.get(d).length;
        at[d] = rest % size;
        rest /= size;
      }
      for (int d = 0; d < at.length; d++) {
        out.writeBytes(prefixes.get(d)[at[d]]);
      }
      String said = status == null ? "" : Workbook.DELIMITER + Workbook.quoted(status.at(cell));
      write(out, Workbook.quoted(values.at(cell)) + said);
    }
    byte[] bytes = out.toByteArray();
    return new Page(file, bytes, 0, bytes.length, 1, true);
  }

  private static void write(ByteArrayOutputStream out, String line) {
    out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
