package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a delimiter fits a whole page: how many fields the records have, in runs of equal number.
 *
 * @param fields the number of fields that most records have; the larger number when two are as frequent
 * @param records that are not blank
 * @param fitting records with that number of fields and no fault of quotes
 */
record Fit(
    char delimiter, int fields, long records, long fitting, int firstFields, List<Run> runs) {

  /** Consecutive records with the same number of fields; 0 fields are blank lines. */
  record Run(int fields, int line, int start, long records) {}

  static final char[] DELIMITERS = {';', ',', '\t', '|'};

  static Fit of(Page page, char delimiter, int maxFields) {
    List<Run> runs = new ArrayList<>();
    Map<Integer, long[]> counts = new LinkedHashMap<>();
    Records records = new Records(page, (byte) delimiter, maxFields);
    long all = 0;
    int first = 0;
    int runFields = -1;
    int runLine = 0;
    int runStart = 0;
    long runLength = 0;
    int countFields = 0;
    long[] count = {0, 0};
    while (records.next()) {
      int fields = records.isBlank() ? 0 : records.fields();
      if (fields > 0) {
        all++;
        first = first == 0 ? fields : first;
        if (fields != countFields) {
          count = counts.computeIfAbsent(fields, f -> new long[2]);
          countFields = fields;
        }
        count[0]++;
        count[1] += records.fault() == Records.Fault.NONE ? 1 : 0;
      }
      if (fields != runFields) {
        if (runLength > 0) {
          runs.add(new Run(runFields, runLine, runStart, runLength));
        }
        runFields = fields;
        runLine = records.line();
        runStart = records.recordStart();
        runLength = 0;
      }
      runLength++;
    }
    if (runLength > 0) {
      runs.add(new Run(runFields, runLine, runStart, runLength));
    }
    int most = 0;
    long[] best = {0, 0};
    for (Map.Entry<Integer, long[]> entry : counts.entrySet()) {
      long[] c = entry.getValue();
      if (c[0] > best[0] || (c[0] == best[0] && entry.getKey() > most)) {
        most = entry.getKey();
        best = c;
      }
    }
    return new Fit(delimiter, most, all, best[1], first, runs);
  }

  /** Every record has the same number of fields, two or more, and no fault of quotes. */
  boolean isUniform() {
    return fields >= 2 && fitting == records;
  }

  /** Not uniform, but close enough to be what was meant. */
  boolean isPlausible() {
    return fields >= 2 && firstFields == fields && 2 * fitting >= records;
  }

  /** The best fit, and another one that fits as well and so makes it a guess. */
  record Choice(Fit best, Optional<Fit> rival) {}

  static Choice choose(Page page, int maxFields) {
    List<Fit> fits = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      if (occurs(page, delimiter)) {
        fits.add(of(page, delimiter, maxFields));
      }
    }
    if (fits.isEmpty()) {
      return new Choice(of(page, ';', maxFields), Optional.empty());
    }
    Comparator<Fit> better = Comparator.<Fit>comparingInt(f -> f.isUniform() ? 0 : 1)
        .thenComparingInt(f -> f.fields >= 2 ? 0 : 1)
        .thenComparingLong(f -> -f.fitting)
        .thenComparingInt(f -> -f.firstFields)
        .thenComparingInt(f -> -f.fields);
    fits.sort(better);
    Fit best = fits.get(0);
    Optional<Fit> rival = Optional.empty();
    if (best.fields >= 2 && fits.size() > 1) {
      Fit second = fits.get(1);
      boolean asGood = best.isUniform()
          ? second.isUniform() || second.isPlausible()
          : second.fields >= 2
              && second.fitting == best.fitting
              && second.firstFields == second.fields;
      rival = asGood ? Optional.of(second) : Optional.empty();
    }
    return new Choice(best, rival);
  }

  private static boolean occurs(Page page, char delimiter) {
    for (int i = page.from(); i < page.to(); i++) {
      if (page.bytes()[i] == delimiter) {
        return true;
      }
    }
    return false;
  }

  /** The name of a delimiter for people. */
  static String word(char delimiter) {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }

  static boolean isDelimiter(char c) {
    return c < 0x80 && c != '"' && c != '\n' && c != '\r' && !Character.isLetterOrDigit(c);
  }
}
