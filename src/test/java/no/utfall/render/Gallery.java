package no.utfall.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** Charts to look at and to test with; {@code main} writes them all to a folder. */
final class Gallery {

  private static final Text SOURCE =
      Text.same("Statistisk sentralbyrå, tabell 13563; egne beregninger");
  private static final List<String> PLACES = List.of(
      "Guovdageaidnu – Kautokeino",
      "Kárášjohka – Karasjok",
      "Unjárga – Nesseby",
      "Porsanger – Porsáŋgu – Porsanki",
      "Deatnu – Tana",
      "Gáivuotna – Kåfjord – Kaivuono",
      "Oslo – Oslove",
      "Snåase – Snåsa",
      "Raarvihke – Røyrvik",
      "Hábmer – Hamarøy",
      "Bergen",
      "Loabák – Lavangen",
      "Storfjord – Omasvuotna – Omasvuono",
      "Våler (Innlandet)",
      "Nord-Aurdal",
      "Ålesund",
      "Midtre Gauldal",
      "Sør-Varanger",
      "Nordre Follo",
      "Østre Toten");

  private Gallery() {}

  static List<Chart> all() {
    return List.of(
        trend(),
        crowd(),
        places(),
        event(),
        bars(),
        pairs(),
        names(),
        gaps(),
        single(),
        nothing(),
        negative(),
        huge(),
        tiny(),
        tones(),
        forest(),
        scatter(),
        wordy());
  }

  static Chart chart(
      String id, Text title, Text subtitle, Axis x, Axis y, List<? extends Mark> marks) {
    Text alt =
        Text.of("Figur om: " + title.nb(), "Figur om: " + title.nn(), "Chart of: " + title.en());
    Frame frame = Frame.of(
        TextColumn.of("unit", "Bergen", "Oslo"),
        NumberColumn.of("estimate", 14.26, -1234.5),
        NumberColumn.of("conf_low", 13.1, -1300),
        NumberColumn.of("conf_high", 15.4, -1200));
    Table twin = new Table(
        id,
        title,
        Text.none(),
        List.of(
            new Table.Shown("unit", Text.of("Kommune", "Kommune", "Municipality"), 0),
            new Table.Shown(
                "estimate", Text.of("Anslag", "Anslag", "Estimate"), Table.Shown.BY_INTERVAL),
            new Table.Shown(
                "conf_low", Text.of("Nedre", "Nedre", "Lower"), Table.Shown.BY_INTERVAL),
            new Table.Shown(
                "conf_high", Text.of("Øvre", "Øvre", "Upper"), Table.Shown.BY_INTERVAL)),
        frame);
    return new Chart(id, title, subtitle, SOURCE, alt, x, y, List.copyOf(marks), twin);
  }

  static Axis years() {
    return Axis.whole(Text.of("År", "År", "Year"));
  }

  static Axis percent() {
    return Axis.number(Text.of("Prosent", "Prosent", "Per cent"), 1);
  }

  static List<Point> series(int from, double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(from + i, values[i]));
    }
    return points;
  }

  static Chart trend() {
    double[] own = {17.2, 16.8, 16.9, 15.4, 14.8, 14.1, 13.9, 12.7, 12.1, 11.8};
    double[] land = {15.9, 15.5, 15.2, 15.0, 14.6, 14.4, 14.0, 13.8, 13.5, 13.1};
    List<Span> band = new ArrayList<>();
    for (int i = 0; i < own.length; i++) {
      band.add(new Span(2015 + i, own[i] - 1.1, own[i] + 1.2));
    }
    return chart(
        "trend",
        Text.of(
            "Andelen unge utenfor arbeid og utdanning har falt mer i Tromsø enn i landet",
            "Delen unge utanfor arbeid og utdanning har falle meir i Tromsø enn i landet",
            "The share of young people outside work and education has fallen more in Tromsø than in the country"),
        Text.of(
            "Prosent av alle 15–29 år, Tromsø og hele landet, 2015–2024",
            "Prosent av alle 15–29 år, Tromsø og heile landet, 2015–2024",
            "Per cent of all aged 15–29, Tromsø and Norway, 2015–2024"),
        years(),
        percent(),
        List.of(
            new Mark.Band(
                Text.of("95 % intervall", "95 % intervall", "95% interval"), Tone.FOCUS, band),
            new Mark.Line(Text.same("Tromsø"), Tone.FOCUS, series(2015, own)),
            new Mark.Line(
                Text.of("Hele landet", "Heile landet", "Norway"),
                Tone.CONTEXT,
                series(2015, land))));
  }

  /** Four lines that end at nearly the same height. */
  static Chart crowd() {
    return chart(
        "crowd",
        Text.same("Fire linjer som møtes"),
        Text.same("Prosent, 2018–2022"),
        years(),
        percent(),
        List.of(
            new Mark.Line(Text.same("Bergen"), Tone.FOCUS, series(2018, 5, 6, 7, 7.5, 8.0)),
            new Mark.Line(
                Text.same("Kommunegruppe 11 med middels frie inntekter"),
                Tone.SECOND,
                series(2018, 9, 8.5, 8.4, 8.2, 8.1)),
            new Mark.Line(Text.same("Vestland"), Tone.THIRD, series(2018, 7, 7.1, 7.6, 8, 7.9)),
            new Mark.Line(Text.same("Hele landet"), Tone.FOURTH, series(2018, 8, 8, 8, 8, 7.95)),
            new Mark.Rule(Text.same("Målet"), Tone.CONTEXT, 8.05, false)));
  }

  static Chart places() {
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < PLACES.size(); i++) {
      double value = 21 - 0.7 * i;
      double wide = 1 + (i * 7 % 5) * 0.6;
      points.add(new Point(value, i));
      spans.add(new Span(i, value - wide, value + wide));
    }
    return chart(
        "places",
        Text.of(
            "Kautokeino og Karasjok ligger over landet, Østre Toten under",
            "Kautokeino og Karasjok ligg over landet, Østre Toten under",
            "Kautokeino and Karasjok lie above the country, Østre Toten below"),
        Text.of(
            "Prosent, 95 % intervall, 2024",
            "Prosent, 95 % intervall, 2024", "Per cent, 95% interval, 2024"),
        percent(),
        Axis.categories(Text.none(), PLACES.stream().map(Text::same).toList()),
        List.of(
            new Mark.Rule(
                Text.of("Hele landet", "Heile landet", "Norway"), Tone.CONTEXT, 14.2, true),
            new Mark.Intervals(Text.none(), Tone.FOCUS, spans, false),
            new Mark.Dots(Text.none(), Tone.FOCUS, points)));
  }

  static Chart event() {
    double[] at = {-4, -3, -2, 0, 1, 2, 3, 4};
    double[] effect = {0.3, -0.2, 0.1, -0.6, -1.9, -2.8, -2.6, -3.1};
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      points.add(new Point(at[i], effect[i]));
      spans.add(new Span(at[i], effect[i] - 1.1 - 0.1 * i, effect[i] + 1.1 + 0.1 * i));
    }
    return chart(
        "event",
        Text.of(
            "Effekten vokser i tre år",
            "Effekten veks i tre år",
            "The effect grows for three years"),
        Text.of(
            "Endring i prosentpoeng mot året før oppstart, 95 % samtidig bånd",
            "Endring i prosentpoeng mot året før oppstart, 95 % samtidig band",
            "Change in percentage points against the year before the start, 95% simultaneous band"),
        Axis.whole(Text.of("År siden oppstart", "År sidan oppstart", "Years since the start")),
        Axis.number(Text.of("Prosentpoeng", "Prosentpoeng", "Percentage points"), 1),
        List.of(
            new Mark.Rule(Text.none(), Tone.CONTEXT, 0, false),
            new Mark.Rule(Text.of("Oppstart", "Oppstart", "Start"), Tone.CONTEXT, -0.5, true),
            new Mark.Intervals(Text.none(), Tone.FOCUS, spans, true),
            new Mark.Dots(Text.none(), Tone.FOCUS, points),
            new Mark.Dots(
                Text.of("Referanseår", "Referanseår", "Reference year"),
                Tone.CONTEXT,
                List.of(new Point(-1, 0)))));
  }

  static Chart bars() {
    return chart(
        "bars",
        Text.same("Antall tiltak per nivå"),
        Text.same("Antall, 2024"),
        Axis.categories(
            Text.none(),
            List.of(
                Text.same("Innsats"),
                Text.same("Aktivitet"),
                Text.same("Tjeneste"),
                Text.same("Effekt"))),
        Axis.number(Text.same("Antall"), 0),
        List.of(new Mark.Bars(Text.none(), Tone.FOCUS, series(0, 120, 64, 33, 4), true)));
  }

  static Chart pairs() {
    return chart(
        "pairs",
        Text.same("To og to, tre og fire"),
        Text.same("Endring i prosent"),
        Axis.categories(
            Text.none(),
            List.of(Text.same("Barn og unge"), Text.same("Voksne"), Text.same("Eldre"))),
        percent(),
        List.of(
            new Mark.Bars(Text.same("Innsats"), Tone.FOCUS, series(0, 12, 6, -3), true),
            new Mark.Bars(Text.same("Aktivitet"), Tone.SECOND, series(0, 4, 9, 8), true),
            new Mark.Bars(Text.same("Produkt"), Tone.THIRD, series(0, 7, -2, 5), true),
            new Mark.Bars(Text.same("Effekt"), Tone.FOURTH, series(0, -3, -2, 1), true)));
  }

  /** Names too long to stand side by side: the bars lie down. */
  static Chart names() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      points.add(new Point(i, 10 - 1.4 * i));
    }
    return chart(
        "names",
        Text.same("Lange navn legger søylene ned"),
        Text.same("Prosent"),
        Axis.categories(
            Text.same("Kommune"), PLACES.subList(0, 12).stream().map(Text::same).toList()),
        percent(),
        List.of(new Mark.Bars(Text.none(), Tone.SECOND, points, true)));
  }

  static Chart gaps() {
    double none = Double.NaN;
    return chart(
        "gaps",
        Text.same("Hull er hull"),
        Text.same("Prosent"),
        years(),
        percent().fromZero(),
        List.of(
            new Mark.Band(
                Text.none(),
                Tone.SECOND,
                List.of(
                    new Span(2015, 3, 5),
                    new Span(2016, 3.5, 5.5),
                    new Span(2017, none, none),
                    new Span(2018, 4, 6),
                    new Span(2019, none, none),
                    new Span(2020, 3, 6),
                    new Span(2021, 3, 6.5))),
            new Mark.Line(
                Text.same("Avbrutt serie"),
                Tone.SECOND,
                series(2015, 4, 4.4, none, 5, none, 4.6, 4.8, none, none))));
  }

  static Chart single() {
    return chart(
        "single",
        Text.same("Ett punkt"),
        Text.same("Prosent"),
        years(),
        percent(),
        List.of(new Mark.Line(Text.same("Utsira"), Tone.FOCUS, List.of(new Point(2024, 7.5)))));
  }

  static Chart nothing() {
    return chart(
        "nothing",
        Text.of("Ingen tall kan vises", "Ingen tal kan visast", "No numbers can be shown"),
        Text.of("For få hendelser", "For få hendingar", "Too few events"),
        years(),
        percent(),
        List.of(new Mark.Line(Text.same("Utsira"), Tone.FOCUS, List.of())));
  }

  static Chart negative() {
    return chart(
        "negative",
        Text.same("Bare negative tall"),
        Text.same("Endring i tusen kroner per innbygger"),
        years(),
        Axis.number(Text.same("1000 kroner"), 0),
        List.of(
            new Mark.Line(
                Text.same("Landet"), Tone.CONTEXT, series(2018, -1200, -1500, -1800, -2500, -4100)),
            new Mark.Line(
                Text.same("Vardø"),
                Tone.FOCUS,
                series(2018, -12000, -11500, -9800, -9000, -8700))));
  }

  static Chart huge() {
    return chart(
        "huge",
        Text.same("Store tall"),
        Text.same("Kroner"),
        years(),
        Axis.number(Text.same("Kroner"), 0).fromZero(),
        List.of(new Mark.Bars(
            Text.none(), Tone.FOCUS, series(2019, 1.2e9, 3.4e9, 5.7e9, 9.9e9, 12.3e9), true)));
  }

  static Chart tiny() {
    return chart(
        "tiny",
        Text.same("Små tall"),
        Text.same("Andel"),
        Axis.number(Text.same("Andel"), 2),
        Axis.number(Text.same("Andel"), 2),
        List.of(new Mark.Dots(
            Text.none(),
            Tone.FOURTH,
            List.of(new Point(1.2e-11, 3e-6), new Point(3e-11, 9e-6), new Point(9e-11, 7e-6)))));
  }

  static Chart tones() {
    List<Mark> marks = new ArrayList<>();
    int level = 0;
    for (Tone tone : Tone.values()) {
      int up = 3 * level++;
      List<Point> line = series(2015, 3 + up, 5 + up, 4 + up, 6 + up, 5 + up);
      List<Point> dots = series(2020, 4 + up, 5 + up, 6 + up);
      marks.add(new Mark.Line(Text.same(tone.name() + " linje"), tone, line));
      marks.add(new Mark.Dots(Text.same(tone.name() + " punkt"), tone, dots));
      marks.add(new Mark.Band(
          Text.same(tone.name() + " bånd"),
          tone,
          List.of(new Span(2023, 3 + up, 5 + up), new Span(2025, 4 + up, 6 + up))));
    }
    return chart("tones", Text.same("Alle toner"), Text.same("Ingen"), years(), percent(), marks);
  }

  static Chart forest() {
    return chart(
        "forest",
        Text.same("Effekt etter metode, med en uendelig øvre grense"),
        Text.same("Prosentpoeng, 95 % intervall"),
        Axis.number(Text.same("Prosentpoeng"), 1),
        Axis.categories(
            Text.same("Metode"),
            List.of(
                Text.same("Forskjell i forskjeller"),
                Text.same("Syntetisk kontroll"),
                Text.same("Avbrutt tidsserie, korrigert for autokorrelasjon og sesong"))),
        List.of(
            new Mark.Rule(Text.same("Ingen effekt"), Tone.CONTEXT, 0, true),
            new Mark.Intervals(
                Text.same("95 % intervall"),
                Tone.FOCUS,
                List.of(
                    new Span(0, -3.1, -0.5),
                    new Span(1, -2.2, 0.4),
                    new Span(2, -1.0, Double.POSITIVE_INFINITY)),
                false),
            new Mark.Dots(
                Text.same("Anslag"),
                Tone.FOCUS,
                List.of(new Point(-1.8, 0), new Point(-0.9, 1), new Point(0.7, 2)))));
  }

  static Chart scatter() {
    SplittableRandom random = new SplittableRandom(7);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 356; i++) {
      double x = 20 * random.nextDouble() - 10;
      points.add(new Point(x, 0.3 * x + 6 * random.nextDouble() - 3));
    }
    return chart(
        "scatter",
        Text.same("Mer penger, mer effekt?"),
        Text.same("Endring i innsats og effekt, kommuner"),
        Axis.number(Text.same("Innsats, prosent"), 0),
        Axis.number(Text.same("Effekt, prosentpoeng"), 1),
        List.of(
            new Mark.Rule(Text.none(), Tone.CONTEXT, 0, true),
            new Mark.Rule(Text.none(), Tone.CONTEXT, 0, false),
            new Mark.Dots(Text.none(), Tone.CONTEXT, points),
            new Mark.Dots(
                Text.same("Guovdageaidnu – Kautokeino"), Tone.FOCUS, List.of(new Point(9, 5))),
            new Mark.Dots(Text.same("Bergen"), Tone.SECOND, List.of(new Point(-9.5, -5.2))),
            new Mark.Dots(Text.same("Oslo"), Tone.THIRD, List.of(new Point(6, -4)))));
  }

  static Chart wordy() {
    String sentence =
        "Dette er en svært lang setning om utviklingen i andelen innbyggere som står utenfor arbeid, "
            + "utdanning og opplæring i kommuner med og uten tiltak, ";
    return chart(
        "wordy",
        Text.same(sentence + "<script>alert(1)</script> & ]]><svg onload=\"x\">"),
        Text.same(sentence + sentence),
        Axis.number(Text.same(sentence), 1),
        Axis.number(Text.same(sentence), 1),
        List.of(
            new Mark.Line(
                Text.same(sentence), Tone.FOCUS, List.of(new Point(0, 1), new Point(1, 2))),
            new Mark.Line(
                Text.same("Porsangerhalvøyfylkeskommunesammenslåingsutredning"),
                Tone.SECOND,
                List.of(new Point(0, 2), new Point(1, 1)))));
  }

  static Document document() {
    String filler =
        "Kommuner med tiltaket hadde 1,8 prosentpoeng færre unge utenfor enn de ville hatt uten det, "
            + "dersom utviklingen ellers hadde vært den samme. Tallene er usikre, og intervallene viser hvor mye.";
    Frame frame = Frame.of(
        TextColumn.of("unit", "Guovdageaidnu – Kautokeino", "Bergen", "<b>Utsira</b>", "Træna"),
        NumberColumn.of("n", 2910, 291940, 188, 441),
        NumberColumn.builder("estimate")
            .add(14.26)
            .add(9.514)
            .addSuppressed(0, 4)
            .addMissing(Status.NOT_APPLICABLE)
            .build(),
        NumberColumn.of("conf_low", 11.02, 9.41, Double.NaN, Double.NaN),
        NumberColumn.of("conf_high", 17.9, 9.62, Double.NaN, Double.NaN));
    Table table = new Table(
        "oversikt",
        Text.of("Unge utenfor, 2024", "Unge utanfor, 2024", "Young people outside, 2024"),
        Text.same("Andelene er årsgjennomsnitt."),
        List.of(
            new Table.Shown("unit", Text.of("Kommune", "Kommune", "Municipality"), 0),
            new Table.Shown("n", Text.of("Innbyggere", "Innbyggjarar", "Inhabitants"), 0),
            new Table.Shown(
                "estimate", Text.of("Prosent", "Prosent", "Per cent"), Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_low", Text.of("Nedre grense", "Nedre grense", "Lower limit"), -1),
            new Table.Shown("conf_high", Text.of("Øvre grense", "Øvre grense", "Upper limit"), -1)),
        frame);
    return new Document(
        "rapport",
        Text.of(
            "Innsats og effekt for unge",
            "Innsats og effekt for unge",
            "Effort and effect for young people"),
        Text.of(
            "Færre unge står utenfor arbeid og utdanning. Der innsatsen økte mest, falt andelen ikke mest.",
            "Færre unge står utanfor arbeid og utdanning. Der innsatsen auka mest, fall delen ikkje mest.",
            "Fewer young people are outside work and education. Where the effort rose most, the share did not fall most."),
        List.of(
            new Document.Heading(2, Text.of("Hovedresultater", "Hovudresultat", "Main results")),
            new Document.Bullets(List.of(Text.same(filler), Text.same(filler))),
            new Document.ChartBlock(trend()),
            new Document.Heading(2, Text.of("Kommunene", "Kommunane", "The municipalities")),
            new Document.Paragraph(Text.same(filler)),
            new Document.TableBlock(table),
            new Document.ChartBlock(places()),
            new Document.Heading(2, Text.of("Effekten", "Effekten", "The effect")),
            new Document.Heading(4, Text.same("År for år <script>alert(1)</script>")),
            new Document.ChartBlock(event()),
            new Document.ChartBlock(event()),
            new Document.Fold(
                Text.same("Kort"), List.of(new Document.Heading(2, Text.same("Innfelt")))),
            new Document.Heading(2, Text.of("Metode", "Metode", "Method")),
            new Document.Fold(
                Text.of("Forutsetninger", "Føresetnader", "Assumptions"),
                List.of(
                    new Document.Heading(2, Text.same("Foldet")),
                    new Document.Paragraph(Text.same(filler)),
                    new Document.TableBlock(table)))));
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    for (Language language : Language.values()) {
      String name = "rapport." + language.code();
      Map<Language, String> others = Map.of(
          Language.NB,
          "rapport.nb.html",
          Language.NN,
          "rapport.nn.html",
          Language.EN,
          "rapport.en.html");
      Files.write(folder.resolve(name + ".html"), Pages.html(document(), language, others));
      Files.write(folder.resolve(name + ".md"), Pages.markdown(document(), language));
    }
    for (Chart chart : all()) {
      for (Language language : Language.values()) {
        String name = chart.id() + "." + language.code();
        Files.write(folder.resolve(name + ".svg"), Charts.svg(chart, language));
        if (language == Language.NB) {
          Files.write(folder.resolve(name + ".png"), Charts.png(chart, language));
        }
      }
    }
  }
}
