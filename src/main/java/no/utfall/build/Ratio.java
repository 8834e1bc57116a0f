package no.utfall.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.build.IndicatorRunner.Run;
import no.utfall.build.Project.IndicatorSpec;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.math.Sums;
import no.utfall.method.Tidy;
import no.utfall.panel.Indicator;
import no.utfall.report.Measured;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An indicator without a method: a value as it stands, or an amount (cost, activity) per person where a population is
 * named. For the country: the sum of amounts over the sum of persons; the mean of values, weighed by persons where a
 * population is named. Without interval: these numbers are counted, not drawn.
 */
final class Ratio {

  private static final Text SUM_OVER_SUM = Text.of(
      "summen av beløpene delt på summen av personene",
      "summen av beløpa delt på summen av personane",
      "the sum of amounts over the sum of persons");
  private static final Text SUM =
      Text.of("summen over enhetene", "summen over einingane", "the sum over units");
  private static final Text WEIGHED = Text.of(
      "snittet over enhetene, vektet med befolkningen",
      "snittet over einingane, vekta med folketalet",
      "the mean over units, weighed by population");
  private static final Text MEAN = Text.of(
      "snittet over enhetene, uten vekter",
      "snittet over einingane, utan vekter",
      "the unweighted mean over units");

  private final Indicator indicator;
  private final String amount;
  private final boolean value;
  private final boolean persons;

  Ratio(IndicatorSpec spec, Indicator indicator) {
    this.indicator = indicator;
    this.value = spec.columns().containsKey("value");
    this.amount = value ? "value" : spec.columns().containsKey("cost") ? "cost" : "activity";
    this.persons = spec.columns().containsKey("population");
  }

  Run run(Frame data) {
    Frame byUnit = table(data, List.of("unit", "period"));
    Frame country = table(data, List.of("period"));
    Text national = value ? persons ? WEIGHED : MEAN : persons ? SUM_OVER_SUM : SUM;
    Measured measured = new Measured(
        indicator,
        Estimates.of(byUnit, List.of("unit", "period"), measure()),
        Estimates.of(country, List.of("period"), measure()),
        national,
        Optional.empty(),
        List.of());
    return new Run(measured, List.of(byUnit, country));
  }

  private String measure() {
    return value || !persons ? amount : amount + "-per-capita";
  }

  private Frame table(Frame data, List<String> by) {
    Tidy tidy = Tidy.keys(by);
    NumberColumn amounts = data.number(amount);
    NumberColumn people = persons ? data.number("population") : null;
    Groups groups = data.groups(by);
    int[][] members = groups.rows();
    for (int g = 0; g < members.length; g++) {
      int first = groups.first(g);
      List<String> cells = by.stream().map(key -> data.text(key).get(first)).toList();
      Tidy.Row row = tidy.row(cells).measure(measure()).unitOfMeasure(indicator.unitOfMeasure());
      fill(row, members[g], amounts, people);
    }
    return tidy.frame();
  }

  private void fill(
      Tidy.Row row, int[] members, NumberColumn amounts, @Nullable NumberColumn people) {
    List<double[]> parts = new ArrayList<>();
    Status without = null;
    for (int member : members) {
      Status status = amounts.isKnown(member) && people != null
          ? people.status(member)
          : amounts.status(member);
      boolean nobody = people != null && people.isKnown(member) && people.value(member) == 0;
      if (status == Status.KNOWN && !nobody) {
        parts.add(new double[] {amounts.value(member), people == null ? 1 : people.value(member)});
      } else if (status == Status.SUPPRESSED || without == null) {
        without = nobody ? Status.NOT_APPLICABLE : status;
      }
    }
    boolean plainSum = !value && !persons;
    boolean lacking =
        without != null && without != Status.NOT_APPLICABLE && without != Status.NO_UNIT;
    if (parts.isEmpty() || (plainSum && lacking)) {
      row.status(IndicatorRunner.status(without))
          .note(parts.isEmpty() ? "no known number" : "not every part of the sum is known");
      return;
    }
    double top = Sums.of(
        parts.stream().mapToDouble(p -> value && persons ? p[0] * p[1] : p[0]).toArray());
    double below = Sums.of(parts.stream().mapToDouble(p -> p[1]).toArray());
    row.estimate(plainSum ? top : top / below).n(parts.size());
    if (parts.size() < members.length) {
      row.note((members.length - parts.size()) + " of " + members.length
          + " units have no known number and are left out");
    }
  }
}
