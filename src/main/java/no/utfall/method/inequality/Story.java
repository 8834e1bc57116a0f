package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Lorenz;
import no.utfall.math.SortedIndex;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** What was found as sentences, and as a chart: the groups with their line, the curve of persons, or the keys by size. */
final class Story {

  private static final int MOST_ROWS = 60;
  private static final int CURVE_POINTS = 100;
  private static final Text NOTHING = Text.none();
  private static final List<Measure> LEADING = List.of(
      Measure.SII, Measure.DIFFERENCE, Measure.ACI, Measure.GINI, Measure.BGSD, Measure.THEIL);
  private static final Map<Measure, Text> NAMES = Map.of(
      Measure.SII,
      Text.of(
          "Ulikhetens stigningstall (SII)",
          "Stigingstalet for ulikskap (SII)",
          "The slope index of inequality (SII)"),
      Measure.DIFFERENCE,
      Text.of("Forskjellen", "Skilnaden", "The difference"),
      Measure.ACI,
      Text.of(
          "Den absolutte konsentrasjonsindeksen",
          "Den absolutte konsentrasjonsindeksen",
          "The absolute concentration index"),
      Measure.GINI,
      Text.of("Ginikoeffisienten", "Ginikoeffisienten", "The Gini coefficient"),
      Measure.BGSD,
      Text.of(
          "Standardavviket mellom gruppene",
          "Standardavviket mellom gruppene",
          "The between-group standard deviation"),
      Measure.THEIL,
      Text.of("Theils T", "Theils T", "Theil's T"));

  private final String file;
  private final Plan plan;
  private final List<String> keys;
  private final List<Keyed> results;
  private final Measure lead;

  Story(String file, Plan plan, List<String> keys, List<Keyed> results) {
    this.file = file;
    this.plan = plan;
    this.keys = keys;
    this.results = results;
    this.lead = LEADING.stream()
        .filter(measure -> results.stream().anyMatch(keyed -> keyed.find(measure) != null))
        .findFirst()
        .orElseGet(() -> plan.asked().get(0).measure());
  }

  private double[] limits(Estimate estimate) {
    return estimate.limits().at(plan.levels().get(0));
  }

  private int decimals(Estimate estimate) {
    double[] limits = limits(estimate);
    if (!Double.isNaN(limits[0] + limits[1])) {
      return Numerals.decimalsFor(limits[0], limits[1]);
    }
    return Math.abs(estimate.value()) < 10 ? 3 : 1;
  }

  private Text name() {
    return NAMES.getOrDefault(lead, Text.same(lead.id()));
  }

  private List<Keyed> shown() {
    return results.stream().filter(keyed -> keyed.find(lead) != null).toList();
  }

  List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    List<Keyed> shown = shown();
    if (!shown.isEmpty()) {
      sentences.add(headline(shown).plus(Text.same(".")));
    }
    if (shown.size() == 1) {
      partner(shown.get(0)).ifPresent(sentences::add);
    }
    sentences.add(basis(shown));
    if (shown.size() < results.size()) {
      sentences.add(Text.of(
              "{0} av {1} er uten anslag: celler er skjult, mangler eller målet er ikke definert.",
              "{0} av {1} er utan anslag: celler er skjulte, manglar eller målet er ikkje definert.",
              "{0} of {1} have no estimate: cells are hidden, missing, or the measure is not defined.")
          .with(results.size() - shown.size(), results.size()));
    }
    sentences.add(Text.of(
        "Målene beskriver fordelingen; de sier ikke hva som skaper den.",
        "Måla skildrar fordelinga; dei seier ikkje kva som skaper henne.",
        "The measures describe the distribution; they do not say what makes it."));
    return sentences;
  }

  private Text value(Estimate estimate) {
    int decimals = decimals(estimate);
    double[] limits = limits(estimate);
    Text value = Numerals.rounded(estimate.value(), decimals);
    return Double.isNaN(limits[0] + limits[1])
        ? value
        : value.plus(Text.of(" ({0} til {1})", " ({0} til {1})", " ({0} to {1})")
            .with(Numerals.rounded(limits[0], decimals), Numerals.rounded(limits[1], decimals)));
  }

  private Text headline(List<Keyed> shown) {
    if (shown.size() == 1) {
      Keyed only = shown.get(0);
      Text who = only.names().isEmpty() ? NOTHING : Text.same(only.name() + ": ");
      return who.plus(
          Text.of("{0} er {1}", "{0} er {1}", "{0} is {1}").with(name(), value(found(only))));
    }
    Keyed lowest =
        shown.stream().min(Comparator.comparingDouble(k -> found(k).value())).orElseThrow();
    Keyed highest =
        shown.stream().max(Comparator.comparingDouble(k -> found(k).value())).orElseThrow();
    return Text.of(
            "{0} går fra {1} i {2} til {3} i {4}",
            "{0} går frå {1} i {2} til {3} i {4}", "{0} ranges from {1} in {2} to {3} in {4}")
        .with(name(), value(found(lowest)), lowest.name(), value(found(highest)), highest.name());
  }

  private Estimate found(Keyed keyed) {
    Estimate estimate = keyed.find(lead);
    if (estimate == null) {
      throw new IllegalStateException(lead.id());
    }
    return estimate;
  }

  private Optional<Text> partner(Keyed keyed) {
    return lead.partner()
        .filter(other -> keyed.find(other) != null)
        .map(other -> Text.of(
                "Relativt målt: {0} er {1}.",
                "Relativt målt: {0} er {1}.", "In relative terms: {0} is {1}.")
            .with(other.id(), value(Objects.requireNonNull(keyed.find(other)))));
  }

  private Text basis(List<Keyed> shown) {
    boolean errors = shown.stream().anyMatch(k -> !Double.isNaN(found(k).stdError()));
    if (!errors) {
      return Text.of(
          "Usikkerheten er ikke kjent: verdiene har ingen standardfeil.",
          "Uvissa er ikkje kjend: verdiane har ingen standardfeil.",
          "The uncertainty is not known: the values have no standard errors.");
    }
    boolean scatter = shown.stream()
        .anyMatch(k -> found(k).how().endsWith("/residual") || found(k).how().endsWith("/robust"));
    return scatter
        ? Text.of(
            "Intervallene kommer av hvor langt gruppene ligger fra linjen, ikke av hvor sikre verdiene er.",
            "Intervalla kjem av kor langt gruppene ligg frå linja, ikkje av kor sikre verdiane er.",
            "The intervals come from how far the groups lie from the line, not from how certain the values are.")
        : Text.of(
            "Intervallene rommer tilfeldig variasjon, ikke feil i dataene.",
            "Intervalla rommar tilfeldig variasjon, ikkje feil i dataa.",
            "The intervals cover chance variation, not errors in the data.");
  }

  List<Chart> charts() {
    List<Keyed> shown = shown();
    if (shown.size() > 1 && shown.size() <= MOST_ROWS && keys.size() == 1) {
      return List.of(comparison(shown));
    }
    if (shown.size() != 1) {
      return List.of();
    }
    Keyed only = shown.get(0);
    GroupSet groups = only.groups();
    Persons persons = only.persons();
    if (persons != null) {
      return persons.y()[0] >= 0 ? List.of(curve(only, persons)) : List.of();
    }
    return groups != null && plan.ordered() ? List.of(gradient(only, groups)) : List.of();
  }

  /** Groups at their places, with the line that the slope index is read from. */
  private Chart gradient(Keyed keyed, GroupSet set) {
    double[] places = set.places();
    double[] y = set.value();
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    double[] lower = new double[y.length];
    double[] upper = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      points.add(new Point(places[i], y[i]));
      double reach = set.spread() == null
          ? Double.NaN
          : Math.sqrt(set.spread().variance(i))
              * Estimate.quantile(plan.levels().get(0), set.spread().df());
      lower[i] = y[i] - reach;
      upper[i] = y[i] + reach;
      if (!Double.isNaN(reach)) {
        spans.add(new Span(places[i], lower[i], upper[i]));
      }
    }
    List<Mark> marks = new ArrayList<>();
    Slope line = keyed.line();
    if (line != null) {
      List<Point> along = new ArrayList<>();
      for (int i = 0; i <= 20; i++) {
        along.add(new Point(i / 20.0, line.at(i / 20.0)));
      }
      marks.add(new Mark.Line(Text.same("SII"), Tone.CONTEXT, along));
    }
    marks.add(new Mark.Intervals(NOTHING, Tone.FOCUS, spans, true));
    marks.add(new Mark.Dots(NOTHING, Tone.FOCUS, points));
    int decimals = ticks(lower, upper, y);
    Frame frame = Frame.of(
        TextColumn.of("group", set.names()),
        NumberColumn.of("place", places),
        NumberColumn.of("estimate", y),
        NumberColumn.of("conf_low", lower),
        NumberColumn.of("conf_high", upper));
    Text heading = heading(Text.of("Verdi", "Verdi", "Value"));
    Text alt = Text.of(
            "Punkter for {0} grupper etter plass fra bunn til topp; verdiene går fra {1} til {2}. {3}.",
            "Punkt for {0} grupper etter plass frå botn til topp; verdiane går frå {1} til {2}. {3}.",
            "Dots for {0} groups by place from bottom to top; the values range from {1} to {2}. {3}.")
        .with(
            y.length,
            Numerals.rounded(y[0], decimals),
            Numerals.rounded(y[y.length - 1], decimals),
            headline(List.of(keyed)));
    return chart(
        "inequality-groups",
        headline(List.of(keyed)),
        heading,
        alt,
        Axis.number(
            Text.of(
                "Plass i befolkningen, fra 0 (bunnen) til 1 (toppen)",
                "Plass i befolkninga, frå 0 (botnen) til 1 (toppen)",
                "Place in the population, from 0 (bottom) to 1 (top)"),
            1),
        Axis.number(heading, decimals),
        marks,
        frame,
        List.of(
            new Table.Shown("group", Text.of("Gruppe", "Gruppe", "Group"), Table.Shown.AS_IS),
            new Table.Shown("place", Text.of("Plass", "Plass", "Place"), 3),
            new Table.Shown("estimate", heading, Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_low", Text.of("Fra", "Frå", "From"), Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_high", Text.of("Til", "Til", "To"), Table.Shown.BY_INTERVAL)));
  }

  private Text heading(Text noun) {
    return plan.unit().isEmpty() ? noun : noun.plus(Text.same(" (" + plan.unit() + ")"));
  }

  private static int ticks(double[] lower, double[] upper, double[] y) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      low = Math.min(low, Double.isNaN(lower[i]) ? y[i] : lower[i]);
      high = Math.max(high, Double.isNaN(upper[i]) ? y[i] : upper[i]);
    }
    return Numerals.decimalsFor(low, high);
  }

  /** The Lorenz curve against equality. */
  private Chart curve(Keyed keyed, Persons persons) {
    double[] at = new double[CURVE_POINTS + 1];
    for (int i = 0; i <= CURVE_POINTS; i++) {
      at[i] = i / (double) CURVE_POINTS;
    }
    double[] share =
        Lorenz.curve(persons.y(), persons.w(), persons.y(), SortedIndex.of(persons.y()), at);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      points.add(new Point(at[i], share[i]));
    }
    List<Mark> marks = List.of(
        new Mark.Line(
            Text.of("likt", "likt", "equal"),
            Tone.CONTEXT,
            List.of(new Point(0, 0), new Point(1, 1))),
        new Mark.Line(Text.same("Lorenz"), Tone.FOCUS, points));
    Text x = Text.of(
        "Andel av enhetene, fra lavest verdi",
        "Del av einingane, frå lågast verdi",
        "Share of the rows, from the lowest value");
    Text y = Text.of("Andel av summen", "Del av summen", "Share of the sum");
    Text alt = Text.of(
            "Lorenz-kurve under linjen for likhet: den laveste halvdelen har {0} av summen. {1}.",
            "Lorenz-kurve under linja for likskap: den lågaste halvdelen har {0} av summen. {1}.",
            "Lorenz curve below the line of equality: the lowest half has {0} of the sum. {1}.")
        .with(Numerals.rounded(share[CURVE_POINTS / 2], 3), headline(List.of(keyed)));
    return chart(
        "inequality-curve",
        headline(List.of(keyed)),
        y,
        alt,
        Axis.number(x, 1).fromZero(),
        Axis.number(y, 1).fromZero(),
        marks,
        Frame.of(NumberColumn.of("share", at), NumberColumn.of("estimate", share)),
        List.of(new Table.Shown("share", x, 2), new Table.Shown("estimate", y, 4)));
  }

  /** Keys by size, with intervals. */
  private Chart comparison(List<Keyed> shown) {
    List<Keyed> sorted = new ArrayList<>(shown);
    sorted.sort(Comparator.<Keyed>comparingDouble(k -> found(k).value()).reversed());
    int n = sorted.size();
    double[] y = new double[n];
    double[] lower = new double[n];
    double[] upper = new double[n];
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Text> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Estimate estimate = found(sorted.get(i));
      double[] limits = limits(estimate);
      y[i] = estimate.value();
      lower[i] = limits[0];
      upper[i] = limits[1];
      names.add(Text.same(sorted.get(i).name()));
      points.add(new Point(y[i], i));
      if (!Double.isNaN(limits[0] + limits[1])) {
        spans.add(new Span(i, limits[0], limits[1]));
      }
    }
    int decimals = ticks(lower, upper, y);
    Text heading = lead.unit() == Measure.Unit.VALUE ? heading(name()) : name();
    List<Mark> marks = List.of(
        new Mark.Intervals(NOTHING, Tone.FOCUS, spans, false),
        new Mark.Dots(NOTHING, Tone.FOCUS, points));
    Text alt = Text.of(
            "Punkter med intervaller for {0} verdier av {1}, sortert etter størrelse. {2}.",
            "Punkt med intervall for {0} verdiar av {1}, sorterte etter storleik. {2}.",
            "Dots with intervals for {0} values of {1}, sorted by size. {2}.")
        .with(n, keys.get(0), headline(shown));
    return chart(
        "inequality-keys",
        headline(shown),
        heading,
        alt,
        Axis.number(heading, decimals),
        Axis.categories(Text.same(keys.get(0)), names),
        marks,
        Frame.of(
            TextColumn.of(keys.get(0), sorted.stream().map(Keyed::name).toList()),
            NumberColumn.of("estimate", y),
            NumberColumn.of("conf_low", lower),
            NumberColumn.of("conf_high", upper)),
        List.of(
            new Table.Shown(keys.get(0), Text.same(keys.get(0)), Table.Shown.AS_IS),
            new Table.Shown("estimate", heading, Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_low", Text.of("Fra", "Frå", "From"), Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_high", Text.of("Til", "Til", "To"), Table.Shown.BY_INTERVAL)));
  }

  private Chart chart(
      String id,
      Text title,
      Text subtitle,
      Text alt,
      Axis x,
      Axis y,
      List<Mark> marks,
      Frame frame,
      List<Table.Shown> columns) {
    Text source = file.equals("result") ? NOTHING : Text.same(file);
    return new Chart(
        id,
        title,
        subtitle,
        source,
        alt,
        x,
        y,
        marks,
        new Table(id, subtitle, NOTHING, columns, frame));
  }
}
