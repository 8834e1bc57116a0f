package no.utfall;

import java.nio.file.Path;
import java.util.List;

/** The program as a user meets it: arguments in, bytes and an exit code out. */
@FunctionalInterface
public interface CommandLine {

  /** What a run left behind. */
  record Outcome(int exit, String out, String err) {}

  /** Runs in a folder: arguments that name files below it are found there. */
  Outcome run(Path workingFolder, List<String> arguments);
}
