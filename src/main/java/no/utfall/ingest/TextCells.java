package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.utfall.figure.TextColumn;
import org.jspecify.annotations.Nullable;

/** The cells of one text column as they are read; a text that was seen before costs no new string. */
final class TextCells {

  private final TextColumn.Builder builder;
  private byte[] @Nullable [] seen = new byte[64][];
  private int[] codes = new int[64];
  private int distinct;
  private @Nullable TextColumn column;

  TextCells(String name, int cells) {
    builder = TextColumn.builder(name, cells);
  }

  void add(byte[] bytes, int start, int end) {
    int slot = slot(bytes, start, end);
    if (seen[slot] == null) {
      if (2 * ++distinct > seen.length) {
        grow();
        slot = slot(bytes, start, end);
      }
      String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      seen[slot] = Arrays.copyOfRange(bytes, start, end);
      codes[slot] = builder.code(text);
    }
    builder.addCode(codes[slot]);
  }

  void add(String text) {
    builder.add(text);
  }

  TextColumn column() {
    if (column == null) {
      column = builder.build();
      seen = new byte[0][];
    }
    return column;
  }

  private int slot(byte[] bytes, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int mask = seen.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (true) {
      byte[] there = seen[slot];
      if (there == null || Arrays.equals(there, 0, there.length, bytes, start, end)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }

  private void grow() {
    byte[][] oldSeen = seen;
    int[] oldCodes = codes;
    seen = new byte[2 * oldSeen.length][];
    codes = new int[seen.length];
    for (int i = 0; i < oldSeen.length; i++) {
      byte[] there = oldSeen[i];
      if (there != null) {
        int slot = slot(there, 0, there.length);
        seen[slot] = there;
        codes[slot] = oldCodes[i];
      }
    }
  }
}
