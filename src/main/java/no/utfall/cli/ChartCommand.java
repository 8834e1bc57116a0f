package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import no.utfall.build.Computed;
import no.utfall.build.Node;
import no.utfall.render.Charts;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** {@code utfall chart ID}: one chart of a project, as a picture or as the table behind it. */
final class ChartCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "chart",
        Text.of(
            "Tegn én figur i et prosjekt",
            "Teikn éin figur i eit prosjekt",
            "Draw one chart of a project"),
        "ID",
        0,
        1,
        List.of(
            Usage.PROJECT,
            Usage.OUTPUT,
            Usage.format(
                List.of("svg", "png", "csv").stream(),
                Text.of(
                    "Form; csv er tallene bak figuren",
                    "Form; csv er tala bak figuren",
                    "Form; csv is the numbers behind it")),
            ProjectOptions.THREADS),
        List.of(
            "utfall chart trend -p sample-data -o trend.svg",
            "utfall chart event -p sample-data -f csv"));
  }

  @Override
  public int run(Call call) throws IOException {
    Computed computed = ProjectOptions.compute(call);
    Chart chart = ProjectOptions.one(call, computed, Node.Kind.CHART, computed::chart);
    switch (form(call)) {
      case "csv" -> Results.write(call, chart.twin());
      case "png" -> Results.toPlace(call, out -> out.write(Charts.png(chart, call.language())));
      default -> Results.toPlace(call, out -> out.write(Charts.svg(chart, call.language())));
    }
    return ProjectOptions.exit(computed);
  }

  private static String form(Call call) {
    String typed = call.typed("format");
    if (typed != null) {
      return typed;
    }
    String output = call.option("output", "");
    return output.endsWith(".png") ? "png" : output.endsWith(".csv") ? "csv" : "svg";
  }
}
