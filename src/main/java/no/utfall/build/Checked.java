package no.utfall.build;

import java.util.List;
import java.util.Map;
import no.utfall.method.Card;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** Options of a method as they stand in a project file. */
final class Checked {

  private Checked() {}

  /** @throws Refusal of the project file, with every fault at the place of its node */
  static Settings settings(Card card, Map<String, String> given, Location place) {
    try {
      return Settings.of(card, given);
    } catch (Settings.Invalid e) {
      List<Finding> findings = e.faults().stream()
          .map(fault -> Finding.error(
              "E808",
              place,
              fault.option(),
              fault.message().replace("--", ""),
              fault
                  .fix()
                  .replaceFirst(
                      "^name the column: --([a-z-]+) COLUMN$",
                      "name the column: $1: source.column")))
          .toList();
      throw new Refusal(Fault.PROJECT_FILE, findings);
    }
  }
}
