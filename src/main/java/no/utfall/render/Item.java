package no.utfall.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;

/** One thing in a picture, in the order of drawing. */
sealed interface Item {

  record Filled(Shape shape, Color colour) implements Item {}

  record Outlined(Shape shape, Color colour, BasicStroke stroke) implements Item {}

  /** A line of text; x is where it starts, is centred or ends. */
  record Word(
      String text, double x, double y, double size, Typeface face, Color colour, Anchor anchor)
      implements Item {

    double width() {
      return face.width(text, size);
    }

    double left() {
      return switch (anchor) {
        case START -> x;
        case MIDDLE -> x - width() / 2;
        case END -> x - width();
      };
    }
  }

  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    final String code;

    Anchor(String code) {
      this.code = code;
    }
  }
}
