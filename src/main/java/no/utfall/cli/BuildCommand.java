package no.utfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import no.utfall.build.Build;
import no.utfall.build.Node;
import no.utfall.build.Outcome;
import no.utfall.build.Progress;
import no.utfall.problem.Fault;
import no.utfall.problem.Severity;
import no.utfall.text.Text;

/** {@code utfall build}: reads, computes and writes a whole project. */
final class BuildCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "build",
        Text.of(
            "Bygg et prosjekt: les, regn ut, skriv tabeller, figurer og sider",
            "Bygg eit prosjekt: les, rekn ut, skriv tabellar, figurar og sider",
            "Build a project: read, compute, write tables, charts and pages"),
        "",
        0,
        0,
        List.of(Usage.PROJECT, ProjectOptions.NO_CACHE, ProjectOptions.THREADS, Usage.FAIL_ON),
        List.of("utfall build -p sample-data", "utfall plan -p sample-data"));
  }

  @Override
  public int run(Call call) throws IOException {
    long start = System.nanoTime();
    ProjectOptions.Opened opened = ProjectOptions.open(call);
    Outcome outcome = Build.run(
        opened.project(), ProjectOptions.METHODS, ProjectOptions.withCache(call), new Lines(call));
    ProjectOptions.say(call, opened.found());
    ProjectOptions.say(call, outcome.told());
    long warnings = outcome.told().count(Severity.WARNING)
        + opened.found().stream()
            .filter(finding -> finding.severity() == Severity.WARNING)
            .count();
    if (!call.flag("quiet")) {
      call.console().err().println(wrote(outcome));
      call.console()
          .err()
          .println(String.format(
              Locale.ROOT,
              "done in %.1f s: %s",
              (System.nanoTime() - start) / 1e9,
              Findings.summary(outcome.told().count(Severity.ERROR), warnings)));
    }
    if (!call.flag("quiet")) {
      outcome
          .headline()
          .ifPresent(words -> call.console().err().println("\n" + words.in(call.language())));
    }
    int exit = outcome.fault().map(Fault::exit).orElse(0);
    return exit == 0 && warnings > 0 && call.option("fail-on", "error").equals("warn")
        ? Fault.GATE.exit()
        : exit;
  }

  private static String wrote(Outcome outcome) {
    int files = outcome.files().size();
    if (files == 0) {
      return "nothing was written; what stood in " + outcome.dir().getFileName() + " is unchanged";
    }
    return outcome.unchanged()
        ? "nothing has changed; " + files + " files in " + shown(outcome.dir()) + " are up to date"
        : "wrote " + files + " files to " + shown(outcome.dir());
  }

  /** As short as it can be said from here. */
  private static String shown(Path dir) {
    Path here = Path.of("").toAbsolutePath();
    Path there = dir.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there).toString() : there.toString();
  }

  /** A line a node on standard error, when it is done; on a terminal also what is under way. */
  private static final class Lines implements Progress {
    private final Call call;
    private final boolean shown;
    private final boolean live;

    Lines(Call call) {
      this.call = call;
      this.shown = !call.flag("quiet");
      this.live = call.console().errIsTerminal() && shown;
    }

    @Override
    public void started(Node node) {
      if (live) {
        call.console().err().print("\r  …     " + node.id() + "\u001b[K");
      }
    }

    @Override
    public void done(Outcome.Built built) {
      if (live) {
        call.console().err().print("\r\u001b[K");
      }
      if (shown) {
        call.console()
            .err()
            .println(String.format(
                Locale.ROOT,
                "  %-6s %-32s %-28s %5.1f s",
                built.standing().code(),
                built.node().id(),
                built.summary(),
                built.millis() / 1e3));
      }
    }
  }
}
