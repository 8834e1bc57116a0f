package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.utfall.problem.Finding;
import org.junit.jupiter.api.Test;

class KommuneCodesTest {

  private static List<Finding> check(String... lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return Texts.check(new Input.OfBytes("cells.csv", bytes), null).findings();
  }

  private static Finding only(String... lines) {
    List<Finding> findings = check(lines);
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0);
  }

  @Test
  void anExpiredCodeIsToldWithItsSuccessorInThatYear() {
    Finding found = only("kommune;aar;antall", "0219;2024;12", "0301;2024;120");
    assertEquals("E508", found.code());
    assertEquals("0219 (Bærum) was valid until 2019; for 2024 use 3201", found.message());
    assertTrue(found.fix().startsWith("utfall codes crosswalk"));
    assertTrue(
        only("kommune;aar;antall", "0219;2021;12", "0301;2021;1").message().endsWith("use 3024"));
    assertTrue(only("kommune;aar;antall", "5012;2020;12", "0301;2020;1")
        .message()
        .endsWith("use 5055 or 5056 or 5059"));
  }

  @Test
  void aCodeBeforeItsTimeIsToldWithItsPredecessors() {
    Finding found = only("kommune;aar;antall", "0219;2019;12", "3014;2019;1");
    assertEquals("E508", found.code());
    assertEquals(
        "3014 (Indre Østfold) is valid from 2020; in 2019 it was 0122 and 0123 and 0124 and 0125 and 0138",
        found.message());
  }

  @Test
  void aSeriesBroughtToOneYearByItsPublisherIsNoFault() {
    Finding found =
        only("kommune;aar;antall", "3201;2019;12", "3201;2020;12", "0301;2019;1", "0301;2020;1");
    assertEquals("N518", found.code());
    assertTrue(found.message().contains("codes of 2024"));
  }

  @Test
  void aCodeThatComesTooEarlyInOneYearAloneIsAFault() {
    Finding found = only("kommune;aar;antall", "3201;2023;12", "0301;2023;1");
    assertEquals("E508", found.code());
    assertEquals("3201 (Bærum) is valid from 2024; in 2023 it was 3024", found.message());
  }

  /** A series that was brought would stand in 2021 too; with that row it is one. */
  @Test
  void aCodeThatComesTooEarlyWithoutTheYearsBetweenIsAFault() {
    String lone = "kommune;aar;antall\n3201;2020;12\n3201;2024;12\n0301;2020;1\n0301;2021;1\n"
        + "0301;2022;1\n0301;2024;1";
    assertEquals("E508", check(lone.split("\n")).get(0).code());
    assertEquals("N518", check((lone + "\n3201;2021;12").split("\n")).get(0).code());
  }

  @Test
  void aUnitThatChangesCodeInsideAFileIsWarnedOfOnce() {
    Finding found =
        only("kommune;aar;antall", "0219;2019;12", "3024;2020;12", "1601;2017;1", "5001;2018;1");
    assertEquals("W511", found.code());
    assertEquals(
        "codes change inside the file: 0219 is 3024 from 2020, 1601 is 5001 from 2018;"
            + " read as they stand these are different units",
        found.message());
    assertEquals(3, found.place().line());
  }

  @Test
  void anUnknownCodeIsToldWithTheNearestCodeOrThatOfTheName() {
    assertEquals(
        "unknown municipality code '9998'; nearest: none; is 9999 meant, 'not stated'?",
        only("kommune;aar;antall", "9998;2023;1", "0301;2023;1").message());
    assertTrue(only("kommune;aar;antall", "0302;2023;1", "1103;2023;1")
        .message()
        .contains("nearest: '0301' (Oslo)"));
    assertTrue(only("kommune;aar;navn;antall", "9200;2024;Bærum;1", "1103;2024;Stavanger;2")
        .message()
        .contains("nearest: '3201' (Bærum)"));
  }

  @Test
  void unitsOfAnotherLandAreNotedAndNotStatedIsNoMunicipality() {
    assertEquals(
        "N518",
        only(
                "kommune;aar;antall",
                "0001;2024;1",
                "0002;2024;1",
                "0003;2024;1",
                "0004;2024;1",
                "0005;2024;1")
            .code());
    assertEquals(
        "W521", only("kommune;aar;antall", "9999;2024;1", "0301;2024;1").code());
  }

  @Test
  void codesOfYearsBeforeTheListsAreNotHeldAgainstThem() {
    assertEquals(List.of(), check("kommune;aar;antall", "3201;2010;12", "0219;2010;1"));
  }
}
