package no.utfall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.method.Tidy;
import no.utfall.panel.Direction;
import no.utfall.panel.Indicator;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Document;
import org.junit.jupiter.api.Test;

class StandardReportTest {

  private static final Text OUTSIDE =
      Text.of("Unge utenfor", "Unge utanfor", "Young people outside");
  private static final Text WORDS = Text.of("unge utenfor", "unge utanfor", "young people outside");

  private record Fake(Frame tidy, Map<String, Frame> tables) implements Result {}

  private static Indicator indicator(Level level) {
    return new Indicator(
        "outside",
        OUTSIDE,
        level,
        Direction.LOWER_IS_BETTER,
        "percent",
        Text.none(),
        Text.none(),
        List.of(),
        0,
        0.5);
  }

  private static Measured measured(Level level) {
    Frame country = Frame.of(
        TextColumn.of("period", "2012", "2024"),
        NumberColumn.of("estimate", 10, 9),
        NumberColumn.of("conf_low", 9.9, 8.9),
        NumberColumn.of("conf_high", 10.1, 9.1),
        TextColumn.of("status", "ok", "ok"),
        TextColumn.of("note", "", ""));
    Frame units = Frame.of(
        TextColumn.of("unit", "0101", "0102"),
        TextColumn.of("period", "2012", "2012"),
        NumberColumn.of("estimate", 10, 9),
        NumberColumn.of("conf_low", 9, 8),
        NumberColumn.of("conf_high", 11, 10),
        TextColumn.of("status", "ok", "ok"),
        TextColumn.of("note", "", ""));
    return new Measured(indicator(level), units, country, Text.none(), Optional.empty(), List.of());
  }

  private static Estimated effect(
      String id, Text title, double estimate, double error, String verdict, String reason) {
    Tidy tidy = Tidy.keys("aggregation");
    double z = 1.959963984540054;
    tidy.row("horizon")
        .measure("att")
        .estimate(estimate)
        .stdError(error)
        .interval(estimate - z * error, estimate + z * error, 0.95);
    Tidy guards = Tidy.keys("guard");
    guards
        .row("without-year-before")
        .measure("att")
        .estimate(estimate)
        .stdError(error)
        .interval(estimate - z * error, estimate + z * error, 0.95);
    guards.row("verdict").measure("verdict").status(verdict).note(reason);
    return new Estimated(
        id,
        Text.none(),
        title,
        Map.of("0101", Period.year(2018)),
        Map.of(),
        indicator(Level.OUTCOME),
        Optional.empty(),
        new Used(Text.same("method"), List.of(), Map.of(), List.of()),
        Optional.of(new Fake(tidy.frame(), Map.of("guards", guards.frame()))),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static final Estimated GUIDE = effect(
      "guide",
      Text.of("Veiviser", "Vegvisar", "Guide"),
      -1.6,
      0.15,
      "shown",
      "off 0 without the period before the start");
  private static final Estimated BOOST =
      effect("boost", Text.same("Løftet"), -0.05, 0.12, "not-shown", "the dip: a bad year");

  private static Result board() {
    Tidy headline = Tidy.keys("board", "axis");
    headline.row("U", "input").measure("likely_reversed").estimate(0.449).note("typical");
    headline.row("U", "input").measure("likely_same_way").estimate(0.042).note("typical");
    headline.row("U", "input").measure("cannot_tell").estimate(0.509).note("typical");
    headline.row("U", "input").measure("smallest_difference").estimate(1.2);
    return new Fake(Tidy.keys("board", "axis").frame(), Map.of("headline", headline.frame()));
  }

  private static Contrasted contrast(
      String reads, List<Contrasted.Measure> measures, Optional<Contrasted.Levels> levels) {
    return new Contrasted(
        "boards",
        Text.none(),
        reads,
        Optional.empty(),
        measures,
        measures.isEmpty() ? Optional.empty() : Optional.of(board()),
        Optional.empty(),
        List.of(),
        levels,
        List.of());
  }

  private static List<Contrasted.Measure> paid(Estimated... all) {
    Map<String, Double> nok = Map.of("guide", 247e6, "boost", 765e6);
    return Stream.of(all)
        .map(one -> new Contrasted.Measure(
            one.id(), one.id(), one.intervention(), nok.getOrDefault(one.id(), 1e6), "2024", 60))
        .toList();
  }

  private static Material material(
      Level level,
      Optional<Contrasted> contrast,
      Optional<Result> coverage,
      Estimated... analyses) {
    Map<String, Estimated> byId = new LinkedHashMap<>();
    for (Estimated one : analyses) {
      byId.put(one.id(), one);
    }
    return new Material(
        "kommune",
        Map.of("outside", measured(level)),
        Map.of("outside", WORDS),
        byId,
        contrast,
        coverage,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static void assertSays(Material material, String nb, String nn, String en) {
    assertEquals(nb, material.headline().in(Language.NB));
    assertEquals(nn, material.headline().in(Language.NN));
    assertEquals(en, material.headline().in(Language.EN));
  }

  private static Material typical(String reads) {
    return material(
        Level.OUTCOME,
        Optional.of(contrast(reads, paid(GUIDE, BOOST), Optional.empty())),
        Optional.empty(),
        GUIDE,
        BOOST);
  }

  @Test
  void mostMoneyWentToOneAndAnotherShowsAnEffect() {
    assertSays(
        typical("more-is-better"),
        "Mest penger gikk til Løftet (765 mill. kr), men bare Veiviser (247 mill.) viser effekt: 1,6 færre av 100 unge utenfor (1,3–1,9). I 51 av 100 kommunepar kan vi ikke si hvem som har størst effekt; i 45 peker pengebruken motsatt vei, i 4 samme vei.",
        "Mest pengar gjekk til Løftet (765 mill. kr), men berre Vegvisar (247 mill.) viser effekt: 1,6 færre av 100 unge utanfor (1,3–1,9). I 51 av 100 kommunepar kan vi ikkje seie kven som har størst effekt; i 45 peikar pengebruken motsett veg, i 4 same veg.",
        "Most money went to Løftet (NOK 765m), but only Guide (247m) shows an effect: 1.6 fewer of 100 young people outside (1.3–1.9). In 51 of 100 municipality pairs we cannot tell whose effect is larger; in 45 spending points the other way, in 4 the same way.");
  }

  @Test
  void aNeutralReadingSaysOnlyThatOrdersDiffer() {
    Text text = typical("neutral").headline();
    assertTrue(
        text.nb().endsWith("i 45 er rekkefølgen etter pengebruk en annen, i 4 den samme."),
        text.nb());
    assertTrue(
        text.en().endsWith("in 45 the order by spending differs, in 4 it does not."), text.en());
    assertFalse(text.en().contains("way"));
  }

  @Test
  void whereNothingCanBeToldApartTheSmallestVisibleDifferenceIsSaid() {
    Estimated open =
        effect("guide", Text.same("Veiviser"), -0.4, 0.3, "cannot-tell", "the interval holds 0");
    // by hand: 2.8016 * sqrt(0.3^2 + 0.12^2) = 0.905
    assertSays(
        material(
            Level.OUTCOME,
            Optional.of(contrast("neutral", paid(open, BOOST), Optional.empty())),
            Optional.empty(),
            open,
            BOOST),
        "Tallene kan ikke skille tiltakene på effekt. Det betyr ikke at effekten er lik eller null: bare forskjeller over 0,91 prosentpoeng ville ventelig synes. Ikke ranger.",
        "Tala kan ikkje skilje tiltaka på effekt. Det betyr ikkje at effekten er lik eller null: berre skilnader over 0,91 prosentpoeng ville venteleg synast. Ikkje ranger.",
        "These figures cannot tell the measures apart on effect. That does not mean equal or zero: only differences above 0.91 percentage points could be expected to show. Do not rank.");
  }

  @Test
  void withoutOutcomesNothingIsJudged() {
    assertSays(
        material(Level.ACTIVITY, Optional.empty(), Optional.empty()),
        "Ingen av de 1 indikatorene viser hvordan det går med innbyggerne. Det følges bare med innsats og aktivitet. Om det virker, kan ikke vurderes.",
        "Ingen av dei 1 indikatorane viser korleis det går med innbyggjarane. Det blir berre følgt med innsats og aktivitet. Om det verkar, kan ikkje vurderast.",
        "None of the 1 indicators shows how residents fare. Only input and activity are followed. Whether it works cannot be judged.");
  }

  @Test
  void levelsAreNeverCalledAnEffect() {
    Contrasted.Levels levels = new Contrasted.Levels("outside", 0.42, 0.33, 0.5, 357);
    Material material = material(
        Level.OUTCOME,
        Optional.of(contrast("neutral", List.of(), Optional.of(levels))),
        Optional.empty());
    assertSays(
        material,
        "Vi ser hvordan det går, ikke hva tiltakene har endret. Høye utgifter og mange unge utenfor følges ad; det kan skyldes større behov. Trengs: når startet tiltaket, og hvem hadde det ikke?",
        "Vi ser korleis det går, ikkje kva tiltaka har endra. Høge utgifter og mange unge utanfor følgjest åt; det kan komme av større behov. Det trengst: når starta tiltaket, og kven hadde det ikkje?",
        "We see how people fare, not what the measures changed. High spending and many young people outside go together; greater need may be why. Needed: when did the measure start, and who did not have it?");
    assertFalse(material.headline().en().contains("effect"));
  }

  @Test
  void withoutAClearSignNothingIsSaidToGoTogether() {
    Contrasted.Levels levels = new Contrasted.Levels("outside", 0.05, -0.05, 0.15, 357);
    assertFalse(material(
            Level.OUTCOME,
            Optional.of(contrast("neutral", List.of(), Optional.of(levels))),
            Optional.empty())
        .headline()
        .en()
        .contains("together"));
  }

  @Test
  void aMeasureThatIsNotShownIsNeverSaidToWorkHoweverLargeItsEstimate() {
    Estimated large =
        effect("boost", Text.same("Løftet"), -3, 0.1, "not-shown", "the dip: a bad year");
    Material material = material(
        Level.OUTCOME,
        Optional.of(contrast("more-is-better", paid(large), Optional.empty())),
        Optional.empty(),
        large);
    for (Language language : Language.values()) {
      String text = material.headline().in(language);
      assertFalse(text.contains("viser effekt") || text.contains("shows an effect"), text);
    }
    TenSeconds screen = new TenSeconds(material);
    assertEquals(TenSeconds.Case.NOTHING_DISTINGUISHABLE, screen.of());
    assertEquals(Optional.empty(), screen.share());
    Frame table = screen.table("p", Language.EN).frame();
    assertEquals("No measure", table.text("what").get(1));
    assertEquals("Whether Løftet works", table.text("what").get(2));
    assertTrue(table
        .text("number")
        .get(2)
        .startsWith("a bad year before the start alone would give this"));
  }

  @Test
  void anEffectSmallerThanWhatMattersIsNotCalledShown() {
    Estimated small = effect("guide", Text.same("Veiviser"), -0.4, 0.05, "shown", "off 0");
    assertEquals(
        TenSeconds.Case.NOTHING_DISTINGUISHABLE,
        new TenSeconds(material(Level.OUTCOME, Optional.empty(), Optional.empty(), small)).of());
  }

  @Test
  void anEffectToTheWorseIsSaidToBeSo() {
    Estimated worse = effect("boost", Text.same("Løftet"), 1.2, 0.1, "shown", "off 0");
    String text = material(Level.OUTCOME, Optional.empty(), Optional.empty(), worse)
        .headline()
        .en();
    assertEquals(
        "None of the measures shows an effect. Løftet shows an effect the wrong way: 1.2 more of 100 young people outside (1.0–1.4).",
        text);
  }

  @Test
  void theScreenIsTheBarAndTheTableAndNothingElse() {
    Document document =
        StandardReport.of("page", Text.same("T"), Language.EN, typical("more-is-better"));
    Document.Share bar = (Document.Share) document.blocks().get(0);
    assertEquals(
        List.of(45L, 4L, 51L),
        bar.parts().stream().map(Document.Share.Part::of100).toList());
    assertTrue(document.blocks().get(1) instanceof Document.TableBlock);
    assertTrue(document.blocks().get(2) instanceof Document.Heading);
  }
}
