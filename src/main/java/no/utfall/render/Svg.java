package no.utfall.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A picture as an SVG element: text as text, numbers with at most two decimals, named for those who do not see it. */
final class Svg {

  private static final String FONTS = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";

  private Svg() {}

  /** @param id unique in the page that holds the element */
  static String write(Picture picture, String id) {
    Markup svg = new Markup();
    String width = Integer.toString(picture.width());
    String height = Integer.toString(picture.height());
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img",
        "aria-labelledby",
        id + "-t " + id + "-d",
        "font-family",
        FONTS);
    svg.line().element("title", picture.title(), "id", id + "-t");
    svg.line().element("desc", picture.description(), "id", id + "-d");
    svg.line().open("g", "aria-hidden", "true");
    List<Item> items = picture.items();
    for (int i = 0; i < items.size(); i++) {
      svg.line();
      Item item = items.get(i);
      if (item instanceof Item.Filled filled) {
        List<String> look = new ArrayList<>(paint("fill", filled.colour()));
        if (i + 1 < items.size()
            && items.get(i + 1) instanceof Item.Outlined edge
            && edge.shape().equals(filled.shape())) {
          look.addAll(outline(edge));
          i++;
        }
        shape(svg, filled.shape(), look);
      } else if (item instanceof Item.Outlined outlined) {
        List<String> look = new ArrayList<>(List.of("fill", "none"));
        look.addAll(outline(outlined));
        shape(svg, outlined.shape(), look);
      } else if (item instanceof Item.Word word) {
        word(svg, word);
      }
    }
    return svg.line().close().line().close().line().toString();
  }

  private static void word(Markup svg, Item.Word word) {
    List<String> look = new ArrayList<>(List.of("x", number(word.x()), "y", number(word.y())));
    look.addAll(List.of("font-size", number(word.size())));
    if (word.face() == Typeface.BOLD) {
      look.addAll(List.of("font-weight", "bold"));
    }
    if (word.anchor() != Item.Anchor.START) {
      look.addAll(List.of("text-anchor", word.anchor().code));
    }
    look.addAll(paint("fill", word.colour()));
    // another typeface is squeezed or stretched into the place measured for ours
    look.addAll(List.of("textLength", number(word.width()), "lengthAdjust", "spacingAndGlyphs"));
    svg.element("text", word.text(), look.toArray(String[]::new));
  }

  private static void shape(Markup svg, Shape shape, List<String> look) {
    List<String> attributes = new ArrayList<>();
    String tag;
    if (shape instanceof Rectangle2D r) {
      tag = "rect";
      attributes.addAll(List.of("x", number(r.getX()), "y", number(r.getY())));
      attributes.addAll(List.of("width", number(r.getWidth()), "height", number(r.getHeight())));
    } else if (shape instanceof Line2D l) {
      tag = "line";
      attributes.addAll(List.of("x1", number(l.getX1()), "y1", number(l.getY1())));
      attributes.addAll(List.of("x2", number(l.getX2()), "y2", number(l.getY2())));
    } else if (shape instanceof Ellipse2D e) {
      tag = "circle";
      attributes.addAll(List.of("cx", number(e.getCenterX()), "cy", number(e.getCenterY())));
      attributes.addAll(List.of("r", number(e.getWidth() / 2)));
    } else {
      tag = "path";
      attributes.addAll(List.of("d", path(shape)));
    }
    attributes.addAll(look);
    svg.empty(tag, attributes.toArray(String[]::new));
  }

  private static String path(Shape shape) {
    StringBuilder d = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> step(d, 'M', at, 2);
        case PathIterator.SEG_LINETO -> step(d, 'L', at, 2);
        case PathIterator.SEG_QUADTO -> step(d, 'Q', at, 4);
        case PathIterator.SEG_CUBICTO -> step(d, 'C', at, 6);
        default -> d.append('Z');
      }
    }
    return d.toString();
  }

  private static void step(StringBuilder d, char command, double[] at, int numbers) {
    d.append(command);
    for (int i = 0; i < numbers; i++) {
      d.append(i == 0 ? "" : " ").append(number(at[i]));
    }
  }

  private static List<String> paint(String property, Color colour) {
    String digits = Integer.toHexString(0x1000000 | colour.getRGB() & 0xFFFFFF).substring(1);
    return colour.getAlpha() == 255
        ? List.of(property, "#" + digits)
        : List.of(property, "#" + digits, property + "-opacity", number(colour.getAlpha() / 255.0));
  }

  private static List<String> outline(Item.Outlined outlined) {
    BasicStroke stroke = outlined.stroke();
    List<String> look = new ArrayList<>(paint("stroke", outlined.colour()));
    if (stroke.getLineWidth() != 1) {
      look.addAll(List.of("stroke-width", number(stroke.getLineWidth())));
    }
    if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND && stroke.getLineWidth() > 1) {
      look.addAll(List.of("stroke-linejoin", "round"));
    }
    float[] dash = stroke.getDashArray();
    if (dash != null) {
      StringBuilder lengths = new StringBuilder();
      for (float length : dash) {
        lengths.append(lengths.isEmpty() ? "" : " ").append(number(length));
      }
      look.addAll(List.of("stroke-dasharray", lengths.toString()));
    }
    return look;
  }

  /** At most two decimals, no sign on zero. */
  static String number(double x) {
    long hundredths = Math.round(x * 100);
    String sign = hundredths < 0 ? "-" : "";
    long size = Math.abs(hundredths);
    String whole = sign + size / 100;
    long rest = size % 100;
    if (rest == 0) {
      return whole;
    }
    return whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
  }
}
