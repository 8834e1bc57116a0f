package no.utfall.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.utfall.text.Digests;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Document.Block;
import no.utfall.view.Document.Heading;
import no.utfall.view.Table;

/** One document as one HTML page that needs nothing else, neither scripts nor the network. */
final class HtmlPage {

  /** From this many sections on a page begins with its contents. */
  private static final int SECTIONS_WITH_CONTENTS = 4;

  private static final int WIDE = 6;
  private static final int CLOSE = 8;

  /** The numbers of a chart beyond this many rows are not printed. */
  private static final int LONG = 40;

  private final Document document;
  private final Language language;
  private final Map<String, byte[]> drawn;
  private final Markup page = new Markup();
  private final Map<String, Integer> ids = new HashMap<>();
  private int level = 1;
  private int section;
  private boolean folded;

  /** @param drawn pictures of charts of this document, by their file names */
  HtmlPage(Document document, Language language, Map<String, byte[]> drawn) {
    this.document = document;
    this.language = language;
    this.drawn = drawn;
  }

  String write(Map<Language, String> others) {
    String style = style();
    page.raw("<!DOCTYPE html>\n").open("html", "lang", language.code()).line();
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style))
        .line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .line();
    page.element("title", in(document.title())).line();
    page.open("style").raw(style).close().line().close().line();
    page.open("body").line();
    page.element("a", in(Words.SKIP), "class", "skip", "href", "#content").line();
    languages(others);
    page.open("main", "id", "content").line();
    page.element("h1", in(document.title())).line();
    if (!in(document.summary()).isBlank()) {
      page.element("p", in(document.summary()), "class", "lead").line();
    }
    List<Block> blocks = document.blocks();
    int first = firstHeading(blocks);
    blocks.subList(0, first).forEach(this::block);
    contents();
    blocks.subList(first, blocks.size()).forEach(this::block);
    return page.close().line().close().line().close().line().toString();
  }

  private String in(Text text) {
    return text.in(language);
  }

  private static String policy(String style) {
    return "default-src 'none'; style-src 'sha256-" + sha256(style)
        + "'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    byte[] hash = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(HtmlPage.class.getResourceAsStream("page.css"), "page.css")) {
      return "\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void languages(Map<Language, String> others) {
    page.open("header").line();
    if (!others.isEmpty()) {
      page.open("nav", "aria-label", in(Words.LANGUAGES)).open("ul");
      for (Language other : Language.values()) {
        String file = others.get(other);
        String code = other.code();
        String name = Words.name(other);
        if (other == language) {
          page.open("li").element("span", name, "aria-current", "page").close();
        } else if (file != null) {
          page.open("li")
              .element("a", name, "href", Links.relative(file), "lang", code, "hreflang", code)
              .close();
        }
      }
      page.close().close().line();
    }
    page.close().line();
  }

  /** What stands above the first heading stands above the contents too. */
  private static int firstHeading(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading) {
        return i;
      }
    }
    return 0;
  }

  private void contents() {
    List<Heading> sections = document.blocks().stream()
        .filter(Heading.class::isInstance)
        .map(Heading.class::cast)
        .filter(heading -> heading.level() <= 2)
        .toList();
    if (sections.size() < SECTIONS_WITH_CONTENTS) {
      return;
    }
    page.open("nav", "class", "contents", "aria-labelledby", "contents")
        .element("p", in(Words.CONTENTS), "id", "contents")
        .open("ol")
        .line();
    for (int i = 0; i < sections.size(); i++) {
      page.open("li")
          .element("a", in(sections.get(i).text()), "href", "#section-" + (i + 1))
          .close()
          .line();
    }
    page.close().close().line();
  }

  private void block(Block block) {
    if (block instanceof Heading heading) {
      heading(heading);
    } else if (block instanceof Document.Paragraph paragraph) {
      page.element("p", in(paragraph.text())).line();
    } else if (block instanceof Document.Bullets bullets) {
      page.open("ul").line();
      bullets.items().forEach(item -> page.element("li", in(item)).line());
      page.close().line();
    } else if (block instanceof Document.ChartBlock chart) {
      chart(chart.chart());
    } else if (block instanceof Document.Share share) {
      page.open("figure", "class", "share").line();
      page.raw(
          Svg.write(ShareBar.of(share, language), "share-" + share.id() + "-" + language.code()));
      page.close().line();
    } else if (block instanceof Document.TableBlock table) {
      table(table.table());
    } else if (block instanceof Document.Fold fold) {
      page.open("details").element("summary", in(fold.summary())).line();
      boolean outside = folded;
      folded = true;
      fold.blocks().forEach(this::block);
      folded = outside;
      page.close().line();
    }
  }

  /** No level is left out on the way down, whatever the document says; what is folded is not a section. */
  private void heading(Heading heading) {
    int least = folded ? 3 : 2;
    level = Math.min(Math.max(least, Math.min(6, heading.level())), level + 1);
    if (heading.level() <= 2 && !folded) {
      section++;
      page.element("h2", in(heading.text()), "id", "section-" + section).line();
    } else {
      page.element("h" + level, in(heading.text())).line();
    }
  }

  private void chart(Chart chart) {
    String id = Charts.id(chart, language);
    int times = ids.merge(id, 1, Integer::sum);
    page.open("figure", "class", "chart").line();
    scroll("scroll", Words.CHART, chart.title());
    byte[] picture = times == 1 ? drawn.get(Pages.picture(document, chart, language)) : null;
    page.raw(
        picture == null
            ? Svg.write(Layout.of(chart, language), times == 1 ? id : id + "-" + times)
            : Charts.inline(picture));
    page.close().line();
    if (chart.twin().frame().rows() > LONG) {
      page.open("details", "class", "long");
    } else {
      page.open("details");
    }
    page.element("summary", in(Words.NUMBERS)).line();
    table(chart.twin());
    page.close().line().close().line();
  }

  private void table(Table table) {
    Cells cells = new Cells(table, language);
    scroll(width(cells.columns()), Words.TABLE, table.title());
    HtmlTable.appendTable(page, table, cells, language);
    page.close().line();
    HtmlTable.appendNotes(page, cells);
  }

  /** Tables of many columns may be wider than the text, and stand closer. */
  private String width(int columns) {
    boolean wide = columns >= WIDE && !folded;
    return columns >= CLOSE
        ? wide ? "scroll wide close" : "scroll close"
        : wide ? "scroll wide" : "scroll";
  }

  /** A region that scrolls by itself on a narrow screen, by keyboard too. */
  private void scroll(String width, Text kind, Text title) {
    String name = in(title).isBlank() ? in(kind) : in(kind) + ": " + in(title);
    page.open("div", "class", width, "role", "region", "tabindex", "0", "aria-label", name)
        .line();
  }
}
