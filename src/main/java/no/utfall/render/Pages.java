package no.utfall.render;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.utfall.text.Language;
import no.utfall.view.Document;

/** Documents to bytes, in UTF-8. */
public final class Pages {

  private Pages() {}

  /**
   * One self-contained page: no script, nothing from the network, every chart followed by its numbers, well-formed as
   * XML. Paper shows what is folded away on the screen.
   *
   * @param others file names of the same page in the other languages, for the links at the top
   */
  public static byte[] html(Document document, Language language, Map<Language, String> others) {
    return new HtmlPage(document, language).write(others).getBytes(StandardCharsets.UTF_8);
  }

  /** Charts are links to {@code <id>.<language>.svg} beside the file. */
  public static byte[] markdown(Document document, Language language) {
    return new MarkdownPage(document, language).write().getBytes(StandardCharsets.UTF_8);
  }
}
