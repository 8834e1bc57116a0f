package no.utfall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.utfall.build.Build;
import no.utfall.build.Outcome;
import no.utfall.build.Progress;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.ingest.Check;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Limits;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.render.Format;
import no.utfall.text.Text;
import no.utfall.view.Table;
import org.jspecify.annotations.Nullable;

/** {@code utfall check FILE…} or {@code utfall check -p DIR}: everything that is wrong, in one run; nothing is written. */
final class CheckCommand implements Command {

  private static final Option KEY = Option.columns(
      "key",
      Type.TEXT,
      Text.of(
          "Kolonnene som til sammen peker ut én rad",
          "Kolonnane som til saman peikar ut éi rad",
          "The columns that together identify a row"));
  private static final Option REJECTS = Option.word(
      "rejects",
      null,
      Text.of(
          "Skriv radene som ble lagt til side, til denne CSV-filen",
          "Skriv radene som vart lagde til side, til denne CSV-fila",
          "Write the rows set aside to this CSV file"));

  @Override
  public Usage usage() {
    List<Option> options = new ArrayList<>(List.of(
        Usage.PROJECT,
        Usage.OUTPUT,
        Usage.format(
            Stream.concat(Stream.of("text"), FindingForm.codes()),
            Text.of("Form på funnene", "Form på funna", "Form of the findings")),
        KEY,
        REJECTS,
        Usage.FAIL_ON));
    options.addAll(RoleOptions.ALL);
    options.addAll(InputOptions.ALL);
    return new Usage(
        "check",
        Text.of(
            "Les og prøv filer eller et prosjekt; alle funn i én gjennomgang",
            "Les og prøv filer eller eit prosjekt; alle funn i éin gjennomgang",
            "Read and check files or a project; all findings in one run"),
        "FILE",
        0,
        Usage.MANY,
        options,
        List.of(
            "utfall check sample-data/data/utenfor_2024.csv",
            "utfall check -p sample-data",
            "utfall check sample-data/data/*.csv -f json",
            "utfall check sample-data/data/utenfor_2024.csv --rejects rejects.csv -f github"));
  }

  @Override
  public int run(Call call) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<Ledger> ledgers = new ArrayList<>();
    int fault = 0;
    if (call.positionals().isEmpty()) {
      fault = project(call, findings, ledgers);
    }
    List<Check.Rejected> rejects = new ArrayList<>();
    boolean goesOn =
        call.positionals().size() > 1 || !call.option("format", "text").equals("text");
    for (String file : call.positionals()) {
      try {
        Loaded<Ledger> checked = Check.run(
            InputOptions.input(file, call.console()),
            declared(call),
            RoleOptions.said(call),
            Limits.DEFAULT,
            call.typed("rejects") == null ? row -> {} : rejects::add);
        findings.addAll(checked.findings());
        ledgers.add(checked.value());
        fault = fault == 0 && checked.hasErrors() ? Fault.INPUT_DATA.exit() : fault;
      } catch (Refusal refusal) {
        if (!goesOn) {
          throw refusal;
        }
        findings.addAll(refusal.findings());
        fault = fault == 0
            ? refusal.fault().exit()
            : Math.min(fault, refusal.fault().exit());
      }
    }
    write(call, findings, ledgers);
    String file = call.option("rejects");
    if (file != null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Format.CSV.write(table(rejects, call.positionals().size() > 1), call.language(), bytes);
      Results.replace(Path.of(file), bytes.toByteArray());
    }
    return exit(call, findings, fault);
  }

  private static @Nullable Declared declared(Call call) {
    Declared said = InputOptions.declaredIfAny(call);
    String key = call.option("key");
    if (key == null) {
      return said;
    }
    return (said == null ? Declared.nothing() : said).withKey(List.of(key.split(",")));
  }

  private static Table table(List<Check.Rejected> rejects, boolean ofSeveralFiles) {
    TextColumn.Builder file = TextColumn.builder("file");
    NumberColumn.Builder line = NumberColumn.builder("line");
    TextColumn.Builder row = TextColumn.builder("row");
    TextColumn.Builder code = TextColumn.builder("code");
    TextColumn.Builder reason = TextColumn.builder("reason");
    for (Check.Rejected rejected : rejects) {
      file.add(rejected.file());
      line.add(rejected.line());
      row.add(rejected.row());
      code.add(rejected.code());
      reason.add(rejected.reason());
    }
    List<Column> columns =
        new ArrayList<>(List.of(line.build(), row.build(), code.build(), reason.build()));
    if (ofSeveralFiles) {
      columns.add(0, file.build());
    }
    return Table.plain("rejects", Frame.of(columns));
  }

  /** The project file and every source of it. */
  private static int project(Call call, List<Finding> findings, List<Ledger> ledgers)
      throws IOException {
    try {
      ProjectOptions.Opened opened = ProjectOptions.open(call);
      Outcome outcome = Build.check(
          opened.project(), ProjectOptions.METHODS, ProjectOptions.options(call), Progress.SILENT);
      findings.addAll(opened.with(outcome.findings()));
      ledgers.addAll(outcome.ledgers());
      return outcome.fault().map(Fault::exit).orElse(0);
    } catch (Refusal refusal) {
      findings.addAll(refusal.findings());
      return refusal.fault().exit();
    }
  }

  private static int exit(Call call, List<Finding> findings, int fault) {
    String failOn = call.option("fail-on", "error");
    boolean warned = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    if (failOn.equals("never")) {
      return 0;
    }
    return fault == 0 && warned && failOn.equals("warn") ? Fault.GATE.exit() : fault;
  }

  private static void write(Call call, List<Finding> findings, List<Ledger> ledgers)
      throws IOException {
    FindingForm form = FindingForm.find(call.option("format", "text")).orElse(null);
    if (form != null) {
      Results.toPlace(call, out -> form.write(findings, ledgers, out));
      return;
    }
    Results.toPlace(call, out -> {
      PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
      Findings.print(lines, findings, call.language(), call.colour(), !call.flag("quiet"));
      for (Ledger ledger : ledgers) {
        lines.println(Findings.sum(ledger));
      }
      lines.println(Findings.summary(findings));
      lines.flush();
    });
  }
}
