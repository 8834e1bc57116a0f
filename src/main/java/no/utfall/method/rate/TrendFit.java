package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.math.DurbinWatson;
import no.utfall.math.NeweyWest;
import no.utfall.method.Arithmetic;
import no.utfall.method.rate.TrendSeries.Moment;
import no.utfall.panel.Direction;
import no.utfall.panel.Period;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One series with its line, and what was seen after it.
 *
 * @param line null when there is none; {@link #note} says why
 * @param plain the line as if periods were independent
 * @param used the known periods that the line goes through
 * @param later the periods from {@code --from} on, and those {@code --ahead}
 */
record TrendFit(
    TrendSeries series,
    @Nullable TrendLine line,
    @Nullable TrendLine plain,
    Standing standing,
    String note,
    List<Moment> used,
    List<Later> later,
    double lowest,
    double highest) {

  /** Series are said to depend on the period before at this probability. */
  static final double SERIAL = 0.05;

  private static final int FEWEST = 3;

  /**
   * A period against the line that goes on.
   *
   * @param forecast null where nothing is known to forecast for
   */
  record Later(Moment moment, @Nullable Forecast forecast) {}

  static TrendFit of(TrendSeries series, TrendAsked asked) {
    Period from = asked.from();
    List<Moment> base = from == null ? series.moments() : series.before(from);
    List<Moment> used = base.stream().filter(Moment::isKnown).toList();
    List<Moment> hidden = base.stream().filter(Moment::isHidden).toList();
    String lacking = lacking(base, used);
    Optional<TrendLine> plain = Optional.empty();
    Optional<TrendLine> line = Optional.empty();
    String why = series.fault();
    if (why.isEmpty() && used.size() < FEWEST) {
      why = used.size() + (used.size() == 1 ? " period" : " periods") + " with a number"
          + (from == null ? "" : " before " + from) + ": a trend needs " + FEWEST
          + (lacking.isEmpty() ? "" : "; " + lacking);
    } else if (why.isEmpty()) {
      why = unfit(used, asked);
      plain = why.isEmpty() ? line(used, asked) : plain;
      line = plain.flatMap(found -> dependent(found, used, asked));
      if (why.isEmpty() && plain.isEmpty()) {
        why =
            "the likelihood has no maximum inside: no events, or a line that would leave what is possible";
      } else if (why.isEmpty() && line.isEmpty()) {
        why = "how much of one period is in the next cannot be told, or is all of it";
      }
    }
    double[] bounds = hidden.isEmpty() || asked.error() == TrendError.PRAIS_WINSTEN
        ? new double[] {Double.NaN, Double.NaN}
        : bounds(base, asked);
    Standing standing = line.isPresent()
        ? Standing.OK
        : !hidden.isEmpty() && used.size() < FEWEST ? Standing.SUPPRESSED : Standing.NOT_ESTIMABLE;
    return new TrendFit(
        series,
        line.orElse(null),
        plain.orElse(null),
        standing,
        line.isPresent() ? lacking : why,
        used,
        line.map(found -> later(series, asked, found)).orElse(List.of()),
        bounds[0],
        bounds[1]);
  }

  /** What of the periods is not known: "2 of 13 periods are not in the line: 1 hidden, 1 missing". */
  private static String lacking(List<Moment> base, List<Moment> used) {
    int without = base.size() - used.size();
    if (without == 0) {
      return "";
    }
    long hidden = base.stream().filter(Moment::isHidden).count();
    String which = Stream.of(
            hidden == 0 ? "" : hidden + " hidden",
            hidden == without ? "" : (without - hidden) + " missing")
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
    return without + " of " + base.size() + " periods are not in the line: " + which;
  }

  private static String unfit(List<Moment> used, TrendAsked asked) {
    if (!asked.counts() && asked.form() == TrendForm.LOG_LINEAR) {
      return used.stream()
          .filter(moment -> !(moment.y() > 0))
          .findFirst()
          .map(moment -> moment.period() + " is not above 0 and has no logarithm")
          .orElse("");
    }
    return "";
  }

  private static Optional<TrendLine> dependent(
      TrendLine plain, List<Moment> used, TrendAsked asked) {
    double[] x = used.stream().mapToDouble(Moment::at).toArray();
    double step = used.get(0).period().months() / 12.0;
    return switch (asked.error()) {
      case OLS -> Optional.of(plain);
      case NEWEY_WEST -> Optional.of(plain.withNeweyWest(x, step));
      case PRAIS_WINSTEN ->
        TrendLine.praisWinsten(
            asked.form(),
            x,
            used.stream().mapToDouble(Moment::y).toArray(),
            used.stream().mapToDouble(Moment::error).toArray(),
            asked.widen(),
            step);
    };
  }

  private static Optional<TrendLine> line(List<Moment> used, TrendAsked asked) {
    double[] x = used.stream().mapToDouble(Moment::at).toArray();
    double[] y = used.stream().mapToDouble(Moment::y).toArray();
    return line(used, asked, x, y);
  }

  private static Optional<TrendLine> line(
      List<Moment> used, TrendAsked asked, double[] x, double[] y) {
    return asked.counts()
        ? TrendLine.ofCounts(
            asked.form(),
            asked.share(),
            x,
            y,
            used.stream().mapToDouble(Moment::size).toArray(),
            asked.widen())
        : Optional.of(TrendLine.ofValues(
            asked.form(), x, y, used.stream().mapToDouble(Moment::error).toArray(), asked.widen()));
  }

  /**
   * The lowest and highest the yearly change can be with every hidden number somewhere between its bounds. A number pulls the
   * line up or down by whether it stands after or before one point in time, so that the extremes are among the lines with
   * all hidden numbers before some point at one bound and all after it at the other.
   */
  private static double[] bounds(List<Moment> base, TrendAsked asked) {
    double[] none = {Double.NaN, Double.NaN};
    List<Moment> all = base.stream().filter(m -> m.isKnown() || m.isHidden()).toList();
    boolean bounded = all.stream()
        .allMatch(m -> m.isKnown()
            || (Double.isFinite(m.low())
                && Double.isFinite(m.high())
                && (asked.counts() ? m.size() > 0 : Double.isNaN(m.error()))));
    boolean plain = asked.counts() || all.stream().allMatch(m -> Double.isNaN(m.error()));
    if (all.size() < FEWEST || !bounded || !plain) {
      return none;
    }
    double[] x = all.stream().mapToDouble(Moment::at).toArray();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int cut = 0; cut <= all.size(); cut++) {
      for (boolean rising : new boolean[] {false, true}) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
          Moment moment = all.get(i);
          y[i] = moment.isKnown() ? moment.y() : i < cut == rising ? moment.low() : moment.high();
        }
        boolean logs = !asked.counts() && asked.form() == TrendForm.LOG_LINEAR;
        for (double value : y) {
          if (logs && !(value > 0)) {
            return none;
          }
        }
        Optional<TrendLine> line = line(all, asked, x, y);
        if (line.isEmpty()) {
          return none;
        }
        double change = change(asked, line.get().slope());
        lowest = Math.min(lowest, change);
        highest = Math.max(highest, change);
      }
    }
    return new double[] {lowest, highest};
  }

  /** A slope on the scale of the form as the yearly change that is asked for. */
  static double change(TrendAsked asked, double slope) {
    return asked.form().isRelative() ? 100 * StrictMath.expm1(slope) : asked.per() * slope;
  }

  private static List<Later> later(TrendSeries series, TrendAsked asked, TrendLine line) {
    Period from = asked.from();
    List<Moment> moments = new ArrayList<>(from == null ? List.of() : series.from(from));
    Moment last = series.moments().get(series.moments().size() - 1);
    for (int step = 1; step <= asked.ahead(); step++) {
      Period next = new Period(
          last.period().kind(),
          last.period().first() + step * last.period().months(),
          last.period().months());
      moments.add(Moment.absent(next));
    }
    List<Later> later = new ArrayList<>();
    for (Moment moment : moments) {
      double size = moment.size() > 0 ? moment.size() : lastSize(series, moment.period());
      double error = moment.error() > 0 ? moment.error() : lastError(series, moment.period());
      double weight = asked.counts() ? size : line.weight(moment.at(), error);
      later.add(new Later(
          moment,
          weight > 0 ? line.forecast(new double[] {moment.at()}, new double[] {weight}) : null));
    }
    return later;
  }

  private static double lastSize(TrendSeries series, Period before) {
    return series.before(before).stream()
        .mapToDouble(Moment::size)
        .filter(size -> size > 0)
        .reduce(Double.NaN, (a, b) -> b);
  }

  private static double lastError(TrendSeries series, Period before) {
    return series.before(before).stream()
        .mapToDouble(Moment::error)
        .filter(error -> error > 0)
        .reduce(Double.NaN, (a, b) -> b);
  }

  List<String> names() {
    return series.names();
  }

  boolean isAnswer() {
    return line != null || standing == Standing.SUPPRESSED;
  }

  Optional<TrendLine> found() {
    return Optional.ofNullable(line);
  }

  /** Whether there is anything to measure the uncertainty of the line and what follows by. */
  boolean isUncertain() {
    return line != null && line.isUncertain();
  }

  /** Whether the periods after {@code --from} that are known can be held against the forecast. */
  List<Later> seen() {
    return later.stream()
        .filter(each -> each.moment().isKnown() && each.forecast() != null)
        .toList();
  }

  /** The known periods after the line as one. */
  Optional<Forecast> together(TrendAsked asked) {
    List<Moment> moments = seen().stream().map(Later::moment).toList();
    TrendLine known = line;
    if (known == null || moments.isEmpty()) {
      return Optional.empty();
    }
    double[] at = moments.stream().mapToDouble(Moment::at).toArray();
    double[] weight = moments.stream()
        .mapToDouble(m -> asked.counts() ? m.size() : known.weight(m.at(), m.error()))
        .toArray();
    return Optional.of(known.forecast(at, weight));
  }

  /** What was seen in those periods together: counts over populations, or the mean on the scale of the form. */
  double seenTogether(TrendAsked asked) {
    double sum = 0;
    double size = 0;
    for (Later each : seen()) {
      Moment m = each.moment();
      sum += asked.counts() ? m.y() * m.size() : asked.form().of(m.y());
      size += asked.counts() ? m.size() : 1;
    }
    return asked.counts() ? sum / size : asked.form().inverse(sum / size);
  }

  /** The probability that the line, going on, would have been worse than what was seen. */
  static double turned(Forecast forecast, double seen, Direction better) {
    double below = forecast.below(seen);
    return better == Direction.LOWER_IS_BETTER ? 1 - below : below;
  }

  /** Of the line as if periods were independent. */
  Optional<DurbinWatson> serial() {
    if (plain == null) {
      return Optional.empty();
    }
    double[] x = used.stream().mapToDouble(Moment::at).toArray();
    boolean[] follows = new boolean[x.length];
    for (int i = 1; i < x.length; i++) {
      Period before = used.get(i - 1).period();
      follows[i] = used.get(i).period().first() == before.first() + before.months();
    }
    return plain.serial(x, follows);
  }

  boolean isSerial() {
    return serial().filter(test -> test.pValue() < SERIAL).isPresent();
  }

  /** Periods within the line, after its first, at which the publisher marks a break. */
  List<Period> breaks() {
    return used.stream().skip(1).filter(Moment::broken).map(Moment::period).toList();
  }

  List<Text> arithmetic(TrendAsked asked) {
    Arithmetic lines = new Arithmetic();
    if (line == null) {
      return lines.reason(note).lines();
    }
    Moment first = used.get(0);
    for (Moment m : used) {
      double since = m.at() - first.at();
      if (asked.counts()) {
        lines.line("{0}: x = {1}, y = {2} / {3}", m.period(), since, m.y() * m.size(), m.size());
      } else if (Double.isNaN(m.error())) {
        lines.line("{0}: x = {1}, y = {2}", m.period(), since, m.y());
      } else {
        lines.line("{0}: x = {1}, y = {2}, s = {3}", m.period(), since, m.y(), m.error());
      }
    }
    lines.line(
        "{0}: form(y) = a + b x, a = {1}, b = {2}",
        asked.form().code(), line.intercept(), line.slope());
    switch (asked.error()) {
      case OLS -> {}
      case NEWEY_WEST -> lines.line("L = ⌊4 (n / 100)^(2/9)⌋ = {0}", NeweyWest.lag(line.n()));
      case PRAIS_WINSTEN -> lines.line("ρ = {0}", line.rho());
    }
    lines.line("φ = X² / (n − 2) = {0}, s(b) = {1}", line.dispersion(), line.slopeError());
    for (double level : asked.levels()) {
      double half = line.quantile(level) * line.slopeError();
      lines.line(
          "b ± {0} · s(b) = {1} … {2}  (level {3})",
          line.quantile(level), line.slope() - half, line.slope() + half, level);
    }
    if (asked.form().isRelative()) {
      lines.line("100 (exp(b) − 1) = {0}", change(asked, line.slope()));
    }
    together(asked).ifPresent(forecast -> {
      lines.line(
          "from {0}: seen {1}, forecast {2}",
          Numerals.exact(seen().size()) + " periods",
          asked.per() * seenTogether(asked),
          asked.per() * forecast.value());
      if (isUncertain()) {
        lines.line("P(forecast < seen) = {0}", forecast.below(seenTogether(asked)));
      }
    });
    return lines.lines();
  }
}
