package no.utfall.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingLogTest {

  private static Finding finding(String file, String code, int line, int field, String text) {
    return new Finding(
        code,
        Codes.severity(code),
        new Location(file, line, field, 3 * field),
        "v" + text,
        "",
        "'" + text + "' is not a number",
        "mend it");
  }

  private static List<Finding> all(Iterator<Finding> findings) {
    List<Finding> all = new ArrayList<>();
    findings.forEachRemaining(all::add);
    return all;
  }

  /** By hand: two files, lines that come in any order, equal places, and texts that hardly differ. */
  @Test
  void findingsComeOutByFileLineAndFieldWhateverFitsIntoMemory() {
    Random random = new Random(4);
    for (int waiting : new int[] {1, 2, 7, 10_000}) {
      try (FindingLog log = FindingLog.complete(waiting)) {
        List<Finding> wanted = new ArrayList<>();
        for (String file : List.of("b.csv", "a.csv")) {
          List<Finding> ofFile = new ArrayList<>();
          log.next(file);
          for (int i = 0; i < 200; i++) {
            String text = random.nextInt(3) == 0 ? "" : "æ".repeat(random.nextInt(4)) + i;
            String code = random.nextBoolean() ? "E408" : "W407";
            ofFile.add(finding(file, code, random.nextInt(20), random.nextInt(3), text));
          }
          ofFile.forEach(log::add);
          ofFile.sort(Comparator.<Finding>comparingInt(f -> f.place().line())
              .thenComparingInt(f -> f.place().field()));
          Finding last = finding("datapackage.json", "W120", 0, 0, "beside");
          log.append(List.of(last));
          wanted.addAll(ofFile);
          wanted.add(last);
          ofFile.add(last);
          assertEquals(ofFile, all(log.ofLastPart()));
        }
        assertEquals(wanted, all(log.iterator()));
        assertEquals(wanted, all(log.iterator()), "a second time");
        long errors = wanted.stream().filter(Finding::isError).count();
        assertEquals(errors, log.count(Severity.ERROR));
        assertEquals(
            errors, log.parts().stream().mapToLong(FindingLog.Part::errors).sum());
        assertEquals(
            List.of(201L, 201L),
            log.parts().stream().map(FindingLog.Part::findings).toList());
      }
    }
  }

  @Test
  void aLogOfKindsKeepsTheFirstInOrderAndCountsTheRest() {
    try (FindingLog log = FindingLog.ofKinds()) {
      log.next("a.csv");
      for (int line = 1_000; line > 0; line--) {
        if (log.wants("E408", "a.csv", line)) {
          log.add(finding("a.csv", "E408", line, 1, ""));
        } else {
          log.count("E408", "a.csv", 1);
        }
      }
      assertFalse(log.wants("E408", "a.csv", 33));
      assertTrue(log.wants("E408", "a.csv", 32), "another field of this line could come first");
      assertTrue(log.wants("W407", "a.csv", 1_000));
      log.count("E408", "a.csv", 500);
      FindingLog.Kind kind = log.kinds().get(0);
      assertEquals(1_500, kind.count());
      assertEquals(1_500, log.count(Severity.ERROR));
      assertEquals(
          java.util.stream.IntStream.rangeClosed(1, FindingLog.FIRST).boxed().toList(),
          kind.first().stream().map(finding -> finding.place().line()).toList());
      assertThrows(IllegalStateException.class, log::iterator);
    }
  }

  @Test
  void kindsStandInTheOrderOfTheirFirst() {
    try (FindingLog log = FindingLog.ofKinds()) {
      log.next("a.csv");
      log.add(finding("a.csv", "E408", 9, 1, ""));
      log.add(finding("a.csv", "W407", 3, 1, ""));
      log.add(finding("a.csv", "E408", 4, 1, ""));
      log.next("b.csv");
      log.add(finding("b.csv", "W407", 1, 1, ""));
      assertEquals(
          List.of("W407 a.csv:3:3", "E408 a.csv:4:3", "W407 b.csv:1:3"),
          log.kinds().stream()
              .map(k -> k.head().code() + " " + k.head().place())
              .toList());
    }
  }
}
