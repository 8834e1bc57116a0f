package no.utfall.render;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the chart library draws, kept as shapes. It draws lines and areas in one plain plane; words are set by the
 * layout, and images, transforms and clips do not occur.
 */
final class Ink extends Graphics2D {

  private final List<Item> items;
  private final RenderingHints hints = new RenderingHints(Map.of());
  private Paint paint = Color.BLACK;
  private Stroke stroke = Theme.HAIR;
  private Composite composite = AlphaComposite.SrcOver;
  private Color background = Color.WHITE;
  private @Nullable Font font;
  private @Nullable Shape clip;

  Ink(List<Item> items) {
    this.items = items;
  }

  @Override
  public void draw(Shape shape) {
    boolean nothing = shape instanceof Line2D line && line.getP1().equals(line.getP2());
    Color colour = colour();
    if (!nothing && colour.getAlpha() > 0 && stroke instanceof BasicStroke basic) {
      items.add(new Item.Outlined(kept(shape), colour, basic));
    }
  }

  @Override
  public void fill(Shape shape) {
    Color colour = colour();
    boolean nothing = shape instanceof Rectangle2D rectangle && rectangle.isEmpty();
    if (!nothing && colour.getAlpha() > 0) {
      items.add(new Item.Filled(kept(shape), colour));
    }
  }

  /** A copy: the library draws the same object again in another place. */
  private static Shape kept(Shape shape) {
    if (shape instanceof RectangularShape known) {
      return (Shape) known.clone();
    }
    return shape instanceof Line2D line ? (Shape) line.clone() : new Path2D.Double(shape);
  }

  private Color colour() {
    if (!(paint instanceof Color colour)) {
      throw unused();
    }
    float alpha = composite instanceof AlphaComposite mixed ? mixed.getAlpha() : 1;
    return alpha == 1
        ? colour
        : new Color(
            colour.getRed(),
            colour.getGreen(),
            colour.getBlue(),
            Math.round(alpha * colour.getAlpha()));
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("charts are made of lines and plain areas");
  }

  @Override
  public void setPaint(Paint next) {
    paint = next;
  }

  @Override
  public Paint getPaint() {
    return paint;
  }

  @Override
  public void setColor(Color next) {
    paint = next;
  }

  @Override
  public Color getColor() {
    return paint instanceof Color colour ? colour : Color.BLACK;
  }

  @Override
  public void setStroke(Stroke next) {
    stroke = next;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setComposite(Composite next) {
    composite = next;
  }

  @Override
  public Composite getComposite() {
    return composite;
  }

  @Override
  public void setBackground(Color next) {
    background = next;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    if (value == null) {
      hints.remove(key);
    } else {
      hints.put(key, value);
    }
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> next) {
    hints.clear();
    hints.putAll(next);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    hints.putAll(more);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return (RenderingHints) hints.clone();
  }

  @Override
  public void setFont(@Nullable Font next) {
    font = next;
  }

  @Override
  public @Nullable Font getFont() {
    return font;
  }

  @Override
  public void setClip(@Nullable Shape next) {
    clip = next;
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public void clip(@Nullable Shape next) {
    clip = next;
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public @Nullable Shape getClip() {
    return clip;
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    return clip == null ? null : clip.getBounds();
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform();
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public Graphics create() {
    throw unused();
  }

  @Override
  public void dispose() {
    // nothing is held
  }

  @Override
  public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
    throw unused();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw unused();
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    throw unused();
  }

  @Override
  public FontMetrics getFontMetrics(Font other) {
    throw unused();
  }

  @Override
  public void translate(int x, int y) {
    throw unused();
  }

  @Override
  public void translate(double x, double y) {
    throw unused();
  }

  @Override
  public void rotate(double theta) {
    throw unused();
  }

  @Override
  public void rotate(double theta, double x, double y) {
    throw unused();
  }

  @Override
  public void scale(double x, double y) {
    throw unused();
  }

  @Override
  public void shear(double x, double y) {
    throw unused();
  }

  @Override
  public void transform(AffineTransform next) {
    throw unused();
  }

  @Override
  public void setTransform(AffineTransform next) {
    throw unused();
  }

  @Override
  public void setPaintMode() {
    throw unused();
  }

  @Override
  public void setXORMode(Color other) {
    throw unused();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw unused();
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    throw unused();
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    throw unused();
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    throw unused();
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    throw unused();
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    throw unused();
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int arc) {
    throw unused();
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int arc) {
    throw unused();
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int n) {
    throw unused();
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int n) {
    throw unused();
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int n) {
    throw unused();
  }

  @Override
  public void drawString(String text, int x, int y) {
    throw unused();
  }

  @Override
  public void drawString(String text, float x, float y) {
    throw unused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    throw unused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw unused();
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    throw unused();
  }

  @Override
  public boolean drawImage(Image image, AffineTransform form, ImageObserver observer) {
    throw unused();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp filter, int x, int y) {
    throw unused();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform form) {
    throw unused();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform form) {
    throw unused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color paper, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, Color paper, ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw unused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color paper,
      ImageObserver observer) {
    throw unused();
  }
}
