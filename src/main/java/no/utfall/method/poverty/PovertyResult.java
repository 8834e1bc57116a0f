package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.method.Arithmetic;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import org.jspecify.annotations.Nullable;

/** Every measure for every group, and the tables beside them. */
final class PovertyResult implements Result {

  private final Persons persons;
  private final Plan plan;
  private final Samples samples;
  private final Sample[] sampleOf;
  private final Estimator[] estimatorOf;
  private final Estimate[][] estimates;
  private final Function<Measure, States> states;
  private final @Nullable Histories histories;
  private final @Nullable Sample[] followedOf;
  private final double[] later;
  private final @Nullable Children children;
  private final Frame tidy;

  private PovertyResult(Persons persons) {
    this.persons = persons;
    this.plan = persons.plan();
    this.samples = new Samples(persons);
    this.sampleOf = new Sample[samples.count()];
    this.estimatorOf = new Estimator[samples.count()];
    this.followedOf = new Sample[samples.count()];
    for (int line = 0; line < sampleOf.length; line++) {
      sampleOf[line] = samples.sample(line);
      estimatorOf[line] = new Estimator(plan, sampleOf[line]);
    }
    this.states = statesByLine();
    this.histories = plan.isPanel() ? Histories.of(persons) : null;
    this.later = plan.isPanel() ? persons.longitudinalWeights() : new double[0];
    this.children =
        plan.measures().stream().anyMatch(Measure::children) ? new Children(persons) : null;
    this.estimates = new Estimate[plan.measures().size()][persons.groups().count()];
    ofIncomes();
    ofAverages();
    ofMovements();
    this.tidy = rows();
  }

  static PovertyResult of(Persons persons) {
    boolean any = false;
    for (int row = 0; row < persons.data().rows() && !any; row++) {
      any = persons.isUsable(row);
    }
    if (!any) {
      throw refusal(persons, "no row has both a known value and a weight above zero");
    }
    PovertyResult result = new PovertyResult(persons);
    for (Estimate[] ofMeasure : result.estimates) {
      for (Estimate estimate : ofMeasure) {
        if (!estimate.status().equals("not-estimable")
            && !estimate.status().equals("not-applicable")) {
          return result;
        }
      }
    }
    throw refusal(persons, result.estimates[0][0].note());
  }

  private static Refusal refusal(Persons persons, String why) {
    List<Finding> all = new ArrayList<>(persons.findings());
    boolean badData = all.stream().anyMatch(Finding::isError);
    all.add(Finding.error(
        "E701",
        Location.ofFile(persons.data().file()),
        "",
        "nothing can be estimated: " + why,
        "see the other findings, or choose other columns or measures"));
    return new Refusal(badData ? Fault.INPUT_DATA : Fault.ANALYSIS, all);
  }

  /** Who is poor is found once for every line that is asked about. */
  private Function<Measure, States> statesByLine() {
    Map<List<Double>, States> made = new LinkedHashMap<>();
    return measure -> made.computeIfAbsent(
        List.of(measure.share(), measure.amount()),
        key -> States.of(persons, estimatorOf, measure));
  }

  private void ofIncomes() {
    List<Integer> wanted = IntStream.range(0, plan.measures().size())
        .filter(
            m -> plan.measures().get(m).needsIncome() && plan.measures().get(m).years() == 1)
        .boxed()
        .toList();
    if (wanted.isEmpty()) {
      return;
    }
    List<Measure> measures = wanted.stream().map(plan.measures()::get).toList();
    for (int line = 0; line < sampleOf.length; line++) {
      put(wanted, samples.groups(line), estimatorOf[line].estimates(measures, new PartsOf(line)));
    }
  }

  /** Whom the measures of one line are about. */
  private final class PartsOf implements Estimator.Parts {
    private final int line;
    private final int[] groups;
    private final @Nullable Incomes[] young;

    PartsOf(int line) {
      this.line = line;
      this.groups = samples.groups(line);
      this.young = new Incomes[groups.length];
    }

    @Override
    public Incomes of(Measure measure, int group) {
      if (measure.ofEverybody()) {
        return sampleOf[line].all();
      }
      if (!measure.children() || children == null) {
        return sampleOf[line].part(group);
      }
      Incomes made = young[group];
      if (made == null) {
        made = children.of(sampleOf[line], group);
        young[group] = made;
      }
      return made;
    }

    @Override
    public int unknown(Measure measure, int group) {
      if (measure.ofEverybody()) {
        return Arrays.stream(groups).map(g -> persons.tally(g).unknown()).sum();
      }
      return measure.children() && children != null
          ? children.unknown(groups[group])
          : persons.tally(groups[group]).unknown();
    }
  }

  private void put(List<Integer> measures, int[] groups, Estimate[][] made) {
    for (int m = 0; m < measures.size(); m++) {
      for (int g = 0; g < groups.length; g++) {
        Estimate estimate = made[m][g];
        boolean nobody = persons.tally(groups[g]).used == 0 && estimate.n() == 0;
        estimates[measures.get(m)][groups[g]] =
            nobody ? Estimate.none(standing(groups[g]), why(groups[g]), 0) : estimate;
      }
    }
  }

  private String standing(int group) {
    Persons.Tally tally = persons.tally(group);
    if (tally.inapplicable == tally.rows) {
      return "not-applicable";
    }
    return tally.hidden > 0 && tally.missing == 0
        ? "suppressed"
        : tally.missing + tally.unweighted > 0 ? "missing" : "not-estimable";
  }

  private String why(int group) {
    Persons.Tally tally = persons.tally(group);
    if (tally.unknown() > 0) {
      String how = tally.missing == 0 ? "hidden" : "missing";
      return tally.unknown() + " of " + tally.rows
          + (tally.rows == 1 ? " value is " : " values are ") + how;
    }
    return "nobody has a weight above zero";
  }

  /** Incomes averaged over this period and those before it, of persons who have all of them. */
  private void ofAverages() {
    for (int m = 0; m < estimates.length; m++) {
      Measure measure = plan.measures().get(m);
      if (measure.years() == 1) {
        continue;
      }
      int back = measure.years() - 1;
      for (int line = 0; line < sampleOf.length; line++) {
        Sample average = averages(line, back);
        Estimate[][] made =
            new Estimator(plan, average).estimates(List.of(measure), average.parts());
        put(List.of(m), samples.groups(line), made);
        notReached(m, line, back);
      }
    }
  }

  private Sample averages(int line, int back) {
    return samples.sample(
        line,
        row -> later[row] > 0 && !Double.isNaN(average(row, back)),
        row -> average(row, back),
        row -> later[row]);
  }

  private double average(int row, int back) {
    if (!persons.isKnown(row)) {
      return Double.NaN;
    }
    double sum = persons.income(row);
    for (int k = 1; k <= back; k++) {
      int then = histories == null ? -1 : histories.row(row, k);
      if (then < 0) {
        return Double.NaN;
      }
      sum += persons.income(then);
    }
    return sum / (back + 1);
  }

  /** Where the data do not go back far enough, nothing was asked that could be answered. */
  private void notReached(int m, int line, int back) {
    for (int group : samples.groups(line)) {
      if (!reaches(group, back)) {
        estimates[m][group] = Estimate.none(
            "not-applicable",
            back == 1
                ? "the data do not have the period before"
                : "the data do not have the " + back + " periods before",
            0);
      }
    }
  }

  private void ofMovements() {
    for (int m = 0; m < estimates.length; m++) {
      Measure measure = plan.measures().get(m);
      if (measure.movement().isEmpty()) {
        continue;
      }
      Movement movement = measure.movement().get();
      for (int line = 0; line < sampleOf.length; line++) {
        int[] groups = samples.groups(line);
        Follow follow = follow(line, states.apply(measure), movement.before());
        byte[] counted = follow.counted(movement);
        for (int g = 0; g < groups.length; g++) {
          put(List.of(m), new int[] {groups[g]}, new Estimate[][] {
            {follow.ratios().estimate(counted, g, missing(movement, groups[g]))}
          });
        }
        if (movement.before() > 0) {
          notReached(m, line, movement.before());
        }
      }
    }
  }

  /** Who was not followed is not unknown: the longitudinal weights are there for them. */
  private int missing(Movement movement, int group) {
    return movement == Movement.RATE ? persons.tally(group).unknown() : 0;
  }

  private boolean reaches(int group, int back) {
    return histories != null && histories.reach(persons.groups().first(group), back);
  }

  private Follow follow(int line, States of, int before) {
    return before == 0
        ? Follow.of(plan, sampleOf[line], of, null, 0, persons::weight)
        : Follow.of(plan, followed(line), of, histories, before, row -> later[row]);
  }

  /** Those who have a weight for being followed. */
  private Sample followed(int line) {
    if (!plan.settings().has("longitudinal-weight")) {
      return sampleOf[line];
    }
    Sample made = followedOf[line];
    if (made == null) {
      made = samples.sample(
          line, row -> later[row] > 0 && persons.isKnown(row), persons::income, row -> later[row]);
      followedOf[line] = made;
    }
    return made;
  }

  private Frame rows() {
    Tidy rows = Tidy.keys(plan.keys());
    for (int g = 0; g < persons.groups().count(); g++) {
      List<String> names = persons.names(g);
      for (int m = 0; m < estimates.length; m++) {
        Measure measure = plan.measures().get(m);
        add(rows, names, measure.name(), measure.scale().unit(plan.settings()), estimates[m][g]);
      }
    }
    return rows.frame();
  }

  private void add(Tidy rows, List<String> names, String measure, String unit, Estimate made) {
    double[] levels = plan.levels();
    for (int i = 0; i < levels.length; i++) {
      Limits limits = i < made.limits().size() ? made.limits().get(i) : Limits.NONE;
      rows.row(names)
          .measure(measure)
          .estimate(made.value())
          .stdError(made.error())
          .interval(limits.low(), limits.high(), levels[i])
          .test(Double.NaN, made.df(), Double.NaN)
          .n(made.n())
          .unitOfMeasure(unit)
          .method(made.method())
          .status(made.status())
          .note(made.note());
    }
  }

  @Override
  public Frame tidy() {
    return tidy;
  }

  @Override
  public Map<String, Frame> tables() {
    LazyTables tables = new LazyTables()
        .with("sizes", this::sizes)
        .with("bounds", new BoundsTable(persons, samples, sampleOf, children)::frame);
    if (plan.isPanel()) {
      tables.with("transitions", this::transitions).with("flows", this::flows);
    }
    return tables;
  }

  private Frame sizes() {
    Tidy rows = Tidy.keys(plan.keys());
    for (int g = 0; g < persons.groups().count(); g++) {
      List<String> names = persons.names(g);
      Persons.Tally tally = persons.tally(g);
      Sample sample = sampleOf[samples.line(g)];
      Incomes part = sample.part(samples.place(g));
      size(rows, names, "rows", tally.rows);
      size(rows, names, "used", tally.used);
      size(rows, names, "missing", tally.missing);
      size(rows, names, "suppressed", tally.hidden);
      size(rows, names, "without_weight", tally.unweighted);
      size(rows, names, "zero_weight", tally.zero);
      size(rows, names, "weight", part.weight());
      size(rows, names, "strata", sample.design().strata());
      size(rows, names, "clusters", sample.design().clusters());
    }
    return rows.frame();
  }

  private static void size(Tidy rows, List<String> names, String measure, double size) {
    rows.row(names).measure(measure).estimate(size);
  }

  private Frame transitions() {
    List<String> keys = new ArrayList<>(plan.keys());
    keys.addAll(List.of("from", "to"));
    Tidy rows = Tidy.keys(keys);
    States categories = categories();
    for (int g = 0; g < persons.groups().count(); g++) {
      if (!reaches(g, 1)) {
        continue;
      }
      Follow follow = follow(samples.line(g), categories, 1);
      for (int from = 0; from < categories.words().size(); from++) {
        if (!follow.anyFrom(from, samples.place(g))) {
          continue;
        }
        for (int to = 0; to < categories.words().size(); to++) {
          List<String> names = new ArrayList<>(persons.names(g));
          names.add(categories.words().get(from));
          names.add(categories.words().get(to));
          add(
              rows,
              names,
              "transition",
              Measure.Scale.PERSONS.unit(plan.settings()),
              follow.ratios().estimate(follow.moved(from, to), samples.place(g), 0));
        }
      }
    }
    return rows.frame();
  }

  /** All categories, or poor and not poor under the first line. */
  private States categories() {
    return plan.isIncome()
        ? states.apply(Measure.of("entry", plan.settings(), plan.rule()).get(0))
        : States.categories(persons);
  }

  private Frame flows() {
    Tidy rows = Tidy.keys(plan.keys());
    Measure entry = Measure.of("entry", plan.settings(), plan.rule()).get(0);
    for (int g = 0; g < persons.groups().count(); g++) {
      if (!reaches(g, 1)) {
        continue;
      }
      Follow follow = follow(samples.line(g), states.apply(entry), 1);
      List<String> names = persons.names(g);
      Follow.Flows flows = follow.flows(samples.place(g));
      flow(rows, names, "in_before", flows.inBefore());
      flow(rows, names, "entered", flows.entered());
      flow(rows, names, "left", flows.left());
      flow(rows, names, "in_now", flows.inNow());
      flow(rows, names, "not_followed", flows.notFollowed());
    }
    return rows.frame();
  }

  private static void flow(Tidy rows, List<String> names, String measure, double persons) {
    rows.row(names).measure(measure).estimate(persons).unitOfMeasure("weight");
  }

  @Override
  public Optional<List<Text>> explain(String key) {
    for (int g = 0; g < persons.groups().count(); g++) {
      List<String> names = persons.names(g);
      if (String.join(",", names).equals(key) || (names.isEmpty() && key.equals("all"))) {
        return Optional.of(arithmetic(g));
      }
    }
    return Optional.empty();
  }

  private List<Text> arithmetic(int group) {
    Arithmetic lines = new Arithmetic();
    Sample sample = sampleOf[samples.line(group)];
    Persons.Tally tally = persons.tally(group);
    lines.line(
        "{0} rows, {1} used, {2} unknown; {3} clusters in {4} strata",
        tally.rows,
        tally.used,
        tally.unknown(),
        sample.design().clusters(),
        sample.design().strata());
    for (int m = 0; m < estimates.length; m++) {
      Measure measure = plan.measures().get(m);
      Estimate made = estimates[m][group];
      if (!made.isKnown()) {
        lines.reason(measure.name(), made.note());
        continue;
      }
      double value = working(lines, measure, group);
      Working.add(
          lines, measure, value, made, measure.scale().factor(plan.settings()), plan.levels()[0]);
    }
    return lines.lines();
  }

  /** The lines up to the statistic, which is returned. */
  private double working(Arithmetic lines, Measure measure, int group) {
    int line = samples.line(group);
    int place = samples.place(group);
    if (measure.movement().isPresent()) {
      Movement movement = measure.movement().get();
      Follow follow = follow(line, states.apply(measure), movement.before());
      return follow.ratios().arithmetic(lines, measure.name(), follow.counted(movement), place);
    }
    Sample sample = measure.years() > 1 ? averages(line, measure.years() - 1) : sampleOf[line];
    Estimator estimator = measure.years() > 1 ? new Estimator(plan, sample) : estimatorOf[line];
    Incomes part = measure.ofEverybody()
        ? sample.all()
        : measure.children() && children != null ? children.of(sample, place) : sample.part(place);
    Index index = measure.index().orElseThrow();
    double at = estimator.line(measure);
    if (!Double.isNaN(measure.share())) {
      lines.line(
          "{0}: median of all {1} = {2}, t = {3} · {2} = {4}",
          measure.name(), sample.all().size(), estimator.median(), measure.share(), at);
    } else if (!Double.isNaN(at)) {
      lines.line("{0}: t = {1}", measure.name(), at);
    }
    double value = index.value(part, at);
    lines.line("{0}: {1}", measure.name(), index.arithmetic(part, at, value));
    return value;
  }

  @Override
  public List<Finding> findings() {
    return List.copyOf(persons.findings());
  }

  @Override
  public List<Chart> charts() {
    return story().charts();
  }

  @Override
  public List<Text> reading() {
    return story().reading();
  }

  private Story story() {
    Measure first = plan.measures().get(0);
    List<Shown> shown = new ArrayList<>();
    for (int g = 0; g < persons.groups().count(); g++) {
      Estimate estimate = estimates[0][g];
      if (estimate.isKnown()) {
        Limits limits = estimate.limits().get(0);
        shown.add(new Shown(persons.names(g), estimate.value(), limits.low(), limits.high()));
      }
    }
    return new Story(
        plan,
        first,
        shown,
        persons.groups().count(),
        line(first),
        persons.data().file());
  }

  /** From the lowest to the highest line, when there is one. */
  private Optional<Text> line(Measure measure) {
    double[] lines = Arrays.stream(estimatorOf)
        .mapToDouble(one -> one.line(measure))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
    if (lines.length == 0 || !plan.isIncome() || measure.years() > 1) {
      return Optional.empty();
    }
    int decimals = lines[0] >= 100 ? 0 : 2;
    Text low = Numerals.rounded(lines[0], decimals);
    Text high = Numerals.rounded(lines[lines.length - 1], decimals);
    Text amount = low.equals(high)
        ? low
        : Text.of("{0} til {1}", "{0} til {1}", "{0} to {1}").with(low, high);
    return Optional.of(
        Double.isNaN(measure.share())
            ? Text.of("Grensen er {0}.", "Grensa er {0}.", "The line is {0}.").with(amount)
            : Text.of(
                    "Grensen er {0} % av medianen: {1}.",
                    "Grensa er {0} % av medianen: {1}.", "The line is {0}% of the median: {1}.")
                .with(Measure.percent(measure.share()), amount));
  }
}
