package no.utfall.ingest;

import java.util.Set;
import java.util.function.Consumer;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a file only to say what is wrong with it. */
public final class Check {

  private Check() {}

  /**
   * A row that was set aside.
   *
   * @param row as it stands in the file, cut at the longest cell that is allowed
   * @param code of the first error on it, empty when it holds no number or its error is beyond those listed
   */
  public record Rejected(String file, int line, String row, String code, String reason) {}

  /**
   * Every finding about a file and what became of its rows.
   *
   * <p>Unless columns or a key are declared, the built-in schema {@code kommune-aar} is used when two of its column names
   * stand in the header (case and spaces aside) or when line 1 looks like a row of it. Another file is checked by the roles of its columns
   * when its publisher's profile or the user gives them; otherwise for structure only, and a note names the roles that its
   * columns could have.
   *
   * @throws Refusal as {@link Ingest#read}
   */
  public static Loaded<Ledger> run(Input input, @Nullable Declared declared, Limits limits) {
    return run(input, declared, Tidying.Said.NOTHING, limits, row -> {});
  }

  /**
   * As {@link #run(Input, Declared, Limits)}, handing on the rows set aside.
   *
   * @param roles of columns, as the user names them
   * @param rejects is given each row set aside, in the order of the file
   */
  public static Loaded<Ledger> run(
      Input input,
      @Nullable Declared declared,
      Tidying.Said roles,
      Limits limits,
      Consumer<Rejected> rejects) {
    Declared said = declared == null ? Declared.nothing() : declared;
    if (!roles.equals(Tidying.Said.NOTHING)) {
      return RoleCheck.run(input, said, roles, limits, rejects);
    }
    Reader reader = Reader.open(input, said, limits);
    if (reader.isReadable() && !reader.profile().isPlain()) {
      return RoleCheck.run(input, said, roles, limits, rejects);
    }
    boolean isSaid =
        !said.types().isEmpty() || !said.key().isEmpty() || !said.wide().isEmpty();
    if (isSaid || !KommuneAar.isMeant(reader.headings())) {
      return looked(reader, said, rejects);
    }
    KommuneAar schema = new KommuneAar(reader);
    if (!schema.headerFits()) {
      return looked(reader, said, rejects);
    }
    Body body = Body.look(reader, schema.declared(said), KommuneAar.TEXTS);
    schema.check(body, body.seen());
    body.rejected(rejects);
    return new Loaded<>(body.ledger(), reader.found().all());
  }

  private static Loaded<Ledger> looked(
      Reader reader, Declared declared, Consumer<Rejected> rejects) {
    Body body = Body.look(reader, declared, Set.of());
    Ledger ledger = body.checked();
    body.rejected(rejects);
    if (reader.isReadable() && declared.types().isEmpty()) {
      RoleCheck.tellStructureOnly(reader, declared, ledger.read());
    }
    return new Loaded<>(ledger, reader.found().all());
  }
}
