package no.utfall.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Location;
import no.utfall.text.Text;

/**
 * What became of a build.
 *
 * @param nodes in the order in which they were built
 * @param told the first of every kind of finding in each file, and how many there are
 * @param files below {@code dir}; empty when nothing was written
 * @param fault why not all could be done: of several the lowest exit code; empty when all was
 * @param headline the two sentences that the report opens with; empty when nothing was written or it has none
 * @param unchanged whether nothing was made, since all stood as the last build left it: the rest is what that one said
 */
public record Outcome(
    List<Built> nodes,
    FindingLog told,
    List<Ledger> ledgers,
    Path dir,
    List<String> files,
    Optional<Fault> fault,
    Optional<Text> headline,
    boolean unchanged) {

  public Outcome {
    nodes = List.copyOf(nodes);
    ledgers = List.copyOf(ledgers);
    files = List.copyOf(files);
  }

  /** What is told, and a note of each kind of which there are more. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>(told.first());
    for (FindingLog.Kind kind : told.kinds()) {
      if (kind.count() > kind.first().size()) {
        all.add(Finding.note(
            "N113",
            Location.ofFile(kind.head().place().file()),
            kind.head().code(),
            kind.count() + " " + kind.head().code() + " in all; the first "
                + kind.first().size() + " are listed",
            "utfall check -f json  lists them all"));
      }
    }
    return all;
  }

  Outcome upToDate() {
    return new Outcome(nodes, told, ledgers, dir, files, fault, headline, true);
  }

  /** How a node went. */
  public enum Standing {
    OK("ok"),
    WARN("warn"),
    FAILED("failed");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * One node, built or not.
   *
   * @param summary what it holds, in a few words: {@code 357 units x 13 periods}
   * @param errors and {@code warnings}: how many findings
   * @param millis by the clock that was given
   */
  public record Built(
      Node node, Standing standing, String summary, long errors, long warnings, long millis) {}
}
