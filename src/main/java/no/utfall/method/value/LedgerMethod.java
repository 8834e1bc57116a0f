package no.utfall.method.value;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** {@code ledger}: who pays, who gains, and what it would take to agree. */
public final class LedgerMethod implements Method {

  @Override
  public Card card() {
    return LedgerCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    boolean valued = settings.has("unit-value");
    if (valued == settings.has("gainer")) {
      throw Refusal.commandLine(
          "gains come either as amounts or as unit values",
          "name one of --gainer and --unit-value");
    }
    if (valued && !settings.has("persons")) {
      throw Refusal.commandLine(
          "--unit-value is kroner per person and unit of effect", "say how many: --persons");
    }
    double level = settings.number("conf-level");
    if (!(level > 0 && level < 1)) {
      throw Refusal.commandLine("--conf-level must lie between 0 and 1", "write 0.95");
    }
    List<String> by = settings.list("by");
    if (by.contains(settings.text("budget"))) {
      throw Refusal.commandLine(
          "--budget is named in --by too", "give the budgets of each measure once");
    }
    Groups groups = data.groups(by);
    if (valued && groups.count() > 1) {
      throw Refusal.commandLine(
          "--persons and --effect hold for one measure, and there are " + groups.count(),
          "take one measure at a time");
    }
    if (data.rows() == 0) {
      throw Refusal.analysis("E701", data.file(), "the ledger has no rows", "give its rows");
    }
    double nok = switch (settings.text("cost-unit")) {
      case "million-nok" -> 1e6;
      case "1000-nok" -> 1e3;
      default -> 1;
    };
    List<LedgerResult.Measure> measures = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      int first = groups.first(g);
      List<String> keys = by.stream().map(name -> data.text(name).get(first)).toList();
      Entries entries = Entries.of(data, groups.rows()[g], settings, nok);
      if (entries.budgets().contains(Entries.ELSEWHERE) && !settings.has("moved-to")) {
        findings.add(Finding.note(
            "N795",
            Location.ofFile(data.file()),
            String.join(", ", keys),
            "what budgets do not retain is entered as '" + Entries.ELSEWHERE + "'",
            "name the budget that gets it: --moved-to COLUMN"));
      }
      measures.add(LedgerResult.Measure.of(keys, entries, settings));
    }
    return new LedgerResult(by, settings.text("budget"), measures, level, findings);
  }
}
