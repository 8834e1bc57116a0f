package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Period;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import no.utfall.view.Tone;

/** Spending and one outcome on one scale: both are 100 in the first year that both are known. */
final class Trends {

  private Trends() {}

  /** Empty when there are not two years in which both are known. */
  static Optional<Chart> of(Measured input, Measured outcome) {
    TreeMap<Integer, Double> spending = years(input);
    TreeMap<Integer, Double> course = years(outcome);
    List<Integer> both = spending.keySet().stream().filter(course::containsKey).toList();
    if (both.size() < 2) {
      return Optional.empty();
    }
    int first = both.get(0);
    int last = both.get(both.size() - 1);
    double base = spending.getOrDefault(first, Double.NaN);
    double start = course.getOrDefault(first, Double.NaN);
    if (!(base > 0) || !(start > 0)) {
      return Optional.empty();
    }
    List<Point> money = new ArrayList<>();
    List<Point> fare = new ArrayList<>();
    TextColumn.Builder years = TextColumn.builder("period");
    NumberColumn.Builder one = NumberColumn.builder("input");
    NumberColumn.Builder two = NumberColumn.builder("outcome");
    for (int year = first; year <= last; year++) {
      double m = 100 * spending.getOrDefault(year, Double.NaN) / base;
      double f = 100 * course.getOrDefault(year, Double.NaN) / start;
      if (!Double.isNaN(m)) {
        money.add(new Point(year, m));
      }
      // between surveys a line would tell what nobody has measured; the points alone are drawn
      fare.add(new Point(year, f));
      years.add(Integer.toString(year));
      one.add(m);
      two.add(f);
    }
    String id = "spending-" + outcome.indicator().id();
    Text title = Text.of(
            "{0}: {1} prosent fra {2} til {3}. {4}: {5} prosent",
            "{0}: {1} prosent frå {2} til {3}. {4}: {5} prosent",
            "{0}: {1} percent from {2} to {3}. {4}: {5} percent")
        .with(
            input.indicator().title(),
            change(100 * spending.getOrDefault(last, Double.NaN) / base),
            first,
            last,
            outcome.indicator().title(),
            change(100 * course.getOrDefault(last, Double.NaN) / start));
    Text axis = Text.of("{0} = 100", "{0} = 100", "{0} = 100").with(first);
    return Optional.of(new Chart(
        id,
        title,
        Text.of(
                "Begge er 100 i {0}. Alle enheter samlet. At de følges ad eller ikke, sier ikke hva pengene har gjort",
                "Begge er 100 i {0}. Alle einingar samla. At dei følgjest åt eller ikkje, seier ikkje kva pengane har gjort",
                "Both are 100 in {0}. All units together. Whether they go together does not say what the money did")
            .with(first),
        outcome.indicator().source(),
        Text.of("To linjer. {0}.", "To linjer. {0}.", "Two lines. {0}.").with(title),
        Axis.whole(Text.of("År", "År", "Year")),
        Axis.number(axis, 0),
        List.of(
            new Mark.Line(Text.of("Utgifter", "Utgifter", "Spending"), Tone.CONTEXT, money),
            new Mark.Line(Text.of("Utfall", "Utfall", "Outcome"), Tone.FOCUS, fare),
            new Mark.Rule(Text.none(), Tone.CONTEXT, 100, false)),
        new Table(
            id + "-table",
            title,
            Text.none(),
            List.of(
                new Shown("period", Text.of("År", "År", "Year"), Shown.AS_IS),
                new Shown(
                    "input", input.indicator().title().plus(Text.same(", ")).plus(axis), 1),
                new Shown(
                    "outcome", outcome.indicator().title().plus(Text.same(", ")).plus(axis), 1)),
            Frame.of(years.build(), one.build(), two.build()))));
  }

  private static Text change(double index) {
    double change = index - 100;
    Text number = Phrases.number(change, 0);
    return change >= 0.5 ? Text.same("+").plus(number) : number;
  }

  private static TreeMap<Integer, Double> years(Measured measured) {
    TreeMap<Integer, Double> years = new TreeMap<>();
    for (Course.Step step : new Course(measured.country()).steps()) {
      if (step.period().kind() == Period.Kind.YEAR) {
        years.put(step.period().year(), step.estimate());
      }
    }
    return years;
  }
}
