package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import no.utfall.build.Computed;
import no.utfall.build.Node;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall table ID}: one table of a project, without writing the rest. */
final class TableCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "table",
        Text.of(
            "Vis én tabell i et prosjekt",
            "Vis éin tabell i eit prosjekt",
            "Show one table of a project"),
        "ID",
        0,
        1,
        List.of(Usage.PROJECT, Usage.OUTPUT, Results.FORMAT, ProjectOptions.THREADS),
        List.of(
            "utfall table main -p sample-data",
            "utfall table main -p sample-data -f md -o main.md"));
  }

  @Override
  public int run(Call call) throws IOException {
    Computed computed = ProjectOptions.compute(call);
    Language language = call.language();
    Table table =
        ProjectOptions.one(call, computed, Node.Kind.TABLE, id -> computed.table(id, language));
    Results.write(call, table);
    return ProjectOptions.exit(computed);
  }
}
