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

  /**
   * A bar whose parts are whole numbers that sum to 100.
   *
   * @param id a kebab-case name
   * @param title what the hundred are
   */
  public record Share(String id, Text title, List<Part> parts) implements Block {

    /** One part, with its words in the bar or right below it. */
    public record Part(Text label, long of100, Tone tone) {}

    public Share {
      parts = List.copyOf(parts);
      long sum = parts.stream().mapToLong(Part::of100).sum();
      if (sum != 100) {
        throw new IllegalArgumentException("the parts sum to " + sum + ", not 100");
      }
    }
  }

  public record TableBlock(Table table) implements Block {}

  /** Folded away until asked for; always open in print and Markdown. */
  public record Fold(Text summary, List<Block> blocks) implements Block {
    public Fold {
      blocks = List.copyOf(blocks);
    }
  }
}
