package no.utfall.view;

import java.util.List;
import no.utfall.text.Text;

/**
 * A page or report as plain data: one document, rendered once per language.
 *
 * @param id a kebab-case name, also of the file
 */
public record Document(String id, Text title, Text summary, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** A part of a document. */
  public sealed interface Block {}

  /** A heading; level 2 is the first below the title. */
  public record Heading(int level, Text text) implements Block {}

  public record Paragraph(Text text) implements Block {}

  public record Bullets(List<Text> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  public record ChartBlock(Chart chart) implements Block {}

  public record TableBlock(Table table) implements Block {}

  /** Folded away until asked for; always open in print and Markdown. */
  public record Fold(Text summary, List<Block> blocks) implements Block {
    public Fold {
      blocks = List.copyOf(blocks);
    }
  }
}
