package no.utfall.ingest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.problem.Excerpt;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a text wherever it stands. */
final class TextTrouble {

  private static final String MONTH =
      "(jan|feb|mar|apr|mai|may|jun|jul|aug|sep|sept|okt|oct|nov|des|dec)";
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2})[.\\-/]? ?" + MONTH + "\\.?", Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_DAY =
      Pattern.compile(MONTH + "[.\\-/ ](\\d{1,2})", Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de");

  private static final int LONGEST_DATE = 10;

  private TextTrouble() {}

  /** The code of the finding, {@code null} when the text is fine. */
  static @Nullable String of(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if (startsFormula(first)) {
      return isFormula(text, first) ? "W406" : hidden(text);
    }
    // in small letters it may be a word of somebody's
    if (first == '#' && Numeral.excelError(text) && text.equals(text.toUpperCase(Locale.ROOT))) {
      return "E410";
    }
    if (text.length() <= LONGEST_DATE
        && mayBeDate(text)
        && (DAY_MONTH.matcher(text).matches() || MONTH_DAY.matcher(text).matches())) {
      return "W411";
    }
    return hidden(text);
  }

  private static boolean startsFormula(int first) {
    return first == '=' || first == '@' || first == '+' || first == '-' || first == '＝';
  }

  /**
   * Whether a text of ASCII characters that can be seen may be in trouble.
   *
   * @param letters how many there are, or more
   */
  static boolean mayBe(byte first, int letters, int digits) {
    return startsFormula(first) || first == '#' || mayBeDate(letters, digits);
  }

  /** The letters of a month and the digits of a day: most texts need no pattern. */
  private static boolean mayBeDate(int letters, int digits) {
    return letters >= 3 && letters <= 4 && digits >= 1 && digits <= 2;
  }

  private static boolean mayBeDate(String text) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return mayBeDate(letters, digits);
  }

  private static @Nullable String hidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // a NUL byte is a finding of the file
      if (Excerpt.isHidden(c) && c != '\n' && c != '\r' && c != '\0') {
        return "W405";
      }
    }
    return null;
  }

  private static boolean isFormula(String text, char first) {
    if (first == '-' || first == '+') {
      Numeral.Kind kind = Numeral.of(text).kind();
      boolean number = kind == Numeral.Kind.NUMBER || kind == Numeral.Kind.AMBIGUOUS;
      return !number && text.chars().anyMatch(Character::isLetterOrDigit);
    }
    return text.length() > 1;
  }

  static String message(String code, String cell) {
    String shown = Excerpt.show(Reader.cut(cell));
    return switch (code) {
      case "W405" ->
        "control or invisible character in '" + shown
            + "'; it is shown like this, and left out of reports";
      case "W406" ->
        "the text '" + shown + "' starts as a formula does: it is written as text "
            + "for spreadsheets; negative numbers are untouched";
      case "W411" ->
        "'" + shown + "' looks like an age group that a spreadsheet made a date" + guess(cell);
      default -> "'" + shown + "' is an error value of a spreadsheet";
    };
  }

  static String fix(String code) {
    return switch (code) {
      case "W405" -> "remove the character in the source";
      case "W406" -> "";
      case "W411" -> "format the column as text in the spreadsheet and type the group again";
      default -> "mend the formula in the source";
    };
  }

  private static String guess(String cell) {
    Matcher day = DAY_MONTH.matcher(cell);
    Matcher month = MONTH_DAY.matcher(cell);
    int number = 0;
    int other = 0;
    if (day.matches()) {
      number = Integer.parseInt(day.group(1));
      other = month(day.group(2));
    } else if (month.matches()) {
      number = Integer.parseInt(month.group(2));
      other = month(month.group(1));
    }
    return " (" + Math.min(number, other) + "-" + Math.max(number, other) + "?)";
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (lower.startsWith(MONTHS.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
