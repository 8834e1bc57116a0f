package no.utfall.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Language;
import no.utfall.view.Document.Share;
import no.utfall.view.Tone;

/**
 * One bar of three or so parts: the number in each part, its words in it where they fit, else below with a line up to
 * it. Parts differ in grey too: dark, middling, and pale with stripes.
 */
final class ShareBar {

  private static final int WIDTH = 728;
  private static final double TITLE = 14;
  private static final double NUMBER = 22;
  private static final double WORDS = 13;
  private static final double BAR = 64;
  private static final double STRIPE = 9;
  private static final Color PALE = new Color(0xEEF0F2);
  private static final Color STRIPES = new Color(0xC9CED3);

  private final Share share;
  private final Language language;
  private final List<Item> items = new ArrayList<>();

  private ShareBar(Share share, Language language) {
    this.share = share;
    this.language = language;
  }

  static Picture of(Share share, Language language) {
    return new ShareBar(share, language).picture();
  }

  private Picture picture() {
    String title = Words.clean(share.title().in(language));
    double top = 6;
    for (String line : Typeface.REGULAR.wrap(title, TITLE, WIDTH, 2)) {
      top += 18;
      items.add(
          new Item.Word(line, 0, top - 5, TITLE, Typeface.REGULAR, Theme.QUIET, Item.Anchor.START));
    }
    top += 4;
    List<Share.Part> below = new ArrayList<>();
    List<Double> at = new ArrayList<>();
    double x = 0;
    for (Share.Part part : share.parts()) {
      double width = WIDTH * part.of100() / 100.0;
      if (part.of100() > 0 && !part(part, x, top, width)) {
        below.add(part);
        at.add(x + width / 2);
      }
      x += width;
    }
    double bottom = top + BAR + below(below, at, top + BAR);
    List<Item> all = new ArrayList<>();
    all.add(new Item.Filled(new Rectangle2D.Double(0, 0, WIDTH, bottom), Theme.PAPER));
    all.addAll(items);
    return new Picture(WIDTH, (int) Math.ceil(bottom), title, described(), all);
  }

  private String described() {
    StringBuilder words = new StringBuilder();
    for (Share.Part part : share.parts()) {
      words
          .append(words.isEmpty() ? "" : ", ")
          .append(part.of100())
          .append(' ')
          .append(Words.clean(part.label().in(language)));
    }
    return words.append('.').toString();
  }

  /** Whether the words stood in it. */
  private boolean part(Share.Part part, double x, double top, double width) {
    Rectangle2D rectangle = new Rectangle2D.Double(x + 1, top, Math.max(1, width - 2), BAR);
    boolean pale = part.tone() == Tone.CONTEXT;
    items.add(new Item.Filled(rectangle, pale ? PALE : Theme.colour(part.tone())));
    if (pale) {
      stripes(rectangle);
      items.add(new Item.Outlined(rectangle, Theme.AXIS, Theme.HAIR));
    }
    Color ink = part.tone() == Tone.FOCUS ? Theme.PAPER : Theme.INK;
    String number = Long.toString(part.of100());
    String words = Words.clean(part.label().in(language));
    double wide = Typeface.REGULAR.width(words, WORDS);
    double middle = x + width / 2;
    boolean both = wide + 16 <= width;
    if (Typeface.BOLD.width(number, NUMBER) + 6 <= width) {
      double y = top + (both ? BAR / 2 : BAR / 2 + 8);
      double plate = Typeface.BOLD.width(number, NUMBER);
      if (pale) {
        double reach = Math.max(plate, both ? wide : 0) / 2 + 8;
        items.add(new Item.Filled(
            new Rectangle2D.Double(middle - reach, top + 6, 2 * reach, BAR - 12), PALE));
      }
      items.add(new Item.Word(number, middle, y, NUMBER, Typeface.BOLD, ink, Item.Anchor.MIDDLE));
      if (both) {
        items.add(
            new Item.Word(words, middle, y + 20, WORDS, Typeface.REGULAR, ink, Item.Anchor.MIDDLE));
      }
      return both;
    }
    return false;
  }

  private void stripes(Rectangle2D r) {
    for (double start = r.getX() - r.getHeight(); start < r.getMaxX(); start += STRIPE) {
      double from = Math.max(start, r.getX());
      double to = Math.min(start + r.getHeight(), r.getMaxX());
      if (to > from) {
        items.add(new Item.Outlined(
            new Line2D.Double(from, r.getMaxY() - (from - start), to, r.getMaxY() - (to - start)),
            STRIPES,
            new BasicStroke(1.5f)));
      }
    }
  }

  /** The words of narrow parts, side by side; how much room they took. */
  private double below(List<Share.Part> parts, List<Double> at, double y) {
    double free = 0;
    for (int k = 0; k < parts.size(); k++) {
      String words =
          parts.get(k).of100() + " " + Words.clean(parts.get(k).label().in(language));
      double wide = Typeface.REGULAR.width(words, WORDS);
      double left = Math.max(free, Math.min(WIDTH - wide, at.get(k) - wide / 2));
      items.add(new Item.Outlined(
          new Line2D.Double(at.get(k), y, at.get(k), y + 7), Theme.AXIS, Theme.HAIR));
      items.add(new Item.Word(
          words, left, y + 21, WORDS, Typeface.REGULAR, Theme.INK, Item.Anchor.START));
      free = left + wide + 14;
    }
    return parts.isEmpty() ? 2 : 28;
  }
}
