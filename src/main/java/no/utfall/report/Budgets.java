package no.utfall.report;

import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Table;

/** Names of budgets where a method, which knows codes only, wrote these. */
final class Budgets {

  private final Ledgered ledger;
  private final Language language;

  /** @param language of the cells of tables */
  Budgets(Ledgered ledger, Language language) {
    this.ledger = ledger;
    this.language = language;
  }

  /** For how many persons the amounts are; blank when not said. */
  Text per() {
    return ledger.persons() > 0
        ? Text.of(
                "Beløpene er for {0} personer i ett år. ",
                "Beløpa er for {0} personar i eitt år. ",
                "Amounts are for {0} persons in one year. ")
            .with(Phrases.count((long) ledger.persons()))
        : Text.none();
  }

  Text named(Text text) {
    Text named = text;
    for (var budget : ledger.budgets().entrySet()) {
      named = new Titled(budget.getKey(), budget.getValue()).in(named);
    }
    return Phrases.capital(named);
  }

  Chart named(Chart chart, String id) {
    Chart named = chart;
    for (var budget : ledger.budgets().entrySet()) {
      named = new Titled(budget.getKey(), budget.getValue()).in(named, id, Text.none());
    }
    Table twin = named.twin();
    return new Chart(
        id,
        Phrases.capital(named.title()),
        per().plus(named.subtitle()),
        named.source(),
        named.alt(),
        named.x(),
        named.y(),
        named.marks(),
        new Table(
            id + "-table",
            Phrases.capital(twin.title()),
            twin.note(),
            twin.columns(),
            named(twin.frame())));
  }

  private Frame named(Frame frame) {
    Frame named = frame;
    for (String column : frame.names()) {
      if (frame.column(column) instanceof TextColumn cells) {
        TextColumn.Builder builder = TextColumn.builder(column);
        for (int row = 0; row < cells.size(); row++) {
          Text title = ledger.budgets().get(cells.get(row));
          builder.add(title == null ? cells.get(row) : title.in(language));
        }
        named = named.with(builder.build());
      }
    }
    return named;
  }
}
