package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import no.utfall.catalog.Catalog;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.method.Card;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall methods}: what can be computed, one line each, with the question it answers. */
final class MethodsCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "methods",
        Text.of(
            "List metodene og spørsmålet hver av dem svarer på",
            "List opp metodane og spørsmålet kvar av dei svarar på",
            "List the methods and the question each one answers"),
        "",
        0,
        0,
        List.of(Usage.OUTPUT, Results.FORMAT),
        List.of("utfall methods", "utfall methods -f json", "utfall explain did"));
  }

  @Override
  public int run(Call call) throws IOException {
    Language language = call.language();
    TextColumn.Builder ids = TextColumn.builder("method");
    TextColumn.Builder titles = TextColumn.builder("title");
    TextColumn.Builder questions = TextColumn.builder("question");
    TextColumn.Builder tables = TextColumn.builder("tables");
    for (Catalog entry : Catalog.values()) {
      Card card = entry.load().card();
      ids.add(card.id());
      titles.add(card.title().in(language));
      questions.add(card.question().in(language));
      tables.add(String.join(" ", card.tables().stream().map(Card.Named::name).toList()));
    }
    Results.write(
        call,
        Table.plain(
            "methods", Frame.of(ids.build(), titles.build(), questions.build(), tables.build())));
    return 0;
  }
}
