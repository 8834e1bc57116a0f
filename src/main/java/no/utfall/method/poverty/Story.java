package no.utfall.method.poverty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** The first measure of a run as sentences and as a chart: over time for one series of years, else by size. */
final class Story {

  private static final int MOST_ROWS = 60;

  /** One group with a number. */
  record Shown(List<String> keys, double estimate, Limits limits) {
    String name() {
      return String.join(", ", keys);
    }

    boolean hasLimits() {
      return !Double.isNaN(limits.low()) && !Double.isNaN(limits.high());
    }

    int decimals() {
      return Numerals.decimalsFor(limits.low(), limits.high());
    }

    boolean overlaps(Shown other) {
      return limits.low() <= other.limits.high() && other.limits.low() <= limits.high();
    }
  }

  private final Plan plan;
  private final Measure measure;
  private final List<Shown> shown;
  private final int groups;
  private final Optional<Text> line;
  private final String file;
  private final Text title;

  /**
   * @param groups all groups, also those without a number
   * @param line a sentence on the poverty line, where the measure has one
   */
  Story(
      Plan plan, Measure measure, List<Shown> shown, int groups, Optional<Text> line, String file) {
    this.plan = plan;
    this.measure = measure;
    this.shown = shown;
    this.groups = groups;
    this.line = line;
    this.file = file;
    this.title = PovertyCard.title(measure.name());
  }

  List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    if (!shown.isEmpty()) {
      sentences.add(headline().plus(Text.same(".")));
      line.ifPresent(sentences::add);
      sentences.add(Text.of(
              "Intervallet ({0}) rommer tilfeldig variasjon i utvalget, ikke feil i dataene.",
              "Intervallet ({0}) rommar tilfeldig variasjon i utvalet, ikkje feil i dataa.",
              "The interval ({0}) covers chance variation of the sample, not errors in the data.")
          .with(level()));
    }
    if (shown.size() < groups) {
      sentences.add(Text.of(
              "{0} av {1} grupper er ikke med: tallet mangler, er for usikkert eller kan ikke beregnes.",
              "{0} av {1} grupper er ikkje med: talet manglar, er for usikkert eller kan ikkje reknast ut.",
              "{0} of {1} groups are left out: the number is missing, too uncertain or cannot be estimated.")
          .with(groups - shown.size(), groups));
    }
    return sentences;
  }

  List<Chart> charts() {
    if (shown.size() < 2 || shown.size() > MOST_ROWS || plan.keys().size() != 1) {
      return List.of();
    }
    return List.of(isTrend() ? trend() : comparison());
  }

  private boolean isTrend() {
    return plan.keys().get(0).equals(plan.period())
        && shown.stream().allMatch(row -> row.name().matches("[0-9]{4}"));
  }

  /** The message, without full stop. */
  private Text headline() {
    Shown first = shown.get(0);
    if (shown.size() == 1) {
      Text name = plan.keys().isEmpty() ? title : title.plus(Text.same(", " + first.name()));
      return Text.same("{0}: {1}")
          .with(name, amount(first.estimate(), first.decimals()))
          .plus(
              first.hasLimits()
                  ? Text.of(" ({0} til {1})", " ({0} til {1})", " ({0} to {1})")
                      .with(
                          number(first.limits().low(), first.decimals()),
                          number(first.limits().high(), first.decimals()))
                  : Text.none());
    }
    boolean trend = plan.keys().size() == 1 && isTrend();
    Shown from = trend ? first : lowest();
    Shown to = trend ? shown.get(shown.size() - 1) : highest();
    int decimals = Math.max(from.decimals(), to.decimals());
    return Text.of(
            "{0}: fra {1} ({2}) til {3} ({4})",
            "{0}: frå {1} ({2}) til {3} ({4})", "{0}: from {1} ({2}) to {3} ({4})")
        .with(
            title,
            number(from.estimate(), decimals),
            from.name(),
            amount(to.estimate(), decimals),
            to.name())
        .plus(overlap(from, to));
  }

  private static Text overlap(Shown a, Shown b) {
    if (!a.hasLimits() || !b.hasLimits()) {
      return Text.none();
    }
    return a.overlaps(b)
        ? Text.of(
            "; intervallene overlapper", "; intervalla overlappar", "; their intervals overlap")
        : Text.of(
            "; intervallene overlapper ikke",
            "; intervalla overlappar ikkje",
            "; their intervals do not overlap");
  }

  private Shown lowest() {
    return shown.stream().min(Comparator.comparingDouble(Shown::estimate)).orElseThrow();
  }

  private Shown highest() {
    return shown.stream().max(Comparator.comparingDouble(Shown::estimate)).orElseThrow();
  }

  static Text number(double x, int decimals) {
    return Text.of(
        Numerals.rounded(x, decimals, Language.NB),
        Numerals.rounded(x, decimals, Language.NN),
        Numerals.rounded(x, decimals, Language.EN));
  }

  private Text amount(double x, int decimals) {
    String unit = measure.scale().unit(plan.settings());
    return unit.equals("percent")
        ? number(x, decimals).plus(Text.of(" prosent", " prosent", " percent"))
        : number(x, decimals);
  }

  private Text heading() {
    return measure.scale().unit(plan.settings()).equals("percent")
        ? title.plus(Text.of(" (prosent)", " (prosent)", " (percent)"))
        : title;
  }

  private Text level() {
    BigDecimal percent =
        new BigDecimal(Numerals.exact(plan.levels()[0])).movePointRight(2).stripTrailingZeros();
    return Text.of("{0} %", "{0} %", "{0}%")
        .with(number(percent.doubleValue(), Math.max(0, percent.scale())));
  }

  private Chart comparison() {
    List<Shown> sorted = new ArrayList<>(shown);
    sorted.sort(Comparator.comparingDouble(Shown::estimate).reversed());
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Text> names = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Shown row = sorted.get(i);
      names.add(Text.same(row.name()));
      points.add(new Point(row.estimate(), i));
      if (row.hasLimits()) {
        spans.add(new Span(i, row.limits().low(), row.limits().high()));
      }
    }
    List<Mark> marks = List.of(
        new Mark.Intervals(Text.none(), Tone.FOCUS, spans, false),
        new Mark.Dots(Text.none(), Tone.FOCUS, points));
    Text alt = Text.of(
        "Punkter med intervaller, sortert etter størrelse. ",
        "Punkt med intervall, sorterte etter storleik. ",
        "Dots with intervals, sorted by size. ");
    return chart(
        "intervals",
        alt,
        Axis.number(heading(), ticks()),
        Axis.categories(Text.same(plan.keys().get(0)), names),
        marks,
        sorted);
  }

  private Chart trend() {
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Point> dots = new ArrayList<>();
    int expected = Integer.parseInt(shown.get(0).name());
    for (Shown row : shown) {
      int period = Integer.parseInt(row.name());
      if (period > expected) {
        points.add(new Point(expected, Double.NaN));
        spans.add(new Span(expected, Double.NaN, Double.NaN));
      }
      points.add(new Point(period, row.estimate()));
      dots.add(new Point(period, row.estimate()));
      spans.add(new Span(period, row.limits().low(), row.limits().high()));
      expected = period + 1;
    }
    List<Mark> marks = List.of(
        new Mark.Band(Text.none(), Tone.FOCUS, spans),
        new Mark.Line(Text.none(), Tone.FOCUS, points),
        new Mark.Dots(Text.none(), Tone.FOCUS, dots));
    Text alt = Text.of(
        "Linje med bånd over tid. ", "Linje med band over tid. ", "Line with band over time. ");
    return chart(
        "trend",
        alt,
        Axis.whole(Text.same(plan.keys().get(0))),
        Axis.number(heading(), ticks()),
        marks,
        shown);
  }

  private int ticks() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Shown row : shown) {
      low = Math.min(low, row.hasLimits() ? row.limits().low() : row.estimate());
      high = Math.max(high, row.hasLimits() ? row.limits().high() : row.estimate());
    }
    return Numerals.decimalsFor(low, high);
  }

  private Chart chart(String kind, Text alt, Axis x, Axis y, List<Mark> marks, List<Shown> rows) {
    Text subtitle = Text.of(
            "{0}, {1} konfidensintervall",
            "{0}, {1} konfidensintervall", "{0}, {1} confidence interval")
        .with(heading(), level());
    String id = measure.name().replace('_', '-') + "-" + kind;
    return new Chart(
        id,
        headline(),
        subtitle,
        file.equals("result") ? Text.none() : Text.same(file),
        alt.plus(headline()).plus(Text.same(".")),
        x,
        y,
        marks,
        twin(id, subtitle, rows));
  }

  private Table twin(String id, Text subtitle, List<Shown> rows) {
    String key = plan.keys().get(0);
    Frame frame = Frame.of(
        TextColumn.of(key, rows.stream().map(Shown::name).toList()),
        NumberColumn.of("estimate", rows.stream().mapToDouble(Shown::estimate).toArray()),
        NumberColumn.of(
            "conf_low", rows.stream().mapToDouble(row -> row.limits().low()).toArray()),
        NumberColumn.of(
            "conf_high", rows.stream().mapToDouble(row -> row.limits().high()).toArray()));
    List<Table.Shown> columns = List.of(
        new Table.Shown(key, Text.same(key), Table.Shown.AS_IS),
        new Table.Shown("estimate", heading(), Table.Shown.BY_INTERVAL),
        new Table.Shown(
            "conf_low",
            Text.of("Nedre grense", "Nedre grense", "Lower limit"),
            Table.Shown.BY_INTERVAL),
        new Table.Shown(
            "conf_high",
            Text.of("Øvre grense", "Øvre grense", "Upper limit"),
            Table.Shown.BY_INTERVAL));
    Text note = shown.size() == groups
        ? Text.none()
        : Text.of(
                "{0} av {1} er ikke vist.",
                "{0} av {1} er ikkje viste.", "{0} of {1} are not shown.")
            .with(groups - shown.size(), groups);
    return new Table(id, subtitle, note, columns, frame);
  }
}
