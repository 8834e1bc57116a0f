package no.utfall.method.effect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/** When treatment started in each unit, from a column of starts or from a 0/1 column that stays at 1. */
final class Starts {

  /** The start of a unit of which it cannot be told. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private Starts() {}

  /** First treated period by unit, {@link Adoption#NEVER} or {@link #UNKNOWN}. */
  static int[] of(Frame data, Settings settings, Groups units, Periods periods) {
    String cohort = settings.textOrNull("cohort");
    String treated = settings.textOrNull("treated");
    if (cohort != null && treated != null) {
      throw Refusal.commandLine(
          "both --cohort and --treated are given, and they may differ",
          "name one of them: --cohort for first treated periods, --treated for a 0/1 column");
    }
    if (cohort != null) {
      return fromCohort(data, cohort, settings.text("unit"), units);
    }
    if (treated != null) {
      return fromTreated(data, treated, settings.text("unit"), units, periods);
    }
    throw Refusal.analysis(
        "E709",
        data.file(),
        "no column says who was treated and from when",
        "name the first treated period of each unit with --cohort COLUMN, or a 0/1 column with --treated COLUMN");
  }

  /** The first start of any of these columns by unit, {@link Adoption#NEVER} or {@link #UNKNOWN}. */
  static int[] ofOthers(Frame data, Settings settings, Groups units) {
    int[] first = new int[units.count()];
    Arrays.fill(first, Adoption.NEVER);
    for (String column : settings.list("other-cohort")) {
      int[] starts = fromCohort(data, column, settings.text("unit"), units);
      Arrays.setAll(first, u -> Math.min(first[u], starts[u]));
    }
    return first;
  }

  private static int[] fromCohort(Frame data, String cohort, String unit, Groups units) {
    NumberColumn column = data.number(cohort);
    int[] starts = new int[units.count()];
    Arrays.fill(starts, Adoption.NEVER);
    for (int i = 0; i < data.rows(); i++) {
      int u = units.of(i);
      int first = units.first(u);
      int start = start(data, column, i);
      if (i == first) {
        starts[u] = start;
      } else if (start != starts[u]) {
        throw error(
            "E712",
            data,
            i,
            column.name(),
            "unit '" + data.text(unit).get(i) + "' has two starts: " + words(starts[u]) + " and "
                + words(start),
            "give every row of a unit the same start, blank or 0 for never");
      }
    }
    return starts;
  }

  private static int start(Frame data, NumberColumn column, int row) {
    if (!column.isKnown(row)) {
      return column.status(row) == Status.SUPPRESSED ? UNKNOWN : Adoption.NEVER;
    }
    double start = column.value(row);
    if (start != Math.rint(start) || Math.abs(start) > 1e9) {
      throw error(
          "E711",
          data,
          row,
          column.name(),
          column.name() + " = " + Numerals.exact(start) + " is not a whole number",
          "write the first treated period as in the period column, blank or 0 for never");
    }
    return start == 0 ? Adoption.NEVER : (int) start;
  }

  private static String words(int start) {
    return start == Adoption.NEVER
        ? "never"
        : start == UNKNOWN ? "suppressed" : Integer.toString(start);
  }

  private static int[] fromTreated(
      Frame data, String treated, String unit, Groups units, Periods periods) {
    NumberColumn column = data.number(treated);
    int[] starts = new int[units.count()];
    int[][] rows = units.rows();
    for (int u = 0; u < rows.length; u++) {
      List<Integer> inTime = Arrays.stream(rows[u])
          .boxed()
          .sorted(Comparator.comparingInt(periods::at))
          .toList();
      starts[u] = Adoption.NEVER;
      boolean gap = false;
      for (int row : inTime) {
        if (!column.isKnown(row)) {
          gap |= starts[u] == Adoption.NEVER;
          continue;
        }
        boolean on = isOn(data, column, row);
        gap &= on;
        if (on && starts[u] == Adoption.NEVER) {
          starts[u] = gap ? UNKNOWN : periods.at(row);
        } else if (!on && starts[u] != Adoption.NEVER) {
          throw error(
              "E706",
              data,
              row,
              treated,
              "treatment of unit '" + data.text(unit).get(row) + "' ends: " + treated
                  + " goes from 1 back to 0 in " + periods.at(row),
              "estimate only up to the end, or leave units out whose treatment ends");
        }
      }
      if (gap && starts[u] == Adoption.NEVER) {
        starts[u] = UNKNOWN;
      }
    }
    return starts;
  }

  /** Whether a cell of a 0/1 column is 1. */
  static boolean isOn(Frame data, NumberColumn column, int row) {
    double value = column.value(row);
    if (value != 0 && value != 1) {
      throw error(
          "E714",
          data,
          row,
          column.name(),
          column.name() + " = " + Numerals.exact(value) + " is neither 0 nor 1",
          "write 1 for treated and 0 for not treated");
    }
    return value == 1;
  }

  static Refusal error(
      String code, Frame data, int row, String column, String message, String fix) {
    return new Refusal(
        Fault.ANALYSIS, Finding.error(code, data.place(row, column), "", message, fix));
  }
}
