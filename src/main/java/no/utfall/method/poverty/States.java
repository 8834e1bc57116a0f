package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.utfall.figure.TextColumn;
import no.utfall.text.Order;

/** The state of every row: the number of one of the words, −1 where not known. */
final class States {

  private static final int MOST = 100;

  private final byte[] states;
  private final List<String> words;

  private States(byte[] states, List<String> words) {
    this.states = states;
    this.words = words;
  }

  int of(int row) {
    return states[row];
  }

  List<String> words() {
    return words;
  }

  /** Poor or not under the line of a measure; the state named by {@code --state} or not where there is no income. */
  static States of(Persons persons, Estimator[] estimators, Measure measure) {
    Plan plan = persons.plan();
    byte[] states = new byte[persons.data().rows()];
    boolean positive = plan.settings().flag("positive");
    for (int row = 0; row < states.length; row++) {
      double income = persons.income(row);
      if (!persons.isUsable(row) || (positive && plan.isIncome() && !(income > 0))) {
        states[row] = -1;
      } else if (plan.isIncome()) {
        double line = estimators[persons.lines().of(row)].line(measure);
        states[row] = (byte) (Incomes.isBelow(income, line) ? 1 : 0);
      } else {
        states[row] = (byte) income;
      }
    }
    return new States(states, List.of("not-poor", "poor"));
  }

  /** Every category as a state of its own, in natural order. */
  static States categories(Persons persons) {
    TextColumn column = persons.text("category").orElseThrow();
    List<String> words = new ArrayList<>();
    for (int row = 0; row < persons.data().rows(); row++) {
      if (persons.isUsable(row) && !words.contains(column.get(row)) && words.size() < MOST) {
        words.add(column.get(row));
      }
    }
    words.sort(Comparator.comparing(word -> word, Order.NATURAL));
    byte[] ofLevel = new byte[column.levels()];
    for (int code = 0; code < ofLevel.length; code++) {
      ofLevel[code] = (byte) words.indexOf(column.level(code));
    }
    byte[] states = new byte[persons.data().rows()];
    for (int row = 0; row < states.length; row++) {
      states[row] = persons.isUsable(row) ? ofLevel[column.code(row)] : -1;
    }
    return new States(states, List.copyOf(words));
  }
}
