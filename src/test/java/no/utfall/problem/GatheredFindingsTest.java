package no.utfall.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredFindingsTest {

  private static Finding finding(String file, int line, int field, String code, String excerpt) {
    Location place = new Location(file, line, field, field);
    return new Finding(code, Codes.severity(code), place, "", excerpt, "m", "");
  }

  private static List<String> all(FindingLog log) {
    List<String> all = new ArrayList<>();
    log.forEach(finding -> all.add(finding.place() + " " + finding.code() + finding.excerpt()));
    return all;
  }

  /** By hand: two readers of one file, a third that comes first in the order of files, and findings of other files. */
  @Test
  void filesComeInTheirOrderAndWhatTwoFoundAlikeOnce() {
    try (GatheredFindings found = new GatheredFindings();
        FindingLog log = FindingLog.complete()) {
      FindingLog one = found.log();
      FindingLog two = found.log();
      two.next("a.csv");
      two.add(finding("a.csv", 3, 1, "E408", ""));
      two.next("b.csv");
      two.add(finding("b.csv", 9, 1, "E408", " of two"));
      two.add(finding("b.csv", 2, 2, "E408", ""));
      two.add(finding("b.csv", 2, 2, "E601", ""));
      one.next("b.csv");
      one.add(finding("b.csv", 2, 2, "E408", " of one"));
      one.add(finding("b.csv", 4, 1, "W502", ""));
      one.add(finding("b.csv", 9, 1, "E408", ""));
      found.add(List.of(finding("utfall.yaml", 7, 1, "E305", "")));
      found.add(List.of(
          finding("utfall.yaml", 2, 1, "W807", ""),
          finding("utfall.yaml", 7, 1, "E305", ""),
          finding("b.csv", 4, 2, "E501", "")));
      found.into(log, List.of("c.csv", "a.csv", "b.csv"));
      assertEquals(
          List.of(
              "a.csv:3:1 E408",
              "b.csv:2:2 E408 of one",
              "b.csv:2:2 E601",
              "b.csv:4:1 W502",
              "b.csv:4:2 E501",
              "b.csv:9:1 E408 of two",
              "utfall.yaml:2:1 W807",
              "utfall.yaml:7:1 E305"),
          all(log));
      assertEquals(6, log.count(Severity.ERROR));
      assertEquals(
          List.of("c.csv 0", "a.csv 1", "b.csv 5", "utfall.yaml 2"),
          log.parts().stream().map(part -> part.file() + " " + part.findings()).toList());
    }
  }

  /** Every tenth line is wrong for both readers, and those of one wait in a file. */
  @Test
  void manyFindingsOfTwoReadersAreCountedOnce() {
    try (GatheredFindings found = new GatheredFindings();
        FindingLog log = FindingLog.complete()) {
      FindingLog one = found.log();
      FindingLog two = found.log();
      one.next("a.csv");
      two.next("a.csv");
      for (int line = 20_000; line > 0; line--) {
        one.add(finding("a.csv", line, 1, "E408", "x"));
        if (line % 10 == 0) {
          two.add(finding("a.csv", line, 1, "E408", "x"));
        } else if (line % 10 == 5) {
          two.add(finding("a.csv", line, 2, "E408", "x"));
        }
      }
      found.into(log, List.of());
      assertEquals(22_000, log.count(Severity.ERROR));
      List<Integer> lines = new ArrayList<>();
      log.forEach(finding -> lines.add(finding.place().line()));
      assertEquals(lines.stream().sorted().toList(), lines);
      assertEquals(
          FindingLog.FIRST,
          log.kinds().get(0).first().stream()
              .filter(finding -> finding.excerpt().equals("x"))
              .count());
    }
  }
}
