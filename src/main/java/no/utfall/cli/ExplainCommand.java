package no.utfall.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.utfall.catalog.Catalog;
import no.utfall.catalog.Manual;
import no.utfall.method.Method;
import no.utfall.problem.Codes;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Nearest;
import no.utfall.text.Text;

/** {@code utfall explain CODE|METHOD}: what a finding means, or how a method computes. */
final class ExplainCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "explain",
        Text.of(
            "Forklar en kode i et funn, en metode, eller historien til en kommune",
            "Forklar ein kode i eit funn, ein metode, eller historia til ein kommune",
            "Explain the code of a finding, a method, or the history of a municipality"),
        "CODE|METHOD|UNIT",
        1,
        1,
        List.of(Usage.OUTPUT),
        List.of("utfall explain E506", "utfall explain did", "utfall explain 1507"));
  }

  @Override
  public int run(Call call) throws IOException {
    String wanted = call.positionals().get(0);
    Language language = call.language();
    String page = Catalog.method(wanted)
        .map(Method::card)
        .map(card -> Manual.page(card, language))
        .or(() -> code(wanted, language))
        .or(() -> UnitStory.of(wanted, language))
        .orElseThrow(() -> unknown(wanted));
    Results.toPlace(call, out -> Main.print(out, page));
    return 0;
  }

  private static Optional<String> code(String wanted, Language language) {
    return Codes.find(wanted.toUpperCase(Locale.ROOT))
        .map(entry ->
            entry.code() + ": " + entry.title().in(language) + "\n\n" + entry.explanation() + "\n");
  }

  private static Refusal unknown(String wanted) {
    List<String> known = new ArrayList<>(Catalog.methods());
    Codes.all().forEach(entry -> known.add(entry.code()));
    known.addAll(UnitStory.names());
    String fix = Nearest.to(wanted, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("utfall methods  lists the methods; codes stand in findings, such as E506;"
            + " utfall codes list  lists the municipalities");
    return Refusal.commandLine(
        "there is no method, no code and no municipality '" + wanted + "'", fix);
  }
}
