package no.utfall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.utfall.ingest.Inspect;
import no.utfall.ingest.Inspection;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Recognition;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.render.Format;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall inspect FILE…}: what each file was taken for, on what evidence, and what its columns could be. */
final class InspectCommand implements Command {

  private static final Option WRITE = Option.flag(
      "write",
      Text.of(
          "Legg kilden til i prosjektfilen i stedet for å vise den",
          "Legg kjelda til i prosjektfila i staden for å vise ho",
          "Add the source to the project file instead of showing it"));

  @Override
  public Usage usage() {
    List<Option> options =
        new ArrayList<>(List.of(Usage.PROJECT, Usage.OUTPUT, Results.FORMAT, WRITE));
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
            "utfall inspect sample-data/data/regnskap.xlsx --sheet Netto",
            "utfall inspect data/new.csv --write -p ."));
  }

  @Override
  public int run(Call call) throws IOException {
    boolean failed = false;
    List<Loaded<Inspection>> all = new ArrayList<>();
    Format format =
        call.typed("format") == null && call.output() == null ? Format.TEXT : Results.format(call);
    for (String file : call.positionals()) {
      Loaded<Inspection> seen = Inspect.of(
          InputOptions.input(file, call.console()),
          InputOptions.declared(call, Map.of()),
          Limits.DEFAULT);
      failed |= seen.hasErrors();
      all.add(seen);
      ProjectOptions.say(call, seen.findings());
      Inspection inspection = seen.value();
      if (call.flag("write")) {
        if (!seen.hasErrors()) {
          write(call, Path.of(file), inspection);
        }
        continue;
      }
      if (format == Format.JSON || !inspection.isTable() && format == Format.TEXT) {
        continue;
      }
      Results.toPlace(call, out -> {
        if (format == Format.TEXT) {
          Main.print(out, heading(file, inspection));
        }
        format.write(table(inspection), call.language(), out);
        if (format == Format.TEXT) {
          Main.print(
              out,
              inspection.isList()
                  ? "\na list, and no table of numbers; codes and changes of units stand below units: (list, changes) in a project\n\n"
                  : "\nsources:\n" + inspection.sourceBlock() + "\n");
        }
      });
    }
    if (format == Format.JSON && !call.flag("write")) {
      Results.toPlace(call, out -> InspectJson.write(all, out));
    }
    return failed ? Fault.INPUT_DATA.exit() : 0;
  }

  /** The source block goes to the end of {@code sources:}; the rest of the file keeps every byte. */
  private static void write(Call call, Path file, Inspection inspection) throws IOException {
    if (inspection.isList()) {
      throw Refusal.commandLine(
          "--write: " + file + " is a list, and no table of numbers",
          "codes and changes of units stand below units: (list, changes) in a project");
    }
    Path project = ProjectOptions.file(call);
    Path root = project.toAbsolutePath().normalize().getParent();
    Path path = file.toAbsolutePath().normalize();
    if (root == null || !path.startsWith(root)) {
      throw new Refusal(
          Fault.PROJECT_FILE,
          Finding.error(
              "E805",
              Location.ofFile(file.toString()),
              "",
              "the file lies outside the project folder " + project.getParent(),
              "move it there, so that the project can be moved as a whole"));
    }
    String below = root.relativize(path).toString().replace('\\', '/');
    String before = Files.readString(project);
    String after =
        SourceBlock.added(before, inspection.named(below).sourceBlock(), inspection.id());
    Results.replace(project, after.getBytes(StandardCharsets.UTF_8));
    call.console()
        .err()
        .println(project + ": added source '" + inspection.id()
            + "'; look at its roles before you build");
    for (String role : List.of("unit", "period")) {
      if (!inspection.has(role) && !(role.equals("unit") && inspection.has("unit-name"))) {
        call.console()
            .err()
            .println("no column is known as the " + role + "; give one the role"
                + (role.equals("period")
                    ? ", or name the file with its year and write {year} in its path"
                    : ""));
      }
    }
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

  private static String heading(String file, Inspection inspection) {
    Recognition seen = inspection.recognition();
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
    inspection
        .outline()
        .forEach((what, text) -> lines
            .append("  ")
            .append(what)
            .append(" ".repeat(Math.max(1, 11 - what.length())))
            .append(text)
            .append('\n'));
    return lines.append('\n').toString();
  }
}
