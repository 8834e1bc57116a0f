package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.method.Tidy;
import org.jspecify.annotations.Nullable;

/** The lowest and the highest each number can be, whatever the unknown incomes or states are; why not, where not. */
final class BoundsTable {

  private static final String NOT_OFFERED =
      "no bounds are offered for this measure under this rule of quantiles";
  private static final String NOTHING_KNOWN = "too few are known, or nobody is there";
  private static final String NO_LIMIT = "so much is unknown that it has no limit here";

  private final Persons persons;
  private final Plan plan;
  private final Samples samples;
  private final Sample[] sampleOf;
  private final @Nullable Children children;

  BoundsTable(Persons persons, Samples samples, Sample[] sampleOf, @Nullable Children children) {
    this.persons = persons;
    this.plan = persons.plan();
    this.samples = samples;
    this.sampleOf = sampleOf;
    this.children = children;
  }

  Frame frame() {
    List<String> keys = new ArrayList<>(plan.keys());
    keys.add("of");
    Tidy rows = Tidy.keys(keys);
    for (int g = 0; g < persons.groups().count(); g++) {
      for (Measure measure : plan.measures()) {
        List<String> names = new ArrayList<>(persons.names(g));
        names.add(measure.name());
        Optional<Limits> bounds = bounds(measure, g);
        Limits limits = bounds.orElse(Limits.NONE).times(measure.scale().factor(plan.settings()));
        String why = bounds.isEmpty() ? NOT_OFFERED : limits.isNone() ? NOTHING_KNOWN : NO_LIMIT;
        row(rows, names, measure, "lowest", limits.low(), why);
        row(rows, names, measure, "highest", limits.high(), why);
      }
    }
    return rows.frame();
  }

  private void row(
      Tidy rows, List<String> names, Measure measure, String end, double value, String why) {
    Tidy.Row row = rows.row(names)
        .measure(end)
        .estimate(value)
        .unitOfMeasure(measure.scale().unit(plan.settings()));
    if (Double.isNaN(value)) {
      row.status("not-estimable").note(why);
    }
  }

  /** Empty for a measure without bounds. */
  private Optional<Limits> bounds(Measure measure, int group) {
    int line = samples.line(group);
    Incomes all = sampleOf[line].all();
    Incomes part = sampleOf[line].part(samples.place(group));
    double unknown = persons.tally(group).unknownWeight;
    if (measure.movement().isPresent()) {
      return measure.movement().get() == Movement.RATE
          ? Optional.of(Bounds.of(part.sum(), part.weight() - part.sum(), unknown))
          : Optional.empty();
    }
    Index index = measure.index().orElseThrow();
    double amongAll = 0;
    for (int g : samples.groups(line)) {
      amongAll += persons.tally(g).unknownWeight;
    }
    if (measure.years() > 1 || (amongAll > 0 && !Bounds.fit(plan.rule()))) {
      return Optional.empty();
    }
    if (index instanceof Deprivation.Gap gap && gap.alpha() == 0) {
      return Optional.of(
          measure.children() && children != null
              ? below(
                  measure,
                  all,
                  amongAll,
                  children.of(sampleOf[line], samples.place(group)),
                  children.unknownWeight(group))
              : below(measure, all, amongAll, part, unknown));
    }
    if (index instanceof Deprivation.Line) {
      return Optional.of(
          Double.isNaN(measure.share())
              ? new Limits(measure.amount(), measure.amount())
              : Bounds.ofQuantile(all, amongAll, 0.5, plan.rule()).times(measure.share()));
    }
    return index instanceof Distribution.Quantile quantile
        ? Optional.of(Bounds.ofQuantile(part, unknown, quantile.p(), plan.rule()))
        : Optional.empty();
  }

  private Limits below(
      Measure measure, Incomes all, double amongAll, Incomes part, double unknown) {
    return Bounds.of(all, amongAll, part, unknown, measure.share(), measure.amount(), plan.rule());
  }
}
