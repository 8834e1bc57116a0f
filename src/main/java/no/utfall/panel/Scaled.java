package no.utfall.panel;

import java.util.function.IntToDoubleFunction;
import no.utfall.figure.Flag;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;

/** Numbers times a factor, with their standing: limits are scaled too, flags stay, a factor that is NaN leaves missing. */
final class Scaled {

  private Scaled() {}

  static NumberColumn of(NumberColumn amounts, IntToDoubleFunction factor) {
    NumberColumn.Builder builder = NumberColumn.builder(amounts.name());
    for (int row = 0; row < amounts.size(); row++) {
      double times = factor.applyAsDouble(row);
      Status status = amounts.status(row);
      if (status != Status.KNOWN && status != Status.SUPPRESSED) {
        builder.addMissing(status);
      } else if (Double.isNaN(times)) {
        builder.addMissing(Status.MISSING);
      } else if (status == Status.KNOWN) {
        builder.add(amounts.value(row) * times);
      } else {
        builder.addSuppressed(amounts.low(row) * times, amounts.high(row) * times);
      }
      for (Flag flag : Flag.values()) {
        if (amounts.has(row, flag)) {
          builder.flag(flag);
        }
      }
    }
    return builder.build();
  }
}
