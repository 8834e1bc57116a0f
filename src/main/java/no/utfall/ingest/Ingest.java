package no.utfall.ingest;

import java.util.function.Consumer;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

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
   * As {@link #read(Input, Declared, Limits)}, with every finding in a log, however many they are: with an error among
   * them the frame must not be used.
   *
   * @param rejects is given each row set aside, in the order of the file; {@code null} when nobody asks for them, as the
   *     log must be complete for it
   */
  public static Reading read(
      Input input,
      Declared declared,
      Limits limits,
      FindingLog log,
      @Nullable Consumer<Check.Rejected> rejects) {
    Reader reader = Reader.open(input, declared, limits, Found.forLog(input.name()));
    reader.found().into(log);
    Body body = Body.read(reader, declared);
    Reading reading = body.reading().value();
    if (rejects != null) {
      body.rejected(log.ofLastPart(), rejects);
    }
    return reading;
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
