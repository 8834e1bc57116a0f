package no.utfall.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.io.NumberOutput;

/** Numbers as text: shortest and exact for machines, rounded and grouped for people. */
public final class Numerals {

  /** Between the groups of three digits in Norwegian: U+202F would be finer, U+00A0 is in every font. */
  public static final char NORWEGIAN_GROUP = '\u00a0';

  /** The minus sign of people's numbers, U+2212. */
  public static final char MINUS = '\u2212';

  private Numerals() {}

  /**
   * The shortest decimal text that reads back as the same double, equal on every JDK (Schubfach, as in Jackson; the
   * JDK's own differs between 17 and 19). Whole numbers have no point; from 1e15 and below 1e-5 with an exponent. NaN
   * gives the empty text, which is how "not known" is written.
   */
  public static String exact(double x) {
    if (Double.isNaN(x)) {
      return "";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "Inf" : "-Inf";
    }
    double size = Math.abs(x);
    if (x == Math.rint(x) && size < 1e15) {
      return Long.toString((long) x);
    }
    String text = NumberOutput.toString(x, true);
    if (size >= 1e-3 && size < 1e7) {
      return text;
    }
    BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
    if (size >= 1e-5 && size < 1e15) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (x < 0 ? "-" : "") + mantissa + "e" + exponent;
  }

  /**
   * For people: rounded half away from zero on the decimal text, grouped in threes, with the decimal mark and minus
   * of the language. A number that rounds to zero has no sign. NaN gives the empty text.
   */
  public static String rounded(double x, int decimals, Language language) {
    if (Double.isNaN(x)) {
      return "";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "∞" : MINUS + "∞";
    }
    BigDecimal decimal =
        new BigDecimal(NumberOutput.toString(x, true)).setScale(decimals, RoundingMode.HALF_UP);
    String plain = decimal.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    boolean english = language == Language.EN;
    StringBuilder out = new StringBuilder(plain.length() + 8);
    if (decimal.signum() < 0) {
      out.append(MINUS);
    }
    // four digits stand together in Norwegian, as years and small amounts are read
    boolean grouped = english || whole.length() > 4;
    for (int i = 0; i < whole.length(); i++) {
      if (grouped && i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(english ? ',' : NORWEGIAN_GROUP);
      }
      out.append(whole.charAt(i));
    }
    if (point >= 0) {
      out.append(english ? '.' : ',').append(plain, point + 1, plain.length());
    }
    return out.toString();
  }

  /** {@link #rounded(double, int, Language)} in every language. */
  public static Text rounded(double x, int decimals) {
    return Text.of(
        rounded(x, decimals, Language.NB),
        rounded(x, decimals, Language.NN),
        rounded(x, decimals, Language.EN));
  }

  /** A share as percent without needless decimals, and without the sign: 95, 99.8. */
  public static Text percent(double share) {
    BigDecimal percent = new BigDecimal(exact(share)).movePointRight(2).stripTrailingZeros();
    return rounded(percent.doubleValue(), Math.max(0, percent.scale()));
  }

  /**
   * How many decimals an interval allows: two digits of its width, so that the limits differ visibly and no more.
   *
   * @return 0 to 6; 1 when the width is not known
   */
  public static int decimalsFor(double low, double high) {
    double width = Math.abs(high - low);
    if (!(width > 0) || Double.isInfinite(width)) {
      return 1;
    }
    int magnitude = (int) Math.floor(StrictMath.log10(width));
    return Math.max(0, Math.min(6, 1 - magnitude));
  }

  /** Shares in whole hundredths that sum to 100: the largest remainders are rounded up. */
  public static long[] hundredths(double... shares) {
    long[] whole = new long[shares.length];
    long left = 100;
    for (int k = 0; k < shares.length; k++) {
      whole[k] = (long) Math.floor(100 * shares[k]);
      left -= whole[k];
    }
    for (; left > 0; left--) {
      int next = 0;
      for (int k = 1; k < shares.length; k++) {
        next = 100 * shares[k] - whole[k] > 100 * shares[next] - whole[next] ? k : next;
      }
      whole[next]++;
    }
    return whole;
  }
}
