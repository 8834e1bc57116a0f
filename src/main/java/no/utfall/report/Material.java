package no.utfall.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.method.Result;
import no.utfall.problem.Severity;
import no.utfall.text.Text;

/**
 * Everything that the report of a project is made of.
 *
 * @param unitLevel the kind of unit, such as {@code kommune}
 * @param words what an indicator counts, in plain words, by its id; blank where nobody has said
 * @param coverage of the register of indicators
 * @param found how many findings of each severity the whole build has
 * @param trace one published number down to its rows
 * @param revised against an earlier report, where one is named
 */
public record Material(
    String unitLevel,
    Map<String, Measured> indicators,
    Map<String, Text> words,
    Map<String, Estimated> analyses,
    Optional<Contrasted> contrast,
    Optional<Result> coverage,
    Optional<Ledgered> ledger,
    Optional<Decided> decisions,
    List<Sourced> sources,
    Map<Severity, Long> found,
    List<Text> notes,
    Optional<Trace> trace,
    Optional<Revised> revised) {

  public Material {
    indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    analyses = Collections.unmodifiableMap(new LinkedHashMap<>(analyses));
    sources = List.copyOf(sources);
    found = Map.copyOf(found);
    notes = List.copyOf(notes);
  }

  /** The sentences that open the report. */
  public Text headline() {
    return new TenSeconds(this).text();
  }

  /**
   * A number of one unit with the count and the persons it is made of.
   *
   * @param files that hold them
   */
  public record Trace(
      Text indicator,
      String unit,
      String period,
      double count,
      double persons,
      double value,
      String unitOfMeasure,
      String files) {}
}
