package no.utfall.render;

import java.util.List;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;

/** What the marks of a chart cover along one side, gaps included; empty while {@code low > high}. */
final class Extent {

  /** Beyond this a range could not be told from infinity. */
  private static final double FAR = 1e300;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  static Extent along(List<Mark> marks, boolean x) {
    Extent extent = new Extent();
    for (Mark mark : marks) {
      extent.add(mark, x);
    }
    return extent;
  }

  private void add(Mark mark, boolean x) {
    if (mark instanceof Mark.Line line) {
      points(line.points(), x);
    } else if (mark instanceof Mark.Dots dots) {
      points(dots.points(), x);
    } else if (mark instanceof Mark.Bars bars) {
      points(bars.points(), x);
      if (bars.upright() != x) {
        add(0);
      }
    } else if (mark instanceof Mark.Band band) {
      spans(band.spans(), x);
    } else if (mark instanceof Mark.Intervals intervals) {
      spans(intervals.spans(), x == intervals.upright());
    } else if (mark instanceof Mark.Rule rule && rule.upright() == x) {
      add(rule.at());
    }
  }

  private void points(List<Point> points, boolean x) {
    for (Point point : points) {
      add(x ? point.x() : point.y());
    }
  }

  private void spans(List<Span> spans, boolean at) {
    for (Span span : spans) {
      if (at) {
        add(span.at());
      } else {
        add(span.low());
        add(span.high());
      }
    }
  }

  private void add(double value) {
    if (Math.abs(value) <= FAR) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  boolean isEmpty() {
    return low > high;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }
}
