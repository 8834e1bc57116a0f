package no.utfall.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP archive: guarded against what would leave its folder or unpack without end, and read when it holds one file. */
final class Archive {

  private static final int ENTRIES = 10_000;
  private static final long UNPACKED_FREELY = 64L << 20;
  private static final int RATIO = 100;

  private final String file;
  private final byte[] bytes;
  private final long most;

  private Archive(String file, byte[] bytes, long most) {
    this.file = file;
    this.bytes = bytes;
    this.most = Math.min(most, Math.max(UNPACKED_FREELY, (long) RATIO * bytes.length));
  }

  static boolean isZip(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * The bytes of the only file in an archive; the archive itself when it is a workbook.
   *
   * @throws Refusal when it is damaged, unpacks to too much, leaves its folder, or holds several files or archives
   */
  static byte[] opened(String file, byte[] bytes, long most) {
    return new Archive(file, bytes, most).opened();
  }

  private byte[] opened() {
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > ENTRIES) {
        throw tooMuch(entries.size() + " entries");
      }
      List<ZipArchiveEntry> files = new ArrayList<>();
      boolean workbook = false;
      for (ZipArchiveEntry entry : entries) {
        guardName(entry.getName());
        workbook |= entry.getName().equals("xl/workbook.xml");
        if (!entry.isDirectory() && !isClutter(entry.getName())) {
          files.add(entry);
        }
      }
      return workbook ? measured(zip, entries) : only(zip, files);
    } catch (IOException | IllegalArgumentException e) {
      throw refusal(
          "E107", "the archive is cut short or damaged (" + e.getMessage() + ")", "fetch it again");
    }
  }

  /** What some systems add beside the files. */
  private static boolean isClutter(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private byte[] measured(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
    long unpacked = 0;
    for (ZipArchiveEntry entry : entries) {
      unpacked += unpack(zip, entry, most - unpacked, OutputStream.nullOutputStream());
    }
    return bytes;
  }

  private byte[] only(ZipFile zip, List<ZipArchiveEntry> files) throws IOException {
    if (files.size() != 1) {
      List<String> names =
          files.stream().limit(20).map(ZipArchiveEntry::getName).toList();
      throw refusal(
          "E903",
          files.isEmpty()
              ? "the archive holds no file"
              : "the archive holds " + files.size() + " files and is no workbook: "
                  + String.join(", ", names),
          "unpack it and give one of its files");
    }
    ZipArchiveEntry entry = files.get(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    unpack(zip, entry, most, out);
    byte[] unpacked = out.toByteArray();
    if (isZip(unpacked)) {
      if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
        return new Archive(file, unpacked, most).opened();
      }
      throw tooMuch("another archive (" + entry.getName() + ")");
    }
    if (Source.isGzip(unpacked)) {
      throw tooMuch("another packed file (" + entry.getName() + ")");
    }
    return unpacked;
  }

  private long unpack(ZipFile zip, ZipArchiveEntry entry, long room, OutputStream out)
      throws IOException {
    long unpacked = 0;
    byte[] part = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        unpacked += n;
        if (unpacked > room) {
          throw tooMuch("more than " + most + " bytes");
        }
        out.write(part, 0, n);
      }
    }
    return unpacked;
  }

  private void guardName(String name) {
    String path = name.replace('\\', '/');
    boolean leaves = path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/", -1)).contains("..");
    if (leaves) {
      throw refusal(
          "E901",
          "the entry '" + name + "' would be written outside the folder of the archive",
          "do not unpack it; ask where it comes from");
    }
  }

  private Refusal tooMuch(String what) {
    return refusal(
        "E902",
        "the archive of " + bytes.length + " bytes unpacks to " + what,
        "do not open it, or unpack it yourself if you trust it");
  }

  private Refusal refusal(String code, String message, String fix) {
    return new Refusal(
        Fault.INPUT_DATA, Finding.error(code, Location.ofFile(file), "", message, fix));
  }
}
