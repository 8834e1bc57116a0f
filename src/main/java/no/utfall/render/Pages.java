package no.utfall.render;

import java.util.Map;
import no.utfall.text.Language;
import no.utfall.view.Document;

/** Documents to bytes. */
public final class Pages {

  private Pages() {}

  /**
   * One self-contained page.
   *
   * @param others file names of the same page in the other languages, for the links at the top
   */
  public static byte[] html(Document document, Language language, Map<Language, String> others) {
    throw new UnsupportedOperationException("not yet");
  }

  public static byte[] markdown(Document document, Language language) {
    throw new UnsupportedOperationException("not yet");
  }
}
