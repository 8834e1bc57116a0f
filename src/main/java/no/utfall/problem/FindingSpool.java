package no.utfall.problem;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import no.utfall.problem.FindingLog.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Sorted runs of findings in a temporary file that nobody else sees. A finding mostly says what the one before it says, so
 * only what differs is written. The order of arrival, which is that of the runs, is left out.
 */
final class FindingSpool implements AutoCloseable {

  private static final int READ = 1 << 14;
  private static final int TEXTS = 6;

  private static final class Run {
    final long from;
    final int firstPart;
    long to;
    int lastPart;
    long findings;

    Run(long from, int part) {
      this.from = from;
      this.to = from;
      this.firstPart = part;
      this.lastPart = part;
    }
  }

  private final List<Run> runs = new ArrayList<>();
  private @Nullable FileChannel channel;
  private @Nullable Placed last;
  private byte[][] before = blank();

  private static byte[][] blank() {
    return new byte[TEXTS][0];
  }

  /** The next findings start a run of their own, so that those of one part can be read without those of others. */
  void endRun() {
    last = null;
  }

  /** Sorted findings: behind those of the last run where they fit there. */
  void add(List<Placed> sorted) throws IOException {
    if (sorted.isEmpty()) {
      return;
    }
    FileChannel file = file();
    if (last == null || Placed.ORDER.compare(last, sorted.get(0)) > 0) {
      runs.add(new Run(file.size(), sorted.get(0).part()));
      before = blank();
    }
    Run run = runs.get(runs.size() - 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Placed placed : sorted) {
      write(placed, out);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
    long at = run.to;
    while (buffer.hasRemaining()) {
      at += file.write(buffer, at);
    }
    run.to = at;
    run.findings += sorted.size();
    Placed end = sorted.get(sorted.size() - 1);
    run.lastPart = end.part();
    last = end;
  }

  private FileChannel file() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open = FileChannel.open(
          Files.createTempFile("utfall-", ".findings"),
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
      channel = open;
    }
    return open;
  }

  private void write(Placed placed, DataOutputStream out) throws IOException {
    Finding finding = placed.finding();
    Location place = finding.place();
    number(placed.part(), out);
    number(placed.line(), out);
    number(placed.field(), out);
    number(place.line(), out);
    number(place.field(), out);
    number(place.column(), out);
    out.writeByte(finding.severity().ordinal());
    String[] texts = {
      finding.code(),
      place.file(),
      finding.value(),
      finding.excerpt(),
      finding.message(),
      finding.fix()
    };
    for (int i = 0; i < TEXTS; i++) {
      byte[] text = texts[i].getBytes(StandardCharsets.UTF_8);
      differing(text, before[i], out);
      before[i] = text;
    }
  }

  /** How much of the start and the end is as before, and what stands between. */
  private static void differing(byte[] text, byte[] before, DataOutputStream out)
      throws IOException {
    int most = Math.min(text.length, before.length);
    int start = 0;
    while (start < most && text[start] == before[start]) {
      start++;
    }
    int end = 0;
    while (end < most - start && text[text.length - 1 - end] == before[before.length - 1 - end]) {
      end++;
    }
    number(start, out);
    number(end, out);
    number(text.length - start - end, out);
    out.write(text, start, text.length - start - end);
  }

  private static byte[] restored(byte[] before, DataInputStream in) throws IOException {
    int start = number(in);
    int end = number(in);
    int between = number(in);
    byte[] text = new byte[start + between + end];
    System.arraycopy(before, 0, text, 0, start);
    in.readFully(text, start, between);
    System.arraycopy(before, before.length - end, text, start + between, end);
    return text;
  }

  /** Seven bits a byte, the lowest first. */
  private static void number(int number, DataOutputStream out) throws IOException {
    int left = number;
    while ((left & ~0x7f) != 0) {
      out.writeByte(left & 0x7f | 0x80);
      left >>>= 7;
    }
    out.writeByte(left);
  }

  private static int number(DataInputStream in) throws IOException {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.readUnsignedByte();
      number |= (b & 0x7f) << shift;
      if (b < 0x80) {
        return number;
      }
    }
  }

  /** The runs that hold findings of these parts, each from its start. */
  List<Iterator<Placed>> runs(int firstPart, int lastPart) throws IOException {
    List<Iterator<Placed>> all = new ArrayList<>();
    for (Run run : runs) {
      if (run.firstPart <= lastPart && run.lastPart >= firstPart) {
        all.add(new Reading(run, file()));
      }
    }
    return all;
  }

  private static final class Reading implements Iterator<Placed> {
    private final DataInputStream in;
    private long left;
    private final byte[][] before = blank();

    Reading(Run run, FileChannel file) {
      this.left = run.findings;
      this.in =
          new DataInputStream(new BufferedInputStream(new Stretch(file, run.from, run.to), READ));
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Placed next() {
      if (left-- <= 0) {
        throw new NoSuchElementException();
      }
      try {
        return read();
      } catch (IOException e) {
        throw FindingLog.unspoken(e);
      }
    }

    private Placed read() throws IOException {
      int part = number(in);
      int line = number(in);
      int field = number(in);
      int[] place = {number(in), number(in), number(in)};
      Severity severity = Severity.values()[in.readUnsignedByte()];
      String[] texts = new String[TEXTS];
      for (int i = 0; i < TEXTS; i++) {
        before[i] = restored(before[i], in);
        texts[i] = new String(before[i], StandardCharsets.UTF_8);
      }
      Location at = new Location(texts[1], place[0], place[1], place[2]);
      return new Placed(
          part,
          line,
          field,
          0,
          new Finding(texts[0], severity, at, texts[2], texts[3], texts[4], texts[5]));
    }
  }

  /** A part of a file that others read as well. */
  private static final class Stretch extends InputStream {
    private final FileChannel file;
    private long at;
    private final long end;

    Stretch(FileChannel file, long at, long end) {
      this.file = file;
      this.at = at;
      this.end = end;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("only read in blocks");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (at >= end) {
        return -1;
      }
      int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, end - at)), at);
      at += Math.max(0, read);
      return read;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
