package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.utfall.problem.Finding;
import org.junit.jupiter.api.Test;

/** What a panel says against itself though every cell is fine; each with its counterpart that must be silent. */
class PlausibilityTest {

  private static List<Finding> check(String text) {
    Input input = new Input.OfBytes("data.csv", text.getBytes(StandardCharsets.UTF_8));
    return Texts.check(input, null).findings();
  }

  private static List<String> told(String code, String text) {
    return check(text).stream()
        .filter(finding -> finding.code().equals(code))
        .map(finding -> finding.place().line() + ": " + finding.message())
        .toList();
  }

  private static String series(int... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> "0301;" + (2015 + i) + ";" + values[i] + "\n")
        .collect(Collectors.joining("", "kommune;aar;antall\n", ""));
  }

  @Test
  void aNumberAThousandTimesTheOthersIsToldWithItsReading() {
    List<String> told = told("W607", series(1250, 1310, 1280000, 1290, 1305));
    assertEquals(1, told.size());
    assertTrue(
        told.get(0).startsWith("4: antall = 1280000 is 987 times what 0301 has"), told.get(0));
    assertTrue(
        told.get(0).endsWith("read in thousands, or in units among thousands, it would fit"));
    assertEquals(1, told("W607", series(1250, 1310, 1, 1290, 1305)).size());
  }

  @Test
  void growthAndSmallNumbersAreNoJumps() {
    assertEquals(List.of(), told("W607", series(100, 200, 400, 800, 1600)));
    assertEquals(List.of(), told("W607", series(1, 1, 15, 1, 1)));
    assertEquals(List.of(), told("W607", series(1250, 1280000)));
  }

  @Test
  void aYearFarFromAllOthersIsTold() {
    String years =
        "kommune;aar;antall\n0301;2019;5\n0301;2020;6\n0301;2021;5\n0301;2022;5\n1103;2019;6\n";
    assertEquals(
        List.of("7: 1922 lies far from the other years of the file, 2019-2022 (1 row)"),
        told("W505", years + "1103;1922;6\n"));
    assertEquals(List.of(), told("W505", years + "1103;2012;6\n"));
  }

  @Test
  void aYearOfSharesAmongYearsOfPercentIsTold() {
    String percent = "kommune;aar;andel_prosent\n0301;2021;12,5\n1103;2021;11,5\n4601;2021;14,0\n";
    String shares = "0301;2022;0,125\n1103;2022;0,118\n4601;2022;0,139\n";
    assertEquals(
        List.of(
            "5: all 3 values of 2022 lie in 0-1, and those of other years do not: shares among percent?"),
        told("W606", percent + shares));
    assertEquals(List.of(), told("W606", percent + shares.replace("0,1", "1,1")));
  }

  @Test
  void aShareOfTheDenominatorOfAnotherYearIsTold() {
    String head =
        "kommune;aar;antall;nevner;andel_prosent\n0301;2020;50;1000;5,0\n0301;2021;60;1500;";
    assertEquals(
        List.of(
            "3: andel_prosent is 6, and 60 of 1500 are 4.00 %; it would be right with nevner of 2020"),
        told("W608", head + "6,0\n"));
    assertEquals(List.of(), told("W608", head + "4,0\n"));
    assertEquals(
        List.of("3: andel_prosent is 7.3, and 60 of 1500 are 4.00 %"),
        told("W610", head + "7,3\n"));
    assertEquals(List.of(), told("W610", head + "4,0\n"));
  }

  @Test
  void aPopulationThatStandsStillEverywhereIsTold() {
    String rows =
        "kommune;aar;antall;nevner\n0301;2021;5;1000\n1103;2021;5;2000\n4601;2021;5;3000\n0301;2020;5;990\n1103;2020;5;1980\n4601;2020;5;2990\n0301;2022;6;1000\n1103;2022;6;2000\n";
    assertEquals(1, told("W608", rows + "4601;2022;6;3000\n").size());
    assertEquals(List.of(), told("W608", rows + "4601;2022;6;3001\n"));
    assertEquals(
        List.of(), told("W608", (rows + "4601;2022;6;3000\n").replaceAll(";\\d+\n", ";1000\n")));
  }

  @Test
  void womenAndMenMakeTheTotal() {
    String rows =
        "kommune;aar;gruppe;antall\n0301;2022;Kvinner;5\n0301;2022;Menn;6\n0301;2022;I alt;";
    assertEquals(List.of("4: I alt = 12, but Kvinner + Menn = 11"), told("E612", rows + "12\n"));
    assertEquals(List.of(), told("E612", rows + "11\n"));
    assertEquals(List.of(), told("E612", (rows + "12\n").replace("Menn;6", "Menn;:")));
  }
}
