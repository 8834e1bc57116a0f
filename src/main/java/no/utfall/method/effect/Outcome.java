package no.utfall.method.effect;

import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** What is analysed: a column as it is, or with a population the share of the two in percent. */
final class Outcome {

  private static final double PERCENT = 100;

  private final NumberColumn numerator;
  private final @Nullable NumberColumn population;

  private Outcome(NumberColumn numerator, @Nullable NumberColumn population) {
    this.numerator = numerator;
    this.population = population;
  }

  /** Refuses what no design can mend: no value at all, one unit, no variation. */
  static Outcome of(Frame data, Settings settings) {
    Outcome outcome = as(data, settings);
    outcome.check(data, settings.text("unit"));
    return outcome;
  }

  /** The same columns of rows that were checked before. */
  static Outcome as(Frame data, Settings settings) {
    String shareOf = settings.textOrNull("population");
    return new Outcome(
        data.number(settings.text("outcome")), shareOf == null ? null : data.number(shareOf));
  }

  /** Another outcome of the same units, as it is. */
  static Outcome of(NumberColumn column) {
    return new Outcome(column, null);
  }

  /** Whether the number of this row is hidden between two known limits. */
  boolean isHidden(int row) {
    return numerator.status(row) == Status.SUPPRESSED
        && Double.isFinite(numerator.low(row))
        && Double.isFinite(numerator.high(row));
  }

  boolean hasHidden() {
    return IntStream.range(0, numerator.size()).anyMatch(this::isHidden);
  }

  /** The same outcome with every hidden number at its lowest, or at its highest. */
  Outcome hiddenAt(boolean highest) {
    NumberColumn.Builder builder = NumberColumn.builder(numerator.name());
    for (int row = 0; row < numerator.size(); row++) {
      if (isHidden(row)) {
        builder.add(highest ? numerator.high(row) : numerator.low(row));
      } else {
        builder.addFrom(numerator, row);
      }
    }
    return new Outcome(builder.build(), population);
  }

  private void check(Frame data, String unit) {
    int known = -1;
    boolean constant = true;
    for (int i = 0; i < data.rows(); i++) {
      if (isKnown(i)) {
        constant &= known < 0 || value(i) == value(known);
        known = known < 0 ? i : known;
      }
    }
    if (known < 0) {
      throw new Refusal(
          Fault.ANALYSIS,
          Finding.error(
              "E701",
              data.place(0, numerator.name()),
              "",
              label() + " has no value in any of " + data.rows() + " rows",
              "name a column with values: --outcome COLUMN"));
    }
    int units = data.text(unit).levels();
    if (units < 2) {
      throw Refusal.analysis(
          "E702",
          data.file(),
          units + " unit; an effect estimate needs at least 2 (1 treated, 1 comparison)",
          "add units without the measure to the data");
    }
    if (constant) {
      double value = population == null ? value(known) : value(known) / PERCENT;
      throw Refusal.analysis(
          "E703",
          data.file(),
          label() + " is constant (" + Numerals.exact(value)
              + "): no effect or standard error can be estimated",
          "name an outcome that varies: --outcome COLUMN");
    }
  }

  boolean isKnown(int row) {
    return !Double.isNaN(value(row));
  }

  /** NaN where it is not known. */
  double value(int row) {
    if (population == null) {
      return numerator.value(row);
    }
    double people = population.value(row);
    return people > 0 ? PERCENT * numerator.value(row) / people : Double.NaN;
  }

  /** Why a row has no value, in a word. */
  String why(int row) {
    if (!numerator.isKnown(row)) {
      return numerator.status(row).code();
    }
    if (population == null || population.isKnown(row)) {
      return population == null ? Status.MISSING.code() : "population 0";
    }
    return "population " + population.status(row).code();
  }

  /** The column, or both with a stroke between. */
  String label() {
    return population == null ? numerator.name() : numerator.name() + "/" + population.name();
  }

  /** What an effect is measured in, as a code. */
  String unitOfMeasure() {
    return population == null ? "units of " + numerator.name() : "percentage points";
  }

  /** What follows a number in a sentence; blank for a column of unknown measure. */
  Text unitInWords() {
    return population == null
        ? Text.none()
        : Text.of(" prosentpoeng", " prosentpoeng", " percentage points");
  }
}
