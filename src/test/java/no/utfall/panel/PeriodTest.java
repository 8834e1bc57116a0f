package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest(name = "{0} is a {1}, written {2}, of {3}")
  @CsvSource({
    "2024, YEAR, 2024, 2024",
    "2016/17, SCHOOL_YEAR, 2016/17, 2016",
    "2016/2017, SCHOOL_YEAR, 2016/17, 2016",
    "1999/00, SCHOOL_YEAR, 1999/00, 1999",
    "2024-03, MONTH, 2024-03, 2024",
    "2024M12, MONTH, 2024-12, 2024",
    "2020Q1, QUARTER, 2020Q1, 2020",
    "2020K4, QUARTER, 2020Q4, 2020",
    "2011-2015, INTERVAL, 2011-2015, 2015",
    "2011–2015, INTERVAL, 2011-2015, 2015",
    "2017 - 19, INTERVAL, 2017-2019, 2019",
    "2020_2020, YEAR, 2020, 2020"
  })
  void formsAreRead(String text, Period.Kind kind, String written, int year) {
    Period period = Period.parse(text);
    assertEquals(kind, period.kind());
    assertEquals(written, period.toString());
    assertEquals(year, period.year());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20244",
        "24",
        "2024.0",
        "2016/18",
        "2024-13",
        "2024-00",
        "2020Q5",
        "2015-2011",
        "2017 - 16",
        "2017 - 2019 ",
        "0301",
        "jan 2024"
      })
  void whatIsNoPeriodIsNotOne(String text) {
    assertEquals(Optional.empty(), Period.find(text));
  }

  @Test
  void periodsStandInTime() {
    assertEquals(
        List.of("2019", "2020-01", "2020Q1", "2020", "2020-2022", "2020/21", "2021"),
        Stream.of("2021", "2020-2022", "2020", "2020Q1", "2020/21", "2019", "2020-01")
            .map(Period::parse)
            .sorted()
            .map(Period::toString)
            .toList());
  }

  @Test
  void intervalsAreNeverDifferenced() {
    assertEquals(OptionalInt.of(3), Period.parse("2024").since(Period.parse("2021")));
    assertEquals(OptionalInt.of(-11), Period.parse("2020-02").since(Period.parse("2021M01")));
    assertEquals(OptionalInt.of(5), Period.parse("2021Q2").since(Period.parse("2020Q1")));
    assertEquals(OptionalInt.of(1), Period.parse("2021/22").since(Period.parse("2020/21")));
    assertTrue(Period.parse("2012-2016").since(Period.parse("2011-2015")).isEmpty());
    assertTrue(Period.parse("2012").since(Period.parse("2011/12")).isEmpty());
  }
}
