package no.utfall.panel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/** A price index by period. A period without an entry of its own takes that of its year. Immutable. */
public final class PriceIndex {

  private final Map<Period, Double> byPeriod;

  private PriceIndex(Map<Period, Double> byPeriod) {
    this.byPeriod = byPeriod;
  }

  /** From a table of periods and numbers; rows without a number or a period are left out. */
  public static PriceIndex of(Frame table, String period, String index) {
    Map<Period, Double> byPeriod = new HashMap<>();
    TextColumn when = table.text(period);
    NumberColumn level = table.number(index);
    for (int row = 0; row < table.rows(); row++) {
      double value = level.value(row);
      if (value > 0) {
        Period.find(when.get(row)).ifPresent(p -> byPeriod.put(p, value));
      }
    }
    return new PriceIndex(byPeriod);
  }

  /**
   * What an amount of one period is multiplied by to stand in the prices of the base: I(base) / I(period). Empty when
   * the index does not hold both.
   */
  public Optional<Double> factor(Period period, Period base) {
    return at(base).flatMap(b -> at(period).map(p -> b / p));
  }

  /**
   * Amounts in the prices of the base: known and hidden ones times {@link #factor}, missing where the index has no number.
   *
   * @param periods of the amounts, row by row
   */
  public NumberColumn deflated(NumberColumn amounts, TextColumn periods, Period base) {
    double[] factors = new double[periods.levels()];
    for (int level = 0; level < factors.length; level++) {
      factors[level] = factor(Period.parse(periods.level(level)), base).orElse(Double.NaN);
    }
    return Scaled.of(amounts, row -> factors[periods.code(row)]);
  }

  private Optional<Double> at(Period period) {
    Double own = byPeriod.get(period);
    return Optional.ofNullable(own == null ? byPeriod.get(Period.year(period.year())) : own);
  }
}
