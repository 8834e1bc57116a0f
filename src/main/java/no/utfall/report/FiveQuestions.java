package no.utfall.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.math.Sums;
import no.utfall.method.Result;
import no.utfall.panel.Indicator;
import no.utfall.problem.Ledger;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Document.Block;
import no.utfall.view.Document.Heading;
import no.utfall.view.Document.Paragraph;
import no.utfall.view.Document.TableBlock;

/** What a sceptical reader asks of the report, each answered with its numbers, or with what is not known. */
final class FiveQuestions {

  private final Material material;
  private final TenSeconds screen;
  private final String id;
  private final Language language;
  private final Balance balance;

  /** @param id of the page, before the names of its tables */
  FiveQuestions(Material material, TenSeconds screen, String id, Language language) {
    this.material = material;
    this.screen = screen;
    this.id = id;
    this.language = language;
    this.balance = new Balance(material);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    ask(
        blocks,
        Text.of("1. Sammenlignet med hvem?", "1. Samanlikna med kven?", "1. Compared with whom?"),
        compared());
    balanceTable().ifPresent(blocks::add);
    ask(
        blocks,
        Text.of(
            "2. Ville et dårlig år alene gitt dette?",
            "2. Ville eit dårleg år åleine gjeve dette?",
            "2. Would a bad year alone give this?"),
        badYear());
    ask(
        blocks,
        Text.of(
            "3. Hva kunne dere ikke ha sett?",
            "3. Kva kunne de ikkje ha sett?",
            "3. What could you not have seen?"),
        unseen());
    ask(
        blocks,
        Text.of(
            "4. Hvem betaler, og hvem får, i kroner?",
            "4. Kven betaler, og kven får, i kroner?",
            "4. Who pays and who gains, in kroner?"),
        money());
    ask(
        blocks,
        Text.of(
            "5. Nådde det dem som trenger det, og kan jeg etterprøve det?",
            "5. Nådde det dei som treng det, og kan eg etterprøve det?",
            "5. Did it reach those who need it, and can I trace it?"),
        reached());
    return blocks;
  }

  private static void ask(List<Block> blocks, Text question, List<Text> answer) {
    blocks.add(new Heading(3, question));
    answer.stream().filter(text -> !text.isBlank()).map(Paragraph::new).forEach(blocks::add);
  }

  // 1

  private List<Text> compared() {
    List<Text> answers = new ArrayList<>();
    for (TenSeconds.Measure measure : screen.measures()) {
      Result result = measure.estimated().result().orElse(null);
      if (result != null) {
        answers.add(compared(measure, result));
      }
    }
    return answers.isEmpty()
        ? List.of(Text.of(
            "Ingen. Rapporten sier derfor ikke noe om hva tiltakene har endret.",
            "Ingen. Rapporten seier difor ikkje noko om kva tiltaka har endra.",
            "With nobody. The report therefore says nothing of what the measures changed."))
        : answers;
  }

  private Text compared(TenSeconds.Measure measure, Result result) {
    Frame tidy = result.tidy();
    List<Text> sentences = new ArrayList<>();
    double treated = StandardReport.number(tidy, "treated_units");
    double controls = StandardReport.number(tidy, "control_units");
    if (treated > 0 && controls > 0) {
      sentences.add(Text.of(
              "{0}: {1} enheter med tiltaket er sammenlignet med {2} uten.",
              "{0}: {1} einingar med tiltaket er samanlikna med {2} utan.",
              "{0}: {1} units with the measure are compared with {2} without.")
          .with(measure.title(), Phrases.count((long) treated), Phrases.count((long) controls)));
    }
    Text out = Text.none();
    for (Estimated.LeftOut left : measure.estimated().leftOut()) {
      out = out.plus(out.isBlank() ? Text.none() : Text.same(", "))
          .plus(Text.of("{0} {1}", "{0} {1}", "{0} {1}").with(left.units().size(), left.why()));
    }
    double dropped = StandardReport.number(tidy, "dropped_units");
    if (dropped > 0) {
      out = out.plus(out.isBlank() ? Text.none() : Text.same(", "))
          .plus(Text.of(
                  "{0} uten tall for alle år eller uten år før start",
                  "{0} utan tal for alle år eller utan år før start",
                  "{0} without numbers for all years or without years before the start")
              .with(Phrases.count((long) dropped)));
    }
    if (!out.isBlank()) {
      sentences.add(Text.of("Holdt utenfor: {0}.", "Haldne utanfor: {0}.", "Kept out: {0}.")
          .with(out));
    }
    balance(measure).ifPresent(sentences::add);
    return Phrases.sentences(sentences);
  }

  /** Outcome and spending in the first years, before anybody had started; the rest stands in the table. */
  private Optional<Text> balance(TenSeconds.Measure measure) {
    List<Balance.Line> lines = balance.of(measure.estimated());
    Optional<Balance.Line> fare = line(lines, Optional.of(measure.estimated().indicator()));
    if (fare.isEmpty()) {
      return Optional.empty();
    }
    Text text = Text.of(
            "I de første årene, før noen hadde startet, lå «{0}» på {1} hos dem med tiltaket og {2} hos de andre",
            "I dei første åra, før nokon hadde starta, låg «{0}» på {1} hos dei med tiltaket og {2} hos dei andre",
            "In the first years, before anyone had started, “{0}” stood at {1} among those with the measure and {2} among the others")
        .with(
            fare.get().what(),
            Phrases.number(fare.get().with(), 1),
            Phrases.number(fare.get().without(), 1));
    Optional<Balance.Line> spent = line(
        lines,
        material
            .contrast()
            .flatMap(Contrasted::input)
            .map(material.indicators()::get)
            .map(Measured::indicator));
    if (spent.isPresent()) {
      double more = spent.get().with() / spent.get().without() - 1;
      text = text.plus(Text.of(
              ", og pengebruken var {0} prosent {1} hos dem med tiltaket",
              ", og pengebruken var {0} prosent {1} hos dei med tiltaket",
              ", and spending was {0} percent {1} among those with the measure")
          .with(
              Phrases.number(Math.abs(100 * more), 0),
              more >= 0
                  ? Text.of("høyere", "høgare", "higher")
                  : Text.of("lavere", "lågare", "lower")));
    }
    return Optional.of(text.plus(Text.of(
        "; derfor er endringer sammenlignet, ikke nivåer.",
        "; difor er endringar samanlikna, ikkje nivå.",
        "; changes are therefore compared, not levels.")));
  }

  private static Optional<Balance.Line> line(
      List<Balance.Line> lines, Optional<Indicator> indicator) {
    return lines.stream()
        .filter(
            line -> indicator.isPresent() && line.what().equals(indicator.get().title()))
        .findFirst();
  }

  /** How like they were, measure by measure. */
  private Optional<TableBlock> balanceTable() {
    Map<Text, List<Balance.Line>> byMeasure = new LinkedHashMap<>();
    for (TenSeconds.Measure measure : screen.measures()) {
      byMeasure.putIfAbsent(measure.title(), balance.of(measure.estimated()));
    }
    return Balance.table(id, byMeasure, language).map(TableBlock::new);
  }

  // 2

  private List<Text> badYear() {
    List<Text> answers = new ArrayList<>();
    for (TenSeconds.Measure measure : screen.measures()) {
      measure.effect().ifPresent(effect -> answers.add(badYear(measure, effect)));
    }
    return answers;
  }

  private static Text badYear(TenSeconds.Measure measure, Effect effect) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(
        switch (effect.word()) {
          case SHOWN -> Text.of("{0}: nei.", "{0}: nei.", "{0}: no.").with(measure.title());
          case NOT_SHOWN ->
            Text.of(
                    "{0}: ja, så effekten er ikke vist.",
                    "{0}: ja, så effekten er ikkje vist.", "{0}: yes, so the effect is not shown.")
                .with(measure.title());
          case CANNOT_TELL ->
            Text.of(
                    "{0}: det kan ikke avgjøres, fordi {1}.",
                    "{0}: det kan ikkje avgjerast, fordi {1}.",
                    "{0}: it cannot be told, because {1}.")
                .with(measure.title(), effect.reason());
        });
    Text here = Phrases.withInterval(effect.estimate(), effect.low(), effect.high());
    effect
        .withYear()
        .ifPresent(with -> sentences.add(Text.of(
                "Målt fra året før start er endringen {0}; uten det året er den {1}.",
                "Målt frå året før start er endringa {0}; utan det året er ho {1}.",
                "Measured from the year before the start the change is {0}; without that year it is {1}.")
            .with(Phrases.withInterval(with.estimate(), with.low(), with.high()), here)));
    effect
        .dip()
        .ifPresent(dip -> sentences.add(Text.of(
                "Året før start lå {0} fra årene før, utover det de andre gjorde.",
                "Året før start låg {0} frå åra før, utover det dei andre gjorde.",
                "The year before the start lay {0} from the years before it, beyond what the others did.")
            .with(Phrases.withInterval(dip.estimate(), dip.low(), dip.high()))));
    effect
        .placebo()
        .ifPresent(placebo -> sentences.add((placebo.isOffZero()
                ? Text.of(
                    "En tenkt start to år tidligere viser også en forskjell: {0}.",
                    "Ein tenkt start to år tidlegare viser òg ein skilnad: {0}.",
                    "A start pretended two years earlier shows a difference too: {0}.")
                : Text.of(
                    "En tenkt start to år tidligere viser ingen forskjell: {0}.",
                    "Ein tenkt start to år tidlegare viser ingen skilnad: {0}.",
                    "A start pretended two years earlier shows no difference: {0}."))
            .with(Phrases.withInterval(placebo.estimate(), placebo.low(), placebo.high()))));
    sentences.addAll(OtherDataWords.of(measure.estimated(), effect));
    return Phrases.sentences(sentences);
  }

  // 3

  private List<Text> unseen() {
    List<Text> sentences = new ArrayList<>();
    for (TenSeconds.Measure measure : screen.measures()) {
      measure
          .effect()
          .filter(effect -> effect.stdError() > 0)
          .ifPresent(effect -> sentences.add(Text.of(
                  "En effekt av {0} under {1} ville vi ventelig ikke sett.",
                  "Ein effekt av {0} under {1} ville vi venteleg ikkje sett.",
                  "An effect of {0} below {1} we could not be expected to see.")
              .with(
                  measure.title(),
                  Phrases.number(effect.detectable(), Numerals.decimalsFor(0, effect.detectable()))
                      .plus(TenSeconds.points(measure.estimated().indicator())))));
      bySize(measure.estimated()).ifPresent(sentences::add);
    }
    screen
        .bar()
        .ifPresent(bar -> sentences.add(Text.of(
                "I {0} av 100 {1} kan vi ikke si hvem som har størst effekt.",
                "I {0} av 100 {1} kan vi ikkje seie kven som har størst effekt.",
                "In {0} of 100 {1} we cannot tell whose effect is larger.")
            .with(bar.cannotTell(), screen.pairsOfUnits())));
    material
        .contrast()
        .flatMap(Contrasted::units)
        .map(units -> reliability(units.tidy()))
        .ifPresent(sentences::add);
    return List.of(Phrases.sentences(sentences));
  }

  /** The smallest effect that could be expected to show among units of like size; empty where it is not known. */
  private static Optional<Text> bySize(Estimated estimated) {
    Frame table =
        estimated.result().map(Result::tables).map(t -> t.get("by-size")).orElse(null);
    if (table == null || table.rows() == 0) {
      return Optional.empty();
    }
    List<Text> detectable = new ArrayList<>();
    double upTo = Double.NaN;
    double from = Double.NaN;
    for (int row = 0; row < table.rows(); row++) {
      double value = table.number("estimate").value(row);
      switch (table.text("measure").get(row)) {
        case "mde" -> {
          if (!Double.isNaN(value)) {
            detectable.add(Phrases.number(value, Numerals.decimalsFor(0, value)));
          }
        }
        case "size_to" -> upTo = Double.isNaN(upTo) ? value : upTo;
        case "size_from" -> from = value;
        default -> {
          // not told here
        }
      }
    }
    return detectable.size() < 4
        ? Optional.empty()
        : Optional.of(Text.of(
                "Blant den fjerdedelen av enhetene som er minst (til {0} personer), måtte den vært {1}; i de to neste {2} og {3}, og blant de største (fra {4}) {5}.",
                "Blant den fjerdedelen av einingane som er minst (til {0} personar), måtte han vore {1}; i dei to neste {2} og {3}, og blant dei største (frå {4}) {5}.",
                "Among the smallest quarter of the units (up to {0} persons) it would have to be {1}; in the next two {2} and {3}, and among the largest (from {4}) {5}.")
            .with(
                Phrases.count(Math.round(upTo)),
                detectable.get(0),
                detectable.get(1),
                detectable.get(2),
                Phrases.count(Math.round(from)),
                detectable.get(3)));
  }

  private static Text reliability(Frame tidy) {
    double small = StandardReport.number(tidy, "reliability_mean_pop_under_2000");
    double large = StandardReport.number(tidy, "reliability_mean_pop_10000_19999");
    double median = StandardReport.number(tidy, "reliability_median");
    if (Double.isNaN(median)) {
      return Text.none();
    }
    Text text = Text.of(
            "Tallet for én enhet er {0} pålitelig i midten (1 er fullt)",
            "Talet for éi eining er {0} påliteleg i midten (1 er fullt)",
            "The number of one unit is {0} reliable in the middle (1 is full)")
        .with(Phrases.number(median, 2));
    if (small > 0 && large > 0) {
      text = text.plus(Text.of(
              ": {0} der målgruppen er under 2000, {1} fra 10\u00a0000 til 20\u00a0000",
              ": {0} der målgruppa er under 2000, {1} frå 10\u00a0000 til 20\u00a0000",
              ": {0} where the target group is under 2,000, {1} from 10,000 to 20,000")
          .with(Phrases.number(small, 2), Phrases.number(large, 2)));
    }
    return text.plus(Text.of(
        ". Ingen plass vises uten spennet den kan ha.",
        ". Ingen plass blir vist utan spennet han kan ha.",
        ". No place is shown without the span it may have."));
  }

  // 4

  private List<Text> money() {
    Ledgered ledger = material.ledger().orElse(null);
    if (ledger == null || ledger.accounts().isEmpty()) {
      return List.of(Text.of(
          "Prosjektet har ikke noe regnskap over hvem som betaler og hvem som får.",
          "Prosjektet har ikkje nokon rekneskap over kven som betaler og kven som får.",
          "The project has no ledger of who pays and who gains."));
    }
    List<Text> answers = new ArrayList<>();
    for (Ledgered.Account account : ledger.accounts()) {
      Estimated estimated = material.analyses().get(account.analysis());
      Frame tidy = account.result().map(Result::tidy).orElse(null);
      if (estimated != null && tidy != null) {
        answers.add(money(ledger, account, estimated, tidy));
      }
    }
    return answers;
  }

  private static Text money(
      Ledgered ledger, Ledgered.Account account, Estimated estimated, Frame tidy) {
    List<Text> sentences = new ArrayList<>();
    double share = StandardReport.number(tidy, "gain_outside_lead_payer_share");
    if (account.shown() && !Double.isNaN(share)) {
      Frame budgets =
          account.result().map(Result::tables).map(t -> t.get("budgets")).orElse(Frame.of());
      double cost = total(budgets, "cost");
      double gain = total(budgets, "gain");
      sentences.add(Text.of(
              "{0}: av hver krone får de offentlige budsjettene samlet {1} kroner igjen, og den som betaler {2}. {3} prosent av gevinsten havner utenfor den som betaler.",
              "{0}: av kvar krone får dei offentlege budsjetta samla {1} kroner att, og den som betaler {2}. {3} prosent av gevinsten hamnar utanfor den som betaler.",
              "{0}: of each krone all public budgets together get {1} back, and the payer {2}. {3} percent of the gain ends outside the payer.")
          .with(
              estimated.intervention(),
              Phrases.number(gain / cost, 2),
              Phrases.number(gain * (1 - share) / cost, 2),
              Phrases.number(100 * share, 1)));
      double low = StandardReport.number(tidy, "npv_public", "conf_low");
      if (!Double.isNaN(low)) {
        sentences.add(Text.of(
                "For {0} personer er det mellom {1} og {2} mer enn kostnaden i ett år; delingen mellom budsjettene følger av enhetsverdiene, som er oppgitt og ikke anslått.",
                "For {0} personar er det mellom {1} og {2} meir enn kostnaden i eitt år; delinga mellom budsjetta følgjer av einingsverdiane, som er oppgjevne og ikkje rekna ut.",
                "For {0} persons that is between {1} and {2} more than the cost in one year; the split between budgets follows from the unit values, which are given and not estimated.")
            .with(
                Phrases.count((long) ledger.persons()),
                Phrases.moneyFine(low),
                Phrases.moneyFine(StandardReport.number(tidy, "npv_public", "conf_high"))));
      }
      double transfer = StandardReport.number(tidy, "min_transfer");
      if (transfer > 0) {
        sentences.add(
            StandardReport.number(tidy, "transfer_feasible") == 1
                ? Text.of(
                        "En overføring på {0} til den som betaler lukker gapet.",
                        "Ei overføring på {0} til den som betaler lukkar gapet.",
                        "A transfer of {0} to the payer closes the gap.")
                    .with(Phrases.moneyFine(transfer))
                : Text.of(
                    "De andres overskudd er ikke nok til å lukke gapet.",
                    "Overskotet hos dei andre er ikkje nok til å lukke gapet.",
                    "The surplus of the others is not enough to close the gap."));
      }
    } else {
      sentences.add(Text.of(
              "{0}: effekten er ikke vist, så det er ikke kjent at noen får noe igjen.",
              "{0}: effekten er ikkje vist, så det er ikkje kjent at nokon får noko att.",
              "{0}: the effect is not shown, so it is not known that anyone gets anything back.")
          .with(estimated.intervention()));
    }
    double society = StandardReport.number(tidy, "break_even_society");
    double payer = StandardReport.number(tidy, "break_even_payer");
    double all = StandardReport.number(tidy, "break_even_budgets");
    if (!Double.isNaN(society) && !Double.isNaN(all)) {
      Text points = TenSeconds.points(estimated.indicator());
      sentences.add(Text.of(
              "For å gå i null må effekten være {0}{3} for samfunnet, {1} for de offentlige budsjettene og {2} for den som betaler.",
              "For å gå i null må effekten vere {0}{3} for samfunnet, {1} for dei offentlege budsjetta og {2} for den som betaler.",
              "To break even the effect must be {0}{3} for society, {1} for the public budgets and {2} for the payer.")
          .with(two(society), two(all), two(payer), points));
    }
    return Phrases.sentences(sentences);
  }

  private static Text two(double x) {
    return Double.isNaN(x)
        ? Text.of("uendelig", "uendeleg", "infinite")
        : Phrases.number(x, Numerals.decimalsFor(0, x));
  }

  private static double total(Frame frame, String measure) {
    List<Double> all = new ArrayList<>();
    for (int row = 0; row < frame.rows(); row++) {
      if (frame.text("measure").get(row).equals(measure)) {
        all.add(frame.number("estimate").value(row));
      }
    }
    return Sums.of(all.stream().mapToDouble(Double::doubleValue).toArray());
  }

  // 5

  private List<Text> reached() {
    List<Text> answers = new ArrayList<>();
    List<Equity> groups = material.analyses().values().stream()
        .flatMap(one -> Equity.of(one).stream())
        .filter(StandardReport::isShown)
        .toList();
    if (groups.isEmpty()) {
      answers.add(
          Text.of(
              "Om effekten er størst for dem som trenger den mest, er ikke regnet ut her: rapporten har ingen effekt etter gruppe.",
              "Om effekten er størst for dei som treng han mest, er ikkje rekna ut her: rapporten har ingen effekt etter gruppe.",
              "Whether the effect is largest for those who need it most is not computed here: the report has no effect by group."));
    }
    groups.forEach(
        equity -> answers.add(equity.sentence().plus(Text.same(" ")).plus(equity.coverage())));
    material
        .trace()
        .ifPresent(trace -> answers.add(Text.of(
                "Et tall kan følges til bunns: {0} for {1} i {2} er {3}{4}, som er {5} av {6} i {7}.",
                "Eit tal kan følgjast til botnar: {0} for {1} i {2} er {3}{4}, som er {5} av {6} i {7}.",
                "A number can be followed down: {0} for {1} in {2} is {3}{4}, which is {5} of {6} in {7}.")
            .with(
                trace.indicator(),
                trace.unit(),
                trace.period(),
                Phrases.number(trace.value(), 1),
                Phrases.unit(trace.unitOfMeasure()),
                Phrases.count((long) trace.count()),
                Phrases.count((long) trace.persons()),
                trace.files())));
    List<Ledger> ledgers =
        material.sources().stream().flatMap(source -> source.ledgers().stream()).toList();
    long read = ledgers.stream().mapToLong(Ledger::read).sum();
    long moved = ledgers.stream().mapToLong(Ledger::reclassified).sum();
    answers.add(Text.of(
            "{0} rader er lest; {1} sto under en kode som siden er endret. {2} tall for enkeltenheter er skjult i kildene og holdt skjult her. Alle tall står i results.csv, og alle funn i findings.json.",
            "{0} rader er lesne; {1} stod under ein kode som sidan er endra. {2} tal for einskildeiningar er skjulte i kjeldene og haldne skjulte her. Alle tal står i results.csv, og alle funn i findings.json.",
            "{0} rows are read; {1} stood under a code that has changed since. {2} numbers of single units are hidden in the sources and kept hidden here. All numbers stand in results.csv, and all findings in findings.json.")
        .with(Phrases.count(read), Phrases.count(moved), Phrases.count(hidden())));
    return answers;
  }

  private long hidden() {
    long hidden = 0;
    for (Measured measured : material.indicators().values()) {
      for (int row = 0; row < measured.units().rows(); row++) {
        hidden += measured.units().text("status").get(row).equals("suppressed") ? 1 : 0;
      }
    }
    return hidden;
  }
}
