package no.utfall.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** The bytes of an input, unpacked, or the reason why there are none. */
final class Source {

  private static final int PROBE = 16 << 20;
  /** So few bytes at a time stay in a processor's nearer memory on their way through the buffer of the channel. */
  private static final int PART = 1 << 16;

  private static final long UNPACKED_FREELY = 64L << 20;
  private static final int RATIO = 200;

  private Source() {}

  /** Refuses what cannot be read at all; what can be read but should not be is a {@link Refusal} of input data. */
  static byte[] bytes(Input input, Limits limits) {
    byte[] bytes =
        input instanceof Input.OfFile file ? ofFile(file, limits) : ((Input.OfBytes) input).bytes();
    if (Archive.isZip(bytes)) {
      return Archive.opened(input.name(), bytes, most(limits));
    }
    return isGzip(bytes) ? unpacked(input.name(), bytes, limits) : bytes;
  }

  private static long most(Limits limits) {
    return Math.min(limits.maxFile(), Integer.MAX_VALUE - 16L);
  }

  static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static byte[] ofFile(Input.OfFile file, Limits limits) {
    Path path = file.path();
    if (Files.isDirectory(path)) {
      throw unreadable("E109", file, "this is a folder, not a file", "name one of the files in it");
    }
    if (!Files.exists(path)) {
      throw unreadable(
          "E110", file, "there is no such file", "check the name and the folder you stand in");
    }
    if (!Files.isRegularFile(path)) {
      throw unreadable(
          "E109",
          file,
          "this is not a regular file but a device or a pipe",
          "give it on standard input (-), or save it as a file");
    }
    try (FileChannel in = FileChannel.open(path)) {
      long size = in.size();
      long most = most(limits);
      if (size > most) {
        throw tooLarge(file.name(), size, most);
      }
      byte[] bytes = new byte[(int) Math.min(size, PROBE)];
      int read = fill(in, bytes, 0, bytes.length);
      if (read == PROBE && size > PROBE) {
        oneLine(file.name(), bytes, limits);
        bytes = Arrays.copyOf(bytes, (int) size);
        read += rest(in, bytes);
      }
      if (read != size || in.read(ByteBuffer.allocate(1), size) >= 0) {
        throw changed(file.name());
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw unreadable("E110", file, "the file went away while it was read", "run again");
    } catch (IOException e) {
      throw unreadable(
          "E110",
          file,
          "the file cannot be read (" + reason(e) + ")",
          "check that you may read it");
    }
  }

  /** Reads what comes behind the probe, in parts side by side: how many bytes there were. */
  private static int rest(FileChannel in, byte[] bytes) throws IOException {
    int parts = (bytes.length - PROBE - 1) / PART + 1;
    try {
      return IntStream.range(0, parts)
          .map(part -> PROBE + part * PART)
          .parallel()
          .map(start -> {
            try {
              return fill(in, bytes, start, Math.min(PART, bytes.length - start));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .sum();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Reads so many bytes from where they come to stand, fewer when there are no more: how many there were. */
  private static int fill(FileChannel in, byte[] bytes, int start, int length) throws IOException {
    int end = start + length;
    ByteBuffer part = ByteBuffer.wrap(bytes, start, 0);
    int read = 0;
    while (read >= 0 && part.position() < end) {
      part.limit(Math.min(end, part.position() + PART));
      read = in.read(part, part.position());
    }
    return part.position() - start;
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "no right to read it"
        : String.valueOf(e.getMessage());
  }

  private static void oneLine(String name, byte[] probe, Limits limits) {
    if (isGzip(probe) || Archive.isZip(probe)) {
      return;
    }
    for (byte b : probe) {
      if (b == '\n' || b == '\r') {
        return;
      }
    }
    throw new Refusal(
        Fault.INPUT_DATA,
        Finding.error(
            "E208",
            new Location(name, 1, 1, 1),
            "",
            "no line end in the first " + probe.length + " bytes; a cell may have "
                + limits.maxCell() + " characters",
            "check that this is a table with one row a line"));
  }

  private static byte[] unpacked(String name, byte[] packed, Limits limits) {
    long most = most(limits);
    long free = Math.max(UNPACKED_FREELY, (long) RATIO * packed.length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(1 << 16, 4 * packed.length));
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        out.write(part, 0, n);
        if (out.size() > most) {
          throw tooLarge(name, out.size(), most);
        }
        if (out.size() > free) {
          throw new Refusal(
              Fault.INPUT_DATA,
              Finding.error(
                  "E902",
                  Location.ofFile(name),
                  "",
                  packed.length + " packed bytes unpack to more than " + free,
                  "unpack the file yourself if you trust it"));
        }
      }
      return out.toByteArray();
    } catch (EOFException | ZipException e) {
      throw new Refusal(
          Fault.INPUT_DATA,
          Finding.error(
              "E107",
              Location.ofFile(name),
              "",
              "the packed file is cut short or damaged"
                  + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"),
              "fetch it again"));
    } catch (IOException e) {
      throw new Refusal(
          Fault.READ_WRITE,
          Finding.error("E110", Location.ofFile(name), "", reason(e), "fetch it again"));
    }
  }

  private static Refusal unreadable(String code, Input.OfFile file, String what, String fix) {
    return new Refusal(
        Fault.READ_WRITE, Finding.error(code, Location.ofFile(file.name()), "", what, fix));
  }

  private static Refusal changed(String name) {
    return new Refusal(
        Fault.INPUT_DATA,
        Finding.error(
            "E108",
            Location.ofFile(name),
            "",
            "the file changed while it was read",
            "wait until it is written, and run again"));
  }

  private static Refusal tooLarge(String name, long size, long most) {
    return new Refusal(
        Fault.INPUT_DATA,
        Finding.error(
            "E111",
            Location.ofFile(name),
            "",
            String.format(Locale.ROOT, "the file has %d bytes or more; limit %d", size, most),
            "raise limits.max-file, or reduce the file first with utfall cells"));
  }
}
