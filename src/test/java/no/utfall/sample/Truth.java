package no.utfall.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import no.utfall.text.Numerals;

/** What is true of the world, and how far plain comparisons are from it. */
final class Truth {

  private Truth() {}

  static Map<String, byte[]> of(SampleWorld world) {
    return Map.of("truth.csv", units(world), "truth-summary.csv", summary(world));
  }

  /** Effects in percentage points, less than 0 is fewer outside; the pair split in 2024 is left out. */
  private static byte[] units(SampleWorld world) {
    Table table = new Table(",");
    table.row(
        "unit",
        "measure",
        "start",
        "tau",
        "exposure",
        "effect_2024",
        "effect_low",
        "effect_middle",
        "effect_high",
        "status");
    for (Unit unit : world.units) {
      if (unit.standing() != Unit.Standing.SPLIT) {
        Adoption adoption = unit.adoption();
        double effect = 0 - adoption.effect(Years.LAST);
        table.row(
            unit.now().code(),
            adoption.measure().id,
            adoption.start() > 0 ? adoption.start() : "",
            Numerals.exact(adoption.tau()),
            Numerals.exact(adoption.exposure()),
            Numerals.exact(effect),
            Numerals.exact(effect * Cells.benefit(0)),
            Numerals.exact(effect * Cells.benefit(1)),
            Numerals.exact(effect * Cells.benefit(2)),
            unit.standing().code);
      }
    }
    return table.bytes(UTF_8, "\n");
  }

  private static byte[] summary(SampleWorld world) {
    Table table = new Table(",");
    table.row("quantity", "value", "sd");
    for (Figures.Figure figure : Figures.of(world)) {
      table.row(
          figure.quantity(),
          Numerals.exact(figure.value()),
          Double.isNaN(figure.sd()) ? "" : Numerals.exact(figure.sd()));
    }
    return table.bytes(UTF_8, "\n");
  }
}
