package no.utfall.method.effect;

import java.util.List;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/**
 * A unit that is not in the estimate, or not with all its rows, and why.
 *
 * @param rows how many of its rows are left out
 */
record Dropped(String unit, Cause cause, String reason, int rows) {

  /** What kind of reason it is, to be counted by. */
  enum Cause {
    NO_OUTCOME("without an outcome in every period"),
    NO_START("whose start is not known"),
    ALWAYS_TREATED("treated before any period to compare with"),
    ONE_PERIOD_BEFORE("with one period before the start, which is no base"),
    OTHER_MEASURE("that adopted another measure"),
    NO_WEIGHT("without a weight"),
    ROWS("with some rows without an outcome");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Set<String> OWN = Set.of("reason", "rows", "cohort");

  /** The name of a key column of units beside columns of our own. */
  static String key(String unit) {
    return OWN.contains(unit) ? "unit" : unit;
  }

  static Frame table(String unit, List<Dropped> dropped) {
    TextColumn.Builder units = TextColumn.builder(key(unit));
    TextColumn.Builder reasons = TextColumn.builder("reason");
    NumberColumn.Builder rows = NumberColumn.builder("rows");
    for (Dropped one : dropped) {
      units.add(one.unit);
      reasons.add(one.reason);
      rows.add(one.rows);
    }
    return Frame.of(units.build(), reasons.build(), rows.build());
  }
}
