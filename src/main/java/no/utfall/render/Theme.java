package no.utfall.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import no.utfall.view.Tone;

/**
 * The house colours, each at least 3:1 on white and darker where it writes text (4.5:1); tones differ by dash and shape
 * as well, so that they differ in grey.
 */
final class Theme {

  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x1A1A1A);
  static final Color QUIET = new Color(0x3D3D3D);
  static final Color FAINT = new Color(0x595959);
  static final Color AXIS = new Color(0x6F6F6F);
  static final Color GRID = new Color(0xE3E3E3);

  static final BasicStroke HAIR = line(1);
  static final BasicStroke NULL_RULE = line(1.25f, 2, 3);

  private Theme() {}

  static Color colour(Tone tone) {
    return switch (tone) {
      case FOCUS -> new Color(0x12436D);
      case SECOND -> new Color(0x28A197);
      case THIRD -> new Color(0x801650);
      case FOURTH -> new Color(0xF46A25);
      case CONTEXT -> AXIS;
    };
  }

  /** The colour of a tone where it writes words. */
  static Color writing(Tone tone) {
    return switch (tone) {
      case FOCUS, THIRD -> colour(tone);
      case SECOND -> new Color(0x1A7069);
      case FOURTH -> new Color(0xA8430F);
      case CONTEXT -> FAINT;
    };
  }

  /** A band lets the grid and other bands through. */
  static Color tint(Tone tone) {
    Color c = colour(tone);
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), tone == Tone.CONTEXT ? 46 : 51);
  }

  /** Bars of the two darkest tones would be one grey: the third and fourth are pale with an outline. */
  static Color bar(Tone tone) {
    return switch (tone) {
      case FOCUS, SECOND -> colour(tone);
      case THIRD -> new Color(0xE6D0DC);
      case FOURTH -> new Color(0xFDE1D3);
      case CONTEXT -> new Color(0x8C8C8C);
    };
  }

  static BasicStroke stroke(Tone tone) {
    return switch (tone) {
      case FOCUS -> line(2.5f);
      case SECOND -> line(2.25f, 8, 4);
      case THIRD -> line(2.25f, 2.5f, 3);
      case FOURTH -> line(2.25f, 9, 3, 2.5f, 3);
      case CONTEXT -> line(1.5f);
    };
  }

  /** Intervals are thinner than lines and never dashed. */
  static BasicStroke interval(Tone tone) {
    return line(tone == Tone.CONTEXT ? 1 : 1.5f);
  }

  /** A shape around a place, of about the same weight for every tone. */
  static Shape shape(Tone tone, double x, double y, double radius) {
    return switch (tone) {
      case FOCUS, CONTEXT -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      case SECOND -> {
        double half = 0.9 * radius;
        yield new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
      }
      case THIRD -> {
        double wide = 1.1 * radius;
        double foot = y + 0.8 * radius;
        yield polygon(x, y - 1.2 * radius, x + wide, foot, x - wide, foot);
      }
      case FOURTH -> {
        double half = 1.3 * radius;
        yield polygon(x, y - half, x + half, y, x, y + half, x - half, y);
      }
    };
  }

  /** Shapes of the context are open. */
  static Color filling(Tone tone) {
    return tone == Tone.CONTEXT ? PAPER : colour(tone);
  }

  private static Shape polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static BasicStroke line(float width, float... dash) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash.length == 0 ? null : dash, 0);
  }
}
