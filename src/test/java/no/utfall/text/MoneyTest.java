package no.utfall.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  /** The last column has two decimals of millions below 99.5 million. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 kr | NOK 0",
        "99999 | 99 999 kr | NOK 99,999",
        "949000 | 949 000 kr | NOK 0.95m",
        "950000 | 1 mill. kr | NOK 0.95m",
        "-2400000 | −2 mill. kr | NOK −2.40m",
        "99600000 | 100 mill. kr | NOK 100m",
        "995000000 | 1,0 mrd. kr | NOK 1.0bn"
      })
  void anAmountIsSaidInItsUnit(double nok, String whole, String fine) {
    assertEquals(whole, Money.of(nok).in(Language.NB).replace('\u00a0', ' '));
    assertEquals(fine, Money.of(nok, 2, 9.95e7).in(Language.EN));
  }
}
