package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.utfall.catalog.Catalog;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Text;

/** {@code utfall man [COMMAND]}: a manual page in roff, for {@code man -l -}. */
final class ManCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "man",
        Text.of(
            "Skriv manualsiden for en kommando",
            "Skriv manualsida for ein kommando",
            "Print the manual page of a command"),
        "COMMAND",
        0,
        1,
        List.of(Usage.OUTPUT),
        List.of("utfall man did | man -l -"));
  }

  @Override
  public int run(Call call) throws IOException {
    String page = call.positionals().isEmpty()
        ? overview(call.language())
        : page(call.positionals().get(0), call.language());
    Results.toPlace(call, out -> Main.print(out, page));
    return 0;
  }

  private static String overview(Language language) throws IOException {
    StringBuilder page = head("utfall", "from effort to effect");
    page.append(".SH SYNOPSIS\nutfall COMMAND [OPTION]...\n.SH COMMANDS\n");
    for (String word : Commands.words()) {
      Usage usage = Commands.find(word).orElseThrow().usage();
      page.append(".TP\n.B ")
          .append(word)
          .append('\n')
          .append(safe(usage.summary().in(language)))
          .append('\n');
    }
    return page.append(EXITS).toString();
  }

  private static String page(String word, Language language) throws IOException {
    Command command = Commands.find(word)
        .orElseThrow(() ->
            Refusal.commandLine("utfall has no command '" + word + "'", "utfall help  lists them"));
    Usage usage = command.usage();
    StringBuilder page = head("utfall-" + word, usage.summary().in(language));
    page.append(".SH SYNOPSIS\nutfall ").append(word).append(" [OPTION]...");
    page.append(usage.most() == 0 ? "\n" : " " + safe(usage.positional()) + "\n");
    if (!usage.examples().isEmpty()) {
      page.append(".SH EXAMPLES\n.nf\n");
      usage.examples().forEach(example -> page.append(safe(example)).append('\n'));
      page.append(".fi\n");
    }
    page.append(".SH OPTIONS\n");
    for (Option option : usage.allOptions()) {
      page.append(".TP\n.B ")
          .append(safe(String.join(", ", Usage.names(option))))
          .append('\n');
      page.append(safe(option.help().in(language))).append('\n');
      if (!option.choices().isEmpty()) {
        page.append(safe("(" + String.join(" ", option.choices()) + ")")).append('\n');
      }
    }
    Optional<Method> method = Catalog.method(word);
    method.map(Method::card).ifPresent(card -> method(page, card, language));
    return page.append(EXITS).toString();
  }

  private static void method(StringBuilder page, Card card, Language language) {
    page.append(".SH FORMULA\n").append(safe(card.formula().in(language))).append('\n');
    list(page, "ASSUMPTIONS", card.assumptions(), language);
    list(page, "WHEN NOT TO USE IT", card.notWhen(), language);
    page.append(".SH LITERATURE\n");
    for (Card.Reference reference : card.literature()) {
      String doi = reference.doi().isEmpty() ? "" : " doi:" + reference.doi();
      page.append(".IP \\(bu 2\n").append(safe(reference.citation() + doi)).append('\n');
    }
  }

  private static void list(StringBuilder page, String title, List<Text> items, Language language) {
    page.append(".SH ").append(title).append('\n');
    items.forEach(
        item -> page.append(".IP \\(bu 2\n").append(safe(item.in(language))).append('\n'));
  }

  private static StringBuilder head(String name, String what) throws IOException {
    return new StringBuilder(".TH ")
        .append(name.toUpperCase(Locale.ROOT))
        .append(" 1 \"\" \"utfall ")
        .append(Main.version())
        .append("\"\n.SH NAME\n")
        .append(safe(name + " - " + what))
        .append('\n');
  }

  private static final String EXITS = """
      .SH EXIT STATUS
      0 done; 1 gate not passed; 2 command line; 3 project file; 4 input data; 5 analysis not possible;
      6 stopped by disclosure control; 7 cannot read or write; 70 a fault of utfall; 130, 143 interrupted.
      """;

  /** Lines that start with a dot or quote would be requests, and a backslash an escape. */
  private static String safe(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
  }
}
