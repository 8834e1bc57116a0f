package no.utfall.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file was taken for, and why.
 *
 * @param evidence one sentence a piece
 * @param runnerUp the publisher with the most evidence but this one, in words
 * @param columns names after stacking and trimming, in file order
 * @param roles of the columns to which the publisher always gives the same one
 * @param subject what the numbers are, where the file says it once for all of them; else empty
 */
public record Recognition(
    String profile,
    String encoding,
    String delimiter,
    String decimal,
    int headerLine,
    int headerLines,
    List<String> columns,
    Map<String, String> roles,
    List<String> evidence,
    String runnerUp,
    String subject) {
  public Recognition {
    columns = List.copyOf(columns);
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    evidence = List.copyOf(evidence);
  }

  Recognition with(List<String> pieces) {
    return new Recognition(
        profile,
        encoding,
        delimiter,
        decimal,
        headerLine,
        headerLines,
        columns,
        roles,
        pieces,
        runnerUp,
        subject);
  }
}
