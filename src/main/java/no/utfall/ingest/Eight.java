package no.utfall.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text looked at in one go: the first of them is the lowest of a {@code long}. They are fetched fastest
 * from offsets that are multiples of eight, and before the code is compiled to its best from no others.
 */
final class Eight {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Eight() {}

  static long at(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset);
  }

  /** Where to begin so as to meet an offset and step from multiple of eight to multiple of eight. */
  static int start(int offset) {
    return offset & -Long.BYTES;
  }

  /** The bytes from here on; those before {@code from} and from {@code to} on are others, all the same. */
  static long within(byte[] bytes, int offset, int from, int to, byte other) {
    long eight = 0;
    for (int i = offset + Long.BYTES - 1; i >= offset; i--) {
      eight = eight << Byte.SIZE | (i >= from && i < to ? bytes[i] : other) & 0xff;
    }
    return eight;
  }

  /** A byte, eight times. */
  static long of(byte b) {
    return (b & 0xffL) * ONES;
  }

  /** The highest bit of each byte that is the one eight times in the pattern; all other bits are 0. */
  static long equal(long eight, long pattern) {
    long differs = eight ^ pattern;
    return ~((differs & ~HIGHS) + ~HIGHS | differs | ~HIGHS);
  }

  /** Whether one of the bytes is the one eight times in the pattern. */
  static boolean has(long eight, long pattern) {
    long differs = eight ^ pattern;
    return (differs - ONES & ~differs & HIGHS) != 0;
  }

  /** Whether one of the bytes is below 32: a line end, a tab or another control character. */
  static boolean hasControl(long eight) {
    return (eight - 32 * ONES & ~eight & HIGHS) != 0;
  }

  /** Whether all bytes are ASCII and none is below 32. */
  static boolean isPlain(long eight) {
    return ((eight | eight - 32 * ONES) & HIGHS) == 0;
  }

  /** Its lowest bit marks the first byte that is neither a space nor an ASCII character to be seen; 0 without one. */
  static long unseen(long eight) {
    return (eight | eight - 32 * ONES | eight + ONES) & HIGHS;
  }

  /** The highest bit of each byte that is this one or above it, when all are ASCII. */
  static long atLeast(long eight, char least) {
    return eight + (0x80 - least) * ONES & HIGHS;
  }

  /** How many bytes are marked by their highest bit. */
  static int count(long marks) {
    return (int) ((marks >>> 7) * ONES >>> 56);
  }

  /** The place of the byte that is marked by this one bit, its highest: 0 … 7. */
  static int place(long mark) {
    return (int) ((mark - 1 & ONES) * ONES >>> 56) - 1;
  }
}
