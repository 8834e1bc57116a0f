package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Shown;
import no.utfall.method.rate.TrendSeries.Moment;
import no.utfall.panel.Direction;
import no.utfall.panel.Period;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** Trends as sentences, and as a chart: one series with its line and fan, several by their yearly change. */
final class TrendStory {

  private static final double SURE = 0.95;
  private static final Text NOTHING = Text.none();

  private final List<String> keys;
  private final List<TrendFit> fits;
  private final List<TrendFit> found;
  private final TrendAsked asked;
  private final String file;
  private final double level;

  TrendStory(List<String> keys, List<TrendFit> fits, TrendAsked asked, String file) {
    this.keys = keys;
    this.fits = fits;
    this.found = fits.stream().filter(fit -> fit.line() != null).toList();
    this.asked = asked;
    this.file = file;
    this.level = asked.levels().get(0);
  }

  List<Chart> charts() {
    return fits.size() == 1 && found.size() == 1
        ? List.of(chart(found.get(0)))
        : several().charts();
  }

  List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    if (fits.size() == 1) {
      found.forEach(fit -> {
        sentences.add(headline(fit).plus(Text.same(".")));
        turned(fit, sentences);
      });
    } else {
      sentences.addAll(several().reading());
      turned(sentences);
    }
    if (found.stream().anyMatch(fit -> !fit.later().isEmpty())) {
      sentences.add(
          Text.of(
              "Framskrivingen sier hva som var å vente om linja fortsatte som før, ikke hvorfor det gikk annerledes.",
              "Framskrivinga seier kva som var å vente om linja heldt fram som før, ikkje kvifor det gjekk annleis.",
              "The forecast says what was to be expected had the line gone on, not why things went otherwise."));
    }
    return sentences;
  }

  /** The yearly changes of all series, the way other estimates are told. */
  private Story several() {
    List<Shown> shown = found.stream()
        .map(fit -> {
          double[] limits = limits(fit);
          return new Shown(fit.names(), TrendFit.change(asked, slope(fit)), limits[0], limits[1]);
        })
        .toList();
    Words words = Words.yearlyChange(
        asked.measure(),
        asked.form().isRelative() ? asked.unitOfChange() : asked.unitOfSlope(),
        asked.form().isRelative() ? percent() : asked.words().unit());
    String method = asked.method(
        found.stream().anyMatch(fit -> !Double.isNaN(fit.used().get(0).error())));
    return new Story(keys, shown, fits.size(), Double.NaN, words, level, method, file);
  }

  private static double slope(TrendFit fit) {
    return fit.found().orElseThrow().slope();
  }

  private double[] limits(TrendFit fit) {
    TrendLine line = fit.found().orElseThrow();
    double half = line.quantile(level) * line.slopeError();
    return half > 0
        ? new double[] {
          TrendFit.change(asked, line.slope() - half), TrendFit.change(asked, line.slope() + half)
        }
        : new double[] {Double.NaN, Double.NaN};
  }

  private Text percent() {
    return asked.form() == TrendForm.LOGIT
        ? Text.of("prosent av oddsen", "prosent av oddsen", "percent of the odds")
        : Text.of("prosent", "prosent", "percent");
  }

  /** Without full stop. */
  private Text headline(TrendFit fit) {
    double[] limits = limits(fit);
    double change = TrendFit.change(asked, slope(fit));
    int decimals = Numerals.decimalsFor(limits[0], limits[1]);
    boolean sure = limits[0] > 0 || limits[1] < 0;
    Text what = sure
        ? (change > 0
                ? Text.of(
                    "{0} går opp med {1} per år",
                    "{0} går opp med {1} per år", "{0} rises by {1} a year")
                : Text.of(
                    "{0} går ned med {1} per år",
                    "{0} går ned med {1} per år", "{0} falls by {1} a year"))
            .with(asked.words().definite(), amount(Math.abs(change), decimals))
        : Text.of(
                "Det kan ikke sies om {0} går opp eller ned: {1} per år",
                "Det kan ikkje seiast om {0} går opp eller ned: {1} per år",
                "It cannot be told whether {0} rises or falls: {1} a year")
            .with(lower(asked.words().definite()), amount(change, decimals));
    Text interval = Double.isNaN(limits[0])
        ? NOTHING
        : Text.of(" ({0} til {1})", " ({0} til {1})", " ({0} to {1})")
            .with(Numerals.rounded(limits[0], decimals), Numerals.rounded(limits[1], decimals));
    Text before = asked.from() == null
        ? NOTHING
        : Text.of(" før {0}", " før {0}", " before {0}").with(asked.from().toString());
    return name(fit).plus(what).plus(before).plus(interval);
  }

  private static Text lower(Text text) {
    return Text.of(lower(text.nb()), lower(text.nn()), lower(text.en()));
  }

  private static String lower(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private Text amount(double change, int decimals) {
    Text number = Numerals.rounded(change, decimals);
    Text unit = asked.form().isRelative() ? percent() : unitOfChange();
    return unit.isBlank() ? number : number.plus(Text.same(" ")).plus(unit);
  }

  private Text unitOfChange() {
    return asked.share() && asked.per() == 100
        ? Text.of("prosentpoeng", "prosentpoeng", "percentage points")
        : asked.words().unit();
  }

  private void turned(TrendFit fit, List<Text> sentences) {
    againstForecast(fit).ifPresent(forecast -> {
      sentences.add(seen(fit, forecast).plus(Text.same(".")));
      asked
          .better()
          .ifPresentOrElse(
              better -> sentences.add(probability(forecast, fit.seenTogether(asked), better)),
              () -> sentences.add(
                  Text.of(
                      "Om kurven er snudd til det bedre, kan sies når det er oppgitt hva som er bra (--direction).",
                      "Om kurva er snudd til det betre, kan seiast når det er oppgitt kva som er bra (--direction).",
                      "Whether the curve is turned for the better can be told once it is said what is good (--direction).")));
    });
  }

  /** The forecast of the periods that were seen, where its uncertainty is known. */
  private Optional<Forecast> againstForecast(TrendFit fit) {
    return fit.isUncertain() ? fit.together(asked) : Optional.empty();
  }

  /** What the chart shows: against the forecast where something was seen there, else the change. Without full stop. */
  private Text title(TrendFit fit) {
    return againstForecast(fit)
        .map(forecast -> name(fit).plus(seen(fit, forecast)))
        .orElseGet(() -> headline(fit));
  }

  private Text name(TrendFit fit) {
    return keys.isEmpty() ? NOTHING : Text.same(String.join(", ", fit.names()) + ": ");
  }

  /** What was seen against the forecast. Without full stop. */
  private Text seen(TrendFit fit, Forecast forecast) {
    double seen = fit.seenTogether(asked);
    double[] limits = forecast.interval(level);
    double difference = asked.per() * (seen - forecast.value());
    double low = asked.per() * (seen - limits[1]);
    double high = asked.per() * (seen - limits[0]);
    int decimals = Numerals.decimalsFor(low, high);
    Text unit = unitOfChange();
    boolean sure = low > 0 || high < 0;
    Text size = Numerals.rounded(sure ? Math.abs(difference) : difference, decimals);
    Text sentence = !sure
        ? Text.of(
            "Fra {0} kan det ikke sies om {1} ligger over eller under framskrivingen: {2} ({3} til {4})",
            "Frå {0} kan det ikkje seiast om {1} ligg over eller under framskrivinga: {2} ({3} til {4})",
            "From {0} it cannot be told whether {1} lies above or below the forecast: {2} ({3} to {4})")
        : difference > 0
            ? Text.of(
                "Fra {0} ligger {1} {2} over framskrivingen ({3} til {4})",
                "Frå {0} ligg {1} {2} over framskrivinga ({3} til {4})",
                "From {0} {1} lies {2} above the forecast ({3} to {4})")
            : Text.of(
                "Fra {0} ligger {1} {2} under framskrivingen ({3} til {4})",
                "Frå {0} ligg {1} {2} under framskrivinga ({3} til {4})",
                "From {0} {1} lies {2} below the forecast ({3} to {4})");
    return sentence.with(
        String.valueOf(asked.from()),
        lower(asked.words().definite()),
        unit.isBlank() ? size : size.plus(Text.same(" ")).plus(unit),
        Numerals.rounded(high < 0 ? -high : low, decimals),
        Numerals.rounded(high < 0 ? -low : high, decimals));
  }

  private static Text probability(Forecast forecast, double seen, Direction better) {
    double probability = TrendFit.turned(forecast, seen, better);
    return Text.of(
            "Sannsynligheten for at kurven er snudd til det bedre, er {0} %.",
            "Sannsynet for at kurva er snudd til det betre, er {0} %.",
            "The probability that the curve is turned for the better is {0}%.")
        .with(
            probability > 0.99
                ? Text.of("over 99", "over 99", "above 99")
                : probability < 0.01
                    ? Text.of("under 1", "under 1", "below 1")
                    : Numerals.rounded(100 * probability, 0));
  }

  private void turned(List<Text> sentences) {
    asked.better().ifPresent(better -> {
      List<TrendFit> seen =
          found.stream().filter(fit -> againstForecast(fit).isPresent()).toList();
      long sure = seen.stream()
          .filter(fit ->
              TrendFit.turned(fit.together(asked).orElseThrow(), fit.seenTogether(asked), better)
                  >= SURE)
          .count();
      if (!seen.isEmpty()) {
        sentences.add(Text.of(
                "Kurven er snudd til det bedre med minst 95 % sannsynlighet i {0} av {1} serier; {2} er å vente ved"
                    + " tilfeldigheter alene.",
                "Kurva er snudd til det betre med minst 95 % sannsyn i {0} av {1} seriar; {2} er å vente ved"
                    + " tilfelle åleine.",
                "The curve is turned for the better with a probability of at least 95% in {0} of {1} series; {2} are to"
                    + " be expected by chance alone.")
            .with(sure, seen.size(), Numerals.rounded((1 - SURE) * seen.size(), 1)));
      }
    });
  }

  private Text fan() {
    Text levels = asked.fan().stream()
        .map(Numerals::percent)
        .reduce((before, next) -> before.plus(Text.same(", ")).plus(next))
        .orElse(NOTHING);
    return Text.of("; vifte {0} %", "; vifte {0} %", "; fan {0}%").with(levels);
  }

  private Chart chart(TrendFit fit) {
    List<Period> periods = new ArrayList<>();
    fit.series().moments().forEach(moment -> periods.add(moment.period()));
    fit.later().stream()
        .map(later -> later.moment().period())
        .filter(period -> !periods.contains(period))
        .forEach(periods::add);
    boolean years = periods.stream().allMatch(period -> period.kind() == Period.Kind.YEAR);
    double[] range = range(fit);
    Text heading = asked.words().heading();
    Text along = Text.of("Periode", "Periode", "Period");
    Text subtitle = Text.of("{0}, linje ({1})", "{0}, linje ({1})", "{0}, line ({1})")
        .with(heading, asked.form().words())
        .plus(fit.later().isEmpty() ? NOTHING : fan());
    Text alt = Text.of(
            "Punkter for {0} perioder, fra {1} til {2}, med linje og vifte; verdiene går fra {3} til {4}. ",
            "Punkt for {0} periodar, frå {1} til {2}, med linje og vifte; verdiane går frå {3} til {4}. ",
            "Dots for {0} periods, from {1} to {2}, with line and fan; values range from {3} to {4}. ")
        .with(
            periods.size(),
            periods.get(0).toString(),
            periods.get(periods.size() - 1).toString(),
            Numerals.rounded(range[0], Numerals.decimalsFor(range[0], range[1])),
            Numerals.rounded(range[1], Numerals.decimalsFor(range[0], range[1])));
    return new Chart(
        "trend",
        title(fit),
        subtitle,
        file.equals("result") ? NOTHING : Text.same(file),
        alt.plus(title(fit)).plus(Text.same(".")),
        years
            ? Axis.whole(Text.of("År", "År", "Year"))
            : Axis.categories(
                along, periods.stream().map(p -> Text.same(p.toString())).toList()),
        Axis.number(heading, Numerals.decimalsFor(range[0], range[1])),
        marks(fit, periods, years),
        twin(fit, heading, subtitle));
  }

  private double[] range(TrendFit fit) {
    double[] seen = fit.series().moments().stream()
        .filter(Moment::isKnown)
        .mapToDouble(moment -> asked.per() * moment.y())
        .sorted()
        .toArray();
    return new double[] {seen[0], seen[seen.length - 1]};
  }

  private List<Mark> marks(TrendFit fit, List<Period> periods, boolean years) {
    TrendLine line = fit.found().orElseThrow();
    List<Mark> marks = new ArrayList<>();
    List<Point> straight = new ArrayList<>();
    List<Span> sure = new ArrayList<>();
    List<Point> seen = new ArrayList<>();
    List<Point> dots = new ArrayList<>();
    Period from = asked.from();
    for (Moment moment : fit.series().moments()) {
      double x = place(moment.period(), periods, years);
      seen.add(new Point(x, asked.per() * moment.y()));
      if (moment.isKnown()) {
        dots.add(new Point(x, asked.per() * moment.y()));
      }
      if (from == null || moment.period().first() < from.first()) {
        double[] limits = line.limits(moment.at(), level);
        straight.add(new Point(x, asked.per() * line.mean(moment.at())));
        sure.add(new Span(x, asked.per() * limits[0], asked.per() * limits[1]));
      }
    }
    List<Double> fan = asked.fan();
    for (int i = fan.size() - 1; i >= 0; i--) {
      List<Span> spans = new ArrayList<>();
      for (TrendFit.Later later : fit.later()) {
        Forecast forecast = later.forecast();
        if (forecast != null) {
          double[] limits = forecast.interval(fan.get(i));
          double x = place(later.moment().period(), periods, years);
          spans.add(new Span(x, asked.per() * limits[0], asked.per() * limits[1]));
          if (i == 0) {
            straight.add(new Point(x, asked.per() * forecast.value()));
          }
        }
      }
      if (!spans.isEmpty()) {
        marks.add(new Mark.Band(NOTHING, Tone.CONTEXT, spans));
      }
    }
    marks.add(0, new Mark.Band(NOTHING, Tone.SECOND, sure));
    if (from != null && periods.contains(from)) {
      marks.add(new Mark.Rule(
          Text.of("framskriving fra {0}", "framskriving frå {0}", "forecast from {0}")
              .with(from.toString()),
          Tone.CONTEXT,
          place(from, periods, years) - 0.5,
          true));
    }
    marks.add(new Mark.Line(Text.of("linje", "linje", "line"), Tone.SECOND, straight));
    marks.add(new Mark.Line(NOTHING, Tone.FOCUS, seen));
    marks.add(new Mark.Dots(Text.of("observert", "observert", "observed"), Tone.FOCUS, dots));
    return marks;
  }

  private static double place(Period period, List<Period> periods, boolean years) {
    return years ? period.year() : periods.indexOf(period);
  }

  private Table twin(TrendFit fit, Text heading, Text title) {
    TrendLine line = fit.found().orElseThrow();
    TextColumn.Builder period = TextColumn.builder("period");
    NumberColumn.Builder seen = NumberColumn.builder("observed");
    NumberColumn.Builder straight = NumberColumn.builder("line");
    NumberColumn.Builder low = NumberColumn.builder("conf_low");
    NumberColumn.Builder high = NumberColumn.builder("conf_high");
    Period from = asked.from();
    for (Moment moment : fit.series().moments()) {
      if (from == null || moment.period().first() < from.first()) {
        double[] limits = line.limits(moment.at(), level);
        period.add(moment.period().toString());
        seen.add(asked.per() * moment.y());
        straight.add(asked.per() * line.mean(moment.at()));
        low.add(asked.per() * limits[0]);
        high.add(asked.per() * limits[1]);
      }
    }
    double widest = asked.fan().get(asked.fan().size() - 1);
    for (TrendFit.Later later : fit.later()) {
      Forecast forecast = later.forecast();
      double[] limits =
          forecast == null ? new double[] {Double.NaN, Double.NaN} : forecast.interval(widest);
      period.add(later.moment().period().toString());
      seen.add(asked.per() * later.moment().y());
      straight.add(forecast == null ? Double.NaN : asked.per() * forecast.value());
      low.add(asked.per() * limits[0]);
      high.add(asked.per() * limits[1]);
    }
    Frame frame =
        Frame.of(period.build(), seen.build(), straight.build(), low.build(), high.build());
    Text note = fit.later().isEmpty()
        ? Text.of(
                "Grensene er linjas, {0} %.",
                "Grensene er linja sine, {0} %.", "The limits are those of the line, {0}%.")
            .with(Numerals.percent(level))
        : Text.of(
                "Grensene er linjas ({0} %) og, der den er ført videre, viftas ytterste ({1} %).",
                "Grensene er linja sine ({0} %) og, der ho er ført vidare, dei ytste i vifta ({1} %).",
                "The limits are those of the line ({0}%) and, where it is continued, the outermost of the fan ({1}%).")
            .with(Numerals.percent(level), Numerals.percent(widest));
    return new Table(
        "trend",
        title,
        note,
        List.of(
            new Table.Shown("period", Text.of("Periode", "Periode", "Period"), Table.Shown.AS_IS),
            new Table.Shown("observed", heading, Table.Shown.BY_INTERVAL),
            new Table.Shown("line", Text.of("Linje", "Linje", "Line"), Table.Shown.BY_INTERVAL),
            new Table.Shown(
                "conf_low",
                Text.of("Nedre grense", "Nedre grense", "Lower limit"),
                Table.Shown.BY_INTERVAL),
            new Table.Shown(
                "conf_high",
                Text.of("Øvre grense", "Øvre grense", "Upper limit"),
                Table.Shown.BY_INTERVAL)),
        frame);
  }
}
