package no.utfall.ingest;

import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;

/** The way in: every file passes here. */
public final class Ingest {

  private Ingest() {}

  /**
   * Reads a file whole.
   *
   * <p>Bytes become text by the byte order mark, the pattern of NUL bytes, then strict UTF-8; windows-1252 only when
   * it is declared or when a publisher's profile is recognised. The delimiter is the one of {@code ; , tab |} that
   * gives every line the same number of fields. Cells are typed by {@link Declared#types()}, never by what they look
   * like; a number with two possible readings is an error that names both. What is certain and loses nothing is taken,
   * with a note.
   *
   * @return the rows that could be read, with every finding; with an error among them the frame must not be used. A
   *     file without any row gives a frame without columns.
   * @throws Refusal when the file is missing, a folder, too large, or packed and damaged
   */
  public static Loaded<Reading> read(Input input, Declared declared, Limits limits) {
    return Body.read(Reader.open(input, declared, limits), declared).reading();
  }

  /**
   * Reads a file for those who need no other columns than the ones whose types are declared: all cells are looked at
   * and all findings told, but other columns need not be in the frame.
   */
  public static Loaded<Reading> readDeclared(Input input, Declared declared, Limits limits) {
    return Body.look(
            Reader.open(input, declared, limits), declared, declared.types().keySet())
        .reading();
  }
}
