package no.utfall.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.CommandLine;

/** Runs cases on a folder of reference numbers. */
final class Runner {

  /** Done; or one of the analyses was not possible, and what was is there to be compared. */
  private static final List<Integer> EXITS_WITH_A_TABLE = List.of(0, 5);

  private final CommandLine commandLine;
  private final Path folder;

  Runner(CommandLine commandLine, Path folder) {
    this.commandLine = commandLine;
    this.folder = folder.toAbsolutePath().normalize();
  }

  Verdict run(Case one) {
    if (one.isSkipped()) {
      return Verdict.skipped(one);
    }
    try {
      Path dir = below(folder, one.dir());
      CommandLine.Outcome outcome = commandLine.run(dir, arguments(one));
      if (!EXITS_WITH_A_TABLE.contains(outcome.exit())) {
        return Verdict.failed(
            one.name(),
            "exit " + outcome.exit() + ": " + outcome.err().strip().replace("\n", "\n  "));
      }
      Comparison comparison = new Comparison(one, Sheet.parse("our table", outcome.out()));
      for (Case.Expect expect : one.expects()) {
        comparison.with(
            expect, Sheet.parse(expect.file(), Files.readString(below(dir, expect.file()))));
      }
      return comparison.verdict();
    } catch (Sheet.Incomparable e) {
      return Verdict.failed(one.name(), e.getMessage());
    } catch (IOException | RuntimeException e) {
      return Verdict.failed(one.name(), e.toString());
    }
  }

  private static List<String> arguments(Case one) {
    List<String> arguments = new ArrayList<>(one.run());
    if (!arguments.contains("-f") && !arguments.contains("--format")) {
      arguments.addAll(List.of("-f", "csv"));
    }
    return arguments;
  }

  private static Path below(Path root, String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new Sheet.Incomparable("'" + name + "' leaves the folder");
    }
    if (!Files.exists(path)) {
      throw new Sheet.Incomparable("there is no " + path);
    }
    return path;
  }
}
