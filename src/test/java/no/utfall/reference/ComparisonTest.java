package no.utfall.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String THEIRS = """
      omr,value,low,high,class
      A,10,9,11,in
      B,20,18,22,out
      C,,,,
      """;
  private static final String OURS = """
      area,measure,estimate,conf_low,conf_high,conf_level,status,note
      A,rate,10,9,11,0.95,ok,in
      A,rate,10,8,12,0.998,ok,in
      A,events,5,,,,ok,
      B,rate,20,18,22,0.95,ok,out
      C,rate,,,,0.95,unreliable,
      """;
  private static final String VALUES = """
      value: {column: estimate, where: {measure: rate, conf_level: 0.95}}
      low: {column: conf_low, where: {measure: rate, conf_level: 0.950}}
      """;
  private static final String ONE =
      "value: {column: estimate, where: {measure: rate, conf_level: 0.95}}\n";

  @Test
  void equalTablesAreEqual() {
    Verdict verdict = compare(OURS, THEIRS, VALUES, "tolerance: {rel: 1e-12}");
    assertEquals(Verdict.Kind.OK, verdict.kind(), verdict::toString);
    assertEquals(4, verdict.values());
    assertEquals(2, verdict.blanks());
  }

  @Test
  void aPlantedWrongValueIsAMissWithItsKeyColumnAndBothNumbers() {
    Verdict verdict =
        compare(OURS.replace("20,18", "20.001,18"), THEIRS, VALUES, "tolerance: {rel: 1e-5}");
    assertEquals(Verdict.Kind.MISS, verdict.kind());
    assertEquals(1, verdict.misses().size());
    String miss = verdict.misses().get(0);
    assertTrue(miss.endsWith("at omr=B value: ours 20.001, theirs 20"), miss);
    assertEquals(miss, verdict.worst());
    assertTrue(
        verdict.toString().startsWith("MISS test: 4 values, 2 blank, worst "), verdict::toString);
  }

  @Test
  void absoluteAndRelativeTolerances() {
    String ours = OURS.replace("B,rate,20,", "B,rate,20.002,");
    assertOk(compare(ours, THEIRS, ONE, "tolerance: {abs: 0.0021}"));
    assertMiss(compare(ours, THEIRS, ONE, "tolerance: {abs: 0.0019}"));
    // 0.002 = 1e-4 of 20
    assertOk(compare(ours, THEIRS, ONE, "tolerance: {rel: 1.01e-4}"));
    assertMiss(compare(ours, THEIRS, ONE, "tolerance: {rel: 0.99e-4}"));
    assertOk(compare(ours, THEIRS, ONE, "tolerance: {rel: 0.99e-4, abs: 0.0021}"));
    assertOk(compare(ours, THEIRS, ONE, "tolerance: {abs: 0, columns: {value: {abs: 0.0021}}}"));
    assertMiss(compare(ours, THEIRS, ONE, "tolerance: {abs: 1, columns: {value: {abs: 0.0019}}}"));
  }

  @Test
  void relativeToZeroIsRelativeToATrillionth() {
    String theirs = THEIRS.replace("A,10", "A,0");
    assertMiss(compare(
        OURS.replace("A,rate,10,9", "A,rate,1e-17,9"), theirs, ONE, "tolerance: {rel: 1e-6}"));
    assertOk(compare(
        OURS.replace("A,rate,10,9", "A,rate,1e-19,9"), theirs, ONE, "tolerance: {rel: 1e-6}"));
  }

  @Test
  void infinityIsEqualToItselfOnly() {
    String theirs = THEIRS.replace("A,10", "A,Inf");
    assertOk(
        compare(OURS.replace("A,rate,10,9", "A,rate,Inf,9"), theirs, ONE, "tolerance: {rel: 1}"));
    assertMiss(
        compare(OURS.replace("A,rate,10,9", "A,rate,1e300,9"), theirs, ONE, "tolerance: {rel: 1}"));
    assertMiss(
        compare(OURS.replace("A,rate,10,9", "A,rate,-Inf,9"), theirs, ONE, "tolerance: {rel: 1}"));
  }

  @Test
  void textIsComparedLetterByLetter() {
    String text = "class: {column: note, where: {conf_level: 0.95}}";
    assertOk(compare(OURS, THEIRS, text, "tolerance: {text: exact}"));
    assertMiss(compare(OURS.replace("ok,out", "ok,Out"), THEIRS, text, "tolerance: {text: exact}"));
    assertMiss(compare(
        OURS.replace("A,rate,10,9", "A,rate,10.0,9"), THEIRS, ONE, "tolerance: {text: exact}"));
  }

  @Test
  void blankMeetsBlankOnly() {
    assertMiss(compare(OURS.replace("C,rate,,", "C,rate,3,"), THEIRS, ONE, "tolerance: {rel: 1}"));
    assertMiss(
        compare(OURS.replace("A,rate,10,9", "A,rate,,9"), THEIRS, ONE, "tolerance: {rel: 1}"));
  }

  @Test
  void aBlankCanBeARowHeldBackWithAStatus() {
    String blank = "blank: {status: unreliable}\n";
    assertOk(compare(OURS, THEIRS, ONE, blank, "tolerance: {rel: 1}"));
    assertMiss(
        compare(OURS.replace("unreliable", "missing"), THEIRS, ONE, blank, "tolerance: {rel: 1}"));
    assertMiss(
        compare(OURS.replace("C,rate,,", "C,rate,3,"), THEIRS, ONE, blank, "tolerance: {rel: 1}"));
    // their blank is our zero, when the case says so
    assertOk(compare(
        OURS.replace("C,rate,,", "C,rate,0,"),
        THEIRS,
        ONE,
        "blank: {estimate: 0}\n",
        "tolerance: {rel: 1}"));
  }

  @Test
  void bandsAreWidenedByRanksOrAbs() {
    String high = "value: {column: conf_high, where: {measure: rate, conf_level: 0.95}}";
    // theirs 10 in [9, 11] and 20 in [18, 22]; ours 11 and 22: just inside
    assertOk(compare(OURS, THEIRS, high, "tolerance: {band: {value: [low, high]}}"));
    String above = OURS.replace("18,22", "18,23");
    assertMiss(compare(above, THEIRS, high, "tolerance: {band: {value: [low, high]}}"));
    assertOk(compare(above, THEIRS, high, "tolerance: {band: {value: [low, high]}, ranks: 1}"));
    assertOk(compare(above, THEIRS, high, "tolerance: {band: {value: [low, high]}, abs: 1}"));
    assertMiss(compare(above, THEIRS, high, "tolerance: {band: {value: [low, high]}, abs: 0.9}"));
    String below = OURS.replace("9,11", "9,8");
    assertMiss(compare(below, THEIRS, high, "tolerance: {band: {value: [low, high]}, abs: 0.9}"));
  }

  @Test
  void ranksMayDifferByOneWhenMostAreEqual() {
    String ours = OURS.replace("B,rate,20", "B,rate,21");
    assertOk(compare(ours, THEIRS, ONE, "tolerance: {ranks: 1}"));
    assertOk(compare(ours, THEIRS, ONE, "tolerance: {ranks: 1, share-equal: 0.5}"));
    assertMiss(compare(ours, THEIRS, ONE, "tolerance: {ranks: 1, share-equal: 0.51}"));
    assertMiss(
        compare(OURS.replace("B,rate,20", "B,rate,22"), THEIRS, ONE, "tolerance: {ranks: 1}"));
  }

  @Test
  void onlyFilteredRowsAreExpected() {
    String wrongB = OURS.replace("B,rate,20", "B,rate,99");
    assertOk(compare(wrongB, THEIRS, ONE, "filter: {omr: [A, C]}\n", "tolerance: {rel: 1e-9}"));
    assertMiss(compare(wrongB, THEIRS, ONE, "filter: {omr: B}\n", "tolerance: {rel: 1e-9}"));
    assertMiss(compare(OURS, THEIRS, ONE, "filter: {omr: D}\n", "tolerance: {rel: 1e-9}"));
    assertMiss(compare(OURS, THEIRS, ONE, "filter: {area: A}\n", "tolerance: {rel: 1e-9}"));
  }

  @Test
  void whatIsLeftOutIsCountedAndNamed() {
    Verdict verdict = compare(
        OURS.replace("B,rate,20", "B,rate,99"),
        THEIRS,
        ONE,
        "",
        "tolerance: {rel: 1e-9}\nskip: [{where: {omr: B}, why: stopped early}]");
    assertOk(verdict);
    assertEquals(1, verdict.values());
    assertTrue(
        verdict.toString().endsWith("\n  left out: 1 rows with omr=B: stopped early"),
        verdict::toString);
  }

  @Test
  void aMissingRowAndADoubleRowAreMisses() {
    assertMiss(compare(OURS.replace("B,rate", "X,rate"), THEIRS, ONE, "tolerance: {rel: 1}"));
    Verdict twice = compare(
        OURS, THEIRS, "value: {column: estimate, where: {measure: rate}}", "tolerance: {rel: 1}");
    assertEquals("omr=A value: 2 rows in ours with measure=rate", twice.misses().get(0));
  }

  @Test
  void aCaseThatComparesNothingFails() {
    Verdict verdict = compare(OURS, THEIRS, ONE, "filter: {omr: C}\n", "tolerance: {rel: 1}");
    assertEquals("no value was compared", verdict.misses().get(0));
  }

  @Test
  void keysMeetByNumberButCodesByLetter() {
    assertTrue(Sheet.same("0.95", "0.950"));
    assertTrue(Sheet.same("2004", "2004.0"));
    assertTrue(Sheet.same("-3", "-3"));
    assertEquals(false, Sheet.same("0301", "301"));
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    assertTrue(compare(
            OURS,
            THEIRS,
            "value: {column: estimat, where: {measure: events}}",
            "tolerance: {rel: 1}")
        .toString()
        .contains("our table has no column 'estimat'; did you mean 'estimate'?"));
  }

  private static Verdict compare(String ours, String theirs, String values, String tolerance) {
    return compare(ours, theirs, values, "", tolerance);
  }

  private static Verdict compare(
      String ours, String theirs, String values, String more, String tolerance) {
    String yaml =
        "cases:\n- case: test\n  run: [x]\n  expect:\n  - file: theirs\n    keys: {area: omr}\n    values:\n"
            + values.indent(6)
            + more.indent(4)
            + tolerance.indent(2);
    Case one = CaseFile.parse("test", yaml).cases().get(0);
    try {
      Comparison comparison = new Comparison(one, Sheet.parse("our table", ours));
      comparison.with(one.expects().get(0), Sheet.parse("theirs", theirs));
      return comparison.verdict();
    } catch (Sheet.Incomparable e) {
      return Verdict.failed(one.name(), e.getMessage());
    }
  }

  private static void assertOk(Verdict verdict) {
    assertEquals(Verdict.Kind.OK, verdict.kind(), verdict::toString);
  }

  private static void assertMiss(Verdict verdict) {
    assertEquals(Verdict.Kind.MISS, verdict.kind(), verdict::toString);
  }
}
