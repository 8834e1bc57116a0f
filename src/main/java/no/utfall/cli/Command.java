package no.utfall.cli;

import java.io.IOException;

/** One word of the command line. */
interface Command {

  Usage usage();

  /**
   * Does what was asked.
   *
   * @return the exit code
   */
  int run(Call call) throws IOException;
}
