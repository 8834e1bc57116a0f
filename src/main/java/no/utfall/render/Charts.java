package no.utfall.render;

import java.nio.charset.StandardCharsets;
import no.utfall.text.Language;
import no.utfall.view.Chart;

/**
 * Charts to bytes. Both pictures hold title, subtitle and source; positions on an axis of categories run from the left,
 * and from the top. Charts of bars and dots whose names do not fit side by side are turned. Safe to call from several
 * threads; the fonts, locale and time of the machine play no part.
 */
public final class Charts {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Charts() {}

  /** A file of scalable graphics, the same bytes on every machine. */
  public static byte[] svg(Chart chart, Language language) {
    String svg = Svg.write(Layout.of(chart, language), id(chart, language));
    return (DECLARATION + svg).getBytes(StandardCharsets.UTF_8);
  }

  /** What stands in a file of SVG, to stand in a page. */
  static String inline(byte[] svg) {
    return new String(svg, StandardCharsets.UTF_8).substring(DECLARATION.length());
  }

  /** A picture in pixels, two for each unit of the SVG; the edges of shapes may differ between versions of Java. */
  public static byte[] png(Chart chart, Language language) {
    return Png.write(Layout.of(chart, language));
  }

  /** A name for use in markup. */
  static String id(Chart chart, Language language) {
    return "chart-" + chart.id().replaceAll("[^A-Za-z0-9_-]", "-") + "-" + language.code();
  }
}
