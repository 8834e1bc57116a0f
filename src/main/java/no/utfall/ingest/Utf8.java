package no.utfall.ingest;

import java.util.stream.LongStream;

/**
 * What one look at all bytes of a text tells, in stretches side by side.
 *
 * @param malformed the start of the first sequence that is not UTF-8 (RFC 3629), −1 when there is none
 * @param controls a bit for each control character below 32 that occurs in what is well formed
 */
record Utf8(int malformed, int controls) {

  private static final int STRETCH = 4 << 20;
  private static final int CONTROLS = 32;
  private static final long LINE_FEEDS = Eight.of((byte) '\n');
  private static final long CARRIAGE_RETURNS = Eight.of((byte) '\r');

  static Utf8 of(byte[] raw, int from) {
    int stretches = (raw.length - from) / STRETCH + 1;
    LongStream each = LongStream.range(0, stretches);
    return (stretches > 1 ? each.parallel() : each)
        .mapToObj(k -> of(
            raw,
            k == 0 ? from : lead(raw, from + (int) k * STRETCH),
            k == stretches - 1 ? raw.length : lead(raw, from + (int) (k + 1) * STRETCH)))
        .reduce(Utf8::and)
        .orElseThrow();
  }

  private Utf8 and(Utf8 later) {
    return new Utf8(malformed >= 0 ? malformed : later.malformed, controls | later.controls);
  }

  /** Whether a control character occurs; any other byte is not looked up, and may. */
  static boolean mayHave(int controls, byte wanted) {
    return wanted < 0 || wanted >= CONTROLS || (controls >> wanted & 1) != 0;
  }

  /** The first byte from here on that starts a sequence, if there is one within its length. */
  private static int lead(byte[] raw, int at) {
    int i = at;
    while (i < raw.length && i < at + 3 && (raw[i] & 0xc0) == 0x80) {
      i++;
    }
    return i;
  }

  /** The sequences that start before {@code to}. */
  private static Utf8 of(byte[] raw, int from, int to) {
    int controls = 0;
    int i = from;
    while (i < to) {
      if (i % Long.BYTES == 0 && i + Long.BYTES <= to) {
        long eight = Eight.at(raw, i);
        int ends = Eight.isPlain(eight) ? 0 : lineEnds(eight);
        if (ends >= 0) {
          controls |= ends;
          i += Long.BYTES;
          continue;
        }
      }
      if (raw[i] >= 0) {
        controls |= raw[i] < CONTROLS ? 1 << raw[i] : 0;
        i++;
        continue;
      }
      int more = more(raw, i);
      if (more == 0) {
        return new Utf8(i, controls);
      }
      i += more + 1;
    }
    return new Utf8(-1, controls);
  }

  /** The bits of the line ends, when the bytes are ASCII without any other control character; else −1. */
  private static int lineEnds(long eight) {
    long feeds = Eight.equal(eight, LINE_FEEDS);
    long returns = Eight.equal(eight, CARRIAGE_RETURNS);
    return Eight.isPlain(eight | (feeds | returns) >>> 1)
        ? (feeds == 0 ? 0 : 1 << '\n') | (returns == 0 ? 0 : 1 << '\r')
        : -1;
  }

  /** How many bytes belong to this one; 0 when they are malformed. */
  private static int more(byte[] raw, int i) {
    int lead = raw[i] & 0xff;
    int more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    if (more == 0 || i + more >= raw.length) {
      return 0;
    }
    int second = raw[i + 1] & 0xff;
    int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int n = 2; n <= more; n++) {
      if ((raw[i + n] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return more;
  }
}
