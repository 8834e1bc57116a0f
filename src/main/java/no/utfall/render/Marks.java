package no.utfall.render;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Tone;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The marks of a chart as data sets and renderers of a plot. */
final class Marks {

  /** How much of its place on the axis a group of bars takes. */
  private static final double BAR_SHARE = 0.7;

  private final XYPlot plot;
  private final List<Mark> marks;
  private final Scale x;
  private final Scale y;

  private Marks(XYPlot plot, List<Mark> marks, Scale x, Scale y) {
    this.plot = plot;
    this.marks = marks;
    this.x = x;
    this.y = y;
  }

  /** Bands lie under bars, the context under the focus, dots on top. */
  static void addTo(XYPlot plot, List<Mark> marks, Scale x, Scale y) {
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    Marks all = new Marks(plot, marks, x, y);
    marks.stream().sorted(Comparator.comparingInt(Marks::layer)).forEach(all::add);
  }

  private static int layer(Mark mark) {
    if (mark instanceof Mark.Band) {
      return 0;
    }
    if (mark instanceof Mark.Bars) {
      return 1;
    }
    return (mark.tone() == Tone.CONTEXT ? 2 : 4) + (mark instanceof Mark.Dots ? 1 : 0);
  }

  private void add(Mark mark) {
    if (mark instanceof Mark.Line line) {
      addLine(line);
    } else if (mark instanceof Mark.Dots dots) {
      add(points(dots.points()), new DotRenderer(dots.tone(), radius(dots)));
    } else if (mark instanceof Mark.Band band) {
      addBand(band);
    } else if (mark instanceof Mark.Intervals intervals) {
      addIntervals(intervals);
    } else if (mark instanceof Mark.Bars bars) {
      addBars(bars);
    } else if (mark instanceof Mark.Rule rule && Double.isFinite(rule.at())) {
      addRule(rule);
    }
  }

  /** Smaller where there are many. */
  static double radius(Mark.Dots dots) {
    int n = dots.points().size();
    return n <= 60 ? 4.5 : n <= 400 ? 3 : 2;
  }

  private void addLine(Mark.Line line) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, Theme.colour(line.tone()));
    renderer.setSeriesStroke(0, Theme.stroke(line.tone()));
    add(points(line.points()), renderer);
    add(points(alone(line.points())), new DotRenderer(line.tone(), 3.5));
  }

  /** Where a line begins and ends, and points without neighbours, which a line alone would not show. */
  private static List<Point> alone(List<Point> points) {
    List<Point> alone = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean last = points.subList(i + 1, points.size()).stream().noneMatch(Marks::known);
      boolean before = i > 0 && known(points.get(i - 1));
      boolean after = i + 1 < points.size() && known(points.get(i + 1));
      if (known(points.get(i)) && (last || !before && !after)) {
        alone.add(points.get(i));
      }
    }
    return alone;
  }

  private static boolean known(Point point) {
    return Double.isFinite(point.x()) && Double.isFinite(point.y());
  }

  private void addBand(Mark.Band band) {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(1);
    YIntervalSeriesCollection runs = new YIntervalSeriesCollection();
    List<Span> loners = new ArrayList<>();
    for (List<Span> run : runs(band.spans())) {
      if (run.size() == 1) {
        loners.add(run.get(0));
        continue;
      }
      YIntervalSeries series = new YIntervalSeries(runs.getSeriesCount(), false, true);
      for (Span span : run) {
        double low = within(span.low(), y);
        double high = within(span.high(), y);
        series.add(span.at(), (low + high) / 2, low, high);
      }
      renderer.setSeriesFillPaint(runs.getSeriesCount(), Theme.tint(band.tone()));
      runs.addSeries(series);
    }
    add(runs, renderer);
    if (!loners.isEmpty()) {
      addIntervals(new Mark.Intervals(band.label(), band.tone(), loners, true));
    }
  }

  /** The stretches of a band between its gaps. */
  private static List<List<Span>> runs(List<Span> spans) {
    List<List<Span>> runs = new ArrayList<>();
    List<Span> run = new ArrayList<>();
    for (Span span : spans) {
      if (Double.isNaN(span.at() + span.low()) || Double.isNaN(span.high())) {
        runs.add(run);
        run = new ArrayList<>();
      } else {
        run.add(span);
      }
    }
    runs.add(run);
    runs.removeIf(List::isEmpty);
    return runs;
  }

  /** Limits without end are drawn to the edge. */
  private static double within(double value, Scale scale) {
    return Math.max(scale.low(), Math.min(scale.high(), value));
  }

  private void addIntervals(Mark.Intervals intervals) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setCapLength(0);
    renderer.setDefaultShapesVisible(false);
    renderer.setDrawXError(!intervals.upright());
    renderer.setDrawYError(intervals.upright());
    renderer.setErrorPaint(Theme.colour(intervals.tone()));
    renderer.setErrorStroke(Theme.interval(intervals.tone()));
    XYIntervalSeries series = new XYIntervalSeries(0, false, true);
    for (Span span : intervals.spans()) {
      if (Double.isNaN(span.at() + span.low()) || Double.isNaN(span.high())) {
        continue;
      }
      double at = span.at();
      if (intervals.upright()) {
        double low = within(span.low(), y);
        series.add(at, at, at, low, low, within(span.high(), y));
      } else {
        double low = within(span.low(), x);
        series.add(low, low, within(span.high(), x), at, at, at);
      }
    }
    XYIntervalSeriesCollection set = new XYIntervalSeriesCollection();
    set.addSeries(series);
    add(set, renderer);
  }

  private void addBars(Mark.Bars bars) {
    double width = barWidth(bars, marks);
    double from = barStart(bars, marks);
    boolean outlined = bars.tone() == Tone.THIRD || bars.tone() == Tone.FOURTH;
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(true);
    renderer.setSeriesPaint(0, Theme.bar(bars.tone()));
    renderer.setDrawBarOutline(outlined);
    renderer.setSeriesOutlinePaint(0, Theme.colour(bars.tone()));
    renderer.setSeriesOutlineStroke(0, Theme.interval(bars.tone()));
    XYIntervalSeries series = new XYIntervalSeries(0, false, true);
    for (Point point : bars.points()) {
      if (!known(point)) {
        continue;
      }
      double at = place(bars, point) + from;
      double length = length(bars, point);
      double low = Math.min(0, length);
      double high = Math.max(0, length);
      if (bars.upright()) {
        series.add(at, at, at + width, length, low, high);
      } else {
        series.add(length, low, high, at, at, at + width);
      }
    }
    XYIntervalSeriesCollection set = new XYIntervalSeriesCollection();
    set.addSeries(series);
    add(set, renderer);
  }

  /** Bars of several marks stand side by side where they would cover one another. */
  static double barWidth(Mark.Bars bars, List<Mark> marks) {
    return BAR_SHARE / beside(bars, marks).size();
  }

  /** Where a bar begins, from its place on the axis. */
  static double barStart(Mark.Bars bars, List<Mark> marks) {
    return -BAR_SHARE / 2 + beside(bars, marks).indexOf(bars) * barWidth(bars, marks);
  }

  /** All bars, when some of them would cover others: those to one side of zero at one place. */
  private static List<Mark.Bars> beside(Mark.Bars bars, List<Mark> marks) {
    List<Mark.Bars> all = marks.stream()
        .filter(Mark.Bars.class::isInstance)
        .map(Mark.Bars.class::cast)
        .filter(other -> other.upright() == bars.upright())
        .toList();
    boolean apart = all.stream()
        .allMatch(one -> all.stream().allMatch(other -> one == other || !covers(one, other)));
    return apart ? List.of(bars) : all;
  }

  private static boolean covers(Mark.Bars one, Mark.Bars other) {
    return one.points().stream()
        .anyMatch(a -> other.points().stream()
            .anyMatch(
                b -> place(one, a) == place(other, b) && length(one, a) * length(other, b) > 0));
  }

  private static double place(Mark.Bars bars, Point point) {
    return bars.upright() ? point.x() : point.y();
  }

  static double length(Mark.Bars bars, Point point) {
    return bars.upright() ? point.y() : point.x();
  }

  private void addRule(Mark.Rule rule) {
    ValueMarker marker = new ValueMarker(rule.at());
    Color colour = rule.tone() == Tone.CONTEXT ? Theme.QUIET : Theme.colour(rule.tone());
    mark(marker, colour);
    marker.setStroke(Theme.NULL_RULE);
    if (rule.upright()) {
      plot.addDomainMarker(marker, Layer.BACKGROUND);
    } else {
      plot.addRangeMarker(marker, Layer.BACKGROUND);
    }
  }

  /** A plain line at zero, on which bars stand or which numbers cross. */
  static ValueMarker zero() {
    ValueMarker marker = new ValueMarker(0);
    mark(marker, Theme.AXIS);
    marker.setStroke(Theme.HAIR);
    return marker;
  }

  private static void mark(ValueMarker marker, Color colour) {
    marker.setPaint(colour);
    marker.setAlpha(1);
  }

  private static XYDataset points(List<Point> points) {
    XYSeries series = new XYSeries(0, false, true);
    for (Point point : points) {
      series.add(Double.isFinite(point.x()) ? point.x() : 0, known(point) ? point.y() : Double.NaN);
    }
    return new XYSeriesCollection(series);
  }

  private void add(XYDataset data, XYItemRenderer renderer) {
    int index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }
}
