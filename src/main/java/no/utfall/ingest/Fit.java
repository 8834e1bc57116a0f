package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well a delimiter fits a whole page: how many fields the records have, in runs of equal number.
 *
 * @param fields the number of fields that most records have; the larger number when two are as frequent
 * @param records that are not blank
 * @param fitting records with that number of fields and no fault of quotes
 * @param stretches the page in parts that can be read side by side
 */
record Fit(
    char delimiter,
    int fields,
    long records,
    long fitting,
    int firstFields,
    List<Run> runs,
    List<Stretch> stretches) {

  /** Consecutive records with the same number of fields; 0 fields are blank lines. */
  record Run(int fields, int line, int start, long records) {}

  /**
   * Records that follow one another: each stretch starts with a record.
   *
   * @param records how many of them hold anything
   * @param blanks how many lines between them hold nothing
   * @param even the number of fields of all lines, when all have the same and there is no quote; else 0
   */
  record Stretch(int from, int to, int line, int records, int blanks, int even) {}

  static final char[] DELIMITERS = {';', ',', '\t', '|'};

  static Fit of(Page page, char delimiter, int maxFields, int stretch) {
    return Tally.of(page, List.of(delimiter), maxFields, stretch).get(0).fit();
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

  static Choice choose(Page page, int maxFields, int stretch) {
    // without a second field in the first record nothing is uniform, nor the rival of what is
    List<Character> likely = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      if (firstFields(page, delimiter, maxFields) >= 2) {
        likely.add(delimiter);
      }
    }
    Choice choice = likely.isEmpty() ? null : choose(Tally.of(page, likely, maxFields, stretch));
    if (choice != null && choice.best.isUniform()) {
      return choice;
    }
    List<Character> occurring = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      if (page.has((byte) delimiter)) {
        occurring.add(delimiter);
      }
    }
    return occurring.isEmpty()
        ? new Choice(of(page, ';', maxFields, stretch), Optional.empty())
        : choose(Tally.of(page, occurring, maxFields, stretch));
  }

  private static int firstFields(Page page, char delimiter, int maxFields) {
    Records records = new Records(page, (byte) delimiter, maxFields);
    boolean isBlank = true;
    while (isBlank && records.next()) {
      isBlank = records.isBlank();
    }
    return isBlank ? 0 : records.fields();
  }

  private static Choice choose(List<Tally> tallies) {
    List<Fit> fits = new ArrayList<>(tallies.stream().map(Tally::fit).toList());
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

  /** The name of a delimiter for people. */
  static String word(char delimiter) {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }

  static boolean isDelimiter(char c) {
    return c < 0x80 && c != '"' && c != '\n' && c != '\r' && !Character.isLetterOrDigit(c);
  }
}
