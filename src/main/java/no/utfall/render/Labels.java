package no.utfall.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.utfall.text.Language;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The names of the marks, each where its mark is: lines and level rules are named at their end in the right margin,
 * upright rules on top, bands between their limits, everything else beside one of its points. What finds no free place is left for the key.
 */
final class Labels {

  static final double WIDTH = 150;
  static final double LINE = 15;

  private static final double GAP = 8;

  /** A line that ends before this part of the axis is named at its own end, not in the margin. */
  private static final double END = 0.95;

  private static final BasicStroke LEADER = new BasicStroke(0.75f);
  private static final Color PLATE = new Color(255, 255, 255, 217);

  private final Language language;
  private final List<Mark> marks;
  private final Scale x;
  private final Scale y;
  private final Rectangle2D area;
  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<Rectangle2D> background = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final Set<Mark> unplaced = new LinkedHashSet<>();

  Labels(Language language, List<Mark> marks, Scale x, Scale y, Rectangle2D area) {
    this.language = language;
    this.marks = marks;
    this.x = x;
    this.y = y;
    this.area = area;
  }

  /** A name in lines, and how much room it takes. */
  private record Block(List<String> lines, Tone tone, Typeface face) {

    /** The focus itself is written in bold, what belongs to it is not. */
    static Block of(Mark mark, Language language, double width) {
      boolean belongs =
          mark instanceof Mark.Band || mark instanceof Mark.Intervals || mark instanceof Mark.Rule;
      Typeface face = mark.tone() == Tone.FOCUS && !belongs ? Typeface.BOLD : Typeface.REGULAR;
      List<String> lines =
          face.wrap(Words.clean(mark.label().in(language)), Layout.SMALL, width, 4);
      return new Block(lines, mark.tone(), face);
    }

    double width() {
      return lines.stream()
          .mapToDouble(line -> face.width(line, Layout.SMALL))
          .max()
          .orElse(0);
    }

    double height() {
      return LINE * lines.size();
    }

    void write(double left, double top, List<Item> to) {
      for (int i = 0; i < lines.size(); i++) {
        to.add(new Item.Word(
            lines.get(i),
            left,
            top + LINE * i + 11.5,
            Layout.SMALL,
            face,
            Theme.writing(tone),
            Item.Anchor.START));
      }
    }
  }

  /** The marks that are named, each name and tone once. */
  static List<Mark> named(List<Mark> marks, Language language) {
    Set<String> seen = new LinkedHashSet<>();
    return marks.stream()
        .filter(mark -> !mark.label().in(language).isBlank())
        .filter(mark -> !(mark instanceof Mark.Rule rule) || Double.isFinite(rule.at()))
        .filter(mark -> seen.add(mark.tone() + mark.label().in(language)))
        .toList();
  }

  /** Where a line or level rule meets the right margin; null for marks that are named elsewhere. */
  private static @Nullable Point end(Mark mark, double low, double high) {
    if (mark instanceof Mark.Rule rule && !rule.upright()) {
      return new Point(high, rule.at());
    }
    Point last = null;
    if (mark instanceof Mark.Line line) {
      for (Point point : line.points()) {
        last = Double.isFinite(point.x()) && Double.isFinite(point.y()) ? point : last;
      }
    }
    return last != null && high > low && last.x() >= low + END * (high - low) ? last : null;
  }

  /** The room the names need to the right of the plot. */
  static double margin(List<Mark> named, Extent across, Language language) {
    double widest = 0;
    for (Mark mark : named) {
      if (end(mark, across.low(), across.high()) != null) {
        widest = Math.max(widest, Block.of(mark, language, WIDTH).width());
      }
    }
    return widest == 0 ? 0 : widest + GAP + 4;
  }

  /** The rows the names of upright rules need above the plot. */
  static int rows(List<Mark> named) {
    return (int) named.stream()
        .filter(mark -> mark instanceof Mark.Rule rule && rule.upright())
        .count();
  }

  /** Places the names; those in the key already are left out. */
  Labels place(List<Mark> named, Set<Mark> keyed, Extent across) {
    marks.forEach(this::occupy);
    List<Mark> ends = new ArrayList<>();
    List<Mark> inside = new ArrayList<>();
    int row = 0;
    for (Mark mark : named) {
      if (keyed.contains(mark)) {
        continue;
      }
      if (mark instanceof Mark.Rule rule && rule.upright()) {
        onTop(rule, row++);
      } else if (end(mark, across.low(), across.high()) != null) {
        ends.add(mark);
      } else {
        inside.add(mark);
      }
    }
    atEnds(ends, across);
    for (Mark mark : inside) {
      if (!(mark instanceof Mark.Band band && within(band))) {
        beside(mark);
      }
    }
    return this;
  }

  List<Item> items() {
    return items;
  }

  Set<Mark> unplaced() {
    return unplaced;
  }

  /** Writes the name of a band between its limits, as far to the right as it fits. */
  private boolean within(Mark.Band band) {
    Block block = Block.of(band, language, WIDTH);
    for (double left = area.getMaxX() - block.width(); left >= area.getMinX(); left -= 6) {
      double upper = Double.NEGATIVE_INFINITY;
      double lower = Double.POSITIVE_INFINITY;
      for (double at = left; at <= left + block.width(); at += 6) {
        Span limits =
            limits(band, x.low() + (at - x.start()) / (x.end() - x.start()) * (x.high() - x.low()));
        upper = Math.max(upper, y.at(limits.high()));
        lower = Math.min(lower, y.at(limits.low()));
      }
      for (double top : new double[] {upper + 2, lower - block.height() - 2}) {
        if (top >= upper && top + block.height() <= lower && free(left, top, block, taken)) {
          write(block, left, top);
          return true;
        }
      }
    }
    return false;
  }

  /** The limits of a band anywhere along x; NaN outside it. */
  private static Span limits(Mark.Band band, double at) {
    Span before = null;
    for (Span span : band.spans()) {
      if (before != null && before.at() <= at && at <= span.at() && before.at() < span.at()) {
        double part = (at - before.at()) / (span.at() - before.at());
        return new Span(
            at,
            before.low() + part * (span.low() - before.low()),
            before.high() + part * (span.high() - before.high()));
      }
      before = span;
    }
    return new Span(at, Double.NaN, Double.NaN);
  }

  private void onTop(Mark.Rule rule, int row) {
    Block block = Block.of(rule, language, area.getWidth());
    double at = x.at(rule.at());
    double left =
        Math.max(area.getMinX(), Math.min(at - block.width() / 2, area.getMaxX() - block.width()));
    double top = area.getMinY() - 4 - LINE * (row + 1);
    write(block, left, top);
    if (row > 0) {
      items.add(new Item.Outlined(
          new Line2D.Double(at, top + LINE, at, area.getMinY()), Theme.AXIS, LEADER));
    }
  }

  /** Names in the margin keep the order of their lines and are pushed apart as little as needed. */
  private void atEnds(List<Mark> ends, Extent across) {
    record Wanted(Mark mark, Block block, Point end, double y) {}
    List<Wanted> wanted = new ArrayList<>();
    for (Mark mark : ends) {
      Point end = end(mark, across.low(), across.high());
      if (end != null) {
        double level = Math.max(area.getMinY(), Math.min(area.getMaxY(), y.at(end.y())));
        wanted.add(new Wanted(mark, Block.of(mark, language, WIDTH), end, level));
      }
    }
    wanted.sort(Comparator.comparingDouble(Wanted::y));
    while (wanted.stream().mapToDouble(w -> w.block().height()).sum() > area.getHeight()) {
      unplaced.add(wanted.remove(wanted.size() - 1).mark());
    }
    double[] tops = new double[wanted.size()];
    for (int i = 0; i < tops.length; i++) {
      Block block = wanted.get(i).block();
      double top = Math.max(area.getMinY() - 6, wanted.get(i).y() - block.height() / 2);
      tops[i] =
          i == 0 ? top : Math.max(top, tops[i - 1] + wanted.get(i - 1).block().height());
    }
    // half of every push is given back, so that a crowd stands around its lines and not below them
    for (int i = tops.length - 1; i > 0; i--) {
      double pushed = tops[i] - (wanted.get(i).y() - wanted.get(i).block().height() / 2);
      double slack = tops[i] - tops[i - 1] - wanted.get(i - 1).block().height();
      if (pushed > 0 && slack <= 0.01) {
        for (int j = i - 1; j >= 0; j--) {
          double above = j == 0
              ? area.getMinY() - 6
              : tops[j - 1] + wanted.get(j - 1).block().height();
          if (tops[j] - above > 0.01) {
            double lift = Math.min(pushed / 2, tops[j] - above);
            for (int k = j; k <= i; k++) {
              tops[k] -= lift;
            }
            break;
          }
        }
      }
    }
    double limit = area.getMaxY() + 6;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], limit - wanted.get(i).block().height());
      limit = tops[i];
    }
    for (int i = 0; i < tops.length; i++) {
      Block block = wanted.get(i).block();
      double left = area.getMaxX() + GAP;
      double middle = tops[i] + block.height() / 2;
      double from = x.at(wanted.get(i).end().x());
      if (Math.abs(middle - wanted.get(i).y()) > 6 || area.getMaxX() - from > 14) {
        items.add(new Item.Outlined(
            new Line2D.Double(from + 6, wanted.get(i).y(), left - 3, middle),
            Theme.writing(block.tone()),
            LEADER));
      }
      block.write(left, tops[i], items);
    }
  }

  private void beside(Mark mark) {
    Block block = Block.of(mark, language, WIDTH);
    List<Rectangle2D> anchors = anchors(mark);
    if (anchors.isEmpty()
        || settled(mark, block, anchors, false)
        || settled(mark, block, anchors, true)) {
      return;
    }
    unplaced.add(mark);
  }

  /** @param plated whether the name may cover the context and bands, on a plate of paper */
  private boolean settled(Mark mark, Block block, List<Rectangle2D> anchors, boolean plated) {
    double width = block.width();
    double height = block.height();
    for (Rectangle2D at : anchors) {
      double[] right = {at.getMaxX() + GAP - 2, at.getCenterY() - height / 2};
      double[] above = {at.getCenterX() - width / 2, at.getMinY() - height - 3};
      double[] below = {at.getCenterX() - width / 2, at.getMaxY() + 3};
      double[] left = {at.getMinX() - GAP + 2 - width, at.getCenterY() - height / 2};
      boolean standing = mark instanceof Mark.Bars bars && bars.upright();
      double[][] corners = standing
          ? new double[][] {above, right, below, left}
          : new double[][] {right, above, below, left};
      for (double[] corner : corners) {
        if (free(corner[0], corner[1], block, taken)
            && (plated || free(corner[0], corner[1], block, background))) {
          if (plated) {
            items.add(new Item.Filled(
                new Rectangle2D.Double(corner[0] - 2, corner[1], width + 4, height), PLATE));
          }
          write(block, corner[0], corner[1]);
          return true;
        }
      }
    }
    return false;
  }

  private boolean free(double left, double top, Block block, List<Rectangle2D> others) {
    Rectangle2D room = new Rectangle2D.Double(left, top, block.width(), block.height());
    Rectangle2D wide = new Rectangle2D.Double(left - 4, top, block.width() + 8, block.height());
    // names may rise a line above the plot, where nothing is drawn
    Rectangle2D allowed = new Rectangle2D.Double(
        area.getX(), area.getY() - LINE, area.getWidth(), area.getHeight() + LINE);
    return allowed.contains(room) && others.stream().noneMatch(wide::intersects);
  }

  private void write(Block block, double left, double top) {
    block.write(left, top, items);
    taken.add(new Rectangle2D.Double(left, top, block.width(), block.height()));
  }

  /** The places of a mark beside which its name may stand, the best first. */
  private List<Rectangle2D> anchors(Mark mark) {
    List<Rectangle2D> all = shapes(mark);
    List<Rectangle2D> few = new ArrayList<>();
    int step = Math.max(1, all.size() / 60);
    for (int i = 0; i < all.size(); i += step) {
      few.add(all.get(i));
    }
    boolean standing = mark instanceof Mark.Bars bars && bars.upright();
    few.sort(
        Comparator.comparingDouble(standing ? Rectangle2D::getCenterX : Rectangle2D::getCenterY));
    return few;
  }

  private void occupy(Mark mark) {
    if (mark instanceof Mark.Line line) {
      along(line);
    } else if (mark instanceof Mark.Band
        || mark instanceof Mark.Dots && mark.tone() == Tone.CONTEXT) {
      background.addAll(shapes(mark));
    } else {
      taken.addAll(shapes(mark));
    }
  }

  private void along(Mark.Line line) {
    Point before = null;
    for (Point point : line.points()) {
      boolean known = Double.isFinite(point.x()) && Double.isFinite(point.y());
      if (known && before != null) {
        double dx = x.at(point.x()) - x.at(before.x());
        double dy = y.at(point.y()) - y.at(before.y());
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / 5);
        for (int i = 0; i <= steps; i++) {
          double part = steps == 0 ? 0 : (double) i / steps;
          taken.add(around(x.at(before.x()) + part * dx, y.at(before.y()) + part * dy, 3));
        }
      }
      before = known ? point : null;
    }
  }

  private List<Rectangle2D> shapes(Mark mark) {
    List<Rectangle2D> shapes = new ArrayList<>();
    if (mark instanceof Mark.Line line) {
      points(line.points(), 4, shapes);
    } else if (mark instanceof Mark.Dots dots) {
      points(dots.points(), Marks.radius(dots) + 1, shapes);
    } else if (mark instanceof Mark.Intervals intervals) {
      spans(intervals.spans(), intervals.upright(), shapes);
    } else if (mark instanceof Mark.Band band) {
      spans(band.spans(), true, shapes);
    } else if (mark instanceof Mark.Bars bars) {
      bars(bars, shapes);
    } else if (mark instanceof Mark.Rule rule && Double.isFinite(rule.at())) {
      shapes.add(
          rule.upright()
              ? new Rectangle2D.Double(x.at(rule.at()) - 1, area.getMinY(), 2, area.getHeight())
              : new Rectangle2D.Double(area.getMinX(), y.at(rule.at()) - 1, area.getWidth(), 2));
    }
    return shapes;
  }

  private void points(List<Point> points, double radius, List<Rectangle2D> to) {
    for (Point point : points) {
      if (Double.isFinite(point.x()) && Double.isFinite(point.y())) {
        to.add(around(x.at(point.x()), y.at(point.y()), radius));
      }
    }
  }

  private void spans(List<Span> spans, boolean upright, List<Rectangle2D> to) {
    for (Span span : spans) {
      if (Double.isNaN(span.at()) || Double.isNaN(span.low()) || Double.isNaN(span.high())) {
        continue;
      }
      Scale along = upright ? y : x;
      double at = (upright ? x : y).at(span.at());
      double low = along.at(Math.max(along.low(), span.low()));
      double high = along.at(Math.min(along.high(), span.high()));
      double from = Math.min(low, high);
      double length = Math.abs(high - low);
      to.add(
          upright
              ? new Rectangle2D.Double(at - 2, from, 4, length)
              : new Rectangle2D.Double(from, at - 2, length, 4));
    }
  }

  private void bars(Mark.Bars bars, List<Rectangle2D> to) {
    double from = Marks.barStart(bars, marks);
    double wide = Marks.barWidth(bars, marks);
    for (Point point : bars.points()) {
      if (!Double.isFinite(point.x())
          || !Double.isFinite(point.y())
          || Marks.length(bars, point) == 0) {
        continue;
      }
      double at = (bars.upright() ? point.x() : point.y()) + from;
      Rectangle2D bar = new Rectangle2D.Double();
      if (bars.upright()) {
        bar.setFrameFromDiagonal(x.at(at), y.at(0), x.at(at + wide), y.at(point.y()));
      } else {
        bar.setFrameFromDiagonal(x.at(0), y.at(at), x.at(point.x()), y.at(at + wide));
      }
      to.add(bar);
    }
  }

  private static Rectangle2D around(double x, double y, double radius) {
    return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
