package no.utfall.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.utfall.build.Build;
import no.utfall.build.Outcome;
import no.utfall.build.Progress;
import no.utfall.ingest.Check;
import no.utfall.ingest.Limits;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.text.Text;

/** {@code utfall check FILE…} or {@code utfall check -p DIR}: everything that is wrong, in one run; nothing is written. */
final class CheckCommand implements Command {

  @Override
  public Usage usage() {
    List<Option> options = new ArrayList<>(List.of(
        Usage.PROJECT,
        Usage.OUTPUT,
        Usage.format(
            List.of("text", "json").stream(),
            Text.of("Form på funnene", "Form på funna", "Form of the findings")),
        Usage.FAIL_ON));
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
            "utfall check sample-data/data/*.csv -f json"));
  }

  @Override
  public int run(Call call) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<Ledger> ledgers = new ArrayList<>();
    int fault = 0;
    if (call.positionals().isEmpty()) {
      fault = project(call, findings, ledgers);
    }
    for (String file : call.positionals()) {
      Loaded<Ledger> checked = Check.run(
          InputOptions.input(file, call.console()),
          InputOptions.declaredIfAny(call),
          Limits.DEFAULT);
      findings.addAll(checked.findings());
      ledgers.add(checked.value());
      fault = fault == 0 && checked.hasErrors() ? Fault.INPUT_DATA.exit() : fault;
    }
    write(call, findings, ledgers);
    return exit(call, findings, fault);
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
    if (call.option("format", "text").equals("json")) {
      Results.toPlace(call, out -> Findings.json(out, findings, ledgers));
      return;
    }
    Results.toPlace(call, out -> {
      PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
      Findings.print(lines, findings, call.language(), call.colour(), !call.flag("quiet"));
      for (Ledger ledger : ledgers) {
        lines.println(
            ledger.file() + ": " + ledger.read() + " rows read = " + ledger.used() + " used + "
                + ledger.suppressed() + " suppressed + " + ledger.duplicated() + " duplicated + "
                + ledger.setAside()
                + " set aside + " + ledger.unknownUnit() + " unknown unit");
      }
      lines.println(Findings.summary(findings));
      lines.flush();
    });
  }
}
