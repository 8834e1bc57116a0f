package no.utfall.render;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.utfall.text.Language;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Lays a chart out: title, subtitle, plot and source from top to bottom, the plot as large as the words around it
 * allow. The chart library turns the marks into shapes; words are measured in the bundled typeface and set here.
 */
final class Layout {

  static final double SMALL = 12;

  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final double MARGIN = 16;
  private static final double EDGE = 6;
  private static final double TITLE = 17;
  private static final double SUBTITLE = 13;
  private static final double LEAST_PLOT = 230;
  private static final double ROW = 22;
  private static final double NAMES = 300;
  private static final double SLOPE = 0.12;

  private final Chart chart;
  private final Language language;
  private final Extent across;
  private final Extent along;
  private final List<Mark> named;
  private final Set<Mark> keyed = new LinkedHashSet<>();
  private final List<Item> items = new ArrayList<>();

  private double left;
  private double right;
  private double top;
  private double bottom;
  private double height;

  private Layout(Chart chart, Language language) {
    this.chart = chart;
    this.language = language;
    this.across = Extent.along(chart.marks(), true);
    this.along = Extent.along(chart.marks(), false);
    this.named = Labels.named(chart.marks(), language);
  }

  static Picture of(Chart chart, Language language) {
    return new Layout(Turned.ifNeeded(chart, language), language).picture();
  }

  private Picture picture() {
    Labels labels;
    do {
      items.clear();
      head();
      frame();
      Scale x = scaleX(left, right);
      Scale y = scaleY();
      Rectangle2D area = new Rectangle2D.Double(left, top, right - left, bottom - top);
      plot(x, y, area);
      labels = new Labels(language, chart.marks(), x, y, area).place(named, keyed, across);
      items.addAll(labels.items());
      axes(x, y);
      foot();
      if (across.isEmpty() || along.isEmpty()) {
        word(
            Words.NOTHING.in(language),
            (left + right) / 2,
            (top + bottom) / 2,
            Item.Anchor.MIDDLE,
            Theme.FAINT);
      }
    } while (keyed.addAll(labels.unplaced()));
    List<Item> all = new ArrayList<>();
    all.add(new Item.Filled(new Rectangle2D.Double(0, 0, WIDTH, Math.ceil(height)), Theme.PAPER));
    all.addAll(items);
    return new Picture(
        WIDTH,
        (int) Math.ceil(height),
        Words.clean(chart.title().in(language)),
        Words.clean(chart.alt().in(language)),
        all);
  }

  /** Title, subtitle and key; leaves {@code top} below them. */
  private void head() {
    top = MARGIN - 4;
    block(chart.title().in(language), TITLE, 22, Typeface.BOLD, Theme.INK);
    block(chart.subtitle().in(language), SUBTITLE, 18, Typeface.REGULAR, Theme.QUIET);
    top += 6;
    if (!keyed.isEmpty()) {
      key();
    }
  }

  private void block(String text, double size, double leading, Typeface face, Color colour) {
    for (String line : face.wrap(Words.clean(text), size, WIDTH - 2 * MARGIN, 6)) {
      top += leading;
      items.add(
          new Item.Word(line, MARGIN, top - 0.25 * leading, size, face, colour, Item.Anchor.START));
    }
  }

  private void key() {
    double x = MARGIN;
    top += 18;
    for (Mark mark : keyed) {
      String name = Words.clean(mark.label().in(language));
      name = Typeface.REGULAR.wrap(name, SMALL, WIDTH - 2 * MARGIN - 40, 1).get(0);
      double wide = 34 + Typeface.REGULAR.width(name, SMALL);
      if (x > MARGIN && x + wide > WIDTH - MARGIN) {
        x = MARGIN;
        top += 18;
      }
      swatch(mark, x, top - 9);
      word(name, x + 32, top - 5, Item.Anchor.START, Theme.writing(mark.tone()));
      x += wide + 18;
    }
    top += 4;
  }

  private void swatch(Mark mark, double x, double y) {
    Color colour = Theme.colour(mark.tone());
    Line2D line = new Line2D.Double(x, y, x + 26, y);
    if (mark instanceof Mark.Line) {
      items.add(new Item.Outlined(line, colour, Theme.stroke(mark.tone())));
    } else if (mark instanceof Mark.Intervals) {
      items.add(new Item.Outlined(line, colour, Theme.interval(mark.tone())));
    } else if (mark instanceof Mark.Rule) {
      items.add(new Item.Outlined(line, colour, Theme.NULL_RULE));
    } else if (mark instanceof Mark.Dots) {
      items.add(
          new Item.Filled(Theme.shape(mark.tone(), x + 13, y, 4.5), Theme.filling(mark.tone())));
      items.add(new Item.Outlined(
          Theme.shape(mark.tone(), x + 13, y, 4.5), colour, Theme.interval(mark.tone())));
    } else {
      Rectangle2D patch = new Rectangle2D.Double(x + 4, y - 6, 20, 12);
      items.add(new Item.Filled(
          patch, mark instanceof Mark.Band ? Theme.tint(mark.tone()) : Theme.bar(mark.tone())));
      if (mark instanceof Mark.Bars) {
        items.add(new Item.Outlined(patch, colour, Theme.HAIR));
      }
    }
  }

  /** Finds the four sides of the plot and the height of the picture. */
  private void frame() {
    if (!chart.y().title().isBlank()) {
      top += 18;
      String title = Words.clean(chart.y().title().in(language));
      word(
          Typeface.REGULAR.wrap(title, SMALL, WIDTH - 2 * MARGIN, 1).get(0),
          MARGIN,
          top - 6,
          Item.Anchor.START,
          Theme.FAINT);
    }
    top = Math.ceil(top + 8 + Labels.LINE * Labels.rows(shown()));
    double source = sourceLines().size() * 16.0;
    double below =
        20 + (chart.x().title().isBlank() ? 0 : 20) + (source == 0 ? 0 : source + 8) + 10;
    right = Math.floor(WIDTH - MARGIN - Math.max(8, Labels.margin(shown(), across, language)));
    left = MARGIN + 30;
    double extra = 0;
    boolean names = chart.y().kind() == Axis.Kind.CATEGORY;
    // the words on one side decide the length of the other: two rounds settle it
    for (int round = 0; round < 2; round++) {
      extra = Labels.LINE * (xLines() - 1);
      height = HEIGHT;
      double plot = height - top - below - extra;
      double wanted = names ? rowHeight() * Math.max(2, chart.y().labels().size()) : LEAST_PLOT;
      if (names || plot < wanted) {
        plot = wanted;
        height = top + plot + extra + below;
      }
      bottom = Math.floor(top + plot);
      left = Math.ceil(MARGIN + widestY() + 10);
      makeRoomForTicks();
    }
  }

  /** The first and last words below the plot may not leave the picture. */
  private void makeRoomForTicks() {
    if (chart.x().kind() == Axis.Kind.CATEGORY) {
      return;
    }
    Scale x = scaleX(left, right);
    for (Scale.Tick tick : x.ticks()) {
      double half = Typeface.REGULAR.width(tick.label(), SMALL) / 2;
      left = Math.max(left, Math.ceil(left + EDGE - (x.at(tick.value()) - half)));
      right = Math.min(right, Math.floor(right + WIDTH - EDGE - (x.at(tick.value()) + half)));
    }
  }

  private List<Mark> shown() {
    return named.stream().filter(mark -> !keyed.contains(mark)).toList();
  }

  private List<String> sourceLines() {
    return Typeface.REGULAR.wrap(
        Words.source(chart.source(), language), SMALL, WIDTH - 2 * MARGIN, 5);
  }

  private double rowHeight() {
    boolean two = scaleY().ticks().stream().anyMatch(tick -> nameLines(tick).size() > 1);
    return two ? 2 * 14 + 8 : ROW;
  }

  private static List<String> nameLines(Scale.Tick tick) {
    return Typeface.REGULAR.wrap(Words.clean(tick.label()), SMALL, NAMES, 2);
  }

  private double widestY() {
    return scaleY().ticks().stream()
        .flatMap(tick -> nameLines(tick).stream())
        .mapToDouble(line -> Typeface.REGULAR.width(line, SMALL))
        .max()
        .orElse(0);
  }

  private int xLines() {
    Scale x = scaleX(left, right);
    return x.ticks().stream().mapToInt(tick -> xLines(tick, x).size()).max().orElse(1);
  }

  private List<String> xLines(Scale.Tick tick, Scale x) {
    boolean names = chart.x().kind() == Axis.Kind.CATEGORY;
    double at = x.at(tick.value());
    double width = names
        ? Math.min(Math.abs(x.at(1) - x.at(0)) - 6, 2 * Math.min(at, WIDTH - at) - 2 * EDGE)
        : WIDTH;
    return Typeface.REGULAR.wrap(Words.clean(tick.label()), SMALL, width, 4);
  }

  private Scale scaleX(double from, double to) {
    return scale(chart.x(), across, true, from, to);
  }

  private Scale scaleY() {
    return chart.y().kind() == Axis.Kind.CATEGORY
        ? scale(chart.y(), along, false, top, bottom)
        : scale(chart.y(), along, false, bottom, top);
  }

  private Scale scale(Axis axis, Extent data, boolean lying, double from, double to) {
    if (axis.kind() == Axis.Kind.CATEGORY) {
      return Scale.categories(axis, data, lying && slopes() ? SLOPE : 0.5, language, from, to);
    }
    return Scale.numbers(axis, data, lying, bars(!lying), bars(lying), language, from, to);
  }

  /** Nothing but lines between names: they may reach for the sides. */
  private boolean slopes() {
    return chart.marks().stream().allMatch(Mark.Line.class::isInstance);
  }

  private boolean bars(boolean upright) {
    return chart.marks().stream()
        .anyMatch(mark -> mark instanceof Mark.Bars bars && bars.upright() == upright);
  }

  private void plot(Scale x, Scale y, Rectangle2D area) {
    boolean names = chart.y().kind() == Axis.Kind.CATEGORY;
    PlacedAxis domain = new PlacedAxis(x, false, true, chart.x().kind() != Axis.Kind.CATEGORY);
    XYPlot plot = new XYPlot(null, domain, new PlacedAxis(y, names, false, false), null);
    plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(!(names && bars(false)));
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIR);
    plot.setRangeZeroBaselineVisible(false);
    if (names) {
      zero(x, bars(false), () -> plot.addDomainMarker(Marks.zero(), Layer.BACKGROUND));
    } else {
      zero(y, bars(true), () -> plot.addRangeMarker(Marks.zero(), Layer.BACKGROUND));
    }
    Marks.addTo(plot, chart.marks(), x, y);
    plot.draw(new Ink(items), area, null, null, null);
  }

  /** Zero is a line of its own where bars stand on it or numbers lie on both sides, unless the chart rules it itself. */
  private void zero(Scale scale, boolean bars, Runnable line) {
    boolean inside = scale.low() < 0 && scale.high() > 0;
    boolean ruled =
        chart.marks().stream().anyMatch(mark -> mark instanceof Mark.Rule rule && rule.at() == 0);
    if (!ruled && !scale.ticks().isEmpty() && (inside || bars)) {
      line.run();
    }
  }

  private void axes(Scale x, Scale y) {
    for (Scale.Tick tick : y.ticks()) {
      List<String> lines = nameLines(tick);
      double first = y.at(tick.value()) + 4.25 - 7.0 * (lines.size() - 1);
      for (int i = 0; i < lines.size(); i++) {
        word(lines.get(i), left - 8, first + 14 * i, Item.Anchor.END, Theme.QUIET);
      }
    }
    int most = 1;
    for (Scale.Tick tick : x.ticks()) {
      List<String> lines = xLines(tick, x);
      most = Math.max(most, lines.size());
      for (int i = 0; i < lines.size(); i++) {
        word(
            lines.get(i),
            x.at(tick.value()),
            bottom + 17 + Labels.LINE * i,
            Item.Anchor.MIDDLE,
            Theme.QUIET);
      }
    }
    if (!chart.x().title().isBlank()) {
      String title = Words.clean(chart.x().title().in(language));
      String fitting =
          Typeface.REGULAR.wrap(title, SMALL, WIDTH - 2 * MARGIN, 1).get(0);
      double half = Typeface.REGULAR.width(fitting, SMALL) / 2;
      double middle = Math.max(MARGIN + half, Math.min(WIDTH - MARGIN - half, (left + right) / 2));
      word(
          fitting,
          middle,
          bottom + 20 + Labels.LINE * (most - 1) + 16,
          Item.Anchor.MIDDLE,
          Theme.FAINT);
    }
  }

  private void foot() {
    List<String> lines = sourceLines();
    for (int i = 0; i < lines.size(); i++) {
      double y = height - 10 - 16.0 * (lines.size() - 1 - i);
      word(lines.get(i), MARGIN, y, Item.Anchor.START, Theme.FAINT);
    }
  }

  private void word(String text, double x, double y, Item.Anchor anchor, Color colour) {
    items.add(new Item.Word(text, x, y, SMALL, Typeface.REGULAR, colour, anchor));
  }
}
