package no.utfall.method.rate;

import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;

/** How the cells of one column stand within one group. */
final class Tally {

  private final String noun;
  private final String nouns;
  private int cells;
  private int hidden;
  private int missing;
  private int inapplicable;

  Tally(String noun, String nouns) {
    this.noun = noun;
    this.nouns = nouns;
  }

  void add(NumberColumn column, int row) {
    cells++;
    if (column.isKnown(row)) {
      return;
    }
    Status status = column.status(row);
    if (status == Status.SUPPRESSED) {
      hidden++;
    } else {
      missing++;
      if (status == Status.NOT_APPLICABLE || status == Status.NO_UNIT) {
        inapplicable++;
      }
    }
  }

  boolean allKnown() {
    return missing == 0 && hidden == 0;
  }

  /** What the group can be called when it rests on this column alone. */
  Standing standing() {
    if (missing > 0) {
      return inapplicable == cells ? Standing.NOT_APPLICABLE : Standing.MISSING;
    }
    return hidden > 0 ? Standing.SUPPRESSED : Standing.OK;
  }

  /** Why: "2 of 5 counts are hidden". */
  String note() {
    int some = missing > 0 ? missing : hidden;
    String what = inapplicable == cells ? "not applicable" : missing > 0 ? "missing" : "hidden";
    String cell = cells == 1 ? noun : nouns;
    return some + " of " + cells + " " + cell + (some == 1 ? " is " : " are ") + what;
  }
}
