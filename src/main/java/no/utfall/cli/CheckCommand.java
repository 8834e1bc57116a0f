package no.utfall.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.utfall.build.Build;
import no.utfall.build.ProjectFile;
import no.utfall.figure.Type;
import no.utfall.ingest.Check;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Limits;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.FindingLog;
import no.utfall.problem.GatheredFindings;
import no.utfall.problem.Ledger;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.text.Text;
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
    String rejects = call.option("rejects");
    boolean complete = rejects != null || !isForPeople(call);
    try (FindingLog findings = complete ? FindingLog.complete() : FindingLog.ofKinds()) {
      List<Ledger> ledgers = new ArrayList<>();
      int fault = rejects == null
          ? checked(call, findings, ledgers, null)
          : withRejects(call, findings, ledgers, Path.of(rejects));
      write(call, findings, ledgers);
      return exit(call, findings, fault);
    }
  }

  private static boolean isForPeople(Call call) {
    return call.option("format", "text").equals("text");
  }

  private static int withRejects(Call call, FindingLog findings, List<Ledger> ledgers, Path rejects)
      throws IOException {
    int[] fault = {0};
    try {
      Results.replace(rejects, out -> {
        Rejects rows = new Rejects(out, isOfSeveralFiles(call.positionals()));
        fault[0] = checked(call, findings, ledgers, rows);
        rows.flush();
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return fault[0];
  }

  private static boolean isOfSeveralFiles(List<String> files) {
    return files.size() != 1 || isProject(files.get(0));
  }

  private static boolean isProject(String file) {
    return !file.equals("-") && ProjectFile.isOne(Path.of(file));
  }

  private static int checked(
      Call call,
      FindingLog findings,
      List<Ledger> ledgers,
      @Nullable Consumer<Check.Rejected> rejects)
      throws IOException {
    if (call.positionals().isEmpty()) {
      return project(call, null, findings, ledgers, rejects);
    }
    int fault = 0;
    boolean goesOn = call.positionals().size() > 1 || !isForPeople(call);
    for (String file : call.positionals()) {
      if (isProject(file)) {
        int ofProject = project(call, Path.of(file), findings, ledgers, rejects);
        fault = lower(fault, ofProject);
        continue;
      }
      findings.next(InputOptions.name(file));
      long errors = findings.count(Severity.ERROR);
      try {
        ledgers.add(Check.run(
            InputOptions.input(file, call.console()),
            declared(call),
            RoleOptions.said(call),
            Limits.DEFAULT,
            findings,
            rejects));
        boolean anyErrors = findings.count(Severity.ERROR) > errors;
        fault = anyErrors ? lower(fault, Fault.INPUT_DATA.exit()) : fault;
      } catch (Refusal refusal) {
        if (!goesOn) {
          throw refusal;
        }
        findings.append(refusal.findings());
        ledgers.add(Ledger.unread(InputOptions.name(file)));
        fault = lower(fault, refusal.fault().exit());
      }
    }
    return fault;
  }

  /** Of two exit codes the lower one that says that something is wrong. */
  private static int lower(int fault, int other) {
    return fault == 0 || other == 0 ? Math.max(fault, other) : Math.min(fault, other);
  }

  private static @Nullable Declared declared(Call call) {
    Declared said = InputOptions.declaredIfAny(call);
    String key = call.option("key");
    if (key == null) {
      return said;
    }
    return (said == null ? Declared.nothing() : said).withKey(List.of(key.split(",")));
  }

  /**
   * The project file and every source of it.
   *
   * @param file {@code null} for the one of {@code -p}, of the environment or nearby
   * @param rejects is given each row set aside once, also when two sources read its file
   */
  private static int project(
      Call call,
      @Nullable Path file,
      FindingLog log,
      List<Ledger> ledgers,
      @Nullable Consumer<Check.Rejected> rejects)
      throws IOException {
    List<Ledger> ofSources = new ArrayList<>();
    try (GatheredFindings found = new GatheredFindings()) {
      int fault;
      try {
        ProjectOptions.Opened opened =
            file == null ? ProjectOptions.open(call) : ProjectOptions.open(file);
        found.add(opened.found());
        Build.Checkup checkup = Build.check(
            opened.project(),
            ProjectOptions.METHODS,
            ProjectOptions.options(call),
            found,
            rejects == null ? null : once(rejects));
        ofSources.addAll(checkup.ledgers());
        fault = checkup.fault().map(Fault::exit).orElse(0);
      } catch (Refusal refusal) {
        found.add(refusal.findings());
        fault = refusal.fault().exit();
      }
      found.into(log, ofSources.stream().map(Ledger::file).toList());
      ledgers.addAll(ofSources);
      return fault;
    }
  }

  private static Consumer<Check.Rejected> once(Consumer<Check.Rejected> rejects) {
    Map<String, BitSet> given = new HashMap<>();
    return row -> {
      BitSet lines = given.computeIfAbsent(row.file(), file -> new BitSet());
      if (!lines.get(row.line())) {
        lines.set(row.line());
        rejects.accept(row);
      }
    };
  }

  private static int exit(Call call, FindingLog findings, int fault) {
    String failOn = call.option("fail-on", "error");
    if (failOn.equals("never")) {
      return 0;
    }
    boolean isGated = failOn.equals("warn") && findings.count(Severity.WARNING) > 0;
    return fault == 0 && isGated ? Fault.GATE.exit() : fault;
  }

  private static void write(Call call, FindingLog findings, List<Ledger> ledgers)
      throws IOException {
    FindingForm form = FindingForm.find(call.option("format", "text")).orElse(null);
    if (form != null) {
      Results.toPlace(call, out -> form.write(findings, ledgers, out));
      return;
    }
    Results.toPlace(call, out -> {
      PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
      Severity least = call.flag("quiet") ? Severity.WARNING : Severity.NOTE;
      Findings.print(lines, findings, call.language(), call.colour(), least);
      for (Ledger ledger : ledgers) {
        lines.println(Findings.sum(ledger));
      }
      lines.println(Findings.summary(findings));
      lines.flush();
    });
  }
}
