package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one text column that are only looked at: what is odd about them is counted, and none is kept but a few
 * thousand distinct ones that need not be looked at twice.
 */
final class TextLook {

  private static final int REMEMBERED = 1 << 13;

  private final byte[] page;
  private final Words words;
  private @Nullable String[] troubleOf = new String[8];
  private final Map<String, int[]> troubles = new LinkedHashMap<>();
  private int rows;
  private boolean hasText;

  TextLook(byte[] page) {
    this.page = page;
    this.words = new Words(page);
  }

  void add(Cut cut, int column) {
    int[] starts = cut.starts();
    int[] ends = cut.ends();
    int first = cut.first(column);
    int last = first + cut.rows();
    for (int cell = first; cell < last; cell++) {
      int start = starts[cell];
      int end = ends[cell];
      if (end < 0) {
        String text = new String(cut.beside(end), StandardCharsets.UTF_8);
        hasText |= !text.isEmpty();
        note(text.isEmpty() ? null : TextTrouble.of(text));
      } else if (start < end) {
        hasText = true;
        if (!isPlain(start, end)) {
          note(trouble(start, end));
        }
      }
      rows++;
    }
  }

  /** Whether the bytes alone tell that nothing is odd: ASCII to be seen, neither formula nor date. */
  private boolean isPlain(int start, int end) {
    int letters = 0;
    int digits = 0;
    for (int i = start; i < end; i += Long.BYTES) {
      if (i + Long.BYTES > page.length) {
        return false; // the last bytes of the page are looked at the long way
      }
      long eight = Eight.at(page, i);
      long text = end - i >= Long.BYTES ? -1 : -1L >>> Long.SIZE - Byte.SIZE * (end - i);
      if ((Eight.unseen(eight) & text) != 0) {
        return false;
      }
      long letter = Eight.atLeast(eight, 'A') & text;
      if (letter != 0) {
        letters += Eight.count(letter);
      }
      if (letters != 0 || end - i > Long.BYTES) {
        digits += Eight.count((Eight.atLeast(eight, '0') ^ Eight.atLeast(eight, ':')) & text);
      }
    }
    return !TextTrouble.mayBe(page[start], letters, digits);
  }

  private @Nullable String trouble(int start, int end) {
    int known = words.count();
    int word = known < REMEMBERED ? words.code(start, end) : words.find(start, end);
    if (word >= 0 && word < known) {
      return troubleOf[word];
    }
    String trouble = TextTrouble.of(new String(page, start, end - start, StandardCharsets.UTF_8));
    if (word >= 0) {
      if (word == troubleOf.length) {
        troubleOf = Arrays.copyOf(troubleOf, 2 * word);
      }
      troubleOf[word] = trouble;
    }
    return trouble;
  }

  private void note(@Nullable String code) {
    if (code != null) {
      troubles.computeIfAbsent(code, c -> new int[] {rows, 0})[1]++;
    }
  }

  /** Puts what was seen further down behind what was seen here. */
  void append(TextLook next) {
    next.troubles.forEach((code, seen) ->
        troubles.computeIfAbsent(code, c -> new int[] {rows + seen[0], 0})[1] += seen[1]);
    hasText |= next.hasText;
    rows += next.rows;
  }

  /** By code: the first row and how many cells. */
  Map<String, int[]> troubles() {
    return troubles;
  }

  boolean isBlank() {
    return !hasText;
  }
}
