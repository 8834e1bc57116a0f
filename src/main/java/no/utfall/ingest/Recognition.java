package no.utfall.ingest;

import java.util.List;

/**
 * What a file was taken for, and why.
 *
 * @param evidence one sentence a piece
 * @param columns names after stacking and trimming, in file order
 */
public record Recognition(
    String profile,
    String encoding,
    String delimiter,
    String decimal,
    int headerLine,
    int headerLines,
    List<String> columns,
    List<String> evidence) {
  public Recognition {
    columns = List.copyOf(columns);
    evidence = List.copyOf(evidence);
  }
}
