package no.utfall.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Indicator;
import no.utfall.panel.Period;
import no.utfall.text.Order;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import no.utfall.view.Tone;

/** The units of the latest period, sorted by their number, each with its interval, and the country as a line. */
public final class UnitsChart {

  private final Indicator indicator;
  private final Period period;
  private final List<Place> places;
  private final double country;

  private UnitsChart(Indicator indicator, Period period, List<Place> places, double country) {
    this.indicator = indicator;
    this.period = period;
    this.places = places;
    this.country = country;
  }

  private record Place(String unit, double estimate, double low, double high) {}

  /**
   * Empty when no unit has a known number in the latest period: that of the country, or of the units where there is no
   * number of the country.
   */
  public static Optional<Chart> of(String id, Measured measured) {
    Course course = new Course(measured.country());
    Optional<Period> latest =
        course.isEmpty() ? measured.latest() : Optional.of(course.last().period());
    return latest.flatMap(period ->
        of(id, measured, period, course.isEmpty() ? Double.NaN : course.last().estimate()));
  }

  private static Optional<Chart> of(String id, Measured measured, Period period, double country) {
    Frame units = measured.units();
    List<Place> places = new ArrayList<>();
    for (int row = 0; row < units.rows(); row++) {
      double estimate = units.number("estimate").value(row);
      if (!Double.isNaN(estimate) && Period.parse(units.text("period").get(row)).equals(period)) {
        places.add(new Place(
            units.text("unit").get(row),
            estimate,
            units.number("conf_low").value(row),
            units.number("conf_high").value(row)));
      }
    }
    places.sort(
        Comparator.comparingDouble(Place::estimate).thenComparing(Place::unit, Order.NATURAL));
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new UnitsChart(measured.indicator(), period, places, country).chart(id));
  }

  private Chart chart(String id) {
    Text unit = Phrases.unitTitle(indicator.unitOfMeasure());
    return new Chart(
        id,
        title(),
        (hasCountry()
                ? Text.of(
                    "{0}, {1}. Hver prikk er en enhet, med intervall; linjen er alle samlet",
                    "{0}, {1}. Kvar prikk er ei eining, med intervall; linja er alle samla",
                    "{0}, {1}. Each dot is a unit, with its interval; the line is all together")
                : Text.of(
                    "{0}, {1}. Hver prikk er en enhet",
                    "{0}, {1}. Kvar prikk er ei eining", "{0}, {1}. Each dot is a unit"))
            .with(indicator.title(), period),
        indicator.source(),
        title(),
        Axis.whole(Text.of(
            "Enheter, fra lavest til høyest",
            "Einingar, frå lågast til høgast",
            "Units, from lowest to highest")),
        Axis.number(unit, decimals()),
        marks(),
        twin(id, unit));
  }

  private boolean hasCountry() {
    return !Double.isNaN(country);
  }

  private int decimals() {
    double typical = hasCountry() ? country : places.get(places.size() / 2).estimate();
    return Math.min(1, Phrases.decimals(typical, Double.NaN, Double.NaN));
  }

  private Text title() {
    double lowest = places.get(0).estimate();
    double highest = places.get(places.size() - 1).estimate();
    return Text.of(
            "{0}: fra {1} til {2}{3} blant {4} enheter i {5}",
            "{0}: frå {1} til {2}{3} blant {4} einingar i {5}",
            "{0}: from {1} to {2}{3} among {4} units in {5}")
        .with(
            indicator.title(),
            Phrases.number(lowest, decimals()),
            Phrases.number(highest, decimals()),
            Phrases.unit(indicator.unitOfMeasure()),
            Phrases.count(places.size()),
            period)
        .plus(
            hasCountry()
                ? Text.of(", {0} for alle samlet", ", {0} for alle samla", ", {0} for all together")
                    .with(Phrases.number(country, decimals()))
                : Text.none());
  }

  private List<Mark> marks() {
    List<Span> spans = new ArrayList<>();
    List<Point> dots = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      dots.add(new Point(i + 1, place.estimate()));
      if (place.high() >= place.low()) {
        spans.add(new Span(i + 1, place.low(), place.high()));
      }
    }
    List<Mark> marks = new ArrayList<>();
    if (!spans.isEmpty()) {
      marks.add(new Mark.Intervals(Text.none(), Tone.CONTEXT, spans, true));
    }
    marks.add(new Mark.Dots(Text.none(), Tone.FOCUS, dots));
    if (hasCountry()) {
      marks.add(new Mark.Rule(Text.of("Alle", "Alle", "All"), Tone.SECOND, country, false));
    }
    return marks;
  }

  private Table twin(String id, Text unit) {
    Frame frame = Frame.of(
        TextColumn.of("unit", places.stream().map(Place::unit).toList()),
        NumberColumn.of("estimate", places.stream().mapToDouble(Place::estimate).toArray()),
        NumberColumn.of("conf_low", places.stream().mapToDouble(Place::low).toArray()),
        NumberColumn.of("conf_high", places.stream().mapToDouble(Place::high).toArray()));
    return new Table(
        id + "-table",
        indicator.title().plus(Text.same(", " + period)),
        Text.none(),
        List.of(
            new Shown("unit", Text.of("Enhet", "Eining", "Unit"), Shown.AS_IS),
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
        frame);
  }
}
