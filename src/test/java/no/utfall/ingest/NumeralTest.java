package no.utfall.ingest;

import static no.utfall.ingest.Texts.places;
import static no.utfall.ingest.Texts.read;
import static no.utfall.ingest.Texts.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import no.utfall.figure.Type;
import no.utfall.ingest.Texts.Say;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "-5|-5",
        "+5|5",
        "\u22125|-5",
        "0|0",
        "-0|0",
        "007|7",
        "12,5|12.5",
        "12.5|12.5",
        ".6814|0.6814",
        ",5|0.5",
        "5.|5",
        "100.00|100",
        "0.125|0.125",
        "0,125|0.125",
        "1234.567|1234.567",
        "4163.1396484375|4163.1396484375",
        "1 234|1234",
        "1\u00a0234,5|1234.5",
        "1\u202f234\u202f567|1234567",
        "\u22121\u2009234|-1234",
        "1'234.5|1234.5",
        "1’234|1234",
        "1.234.567|1234567",
        "1,234,567|1234567",
        "1.234,5|1234.5",
        "1,234.5|1234.5",
        "1,234,567.25|1234567.25",
        "1e3|1000",
        "1,5E-2|0.015",
        "9007199254740992|9007199254740992"
      })
  void aCertainNumberIsReadAsWhatItSays(String cell, double value) {
    Loaded<Reading> loaded = read("k;n\na;\"" + cell + "\"\n", typed("n", Type.NUMBER));
    assertEquals(
        value, loaded.value().frame().number("n").value(0), loaded.findings().toString());
    assertEquals(1, loaded.value().ledger().used());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234|E402",
        "1,234|E402",
        "-1.234|E402",
        "999.999|E402",
        "NaN|E409",
        "-inf|E409",
        "1e999|E409",
        "∞|E409",
        "#DIV/0!|E410",
        "#I/T|E410",
        "#NAVN?|E410",
        "- 12|E404",
        "−\u00a012|E404",
        "ca. 120|E408",
        "0x10|E408",
        "1_000|E408",
        "1 2|E408",
        "12 34|E408",
        "1,23,456|E408",
        "1.2.3|E408",
        "1,2.3,4|E408",
        "--5|E408",
        "5-|E408",
        "1 234.567.8|E408",
        "e5|E408",
        ".|ok",
        "5 %|E408",
        "12 000 kr|E408",
        "9007199254740993|E414",
        "-|E408"
      })
  void whatIsNoNumberOrHasTwoReadingsIsAnError(String cell, String code) {
    Loaded<Reading> loaded = read("k;n\na;\"" + cell + "\"\n", typed("n", Type.NUMBER));
    List<String> expected = code.equals("ok") ? List.of("W407@2:2") : List.of(code + "@2:2");
    assertEquals(expected, places(loaded));
  }

  @Test
  void anAmbiguousNumberFollowsTheDeclaration() {
    assertEquals(1234, declared("1.234", ",", null));
    assertEquals(1.234, declared("1,234", ",", null));
    assertEquals(1.234, declared("1.234", ".", null));
    assertEquals(1234, declared("1.234", null, "."));
    assertEquals(1.234, declared("1,234", null, "."));
    assertEquals(1.234, declared("1.234", null, " "));
  }

  private static double declared(String cell, String decimal, String thousands) {
    Say say = new Say();
    say.types = Map.of("n", Type.NUMBER);
    say.decimal = decimal;
    say.thousands = thousands;
    return read("k;n\na;" + cell + "\n", say.done()).value().frame().number("n").value(0);
  }

  @Test
  void anAmbiguousNumberFollowsTheCertainOnesOfItsColumn() {
    Loaded<Reading> comma = read("k;n\na;1,234\nb;0,5\n", typed("n", Type.NUMBER));
    assertEquals(1.234, comma.value().frame().number("n").value(0));
    Loaded<Reading> point = read("k;n\na;1,234\nb;1,234,567\n", typed("n", Type.NUMBER));
    assertEquals(1234, point.value().frame().number("n").value(0));
    // 12,5 proves the comma, and 1.234 may then be 1234 or a slip for 1,234
    Loaded<Reading> either = read("k;n\na;1.234\nb;12,5\n", typed("n", Type.NUMBER));
    assertEquals(List.of("E402@2:2"), places(either));
  }

  @Test
  void aColumnWithoutWitnessesFollowsTheFileAndSaysSo() {
    Loaded<Reading> loaded =
        read("k;n;m\na;1,234;0.5\nb;2,345;1.25\n", typed("n", Type.NUMBER, "m", Type.NUMBER));
    assertEquals(2345, loaded.value().frame().number("n").value(1));
    assertTrue(loaded.findings().stream().anyMatch(f -> f.code().equals("N412")));
  }

  @Test
  void aMixtureIsAnErrorAtEveryCellOfTheMinority() {
    Loaded<Reading> loaded =
        read("k;n\na;12,5\nb;13.7\nc;11,2\nd;1.5\ne;9,25\n", typed("n", Type.NUMBER));
    assertEquals(List.of("E401@3:2", "E401@5:2"), places(loaded));
    assertEquals(2, loaded.value().ledger().setAside());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "20", "300", "12.0"})
  void wholeNumbersAreCounts(String cell) {
    assertEquals(List.of(), places(read("k;n\na;" + cell + "\n", typed("n", Type.COUNT))));
  }

  @Test
  void countsAreWholeAndSizesNotNegative() {
    assertEquals(List.of("E602@2:2"), places(read("k;n\na;1.5\n", typed("n", Type.COUNT))));
    assertEquals(List.of("E413@2:2"), places(read("k;n\na;1.2E5\n", typed("n", Type.COUNT))));
    assertEquals(List.of("E601@2:2"), places(read("k;n\na;-1\n", typed("n", Type.SIZE))));
    assertEquals(List.of(), places(read("k;n\na;1.5\n", typed("n", Type.SIZE))));
  }
}
