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
  private static final String TOO_MUCH = "so much is unknown that it has no limit here";
  private static final String NO_LIMIT = "an unknown income has no end, and so there is no highest";
  private static final String NOT_BELOW_ZERO = "if no unknown income is below 0";

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
        String why = bounds.isEmpty() ? NOT_OFFERED : limits.isNone() ? NOTHING_KNOWN : TOO_MUCH;
        String note = supposes(measure, g) ? NOT_BELOW_ZERO : "";
        String whyNoLowest = Double.isInfinite(limits.high()) ? NOT_OFFERED : why;
        row(rows, names, measure, "lowest", limits.low(), whyNoLowest, note);
        row(rows, names, measure, "highest", limits.high(), why, note);
      }
    }
    return rows.frame();
  }

  private void row(
      Tidy rows,
      List<String> names,
      Measure measure,
      String end,
      double value,
      String why,
      String note) {
    Tidy.Row row =
        rows.row(names).measure(end).unitOfMeasure(measure.scale().unit(plan.settings()));
    if (Double.isFinite(value)) {
      row.estimate(value).note(note);
    } else {
      row.status("not-estimable").note(Double.isNaN(value) ? why : NO_LIMIT);
    }
  }

  /** Whether a bound rests on unknown incomes that are not below 0: of the group, or of any who share its line. */
  private boolean supposes(Measure measure, int group) {
    return measure
        .index()
        .filter(BoundsTable::isOfWholeIncomes)
        .filter(index -> persons.tally(group).unknownWeight > 0
            || (!isWithoutLine(index) && amongAll(samples.line(group)) > 0))
        .isPresent();
  }

  private static boolean isOfWholeIncomes(Index index) {
    return index instanceof Deprivation.Gap gap
        ? gap.alpha() > 0
        : index instanceof Deprivation.Watts
            || index instanceof Distribution.Mean
            || index instanceof Distribution.Gini;
  }

  private double amongAll(int line) {
    double weight = 0;
    for (int g : samples.groups(line)) {
      weight += persons.tally(g).unknownWeight;
    }
    return weight;
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
    double amongAll = amongAll(line);
    if (measure.years() > 1 || (amongAll > 0 && !Bounds.fit(plan.rule()))) {
      return Optional.empty();
    }
    boolean negative = part.size() > 0 && part.income(0) < 0;
    if (amongAll > 0 && negative && isOfWholeIncomes(index)) {
      return Optional.empty();
    }
    if (index instanceof Deprivation.Gap gap) {
      return Optional.of(
          measure.children() && children != null
              ? below(
                  gap.alpha(),
                  measure,
                  all,
                  amongAll,
                  children.of(sampleOf[line], samples.place(group)),
                  children.unknownWeight(group))
              : below(gap.alpha(), measure, all, amongAll, part, unknown));
    }
    if (index instanceof Deprivation.Line) {
      return Optional.of(line(measure, all, amongAll));
    }
    if (index instanceof Distribution.Quantile quantile) {
      return Optional.of(Bounds.ofQuantile(part, unknown, quantile.p(), plan.rule()));
    }
    if (unknown == 0 && (amongAll == 0 || isWithoutLine(index))) {
      return Optional.of(exact(measure, index, all, part));
    }
    if (index instanceof Deprivation.Watts) {
      return Optional.of(
          Bounds.ofWatts(part, unknown, line(measure, all, amongAll).low()));
    }
    if (index instanceof Distribution.Mean) {
      return Optional.of(Bounds.ofMean(part, unknown));
    }
    double least = persons.tally(group).leastUnknown;
    if (index instanceof Distribution.Gini) {
      return Optional.of(Bounds.ofGini(part, unknown, least));
    }
    boolean endless = index instanceof Distribution.ShareRatio
        && least < Distribution.FIFTH * (part.weight() + unknown);
    return endless
        ? Optional.of(new Limits(Double.NaN, Double.POSITIVE_INFINITY))
        : Optional.empty();
  }

  private static boolean isWithoutLine(Index index) {
    return index instanceof Distribution.Mean
        || index instanceof Distribution.Gini
        || index instanceof Distribution.ShareRatio
        || index instanceof Distribution.Share;
  }

  /** Where nothing is unknown the number is what it is. */
  private Limits exact(Measure measure, Index index, Incomes all, Incomes part) {
    double line = Double.isNaN(measure.share())
        ? measure.amount()
        : measure.share() * all.quantile(0.5, plan.rule());
    if (part.size() == 0 || !index.obstacle(part, line).isEmpty()) {
      return Limits.NONE;
    }
    double value = index.value(part, line);
    return new Limits(value, value);
  }

  private Limits line(Measure measure, Incomes all, double amongAll) {
    return Double.isNaN(measure.share())
        ? new Limits(measure.amount(), measure.amount())
        : Bounds.ofQuantile(all, amongAll, 0.5, plan.rule()).times(measure.share());
  }

  private Limits below(
      int alpha, Measure measure, Incomes all, double amongAll, Incomes part, double unknown) {
    return Bounds.of(
        alpha, all, amongAll, part, unknown, measure.share(), measure.amount(), plan.rule());
  }
}
