package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts, numbered by first appearance, by their bytes in a text that is at hand: no copy is made of them until
 * they are asked for. Texts that do not stand there as they are (doubled quotes) are kept beside.
 */
final class Words {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final byte[] page;
  private byte[] beside = new byte[0];
  private int besides;
  /** The number of a word and one; 0 is free. At most half full. */
  private int[] slots = new int[16];

  private long[] heads = new long[8];
  private long[] tails = new long[8];
  private int[] starts = new int[8];
  private int[] lengths = new int[8];
  private int[] hashes = new int[8];
  private int count;

  Words(byte[] page) {
    this.page = page;
  }

  int count() {
    return count;
  }

  /** The number of the text that stands here on the page. */
  int code(int start, int end) {
    int length = end - start;
    if (length > 0 && length <= 2 * Long.BYTES && start + Long.BYTES <= page.length) {
      long head = Eight.at(page, start);
      long tail = 0;
      if (length <= Long.BYTES) {
        head &= -1L >>> Long.SIZE - Byte.SIZE * length;
      } else {
        tail = Eight.at(page, end - Long.BYTES);
      }
      int[] slots = this.slots;
      int mask = slots.length - 1;
      int slot = hash(head, tail, length) & mask;
      for (int word = slots[slot] - 1; word >= 0; word = slots[slot] - 1) {
        if (heads[word] == head && tails[word] == tail && lengths[word] == length) {
          return word;
        }
        slot = slot + 1 & mask;
      }
    }
    return code(page, start, end, true);
  }

  /** The number of a text that does not stand on the page. */
  int code(byte[] text) {
    return code(text, 0, text.length, false);
  }

  /** The number that a word of others has here. */
  int code(Words others, int word) {
    int start = others.starts[word];
    byte[] home = start < 0 ? others.beside : page;
    int from = start < 0 ? ~start : start;
    return code(home, from, from + others.lengths[word], start >= 0);
  }

  /** The number of the text that stands here on the page, −1 when it was never met. */
  int find(int start, int end) {
    long head = head(page, start, end);
    long tail = tail(page, start, end);
    return slots[slot(page, start, end, head, tail, hash(page, start, end, head, tail))] - 1;
  }

  private int code(byte[] bytes, int start, int end, boolean isOnPage) {
    long head = head(bytes, start, end);
    long tail = tail(bytes, start, end);
    int hash = hash(bytes, start, end, head, tail);
    int slot = slot(bytes, start, end, head, tail, hash);
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    if (count == heads.length) {
      heads = Arrays.copyOf(heads, 2 * count);
      tails = Arrays.copyOf(tails, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    heads[count] = head;
    tails[count] = tail;
    starts[count] = isOnPage ? start : ~keep(bytes, start, end);
    lengths[count] = end - start;
    hashes[count] = hash;
    slots[slot] = ++count;
    if (2 * count > slots.length) {
      grow();
    }
    return count - 1;
  }

  private int keep(byte[] bytes, int start, int end) {
    int at = besides;
    int room = at + end - start;
    if (room > beside.length) {
      beside = Arrays.copyOf(beside, Math.max(room, 2 * beside.length));
    }
    System.arraycopy(bytes, start, beside, at, end - start);
    besides = room;
    return at;
  }

  private int slot(byte[] bytes, int start, int end, long head, long tail, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (true) {
      int word = slots[slot] - 1;
      if (word < 0
          || (heads[word] == head
              && tails[word] == tail
              && lengths[word] == end - start
              && (end - start <= 2 * Long.BYTES || isEqual(word, bytes, start, end)))) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }

  private boolean isEqual(int word, byte[] bytes, int start, int end) {
    int at = starts[word];
    byte[] home = at < 0 ? beside : page;
    int from = at < 0 ? ~at : at;
    return Arrays.equals(home, from, from + lengths[word], bytes, start, end);
  }

  private void grow() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int word = 0; word < count; word++) {
      int slot = hashes[word] & mask;
      while (slots[slot] > 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = word + 1;
    }
  }

  /** The first eight bytes, fewer when there are no more. */
  private static long head(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length >= Long.BYTES) {
      return Eight.at(bytes, start);
    }
    if (length == 0) {
      return 0;
    }
    if (start + Long.BYTES <= bytes.length) {
      return Eight.at(bytes, start) & -1L >>> Long.SIZE - Byte.SIZE * length;
    }
    long head = 0;
    for (int i = end - 1; i >= start; i--) {
      head = head << Byte.SIZE | bytes[i] & 0xff;
    }
    return head;
  }

  /** The last eight bytes of a text that has more; else 0, as the head says all. */
  private static long tail(byte[] bytes, int start, int end) {
    return end - start > Long.BYTES ? Eight.at(bytes, end - Long.BYTES) : 0;
  }

  private static int hash(byte[] bytes, int start, int end, long head, long tail) {
    long between = tail;
    for (int i = start + Long.BYTES; i < end - Long.BYTES; i += Long.BYTES) {
      between = (Long.rotateLeft(between, 27) ^ Eight.at(bytes, i)) * MIX;
    }
    return hash(head, between, end - start);
  }

  private static int hash(long head, long rest, int length) {
    long hash = ((head ^ length) * MIX ^ rest) * MIX;
    // a product's low bits know nothing of the high bits it was made of, where the last letters of
    // a text stand
    return (int) ((hash ^ hash >>> Integer.SIZE) * MIX >>> Integer.SIZE);
  }

  String text(int word) {
    int start = starts[word];
    return start < 0
        ? new String(beside, ~start, lengths[word], StandardCharsets.UTF_8)
        : new String(page, start, lengths[word], StandardCharsets.UTF_8);
  }
}
