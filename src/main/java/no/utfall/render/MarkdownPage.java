package no.utfall.render;

import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Document.Block;

/** One document as Markdown; charts are links to their pictures, with their numbers below. */
final class MarkdownPage {

  private final Document document;
  private final Language language;
  private final StringBuilder page = new StringBuilder();

  MarkdownPage(Document document, Language language) {
    this.document = document;
    this.language = language;
  }

  String write() {
    page.append("# ").append(MarkdownTable.escaped(in(document.title()))).append('\n');
    paragraph(document.summary());
    document.blocks().forEach(this::block);
    return page.toString();
  }

  private String in(Text text) {
    return text.in(language).strip();
  }

  private void paragraph(Text text) {
    if (!in(text).isEmpty()) {
      page.append('\n').append(MarkdownTable.paragraph(in(text))).append('\n');
    }
  }

  private void block(Block block) {
    if (block instanceof Document.Heading heading) {
      int level = Math.max(2, Math.min(6, heading.level()));
      page.append('\n').append("#".repeat(level)).append(' ');
      page.append(MarkdownTable.escaped(in(heading.text()))).append('\n');
    } else if (block instanceof Document.Paragraph paragraph) {
      paragraph(paragraph.text());
    } else if (block instanceof Document.Bullets bullets) {
      page.append('\n');
      bullets
          .items()
          .forEach(item ->
              page.append("- ").append(MarkdownTable.paragraph(in(item))).append('\n'));
    } else if (block instanceof Document.ChartBlock chart) {
      chart(chart.chart());
    } else if (block instanceof Document.Share share) {
      share(share);
    } else if (block instanceof Document.TableBlock table) {
      page.append('\n');
      MarkdownTable.append(page, table.table(), language);
    } else if (block instanceof Document.Fold fold) {
      page.append("\n**").append(MarkdownTable.escaped(in(fold.summary()))).append("**\n");
      fold.blocks().forEach(this::block);
    }
  }

  private void share(Document.Share share) {
    paragraph(share.title());
    page.append('\n');
    share
        .parts()
        .forEach(part -> page.append("- **")
            .append(part.of100())
            .append("** ")
            .append(MarkdownTable.paragraph(in(part.label())))
            .append('\n'));
  }

  private void chart(Chart chart) {
    String file = Pages.picture(document, chart, language);
    page.append("\n![").append(MarkdownTable.escaped(in(chart.alt()))).append("](");
    page.append(Links.relative(file)).append(")\n\n");
    MarkdownTable.append(page, chart.twin(), language);
  }
}
