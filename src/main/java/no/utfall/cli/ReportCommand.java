package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.utfall.build.Computed;
import no.utfall.build.Node;
import no.utfall.render.Pages;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Document;

/** {@code utfall report ID}: one report of a project in one language. */
final class ReportCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "report",
        Text.of(
            "Skriv én rapport i et prosjekt",
            "Skriv éin rapport i eit prosjekt",
            "Write one report of a project"),
        "ID",
        0,
        1,
        List.of(
            Usage.PROJECT,
            Usage.OUTPUT,
            Usage.format(List.of("html", "md").stream(), Text.of("Form", "Form", "Form")),
            ProjectOptions.THREADS),
        List.of("utfall report page -p sample-data --lang nn -o side.html"));
  }

  @Override
  public int run(Call call) throws IOException {
    Computed computed = ProjectOptions.compute(call);
    Language language = call.language();
    Document document =
        ProjectOptions.one(call, computed, Node.Kind.REPORT, id -> computed.report(id, language));
    boolean markdown = call.option(
            "format", call.option("output", "").endsWith(".md") ? "md" : "html")
        .equals("md");
    Results.toPlace(
        call,
        out -> out.write(
            markdown
                ? Pages.markdown(document, language)
                : Pages.html(document, language, Map.of())));
    return ProjectOptions.exit(computed);
  }
}
