package no.utfall.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Document.Share;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Tone;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Document parsed(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static String svg(Chart chart, Language language) {
    return new String(Charts.svg(chart, language), UTF_8);
  }

  @Test
  void chartsAreWhatTheyWere() throws IOException {
    same("trend.nb.svg", Charts.svg(Gallery.trend(), Language.NB));
    same("places.nn.svg", Charts.svg(Gallery.places(), Language.NN));
    same("event.en.svg", Charts.svg(Gallery.event(), Language.EN));
    same("pairs.nb.svg", Charts.svg(Gallery.pairs(), Language.NB));
  }

  @Test
  void theBarOfSharesIsWhatItWas() throws IOException {
    Share share = new Share(
        "pairs",
        Text.of("Av 100 par", "Av 100 par", "Of 100 pairs"),
        List.of(
            new Share.Part(Text.of("motsatt vei", "motsett veg", "the other way"), 45, Tone.FOCUS),
            new Share.Part(Text.of("samme vei", "same veg", "the same way"), 4, Tone.SECOND),
            new Share.Part(
                Text.of("kan ikke si", "kan ikkje seie", "cannot tell"), 51, Tone.CONTEXT)));
    String svg = Svg.write(ShareBar.of(share, Language.NB), "share");
    same("share.nb.svg", svg.getBytes(UTF_8));
    for (String words :
        List.of(">45<", ">motsatt vei<", ">4 samme vei<", ">51<", ">kan ikke si<")) {
      assertTrue(svg.contains(words), words);
    }
    assertTrue(svg.contains("45 motsatt vei, 4 samme vei, 51 kan ikke si."), svg);
  }

  /** Rewritten with {@code -Dgolden.update=true}. */
  private static void same(String name, byte[] svg) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.write(file, svg);
    }
    assertEquals(Files.readString(file), new String(svg, UTF_8), name);
  }

  @Test
  void everyChartIsWellFormedSmallAndNamed() throws Exception {
    for (Chart chart : Gallery.all()) {
      for (Language language : Language.values()) {
        byte[] svg = Charts.svg(chart, language);
        assertTrue(svg.length < 60_000, chart.id() + " has " + svg.length + " bytes");
        Element root = parsed(svg).getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        String[] named = root.getAttribute("aria-labelledby").split(" ");
        Element title = (Element) root.getElementsByTagName("title").item(0);
        Element desc = (Element) root.getElementsByTagName("desc").item(0);
        assertEquals(named[0], title.getAttribute("id"));
        assertEquals(named[1], desc.getAttribute("id"));
        assertEquals(chart.title().in(language), title.getTextContent());
        assertEquals(chart.alt().in(language), desc.getTextContent());
        Element drawn = (Element) root.getElementsByTagName("g").item(0);
        assertEquals("true", drawn.getAttribute("aria-hidden"));
        assertEquals(
            root.getElementsByTagName("text").getLength(),
            drawn.getElementsByTagName("text").getLength());
      }
    }
  }

  @Test
  void noWordLeavesThePictureOrCoversAnother() {
    for (Chart chart : Gallery.all()) {
      for (Language language : Language.values()) {
        Picture picture = Layout.of(chart, language);
        List<Item.Word> words = words(picture);
        assertTrue(words.size() > 3, chart.id());
        assertInside(chart.id() + " " + language, picture, words);
        for (int i = 0; i < words.size(); i++) {
          for (int j = i + 1; j < words.size(); j++) {
            assertFalse(
                box(words.get(i)).intersects(box(words.get(j))),
                chart.id() + " " + language + ": " + words.get(i).text() + " | "
                    + words.get(j).text());
          }
        }
      }
    }
  }

  private static List<Item.Word> words(Picture picture) {
    return picture.items().stream()
        .filter(Item.Word.class::isInstance)
        .map(Item.Word.class::cast)
        .toList();
  }

  private static void assertInside(String name, Picture picture, List<Item.Word> words) {
    Rectangle2D paper = new Rectangle2D.Double(0, 0, picture.width(), picture.height());
    for (Item.Word word : words) {
      assertTrue(paper.contains(box(word)), name + ": " + word.text() + " at " + box(word));
      assertTrue(word.size() >= 12, name + ": " + word.text());
    }
  }

  /** The letters without their outermost tips. */
  private static Rectangle2D box(Item.Word word) {
    double size = word.size();
    return new Rectangle2D.Double(word.left(), word.y() - 0.75 * size, word.width(), 0.95 * size);
  }

  @Test
  void marksOfAnyKindAndSizeAreDrawn() {
    SplittableRandom random = new SplittableRandom(20261122);
    for (int i = 0; i < 300; i++) {
      Chart chart = Gallery.chart(
          "random-" + i,
          Text.same("Tilfeldig " + i),
          Text.none(),
          axis(random),
          axis(random),
          marks(random));
      Language language = Language.values()[i % 3];
      Picture picture = Layout.of(chart, language);
      assertInside("random " + i, picture, words(picture));
      String svg = Svg.write(picture, "x");
      assertFalse(svg.contains("NaN") || svg.contains("Infinity") || svg.contains("null"), svg);
    }
  }

  private static Axis axis(SplittableRandom random) {
    Text title = Text.same(random.nextBoolean() ? "Akse" : "");
    return switch (random.nextInt(4)) {
      case 0 -> Axis.whole(title);
      case 1 -> Axis.number(title, random.nextInt(4)).fromZero();
      case 2 ->
        Axis.categories(
            title,
            random
                .ints(random.nextInt(9), 1, 40)
                .mapToObj(n -> Text.same("Kommune ".repeat(n).substring(0, n)))
                .toList());
      default -> Axis.number(title, random.nextInt(4));
    };
  }

  private static List<Mark> marks(SplittableRandom random) {
    double scale = StrictMath.pow(10, random.nextInt(-8, 12));
    List<Mark> marks = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Text label = Text.same(random.nextInt(3) == 0 ? "" : "Merke nummer " + i);
      Tone tone = Tone.values()[random.nextInt(5)];
      boolean upright = random.nextBoolean();
      List<Point> points = new ArrayList<>();
      List<Span> spans = new ArrayList<>();
      int n = random.nextInt(12);
      for (int j = 0; j < n; j++) {
        double a = value(random, scale);
        double b = value(random, scale);
        points.add(new Point(random.nextBoolean() ? j : value(random, 10), a));
        spans.add(new Span(j, Math.min(a, b), Math.max(a, b)));
      }
      marks.add(
          switch (random.nextInt(6)) {
            case 0 -> new Mark.Line(label, tone, points);
            case 1 -> new Mark.Band(label, tone, spans);
            case 2 -> new Mark.Dots(label, tone, points);
            case 3 -> new Mark.Intervals(label, tone, spans, upright);
            case 4 -> new Mark.Bars(label, tone, points, upright);
            default -> new Mark.Rule(label, tone, value(random, scale), upright);
          });
    }
    return marks;
  }

  private static double value(SplittableRandom random, double scale) {
    return switch (random.nextInt(20)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> Double.NEGATIVE_INFINITY;
      case 3 -> 0;
      default -> scale * (random.nextDouble() - 0.3);
    };
  }

  @Test
  void hostileWordsStayWords() throws Exception {
    Text attack = Text.same(
        "<script>alert(1)</script> ]]><svg onload=\"x()\"> & ' \u202e\u0000\u0007 \ud800 end");
    Chart chart = new Chart(
        "x\"><script>",
        attack,
        attack,
        attack,
        attack,
        Axis.categories(attack, List.of(attack, attack)),
        Axis.number(attack, 1),
        List.of(new Mark.Bars(attack, Tone.FOCUS, Gallery.series(0, 1, 2), true)),
        Gallery.trend().twin());
    byte[] svg = Charts.svg(chart, Language.NB);
    Document document = parsed(svg);
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertEquals(1, document.getElementsByTagName("svg").getLength());
    assertTrue(document
        .getElementsByTagName("title")
        .item(0)
        .getTextContent()
        .startsWith(
            "<script>alert(1)</script> ]]><svg onload=\"x()\"> & ' \\u202e\\u0000\\u0007 \\ud800"));
    String text = new String(svg, UTF_8);
    assertFalse(text.contains("\u202e") || text.contains("\u0007") || text.contains("onload=\""));
  }

  @Test
  void bytesAreTheSameInEveryLocaleZoneAndThread() throws Exception {
    Map<String, byte[]> expected = new HashMap<>();
    for (Chart chart : Gallery.all()) {
      expected.put(chart.id(), Charts.svg(chart, Language.NB));
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "nb-NO")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        Map<String, Future<byte[]>> made = new HashMap<>();
        for (Chart chart : Gallery.all()) {
          made.put(chart.id(), threads.submit(() -> Charts.svg(chart, Language.NB)));
        }
        for (Map.Entry<String, Future<byte[]>> one : made.entrySet()) {
          assertArrayEquals(
              expected.get(one.getKey()), one.getValue().get(), tag + " " + one.getKey());
        }
      }
    } finally {
      threads.shutdown();
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    for (Chart chart : Gallery.all()) {
      String svg = svg(chart, Language.EN).replace("http://www.w3.org/2000/svg", "");
      assertFalse(
          svg.contains("http:") || svg.contains("https:") || svg.contains("url("), chart.id());
      assertFalse(svg.contains("<script") || svg.contains("style="), chart.id());
    }
  }

  @Test
  void numbersFollowTheLanguage() {
    assertTrue(svg(Gallery.negative(), Language.EN).contains(">−12,000<"));
    assertTrue(svg(Gallery.negative(), Language.NB).contains(">−12\u00a0000<"));
    assertTrue(svg(Gallery.negative(), Language.NN).contains(">−8000<"));
    assertTrue(svg(Gallery.single(), Language.NB).contains(">7,5<"));
    assertTrue(svg(Gallery.single(), Language.EN).contains(">2024<"));
  }

  @Test
  void pixelsAreTwoToAUnitAndCoverThePaper() throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(Charts.png(Gallery.trend(), Language.NB)));
    assertEquals(1520, image.getWidth());
    assertEquals(880, image.getHeight());
    int focus = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        focus += image.getRGB(x, y) == 0xFF12436D ? 1 : 0;
      }
    }
    assertTrue(focus > 2000, "the line has " + focus + " pixels");
  }

  @Test
  void gapsStayGaps() {
    String svg = svg(Gallery.gaps(), Language.NB);
    String line = svg.lines()
        .filter(l -> l.startsWith("<path") && l.contains("stroke-dasharray"))
        .findFirst()
        .orElseThrow();
    assertEquals(2, line.chars().filter(c -> c == 'M').count(), line);
  }

  @Test
  void aBarOfTwoIsTwiceABarOfOne() throws Exception {
    Chart chart = Gallery.chart(
        "ratio",
        Text.same("Søyler"),
        Text.none(),
        Axis.categories(Text.none(), List.of(Text.same("a"), Text.same("b"))),
        Axis.number(Text.none(), 0),
        List.of(new Mark.Bars(Text.none(), Tone.FOCUS, Gallery.series(0, 1, 2), true)));
    List<Double> heights = svg(chart, Language.NB)
        .lines()
        .filter(l -> l.startsWith("<rect") && l.contains("#12436d"))
        .map(l -> Double.valueOf(l.replaceAll(".* height=\"([0-9.]+)\".*", "$1")))
        .toList();
    assertEquals(2, heights.size());
    assertEquals(2, heights.get(1) / heights.get(0), 1e-3);
  }

  @Test
  void coloursCanBeSeenOnPaper() {
    for (Tone tone : Tone.values()) {
      assertTrue(contrast(Theme.colour(tone)) >= 3, tone + " " + contrast(Theme.colour(tone)));
      assertTrue(contrast(Theme.writing(tone)) >= 4.5, tone + " " + contrast(Theme.writing(tone)));
    }
    assertTrue(contrast(Theme.FAINT) >= 4.5);
    assertNotEquals(Theme.bar(Tone.FOCUS), Theme.bar(Tone.THIRD));
  }

  /** WCAG 2.2 contrast with white. */
  private static double contrast(Color colour) {
    double[] rgb = {colour.getRed() / 255.0, colour.getGreen() / 255.0, colour.getBlue() / 255.0};
    for (int i = 0; i < 3; i++) {
      rgb[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : StrictMath.pow((rgb[i] + 0.055) / 1.055, 2.4);
    }
    return 1.05 / (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05);
  }

  @Test
  void everyLetterOfNorwayHasAShape() {
    String letters = "ÆØÅæøåÁáČčĐđŊŋŠšŦŧŽžÏïÖöÄä–−·…^²∞%";
    for (Typeface face : Typeface.values()) {
      Rectangle2D unknown = face.outline("\u4e00", 0, 0, 100).getBounds2D();
      letters.codePoints().forEach(c -> {
        Rectangle2D letter = face.outline(Character.toString(c), 0, 0, 100).getBounds2D();
        assertFalse(letter.isEmpty(), Character.toString(c));
        assertNotEquals(unknown, letter, Character.toString(c));
      });
    }
  }

  @Test
  void linesBreakAtSpacesAndEndInAnEllipsis() {
    assertEquals(
        List.of("Porsanger –", "Porsáŋgu –", "Porsanki"),
        Typeface.REGULAR.wrap("Porsanger – Porsáŋgu – Porsanki", 12, 75, 3));
    List<String> cut = Typeface.REGULAR.wrap("en to tre fire fem seks", 12, 40, 2);
    assertEquals(2, cut.size());
    assertTrue(cut.get(1).endsWith("…"), cut.toString());
    for (String line : Typeface.REGULAR.wrap("Samanslåingsutgreiingskommisjon", 12, 60, 9)) {
      assertTrue(Typeface.REGULAR.width(line, 12) <= 60, line);
    }
  }

  @Test
  void barsStandSideBySideOnlyWhereTheyWouldCoverOneAnother() {
    Mark.Bars pays =
        new Mark.Bars(Text.none(), Tone.SECOND, List.of(new Point(-3, 0), new Point(0, 1)), false);
    Mark.Bars gains =
        new Mark.Bars(Text.none(), Tone.FOCUS, List.of(new Point(2, 0), new Point(5, 1)), false);
    Mark.Bars again = new Mark.Bars(Text.none(), Tone.THIRD, List.of(new Point(1, 1)), false);
    assertEquals(0.7, Marks.barWidth(pays, List.of(pays, gains)));
    assertEquals(-0.35, Marks.barStart(gains, List.of(pays, gains)));
    assertEquals(0.7 / 3, Marks.barWidth(pays, List.of(pays, gains, again)));
    assertEquals(-0.35 + 0.7 / 3, Marks.barStart(gains, List.of(pays, gains, again)), 1e-12);
  }
}
