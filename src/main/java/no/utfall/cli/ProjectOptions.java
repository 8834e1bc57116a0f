package no.utfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.utfall.build.Build;
import no.utfall.build.Computed;
import no.utfall.build.Node;
import no.utfall.build.Progress;
import no.utfall.build.Project;
import no.utfall.build.ProjectFile;
import no.utfall.catalog.Catalog;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.text.Nearest;
import no.utfall.text.Text;

/** What commands that work on a project share. */
final class ProjectOptions {

  static final Option THREADS = Option.integer(
      "threads",
      null,
      Text.of(
          "Antall tråder; resultatet er det samme",
          "Talet på trådar; resultatet er det same",
          "How many threads; the result is the same"));

  static final Option NO_CACHE = Option.flag(
      "no-cache",
      Text.of(
          "Bygg alt på nytt, også når ingenting er endret",
          "Bygg alt på nytt, òg når ingenting er endra",
          "Build everything again, also when nothing has changed"));

  static final Function<String, Optional<Method>> METHODS = Catalog::method;

  private ProjectOptions() {}

  /** A project file that was read, and what was found in it. */
  record Opened(Project project, List<Finding> found) {}

  static Opened open(Call call) {
    return open(file(call));
  }

  static Opened open(Path file) {
    Loaded<Project> loaded = ProjectFile.read(file, METHODS);
    return new Opened(loaded.value(), loaded.findings());
  }

  static Build.Options options(Call call) throws IOException {
    return new Build.Options(threads(call), Main.version(), System::nanoTime);
  }

  /** As {@link #options}, and what was made before need not be made again. */
  static Build.Options withCache(Call call) throws IOException {
    String program = Program.identity();
    boolean cache = !program.isEmpty() && !call.flag(NO_CACHE.name());
    return new Build.Options(threads(call), Main.version(), System::nanoTime, program, cache);
  }

  /** Everything a project declares, computed and not written; what was found goes to standard error. */
  static Computed compute(Call call) throws IOException {
    Opened opened = open(call);
    Computed computed = Build.compute(opened.project(), METHODS, options(call), Progress.SILENT);
    say(call, opened.found());
    say(call, computed.outcome().told());
    if (exit(computed) != 0 && exit(computed) != Fault.ANALYSIS.exit()) {
      throw new Refusal(computed.outcome().fault().orElseThrow(), List.of());
    }
    return computed;
  }

  static int exit(Computed computed) {
    return computed.outcome().fault().map(Fault::exit).orElse(0);
  }

  static void say(Call call, List<Finding> findings) {
    Findings.print(call.console().err(), findings, call.language(), call.colour(), least(call));
  }

  static void say(Call call, FindingLog findings) {
    Findings.print(call.console().err(), findings, call.language(), call.colour(), least(call));
  }

  private static Severity least(Call call) {
    return call.flag("quiet")
        ? Severity.ERROR
        : call.flag("verbose") ? Severity.NOTE : Severity.WARNING;
  }

  /** The one that was named, or the only one there is. */
  static <T> T one(
      Call call, Computed computed, Node.Kind kind, Function<String, Optional<T>> find) {
    List<String> names = computed.names(kind);
    String all = names.isEmpty()
        ? "the project declares none under outputs"
        : "one of: " + String.join(" ", names);
    if (call.positionals().isEmpty() && names.size() != 1) {
      throw Refusal.commandLine("name the " + kind.code() + " to show", all);
    }
    String id = call.positionals().isEmpty() ? names.get(0) : call.positionals().get(0);
    return find.apply(id)
        .orElseThrow(() -> names.contains(id)
            ? Refusal.analysis(
                "E701",
                id,
                "the " + kind.code() + " '" + id + "' has nothing to show",
                "see the findings")
            : Refusal.commandLine(
                "the project has no " + kind.code() + " '" + id + "'",
                Nearest.to(id, names)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse(all)));
  }

  /** The project file of {@code -p}, else of {@code UTFALL_PROJECT}, else searched upwards from here. */
  static Path file(Call call) {
    String given = call.typed("project");
    if (given == null) {
      given = call.console().env("UTFALL_PROJECT");
    }
    String start = given == null ? "." : given;
    return ProjectFile.find(Path.of(start))
        .orElseThrow(() -> new Refusal(
            Fault.PROJECT_FILE,
            Finding.error(
                "E809",
                Location.ofFile(start),
                "",
                "there is no utfall.yaml here or above",
                "name the folder with -p DIR, or start a project with  utfall init DIR")));
  }

  static int threads(Call call) {
    String typed = call.typed("threads");
    String wanted = typed != null ? typed : call.console().env("UTFALL_THREADS");
    if (wanted == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!wanted.matches("[1-9][0-9]{0,3}")) {
      throw Refusal.commandLine(
          "--threads: '" + wanted + "' is not a number of threads", "write a whole number from 1");
    }
    return Integer.parseInt(wanted);
  }
}
