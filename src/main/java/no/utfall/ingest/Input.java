package no.utfall.ingest;

import java.nio.file.Path;

/** Where bytes come from, and the name under which findings speak of them. */
public sealed interface Input {

  String name();

  /** A file on disk. */
  record OfFile(String name, Path path) implements Input {}

  /** Bytes already there, such as standard input. */
  record OfBytes(String name, byte[] bytes) implements Input {}
}
