package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.utfall.figure.Type;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

class ArchiveTest {

  private static final byte[] TABLE =
      "kommune;n\n0301;5\n1103;7\n".getBytes(StandardCharsets.UTF_8);

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return out.toByteArray();
  }

  private static Reading read(byte[] bytes) {
    return Ingest.read(
            new Input.OfBytes("a.zip", bytes), Texts.typed("n", Type.COUNT), Limits.DEFAULT)
        .value();
  }

  private static Finding refused(byte[] bytes) {
    Refusal refusal = assertThrows(Refusal.class, () -> read(bytes));
    assertEquals(4, refusal.fault().exit());
    return refusal.findings().get(0);
  }

  @Test
  void anArchiveOfOneFileIsReadAsThatFile() throws IOException {
    assertEquals(7, read(zip("data/a.csv", TABLE)).frame().number("n").value(1));
    byte[] clutter = {1, 2, 3};
    assertEquals(
        2,
        read(zip("data/", new byte[0], "data/a.csv", TABLE, "__MACOSX/a.csv", clutter))
            .frame()
            .rows());
  }

  @Test
  void anArchiveOfSeveralFilesNamesThem() throws IOException {
    Finding finding = refused(zip("a.csv", TABLE, "b.csv", TABLE));
    assertEquals("E903", finding.code());
    assertTrue(finding.message().contains("a.csv, b.csv"), finding.message());
  }

  @Test
  void anEntryThatWouldLeaveTheFolderIsNotOpened() throws IOException {
    for (String name :
        new String[] {"../a.csv", "x/../../a.csv", "/etc/a.csv", "C:\\a.csv", "..\\a"}) {
      assertEquals("E901", refused(zip(name, TABLE)).code(), name);
    }
  }

  @Test
  void whatUnpacksToTooMuchIsNotUnpacked() throws IOException {
    byte[] zeros = new byte[80 << 20];
    assertEquals("E902", refused(zip("a.csv", zeros)).code());
    assertEquals("E902", refused(zip("a.zip", zip("b.csv", TABLE))).code());
    Object[] many = new Object[2 * 10_001];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "f" + i;
      many[i + 1] = new byte[0];
    }
    assertEquals("E902", refused(zip(many)).code());
  }

  @Test
  void packedFilesThatAreCutShortOrChangedAreDamaged() throws IOException {
    byte[] whole = zip("a.csv", TABLE);
    assertEquals("E107", refused(Arrays.copyOf(whole, whole.length - 30)).code());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(TABLE);
    }
    byte[] packed = out.toByteArray();
    assertEquals(2, read(packed).frame().rows());
    assertEquals("E107", refused(Arrays.copyOf(packed, packed.length - 5)).code());
    packed[packed.length - 7] ^= 1; // the checksum
    assertEquals("E107", refused(packed).code());
  }
}
