package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.panel.Indicator;
import no.utfall.panel.Period;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import no.utfall.view.Tone;

/** An indicator of the country over time, with its interval; the units as dots where they are few enough to be seen. */
public final class TrendChart {

  private static final int UNITS_SEEN = 40;

  private TrendChart() {}

  /** @param id of the chart and its file */
  public static Chart of(String id, Measured measured) {
    Indicator indicator = measured.indicator();
    Course course = new Course(measured.country());
    List<Period> periods = periods(measured);
    boolean years = periods.stream().allMatch(period -> period.kind() == Period.Kind.YEAR);
    Text unit = Phrases.unitTitle(indicator.unitOfMeasure());
    Text period = Text.of("Periode", "Periode", "Period");
    Axis x = years
        ? Axis.whole(Text.of("År", "År", "Year"))
        : Axis.categories(
            period, periods.stream().map(p -> Text.same(p.toString())).toList());
    return new Chart(
        id,
        title(indicator, course),
        subtitle(indicator, course, unit),
        indicator.source(),
        alt(indicator, course, unit),
        x,
        Axis.number(unit, decimals(course)),
        marks(measured, course, periods, years),
        twin(id, measured, unit));
  }

  private static List<Period> periods(Measured measured) {
    TreeSet<Period> periods = new TreeSet<>();
    Frame country = measured.country();
    for (int row = 0; row < country.rows(); row++) {
      periods.add(Period.parse(country.text("period").get(row)));
    }
    return List.copyOf(periods);
  }

  private static int decimals(Course course) {
    double low =
        course.steps().stream().mapToDouble(Course.Step::estimate).min().orElse(0);
    double high =
        course.steps().stream().mapToDouble(Course.Step::estimate).max().orElse(1);
    return Math.abs(high) >= 1000 ? 0 : Math.min(2, Phrases.decimals(high, low, high));
  }

  private static Text title(Indicator indicator, Course course) {
    if (course.isEmpty()) {
      return indicator.title();
    }
    return Sentences.course(indicator, course, false);
  }

  private static Text subtitle(Indicator indicator, Course course, Text unit) {
    Text what = unit.isBlank()
        ? indicator.title()
        : indicator.title().plus(Text.same(", ")).plus(unit);
    if (course.isEmpty()) {
      return what;
    }
    return Text.of(
            "{0}. Alle enheter samlet, {1}–{2}",
            "{0}. Alle einingar samla, {1}–{2}", "{0}. All units together, {1}–{2}")
        .with(what, course.first().period(), course.last().period());
  }

  private static Text alt(Indicator indicator, Course course, Text unit) {
    if (course.isEmpty()) {
      return Text.of(
          "Tom figur: ingen kjente tall.",
          "Tom figur: ingen kjende tal.",
          "Empty chart: no known numbers.");
    }
    double low =
        course.steps().stream().mapToDouble(Course.Step::estimate).min().orElse(Double.NaN);
    double high =
        course.steps().stream().mapToDouble(Course.Step::estimate).max().orElse(Double.NaN);
    int decimals = decimals(course);
    return Text.of(
            "Linjediagram av {0} ({1}) fra {2} til {3}. Laveste verdi {4}, høyeste {5}. {6}",
            "Linjediagram av {0} ({1}) frå {2} til {3}. Lågaste verdi {4}, høgaste {5}. {6}",
            "Line chart of {0} ({1}) from {2} to {3}. Lowest value {4}, highest {5}. {6}")
        .with(
            indicator.title(),
            unit,
            course.first().period(),
            course.last().period(),
            Phrases.number(low, decimals),
            Phrases.number(high, decimals),
            Sentences.course(indicator, course, false).plus(Text.same(".")));
  }

  private static double at(Period period, List<Period> periods, boolean years) {
    return years ? period.year() : periods.indexOf(period);
  }

  private static List<Mark> marks(
      Measured measured, Course course, List<Period> periods, boolean years) {
    List<Mark> marks = new ArrayList<>();
    List<Span> band = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    for (Period period : periods) {
      double x = at(period, periods, years);
      Course.Step step = course.steps().stream()
          .filter(s -> s.period().equals(period))
          .findFirst()
          .orElse(null);
      line.add(new Point(x, step == null ? Double.NaN : step.estimate()));
      if (step != null && step.high() >= step.low()) {
        band.add(new Span(x, step.low(), step.high()));
      }
    }
    Frame units = measured.units();
    if (units.groups(List.of("unit")).count() <= UNITS_SEEN) {
      List<Point> dots = new ArrayList<>();
      for (int row = 0; row < units.rows(); row++) {
        double y = units.number("estimate").value(row);
        if (!Double.isNaN(y)) {
          dots.add(new Point(at(Period.parse(units.text("period").get(row)), periods, years), y));
        }
      }
      marks.add(
          new Mark.Dots(Text.of("Hver enhet", "Kvar eining", "Each unit"), Tone.CONTEXT, dots));
    }
    if (!band.isEmpty()) {
      marks.add(new Mark.Band(Text.none(), Tone.FOCUS, band));
    }
    marks.add(new Mark.Line(Text.of("Alle", "Alle", "All"), Tone.FOCUS, line));
    return marks;
  }

  static Table twin(String id, Measured measured, Text unit) {
    Text note = Text.of(
            "Tallet for alle er {0}.", "Talet for alle er {0}.", "The number for all is {0}.")
        .with(measured.national());
    Text hidden = Text.of(
        " Skjulte antall er regnet mellom minste og største mulige verdi, og intervallet dekker begge.",
        " Skjulte tal er rekna mellom minste og største moglege verdi, og intervallet dekkjer begge.",
        " Hidden counts are taken between their lowest and highest possible value, and the interval covers both.");
    return new Table(
        id + "-table",
        measured.indicator().title(),
        measured.isBounded() ? note.plus(hidden) : note,
        List.of(
            new Shown("period", Text.of("Periode", "Periode", "Period"), Shown.AS_IS),
            new Shown(
                "estimate",
                unit.isBlank() ? Text.of("Verdi", "Verdi", "Value") : unit,
                Shown.BY_INTERVAL),
            new Shown(
                "conf_low",
                Text.of("Nedre grense", "Nedre grense", "Lower limit"),
                Shown.BY_INTERVAL),
            new Shown(
                "conf_high",
                Text.of("Øvre grense", "Øvre grense", "Upper limit"),
                Shown.BY_INTERVAL)),
        measured.country());
  }
}
