package no.utfall.ingest;

import java.util.Set;
import java.util.function.Consumer;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a file only to say what is wrong with it. */
public final class Check {

  private Check() {}

  /**
   * A row that was set aside.
   *
   * @param row as it stands in the file, cut at the longest cell that is allowed
   * @param code of the first error on it, empty when it holds no number
   */
  public record Rejected(String file, int line, String row, String code, String reason) {}

  /**
   * Every finding about a file and what became of its rows.
   *
   * <p>Unless columns or a key are declared, the built-in schema {@code kommune-aar} is used when two of its column names
   * stand in the header (case and spaces aside) or when line 1 looks like a row of it. Another file is checked by the roles of its columns
   * when its publisher's profile, a column called the number of the municipality ({@code kommunenr}) or the user gives them; otherwise for structure only, and a note names the roles that its
   * columns could have.
   *
   * <p>A profile is checked as what it is, and a note says so.
   *
   * @param roles of columns, as the user names them
   * @param log is given everything that is found
   * @param rejects is given each row set aside, in the order of the file; {@code null} when nobody asks for them, as the
   *     log must be complete for it
   * @throws Refusal as {@link Ingest#read}, when a profile is not understood, and of a file that holds no table
   */
  public static Ledger run(
      Input input,
      @Nullable Declared declared,
      Tidying.Said roles,
      Limits limits,
      FindingLog log,
      @Nullable Consumer<Rejected> rejects) {
    if (input instanceof Input.OfFile file && file.name().endsWith(Profile.FILE_END)) {
      Profile.of(file.name());
      log.add(Finding.note(
          "N125",
          Location.ofFile(file.name()),
          "",
          "checked as a profile, which says how other files are read: every line of it is understood",
          "check a file with it:  utfall check FILE --profile " + file.name()));
      return Ledger.unread(file.name());
    }
    if (input.name().endsWith(".yaml") || input.name().endsWith(".yml")) {
      throw new Refusal(
          Fault.INPUT_DATA,
          Finding.error(
              "E124",
              Location.ofFile(input.name()),
              "",
              "this is YAML, which holds no table, and it is no project file",
              "start a project file with 'utfall: 1'; export tables as CSV"));
    }
    Declared said = declared == null ? Declared.nothing() : declared;
    if (!roles.isNothing()) {
      return RoleCheck.run(input, said, roles, limits, log, rejects);
    }
    Reader reader = Reader.open(input, said, limits, Found.forLog(input.name()));
    boolean isKnown = !reader.profile().isOfNobody()
        || !KommuneAar.isMeant(reader.headings())
            && reader.headings().stream().anyMatch(h -> KommuneAar.isNumberOfUnit(h.name()));
    if (reader.isReadable() && isKnown) {
      return RoleCheck.run(input, said, roles, limits, log, rejects);
    }
    reader.found().into(log);
    Body body = checked(reader, said);
    if (rejects != null) {
      body.rejected(log.ofLastPart(), rejects);
    }
    return body.ledger();
  }

  private static Body checked(Reader reader, Declared said) {
    boolean isSaid =
        !said.types().isEmpty() || !said.key().isEmpty() || !said.wide().isEmpty();
    if (!isSaid && KommuneAar.isMeant(reader.headings())) {
      KommuneAar schema = new KommuneAar(reader);
      if (schema.headerFits()) {
        Body body = Body.look(reader, schema.declared(said), schema.texts());
        schema.check(body, body.seen());
        return body;
      }
    }
    Body body = Body.look(reader, said, Set.of());
    body.seen();
    if (reader.isReadable() && said.types().isEmpty()) {
      RoleCheck.tellStructureOnly(reader, said, body.ledger().read());
    }
    return body;
  }
}
