package no.utfall.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.text.Language;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Document.Block;

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
    return html(document, language, others, Map.of());
  }

  /** The same, with the {@link #pictures} that are drawn already. */
  public static byte[] html(
      Document document,
      Language language,
      Map<Language, String> others,
      Map<String, byte[]> drawn) {
    return new HtmlPage(document, language, drawn).write(others).getBytes(StandardCharsets.UTF_8);
  }

  /** Charts are links to the {@link #pictures} beside the file. */
  public static byte[] markdown(Document document, Language language) {
    return new MarkdownPage(document, language).write().getBytes(StandardCharsets.UTF_8);
  }

  /** The charts of a document as SVG, by the file names to which its Markdown links. */
  public static Map<String, byte[]> pictures(Document document, Language language) {
    Map<String, byte[]> pictures = new TreeMap<>();
    addPictures(document, document.blocks(), language, pictures);
    return pictures;
  }

  private static void addPictures(
      Document document, List<Block> blocks, Language language, Map<String, byte[]> to) {
    for (Block block : blocks) {
      if (block instanceof Document.ChartBlock chart) {
        to.computeIfAbsent(
            picture(document, chart.chart(), language),
            name -> Charts.svg(chart.chart(), language));
      } else if (block instanceof Document.Fold fold) {
        addPictures(document, fold.blocks(), language, to);
      }
    }
  }

  /** {@code <document>/<chart>.<language>.svg}. */
  static String picture(Document document, Chart chart, Language language) {
    return document.id() + "/" + chart.id() + "." + language.code() + ".svg";
  }
}
