package no.utfall.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumeralsTest {

  @Test
  void exactTextIsShortestAndReadsBack() {
    assertEquals("0.1", Numerals.exact(0.1));
    assertEquals("120", Numerals.exact(120));
    assertEquals("-0.5", Numerals.exact(-0.5));
    assertEquals("0.00012", Numerals.exact(1.2e-4));
    assertEquals("1.2e-7", Numerals.exact(1.2e-7));
    assertEquals("1e15", Numerals.exact(1e15));
    assertEquals("123456789.5", Numerals.exact(123456789.5));
    assertEquals("4.9e-324", Numerals.exact(Double.MIN_VALUE));
    assertEquals("0", Numerals.exact(-0.0));
    assertEquals("", Numerals.exact(Double.NaN));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double x = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(x)) {
        assertEquals(x, Double.parseDouble(Numerals.exact(x)));
      }
    }
  }

  @Test
  void peoplesNumbersRoundHalfAwayFromZeroOnTheDecimalText() {
    assertEquals("2,5", Numerals.rounded(2.45, 1, Language.NB)); // the binary number is below 2.45
    assertEquals("\u22122,5", Numerals.rounded(-2.45, 1, Language.NB));
    assertEquals("0,0", Numerals.rounded(-0.04, 1, Language.NN));
    assertEquals("1234", Numerals.rounded(1234, 0, Language.NB));
    assertEquals("12\u00a0345,6", Numerals.rounded(12345.6, 1, Language.NB));
    assertEquals("1,234.50", Numerals.rounded(1234.5, 2, Language.EN));
  }

  @Test
  void intervalsDecideDecimals() {
    assertEquals(1, Numerals.decimalsFor(1.2, 3.4));
    assertEquals(0, Numerals.decimalsFor(10, 45));
    assertEquals(3, Numerals.decimalsFor(0.1, 0.14));
    assertEquals(1, Numerals.decimalsFor(2, 2));
  }
}
