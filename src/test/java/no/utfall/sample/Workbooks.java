package no.utfall.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with the same bytes everywhere: entries by name, stored, with a fixed time. */
final class Workbooks {

  private static final String CREATED = "2024-01-01T00:00:00Z";

  private Workbooks() {}

  static byte[] of(String sheet, List<Object[]> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "utfall", "1.0")) {
      Worksheet page = workbook.newWorksheet(sheet);
      for (int r = 0; r < rows.size(); r++) {
        Object[] row = rows.get(r);
        for (int c = 0; c < row.length; c++) {
          if (row[c] instanceof Number number) {
            page.value(r, c, number);
          } else {
            page.value(r, c, row[c].toString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fixed(bytes.toByteArray());
  }

  private static byte[] fixed(byte[] workbook) {
    Map<String, byte[]> entries = entries(workbook);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      entries.computeIfPresent(
          "docProps/core.xml",
          (name, xml) -> new String(xml, StandardCharsets.UTF_8)
              .replaceAll("(<dcterms:\\w+[^>]*>)[^<]+(</)", "$1" + CREATED + "$2")
              .getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(stored(entry.getKey(), entry.getValue()));
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Through a file, since the entries' sizes stand only in the directory at the end. */
  private static Map<String, byte[]> entries(byte[] workbook) {
    Map<String, byte[]> entries = new TreeMap<>();
    try {
      Path file = Files.createTempFile("sample", ".xlsx");
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 check = new CRC32();
    check.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(check.getValue());
    entry.setTimeLocal(LocalDateTime.of(2024, 1, 1, 0, 0));
    return entry;
  }
}
