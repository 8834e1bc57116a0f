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
    boolean hasQuotes = page.has((byte) '"');
    IntStream stretches = IntStream.range(0, starts.length - 1);
    List<List<Tally>> parts = (starts.length > 2 ? stretches.parallel() : stretches)
        .mapToObj(k -> hasQuotes
            ? delimiters.stream()
                .map(d -> records(page, d, maxFields, starts[k], starts[k + 1]))
                .toList()
            : lines(page, delimiters, starts[k], starts[k + 1]))
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
                  : records(page, delimiters.get(d), maxFields, whole.end, starts[k + 1]));
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

  /** Records that start in this stretch. */
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

  /** Without any quote every line is a record, and all delimiters can be counted at once. */
  private static List<Tally> lines(Page page, List<Character> delimiters, int from, int to) {
    int n = delimiters.size();
    byte[] kinds = new byte[256];
    for (int d = 0; d < n; d++) {
      kinds[delimiters.get(d)] = (byte) (d + 1);
    }
    kinds['\n'] = (byte) (n + 1);
    kinds['\r'] = (byte) (n + 1);
    List<Tally> tallies = delimiters.stream().map(d -> new Tally(d, from)).toList();
    byte[] bytes = page.bytes();
    int[] marks = new int[n];
    int start = from;
    int line = 0;
    for (int i = from; i < to; ) {
      int kind = 0;
      while (i < to && (kind = kinds[bytes[i] & 0xff]) == 0) {
        i++;
      }
      if (i < to && kind <= n) {
        marks[kind - 1]++;
        i++;
        if (i < to) {
          continue;
        }
      }
      boolean isBlank = isBlank(bytes, start, i);
      for (int d = 0; d < n; d++) {
        tallies.get(d).add(isBlank && marks[d] == 0 ? 0 : marks[d] + 1, line, start, true);
        marks[d] = 0;
      }
      if (i < to) {
        i = page.afterLine(i);
        line++;
      }
      start = i;
    }
    for (Tally tally : tallies) {
      tally.end = to;
      tally.lines = line;
      tally.closeRun();
    }
    return tallies;
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
    stretches.add(new Fit.Stretch(next.from, next.end, lines, next.records, next.blanks));
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
