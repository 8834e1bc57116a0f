package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;

/**
 * The rows of a board that can be used: a unit once, an estimate, its standard error, and whatever else is needed.
 *
 * @param rows of the data, ascending
 * @param findings a warning for each row set aside
 */
record Estimates(Frame data, int[] rows, List<Finding> findings) {

  /**
   * @param unit the column of the unit
   * @param needed number columns that must be known
   * @param positive those of them that must be above zero
   * @param least units, at least
   */
  static Estimates read(
      Frame data, String unit, List<String> needed, List<String> positive, int least) {
    TextColumn units = data.text(unit);
    List<Finding> findings = new ArrayList<>();
    List<Finding> twice = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < data.rows(); row++) {
      String code = units.get(row);
      if (seen.putIfAbsent(code, row) != null) {
        twice.add(Finding.error(
            "E781",
            data.place(row, unit),
            code,
            "unit '" + code + "' stands twice",
            "give one row for each unit, or choose one period"));
      } else if (isUsable(data, row, code, needed, positive, findings)) {
        kept.add(row);
      }
    }
    if (!twice.isEmpty()) {
      throw new Refusal(Fault.INPUT_DATA, twice);
    }
    if (kept.size() < least) {
      throw Refusal.analysis(
          "E702",
          data.file(),
          kept.size() + " units have " + String.join(", ", needed) + "; at least " + least
              + " are needed",
          "add units, or see which rows were set aside");
    }
    return new Estimates(
        data, kept.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(findings));
  }

  private static boolean isUsable(
      Frame data,
      int row,
      String code,
      List<String> needed,
      List<String> positive,
      List<Finding> findings) {
    for (String name : needed) {
      NumberColumn column = data.number(name);
      boolean known = column.isKnown(row) && Double.isFinite(column.value(row));
      if (!known || (positive.contains(name) && column.value(row) <= 0)) {
        String why =
            known ? "is not above zero" : "is not known (" + column.status(row).code() + ")";
        findings.add(Finding.warning(
            "W782",
            data.place(row, name),
            code,
            "unit '" + code + "' is set aside: " + name + " " + why,
            "give the number, or take the row out"));
        return false;
      }
    }
    return true;
  }

  String[] units(String column) {
    String[] units = new String[rows.length];
    for (int k = 0; k < rows.length; k++) {
      units[k] = data.text(column).get(rows[k]);
    }
    return units;
  }

  double[] numbers(String column) {
    double[] numbers = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      numbers[k] = data.number(column).value(rows[k]);
    }
    return numbers;
  }

  /** The value column, turned so that + is better. */
  double[] turned(Settings settings) {
    double[] numbers = numbers(settings.text("value"));
    if (settings.text("direction").equals("lower-is-better")) {
      for (int k = 0; k < numbers.length; k++) {
        numbers[k] = 0 - numbers[k];
      }
    }
    return numbers;
  }
}
