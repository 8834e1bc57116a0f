package no.utfall.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Ranks;
import no.utfall.method.Result;
import no.utfall.panel.Direction;
import no.utfall.panel.Indicator;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Severity;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Document.Block;
import no.utfall.view.Document.Bullets;
import no.utfall.view.Document.ChartBlock;
import no.utfall.view.Document.Fold;
import no.utfall.view.Document.Heading;
import no.utfall.view.Document.Paragraph;
import no.utfall.view.Document.TableBlock;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;

/**
 * The report of a project: what stands here, the key table, each indicator, each analysis, and where it all comes from.
 * Cells of tables are in one language, so that a document is made for each.
 */
public final class FirstPage {

  private static final Text NUMBER = Text.of("Verdi", "Verdi", "Value");
  private static final Text LOW = Text.of("Nedre grense", "Nedre grense", "Lower limit");
  private static final Text HIGH = Text.of("Øvre grense", "Øvre grense", "Upper limit");
  private static final Text INDICATOR = Text.of("Indikator", "Indikator", "Indicator");
  private static final Map<String, Text> HEADINGS = Map.ofEntries(
      Map.entry("aggregation", Text.of("Snitt over", "Snitt over", "Averaged over")),
      Map.entry("level", Text.of("Ledd", "Ledd", "Of")),
      Map.entry("event", Text.of("År siden start", "År sidan start", "Years since start")),
      Map.entry("group", Text.of("Gruppe", "Gruppe", "Group")),
      Map.entry("measure", Text.of("Mål", "Mål", "Measure")),
      Map.entry("estimate", Text.of("Anslag", "Anslag", "Estimate")),
      Map.entry("std_error", Text.of("Standardfeil", "Standardfeil", "Standard error")),
      Map.entry("conf_low", LOW),
      Map.entry("conf_high", HIGH),
      Map.entry("conf_level", Text.of("Nivå", "Nivå", "Confidence level")),
      Map.entry("n", Text.of("Enheter", "Einingar", "Units")),
      Map.entry("method", Text.of("Metode", "Metode", "Method")),
      Map.entry("status", Text.of("Status", "Status", "Status")),
      Map.entry("note", Text.of("Merknad", "Merknad", "Note")));
  private static final Text PERIOD = Text.of("Periode", "Periode", "Period");

  private final String id;
  private final Text title;
  private final Language language;
  private final List<Measured> indicators;
  private final List<Estimated> analyses;
  private final List<Sourced> sources;
  private final Map<Severity, Long> found;
  private final List<Text> notes;
  private final Optional<Revised> revised;

  FirstPage(
      String id,
      Text title,
      Language language,
      List<Measured> indicators,
      List<Estimated> analyses,
      List<Sourced> sources,
      Map<Severity, Long> found,
      List<Text> notes,
      Optional<Revised> revised) {
    this.id = id;
    this.title = title;
    this.language = language;
    this.indicators = indicators;
    this.analyses = analyses;
    this.sources = sources;
    this.found = found;
    this.notes = notes;
    this.revised = revised;
  }

  /**
   * @param language of the words inside tables
   * @param found how many findings of each severity the whole build has
   * @param notes what the reader must know of what was not done
   * @param revised against an earlier report, where one is named
   */
  public static Document of(
      String id,
      Text title,
      Language language,
      List<Measured> indicators,
      List<Estimated> analyses,
      List<Sourced> sources,
      Map<Severity, Long> found,
      List<Text> notes,
      Optional<Revised> revised) {
    return new FirstPage(id, title, language, indicators, analyses, sources, found, notes, revised)
        .document();
  }

  private Document document() {
    List<Block> blocks = new ArrayList<>();
    mainResults(blocks);
    keyTable(blocks);
    effects(blocks);
    indicators.forEach(measured -> indicator(blocks, measured, 2));
    analyses.forEach(estimated -> analysis(blocks, estimated, true));
    revised(blocks);
    data(blocks);
    return new Document(id, title, summary(), blocks);
  }

  private List<Course> courses() {
    return indicators.stream().map(measured -> new Course(measured.country())).toList();
  }

  private Text summary() {
    int units = indicators.stream()
        .mapToInt(measured -> measured.units().groups(List.of("unit")).count())
        .max()
        .orElse(0);
    Text summary = Sentences.extent(indicators.size(), units, courses(), analyses.size());
    Measured first = indicators.stream()
        .filter(measured -> measured.indicator().level() == Level.OUTCOME)
        .filter(measured -> measured.story().isEmpty() && !new Course(measured.country()).isEmpty())
        .findFirst()
        .orElse(null);
    if (first != null) {
      summary = summary
          .plus(Text.same(" "))
          .plus(Sentences.course(first.indicator(), new Course(first.country()), true))
          .plus(Text.same("."));
    }
    return analyses.isEmpty() ? summary : summary.plus(Text.same(" ")).plus(told());
  }

  /** How many analyses show a difference, cannot tell, or could not be made. */
  private Text told() {
    List<Effect> made =
        analyses.stream().flatMap(estimated -> Effect.of(estimated).stream()).toList();
    int shown =
        (int) made.stream().filter(effect -> effect.word() == Effect.Word.SHOWN).count();
    int open = made.size() - shown;
    int none = analyses.size() - made.size();
    return Text.of(
            "Av {3} analyser viser {0} en forskjell mot sammenligningen, {1} kan ikke avgjøres ut fra disse tallene, og {2} lot seg ikke gjøre.",
            "Av {3} analysar viser {0} ein skilnad mot samanlikninga, {1} kan ikkje avgjerast ut frå desse tala, og {2} let seg ikkje gjere.",
            "Of {3} analyses, {0} show a difference from the comparison, {1} cannot be told from these data, and {2} could not be made.")
        .with(
            Phrases.count(shown),
            Phrases.count(open),
            Phrases.count(none),
            Phrases.count(analyses.size()));
  }

  private void mainResults(List<Block> blocks) {
    List<Text> items = new ArrayList<>();
    for (Measured measured : indicators) {
      Course course = new Course(measured.country());
      if (!course.isEmpty()) {
        Text told = Sentences.course(measured.indicator(), course, true).plus(Text.same("."));
        items.add(measured
            .story()
            .flatMap(story -> story.reading().stream().findFirst())
            .map(first -> measured.indicator().title().plus(Text.same(": ")).plus(first))
            .orElse(told));
      }
    }
    for (Estimated estimated : analyses) {
      items.add(estimated.intervention().plus(Text.same(": ")).plus(verdict(estimated)));
    }
    if (!items.isEmpty()) {
      blocks.add(new Heading(2, Text.of("Hovedresultater", "Hovudresultat", "Main results")));
      blocks.add(new Bullets(items));
    }
  }

  private static Text verdict(Estimated estimated) {
    List<Text> reading = estimated.result().map(Result::reading).orElse(List.of());
    if (reading.isEmpty()) {
      return why(estimated);
    }
    Text first = titled(estimated).in(reading.get(0));
    return warning(estimated)
        .map(warning -> first.plus(Text.same(" ")).plus(warning))
        .orElse(first);
  }

  /** Where the method does not judge its estimate itself. */
  private static Optional<Text> warning(Estimated estimated) {
    return Effect.of(estimated).filter(Effect::decided).isPresent()
        ? Optional.empty()
        : estimated.result().flatMap(Headline::of).flatMap(Headline::warning);
  }

  static Titled titled(Estimated estimated) {
    return new Titled(estimated.indicator().id(), estimated.indicator().title());
  }

  static Text why(Estimated estimated) {
    String reason = estimated.findings().stream()
        .filter(Finding::isError)
        .map(Finding::message)
        .findFirst()
        .orElse("no result");
    return Text.of(
            "Virkningen på {0} kunne ikke anslås med disse tallene ({1}).",
            "Verknaden på {0} kunne ikkje reknast ut med desse tala ({1}).",
            "The effect on {0} could not be estimated from these data ({1}).")
        .with(estimated.indicator().title(), reason);
  }

  void keyTable(List<Block> blocks) {
    TextColumn.Builder name = TextColumn.builder("indicator");
    TextColumn.Builder level = TextColumn.builder("level");
    TextColumn.Builder period = TextColumn.builder("period");
    NumberColumn.Builder estimate = NumberColumn.builder("estimate");
    NumberColumn.Builder low = NumberColumn.builder("conf_low");
    NumberColumn.Builder high = NumberColumn.builder("conf_high");
    TextColumn.Builder change = TextColumn.builder("change");
    for (Measured measured : indicators) {
      Course course = new Course(measured.country());
      if (!course.isEmpty()) {
        Course.Step last = course.last();
        name.add(titleAndUnit(measured.indicator()).in(language));
        level.add(measured.indicator().level().word().in(language));
        period.add(last.period().toString());
        estimate.add(last.estimate());
        low.add(last.low());
        high.add(last.high());
        change.add(change(course).in(language));
      }
    }
    Frame frame = Frame.of(
        name.build(),
        level.build(),
        period.build(),
        estimate.build(),
        low.build(),
        high.build(),
        change.build());
    if (frame.rows() > 0) {
      blocks.add(
          new Heading(2, Text.of("Alle indikatorene", "Alle indikatorane", "All indicators")));
      blocks.add(new TableBlock(new Table(
          id + "-indicators",
          Text.of(
              "Siste tall for alle enheter samlet",
              "Siste tal for alle einingar samla",
              "Latest number for all units together"),
          Text.of(
              "Endringen er forskjellen mellom siste og første periode. Den er ikke en virkning av noe tiltak.",
              "Endringa er skilnaden mellom siste og første periode. Ho er ikkje ein verknad av noko tiltak.",
              "The change is the difference between the latest and the first period. It is not the effect of any measure."),
          List.of(
              new Shown("indicator", INDICATOR, Shown.AS_IS),
              new Shown("level", Text.of("Ledd", "Ledd", "Level"), Shown.AS_IS),
              new Shown("period", PERIOD, Shown.AS_IS),
              new Shown("estimate", NUMBER, Shown.BY_INTERVAL),
              new Shown("conf_low", LOW, Shown.BY_INTERVAL),
              new Shown("conf_high", HIGH, Shown.BY_INTERVAL),
              new Shown("change", Text.of("Endring", "Endring", "Change"), Shown.AS_IS)),
          frame)));
    }
  }

  private static Text titleAndUnit(Indicator indicator) {
    Text unit = Phrases.unitTitle(indicator.unitOfMeasure());
    return unit.isBlank()
        ? indicator.title()
        : indicator.title().plus(Text.same(", ")).plus(unit);
  }

  private static Text change(Course course) {
    return course
        .change()
        .map(difference -> {
          Course.Step last = course.last();
          int decimals = Math.min(2, Phrases.decimals(last.estimate(), last.low(), last.high()));
          Text number = Phrases.number(difference, decimals);
          Text sign = difference > 0 ? Text.same("+") : Text.none();
          return Text.of(
                  "{0}{1}\u00a0siden\u00a0{2}",
                  "{0}{1}\u00a0sidan\u00a0{2}", "{0}{1}\u00a0since\u00a0{2}")
              .with(sign, number, course.first().period());
        })
        .orElse(Text.none());
  }

  private void effects(List<Block> blocks) {
    TextColumn.Builder name = TextColumn.builder("measure_title");
    TextColumn.Builder on = TextColumn.builder("indicator");
    NumberColumn.Builder estimate = NumberColumn.builder("estimate");
    NumberColumn.Builder low = NumberColumn.builder("conf_low");
    NumberColumn.Builder high = NumberColumn.builder("conf_high");
    TextColumn.Builder told = TextColumn.builder("told");
    for (Estimated estimated : analyses) {
      Headline headline = estimated.result().flatMap(Headline::of).orElse(null);
      name.add(estimated.intervention().in(language));
      on.add(estimated.indicator().title().in(language));
      estimate.add(headline == null ? Double.NaN : headline.estimate());
      low.add(headline == null ? Double.NaN : headline.low());
      high.add(headline == null ? Double.NaN : headline.high());
      told.add(standing(estimated).in(language));
    }
    Frame frame = Frame.of(
        name.build(), on.build(), estimate.build(), low.build(), high.build(), told.build());
    if (frame.rows() > 0) {
      blocks.add(new TableBlock(new Table(
          id + "-effects",
          Text.of(
              "Anslått forskjell mot en sammenligning",
              "Rekna skilnad mot ei samanlikning",
              "Estimated difference from a comparison"),
          Text.of(
              "Hva det er sammenlignet med, og forutsetningene, står under hver analyse.",
              "Kva det er samanlikna med, og føresetnadene, står under kvar analyse.",
              "What is compared with what, and the assumptions, stand with each analysis."),
          List.of(
              new Shown("measure_title", Text.of("Tiltak", "Tiltak", "Measure"), Shown.AS_IS),
              new Shown("indicator", INDICATOR, Shown.AS_IS),
              new Shown(
                  "estimate", Text.of("Forskjell", "Skilnad", "Difference"), Shown.BY_INTERVAL),
              new Shown("conf_low", LOW, Shown.BY_INTERVAL),
              new Shown("conf_high", HIGH, Shown.BY_INTERVAL),
              new Shown(
                  "told",
                  Text.of("Kan det avgjøres?", "Kan det avgjerast?", "Can it be told?"),
                  Shown.AS_IS)),
          frame)));
    }
  }

  /** Whether it can be told, and why not. */
  static Text standing(Estimated estimated) {
    Effect effect = Effect.of(estimated).orElse(null);
    if (effect == null) {
      return Text.of("lot seg ikke gjøre", "let seg ikkje gjere", "could not be made");
    }
    if (!effect.decided()) {
      return estimated.result().flatMap(Headline::of).map(Headline::standing).orElse(Text.none());
    }
    return switch (effect.word()) {
      case SHOWN ->
        Text.of(
            "ja, om forutsetningene holder",
            "ja, om føresetnadene held",
            "yes, if the assumptions hold");
      case NOT_SHOWN -> Text.of("nei: {0}", "nei: {0}", "no: {0}").with(effect.reason());
      case CANNOT_TELL ->
        Text.of("kan ikke avgjøres: {0}", "kan ikkje avgjerast: {0}", "cannot be told: {0}")
            .with(effect.reason());
    };
  }

  /** A number as it was declared. */
  private static Text plain(double declared) {
    BigDecimal number = BigDecimal.valueOf(declared).stripTrailingZeros();
    return Phrases.number(declared, Math.max(0, number.scale()));
  }

  /** What the number is, which way is better, what difference matters, and when an effect on it can be expected. */
  private static Text definition(Indicator indicator) {
    List<Text> sentences = new ArrayList<>();
    if (!indicator.definition().isBlank()) {
      sentences.add(Text.of("Definisjon: {0}", "Definisjon: {0}", "Definition: {0}")
          .with(indicator.definition()));
    }
    sentences.add(
        indicator.direction() == Direction.LOWER_IS_BETTER
            ? Text.of("Lavere er bedre.", "Lågare er betre.", "Lower is better.")
            : Text.of("Høyere er bedre.", "Høgare er betre.", "Higher is better."));
    if (!Double.isNaN(indicator.smallestImportant())) {
      sentences.add(Text.of(
              "Minste forskjell som betyr noe: {0}{1}.",
              "Minste skilnad som tyder noko: {0}{1}.", "Smallest difference that matters: {0}{1}.")
          .with(plain(indicator.smallestImportant()), TenSeconds.points(indicator)));
    }
    if (indicator.lag() > 0) {
      sentences.add(Text.of(
              "En effekt ventes tidligst etter {0} år.",
              "Ein effekt er venta tidlegast etter {0} år.",
              indicator.lag() == 1
                  ? "An effect is expected after one year at the earliest."
                  : "An effect is expected after {0} years at the earliest.")
          .with(indicator.lag()));
    }
    return Phrases.sentences(sentences);
  }

  void indicator(List<Block> blocks, Measured measured, int level) {
    Indicator indicator = measured.indicator();
    Course course = new Course(measured.country());
    blocks.add(new Heading(level, indicator.title()));
    blocks.add(new Paragraph(definition(indicator)));
    if (course.isEmpty() && measured.latest().isEmpty()) {
      blocks.add(
          new Paragraph(Text.of("Ingen kjente tall.", "Ingen kjende tal.", "No known numbers.")));
      return;
    }
    measured
        .story()
        .map(story -> new Paragraph(Phrases.sentences(story.reading())))
        .ifPresent(blocks::add);
    charts(measured, course).forEach(chart -> blocks.add(new ChartBlock(chart)));
    distribution(
        blocks,
        measured,
        course.isEmpty() ? measured.latest().orElseThrow() : course.last().period());
  }

  /** What the method draws; else all units over time, or each of them where there is no number of all. */
  private static List<Chart> charts(Measured measured, Course course) {
    String id = "trend-" + measured.indicator().id();
    List<Chart> drawn = measured.drawn(id);
    if (!drawn.isEmpty()) {
      return drawn;
    }
    return course.isEmpty()
        ? UnitsChart.of("units-" + measured.indicator().id(), measured).stream().toList()
        : List.of(TrendChart.of(id, measured));
  }

  /** How the units lie in the last period. */
  private void distribution(List<Block> blocks, Measured measured, Period period) {
    Frame units = measured.units();
    List<Double> known = new ArrayList<>();
    int hidden = 0;
    int without = 0;
    for (int row = 0; row < units.rows(); row++) {
      if (Period.parse(units.text("period").get(row)).equals(period)) {
        double value = units.number("estimate").value(row);
        if (!Double.isNaN(value)) {
          known.add(value);
        } else if (units.text("status").get(row).equals("suppressed")) {
          hidden++;
        } else {
          without++;
        }
      }
    }
    if (known.size() < 2) {
      return;
    }
    double[] sorted = known.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int decimals = Math.min(1, Phrases.decimals(sorted[sorted.length / 2], Double.NaN, Double.NaN));
    blocks.add(new Paragraph(Text.of(
            "Blant {0} enheter med kjent tall i {1} har halvparten under {2}; åtte av ti ligger fra {3} til {4}. {5} er skjulte og {6} mangler.",
            "Blant {0} einingar med kjent tal i {1} har halvparten under {2}; åtte av ti ligg frå {3} til {4}. {5} er skjulte og {6} manglar.",
            "Of {0} units with a known number in {1}, half lie below {2}; eight in ten lie from {3} to {4}. {5} are hidden and {6} missing.")
        .with(
            Phrases.count(known.size()),
            period,
            Phrases.number(Ranks.quantile(sorted, 0.5), decimals),
            Phrases.number(Ranks.quantile(sorted, 0.1), decimals),
            Phrases.number(Ranks.quantile(sorted, 0.9), decimals),
            Phrases.count(hidden),
            Phrases.count(without))));
  }

  void analysis(List<Block> blocks, Estimated estimated, boolean withAssumptions) {
    Titled titled = titled(estimated);
    blocks.add(new Heading(
        2,
        estimated.title().isBlank()
            ? Text.of("{0}: virkning på {1}?", "{0}: verknad på {1}?", "{0}: an effect on {1}?")
                .with(estimated.intervention(), estimated.indicator().title())
            : estimated.title()));
    if (estimated.result().isEmpty()) {
      blocks.add(new Paragraph(why(estimated)));
      leftOut(blocks, estimated);
      return;
    }
    Result result = estimated.result().get();
    List<Text> sentences = result.reading().stream().map(titled::in).toList();
    if (!sentences.isEmpty()) {
      blocks.add(new Paragraph(
          sentences.stream().reduce((a, b) -> a.plus(Text.same(" ")).plus(b)).orElse(Text.none())));
    }
    warning(estimated).map(Paragraph::new).ifPresent(blocks::add);
    int number = 0;
    for (Chart chart : result.charts()) {
      String name = number++ == 0 ? estimated.id() : estimated.id() + "-" + number;
      blocks.add(new ChartBlock(
          titled.in(chart, "effect-" + name, estimated.indicator().source())));
    }
    leftOut(blocks, estimated);
    if (withAssumptions) {
      Effect.of(estimated)
          .map(effect -> Phrases.sentences(OtherDataWords.of(estimated, effect)))
          .filter(text -> !text.isBlank())
          .map(Paragraph::new)
          .ifPresent(blocks::add);
    }
    if (withAssumptions && !estimated.method().assumptions().isEmpty()) {
      blocks.add(new Paragraph(Text.of("Dette må holde:", "Dette må halde:", "This must hold:")));
      blocks.add(new Bullets(assumptions(estimated)));
    }
    blocks.add(new Fold(
        Text.of("Alle tall i analysen", "Alle tal i analysen", "All numbers of the analysis"),
        List.of(new TableBlock(numbers(estimated, result)))));
  }

  /** A method names options as the command line writes them, which a report has no use for. */
  static List<Text> assumptions(Estimated estimated) {
    return estimated.method().assumptions().stream()
        .map(text -> Phrases.each(language -> text.in(language).replaceAll(" \\(--[a-z-]+\\)", "")))
        .toList();
  }

  /** The estimates with an interval; counts of units stand in the sentences above. */
  static Table numbers(Estimated estimated, Result result) {
    Frame tidy = result.tidy();
    List<String> limits = List.of("conf_low", "conf_high");
    int[] rows = IntStream.range(0, tidy.rows())
        .filter(row ->
            limits.stream().allMatch(name -> tidy.has(name) && tidy.number(name).isKnown(row)))
        .toArray();
    Table plain =
        Table.plain("numbers-" + estimated.id(), rows.length == 0 ? tidy : tidy.rows(rows));
    List<String> rounded = List.of("estimate", "std_error", "conf_low", "conf_high");
    List<String> unshown = List.of("statistic", "p_value", "df", "unit_of_measure");
    List<Shown> columns = plain.columns().stream()
        .filter(shown -> !unshown.contains(shown.column()))
        .map(shown -> new Shown(
            shown.column(),
            HEADINGS.getOrDefault(shown.column(), shown.label()),
            rounded.contains(shown.column()) ? Shown.BY_INTERVAL : shown.decimals()))
        .toList();
    return new Table(plain.id(), estimated.method().title(), Text.none(), columns, plain.frame());
  }

  static void leftOut(List<Block> blocks, Estimated estimated) {
    if (!estimated.leftOut().isEmpty()) {
      blocks.add(new Paragraph(Text.of(
          "Utelatt før beregningen:",
          "Utelate før utrekninga:",
          "Left out before the computation:")));
      blocks.add(new Bullets(estimated.leftOut().stream()
          .map(out -> Sentences.counted(
                  out.units().size(),
                  Text.of("enhet", "eining", "unit"),
                  Text.of("enheter", "einingar", "units"))
              .plus(Text.same(": "))
              .plus(out.why()))
          .toList()));
    }
  }

  void revised(List<Block> blocks) {
    blocks.add(new Heading(
        2, Text.of("Endret siden sist", "Endra sidan sist", "Revised since last time")));
    if (revised.isEmpty()) {
      blocks.add(new Paragraph(Text.of(
          "Ingen tidligere rapport er oppgitt, så det er ikke vist hva som er endret siden sist.",
          "Ingen tidlegare rapport er oppgjeven, så det er ikkje vist kva som er endra sidan sist.",
          "No earlier report is named, so that what has been revised since is not shown.")));
    } else {
      blocks.addAll(new Revisions(revised.get(), id, language, indicators, analyses).blocks());
    }
  }

  void data(List<Block> blocks) {
    blocks.add(new Heading(2, Text.of("Data og metode", "Data og metode", "Data and method")));
    notes.forEach(note -> blocks.add(new Paragraph(note)));
    long errors = count(Severity.ERROR);
    long warnings = count(Severity.WARNING);
    long remarks = count(Severity.NOTE);
    blocks.add(new Paragraph(Text.of(
            "Kontrollen av tallene ga {0} feil, {1} advarsler og {2} merknader. De står i findings.json.",
            "Kontrollen av tala gav {0} feil, {1} åtvaringar og {2} merknader. Dei står i findings.json.",
            "Checking the numbers gave {0} errors, {1} warnings and {2} notes. They stand in findings.json.")
        .with(Phrases.count(errors), Phrases.count(warnings), Phrases.count(remarks))));
    long moved = ledgers().stream().mapToLong(Ledger::reclassified).sum();
    if (moved > 0) {
      blocks.add(new Paragraph(Text.of(
              "{0} rader sto under en kode som siden er endret, og er ført til kodene i bruk nå: antall er summert eller delt etter oppgitte vekter.",
              "{0} rader stod under ein kode som sidan er endra, og er førte til kodane i bruk no: tal er summerte eller delte etter oppgjevne vekter.",
              "{0} rows stood under a code that has changed since, and are brought to the codes in use now: counts are summed, or split by declared weights.")
          .with(Phrases.count(moved))));
    }
    if (!sources.isEmpty()) {
      blocks.add(new TableBlock(ledgerTable()));
    }
  }

  private long count(Severity severity) {
    return found.getOrDefault(severity, 0L);
  }

  private List<Ledger> ledgers() {
    return sources.stream().flatMap(source -> source.ledgers().stream()).toList();
  }

  private Table ledgerTable() {
    TextColumn.Builder source = TextColumn.builder("source");
    TextColumn.Builder file = TextColumn.builder("file");
    List<String> names = List.of(
        "read", "used", "suppressed", "duplicated", "set_aside", "unknown_unit", "reclassified");
    List<NumberColumn.Builder> numbers =
        names.stream().map(NumberColumn::builder).toList();
    for (Sourced sourced : sources) {
      for (Ledger ledger : sourced.ledgers()) {
        source.add(sourced.title().isBlank() ? sourced.id() : sourced.title().in(language));
        file.add(ledger.file());
        long[] cells = {
          ledger.read(),
          ledger.used(),
          ledger.suppressed(),
          ledger.duplicated(),
          ledger.setAside(),
          ledger.unknownUnit(),
          ledger.reclassified()
        };
        for (int i = 0; i < cells.length; i++) {
          numbers.get(i).add(cells[i]);
        }
      }
    }
    List<Column> columns = new ArrayList<>(List.of(source.build(), file.build()));
    numbers.forEach(builder -> columns.add(builder.build()));
    return new Table(
        id + "-rows",
        Text.of("Hva det ble av radene", "Kva det vart av radene", "What became of the rows"),
        Text.of(
            "Lest = brukt + skjult + dobbel + satt til side + ukjent enhet.",
            "Lese = brukt + skjult + dobbel + sett til side + ukjend eining.",
            "Read = used + hidden + double + set aside + unknown unit."),
        List.of(
            new Shown("source", Text.of("Kilde", "Kjelde", "Source"), Shown.AS_IS),
            new Shown("file", Text.of("Fil", "Fil", "File"), Shown.AS_IS),
            new Shown("read", Text.of("Lest", "Lese", "Read"), 0),
            new Shown("used", Text.of("Brukt", "Brukt", "Used"), 0),
            new Shown("suppressed", Text.of("Skjult", "Skjult", "Hidden"), 0),
            new Shown("duplicated", Text.of("Dobbel", "Dobbel", "Double"), 0),
            new Shown("set_aside", Text.of("Satt til side", "Sett til side", "Set aside"), 0),
            new Shown("unknown_unit", Text.of("Ukjent enhet", "Ukjend eining", "Unknown unit"), 0),
            new Shown("reclassified", Text.of("Ny kode", "Ny kode", "Recoded"), 0)),
        Frame.of(columns));
  }
}
