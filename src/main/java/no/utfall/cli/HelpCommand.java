package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.catalog.Catalog;
import no.utfall.catalog.Group;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Text;

/** {@code utfall help [COMMAND]}. */
final class HelpCommand implements Command {

  private static final Text ABOUT = Text.of(
      "utfall: fra innsats til effekt. Leser eksporter av offentlig statistikk, regner ut indikatorer og effekter med"
          + " usikkerhet,\nog holder innsats opp mot effekt.",
      "utfall: frå innsats til effekt. Les eksportar av offentleg statistikk, reknar ut indikatorar og effektar med"
          + " uvisse,\nog held innsats opp mot effekt.",
      "utfall: from effort to effect. Reads exports of official statistics, computes indicators and effects with"
          + " uncertainty,\nand holds what is put in against what it changes.");
  private static final Text MORE = Text.of(
      "Hjelp til ett ord:  utfall help ORD",
      "Hjelp til eitt ord:  utfall help ORD",
      "Help for one word:  utfall help WORD");

  @Override
  public Usage usage() {
    return new Usage(
        "help",
        Text.of(
            "Vis denne oversikten, eller hjelp til én kommando",
            "Vis denne oversikta, eller hjelp til éin kommando",
            "Show this overview, or help for one command"),
        "COMMAND",
        0,
        1,
        List.of(),
        List.of("utfall help", "utfall help did"));
  }

  @Override
  public int run(Call call) throws IOException {
    if (call.positionals().isEmpty()) {
      overview(call.language(), call.console().out());
      return 0;
    }
    String word = call.positionals().get(0);
    Command command = Commands.find(word)
        .orElseThrow(() ->
            Refusal.commandLine("utfall has no command '" + word + "'", "utfall help  lists them"));
    Main.print(call.console().out(), Parser.page(command.usage(), call.language()));
    return 0;
  }

  static void overview(Language language, OutputStream to) throws IOException {
    Map<Group, StringBuilder> groups = new TreeMap<>();
    for (Commands entry : Commands.values()) {
      line(groups, entry.group(), entry.word(), entry.load().usage().summary().in(language));
    }
    for (Catalog entry : Catalog.values()) {
      line(groups, entry.group(), entry.id(), entry.load().card().title().in(language));
    }
    StringBuilder page = new StringBuilder(ABOUT.in(language)).append("\n\n");
    groups.forEach((group, lines) ->
        page.append(group.title().in(language)).append('\n').append(lines).append('\n'));
    page.append(MORE.in(language)).append('\n');
    Main.print(to, page.toString());
  }

  private static void line(
      Map<Group, StringBuilder> groups, Group group, String word, String summary) {
    groups
        .computeIfAbsent(group, g -> new StringBuilder())
        .append("  ")
        .append(word)
        .append(" ".repeat(Math.max(1, 16 - word.length())))
        .append(summary)
        .append('\n');
  }
}
