package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import no.utfall.panel.UnitLevel.Family;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitLevelTest {

  @ParameterizedTest
  @CsvSource({
    "norway, 0, country",
    "norway, EAK, country",
    "norway, EAKUO, aggregate",
    "norway, KG01, group",
    "norway, 03, county",
    "norway, 30, county",
    "norway, 0301, municipality",
    "norway, 0219, municipality",
    "norway, 9999, not-stated",
    "norway, 9998, ''",
    "norway, 301, ''",
    "norway, Oslo, ''",
    "sweden, 0000, country",
    "sweden, 0001, region",
    "sweden, 0180, municipality",
    "sweden, G35993, group",
    "sweden, 180, ''",
    "sweden, 0181, municipality",
    "sweden, 0199, ''",
    "sweden, 0002, ''",
    "sweden, 01, county",
    "sweden, 00, country",
    "sweden, 02, ''",
    "nuts, EU27_2020, aggregate",
    "nuts, EA19, aggregate",
    "nuts, EU, aggregate",
    "nuts, EL, country",
    "nuts, EE, country",
    "nuts, NO0, nuts1",
    "nuts, NO08, nuts2",
    "nuts, NO081, nuts3",
    "nuts, no, ''",
    "nuts, ABW, ''",
    "nuts, US, country",
    "us-fips, 01, state",
    "us-fips, 01001, county",
    "us-fips, 01000, state",
    "us-fips, 00000, country",
    "us-fips, 1001, ''",
    "us-fips, 03, ''",
    "us-fips, 99001, ''"
  })
  void aCodeTellsItsLevel(String system, String code, String level) {
    assertEquals(
        level,
        Family.find(system).orElseThrow().level(code).map(UnitLevel::code).orElse(""));
  }
}
