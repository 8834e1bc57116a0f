package no.utfall.catalog;

import java.util.List;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.text.Language;
import no.utfall.text.Text;

/** The manual page of a method, made from its card: what {@code explain} prints and what the manual holds. */
public final class Manual {

  private static final Text OPTIONS = Text.of("Valg", "Val", "Options");
  private static final Text NEEDED = Text.of("må oppgis", "må oppgjevast", "needed");
  private static final Text FALLBACK = Text.of("ellers", "elles", "default");
  private static final Text MEASURES =
      Text.of("Mål i resultatet", "Mål i resultatet", "Measures in the result");
  private static final Text TABLES = Text.of("Andre tabeller", "Andre tabellar", "Second tables");
  private static final Text FORMULA = Text.of("Formel", "Formel", "Formula");
  private static final Text ASSUMPTIONS = Text.of("Forutsetninger", "Føresetnader", "Assumptions");
  private static final Text NOT_WHEN =
      Text.of("Når den ikke passer", "Når han ikkje høver", "When not to use it");
  private static final Text PEERS = Text.of(
      "Samsvar med andre programmer", "Samsvar med andre program", "Agreement with other programs");
  private static final Text LITERATURE = Text.of("Litteratur", "Litteratur", "Literature");
  private static final Text EXAMPLES = Text.of("Eksempler", "Døme", "Examples");

  private Manual() {}

  /** One page of Markdown. */
  public static String page(Card card, Language language) {
    StringBuilder page = new StringBuilder();
    page.append("# ")
        .append(card.id())
        .append(": ")
        .append(card.title().in(language))
        .append("\n\n");
    page.append(card.question().in(language)).append('\n');
    heading(page, EXAMPLES, language);
    card.example().forEach(example -> page.append("    ").append(example).append('\n'));
    heading(page, OPTIONS, language);
    for (Option option : card.options()) {
      page.append("- `--")
          .append(option.name())
          .append("` ")
          .append(option.help().in(language));
      if (!option.choices().isEmpty()) {
        page.append(": ").append(String.join(" | ", option.choices()));
      }
      String fallback = option.fallback();
      if (fallback != null) {
        page.append(" (")
            .append(FALLBACK.in(language))
            .append(' ')
            .append(fallback)
            .append(')');
      } else if (option.required()) {
        page.append(" (").append(NEEDED.in(language)).append(')');
      }
      page.append('\n');
    }
    named(page, MEASURES, card.measures(), language);
    named(page, TABLES, card.tables(), language);
    heading(page, FORMULA, language);
    card.formula()
        .in(language)
        .lines()
        .forEach(line -> page.append("    ").append(line).append('\n'));
    bullets(page, ASSUMPTIONS, card.assumptions(), language);
    bullets(page, NOT_WHEN, card.notWhen(), language);
    if (!card.peers().isEmpty()) {
      heading(page, PEERS, language);
      card.peers()
          .forEach(peer -> page.append("- ")
              .append(peer.name())
              .append(": ")
              .append(peer.note().in(language))
              .append('\n'));
    }
    heading(page, LITERATURE, language);
    for (Card.Reference reference : card.literature()) {
      page.append("- ").append(reference.citation());
      page.append(reference.doi().isEmpty() ? "\n" : " doi:" + reference.doi() + "\n");
    }
    return page.toString();
  }

  private static void heading(StringBuilder page, Text title, Language language) {
    page.append("\n## ").append(title.in(language)).append("\n\n");
  }

  private static void named(
      StringBuilder page, Text title, List<Card.Named> items, Language language) {
    if (!items.isEmpty()) {
      heading(page, title, language);
      items.forEach(item -> page.append("- `")
          .append(item.name())
          .append("` ")
          .append(item.meaning().in(language))
          .append('\n'));
    }
  }

  private static void bullets(StringBuilder page, Text title, List<Text> items, Language language) {
    if (!items.isEmpty()) {
      heading(page, title, language);
      items.forEach(item -> page.append("- ").append(item.in(language)).append('\n'));
    }
  }
}
