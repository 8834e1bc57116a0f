package no.utfall.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell taken apart as a number, before it is decided what its marks mean.
 *
 * @param plain the number with point and without groups when the meaning is certain; with the one mark read as the
 *     decimal mark when it is {@code AMBIGUOUS}; empty when the cell is no number
 * @param decimal the decimal mark, 0 when there is none
 * @param group the mark between groups of three digits, 0 when there is none; a blank for every kind of space
 */
record Numeral(Kind kind, String plain, char decimal, char group) {

  enum Kind {
    NUMBER,
    /** One point or comma before exactly three digits: both readings fit. */
    AMBIGUOUS,
    NOT_FINITE,
    EXCEL_ERROR,
    SPACE_AFTER_SIGN,
    NO_NUMBER
  }

  /** As C libraries of Windows wrote them. */
  private static final Pattern OLD_NOT_FINITE = Pattern.compile("1[.,]#(?:INF|IND|QNAN|SNAN)0*");

  private static final Pattern EXCEL_ERROR =
      Pattern.compile("#(?:#{2,}|N/A(?: N/A)?|I/T|IT|NV|¡?[\\p{L}/0_]+[!?]|DIV/0|[\\p{Lu}]+_DATA)");

  private static final Numeral NO_NUMBER = new Numeral(Kind.NO_NUMBER, "", '\0', '\0');

  /** The number when the one mark of an ambiguous cell separates groups. */
  String plainAsGroups() {
    return plain.replace(".", "");
  }

  static Numeral of(String cell) {
    if (cell.startsWith("#")) {
      return excelError(cell) ? new Numeral(Kind.EXCEL_ERROR, "", '\0', '\0') : NO_NUMBER;
    }
    if (notFinite(cell)) {
      return new Numeral(Kind.NOT_FINITE, "", '\0', '\0');
    }
    StringBuilder plain = new StringBuilder(cell.length());
    int at = 0;
    if (!cell.isEmpty() && isSign(cell.charAt(0))) {
      if (cell.charAt(0) != '+') {
        plain.append('-');
      }
      at = 1;
      int next = 1;
      while (next < cell.length() && isSpace(cell.charAt(next))) {
        next++;
      }
      if (next > 1 && next < cell.length() && isDigit(cell.charAt(next))) {
        return new Numeral(Kind.SPACE_AFTER_SIGN, "", '\0', '\0');
      }
    }
    int end = exponentStart(cell, at);
    String exponent = cell.substring(end);
    if (!exponent.isEmpty() && !exponent.matches("[eE][+\u2212-]?[0-9]{1,4}")) {
      return NO_NUMBER;
    }
    Numeral mantissa = mantissa(cell, at, end, plain);
    if (exponent.isEmpty() || mantissa == null) {
      return mantissa == null ? NO_NUMBER : mantissa;
    }
    String power = exponent.replace('\u2212', '-');
    return mantissa.kind == Kind.AMBIGUOUS || mantissa.group == 0
        ? new Numeral(Kind.NUMBER, mantissa.plain + power, mantissa.decimal, '\0')
        : NO_NUMBER;
  }

  private static @Nullable Numeral mantissa(String cell, int from, int end, StringBuilder plain) {
    int digits = 0;
    int points = 0;
    int commas = 0;
    char space = 0;
    char last = 0;
    int lastAt = -1;
    for (int i = from; i < end; i++) {
      char c = cell.charAt(i);
      if (isDigit(c)) {
        digits++;
        continue;
      }
      char mark = isSpace(c) ? ' ' : c == '’' ? '\'' : c;
      switch (mark) {
        case '.' -> points++;
        case ',' -> commas++;
        case ' ', '\'' -> {
          if (space != 0 && space != mark) {
            return null;
          }
          space = mark;
        }
        default -> {
          return null;
        }
      }
      last = mark;
      lastAt = i;
    }
    if (digits == 0) {
      return null;
    }
    if (last == 0) {
      plain.append(cell, from, end);
      return new Numeral(Kind.NUMBER, plain.toString(), '\0', '\0');
    }
    char decimal = 0;
    char group = space;
    if (points > 0 && commas > 0) {
      if (space != 0 || (last == '.' ? points : commas) != 1) {
        return null;
      }
      decimal = last;
      group = last == '.' ? ',' : '.';
    } else if (points + commas > 1) {
      if (space != 0) {
        return null;
      }
      group = points > 0 ? '.' : ',';
    } else if (points + commas == 1) {
      if (last != '.' && last != ',') {
        return null;
      }
      decimal = last;
    }
    int whole = decimal == 0 ? end : lastAt;
    if (group != 0 && whole == end - 1) {
      return null; // nothing behind the mark: cut off?
    }
    if (group != 0 && !grouped(cell, from, whole)) {
      return null;
    }
    for (int i = from; i < end; i++) {
      char c = cell.charAt(i);
      if (isDigit(c)) {
        plain.append(c);
      } else if (i == lastAt && decimal != 0) {
        plain.append('.');
      }
    }
    boolean ambiguous = decimal != 0
        && group == 0
        && end - lastAt == 4
        && whole - from >= 1
        && whole - from <= 3
        && cell.charAt(from) != '0';
    return new Numeral(ambiguous ? Kind.AMBIGUOUS : Kind.NUMBER, plain.toString(), decimal, group);
  }

  /** One to three digits, then marks each followed by exactly three. */
  private static boolean grouped(String cell, int from, int whole) {
    int run = 0;
    boolean first = true;
    for (int i = from; i < whole; i++) {
      if (isDigit(cell.charAt(i))) {
        run++;
      } else {
        if (first ? run < 1 || run > 3 : run != 3) {
          return false;
        }
        first = false;
        run = 0;
      }
    }
    return !first && run == 3;
  }

  private static int exponentStart(String cell, int from) {
    for (int i = from; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == 'e' || c == 'E') {
        return i;
      }
    }
    return cell.length();
  }

  private static boolean notFinite(String cell) {
    String word = isSign(cell.isEmpty() ? ' ' : cell.charAt(0)) ? cell.substring(1) : cell;
    return word.equalsIgnoreCase("nan")
        || word.equalsIgnoreCase("inf")
        || word.equalsIgnoreCase("infinity")
        || word.equals("∞")
        || word.startsWith("#", 2) && OLD_NOT_FINITE.matcher(word).matches();
  }

  /** {@code #DIV/0!}, {@code #I/T}, {@code #NAVN?} and their like in any language of the program, or only {@code ###}. */
  static boolean excelError(String cell) {
    return EXCEL_ERROR.matcher(cell).matches();
  }

  static boolean isSign(char c) {
    return c == '-' || c == '+' || c == '\u2212';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\u2007';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
