package no.utfall.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Damages files of a corpus, the same way for the same seed. */
final class Mutator {

  /** What readers look for. */
  private static final List<String> TOKENS = List.of(
      "\"",
      "\"\"",
      "\"\n",
      ";",
      ",",
      "\t",
      "|",
      "\n",
      "\r",
      "\r\n",
      "\n\n",
      "\0",
      "\ufeff",
      "sep=;\n",
      "1",
      "-1",
      "0,5",
      "1.234",
      "1 234",
      "1e9",
      "1e999",
      "NaN",
      "Inf",
      "−7",
      "99999999999999999999",
      ":",
      ".",
      "..",
      "...",
      "-",
      "*",
      "#DIV/0!",
      "=1+1",
      "2023",
      "2023.0",
      "20244",
      "0301",
      "301",
      "3,01E+02",
      "O301",
      "Hele landet",
      "Kilde: SSB\n",
      "æøå",
      "\u202e",
      "\u001b[31m",
      "\u00a0",
      "\ud83d\ude00",
      "{",
      "}",
      "[",
      "]",
      "null",
      "true",
      "\"value\":",
      "\"size\":[",
      "\"id\":[",
      "\"index\":",
      "1000000000",
      "-2147483649",
      "DATA=",
      "VALUES(\"",
      "\")=\"",
      "STUB=",
      "HEADING=",
      ";\n",
      "KEYS(\"region\")=",
      "TLIST(A1),",
      "&a ",
      "*a",
      "!!java",
      "? ",
      "- ",
      ": ",
      "#",
      "|\n  ",
      ">\n  ",
      "<<: ",
      "%YAML 1.2\n",
      "---\n",
      "...\n",
      "..\\..\\x",
      "/etc/passwd",
      "{year}",
      "'",
      "@",
      "`");

  private static final List<Charset> CHARSETS = List.of(
      StandardCharsets.UTF_16LE,
      StandardCharsets.UTF_16BE,
      StandardCharsets.UTF_16,
      Charset.forName("windows-1252"),
      Charset.forName("UTF-32LE"));

  private static final int LONGEST = 1 << 18;

  private final List<byte[]> corpus;
  private final SplittableRandom random;

  Mutator(List<byte[]> corpus, long seed) {
    this.corpus = corpus;
    this.random = new SplittableRandom(seed);
  }

  byte[] next() {
    byte[] bytes = pick();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      bytes = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : damaged(bytes);
    }
    return bytes;
  }

  private byte[] pick() {
    return corpus.get(random.nextInt(corpus.size())).clone();
  }

  private byte[] damaged(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int length =
        Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(10) == 0 ? 4_000 : 30));
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 2 -> {
        byte[] set = bytes.clone();
        if (at < set.length) {
          set[at] = (byte) random.nextInt(256);
        }
        return set;
      }
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
      }
      case 5 -> {
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        for (int n = random.nextInt(8); n > 0 && part.length < LONGEST; n--) {
          part = join(part, part);
        }
        return join(
            Arrays.copyOf(bytes, at), join(part, Arrays.copyOfRange(bytes, at, bytes.length)));
      }
      case 6 -> {
        byte[] other = pick();
        int from = random.nextInt(other.length + 1);
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
      }
      case 7 -> {
        return random.nextInt(6) == 0 ? packed(bytes) : bytes;
      }
      case 8 -> {
        Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        return random.nextInt(4) == 0
            ? new String(bytes, StandardCharsets.UTF_8).getBytes(charset)
            : bytes;
      }
      default -> {
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        int end = random.nextBoolean() ? at : at + length;
        return join(
            Arrays.copyOf(bytes, at), join(token, Arrays.copyOfRange(bytes, end, bytes.length)));
      }
    }
  }

  private byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (random.nextBoolean()) {
        try (OutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(bytes);
        }
      } else {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
          zip.putNextEntry(new ZipEntry("f.csv"));
          zip.write(bytes);
          zip.closeEntry();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
