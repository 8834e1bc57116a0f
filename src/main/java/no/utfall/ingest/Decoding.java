package no.utfall.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What bytes are as text: by the byte order mark, then by the pattern of NUL bytes, then by strict UTF-8, and only
 * then windows-1252.
 *
 * @param encoding the name in files and on screens
 * @param mark the length of the byte order mark
 * @param malformed the offset of the first byte that is not of this encoding, −1 when all are
 * @param controls the control characters among the bytes; 0 when they are not of UTF-8
 */
record Decoding(String encoding, Charset charset, int mark, int malformed, int controls) {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int LOOK = 1 << 20;
  private static final int PATTERN_PART = 4096;

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  boolean isUtf16() {
    return encoding.startsWith("UTF-16");
  }

  /** What the bytes look like. {@code windows-1252} here only means: not UTF-8. */
  static Decoding seen(byte[] raw) {
    if (starts(raw, 0xef, 0xbb, 0xbf)) {
      return utf8(raw, 3);
    }
    if (starts(raw, 0xff, 0xfe, 0, 0)) {
      return checked("UTF-32LE", Charset.forName("UTF-32LE"), raw, 4);
    }
    if (starts(raw, 0xff, 0xfe)) {
      return checked("UTF-16LE", StandardCharsets.UTF_16LE, raw, 2);
    }
    if (starts(raw, 0xfe, 0xff)) {
      return checked("UTF-16BE", StandardCharsets.UTF_16BE, raw, 2);
    }
    Charset wide = nulPattern(raw);
    if (wide != null) {
      return checked(wide.name(), wide, raw, 0);
    }
    Decoding utf8 = utf8(raw, 0);
    return utf8.malformed < 0 ? utf8 : checked("windows-1252", WINDOWS_1252, raw, 0);
  }

  /** As the user says; {@code null} when there is no such encoding. */
  static @Nullable Decoding declared(String name, byte[] raw) {
    try {
      Charset charset = Charset.forName(name);
      Decoding seen = seen(raw);
      if (charset.equals(StandardCharsets.UTF_16)) {
        return seen.isUtf16()
            ? seen
            : checked("UTF-16BE", StandardCharsets.UTF_16BE, raw, seen.mark);
      }
      int mark = seen.mark > 0 && charset.equals(seen.charset) ? seen.mark : 0;
      return charset.equals(StandardCharsets.UTF_8)
          ? utf8(raw, mark)
          : checked(charset.name(), charset, raw, mark);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  static Decoding utf8(byte[] raw, int mark) {
    return checked("UTF-8", StandardCharsets.UTF_8, raw, mark);
  }

  private static Decoding checked(String name, Charset charset, byte[] raw, int mark) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      Utf8 seen = Utf8.of(raw, mark);
      return new Decoding(name, charset, mark, seen.malformed(), seen.controls());
    }
    return new Decoding(name, charset, mark, firstMalformed(raw, mark, charset), 0);
  }

  /** The text as a page of UTF-8 bytes without a byte order mark; what is malformed becomes U+FFFD. */
  Page page(String file, byte[] raw) {
    if (isUtf8() && malformed < 0) {
      return new Page(file, raw, mark, raw.length, 1, false, controls);
    }
    byte[] bytes =
        new String(raw, mark, raw.length - mark, charset).getBytes(StandardCharsets.UTF_8);
    return new Page(file, bytes, 0, bytes.length, 1, false);
  }

  /** Where a raw offset comes to stand in {@link #page}. */
  int utf8Offset(byte[] raw, int offset) {
    return isUtf8() && malformed < 0
        ? offset
        : new String(raw, mark, offset - mark, charset).getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean starts(byte[] raw, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= raw.length || (raw[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset nulPattern(byte[] raw) {
    int part = Math.min(raw.length, PATTERN_PART) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < part; i += 2) {
      even += raw[i] == 0 ? 1 : 0;
      odd += raw[i + 1] == 0 ? 1 : 0;
    }
    int pairs = part / 2;
    if (pairs >= 2 && odd > 0.6 * pairs && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (pairs >= 2 && even > 0.6 * pairs && odd == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static int firstMalformed(byte[] raw, int mark, Charset charset) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(raw, mark, raw.length - mark);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  /** The first mebibyte, for a look. */
  String start(byte[] raw) {
    return start(raw, LOOK);
  }

  private String start(byte[] raw, int most) {
    int part = Math.min(raw.length, most);
    return new String(raw, mark, Math.max(0, part - mark), charset);
  }

  /** The first lines, as far as they stand in the first mebibyte, for a look. */
  String[] firstLines(byte[] raw, int lines) {
    String[] split = {};
    for (int most = 1 << 14; split.length <= lines && most <= LOOK; most *= 4) {
      split = start(raw, most).split("\r\n|\r|\n", lines + 1);
    }
    return Arrays.copyOf(split, Math.min(split.length, lines));
  }
}
