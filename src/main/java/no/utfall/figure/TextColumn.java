package no.utfall.figure;

import java.util.Arrays;
import java.util.List;

/** Texts, each distinct one kept once. A cell without text is the empty string. Immutable. */
public final class TextColumn implements Column {

  private final String name;
  private final int[] codes;
  private final String[] levels;

  private TextColumn(String name, int[] codes, String[] levels) {
    this.name = name;
    this.codes = codes;
    this.levels = levels;
  }

  public static TextColumn of(String name, List<String> cells) {
    Builder builder = builder(name);
    cells.forEach(builder::add);
    return builder.build();
  }

  public static TextColumn of(String name, String... cells) {
    return of(name, Arrays.asList(cells));
  }

  /**
   * Cells by the numbers of their texts; the arrays are given away and must not be changed any more.
   *
   * @param levels distinct texts, by first appearance
   */
  public static TextColumn ofCodes(String name, int[] codes, String[] levels) {
    return new TextColumn(name, codes, levels);
  }

  public static Builder builder(String name) {
    return builder(name, 16);
  }

  /** With room for so many cells at once; more may come. */
  public static Builder builder(String name, int cells) {
    return new Builder(name, cells);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return codes.length;
  }

  public String get(int row) {
    return levels[codes[row]];
  }

  /** The number of the distinct text in this row: 0 … {@link #levels()} − 1, by first appearance. */
  public int code(int row) {
    return codes[row];
  }

  public int levels() {
    return levels.length;
  }

  public String level(int code) {
    return levels[code];
  }

  @Override
  public TextColumn named(String other) {
    return new TextColumn(other, codes, levels);
  }

  @Override
  public TextColumn rows(int[] index) {
    int[] chosen = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = codes[index[i]];
    }
    return new TextColumn(name, chosen, levels);
  }

  /** Grows a text column cell by cell. */
  public static final class Builder {
    private final String name;
    private int[] codes;
    private String[] levels = new String[16];
    private int known;
    private int size;
    /** Open addressing, at most half full: the number of a distinct text and one; 0 is free. */
    private int[] table = new int[64];

    private Builder(String name, int cells) {
      this.name = name;
      this.codes = new int[cells];
    }

    public Builder add(String cell) {
      boolean again = size > 0 && levels[codes[size - 1]].equals(cell);
      return addCode(again ? codes[size - 1] : code(cell));
    }

    /** A cell by the number of its text. */
    public Builder addCode(int code) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, Math.max(16, 2 * size));
      }
      codes[size++] = code;
      return this;
    }

    /** The number of a text among the distinct ones, for {@link #addCode}; no cell has it yet when it is new. */
    public int code(String cell) {
      int at = slot(cell);
      if (table[at] != 0) {
        return table[at] - 1;
      }
      if (known == levels.length) {
        levels = Arrays.copyOf(levels, Math.max(16, 2 * known));
      }
      levels[known] = cell;
      table[at] = ++known;
      if (2 * known > table.length) {
        table = new int[2 * table.length];
        for (int code = 0; code < known; code++) {
          table[slot(levels[code])] = code + 1;
        }
      }
      return known - 1;
    }

    private int slot(String cell) {
      int at = cell.hashCode() * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(table.length - 1);
      while (table[at] != 0 && !levels[table[at] - 1].equals(cell)) {
        at = (at + 1) & (table.length - 1);
      }
      return at;
    }

    /** The column; the builder starts afresh. */
    public TextColumn build() {
      TextColumn column = new TextColumn(
          name,
          codes.length == size ? codes : Arrays.copyOf(codes, size),
          Arrays.copyOf(levels, known));
      codes = new int[0];
      levels = new String[0];
      table = new int[64];
      size = 0;
      known = 0;
      return column;
    }
  }
}
