package no.utfall.reference;

import java.util.List;

/**
 * What became of one case.
 *
 * @param values cells compared as numbers or text
 * @param blanks expected cells that are blank and were checked to be so in ours
 * @param leftOut rows skipped by name, each group with its reason
 * @param worst the pair that lies furthest apart, in words; empty when nothing was compared
 * @param misses what was wrong, the first first
 */
record Verdict(
    String name,
    Kind kind,
    int values,
    int blanks,
    List<String> leftOut,
    String worst,
    List<String> misses) {

  private static final int SHOWN = 5;

  /** The word before the name. */
  enum Kind {
    OK("ok"),
    MISS("MISS"),
    SKIP("skip");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static Verdict skipped(Case one) {
    List<String> reasons = one.skips().stream()
        .filter(skip -> skip.where().wanted().isEmpty())
        .map(Case.Skip::why)
        .toList();
    return new Verdict(one.name(), Kind.SKIP, 0, 0, reasons, "", List.of());
  }

  static Verdict failed(String name, String why) {
    return new Verdict(name, Kind.MISS, 0, 0, List.of(), "", List.of(why));
  }

  /** One line, and below it, indented, what was left out and what was missed. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(kind.word).append(' ').append(name).append(": ");
    out.append(values).append(" values");
    if (blanks > 0) {
      out.append(", ").append(blanks).append(" blank");
    }
    if (!worst.isEmpty()) {
      out.append(", worst ").append(worst);
    }
    if (!misses.isEmpty()) {
      out.append("; ").append(misses.size()).append(" wrong");
    }
    leftOut.forEach(reason -> out.append("\n  left out: ").append(reason));
    misses.stream().limit(SHOWN).forEach(miss -> out.append("\n  ").append(miss));
    if (misses.size() > SHOWN) {
      out.append("\n  and ").append(misses.size() - SHOWN).append(" more");
    }
    return out.toString();
  }
}
