package no.utfall.method.effect;

import java.util.Arrays;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;

/** The periods of the rows as whole numbers. */
final class Periods {

  private final int[] ofLevel;
  private final TextColumn column;

  private Periods(TextColumn column, int[] ofLevel) {
    this.column = column;
    this.ofLevel = ofLevel;
  }

  static Periods of(Frame data, String name) {
    TextColumn column = data.text(name);
    int[] ofLevel = new int[column.levels()];
    for (int level = 0; level < ofLevel.length; level++) {
      String text = column.level(level);
      if (!text.matches("-?[0-9]{1,9}")) {
        throw refusal(data, name, column, level);
      }
      ofLevel[level] = Integer.parseInt(text);
    }
    return new Periods(column, ofLevel);
  }

  private static Refusal refusal(Frame data, String name, TextColumn column, int level) {
    int row = 0;
    while (column.code(row) != level) {
      row++;
    }
    String text = column.level(level);
    return new Refusal(
        Fault.ANALYSIS,
        Finding.error(
            "E711",
            data.place(row, name),
            text,
            "period '" + text + "' is not a whole number, so the time between periods is not known",
            "write years, or number the periods 1, 2, 3 …; overlapping intervals cannot be compared"));
  }

  int at(int row) {
    return ofLevel[column.code(row)];
  }

  /** Every period of the data, ascending. */
  int[] distinct() {
    return Arrays.stream(ofLevel).distinct().sorted().toArray();
  }
}
