package no.utfall.cli;

import java.nio.file.Path;
import no.utfall.build.ProjectFile;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
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

  private ProjectOptions() {}

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
