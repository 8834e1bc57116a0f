package no.utfall.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.utfall.ingest.Inspect;
import no.utfall.ingest.Inspection;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Recognition;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Loaded;
import no.utfall.render.Format;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall inspect FILE…}: what each file was taken for, on what evidence, and what its columns could be. */
final class InspectCommand implements Command {

  @Override
  public Usage usage() {
    List<Option> options = new ArrayList<>(List.of(Usage.OUTPUT, Results.FORMAT));
    options.addAll(InputOptions.ALL);
    return new Usage(
        "inspect",
        Text.of(
            "Vis hva en fil er: utgiver, tegnsett, kolonner, tegn, perioder, med belegg",
            "Vis kva ei fil er: utgjevar, teiknsett, kolonnar, teikn, periodar, med belegg",
            "Show what a file is: publisher, encoding, columns, signs, periods, with the evidence"),
        "FILE",
        1,
        Usage.MANY,
        options,
        List.of(
            "utfall inspect sample-data/data/utenfor.csv",
            "utfall inspect sample-data/data/regnskap.xlsx --sheet Netto"));
  }

  @Override
  public int run(Call call) throws IOException {
    boolean failed = false;
    Format format =
        call.typed("format") == null && call.output() == null ? Format.TEXT : Results.format(call);
    for (String file : call.positionals()) {
      Loaded<Inspection> seen = Inspect.of(
          InputOptions.input(file, call.console()),
          InputOptions.declared(call, Map.of()),
          Limits.DEFAULT);
      failed |= seen.hasErrors();
      ProjectOptions.say(call, seen.findings());
      Inspection inspection = seen.value();
      Results.toPlace(call, out -> {
        if (format == Format.TEXT) {
          Main.print(out, heading(file, inspection.recognition()));
        }
        format.write(table(inspection), call.language(), out);
        if (format == Format.TEXT) {
          Main.print(out, "\nsources:\n" + inspection.sourceBlock() + "\n");
        }
      });
    }
    return failed ? Fault.INPUT_DATA.exit() : 0;
  }

  private static Table table(Inspection inspection) {
    Table plain = Table.plain("columns", inspection.columns());
    List<Table.Shown> shown = plain.columns().stream()
        .map(column -> column.column().equals("numeric_share")
            ? new Table.Shown(column.column(), column.label(), 2)
            : column)
        .toList();
    return new Table(plain.id(), plain.title(), plain.note(), shown, plain.frame());
  }

  private static String heading(String file, Recognition seen) {
    StringBuilder lines = new StringBuilder(file).append('\n');
    lines.append("  profile    ").append(seen.profile()).append('\n');
    lines.append("  encoding   ").append(seen.encoding()).append('\n');
    if (!seen.delimiter().isEmpty()) {
      lines
          .append("  delimiter  ")
          .append(seen.delimiter().equals("\t") ? "tab" : seen.delimiter())
          .append('\n');
    }
    if (!seen.decimal().isEmpty()) {
      lines.append("  decimal    ").append(seen.decimal()).append('\n');
    }
    lines.append("  header     line ").append(seen.headerLine());
    lines.append(seen.headerLines() > 1 ? ", " + seen.headerLines() + " lines\n" : "\n");
    seen.evidence().forEach(piece -> lines.append("  because    ").append(piece).append('\n'));
    return lines.append('\n').toString();
  }
}
