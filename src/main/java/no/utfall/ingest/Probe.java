package no.utfall.ingest;

import java.util.Arrays;
import java.util.List;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** The start of a text too large to be read whole: how it is to be read, recognised as every other file is. */
public final class Probe {

  private Probe() {}

  /**
   * How a text is read.
   *
   * @param headerLine from 1
   * @param columns names in the order of the fields; blank for a field without a name
   */
  public record Dialect(String encoding, char delimiter, int headerLine, List<String> columns) {
    public Dialect {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Recognises a plain table with one line of header.
   *
   * @param start the first bytes of the file
   * @param isWhole whether they are the whole file
   * @throws Refusal when it is something else, or needs a declaration
   */
  public static Loaded<Dialect> of(String name, byte[] start, boolean isWhole, Declared declared) {
    byte[] records = isWhole ? start : Arrays.copyOf(start, lastRecordEnd(start));
    Reader reader = Reader.open(new Input.OfBytes(name, records), declared, Limits.DEFAULT);
    if (!reader.isReadable() || reader.found().hasErrors()) {
      throw new Refusal(Fault.INPUT_DATA, reader.found().all());
    }
    Recognition seen = reader.recognition('\0', List.of());
    if (!reader.profile().isPlain() || seen.headerLines() != 1 || reader.page().isSheet()) {
      throw new Refusal(
          Fault.INPUT_DATA,
          Finding.error(
              "E306",
              Location.ofFile(name),
              "",
              "this is no plain table of rows below one header, but "
                  + reader.profile().title(),
              "utfall tidy reads exports of publishers"));
    }
    List<String> columns = reader.headings().stream()
        .map(heading -> heading.isPhantom() ? "" : heading.name())
        .toList();
    return new Loaded<>(
        new Dialect(seen.encoding(), seen.delimiter().charAt(0), seen.headerLine(), columns),
        reader.found().all());
  }

  /** After the last line end outside quotes; all when there is none. */
  private static int lastRecordEnd(byte[] start) {
    int end = 0;
    boolean quoted = false;
    for (int i = 0; i < start.length; i++) {
      quoted ^= start[i] == '"';
      if (!quoted && start[i] == '\n') {
        end = i + 1;
      }
    }
    return end == 0 ? start.length : end;
  }
}
