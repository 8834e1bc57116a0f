package no.utfall.ingest;

import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a file only to say what is wrong with it. */
public final class Check {

  private Check() {}

  /**
   * Every finding about a file and what became of its rows.
   *
   * <p>Without a declaration the built-in schema {@code kommune-aar} is used when two of its column names stand in the
   * header (case and spaces aside) or when line 1 looks like a row of it; any other file is checked for structure only.
   *
   * @throws Refusal as {@link Ingest#read}
   */
  public static Loaded<Ledger> run(Input input, @Nullable Declared declared, Limits limits) {
    Declared said = declared == null ? Declared.nothing() : declared;
    Reader reader = Reader.open(input, said, limits);
    if (declared != null || !KommuneAar.isMeant(reader.headings())) {
      Body body = Body.read(reader, said);
      return body.reading().map(Reading::ledger);
    }
    KommuneAar schema = new KommuneAar(reader);
    if (!schema.headerFits()) {
      Body body = Body.read(reader, said);
      return new Loaded<>(body.ledger(), reader.found().all());
    }
    Body body = Body.read(reader, schema.declared(said));
    schema.check(body, body.reading().value().frame());
    return new Loaded<>(body.ledger(), reader.found().all());
  }
}
