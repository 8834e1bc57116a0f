package no.utfall.engine;

import java.nio.file.Path;
import no.utfall.figure.Frame;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;

/**
 * Person rows reduced to cells: never a row of the file, always sums over the rows that share their keys.
 *
 * @param table keys, {@code rows}, then the sums; sorted by the keys
 * @param ledger what became of the rows: used when every column named is known, suppressed when one is hidden, else
 *     set aside
 * @param faulty how many of those set aside have a fault, and not just a number that is missing
 */
public record Cells(Frame table, Ledger ledger, long faulty) {

  /** The column with the number of rows. */
  public static final String ROWS = "rows";

  /**
   * Reads a file and reduces it. A row counts when its keys and every column named are known: two columns of one table
   * then have the same persons below them.
   *
   * @return the cells with what was found; errors stand for rows that no number can be made of, and the table leaves
   *     them out
   * @throws Refusal when a column is not there or cannot be summed, or the file cannot be read
   */
  public static Loaded<Cells> of(
      String name, Path path, PersonFile file, Question question, Room room) {
    return new Reduction(name, path, file, question).cells(room);
  }

  /** The statement that {@link #of} runs, with the file under the name {@code input}. */
  public static String statement(
      String name, Path path, PersonFile file, Question question, Room room) {
    return new Reduction(name, path, file, question).statement(room);
  }
}
