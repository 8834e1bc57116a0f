package no.utfall.render;

import java.text.Normalizer;
import no.utfall.text.Language;
import no.utfall.text.Text;

/** The words that pictures and pages add themselves. */
final class Words {

  static final Text SOURCE = Text.of("Kilde", "Kjelde", "Source");
  static final Text NOTHING =
      Text.of("Ingen tall å vise", "Ingen tal å vise", "No numbers to show");
  static final Text NUMBERS =
      Text.of("Tallene i figuren", "Tala i figuren", "The numbers in the chart");
  static final Text SKIP = Text.of("Hopp til innholdet", "Hopp til innhaldet", "Skip to content");
  static final Text LANGUAGES = Text.of("Språk", "Språk", "Languages");
  static final Text CONTENTS = Text.of("Innhold", "Innhald", "Contents");
  static final Text CHART = Text.of("Figur", "Figur", "Chart");
  static final Text TABLE = Text.of("Tabell", "Tabell", "Table");

  static final Text NOTES = Text.of("Merknader", "Merknader", "Notes");

  private Words() {}

  /** The name of a language, in that language. */
  static String name(Language language) {
    return switch (language) {
      case NB -> "Bokmål";
      case NN -> "Nynorsk";
      case EN -> "English";
    };
  }

  /** Composed letters, and nothing that steers. */
  static String clean(String text) {
    return Visible.inline(Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
  }

  /** {@code Kilde: …}, unless the text says so itself. */
  static String source(Text text, Language language) {
    String source = clean(text.in(language));
    String lead = SOURCE.in(language) + ": ";
    return source.isEmpty() || source.startsWith(lead) ? source : lead + source;
  }
}
