package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.math.SortedIndex;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import no.utfall.text.Numerals;
import org.jspecify.annotations.Nullable;

/** The rows of a run: income or state, weight and group of each, and why some cannot be used. */
final class Persons {

  private static final Pattern AGE = Pattern.compile("([0-9]{1,3})\\s*(?:\\+|år|years?|or over)?");

  /** How the rows of one group stand. */
  static final class Tally {
    int rows;
    int used;
    int missing;
    int hidden;
    int inapplicable;
    int unweighted;
    int zero;
    double unknownWeight;

    /** The least weight above 0 of those whose income is not known; infinite where all are. */
    double leastUnknown = Double.POSITIVE_INFINITY;

    int unknown() {
      return missing + hidden;
    }
  }

  private final Frame data;
  private final Plan plan;
  private final Groups groups;
  private final Groups lines;
  private final double[] income;
  private final double[] weight;
  private final boolean[] usable;
  private final Tally[] tallies;
  private final List<Finding> findings = new ArrayList<>();

  private Persons(Frame data, Plan plan) {
    this.data = data;
    this.plan = plan;
    this.groups = data.groups(plan.keys());
    this.lines = data.groups(plan.lineKeys());
    this.usable = new boolean[data.rows()];
    this.tallies = new Tally[groups.count()];
    for (int g = 0; g < tallies.length; g++) {
      tallies[g] = new Tally();
    }
    this.weight = weights();
    this.income = plan.isIncome() ? incomes() : states();
  }

  static Persons of(Frame data, Plan plan) {
    Persons persons = new Persons(data, plan);
    persons.setTwiceAside();
    persons.count();
    return persons;
  }

  /** Weights of persons: those of households times their size. Not a number where not known; 0 is not in the sample. */
  private double[] weights() {
    Settings settings = plan.settings();
    double[] weights = known("weight");
    if (settings.has("size") && !settings.has("household")) {
      double[] sizes = known("size");
      for (int row = 0; row < weights.length; row++) {
        weights[row] *= sizes[row];
      }
    }
    return weights;
  }

  /** The longitudinal weights; those of the rows where none are named. */
  double[] longitudinalWeights() {
    return plan.settings().has("longitudinal-weight")
        ? known("longitudinal-weight")
        : weight.clone();
  }

  /** Numbers from 0, 1 where no column is named; one below 0 is told and not known. */
  private double[] known(String role) {
    double[] numbers = new double[data.rows()];
    String name = plan.settings().textOrNull(role);
    if (name == null) {
      Arrays.fill(numbers, 1);
      return numbers;
    }
    NumberColumn column = data.number(name);
    Some negative = new Some();
    for (int row = 0; row < numbers.length; row++) {
      double value = column.value(row);
      numbers[row] = value < 0 ? Double.NaN : value;
      if (value < 0) {
        negative.add(row);
      }
    }
    if (negative.count > 0) {
      String value = Numerals.exact(column.value(negative.first));
      findings.add(Finding.error(
          "E601",
          data.place(negative.first, name),
          value,
          name + " = " + value + ": cannot be negative" + others(negative.count - 1),
          "correct it; the row is set aside"));
    }
    return numbers;
  }

  private static String others(int more) {
    return more == 0 ? "" : ", nor in " + more + (more == 1 ? " other row" : " other rows");
  }

  private double[] incomes() {
    NumberColumn column = data.number(plan.settings().text("income"));
    double[] incomes = column.values();
    Equivalence scale = Equivalence.find(plan.settings().text("scale")).orElseThrow();
    if (scale == Equivalence.NONE) {
      return incomes;
    }
    return plan.settings().has("household")
        ? sharedBy(incomes, scale)
        : dividedBySize(incomes, scale);
  }

  private double[] dividedBySize(double[] incomes, Equivalence scale) {
    double[] sizes = known("size");
    double[] children = scale.needsAges() ? known("children") : new double[incomes.length];
    Some odd = new Some();
    for (int row = 0; row < incomes.length; row++) {
      boolean fits = sizes[row] >= 1 && children[row] <= sizes[row];
      incomes[row] = fits ? incomes[row] / scale.units(sizes[row], children[row]) : Double.NaN;
      if (!fits) {
        odd.add(row);
      }
    }
    setAside(odd, "size", "no household size that fits; set aside");
    return incomes;
  }

  /** Rows are persons: the household is all rows of one name under one line. */
  private double[] sharedBy(double[] incomes, Equivalence scale) {
    TextColumn household = data.text(plan.settings().text("household"));
    int n = incomes.length;
    double[] line = new double[n];
    double[] code = new double[n];
    for (int row = 0; row < n; row++) {
      line[row] = lines.of(row);
      code[row] = household.code(row);
    }
    int[] order = SortedIndex.of(line, code);
    int[] ages = scale.needsAges() ? ages() : new int[n];
    int limit = plan.settings().integer("child-age");
    Some different = new Some();
    Some ageless = new Some();
    for (int from = 0; from < n; ) {
      int to = from;
      int children = 0;
      boolean agesKnown = true;
      boolean same = true;
      while (to < n
          && line[order[to]] == line[order[from]]
          && code[order[to]] == code[order[from]]) {
        int row = order[to++];
        children += ages[row] < limit ? 1 : 0;
        agesKnown &= ages[row] >= 0;
        same &= Double.compare(incomes[row], incomes[order[from]]) == 0;
      }
      if (!same) {
        different.add(order[from]);
      }
      if (!agesKnown) {
        ageless.add(order[from]);
      }
      double units = same && (agesKnown || !scale.needsAges())
          ? scale.units(to - from, scale.needsAges() ? children : 0)
          : Double.NaN;
      for (int i = from; i < to; i++) {
        incomes[order[i]] /= units;
      }
      from = to;
    }
    if (different.count > 0) {
      findings.add(Finding.error(
          "E501",
          data.place(different.first, household.name()),
          household.get(different.first),
          different.count + (different.count == 1 ? " household has" : " households have")
              + " members with unlike income: the income of the whole household belongs in each row",
          "give every member the income of the household; the households are set aside"));
    }
    setAside(ageless, "age", "a member of unknown age; set aside");
    return incomes;
  }

  private void setAside(Some these, String role, String what) {
    if (these.count > 0) {
      String column = plan.settings().text(role);
      findings.add(Finding.warning(
          "W782",
          data.place(these.first, column),
          "",
          these.count + (these.count == 1 ? " row or household: " : " rows or households: ") + what,
          "give " + column + ", or leave them out"));
    }
  }

  /** Whole years; −1 where not known. */
  int[] ages() {
    TextColumn column = data.text(plan.settings().text("age"));
    int[] ofLevel = new int[column.levels()];
    for (int code = 0; code < ofLevel.length; code++) {
      Matcher matcher = AGE.matcher(column.level(code).strip());
      ofLevel[code] = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
    int[] ages = new int[data.rows()];
    for (int row = 0; row < ages.length; row++) {
      ages[row] = ofLevel[column.code(row)];
    }
    return ages;
  }

  /** The ages for children, with a finding where they are not known. */
  int[] agesOfChildren() {
    int[] ages = ages();
    Some ageless = new Some();
    for (int row = 0; row < ages.length; row++) {
      if (usable[row] && ages[row] < 0) {
        ageless.add(row);
      }
    }
    setAside(ageless, "age", "no known age, so not among the children");
    return ages;
  }

  /** 1 in the state, 0 in another, not a number where the category is blank. */
  private double[] states() {
    TextColumn column = data.text(plan.settings().text("category"));
    String state = plan.settings().text("state");
    List<String> words = new ArrayList<>();
    for (int code = 0; code < column.levels(); code++) {
      words.add(column.level(code));
    }
    if (!words.contains(state)) {
      throw Refusal.commandLine(
          "--state: there is no '" + state + "' in column " + column.name(),
          Nearest.to(state, words)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("it holds: "
                  + String.join(" ", words.subList(0, Math.min(9, words.size())))));
    }
    double[] states = new double[data.rows()];
    for (int row = 0; row < states.length; row++) {
      String word = column.get(row);
      states[row] = word.isBlank() ? Double.NaN : word.equals(state) ? 1 : 0;
    }
    return states;
  }

  /** One person cannot have two rows in one period: which of them is right cannot be told. */
  private void setTwiceAside() {
    if (!plan.isPanel()) {
      return;
    }
    TextColumn unit = data.text(plan.person());
    int n = data.rows();
    double[] code = new double[n];
    double[] period = new double[n];
    TextColumn periods = data.text(String.valueOf(plan.period()));
    double[] line = new double[n];
    for (int row = 0; row < n; row++) {
      code[row] = unit.code(row);
      period[row] = periods.code(row);
      line[row] = lines.of(row);
    }
    int[] order = SortedIndex.of(code, period, line);
    Some twice = new Some();
    for (int i = 1; i < n; i++) {
      int row = order[i];
      int other = order[i - 1];
      if (code[row] == code[other] && period[row] == period[other] && line[row] == line[other]) {
        income[row] = Double.NaN;
        income[other] = Double.NaN;
        twice.add(row);
      }
    }
    if (twice.count > 0) {
      int first = twice.first;
      findings.add(Finding.error(
          "E501",
          data.place(first, unit.name()),
          unit.get(first),
          unit.get(first) + " has two rows in " + periods.get(first) + others(twice.count - 1),
          "leave one row for each person and period; both are set aside"));
    }
  }

  private void count() {
    @Nullable NumberColumn column = plan.isIncome() ? data.number(plan.settings().text("income")) : null;
    Some unknown = new Some();
    Some unweighted = new Some();
    Some negative = new Some();
    for (int row = 0; row < usable.length; row++) {
      Tally tally = tallies[groups.of(row)];
      tally.rows++;
      if (Double.isNaN(weight[row])) {
        tally.unweighted++;
        unweighted.add(row);
      } else if (weight[row] == 0) {
        tally.zero++;
      } else if (Double.isNaN(income[row])) {
        Status status = column == null ? Status.MISSING : column.status(row);
        if (status == Status.SUPPRESSED) {
          tally.hidden++;
        } else {
          tally.missing++;
          tally.inapplicable += status == Status.NOT_APPLICABLE || status == Status.NO_UNIT ? 1 : 0;
        }
        tally.unknownWeight += weight[row];
        tally.leastUnknown = Math.min(tally.leastUnknown, weight[row]);
        unknown.add(row);
      } else {
        usable[row] = true;
        tally.used++;
        if (income[row] < 0) {
          negative.add(row);
        }
      }
    }
    tell(unknown, unweighted, negative);
  }

  /** Rows of one kind: how many, and the first of them. */
  private static final class Some {
    private int count;
    private int first;

    void add(int row) {
      if (count++ == 0) {
        first = row;
      }
    }
  }

  private void tell(Some unknown, Some unweighted, Some negative) {
    String name = plan.settings().text(plan.isIncome() ? "income" : "category");
    if (unknown.count > 0) {
      findings.add(Finding.warning(
          "W782",
          data.place(unknown.first, name),
          "",
          unknown.count + " of " + data.rows() + " rows have no known " + name
              + " and are set aside",
          "see --table bounds for what the numbers could be, and --table sizes for where"));
    }
    if (unweighted.count > 0) {
      findings.add(Finding.warning(
          "W782",
          data.place(
              unweighted.first,
              plan.settings().has("weight") ? plan.settings().text("weight") : name),
          "",
          unweighted.count + " of " + data.rows()
              + " rows have no weight that can be used and are set aside",
          "give the weight, or leave the rows out"));
    }
    if (negative.count > 0) {
      findings.add(Finding.note(
          "N761",
          data.place(negative.first, name),
          Numerals.exact(income[negative.first]),
          negative.count == 1
              ? "1 income is negative and used as it is"
              : negative.count + " incomes are negative and used as they are",
          "leave them out with --positive, if that is what is wanted"));
    }
    if (plan.periodAssumed()) {
      findings.add(Finding.note(
          "N762",
          data.place(0, String.valueOf(plan.period())),
          "",
          "every " + plan.period() + " has a line of its own",
          "name the column with --period to say so, or --threshold-by for other columns"));
    }
  }

  Frame data() {
    return data;
  }

  Plan plan() {
    return plan;
  }

  Groups groups() {
    return groups;
  }

  /** The rows that share a line, as groups. */
  Groups lines() {
    return lines;
  }

  double income(int row) {
    return income[row];
  }

  double weight(int row) {
    return weight[row];
  }

  /** Whether the income or the state is known, with or without a weight. */
  boolean isKnown(int row) {
    return !Double.isNaN(income[row]);
  }

  /** Whether it is known and has a weight. */
  boolean isUsable(int row) {
    return usable[row];
  }

  Tally tally(int group) {
    return tallies[group];
  }

  List<Finding> findings() {
    return findings;
  }

  /** The cells that name a group. */
  List<String> names(int group) {
    return plan.keys().stream()
        .map(key -> data.text(key).get(groups.first(group)))
        .toList();
  }

  Optional<TextColumn> text(String role) {
    return Optional.ofNullable(plan.settings().textOrNull(role)).map(data::text);
  }
}
