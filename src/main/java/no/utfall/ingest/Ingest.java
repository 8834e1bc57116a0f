package no.utfall.ingest;

import no.utfall.problem.Loaded;

/** The way in: every file passes here. */
public final class Ingest {

  private Ingest() {}

  /**
   * Reads a file whole.
   *
   * @return the rows that could be read, with every finding; with an error among them the frame must not be used
   */
  public static Loaded<Reading> read(Input input, Declared declared, Limits limits) {
    throw new UnsupportedOperationException("not yet");
  }
}
