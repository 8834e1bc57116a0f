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

  private final byte[] @Nullable [] seen = new byte[4 * REMEMBERED][];
  private final @Nullable String[] troubleOf = new String[seen.length];
  private final Map<String, int[]> troubles = new LinkedHashMap<>();
  private int remembered;
  private int rows;
  private boolean hasText;

  void add(byte[] bytes, int start, int end) {
    if (start < end) {
      hasText = true;
      note(trouble(bytes, start, end));
    }
    rows++;
  }

  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length);
  }

  private @Nullable String trouble(byte[] bytes, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int mask = seen.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    byte[] there = seen[slot];
    while (there != null && !Arrays.equals(there, 0, there.length, bytes, start, end)) {
      slot = slot + 1 & mask;
      there = seen[slot];
    }
    if (there != null) {
      return troubleOf[slot];
    }
    String trouble = TextTrouble.of(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    if (remembered < REMEMBERED) {
      remembered++;
      seen[slot] = Arrays.copyOfRange(bytes, start, end);
      troubleOf[slot] = trouble;
    }
    return trouble;
  }

  private void note(@Nullable String code) {
    if (code != null) {
      troubles.computeIfAbsent(code, c -> new int[] {rows, 0})[1]++;
    }
  }

  /** By code: the first row and how many cells. */
  Map<String, int[]> troubles() {
    return troubles;
  }

  boolean isBlank() {
    return !hasText;
  }
}
