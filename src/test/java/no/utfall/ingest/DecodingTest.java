package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecodingTest {

  private static final int[] BYTES = {
    'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xdf, 0xe0, 0xe1, 0xed,
    0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff
  };

  @Test
  void utf8IsTakenExactlyWhenTheJdkDecodesIt() {
    Random random = new Random(1);
    int accepted = 0;
    for (int n = 0; n < 200_000; n++) {
      byte[] bytes = new byte[1 + random.nextInt(5)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) BYTES[random.nextInt(BYTES.length)];
      }
      boolean valid = decodes(bytes);
      accepted += valid ? 1 : 0;
      assertEquals(valid, Utf8.of(bytes, 0).malformed() < 0);
    }
    assertEquals(true, accepted > 5_000);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Test
  void theFirstByteThatDoesNotFitIsNamed() {
    byte[] bytes = "abæ".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(2, Utf8.of(bytes, 0).malformed());
  }
}
