package no.utfall.engine;

import java.nio.file.Path;

/**
 * What the engine may use. Results do not depend on it.
 *
 * @param threads how many at once
 * @param memory mebibytes outside the heap; what does not fit is written to the temporary folder
 * @param temporary a folder in which the engine makes one of its own, open to the user alone, and removes it
 */
public record Room(int threads, int memory, Path temporary) {

  private static final int MEMORY = 1024;

  public Room {
    if (threads < 1 || memory < 1) {
      throw new IllegalArgumentException(threads + " threads, " + memory + " MiB");
    }
  }

  /** Every processor, 1 GiB, the temporary folder of the system. */
  public static Room standard() {
    return new Room(
        Runtime.getRuntime().availableProcessors(),
        MEMORY,
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  public Room withThreads(int number) {
    return new Room(number, memory, temporary);
  }
}
