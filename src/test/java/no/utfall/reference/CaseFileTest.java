package no.utfall.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseFileTest {

  private static final String SMALL = """
      cases:
        - case: small
          dir: here
          run: [rate, input.csv, --count, x]
          expect:
            - file: expected.csv
              keys: {area: omr}
              values:
                value: {column: estimate, where: {measure: rate, conf_level: 0.95}}
          tolerance: {rel: 1e-10}
          why: closed form
      """;

  @Test
  void aCaseIsReadAsItIsWritten() {
    Case one = CaseFile.parse("a.yaml", SMALL).cases().get(0);
    assertEquals("small", one.name());
    assertEquals("here", one.dir());
    assertEquals(List.of("rate", "input.csv", "--count", "x"), one.run());
    assertEquals("closed form", one.why());
    Case.Expect expect = one.expects().get(0);
    assertEquals(Map.of("area", "omr"), expect.keys());
    assertEquals(
        Map.of("measure", List.of("rate"), "conf_level", List.of("0.95")),
        expect.values().get("value").where().wanted());
  }

  @Test
  void aMatrixGivesOneCaseForEachCombination() {
    CaseFile file = CaseFile.parse("a.yaml", """
        cases:
          - case: cs
            matrix: {CG: [nevertreated, notyettreated], BP: [varying, universal]}
            run: [did, --control, "${CG|nevertreated=never-treated|notyettreated=not-yet-treated}", --base, "${BP}", "${BP|varying=}"]
            expect:
              - file: "${BP}.csv"
                filter: {control_group: "${CG}"}
                values: {"e${BP}": {column: estimate}}
            tolerance: {abs: 1e-8}
        """);
    assertEquals(
        List.of(
            "cs [CG=nevertreated BP=varying]",
            "cs [CG=nevertreated BP=universal]",
            "cs [CG=notyettreated BP=varying]",
            "cs [CG=notyettreated BP=universal]"),
        file.cases().stream().map(Case::name).toList());
    Case third = file.cases().get(2);
    // what substitutes to nothing is no argument
    assertEquals(List.of("did", "--control", "not-yet-treated", "--base", "varying"), third.run());
    assertEquals("varying.csv", third.expects().get(0).file());
    assertEquals(
        List.of("notyettreated"), third.expects().get(0).filter().wanted().get("control_group"));
    assertTrue(third.expects().get(0).values().containsKey("evarying"));
    // a value without a translation stands as it is
    assertEquals("universal", file.cases().get(1).run().get(5));
  }

  @Test
  void scalarsAreTextAsWritten() {
    String yaml = SMALL.replace("--count, x", "--unit, 0301, --level, 0.950, --flag, no");
    assertEquals(
        List.of("rate", "input.csv", "--unit", "0301", "--level", "0.950", "--flag", "no"),
        CaseFile.parse("a.yaml", yaml).cases().get(0).run());
  }

  @Test
  void unknownKeysAreErrorsWithTheirLine() {
    assertRefused(
        "a.yaml:9: unknown key 'colum' of a value; did you mean 'column'?", "column:", "colum:");
    assertRefused(
        "a.yaml:10: unknown key 'tolerances' of a case; did you mean 'tolerance'?",
        "tolerance:",
        "tolerances:");
    assertRefused(
        "a.yaml:10: unknown key 'reel' of tolerance; did you mean 'rel'?", "rel:", "reel:");
    assertRefused("a.yaml:7: unknown key 'key' of expect; did you mean 'keys'?", "keys:", "key:");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertRefused("a.yaml:3: key 'case' is given twice", "dir: here", "case: small");
    assertRefused("a.yaml:10: '1e-1o' is not a number", "1e-10", "1e-1o");
    assertRefused("a.yaml:10: rel: -1 is out of range", "1e-10", "-1");
    assertRefused(
        "a.yaml:10: a tolerance needs abs, rel, ranks, band, columns or text",
        "{rel: 1e-10}",
        "{}");
    assertRefused("a.yaml:10: text: only 'exact' is known", "{rel: 1e-10}", "{text: near}");
    assertRefused(
        "a.yaml:9: no tolerance for column 'value'",
        "{rel: 1e-10}",
        "{columns: {other: {abs: 0}}}");
    assertRefused("a.yaml:4: no variable 'X' in the matrix", "--count", "\"${X}\"");
    assertRefused(
        "a.yaml:4: '${X': a variable is ${VAR} or ${VAR|from=to|…}", "--count", "\"${X\"");
    assertRefused("a.yaml:2: 'run' is missing", "run: [rate, input.csv, --count, x]", "skip: []");
    assertRefused("a.yaml:4: expected one word or number", "--count, x", "{a: b}");
  }

  @Test
  void twoCasesOfOneNameAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CaseFile.parse("a.yaml", SMALL + SMALL.substring(SMALL.indexOf('\n') + 1)));
  }

  private static void assertRefused(String message, String instead, String of) {
    String yaml = SMALL.replace(instead, of);
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> CaseFile.parse("a.yaml", yaml))
            .getMessage());
  }
}
