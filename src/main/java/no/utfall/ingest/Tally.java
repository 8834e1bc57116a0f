package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many fields the records of a page have with one delimiter, counted in stretches side by side.
 *
 * <p>A stretch is taken to start at a line. Where a quoted field runs over that line end, the stretch before ends
 * further down, and the count of the stretch is thrown away and done again from there.
 */
final class Tally {

  private final char delimiter;
  private final int from;
  private int end;
  private int lines;
  private int records;
  private int blanks;
  private int firstFields;
  private final List<Fit.Run> runs = new ArrayList<>();
  private final List<Fit.Stretch> stretches = new ArrayList<>();
  private final Map<Integer, long[]> counts = new LinkedHashMap<>();
  private long[] count = {0, 0};
  private int countFields;
  private int runFields = -1;
  private int runLine;
  private int runStart;
  private long runLength;
  private boolean hasQuotes = true;

  private Tally(char delimiter, int from) {
    this.delimiter = delimiter;
    this.from = from;
    this.end = from;
  }

  /**
   * One for each delimiter.
   *
   * @param size bytes of a stretch, about
   */
  static List<Tally> of(Page page, List<Character> delimiters, int maxFields, int size) {
    int[] starts = starts(page, size);
    IntStream stretches = IntStream.range(0, starts.length - 1);
    List<List<Tally>> parts = (starts.length > 2 ? stretches.parallel() : stretches)
        .mapToObj(k -> delimiters.stream()
            .map(d -> of(page, d, maxFields, starts[k], starts[k + 1]))
            .toList())
        .toList();
    List<Tally> all = new ArrayList<>();
    for (int d = 0; d < delimiters.size(); d++) {
      Tally whole = new Tally(delimiters.get(d), page.from());
      whole.lines = page.firstLine();
      for (int k = 0; k < parts.size(); k++) {
        Tally part = parts.get(k).get(d);
        if (whole.end < starts[k + 1]) {
          whole.append(
              part.from == whole.end
                  ? part
                  : of(page, delimiters.get(d), maxFields, whole.end, starts[k + 1]));
        }
      }
      all.add(whole);
    }
    return all;
  }

  private static int[] starts(Page page, int size) {
    int[] starts = new int[(page.to() - page.from()) / size + 2];
    starts[0] = page.from();
    int n = 1;
    for (long at = (long) page.from() + size; at < page.to(); at += size) {
      int start = page.afterLine((int) at - 1);
      if (start > starts[n - 1] && start < page.to()) {
        starts[n++] = start;
      }
    }
    if (page.to() > page.from()) {
      starts[n++] = page.to();
    }
    return Arrays.copyOf(starts, n);
  }

  /** Records that start in this stretch: lines, as long as no quote is met. */
  private static Tally of(Page page, char delimiter, int maxFields, int from, int to) {
    Tally lines = new Tally(delimiter, from);
    return lines.addLines(page, to) ? lines : records(page, delimiter, maxFields, from, to);
  }

  private static Tally records(Page page, char delimiter, int maxFields, int from, int to) {
    Tally tally = new Tally(delimiter, from);
    Records records = new Records(page, (byte) delimiter, maxFields, from, 0);
    while (records.offset() < to && records.next()) {
      tally.add(
          records.isBlank() ? 0 : records.fields(),
          records.line(),
          records.recordStart(),
          records.fault() == Records.Fault.NONE);
    }
    tally.end = records.offset();
    tally.lines = records.nextLine();
    tally.closeRun();
    return tally;
  }

  /**
   * Without any quote every line is a record, and its delimiters are counted in eight bytes at a time.
   *
   * @return false when there is a quote
   */
  private boolean addLines(Page page, int to) {
    byte[] bytes = page.bytes();
    long apart = Eight.of((byte) delimiter);
    long quote = Eight.of((byte) '"');
    long lineFeed = Eight.of((byte) '\n');
    long carriageReturn = Eight.of((byte) '\r');
    int marks = 0;
    int start = from;
    for (int i = Eight.start(from); i < to; i += Long.BYTES) {
      long eight = i >= from && i + Long.BYTES <= to
          ? Eight.at(bytes, i)
          : Eight.within(bytes, i, from, to, (byte) 'x');
      if (Eight.has(eight, quote)) {
        return false;
      }
      long delimiters = Eight.equal(eight, apart);
      if (Eight.hasControl(eight)) {
        long ends = Eight.equal(eight, lineFeed) | Eight.equal(eight, carriageReturn);
        while (ends != 0) {
          long end = ends & -ends;
          ends ^= end;
          int at = i + Eight.place(end);
          if (at >= start) { // not the second half of a line end
            marks += Eight.count(delimiters & end - 1);
            delimiters &= -end;
            addLine(marks, bytes, start, at);
            marks = 0;
            start = page.afterLine(at);
            lines++;
          }
        }
      }
      if (delimiters != 0) {
        marks += Eight.count(delimiters);
      }
    }
    if (start < to) {
      addLine(marks, bytes, start, to);
    }
    end = to;
    hasQuotes = false;
    closeRun();
    return true;
  }

  private void addLine(int marks, byte[] bytes, int start, int to) {
    add(marks == 0 && isBlank(bytes, start, to) ? 0 : marks + 1, lines, start, true);
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void add(int fields, int line, int start, boolean isFaultless) {
    if (fields > 0) {
      records++;
      firstFields = firstFields == 0 ? fields : firstFields;
      if (fields != countFields) {
        count = counts.computeIfAbsent(fields, f -> new long[2]);
        countFields = fields;
      }
      count[0]++;
      count[1] += isFaultless ? 1 : 0;
    } else {
      blanks++;
    }
    if (fields != runFields) {
      closeRun();
      runFields = fields;
      runLine = line;
      runStart = start;
    }
    runLength++;
  }

  private void closeRun() {
    if (runLength > 0) {
      runs.add(new Fit.Run(runFields, runLine, runStart, runLength));
      runLength = 0;
    }
  }

  private void append(Tally next) {
    boolean isEven = !next.hasQuotes && next.blanks == 0 && next.counts.size() == 1;
    stretches.add(new Fit.Stretch(
        next.from, next.end, lines, next.records, next.blanks, isEven ? next.countFields : 0));
    for (Fit.Run run : next.runs) {
      Fit.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.fields() == run.fields()) {
        runs.set(
            runs.size() - 1,
            new Fit.Run(last.fields(), last.line(), last.start(), last.records() + run.records()));
      } else {
        runs.add(new Fit.Run(run.fields(), run.line() + lines, run.start(), run.records()));
      }
    }
    next.counts.forEach((fields, more) -> {
      long[] here = counts.computeIfAbsent(fields, f -> new long[2]);
      here[0] += more[0];
      here[1] += more[1];
    });
    firstFields = firstFields == 0 ? next.firstFields : firstFields;
    records += next.records;
    blanks += next.blanks;
    lines += next.lines;
    end = next.end;
  }

  Fit fit() {
    int most = 0;
    long[] best = {0, 0};
    for (Map.Entry<Integer, long[]> entry : counts.entrySet()) {
      long[] c = entry.getValue();
      if (c[0] > best[0] || (c[0] == best[0] && entry.getKey() > most)) {
        most = entry.getKey();
        best = c;
      }
    }
    return new Fit(delimiter, most, records, best[1], firstFields, runs, stretches);
  }
}
