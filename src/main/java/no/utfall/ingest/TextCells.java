package no.utfall.ingest;

import java.util.Arrays;
import no.utfall.figure.TextColumn;
import org.jspecify.annotations.Nullable;

/** The cells of one text column as they are read, part by part; the parts write side by side into the same cells. */
final class TextCells {

  private final String name;
  private final byte[] page;
  private int[] codes;
  private @Nullable Words words;
  private int size;
  private @Nullable TextColumn column;

  /**
   * @param page the bytes in which the cells stand
   * @param cells how many there are at most
   */
  TextCells(String name, byte[] page, int cells) {
    this.name = name;
    this.page = page;
    this.codes = new int[cells];
  }

  /** Cells that follow one another, written from this one on. */
  Part part(int from) {
    return new Part(from);
  }

  /** Puts the next part behind the parts before. */
  void append(Part next) {
    if (words == null) {
      words = next.words;
      System.arraycopy(codes, next.from, codes, size, next.cells);
    } else {
      int[] here = new int[next.words.count()];
      boolean isSame = next.from == size;
      for (int word = 0; word < here.length; word++) {
        here[word] = words.code(next.words, word);
        isSame &= here[word] == word;
      }
      for (int i = 0; i < next.cells && !isSame; i++) {
        codes[size + i] = here[codes[next.from + i]];
      }
    }
    size += next.cells;
  }

  TextColumn column() {
    if (column == null) {
      String[] levels = new String[words == null ? 0 : words.count()];
      for (int word = 0; words != null && word < levels.length; word++) {
        levels[word] = words.text(word);
      }
      column = TextColumn.ofCodes(
          name, size == codes.length ? codes : Arrays.copyOf(codes, size), levels);
      words = null;
      codes = new int[0];
    }
    return column;
  }

  /** Cells read by one thread. */
  final class Part {
    private final int from;
    private final Words words = new Words(page);
    private int cells;

    private Part(int from) {
      this.from = from;
    }

    void add(Cut cut, int column) {
      int[] starts = cut.starts();
      int[] ends = cut.ends();
      int first = cut.first(column);
      int last = first + cut.rows();
      int to = from + cells;
      for (int cell = first; cell < last; cell++) {
        int end = ends[cell];
        codes[to++] = end < 0 ? words.code(cut.beside(end)) : words.code(starts[cell], end);
      }
      cells += last - first;
    }
  }
}
