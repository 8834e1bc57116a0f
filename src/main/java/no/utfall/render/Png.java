package no.utfall.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as pixels, two to each unit; words are drawn as outlines, so no font of the machine is asked for. */
final class Png {

  private static final int SCALE = 2;

  private Png() {}

  static byte[] write(Picture picture) {
    BufferedImage image = new BufferedImage(
        SCALE * picture.width(), SCALE * picture.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(SCALE, SCALE);
    for (Item item : picture.items()) {
      if (item instanceof Item.Filled filled) {
        pen.setPaint(filled.colour());
        pen.fill(filled.shape());
      } else if (item instanceof Item.Outlined outlined) {
        pen.setPaint(outlined.colour());
        pen.setStroke(outlined.stroke());
        pen.draw(outlined.shape());
      } else if (item instanceof Item.Word word) {
        pen.setPaint(word.colour());
        pen.fill(word.face().outline(word.text(), word.left(), word.y(), word.size()));
      }
    }
    pen.dispose();
    return encode(image);
  }

  /** Through memory: the writer's own cache would be a temporary file. */
  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
