package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.method.Card;
import no.utfall.method.Result;
import no.utfall.panel.Level;
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

/**
 * The report of a project that sets money against effect: the ten-second screen, then what it rests on, then what a
 * sceptical reader asks, then the indicators and where everything comes from. Cells of tables are in one language, so
 * that a document is made for each.
 */
public final class StandardReport {

  private final String id;
  private final Text title;
  private final Language language;
  private final Material material;
  private final TenSeconds screen;
  private final FirstPage page;

  private StandardReport(String id, Text title, Language language, Material material) {
    this.id = id;
    this.title = title;
    this.language = language;
    this.material = material;
    this.screen = new TenSeconds(material);
    this.page = new FirstPage(
        id,
        title,
        language,
        List.copyOf(material.indicators().values()),
        List.copyOf(material.analyses().values()),
        material.sources(),
        material.found(),
        material.notes(),
        material.revised());
  }

  /** @param language of the words inside tables */
  public static Document of(String id, Text title, Language language, Material material) {
    return new StandardReport(id, title, language, material).document();
  }

  private Document document() {
    List<Block> blocks = new ArrayList<>();
    screen.share().ifPresent(blocks::add);
    blocks.add(new TableBlock(screen.table(id, language)));
    equity()
        .filter(StandardReport::isShown)
        .map(Equity::sentence)
        .map(Paragraph::new)
        .forEach(blocks::add);
    contrast(blocks);
    material.analyses().values().forEach(estimated -> page.analysis(blocks, estimated, false));
    trends(blocks);
    ledger(blocks);
    coverage(blocks);
    groups(blocks);
    blocks.add(new Heading(
        2,
        Text.of(
            "Fem spørsmål en skeptisk leser stiller",
            "Fem spørsmål ein skeptisk lesar stiller",
            "Five questions that a sceptical reader asks")));
    blocks.addAll(new FiveQuestions(material, screen, id, language).blocks());
    indicators(blocks);
    assumptions(blocks);
    page.revised(blocks);
    page.data(blocks);
    return new Document(id, title, screen.text(), blocks);
  }

  private void contrast(List<Block> blocks) {
    Contrasted contrast = material.contrast().orElse(null);
    if (contrast == null) {
      return;
    }
    blocks.add(new Heading(
        2,
        contrast.title().isBlank()
            ? Text.of(
                "Pengebruk mot effekt i hver enhet",
                "Pengebruk mot effekt i kvar eining",
                "Spending against effect in each unit")
            : contrast.title()));
    contrast.lacking().forEach(why -> blocks.add(new Paragraph(why)));
    Result units = contrast.units().orElse(null);
    if (units == null) {
      return;
    }
    blocks.add(new Paragraph(Text.of(
            "Hver enhet som har innført {0}, har her sin egen anslåtte effekt og sin egen pengebruk per person, som snitt av de tre siste årene. Enheter uten tiltak er ikke med.",
            "Kvar eining som har innført {0}, har her sin eigen rekna effekt og sin eigen pengebruk per person, som snitt av dei tre siste åra. Einingar utan tiltak er ikkje med.",
            "Each unit that adopted {0} has here its own estimated effect and its own spending per person, as the mean of the last three years. Units without a measure are not here.")
        .with(names())));
    blocks.add(new Paragraph(Phrases.sentences(new SpendingWords(contrast, units, screen).all())));
    for (Chart chart : units.charts()) {
      if (!chart.id().equals("contrast-bar")) {
        blocks.add(new ChartBlock(ofMeasures(Twins.readable(chart, language))));
      }
    }
    List<Text> reading = units.reading();
    blocks.add(new Paragraph(
        Phrases.sentences(reading.subList(Math.min(1, reading.size()), reading.size()))));
  }

  /** A board of several measures says so wherever it is shown. */
  private Chart ofMeasures(Chart chart) {
    return new Chart(
        chart.id(),
        chart.title(),
        Text.of("{0}. {1}", "{0}. {1}", "{0}. {1}").with(names(), chart.subtitle()),
        chart.source(),
        chart.alt(),
        chart.x(),
        chart.y(),
        chart.marks(),
        chart.twin());
  }

  private Text names() {
    List<TenSeconds.Measure> measures = screen.measures();
    Text names = Text.none();
    for (int k = 0; k < measures.size(); k++) {
      Text between = k == 0
          ? Text.none()
          : k + 1 < measures.size() ? Text.same(", ") : Text.of(" eller ", " eller ", " or ");
      names = names.plus(between).plus(measures.get(k).title());
    }
    return names;
  }

  private void trends(List<Block> blocks) {
    Measured input = material
        .contrast()
        .flatMap(Contrasted::input)
        .map(material.indicators()::get)
        .orElse(null);
    if (input == null) {
      return;
    }
    List<Block> charts = new ArrayList<>();
    for (Measured measured : material.indicators().values()) {
      if (measured.indicator().level() == Level.OUTCOME) {
        Trends.of(input, measured).map(ChartBlock::new).ifPresent(charts::add);
      }
    }
    if (!charts.isEmpty()) {
      blocks.add(new Heading(
          2,
          Text.of(
              "Utfall og pengebruk over tid",
              "Utfall og pengebruk over tid",
              "Outcomes and spending over time")));
      blocks.addAll(charts);
    }
  }

  private void ledger(List<Block> blocks) {
    Ledgered ledger = material.ledger().orElse(null);
    if (ledger == null || ledger.accounts().isEmpty()) {
      return;
    }
    blocks.add(new Heading(
        2, Text.of("Hvem betaler, hvem får", "Kven betaler, kven får", "Who pays, who gains")));
    for (Ledgered.Account account : ledger.accounts()) {
      Estimated estimated = material.analyses().get(account.analysis());
      Result result = account.result().orElse(null);
      if (estimated == null || result == null) {
        continue;
      }
      Budgets budgets = new Budgets(ledger, language);
      blocks.add(new Heading(3, estimated.intervention()));
      if (!account.shown()) {
        blocks.add(
            new Paragraph(
                Text.of(
                    "Effekten er ikke vist, så ingen gevinst kan føres. Det som kan sies, er hvor stor effekten måtte vært.",
                    "Effekten er ikkje vist, så ingen gevinst kan førast. Det som kan seiast, er kor stor effekten måtte vore.",
                    "The effect is not shown, so no gain can be entered. What can be said is how large it would have to be.")));
      }
      blocks.add(
          new Paragraph(budgets.per().plus(budgets.named(Phrases.sentences(result.reading())))));
      for (Chart chart : result.charts()) {
        blocks.add(new ChartBlock(budgets.named(
            Twins.readable(chart, language), "payer-gainer-" + account.intervention())));
      }
    }
  }

  private void coverage(List<Block> blocks) {
    Result coverage = material.coverage().orElse(null);
    if (coverage == null) {
      return;
    }
    blocks.add(new Heading(
        2,
        Text.of("Hva følges av effekt", "Kva blir følgt av effekt", "What is followed by effect")));
    blocks.add(new Paragraph(Phrases.sentences(coverage.reading())));
    coverage.charts().forEach(chart -> blocks.add(new ChartBlock(Twins.readable(chart, language))));
    material
        .decisions()
        .ifPresent(decided -> blocks.add(new Paragraph(Text.of(
                "Av {0} vedtak i registeret ble {1} gjort mens et effekttall forelå.",
                "Av {0} vedtak i registeret vart {1} gjorde medan eit effekttal låg føre.",
                "Of {0} decisions in the register, {1} were made when an effect number was there.")
            .with(decided.decisions(), decided.knowing()))));
  }

  private Stream<Equity> equity() {
    return material.analyses().values().stream().flatMap(one -> Equity.of(one).stream());
  }

  /** What a measure did to a difference is told beside what it did on average, and only where that is shown. */
  static boolean isShown(Equity equity) {
    return Effect.of(equity.estimated()).filter(Effect::isShown).isPresent();
  }

  private void groups(List<Block> blocks) {
    List<Equity> all = equity().toList();
    if (!all.isEmpty()) {
      blocks.add(
          new Heading(2, Text.of("Effekt etter gruppe", "Effekt etter gruppe", "Effect by group")));
    }
    for (Equity equity : all) {
      if (isShown(equity)) {
        blocks.add(new ChartBlock(equity.chart("groups-" + equity.estimated().id(), language)));
        blocks.add(new Paragraph(equity.coverage()));
      } else {
        blocks.add(new Paragraph(Text.of(
                "{0}: effekten er ikke vist i gjennomsnitt, og deles derfor ikke på grupper.",
                "{0}: effekten er ikkje vist i gjennomsnitt, og blir difor ikkje delt på grupper.",
                "{0}: the effect is not shown on average, and is therefore not split by group.")
            .with(equity.estimated().intervention())));
      }
    }
  }

  private void indicators(List<Block> blocks) {
    page.keyTable(blocks);
    List<Block> each = new ArrayList<>();
    material.indicators().values().forEach(measured -> page.indicator(each, measured, 3));
    if (!each.isEmpty()) {
      blocks.add(new Fold(
          Text.of(
              "Hver indikator med figur",
              "Kvar indikator med figur",
              "Each indicator with its chart"),
          each));
    }
  }

  private void assumptions(List<Block> blocks) {
    List<Estimated> all = List.copyOf(material.analyses().values());
    if (all.isEmpty()) {
      return;
    }
    Used method = all.get(0).method();
    blocks.add(new Heading(
        2,
        Text.of("Metode og forutsetninger", "Metode og føresetnader", "Method and assumptions")));
    blocks.add(new Paragraph(Text.of(
            "Effektene er anslått med {0}. Dette må holde for hver av dem:",
            "Effektane er rekna ut med {0}. Dette må halde for kvar av dei:",
            "The effects are estimated by {0}. This must hold for each:")
        .with(lower(method.title()))));
    blocks.add(new Bullets(FirstPage.assumptions(all.get(0))));
    blocks.add(new Paragraph(
        Text.of("Valgene som er gjort:", "Vala som er gjorde:", "The choices that were made:")));
    blocks.add(new Bullets(all.stream().map(StandardReport::choices).toList()));
    if (!method.literature().isEmpty()) {
      blocks.add(new Paragraph(Text.of("Litteratur:", "Litteratur:", "Literature:")));
      blocks.add(
          new Bullets(method.literature().stream().map(StandardReport::citation).toList()));
    }
  }

  private static Text choices(Estimated estimated) {
    String choices = estimated.method().choices().entrySet().stream()
        .map(choice -> choice.getKey() + " " + choice.getValue())
        .collect(Collectors.joining("; "));
    return Text.of("{0}: {1}.", "{0}: {1}.", "{0}: {1}.").with(estimated.intervention(), choices);
  }

  private static Text citation(Card.Reference reference) {
    String doi = reference.doi().isEmpty() ? "" : " doi:" + reference.doi();
    return Text.same(reference.citation() + doi);
  }

  private static Text lower(Text text) {
    return Phrases.each(
        l -> text.in(l).substring(0, 1).toLowerCase(Locale.ROOT) + text.in(l).substring(1));
  }

  /** The rows of a result by measure. */
  static double number(Frame frame, String measure, String column) {
    for (int row = 0; row < frame.rows(); row++) {
      if (frame.text("measure").get(row).equals(measure) && frame.has(column)) {
        double value = frame.number(column).value(row);
        if (!Double.isNaN(value)) {
          return value;
        }
      }
    }
    return Double.NaN;
  }

  static double number(Frame frame, String measure) {
    return number(frame, measure, "estimate");
  }
}
