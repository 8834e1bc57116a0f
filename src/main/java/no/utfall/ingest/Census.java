package no.utfall.ingest;

import java.util.stream.IntStream;

/** Which bytes occur in a text; looked up once, when it is first asked for, in stretches side by side. */
final class Census {

  private static final int STRETCH = 4 << 20;

  private final byte[] bytes;
  private boolean[] seen = new boolean[0];

  Census(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean has(byte wanted) {
    if (seen.length == 0) {
      int stretches = bytes.length / STRETCH + 1;
      IntStream each = IntStream.range(0, stretches);
      seen = (stretches > 1 ? each.parallel() : each)
          .mapToObj(k -> of(bytes, k * STRETCH, (int) Math.min(bytes.length, (k + 1L) * STRETCH)))
          .reduce(new boolean[256], Census::either);
    }
    return seen[wanted & 0xff];
  }

  private static boolean[] of(byte[] bytes, int from, int to) {
    boolean[] seen = new boolean[256];
    for (int i = from; i < to; i++) {
      seen[bytes[i] & 0xff] = true;
    }
    return seen;
  }

  private static boolean[] either(boolean[] one, boolean[] other) {
    boolean[] both = new boolean[256];
    for (int b = 0; b < both.length; b++) {
      both[b] = one[b] || other[b];
    }
    return both;
  }
}
