package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.math.Gamma;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.Checks;
import no.utfall.method.LazyTables;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** The method {@code smr}: events over those expected at the rates of a reference, for every group. */
public final class SmrMethod implements Method {

  private static final Option EXPECTED = Option.column(
      "expected",
      Type.SIZE,
      Text.of(
          "Forventede hendelser, når de er regnet ut før",
          "Forventa hendingar, når dei er rekna ut før",
          "Expected events, when they are computed already"));
  private static final Option REFERENCE_COUNT = Option.column(
      "reference-count",
      Type.SIZE,
      Text.of(
          "Hendelser i referansebefolkningen ved samme alder",
          "Hendingar i referansebefolkninga ved same alder",
          "Events of the reference population at the same age"));
  private static final Option REFERENCE_POPULATION = Option.column(
      "reference-population",
      Type.SIZE,
      Text.of(
          "Nevneren til referansebefolkningen ved samme alder",
          "Nemnaren til referansebefolkninga ved same alder",
          "The reference population at the same age"));

  private static final Card CARD = new Card(
      "smr",
      Text.of(
          "Indirekte standardisert rate og ratio",
          "Indirekte standardisert rate og ratio",
          "Indirectly standardised rate and ratio"),
      Text.of(
          "Er det flere hendelser enn alderen til folk i gruppen skulle tilsi?",
          "Er det fleire hendingar enn alderen til folk i gruppa skulle tilseie?",
          "Are there more events than the ages of the group would give?"),
      List.of(
          Roles.BY,
          Roles.COUNT.needed(),
          Roles.POPULATION,
          DsrCard.AGE,
          EXPECTED,
          REFERENCE_COUNT,
          REFERENCE_POPULATION,
          Option.number(
              "base",
              "100",
              Text.of(
                  "Tallet referansen får i ratioen",
                  "Talet referansen får i ratioen",
                  "The number that the reference has in the ratio")),
          Roles.per("100000"),
          Roles.CONF_LEVEL,
          RateMethod.INTERVAL,
          DsrCard.minEvents("0"),
          TooUncertain.OPTION,
          DsrCard.SHOW_UNRELIABLE),
      List.of(
          new Card.Named(
              "smr",
              Text.of(
                  "Hendelser over forventede, ganger --base; p-verdien prøver om ratioen er lik referansen",
                  "Hendingar over forventa, gonger --base; p-verdien prøver om ratioen er lik referansen",
                  "Events over expected, times --base; the p-value tests whether it is that of the reference")),
          new Card.Named(
              "isr",
              Text.of(
                  "Ratioen ganger raten i referansebefolkningen",
                  "Ratioen gonger raten i referansebefolkninga",
                  "The ratio times the rate of the reference population")),
          Cards.LOWEST,
          Cards.HIGHEST,
          Cards.OF_KNOWN),
      List.of(new Card.Named(
          "sizes",
          Text.of(
              "Hendelser, forventede hendelser og referanserate for hver gruppe",
              "Hendingar, forventa hendingar og referanserate for kvar gruppe",
              "Events, expected events and reference rate of every group"))),
      Text.of(
          "E = Σ n · (x₀ / n₀) over aldrene (n: nevneren i gruppen, x₀ / n₀: raten i referansen). smr = O / E,"
              + " isr = O / E · Σx₀ / Σn₀. Grensene er grensene for O som i rate, delt på E."
              + " p = min(1, 2 · den minste av P(X ≤ O) og P(X ≥ O)) med X Poisson(E). For hånd: n = 1000 og 500,"
              + " x₀ / n₀ = 0,01 og 0,04, O = 36: E = 10 + 20 = 30, smr = 1,2.",
          "E = Σ n · (x₀ / n₀) over aldrane (n: nemnaren i gruppa, x₀ / n₀: raten i referansen). smr = O / E,"
              + " isr = O / E · Σx₀ / Σn₀. Grensene er grensene for O som i rate, delte på E."
              + " p = min(1, 2 · den minste av P(X ≤ O) og P(X ≥ O)) med X Poisson(E). For hand: n = 1000 og 500,"
              + " x₀ / n₀ = 0,01 og 0,04, O = 36: E = 10 + 20 = 30, smr = 1,2.",
          "E = Σ n · (x₀ / n₀) over ages (n: population of the group, x₀ / n₀: the rate of the reference)."
              + " smr = O / E, isr = O / E · Σx₀ / Σn₀. The limits are those of O as in rate, over E."
              + " p = min(1, 2 · the smaller of P(X ≤ O) and P(X ≥ O)) with X Poisson(E). By hand: n = 1000 and 500,"
              + " x₀ / n₀ = 0.01 and 0.04, O = 36: E = 10 + 20 = 30, smr = 1.2."),
      List.of(
          Text.of(
              "Hendelsene skjer uavhengig av hverandre",
              "Hendingane skjer uavhengig av kvarandre",
              "The events happen independently of each other"),
          Text.of(
              "Forventede hendelser er kjent uten feil: referansen er mye større enn gruppen",
              "Forventa hendingar er kjende utan feil: referansen er mykje større enn gruppa",
              "The expected events are known without error: the reference is much larger than the group"),
          Text.of(
              "Uten --reference-count er referansen alle grupper sammen; rader som er skjulte eller mangler, er ikke med i den,"
                  + " heller ikke når lowest og highest regnes ut",
              "Utan --reference-count er referansen alle gruppene saman; rader som er skjulte eller manglar, er ikkje med i han,"
                  + " heller ikkje når lowest og highest blir rekna ut",
              "Without --reference-count the reference is all groups together; rows that are hidden or missing are not in it, nor"
                  + " when lowest and highest are made")),
      List.of(Text.of(
          "Grupper skal sammenlignes med hverandre: hver ratio har sin egen aldersfordeling, bruk dsr",
          "Grupper skal samanliknast med kvarandre: kvar ratio har si eiga aldersfordeling, bruk dsr",
          "Groups are to be compared with each other: every ratio has its own ages, use dsr")),
      List.of(new Card.Reference(
          "Breslow and Day (1987). Statistical methods in cancer research II: The design and analysis of cohort"
              + " studies. IARC Scientific Publications 82 (chapter 2).",
          "")),
      List.of(
          new Card.Peer(
              "PHEindicatormethods::calculate_ISRatio, calculate_ISRate 2.1.1",
              Text.of(
                  "Lik til 1e-10. Med vilje annerledes: skjulte og manglende celler regnes ikke som null.",
                  "Lik til 1e-10. Med vilje annleis: skjulte og manglande celler blir ikkje rekna som null.",
                  "Agrees to 1e-10. Differs on purpose: hidden and missing cells do not count as zero."))),
      List.of(
          "utfall smr sample-data/data/dodsfall.csv --by fylke --count dode --population folketall --age alder"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    return new Run(data, settings).result();
  }

  /** One group: {@code note} says why there is nothing to compute. */
  private record Sum(
      Standing standing,
      String note,
      double observed,
      double expected,
      double lowest,
      double highest,
      double referenceRate,
      int rows) {

    static Sum known(double observed, double expected, double referenceRate, int rows) {
      return new Sum(
          Standing.OK, "", observed, expected, Double.NaN, Double.NaN, referenceRate, rows);
    }

    static Sum none(Standing why, String note, int rows) {
      double no = Double.NaN;
      return new Sum(why, note, no, no, no, no, no, rows);
    }
  }

  /** One run: the same settings for every group. */
  private static final class Run {
    private final Frame data;
    private final Settings settings;
    private final double[] levels;
    private final double base;
    private final double per;
    private final CrudeRate.Interval interval;
    private final NumberColumn counts;
    private final Reference reference;
    private final Totals checks;
    private final Grouped grouped;
    private final double least;
    private final TooUncertain.Then then;
    private final List<Finding> setAside = new ArrayList<>();
    private int tooUncertain;

    Run(Frame data, Settings settings) {
      this.data = data;
      this.settings = settings;
      this.levels = settings.numbers("conf-level");
      this.base = settings.number("base");
      this.per = Checks.per(settings.number("per"));
      this.interval = Coded.of(CrudeRate.Interval.class, settings.text("method"));
      if (!(base > 0)) {
        throw Refusal.commandLine("--base must be above 0", "write --base 1 or --base 100");
      }
      this.least = settings.number("min-events");
      this.then = TooUncertain.then(settings);
      this.counts = data.number(settings.text("count"));
      String size = settings.has("population")
          ? settings.text("population")
          : settings.textOrNull("expected");
      if (size == null) {
        throw Refusal.commandLine(
            "smr needs --population with --age, or --expected", "name the columns");
      }
      this.checks = new Totals(data, counts.name(), size, false);
      this.grouped = Grouped.of(data, settings);
      this.reference = Reference.of(data, settings);
    }

    /** Without the rows that say nothing: neither events nor what is expected. */
    private int[] saying(int[] rows) {
      int[] kept = Arrays.stream(rows)
          .filter(
              row -> counts.status(row) != Status.MISSING || !Double.isNaN(reference.expected(row)))
          .toArray();
      if (kept.length < rows.length) {
        setAside.add(Finding.warning(
            "W782",
            data.place(rows[0], counts.name()),
            "",
            rows.length - kept.length + " of " + rows.length
                + " rows of a group have neither events nor expected events, and are set aside",
            "give both, or leave the rows out"));
      }
      return kept;
    }

    private Sum sum(int[] all) {
      int[] rows = saying(all);
      Tally tally = new Tally("count", "counts");
      double[] low = new double[rows.length];
      double[] high = new double[rows.length];
      double[] x = new double[rows.length];
      double[] e = new double[rows.length];
      int n = rows.length;
      int impossible = 0;
      for (int i = 0; i < n; i++) {
        impossible += checks.isImpossible(rows[i]) || isOfNobody(rows[i]) ? 1 : 0;
        tally.add(counts, rows[i]);
        x[i] = counts.value(rows[i]);
        low[i] = counts.low(rows[i]);
        high[i] = counts.high(rows[i]);
        e[i] = reference.expected(rows[i]);
      }
      double expected = Sums.of(e);
      double rate = reference.rate(rows);
      if (impossible > 0) {
        return Sum.none(Standing.NOT_ESTIMABLE, Totals.impossible(impossible, n), n);
      }
      if (Double.isNaN(expected)) {
        return Sum.none(Standing.NOT_ESTIMABLE, "the expected events of a row are not known", n);
      }
      if (!(expected > 0)) {
        return Sum.none(Standing.NOT_ESTIMABLE, "no events are expected", n);
      }
      if (!tally.allKnown()) {
        return new Sum(
            tally.standing(),
            tally.note(),
            Double.NaN,
            expected,
            Sums.of(low) / expected,
            Sums.of(high) / expected,
            rate,
            n);
      }
      return Sum.known(Sums.of(x), expected, rate, n);
    }

    /** Events where nobody is at risk; told in a finding. */
    private boolean isOfNobody(int row) {
      boolean none = counts.value(row) > 0 && reference.isOfNobody(row);
      if (none) {
        checks.tellEmpty(
            row,
            counts.name() + " = " + Numerals.exact(counts.value(row)) + " where nobody is at risk");
      }
      return none;
    }

    /** The known rows of a group in which others are hidden or missing; not known where there are none. */
    private Sum ofKnown(int[] all, Sum sum) {
      int[] known = sum.standing() == Standing.SUPPRESSED || sum.standing() == Standing.MISSING
          ? Arrays.stream(all)
              .filter(row -> counts.isKnown(row) && !Double.isNaN(reference.expected(row)))
              .toArray()
          : new int[0];
      double expected =
          Sums.of(Arrays.stream(known).mapToDouble(reference::expected).toArray());
      return expected > 0
          ? Sum.known(
              Sums.of(Arrays.stream(known).mapToDouble(counts::value).toArray()),
              expected,
              Double.NaN,
              known.length)
          : Sum.none(Standing.NOT_ESTIMABLE, sum.note(), 0);
    }

    Result result() {
      Words words = Words.ratioOfObserved(base);
      Tidy tidy = Tidy.keys(grouped.keys());
      List<Sum> sums = new ArrayList<>();
      List<Shown> shown = new ArrayList<>();
      boolean anyKnown = false;
      for (int g = 0; g < grouped.count(); g++) {
        Sum sum = sum(grouped.rows(g));
        sums.add(sum);
        add(tidy, grouped.names(g), sum, words, shown);
        anyKnown |= addOfKnown(tidy, g, sum, words);
      }
      List<Finding> findings = new ArrayList<>(reference.findings());
      findings.addAll(checks.findings());
      findings.addAll(setAside);
      if (!anyKnown
          && sums.stream()
              .noneMatch(s -> s.standing() == Standing.OK || s.standing() == Standing.SUPPRESSED)) {
        throw grouped.refusal(
            counts.name(), sums.isEmpty() ? "there are no rows" : sums.get(0).note(), findings);
      }
      Story story = new Story(
          grouped.keys(),
          shown,
          grouped.count(),
          base,
          words,
          levels[0],
          settings.text("method"),
          data.file());
      return new GroupResult(
          tidy.frame(),
          new LazyTables().with("sizes", () -> sizes(sums)),
          story.charts(),
          TooUncertain.told(story.reading(), tooUncertain, grouped.count()),
          findings,
          key -> grouped.explained(key, group -> arithmetic(sums.get(group))));
    }

    private void add(Tidy tidy, List<String> names, Sum sum, Words words, List<Shown> shown) {
      String why = uncertain(sum);
      boolean held = isHeld(sum, why);
      tooUncertain += why.isEmpty() ? 0 : 1;
      boolean withRate = reference.hasRate();
      for (int m = 0; m < (withRate ? 2 : 1); m++) {
        double scale = m == 0 ? base : per * sum.referenceRate();
        String measure = m == 0 ? words.code() : "isr";
        String unit = m == 0 ? words.unitCode() : Words.rate(per).unitCode();
        for (int i = 0; i < levels.length; i++) {
          Tidy.Row row = tidy.row(names).measure(measure).unitOfMeasure(unit).n(sum.rows());
          if (!why.isEmpty()) {
            row.status(Standing.UNRELIABLE.code()).note(why);
          }
          if (sum.standing() != Standing.OK || held) {
            row.interval(Double.NaN, Double.NaN, levels[i]);
            if (!held) {
              row.status(sum.standing().code()).note(sum.note());
            }
            continue;
          }
          CrudeRate.Estimate e = fill(row, sum, scale, levels[i]);
          if (m == 0) {
            row.test(Double.NaN, Double.NaN, pValue(sum));
          }
          if (m == 0 && i == 0 && sum.observed() >= least) {
            shown.add(new Shown(names, scale * e.value(), scale * e.low(), scale * e.high()));
          }
        }
      }
      Bounds.add(tidy, names, base * sum.lowest(), base * sum.highest(), words.unitCode());
    }

    /** Why a ratio is too uncertain to stand alone; empty when it is not. */
    private String uncertain(Sum sum) {
      if (sum.standing() != Standing.OK) {
        return "";
      }
      return sum.observed() < least
          ? "fewer than " + (long) least + " events"
          : then == TooUncertain.Then.IGNORE ? "" : TooUncertain.ratio(sum.observed());
    }

    private boolean isHeld(Sum sum, String why) {
      boolean few = sum.observed() < least && !settings.flag("show-unreliable");
      return few || (!why.isEmpty() && then == TooUncertain.Then.HOLD);
    }

    private CrudeRate.Estimate fill(Tidy.Row row, Sum sum, double scale, double level) {
      CrudeRate.Estimate e = estimate(sum, level);
      row.estimate(scale * e.value())
          .interval(scale * e.low(), scale * e.high(), level)
          .method(e.interval().code());
      return e;
    }

    /** The ratio of the known rows; whether there is one. */
    private boolean addOfKnown(Tidy tidy, int group, Sum sum, Words words) {
      Sum known = ofKnown(grouped.rows(group), sum);
      if (known.standing() != Standing.OK) {
        return false;
      }
      String why = uncertain(known);
      String note = known.rows() + " of " + grouped.rows(group).length + " rows are known";
      for (double level : levels) {
        Tidy.Row row = tidy.row(grouped.names(group))
            .measure("of_known")
            .unitOfMeasure(words.unitCode())
            .n(known.rows())
            .note(why.isEmpty() ? note : note + "; " + why);
        if (!why.isEmpty()) {
          row.status(Standing.UNRELIABLE.code());
        }
        if (isHeld(known, why)) {
          row.interval(Double.NaN, Double.NaN, level);
        } else {
          fill(row, known, base, level);
        }
      }
      return true;
    }

    private CrudeRate.Estimate estimate(Sum sum, double level) {
      return CrudeRate.withDefaults()
          .per(1)
          .interval(interval)
          .level(level)
          .estimate(sum.observed(), sum.expected());
    }

    private static double pValue(Sum sum) {
      double below = Gamma.upperTail(sum.expected(), sum.observed() + 1);
      double above = Gamma.cumulative(sum.expected(), sum.observed());
      return Math.min(1, 2 * Math.min(below, above));
    }

    private Frame sizes(List<Sum> sums) {
      Tidy tidy = Tidy.keys(grouped.keys());
      for (int g = 0; g < sums.size(); g++) {
        Sum sum = sums.get(g);
        List<String> names = grouped.names(g);
        size(tidy, names, "events", sum.observed(), "events", sum);
        size(tidy, names, "expected", sum.expected(), "events", sum);
        if (reference.hasRate()) {
          double rate = per * sum.referenceRate();
          size(tidy, names, "reference_rate", rate, Words.rate(per).unitCode(), sum);
        }
      }
      return tidy.frame();
    }

    private static void size(
        Tidy tidy, List<String> names, String measure, double value, String unit, Sum sum) {
      Tidy.Row row = tidy.row(names).measure(measure).estimate(value).unitOfMeasure(unit);
      if (Double.isNaN(value)) {
        row.status(sum.standing().code()).note(sum.note());
      }
    }

    private List<Text> arithmetic(Sum sum) {
      Arithmetic lines = new Arithmetic();
      if (sum.standing() != Standing.OK) {
        return lines.reason(sum.note()).lines();
      }
      lines.line("O = Σx = {0}, E = {1}  ({2} rows)", sum.observed(), sum.expected(), sum.rows());
      for (double level : levels) {
        CrudeRate.Estimate e = estimate(sum, level);
        lines.line(
            "{0} · O / E = {1}; {2}: {3} … {4}  (level {5})",
            base, base * e.value(), e.interval().code(), base * e.low(), base * e.high(), level);
      }
      if (reference.hasRate()) {
        lines.line(
            "O / E · {0} · Σx₀ / Σn₀ = {1}",
            per, per * sum.referenceRate() * sum.observed() / sum.expected());
      }
      return lines.lines();
    }
  }

  /** What is expected of a row, and the rate of the reference population. */
  private abstract static class Reference {

    static Reference of(Frame data, Settings settings) {
      if (settings.has("expected")) {
        return new Given(data.number(settings.text("expected")));
      }
      NumberColumn size = data.number(settings.text("population"));
      if (settings.has("reference-count") != settings.has("reference-population")) {
        throw Refusal.commandLine(
            "--reference-count and --reference-population belong together", "name both columns");
      }
      if (settings.has("reference-count")) {
        return new Columns(
            size,
            data.number(settings.text("reference-count")),
            data.number(settings.text("reference-population")));
      }
      if (!settings.has("age")) {
        throw Refusal.commandLine(
            "smr needs --age, or --reference-count with --reference-population, or --expected",
            "name the column of age bands: the rates of all groups together are the reference");
      }
      return new Together(data, settings, size);
    }

    abstract double expected(int row);

    /** Whether it is known that nobody is at risk in a row. */
    boolean isOfNobody(int row) {
      return false;
    }

    double rate(int[] rows) {
      return Double.NaN;
    }

    boolean hasRate() {
      return true;
    }

    List<Finding> findings() {
      return List.of();
    }
  }

  private static final class Given extends Reference {
    private final NumberColumn expected;

    Given(NumberColumn expected) {
      this.expected = expected;
    }

    @Override
    double expected(int row) {
      return expected.value(row);
    }

    @Override
    boolean hasRate() {
      return false;
    }
  }

  private static final class Columns extends Reference {
    private final NumberColumn size;
    private final NumberColumn count;
    private final NumberColumn population;

    Columns(NumberColumn size, NumberColumn count, NumberColumn population) {
      this.size = size;
      this.count = count;
      this.population = population;
    }

    @Override
    double expected(int row) {
      double n = population.value(row);
      return n > 0 ? size.value(row) * count.value(row) / n : Double.NaN;
    }

    @Override
    boolean isOfNobody(int row) {
      return size.value(row) == 0;
    }

    @Override
    double rate(int[] rows) {
      double[] x = Arrays.stream(rows).mapToDouble(count::value).toArray();
      double[] n = Arrays.stream(rows).mapToDouble(population::value).toArray();
      return Sums.of(x) / Sums.of(n);
    }
  }

  /** All groups together, at each age. */
  private static final class Together extends Reference {
    private final Strata strata;
    private final TextColumn ages;
    private final NumberColumn size;
    private final double[] rates;
    private final double rate;
    private final List<Finding> findings;

    Together(Frame data, Settings settings, NumberColumn size) {
      this.strata = Strata.of(data, settings.text("age"));
      this.ages = data.text(settings.text("age"));
      this.size = size;
      this.findings = new ArrayList<>(strata.findings());
      NumberColumn counts = data.number(settings.text("count"));
      List<List<Double>> x = new ArrayList<>();
      List<List<Double>> n = new ArrayList<>();
      for (int s = 0; s < strata.count(); s++) {
        x.add(new ArrayList<>());
        n.add(new ArrayList<>());
      }
      int leftOut = 0;
      for (int row = 0; row < data.rows(); row++) {
        int s = strata.of(ages.code(row));
        boolean known = counts.value(row) >= 0 && size.value(row) >= 0;
        if (s < 0 || !known || (size.value(row) == 0 && counts.value(row) > 0)) {
          leftOut++;
        } else {
          x.get(s).add(counts.value(row));
          n.get(s).add(size.value(row));
        }
      }
      if (leftOut > 0) {
        findings.add(Finding.warning(
            "W724",
            data.place(0, counts.name()),
            "",
            leftOut + " of " + data.rows()
                + " rows are not known and are not in the rates of the reference",
            "give the reference in --reference-count and --reference-population"));
      }
      this.rates = new double[strata.count()];
      double[] sumX = new double[rates.length];
      double[] sumN = new double[rates.length];
      for (int s = 0; s < rates.length; s++) {
        sumX[s] = Sums.of(x.get(s).stream().mapToDouble(Double::doubleValue).toArray());
        sumN[s] = Sums.of(n.get(s).stream().mapToDouble(Double::doubleValue).toArray());
        rates[s] = sumN[s] > 0 ? sumX[s] / sumN[s] : Double.NaN;
      }
      this.rate = Sums.of(sumX) / Sums.of(sumN);
    }

    @Override
    double expected(int row) {
      int s = strata.of(ages.code(row));
      return s < 0 ? Double.NaN : size.value(row) * rates[s];
    }

    @Override
    boolean isOfNobody(int row) {
      return size.value(row) == 0;
    }

    @Override
    double rate(int[] rows) {
      return rate;
    }

    @Override
    List<Finding> findings() {
      return findings;
    }
  }
}
