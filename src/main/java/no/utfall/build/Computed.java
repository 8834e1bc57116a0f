package no.utfall.build;

import java.util.List;
import java.util.Optional;
import no.utfall.text.Language;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Table;

/** What a project comes to, not written: its declared tables, charts and reports, made when asked for. */
public final class Computed {

  private final Publication publication;
  private final Outcome outcome;

  Computed(Publication publication, Outcome outcome) {
    this.publication = publication;
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The names of the tables, charts or reports that the project declares. */
  public List<String> names(Node.Kind kind) {
    return publication.declared(kind);
  }

  public Optional<Table> table(String id, Language language) {
    return publication.table(id, language);
  }

  public Optional<Chart> chart(String id) {
    return publication.chart(id);
  }

  public Optional<Document> report(String id, Language language) {
    return publication.report(id, language);
  }
}
