package no.utfall.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Document.Bullets;
import no.utfall.view.Document.ChartBlock;
import no.utfall.view.Document.Fold;
import no.utfall.view.Document.Heading;
import no.utfall.view.Document.Paragraph;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PagesTest {

  private static final Map<Language, String> OTHERS = Map.of(
      Language.NB, "a.nb.html", Language.NN, "a.nn.html", Language.EN, "javascript:alert(1)\"");

  private static List<Element> all(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document page(Language language) throws Exception {
    return ChartsTest.parsed(Pages.html(Gallery.document(), language, OTHERS));
  }

  @Test
  void thePageIsWellFormedAndSpeaksItsLanguage() throws Exception {
    for (Language language : Language.values()) {
      Document page = page(language);
      assertEquals(language.code(), page.getDocumentElement().getAttribute("lang"));
      assertEquals(
          Gallery.document().title().in(language), all(page, "h1").get(0).getTextContent());
      assertEquals("#content", all(page, "a").get(0).getAttribute("href"));
      assertEquals("content", all(page, "main").get(0).getAttribute("id"));
    }
  }

  @Test
  void theStyleIsTheOneThePolicyAllows() throws Exception {
    Document page = page(Language.NB);
    byte[] style = all(page, "style").get(0).getTextContent().getBytes(UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    String policy = all(page, "meta").get(1).getAttribute("content");
    assertTrue(
        policy.startsWith("default-src 'none'; style-src 'sha256-" + hash + "'; img-src data:"),
        policy);
    assertFalse(
        new String(style, UTF_8).matches("(?s).*[<&].*"), "HTML would read it otherwise than XML");
    for (Element element : all(page, "*")) {
      assertFalse(element.hasAttribute("style"), element.getTagName());
    }
  }

  @Test
  void headingsComeInOrderAndIdsOnce() throws Exception {
    Document page = page(Language.NB);
    int before = 0;
    Set<String> ids = new HashSet<>();
    for (Element element : all(page, "*")) {
      String tag = element.getTagName();
      if (tag.matches("h[1-6]")) {
        int level = tag.charAt(1) - '0';
        assertTrue(level <= before + 1, element.getTextContent());
        before = level;
      }
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || ids.add(id), id);
    }
    Element last = all(page, "h2").get(all(page, "h2").size() - 1);
    assertEquals("Metode", last.getTextContent());
    assertEquals("section-4", last.getAttribute("id"));
    for (Element link : all(page, "a")) {
      String href = link.getAttribute("href");
      assertTrue(!href.startsWith("#") || ids.contains(href.substring(1)), href);
    }
  }

  @Test
  void everyChartHasItsNumbersBelow() throws Exception {
    Document page = page(Language.EN);
    List<Element> figures = all(page, "figure");
    assertEquals(4, figures.size());
    for (Element figure : figures) {
      assertEquals(1, figure.getElementsByTagName("svg").getLength());
      Element details = (Element) figure.getElementsByTagName("details").item(0);
      assertEquals(1, details.getElementsByTagName("table").getLength());
      assertEquals(1, details.getElementsByTagName("caption").getLength());
    }
    for (Element region : all(page, "div")) {
      assertEquals("0", region.getAttribute("tabindex"));
      assertFalse(region.getAttribute("aria-label").isBlank());
    }
  }

  @Test
  void nothingIsFetchedAndNothingRuns() throws Exception {
    for (Language language : Language.values()) {
      String html = new String(Pages.html(Gallery.document(), language, OTHERS), UTF_8);
      String rest = html.replace("http://www.w3.org/2000/svg", "");
      assertFalse(rest.contains("http:") || rest.contains("https:") || rest.contains("url("));
      assertFalse(
          rest.contains("<script") || rest.contains("javascript:") || rest.contains("<link"));
    }
    Document page = page(Language.NB);
    assertEquals(0, all(page, "script").size());
    Element english = all(page, "a").stream()
        .filter(a -> a.getTextContent().equals("English"))
        .findFirst()
        .orElseThrow();
    assertEquals("javascript%3Aalert%281%29%22", english.getAttribute("href"));
  }

  @Test
  void hostileTextStaysText() throws Exception {
    Text attack =
        Text.same("</title></style><script>x</script> ]]><svg onload=\"x\"> <!-- \u202e \u0001");
    no.utfall.view.Document document = new no.utfall.view.Document(
        "x",
        attack,
        attack,
        List.of(
            new Heading(2, attack),
            new Paragraph(attack),
            new Bullets(List.of(attack)),
            new Fold(attack, List.of(new Paragraph(attack))),
            new ChartBlock(Gallery.wordy())));
    byte[] html = Pages.html(document, Language.NN, Map.of());
    Document page = ChartsTest.parsed(html);
    assertEquals(0, all(page, "script").size());
    assertEquals(1, all(page, "svg").size());
    String text = new String(html, UTF_8);
    assertFalse(text.contains("\u202e") || text.contains("<!--") || text.contains("\u0001"));
    String md = new String(Pages.markdown(document, Language.NN), UTF_8);
    assertFalse(md.matches("(?s).*[^\\\\]<.*") || md.contains("\u202e"), md);
  }

  @Test
  void bytesDoNotDependOnTheMachine() {
    byte[] expected = Pages.html(Gallery.document(), Language.NB, OTHERS);
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertArrayEquals(expected, Pages.html(Gallery.document(), Language.NB, OTHERS));
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void markdownLinksToChartsAndHoldsTheirNumbers() {
    String md = new String(Pages.markdown(Gallery.document(), Language.NN), UTF_8);
    assertTrue(md.startsWith("# Innsats og effekt for unge\n\nFærre unge står utanfor"), md);
    assertTrue(md.contains("/trend.nn.svg)\n\n**Delen unge"), md);
    assertTrue(md.contains("\n## Metode\n\n**Føresetnader**\n"), md);
    assertTrue(md.contains("| \\<b\\>Utsira\\</b\\> | 188 | : |  |  |"), md);
  }

  @Test
  void everyPictureThatMarkdownLinksToIsMade() {
    for (Language language : Language.values()) {
      String md = new String(Pages.markdown(Gallery.document(), language), UTF_8);
      Set<String> links = Pattern.compile("\\]\\(([^)]+\\.svg)\\)")
          .matcher(md)
          .results()
          .map(link -> link.group(1))
          .collect(Collectors.toSet());
      assertFalse(links.isEmpty());
      Map<String, byte[]> drawn = Pages.pictures(Gallery.document(), language);
      assertEquals(links, drawn.keySet());
      assertArrayEquals(
          Pages.html(Gallery.document(), language, OTHERS),
          Pages.html(Gallery.document(), language, OTHERS, drawn));
    }
  }
}
