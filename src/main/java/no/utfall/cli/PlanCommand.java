package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import no.utfall.build.Plan;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall plan}: what a build would do, in order, and why, or that all is up to date; nothing is computed. */
final class PlanCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "plan",
        Text.of(
            "Vis hva en bygging ville gjøre, og hvorfor",
            "Vis kva ei bygging ville gjere, og kvifor",
            "Show what a build would do, and why"),
        "",
        0,
        0,
        List.of(Usage.PROJECT, Usage.OUTPUT, Results.FORMAT),
        List.of("utfall plan -p sample-data"));
  }

  @Override
  public int run(Call call) throws IOException {
    Plan plan = Plan.of(ProjectOptions.open(call).project(), Program.identity());
    TextColumn.Builder nodes = TextColumn.builder("node");
    TextColumn.Builder changed = TextColumn.builder("changed");
    TextColumn.Builder why = TextColumn.builder("why");
    for (Plan.Step step : plan.steps()) {
      nodes.add(step.node().id());
      changed.add(step.changed() ? "yes" : "no");
      why.add(step.why());
    }
    Results.write(call, Table.plain("plan", Frame.of(nodes.build(), changed.build(), why.build())));
    return 0;
  }
}
