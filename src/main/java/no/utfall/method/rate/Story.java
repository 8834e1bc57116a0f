package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.utfall.method.EstimateChart;
import no.utfall.method.Shown;
import no.utfall.panel.Period;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Tone;

/**
 * The estimates of one run as a chart and as sentences: over time when the last key is a period and nothing else
 * varies, else from highest to lowest.
 */
final class Story {

  private static final int MOST_ROWS = 60;
  private static final Text NOTHING = Text.none();

  private final List<String> keys;
  private final List<Shown> shown;
  private final int groups;
  private final double overall;
  private final Words words;
  private final double level;
  private final String method;
  private final String file;

  /**
   * @param shown the groups with an estimate, in the order of their keys
   * @param groups all groups, also those without
   * @param overall the estimate of all shown taken together, {@code NaN} when there is none
   */
  Story(
      List<String> keys,
      List<Shown> shown,
      int groups,
      double overall,
      Words words,
      double level,
      String method,
      String file) {
    this.keys = keys;
    this.shown = shown;
    this.groups = groups;
    this.overall = overall;
    this.words = words;
    this.level = level;
    this.method = method;
    this.file = file;
  }

  List<Chart> charts() {
    if (isTrend()) {
      return List.of(trend());
    }
    boolean fits = keys.size() == 1 && shown.size() > 1 && shown.size() <= MOST_ROWS;
    return fits ? List.of(comparison()) : List.of();
  }

  List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    if (!shown.isEmpty()) {
      sentences.add(headline().plus(Text.same(".")));
      Text limits = shown.size() == 1
          ? Text.of(
              "Intervallet ({0}) rommer tilfeldig variasjon, ikke feil i dataene.",
              "Intervallet ({0}) rommar tilfeldig variasjon, ikkje feil i dataa.",
              "The interval ({0}) covers chance variation, not errors in the data.")
          : Text.of(
              "Intervallene ({0}) rommer tilfeldig variasjon, ikke feil i dataene.",
              "Intervalla ({0}) rommar tilfeldig variasjon, ikkje feil i dataa.",
              "The intervals ({0}) cover chance variation, not errors in the data.");
      sentences.add(limits.with(interval()));
    }
    if (shown.size() < groups) {
      sentences.add(Text.of(
              "{0} av {1} grupper er ikke med: tallet er skjult, mangler eller kan ikke beregnes.",
              "{0} av {1} grupper er ikkje med: talet er skjult, manglar eller kan ikkje reknast ut.",
              "{0} of {1} groups are left out: the number is hidden, missing or cannot be estimated.")
          .with(groups - shown.size(), groups));
    }
    return sentences;
  }

  private boolean isTrend() {
    if (keys.isEmpty()
        || keys.size() > 2
        || shown.size() < 2
        || !Period.isName(keys.get(keys.size() - 1))) {
      return false;
    }
    String other = shown.get(0).keys().get(0);
    return shown.stream()
        .allMatch(row -> row.lastKey().matches("[0-9]{4}")
            && (keys.size() == 1 || row.keys().get(0).equals(other)));
  }

  /** The message, without full stop. */
  private Text headline() {
    if (shown.size() == 1) {
      return only();
    }
    return isTrend() ? change() : extremes();
  }

  private Text only() {
    Shown row = shown.get(0);
    int decimals = row.decimals();
    Text name = keys.isEmpty() ? NOTHING : Text.same(row.name() + ": ");
    Text value = Text.of("{0} er {1}", "{0} er {1}", "{0} is {1}")
        .with(words.definite(), words.amount(row.estimate(), decimals));
    Text limits = row.hasInterval()
        ? Text.of(" ({0} til {1})", " ({0} til {1})", " ({0} to {1})")
            .with(Numerals.rounded(row.low(), decimals), Numerals.rounded(row.high(), decimals))
        : NOTHING;
    return name.plus(value).plus(limits);
  }

  private Text extremes() {
    Shown lowest = lowest();
    Shown highest = highest();
    int decimals = Math.max(lowest.decimals(), highest.decimals());
    if (lowest.estimate() == highest.estimate()) {
      return Text.of(
              "Alle {0} har samme verdi: {1}",
              "Alle {0} har same verdi: {1}", "All {0} are equal: {1}")
          .with(shown.size(), words.amount(lowest.estimate(), decimals));
    }
    return Text.of(
            "{0} har {1} ({2}) og {3} {4} ({5})",
            "{0} har {1} ({2}) og {3} {4} ({5})", "{0} has {1} ({2}) and {3} {4} ({5})")
        .with(
            highest.name(),
            words.highest(),
            words.amount(highest.estimate(), decimals),
            lowest.name(),
            words.lowest(),
            words.amount(lowest.estimate(), decimals))
        .plus(lowest.overlap(highest));
  }

  private Text change() {
    Shown first = shown.get(0);
    Shown last = shown.get(shown.size() - 1);
    int decimals = Math.max(first.decimals(), last.decimals());
    Text verb = last.estimate() > first.estimate()
        ? Text.of("gikk opp", "gjekk opp", "rose")
        : last.estimate() < first.estimate()
            ? Text.of("gikk ned", "gjekk ned", "fell")
            : Text.of("var uendret", "var uendra", "was unchanged,");
    Text name = keys.size() == 1 ? NOTHING : Text.same(first.keys().get(0) + ": ");
    return name.plus(Text.of(
                "{0} {1} fra {2} i {3} til {4} i {5}",
                "{0} {1} frå {2} i {3} til {4} i {5}", "{0} {1} from {2} in {3} to {4} in {5}")
            .with(
                words.definite(),
                verb,
                Numerals.rounded(first.estimate(), decimals),
                first.lastKey(),
                words.amount(last.estimate(), decimals),
                last.lastKey()))
        .plus(first.overlap(last));
  }

  private Shown lowest() {
    return shown.stream().min(Comparator.comparingDouble(Shown::estimate)).orElseThrow();
  }

  private Shown highest() {
    return shown.stream().max(Comparator.comparingDouble(Shown::estimate)).orElseThrow();
  }

  /** "95 % konfidensintervall, wilson". */
  private Text interval() {
    return Text.of(
            "{0} % konfidensintervall, {1}",
            "{0} % konfidensintervall, {1}", "{0}% confidence interval, {1}")
        .with(Numerals.percent(level), method);
  }

  private Chart comparison() {
    EstimateChart chart = chart();
    Text together = Text.of("Samlet", "Samla", "Overall");
    List<Mark> behind = Double.isNaN(overall)
        ? List.of()
        : List.of(new Mark.Rule(together, Tone.CONTEXT, overall, true));
    Text alt = Text.of(
            "Punkter med intervaller for {0} verdier av {1}, sortert etter størrelse, fra {3} til {2}. ",
            "Punkt med intervall for {0} verdiar av {1}, sorterte etter storleik, frå {3} til {2}. ",
            "Dots with intervals for {0} values of {1}, sorted by size, from {3} to {2}. ")
        .with(
            shown.size(),
            keys.get(0),
            words.amount(lowest().estimate(), lowest().decimals()),
            Numerals.rounded(highest().estimate(), highest().decimals()));
    if (!Double.isNaN(overall)) {
      alt = alt.plus(Text.of("Samlet: {0}. ", "Samla: {0}. ", "Overall: {0}. ")
          .with(words.amount(overall, chart.decimals())));
    }
    return chart.bySize(alt, behind);
  }

  private Chart trend() {
    Text name = keys.size() == 1 ? NOTHING : Text.same(shown.get(0).keys().get(0));
    Text alt = Text.of(
            "Linje med bånd for {0} perioder, fra {1} til {2}; verdiene går fra {3} til {4}. ",
            "Linje med band for {0} periodar, frå {1} til {2}; verdiane går frå {3} til {4}. ",
            "Line with band for {0} periods, from {1} to {2}; the values range from {3} to {4}. ")
        .with(
            shown.size(),
            shown.get(0).lastKey(),
            shown.get(shown.size() - 1).lastKey(),
            Numerals.rounded(lowest().estimate(), lowest().decimals()),
            words.amount(highest().estimate(), highest().decimals()));
    return chart().overTime(name, alt);
  }

  private EstimateChart chart() {
    Text note = shown.size() == groups
        ? NOTHING
        : Text.of(
                "{0} av {1} er ikke vist: skjult, mangler eller kan ikke beregnes.",
                "{0} av {1} er ikkje viste: skjult, manglar eller kan ikkje reknast ut.",
                "{0} of {1} are not shown: hidden, missing or not estimable.")
            .with(groups - shown.size(), groups);
    return new EstimateChart(
        words.code(),
        keys,
        shown,
        headline(),
        Text.same("{0}, {1}").with(words.heading(), interval()),
        words.heading(),
        file,
        note);
  }
}
