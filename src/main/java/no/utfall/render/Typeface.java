package no.utfall.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled typeface, measured and outlined without the fonts of the machine, so that every machine lays out alike.
 * Its advance widths are those of Arial and Helvetica, which a browser has.
 */
enum Typeface {
  REGULAR("LiberationSans-Regular.ttf"),
  BOLD("LiberationSans-Bold.ttf");

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final int[] advances;
  private final double em;

  Typeface(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Typeface.class.getResourceAsStream("fonts/" + file), file)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
      glyphs = font.getUnicodeCmapLookup();
      em = font.getUnitsPerEm();
      advances = new int[font.getNumberOfGlyphs()];
      for (int glyph = 0; glyph < advances.length; glyph++) {
        advances[glyph] = font.getAdvanceWidth(glyph);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The width of a text; letters that the typeface lacks count one em. */
  double width(String text, double size) {
    double units = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      units += advance(text.codePointAt(i));
    }
    return units * size / em;
  }

  private double advance(int codePoint) {
    int glyph = glyphs.getGlyphId(codePoint);
    return glyph == 0 ? em : advances[glyph];
  }

  /** The outline of a text whose baseline starts here. */
  synchronized Path2D outline(String text, double x, double y, double size) {
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / em;
    double pen = x;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      outline.append(
          glyph(codePoint).getPathIterator(new AffineTransform(scale, 0, 0, -scale, pen, y)),
          false);
      pen += advance(codePoint) * scale;
    }
    return outline;
  }

  private Path2D glyph(int codePoint) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
      return glyph == null ? new Path2D.Double() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text in lines no wider than this, broken at spaces and after hyphens and slashes; within a word only where it
   * alone is too wide. What does not fit in the lines allowed ends in an ellipsis.
   */
  List<String> wrap(String text, double size, double width, int lines) {
    List<String> wrapped = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty()) {
      if (width(rest, size) <= width) {
        wrapped.add(rest);
        break;
      }
      if (wrapped.size() == lines - 1) {
        wrapped.add(rest.substring(0, fitting(rest, size, width - width("…", size)))
                .strip() + "…");
        break;
      }
      int end = fitting(rest, size, width);
      int cut = breakBefore(rest, end);
      wrapped.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    return wrapped;
  }

  /** How many leading chars fit, at least one whole letter. */
  private int fitting(String text, double size, double width) {
    int end = Character.charCount(text.codePointAt(0));
    double used = advance(text.codePointAt(0)) * size / em;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += advance(codePoint) * size / em;
      if (used > width) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private static int breakBefore(String text, int end) {
    for (int i = end; i > 0; i--) {
      boolean space = i < text.length() && text.charAt(i) == ' ';
      char last = text.charAt(i - 1);
      boolean joint = i < end + 1 && (last == '-' || last == '/' || last == '–');
      if (space || last == ' ' || joint && i > 1) {
        return i;
      }
    }
    return end;
  }
}
