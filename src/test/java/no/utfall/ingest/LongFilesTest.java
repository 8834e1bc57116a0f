package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done in parts, side by side, with files of many megabytes. */
class LongFilesTest {

  private static final int STRETCH = 4 << 20;

  @Test
  void aFileIsReadInPartsAsInOne(@TempDir Path folder) throws IOException {
    byte[] bytes = new byte[(16 << 20) + 3_000_001];
    new SplittableRandom(1).nextBytes(bytes);
    bytes[0] = '\n'; // a table of lines, neither zip nor gzip
    Path file = Files.write(folder.resolve("long.csv"), bytes);
    assertArrayEquals(bytes, Source.bytes(new Input.OfFile("long.csv", file), Limits.DEFAULT));
  }

  /** Letters of two bytes stand across every boundary of stretches when they start at an odd place. */
  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 1, 2, 3})
  void malformedBytesAreFoundWhereverStretchesMeet(int beside) {
    byte[] text = ("." + "å".repeat(STRETCH)).getBytes(StandardCharsets.UTF_8);
    assertEquals(-1, Utf8.of(text, 0).malformed());
    int at = STRETCH + beside;
    text[at] = (byte) 0xff;
    int letter = at % 2 == 1 ? at : at - 1;
    assertEquals(letter, Utf8.of(text, 0).malformed());
  }

  @Test
  void aControlCharacterIsSeenWhereverItStands() {
    byte[] text = new byte[2 * STRETCH + 5];
    Arrays.fill(text, (byte) ';');
    assertFalse(Utf8.mayHave(Utf8.of(text, 0).controls(), (byte) '\r'));
    text[2 * STRETCH + 4] = '\r';
    assertTrue(Utf8.mayHave(Utf8.of(text, 0).controls(), (byte) '\r'));
    assertFalse(Utf8.mayHave(Utf8.of(text, 0).controls(), (byte) 0));
  }

  /** Names of one length that differ in their last letters alone are found as fast as any. */
  @Test
  void wordsThatStartAlikeAreSpread() {
    int words = 100_000;
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < words; i++) {
      page.append("Kommune ").append(1_000_000 + i);
    }
    byte[] bytes = page.toString().getBytes(StandardCharsets.US_ASCII);
    Words all = new Words(bytes);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
      for (int i = 0; i < words; i++) {
        assertEquals(i, all.code(15 * i, 15 * i + 15));
      }
    });
    assertEquals(words, all.count());
  }
}
