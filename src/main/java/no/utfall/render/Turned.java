package no.utfall.render;

import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Language;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;

/** A chart with its sides changed, so that long names can be read without turning one's head. */
final class Turned {

  /** What the names below a picture have between them. */
  private static final double ROOM = 640;

  private Turned() {}

  /** The chart itself, unless names that stand side by side would have to be broken within words or into many lines. */
  static Chart ifNeeded(Chart chart, Language language) {
    boolean names =
        chart.x().kind() == Axis.Kind.CATEGORY && chart.y().kind() != Axis.Kind.CATEGORY;
    boolean line = chart.marks().stream()
        .anyMatch(mark -> mark instanceof Mark.Line || mark instanceof Mark.Band);
    if (!names || line || fit(chart.x(), language)) {
      return chart;
    }
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : chart.marks()) {
      marks.add(turned(mark));
    }
    return new Chart(
        chart.id(),
        chart.title(),
        chart.subtitle(),
        chart.source(),
        chart.alt(),
        chart.y(),
        chart.x(),
        marks,
        chart.twin());
  }

  private static boolean fit(Axis axis, Language language) {
    double each = ROOM / Math.max(1, axis.labels().size()) - 6;
    return axis.labels().stream().map(label -> Words.clean(label.in(language))).allMatch(name -> {
      boolean words = name.codePoints().noneMatch(Character::isSpaceChar)
          ? Typeface.REGULAR.width(name, Layout.SMALL) <= each
          : List.of(name.split(" ")).stream()
              .allMatch(word -> Typeface.REGULAR.width(word, Layout.SMALL) <= each);
      return words && Typeface.REGULAR.wrap(name, Layout.SMALL, each, 9).size() <= 3;
    });
  }

  private static Mark turned(Mark mark) {
    if (mark instanceof Mark.Dots dots) {
      return new Mark.Dots(dots.label(), dots.tone(), turned(dots.points()));
    }
    if (mark instanceof Mark.Bars bars) {
      return new Mark.Bars(bars.label(), bars.tone(), turned(bars.points()), !bars.upright());
    }
    if (mark instanceof Mark.Intervals it) {
      return new Mark.Intervals(it.label(), it.tone(), it.spans(), !it.upright());
    }
    if (mark instanceof Mark.Rule rule) {
      return new Mark.Rule(rule.label(), rule.tone(), rule.at(), !rule.upright());
    }
    return mark;
  }

  private static List<Point> turned(List<Point> points) {
    return points.stream().map(point -> new Point(point.y(), point.x())).toList();
  }
}
