package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.utfall.method.EstimateChart;
import no.utfall.method.Shown;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** The first measure of a run as sentences and as a chart: over time for one series of years, else by size. */
final class Story {

  private static final int MOST_ROWS = 60;

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
              first.hasInterval()
                  ? Text.of(" ({0} til {1})", " ({0} til {1})", " ({0} to {1})")
                      .with(
                          Numerals.rounded(first.low(), first.decimals()),
                          Numerals.rounded(first.high(), first.decimals()))
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
            Numerals.rounded(from.estimate(), decimals),
            from.name(),
            amount(to.estimate(), decimals),
            to.name())
        .plus(from.overlap(to));
  }

  private Shown lowest() {
    return shown.stream().min(Comparator.comparingDouble(Shown::estimate)).orElseThrow();
  }

  private Shown highest() {
    return shown.stream().max(Comparator.comparingDouble(Shown::estimate)).orElseThrow();
  }

  private Text amount(double x, int decimals) {
    String unit = measure.scale().unit(plan.settings());
    return unit.equals("percent")
        ? Numerals.rounded(x, decimals).plus(Text.of(" prosent", " prosent", " percent"))
        : Numerals.rounded(x, decimals);
  }

  private Text heading() {
    return measure.scale().unit(plan.settings()).equals("percent")
        ? title.plus(Text.of(" (prosent)", " (prosent)", " (percent)"))
        : title;
  }

  private Text level() {
    return Text.of("{0} %", "{0} %", "{0}%").with(Numerals.percent(plan.levels()[0]));
  }

  private Chart comparison() {
    return chart()
        .bySize(
            Text.of(
                "Punkter med intervaller, sortert etter størrelse. ",
                "Punkt med intervall, sorterte etter storleik. ",
                "Dots with intervals, sorted by size. "),
            List.of());
  }

  private Chart trend() {
    return chart()
        .overTime(
            Text.none(),
            Text.of(
                "Linje med bånd over tid. ",
                "Linje med band over tid. ",
                "Line with band over time. "));
  }

  private EstimateChart chart() {
    Text note = shown.size() == groups
        ? Text.none()
        : Text.of(
                "{0} av {1} er ikke vist.",
                "{0} av {1} er ikkje viste.", "{0} of {1} are not shown.")
            .with(groups - shown.size(), groups);
    return new EstimateChart(
        measure.name().replace('_', '-'),
        plan.keys(),
        shown,
        headline(),
        Text.of(
                "{0}, {1} konfidensintervall",
                "{0}, {1} konfidensintervall", "{0}, {1} confidence interval")
            .with(heading(), level()),
        heading(),
        file,
        note);
  }
}
