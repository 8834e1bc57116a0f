package no.utfall.ingest;

/**
 * How much a file may ask for.
 *
 * @param maxCell characters in one cell
 * @param maxColumns columns of a table
 * @param maxFile bytes
 */
public record Limits(int maxCell, int maxColumns, long maxFile) {
  public static final Limits DEFAULT = new Limits(65_536, 4_096, 4L << 30);
}
