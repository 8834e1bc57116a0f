package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Period;

/** The rows of each person in the periods before. */
final class Histories {

  private static final int NONE = -1;
  private static final int MOST_BEFORE = 3;

  private final TextColumn periods;
  private final int[] person;
  private final int[][] rowOf;
  private final int[][] before;

  private Histories(TextColumn periods, int[] person, int[][] rowOf, int[][] before) {
    this.periods = periods;
    this.person = person;
    this.rowOf = rowOf;
    this.before = before;
  }

  static Histories of(Persons persons) {
    Frame data = persons.data();
    Plan plan = persons.plan();
    TextColumn periods = data.text(String.valueOf(plan.period()));
    TextColumn unit = data.text(plan.person());
    List<String> others = new ArrayList<>(plan.lineKeys());
    others.remove(periods.name());
    int[] person = new int[data.rows()];
    int count = unit.levels();
    if (others.isEmpty()) {
      for (int row = 0; row < person.length; row++) {
        person[row] = unit.code(row);
      }
    } else {
      others.add(unit.name());
      var groups = data.groups(others);
      count = groups.count();
      for (int row = 0; row < person.length; row++) {
        person[row] = groups.of(row);
      }
    }
    int[][] rowOf = new int[periods.levels()][count];
    for (int[] rows : rowOf) {
      Arrays.fill(rows, NONE);
    }
    for (int row = 0; row < person.length; row++) {
      if (persons.isKnown(row)) {
        rowOf[periods.code(row)][person[row]] = row;
      }
    }
    return new Histories(periods, person, rowOf, before(periods));
  }

  /** For each period the one so many before it, where there is one. */
  private static int[][] before(TextColumn periods) {
    int levels = periods.levels();
    List<Optional<Period>> parsed = new ArrayList<>();
    for (int code = 0; code < levels; code++) {
      parsed.add(Period.find(periods.level(code)));
    }
    int[][] before = new int[levels][MOST_BEFORE + 1];
    for (int now = 0; now < levels; now++) {
      Arrays.fill(before[now], NONE);
      before[now][0] = now;
      for (int then = 0; then < levels; then++) {
        if (parsed.get(now).isPresent() && parsed.get(then).isPresent()) {
          OptionalInt apart = parsed.get(now).get().since(parsed.get(then).get());
          if (apart.isPresent() && apart.getAsInt() > 0 && apart.getAsInt() <= MOST_BEFORE) {
            before[now][apart.getAsInt()] = then;
          }
        }
      }
    }
    return before;
  }

  /** Whether the data have all of the so many periods before the one of this row. */
  boolean reach(int row, int back) {
    for (int k = 1; k <= back; k++) {
      if (before[periods.code(row)][k] == NONE) {
        return false;
      }
    }
    return true;
  }

  /** The row with a known value of the same person so many periods before; −1 when there is none. */
  int row(int row, int back) {
    int period = before[periods.code(row)][back];
    return period == NONE ? NONE : rowOf[period][person[row]];
  }
}
