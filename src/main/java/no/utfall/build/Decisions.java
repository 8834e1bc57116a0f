package no.utfall.build;

import no.utfall.figure.Frame;
import no.utfall.method.Tidy;
import no.utfall.report.Decided;

/** How many decisions were made when the number of the effect was there already. */
final class Decisions {

  private Decisions() {}

  /** Dates are compared as written, {@code 2018-03-21}; an effect number of the same day was there. */
  static Decided count(Registers register) {
    Frame table = register.table();
    int knowing = 0;
    for (int row = 0; row < table.rows(); row++) {
      String effect = table.text("effect-date").get(row);
      if (!effect.isEmpty() && effect.compareTo(table.text("date").get(row)) <= 0) {
        knowing++;
      }
    }
    return new Decided(table.rows(), knowing);
  }

  static Frame tidy(Registers register) {
    Decided decided = count(register);
    Tidy tidy = Tidy.keys();
    tidy.row().measure("decisions").estimate(decided.decisions()).unitOfMeasure("decisions");
    tidy.row()
        .measure("decisions_knowing_effect")
        .estimate(decided.knowing())
        .unitOfMeasure("decisions");
    return tidy.frame();
  }
}
