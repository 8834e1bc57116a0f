package no.utfall.method.poverty;

import java.util.List;
import java.util.stream.IntStream;
import no.utfall.figure.TextColumn;
import no.utfall.text.Order;

/** The state of every row: the number of one of the words, −1 where not known. */
final class States {

  private final short[] states;
  private final List<String> words;

  private States(short[] states, List<String> words) {
    this.states = states;
    this.words = words;
  }

  int of(int row) {
    return states[row];
  }

  List<String> words() {
    return words;
  }

  /** Poor or not under the line of a measure, unknown where the line is not above zero; the state named by {@code --state} or not where there is no income. */
  static States of(Persons persons, Estimator[] estimators, Measure measure) {
    Plan plan = persons.plan();
    short[] states = new short[persons.data().rows()];
    boolean positive = plan.settings().flag("positive");
    for (int row = 0; row < states.length; row++) {
      double income = persons.income(row);
      if (!persons.isKnown(row) || (positive && plan.isIncome() && !(income > 0))) {
        states[row] = -1;
      } else if (plan.isIncome()) {
        double line = estimators[persons.lines().of(row)].line(measure);
        states[row] = (short) (!(line > 0) ? -1 : Incomes.isBelow(income, line) ? 1 : 0);
      } else {
        states[row] = (short) income;
      }
    }
    return new States(states, List.of("not-poor", "poor"));
  }

  /** Every category as a state of its own, in natural order. */
  static States categories(Persons persons) {
    TextColumn column = persons.text("category").orElseThrow();
    boolean[] used = new boolean[column.levels()];
    for (int row = 0; row < persons.data().rows(); row++) {
      used[column.code(row)] |= persons.isKnown(row);
    }
    List<String> words = IntStream.range(0, used.length)
        .filter(code -> used[code])
        .mapToObj(column::level)
        .sorted(Order.NATURAL)
        .toList();
    short[] ofLevel = new short[column.levels()];
    for (int code = 0; code < ofLevel.length; code++) {
      ofLevel[code] = (short) words.indexOf(column.level(code));
    }
    short[] states = new short[persons.data().rows()];
    for (int row = 0; row < states.length; row++) {
      states[row] = persons.isKnown(row) ? ofLevel[column.code(row)] : -1;
    }
    return new States(states, words);
  }
}
